import ServiceDesk

/// The content of packed bytes: all frames of them, one after the other.
final class UnpackingReader: ByteReader {
    private let source: any ByteReader
    private let compression: Compression
    private let name: String
    private let codec: any Codec
    private let input: UnsafeMutablePointer<UInt8>
    private var position = 0
    private var count = 0
    private var isAtEnd = false
    private var isBetweenFrames = false
    private var isDone = false
    /// Set at the end, in words: the packed bytes end too early, or others follow them.
    private(set) var loss: String?

    private static let inputBytes = 1 << 17

    /// The content of what `source` gives; `name` is what errors say.
    init(_ source: any ByteReader, _ compression: Compression, name: String) {
        self.source = source
        self.compression = compression
        self.name = name
        codec = compression.codec()
        input = .allocate(capacity: UnpackingReader.inputBytes)
    }

    deinit { input.deallocate() }

    func read(into buffer: UnsafeMutablePointer<UInt8>, capacity: Int) throws(IngestError) -> Int {
        while !isDone {
            if position == count && !isAtEnd { try fill() }
            if isBetweenFrames, try !beginsFrame() { break }
            let step = codec.step(input + position, count - position, buffer, min(capacity, 1 << 30))
            position += step.consumed
            switch step.outcome {
            case .damaged(let reason): throw damaged(reason)
            case .frameEnded: isBetweenFrames = true
            case .goesOn:
                if step.produced == 0 && step.consumed == 0 && isAtEnd {
                    isDone = true
                    loss = "the \(compression.rawValue) data of \(name) ends early"
                }
            }
            if step.produced > 0 { return step.produced }
        }
        return 0
    }

    /// Moves what is left to the front and reads behind it.
    private func fill() throws(IngestError) {
        if position > 0 {
            input.update(from: input + position, count: count - position)
            count -= position
            position = 0
        }
        let length = try source.read(into: input + count, capacity: UnpackingReader.inputBytes - count)
        if length == 0 { isAtEnd = true }
        count += length
    }

    /// Whether another frame follows the last. Zeros may follow it, as tapes and disks pad with them.
    private func beginsFrame() throws(IngestError) -> Bool {
        while count - position < Compression.headBytes && !isAtEnd { try fill() }
        let rest = UnsafeBufferPointer(start: input + position, count: count - position)
        if compression.continues(with: rest) {
            isBetweenFrames = false
            return true
        }
        isDone = true
        if try !restIsZeros() {
            loss = "bytes that are no \(compression.rawValue) data follow the packed data of \(name)"
        }
        return false
    }

    private func restIsZeros() throws(IngestError) -> Bool {
        while true {
            while position < count {
                if input[position] != 0 { return false }
                position += 1
            }
            if isAtEnd { return true }
            try fill()
        }
    }

    private func damaged(_ reason: String) -> IngestError {
        IngestError(
            .brokenInput, "the \(compression.rawValue) data of \(name) is damaged: \(reason)", at: Place(file: name),
            hint: "copy the file again")
    }
}
