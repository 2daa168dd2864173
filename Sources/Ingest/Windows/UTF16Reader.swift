import ServiceDesk

/// UTF-16 text, as Excel saves "Unicode text", as UTF-8. Half of a pair becomes U+FFFD, as does a byte without its second.
final class UTF16Reader: ByteReader {
    private let source: any ByteReader
    private let isBigEndian: Bool
    private static let chunkBytes = 1 << 16
    private let chunk = UnsafeMutablePointer<UInt8>.allocate(capacity: UTF16Reader.chunkBytes)
    /// Bytes not yet turned into text.
    private var input: [UInt8] = []
    /// Text that is ready to be handed out.
    private var output: [UInt8] = []
    private var position = 0
    /// The first half of a pair whose second has not come yet.
    private var lead: UInt16?
    private var isAtEnd = false

    /// Text in the byte order of its mark, which is still to come.
    init(_ source: any ByteReader, isBigEndian: Bool) {
        self.source = source
        self.isBigEndian = isBigEndian
    }

    deinit { chunk.deallocate() }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        while position == output.count && !isAtEnd { try refill() }
        let length = min(capacity, output.count - position)
        for index in 0..<length { buffer[index] = output[position + index] }
        position += length
        return length
    }

    private func refill() throws(IngestError) {
        output.removeAll(keepingCapacity: true)
        position = 0
        let length = try source.read(into: chunk, capacity: UTF16Reader.chunkBytes)
        input.append(contentsOf: UnsafeBufferPointer(start: chunk, count: length))
        isAtEnd = length == 0
        var index = 0
        while index + 1 < input.count {
            let first = UInt16(input[index])
            let second = UInt16(input[index + 1])
            take(isBigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        input.removeFirst(index)
        if isAtEnd && lead != nil { append("\u{fffd}") }
        if isAtEnd && !input.isEmpty { append("\u{fffd}") }
    }

    private func take(_ unit: UInt16) {
        if let high = lead {
            lead = nil
            if UTF16.isTrailSurrogate(unit) {
                let scalar = 0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(unit) - 0xdc00)
                append(Unicode.Scalar(scalar) ?? "\u{fffd}")
                return
            }
            append("\u{fffd}")
        }
        if UTF16.isLeadSurrogate(unit) {
            lead = unit
        } else {
            append(Unicode.Scalar(unit) ?? "\u{fffd}")
        }
    }

    private func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            output.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
