import Glibc
public import ServiceDesk

/// Standard output or standard error as a sink without buffer: writers hand over large blocks.
public struct StandardStream: ByteSink, Sendable {
    private let number: Int32
    private let path: String

    /// Where data goes.
    public static let output = StandardStream(number: 1, path: "standard output")
    /// Where messages go.
    public static let error = StandardStream(number: 2, path: "standard error")

    private init(number: Int32, path: String) {
        self.number = number
        self.path = path
    }

    /// Writes all bytes.
    public func write(_ bytes: Span<UInt8>) throws { try FileDescriptor.write(bytes, to: number, path: path) }

    /// Whether a person sits at the other end.
    public var isTerminal: Bool { isatty(number) == 1 }
}
