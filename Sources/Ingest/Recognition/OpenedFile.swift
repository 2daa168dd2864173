/// A file with its packing taken off, in an encoding that the readers know, and what it is then.
struct OpenedFile {
    let kind: SourceKind
    let reader: PeekingReader
    /// What it was packed with, the outermost first.
    let packings: [Compression]
    private let unpackers: [UnpackingReader]

    /// Packed once, like `x.sql.gz`, or packed again by somebody on the way.
    private static let deepest = 3

    init(_ source: any ByteReader, _ name: String) throws(IngestError) {
        var reader = PeekingReader(source)
        var unpackers: [UnpackingReader] = []
        var packings: [Compression] = []
        while packings.count < OpenedFile.deepest,
            let packing = Compression(try reader.peek(Compression.headBytes))
        {
            let unpacker = UnpackingReader(reader, packing, name: name)
            unpackers.append(unpacker)
            packings.append(packing)
            reader = PeekingReader(try ReadAhead(unpacker))
        }
        if let isBigEndian = SourceKind.utf16(try reader.peek(2)) {
            reader = PeekingReader(UTF16Reader(reader, isBigEndian: isBigEndian))
        }
        self.reader = reader
        self.unpackers = unpackers
        self.packings = packings
        kind = SourceKind(try reader.peek(SourceKind.headBytes))
    }

    /// What the packed bytes lack, in words; known once all was read.
    var loss: String? { unpackers.lazy.compactMap(\.loss).first }
}
