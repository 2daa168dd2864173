/// A file with its packing taken off, and what it is then.
struct OpenedFile {
    let kind: SourceKind
    let reader: PeekedReader
    /// What it was packed with, the outermost first.
    let packings: [Compression]
    private let unpackers: [UnpackingReader]

    /// Packed once, like `x.sql.gz`, or packed again by somebody on the way.
    private static let deepest = 3

    init(_ source: any ByteReader, _ name: String) throws(IngestError) {
        var reader = PeekedReader(source)
        var unpackers: [UnpackingReader] = []
        var packings: [Compression] = []
        while packings.count < OpenedFile.deepest,
            let packing = Compression(try reader.peek(Compression.headBytes))
        {
            let unpacker = UnpackingReader(reader, packing, name: name)
            unpackers.append(unpacker)
            packings.append(packing)
            reader = PeekedReader(try ReadAhead(unpacker))
        }
        self.reader = reader
        self.unpackers = unpackers
        self.packings = packings
        kind = SourceKind(try reader.peek(SourceKind.headBytes))
    }

    /// What the packed bytes lack, in words; known once all was read.
    var loss: String? { unpackers.lazy.compactMap(\.loss).first }
}
