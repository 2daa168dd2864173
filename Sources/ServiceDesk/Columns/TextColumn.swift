/// A column of texts, one after the other in one array of bytes: titles, names. Arrow's layout for strings.
public struct TextColumn<Entity>: Sendable {
    /// The UTF-8 of all rows.
    public let bytes: ColumnValues<UInt8>
    /// Where each row starts, and where the last one ends.
    public let offsets: ColumnValues<Int>
    /// Which rows have a text; nil when all have.
    public let validity: Bitmap?

    /// The column of the given bytes.
    /// - Precondition: the offsets ascend within the bytes and the bitmap has a bit for every row.
    public init(bytes: ColumnValues<UInt8>, offsets: ColumnValues<Int>, validity: Bitmap? = nil) {
        precondition(offsets.first == 0 && offsets.last == bytes.count, "offsets do not span the bytes")
        precondition(validity.map { $0.count == offsets.count - 1 } ?? true, "validity and offsets differ in length")
        self.bytes = bytes
        self.offsets = offsets
        self.validity = validity
    }

    /// The column of the given texts.
    public init(_ texts: [String?]) {
        var bytes: [UInt8] = []
        var offsets = [0]
        var bits = Bitmap(repeating: true, count: texts.count)
        for (index, text) in texts.enumerated() {
            if let text { bytes.append(contentsOf: text.utf8) } else { bits.set(index, to: false) }
            offsets.append(bytes.count)
        }
        self.init(
            bytes: ColumnValues(bytes), offsets: ColumnValues(offsets), validity: texts.contains(nil) ? bits : nil)
    }

    /// How many rows there are.
    @inlinable
    public var count: Int { offsets.count - 1 }

    /// The text of a row, or nil; bytes that are no UTF-8 are repaired.
    public subscript(row: RowIndex<Entity>) -> String? {
        let index = row.index
        if let validity, !validity[index] { return nil }
        return String(decoding: bytes[offsets[index]..<offsets[index + 1]], as: UTF8.self)
    }
}
