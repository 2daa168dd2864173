import Glibc
import ServiceDesk

/// Writes rows to a file, as COPY text or as CSV, through one buffer.
struct RowWriter: ~Copyable {
    enum Format {
        case copy
        case csv
    }

    private let format: Format
    private let file: Int32
    private var buffer = ByteBuffer(capacity: (1 << 20) + 65_536)
    private var isFirstField = true

    init(_ path: String, _ format: Format) throws(WriteFailure) {
        self.format = format
        file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard file >= 0 else { throw WriteFailure(path: path) }
    }

    /// Text outside of rows.
    mutating func raw(_ text: StaticString) { append(text) }

    mutating func text(_ bytes: [UInt8]) {
        separate()
        // Commas are all that our texts have in them of what CSV cares about.
        let quotes = format == .csv && bytes.contains(UInt8(ascii: ","))
        if quotes { buffer.append(UInt8(ascii: "\"")) }
        buffer.append(bytes)
        if quotes { buffer.append(UInt8(ascii: "\"")) }
    }

    mutating func text(_ text: StaticString) {
        separate()
        append(text)
    }

    mutating func id<Entity>(_ id: EntityID<Entity>) {
        separate()
        buffer.append(id)
    }

    mutating func null() {
        separate()
        if format == .copy { append("\\N") }
    }

    /// An instant as Postgres writes it.
    mutating func instant(_ instant: Instant) {
        separate()
        let micros = instant.microseconds
        let date = LocalDate(daysSinceEpoch: Int32(truncatingIfNeeded: micros / 86_400_000_000)).civil
        let seconds = micros / 1_000_000 % 86_400
        digits(Int64(date.year), 4)
        append("-")
        digits(Int64(date.month), 2)
        append("-")
        digits(Int64(date.day), 2)
        append(" ")
        digits(seconds / 3600, 2)
        append(":")
        digits(seconds / 60 % 60, 2)
        append(":")
        digits(seconds % 60, 2)
        append(".")
        digits(micros % 1_000_000, 6)
        append("+00")
    }

    /// A JSON object, member by member.
    mutating func json(_ body: (inout RowWriter) -> Void) {
        separate()
        if format == .csv { append("\"") }
        append("{")
        body(&self)
        append("}")
        if format == .csv { append("\"") }
    }

    mutating func member(_ key: StaticString, _ value: [UInt8], first: Bool = false) {
        self.key(key, first: first)
        quote()
        buffer.append(value)
        quote()
    }

    mutating func member<Entity>(_ key: StaticString, _ value: EntityID<Entity>, first: Bool = false) {
        self.key(key, first: first)
        quote()
        buffer.append(value)
        quote()
    }

    mutating func nullMember(_ key: StaticString) {
        self.key(key, first: false)
        append("null")
    }

    mutating func endRow() throws(WriteFailure) {
        append("\n")
        isFirstField = true
        if buffer.count >= 1 << 20 { try flush() }
    }

    mutating func finish() throws(WriteFailure) {
        try flush()
        close(file)
    }

    private mutating func key(_ key: StaticString, first: Bool) {
        if !first { append(", ") }
        quote()
        append(key)
        quote()
        append(": ")
    }

    private mutating func quote() {
        if format == .csv { append("\"\"") } else { append("\"") }
    }

    private mutating func separate() {
        if !isFirstField { buffer.append(UInt8(ascii: format == .copy ? "\t" : ",")) }
        isFirstField = false
    }

    private mutating func digits(_ number: Int64, _ places: Int) {
        var divisor: Int64 = 1
        for _ in 1..<places { divisor *= 10 }
        while divisor > 0 {
            buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }

    private mutating func append(_ text: StaticString) {
        buffer.append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func flush() throws(WriteFailure) {
        let file = file
        let isWritten = buffer.withBytes { bytes in
            bytes.withUnsafeBytes { raw in
                var done = 0
                while done < raw.count {
                    let count = write(file, raw.baseAddress.map { $0 + done }, raw.count - done)
                    guard count > 0 else { return false }
                    done += count
                }
                return true
            }
        }
        guard isWritten else { throw WriteFailure(path: "the output") }
        buffer.removeAll()
    }
}

/// The output cannot be written.
struct WriteFailure: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot write \(path)" }
}
