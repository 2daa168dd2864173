/// Where the bytes of an output go: a file, standard output, or memory in a test.
///
/// Writers hand over large blocks, so a sink may be slow per call but not per byte.
public protocol ByteSink {
    /// Takes the next bytes of the output.
    mutating func write(_ bytes: Span<UInt8>) throws
}

extension ByteSink {
    /// Takes the bytes of an array.
    public mutating func write(_ bytes: [UInt8]) throws { try write(bytes.span) }

    /// Takes a text as UTF-8.
    public mutating func write(_ text: String) throws { try write(Array(text.utf8)) }
}

/// A sink that keeps everything.
public struct MemorySink: ByteSink, Sendable {
    /// What was written.
    public private(set) var bytes: [UInt8] = []

    /// A sink in which nothing was written yet.
    public init() {}

    /// Takes the next bytes of the output.
    public mutating func write(_ bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { self.bytes.append(contentsOf: $0) }
    }

    /// What was written, as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
