import CCompression

/// gzip and zlib, by ISA-L: three times as fast as zlib, and it checks the checksums itself.
final class InflateCodec: Codec {
    enum Wrapper {
        case gzip, zlib
    }

    private let state: UnsafeMutablePointer<inflate_state>
    private let wrapper: Wrapper

    init(_ wrapper: Wrapper) {
        self.wrapper = wrapper
        state = .allocate(capacity: 1)
        isal_inflate_init(state)
        begin()
    }

    deinit { state.deallocate() }

    private func begin() {
        state.pointee.crc_flag = UInt32(wrapper == .gzip ? ISAL_GZIP : ISAL_ZLIB)
    }

    func step(
        _ input: UnsafePointer<UInt8>, _ inputCount: Int, _ output: UnsafeMutablePointer<UInt8>, _ capacity: Int
    ) -> CodecStep {
        state.pointee.next_in = UnsafeMutablePointer(mutating: input)
        state.pointee.avail_in = UInt32(truncatingIfNeeded: inputCount)
        state.pointee.next_out = output
        state.pointee.avail_out = UInt32(truncatingIfNeeded: capacity)
        let code = isal_inflate(state)
        var step = CodecStep(
            consumed: inputCount - Int(state.pointee.avail_in), produced: capacity - Int(state.pointee.avail_out),
            outcome: .goesOn)
        if code < 0 || code == ISAL_NEED_DICT {
            step.outcome = .damaged(InflateCodec.sentence(code))
        } else if state.pointee.block_state == ISAL_BLOCK_FINISH {
            step.outcome = .frameEnded
            isal_inflate_reset(state)
            begin()
        }
        return step
    }

    private static func sentence(_ code: Int32) -> String {
        switch code {
        case ISAL_INCORRECT_CHECKSUM: "its checksum is wrong"
        case ISAL_INVALID_WRAPPER, ISAL_UNSUPPORTED_METHOD: "its header makes no sense"
        case ISAL_NEED_DICT: "it needs a dictionary"
        default: "it cannot be unpacked"
        }
    }
}

/// zstd. Frames that are to be skipped are frames without content.
final class ZstdCodec: Codec {
    private let context = ZSTD_createDCtx()

    deinit { ZSTD_freeDCtx(context) }

    func step(
        _ input: UnsafePointer<UInt8>, _ inputCount: Int, _ output: UnsafeMutablePointer<UInt8>, _ capacity: Int
    ) -> CodecStep {
        var source = ZSTD_inBuffer(src: input, size: inputCount, pos: 0)
        var target = ZSTD_outBuffer(dst: output, size: capacity, pos: 0)
        let left = ZSTD_decompressStream(context, &target, &source)
        var step = CodecStep(consumed: source.pos, produced: target.pos, outcome: .goesOn)
        if ZSTD_isError(left) != 0 {
            step.outcome = .damaged(String(cString: ZSTD_getErrorName(left)).lowercased())
        } else if left == 0 {
            step.outcome = .frameEnded
        }
        return step
    }
}

/// LZ4 frames.
final class LZ4Codec: Codec {
    private var context: OpaquePointer?

    init() { LZ4F_createDecompressionContext(&context, UInt32(LZ4F_VERSION)) }

    deinit { LZ4F_freeDecompressionContext(context) }

    func step(
        _ input: UnsafePointer<UInt8>, _ inputCount: Int, _ output: UnsafeMutablePointer<UInt8>, _ capacity: Int
    ) -> CodecStep {
        var consumed = inputCount
        var produced = capacity
        let left = LZ4F_decompress(context, output, &produced, input, &consumed, nil)
        var step = CodecStep(consumed: consumed, produced: produced, outcome: .goesOn)
        if LZ4F_isError(left) != 0 {
            step = CodecStep(consumed: 0, produced: 0, outcome: .damaged(LZ4Codec.sentence(left)))
        } else if left == 0 {
            step.outcome = .frameEnded
        }
        return step
    }

    /// The library's word for an error, without its prefix.
    private static func sentence(_ code: Int) -> String {
        var words = String(cString: LZ4F_getErrorName(code))
        if words.hasPrefix("ERROR_") { words = String(words.dropFirst(6)) }
        return words
    }
}
