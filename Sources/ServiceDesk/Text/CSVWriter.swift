/// Writes CSV as RFC 4180 has it, with LF at line ends: values appended to one buffer, handed to the sink in large
/// blocks.
///
///     var csv = CSVWriter(to: sink)
///     csv.header(["ticket_id", "used_s"])
///     csv.field(ticket); csv.field(seconds: used); try csv.endRow()
///     sink = try csv.finish()
///
/// Text that a spreadsheet would take for a formula gets a leading `'` unless that is switched off; numbers, instants
/// and ids have methods of their own and are never touched. An empty field stands for "none".
public struct CSVWriter<Sink: ByteSink>: ~Copyable {
    /// How many bytes are gathered before the sink gets them.
    public static var blockSize: Int { 1 << 20 }

    @usableFromInline var buffer: ByteBuffer
    @usableFromInline var rowStart = 0
    @usableFromInline var sink: Sink
    @usableFromInline let guardsFormulas: Bool

    /// A writer of rows; `guardsFormulas: false` is the flag `--csv-raw`.
    public init(to sink: Sink, guardsFormulas: Bool = true) {
        self.sink = sink
        self.guardsFormulas = guardsFormulas
        buffer = ByteBuffer(capacity: CSVWriter.blockSize + 65_536)
    }

    /// Writes the row of column names.
    public mutating func header(_ names: [String]) throws {
        for name in names { field(name) }
        try endRow()
    }

    /// An empty field: there is no value.
    @inlinable
    public mutating func emptyField() { buffer.append(UInt8(ascii: ",")) }

    /// A text; nil is an empty field.
    @inlinable
    public mutating func field(_ text: String?) {
        guard var text else { return emptyField() }
        text.withUTF8 { field(utf8: $0) }
    }

    /// A text in UTF-8.
    @inlinable
    public mutating func field(utf8 text: UnsafeBufferPointer<UInt8>) {
        let isFormula = guardsFormulas && FormulaGuard.applies(to: text)
        // All characters that need quotes lie at or below the comma; most texts have none there but blanks.
        var low: UInt8 = 0
        for byte in text { low |= (byte <= 0x2c ? 1 : 0) & (byte != 0x20 ? 1 : 0) }
        if low != 0 && text.contains(where: CSVText.needsQuotes) {
            quoted(text, isFormula: isFormula)
        } else {
            if isFormula { buffer.append(UInt8(ascii: "'")) }
            buffer.append(text)
        }
        buffer.append(UInt8(ascii: ","))
    }

    @usableFromInline
    mutating func quoted(_ text: UnsafeBufferPointer<UInt8>, isFormula: Bool) {
        buffer.append(UInt8(ascii: "\""))
        if isFormula { buffer.append(UInt8(ascii: "'")) }
        for byte in text {
            if byte == UInt8(ascii: "\"") { buffer.append(byte) }
            buffer.append(byte)
        }
        buffer.append(UInt8(ascii: "\""))
    }

    /// A field whose bytes are known to be right: a word of a vocabulary, or `encoded` text of a dictionary.
    @inlinable
    public mutating func field(encoded bytes: [UInt8]) {
        buffer.append(bytes)
        buffer.append(UInt8(ascii: ","))
    }

    /// A field whose text is one of a vocabulary's; nil is an empty field.
    @inlinable
    public mutating func field(_ word: Int?, of words: EncodedTexts) {
        if let word { words.append(word, to: &buffer) }
        buffer.append(UInt8(ascii: ","))
    }

    /// A whole number; nil is an empty field.
    @inlinable
    public mutating func field(integer number: Int64?) {
        if let number { buffer.append(decimal: number) }
        buffer.append(UInt8(ascii: ","))
    }

    /// A length of time in seconds, without trailing zeros; nil is an empty field.
    @inlinable
    public mutating func field(seconds span: TimeSpan?) {
        if let span { buffer.append(seconds: span) }
        buffer.append(UInt8(ascii: ","))
    }

    /// An instant in RFC 3339; nil is an empty field.
    @inlinable
    public mutating func field(_ instant: Instant?) {
        if let instant { buffer.append(instant) }
        buffer.append(UInt8(ascii: ","))
    }

    /// An amount with two decimals; nil is an empty field.
    @inlinable
    public mutating func field(_ amount: Paise?) {
        if let amount { buffer.append(amount.decimal) }
        buffer.append(UInt8(ascii: ","))
    }

    /// An id; nil is an empty field.
    @inlinable
    public mutating func field<Entity>(_ id: EntityID<Entity>?) {
        if let id { buffer.append(id) }
        buffer.append(UInt8(ascii: ","))
    }

    /// Ends the row.
    @inlinable
    public mutating func endRow() throws {
        // A row of one empty field would be a blank line, which readers skip.
        if buffer.count - rowStart == 1 {
            buffer.replaceLast(with: UInt8(ascii: "\""))
            buffer.append(UInt8(ascii: "\""))
            buffer.append(UInt8(ascii: ","))
        }
        buffer.replaceLast(with: UInt8(ascii: "\n"))
        if buffer.count >= CSVWriter.blockSize { try flush() }
        rowStart = buffer.count
    }

    @usableFromInline
    mutating func flush() throws {
        // The buffer is borrowed while the sink changes; both are stored here, so the sink moves out for the moment.
        var target = sink
        try buffer.withBytes { bytes throws(any Error) in try target.write(bytes) }
        sink = target
        buffer.removeAll()
    }

    /// Hands over what is left and gives the sink back.
    public consuming func finish() throws -> Sink {
        try flush()
        return sink
    }
}

/// CSV text that is worked out once and written often.
public enum CSVText {
    @usableFromInline
    static func needsQuotes(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x2c || byte == 0x0a || byte == 0x0d }

    /// The bytes of a field with the given text, quoted and guarded as needed, for `field(encoded:)`.
    public static func encode(_ text: String, guardsFormulas: Bool = true) -> [UInt8] {
        var writer = CSVWriter(to: MemorySink(), guardsFormulas: guardsFormulas)
        writer.field(text)
        return writer.buffer.withBytes { bytes in (0..<bytes.count - 1).map { bytes[$0] } }
    }
}

/// The texts of a vocabulary as CSV fields, worked out once, one after the other in one array.
public struct EncodedTexts: Sendable {
    @usableFromInline let bytes: [UInt8]
    /// Where each text starts, and where the last one ends.
    @usableFromInline let starts: [Int]

    /// The fields of some texts, quoted and guarded as needed.
    public init(_ texts: [String], guardsFormulas: Bool) {
        var bytes: [UInt8] = []
        var starts = [0]
        for text in texts {
            bytes += CSVText.encode(text, guardsFormulas: guardsFormulas)
            starts.append(bytes.count)
        }
        self.bytes = bytes
        self.starts = starts
    }

    @inlinable
    func append(_ index: Int, to buffer: inout ByteBuffer) {
        let range = starts[index]..<starts[index + 1]
        bytes.withUnsafeBufferPointer { buffer.append(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
