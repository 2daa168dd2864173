import CCompression
public import ServiceDesk

/// Packs bytes with gzip on their way to another sink.
public final class GzipSink: ByteSink {
    private var sink: any ByteSink
    private let stream: UnsafeMutablePointer<isal_zstream>
    private let buffer: UnsafeMutablePointer<UInt8>
    private static let bufferSize = 1 << 18

    /// A sink that packs for another one.
    public init(_ sink: any ByteSink) {
        self.sink = sink
        stream = .allocate(capacity: 1)
        isal_deflate_init(stream)
        stream.pointee.gzip_flag = UInt16(IGZIP_GZIP)
        buffer = .allocate(capacity: GzipSink.bufferSize)
    }

    deinit {
        stream.deallocate()
        buffer.deallocate()
    }

    /// Takes the next bytes.
    public func write(_ bytes: Span<UInt8>) throws { try pack(bytes, isLast: false) }

    /// Writes what is left. Nothing may be written afterwards.
    public func finish() throws { try pack([UInt8]().span, isLast: true) }

    private func pack(_ bytes: Span<UInt8>, isLast: Bool) throws {
        var input: [UInt8] = []
        bytes.withUnsafeBufferPointer { input.append(contentsOf: $0) }
        try input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(input.count)
            stream.pointee.end_of_stream = isLast ? 1 : 0
            repeat {
                stream.pointee.next_out = buffer
                stream.pointee.avail_out = UInt32(GzipSink.bufferSize)
                isal_deflate(stream)
                let made = GzipSink.bufferSize - Int(stream.pointee.avail_out)
                try sink.write(UnsafeBufferPointer(start: buffer, count: made).span)
            } while stream.pointee.avail_out == 0
        }
    }
}
