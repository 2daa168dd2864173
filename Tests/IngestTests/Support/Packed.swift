import CCompression

/// Packs bytes as tools do.
enum Packed: String, CaseIterable {
    case gzip, zlib, zstd, lz4

    /// The end of a file's name.
    var suffix: String {
        switch self {
        case .gzip: "gz"
        case .zlib: "zlib"
        case .zstd: "zst"
        case .lz4: "lz4"
        }
    }

    /// One frame, with the checksums that the tools write.
    func pack(_ bytes: [UInt8]) -> [UInt8] {
        switch self {
        case .gzip: deflate(bytes, UInt16(IGZIP_GZIP))
        case .zlib: deflate(bytes, UInt16(IGZIP_ZLIB))
        case .zstd: zstd(bytes)
        case .lz4: lz4(bytes)
        }
    }

    private func deflate(_ bytes: [UInt8], _ wrapper: UInt16) -> [UInt8] {
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 8 + 1024)
        let capacity = UInt32(output.count)
        let length = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                let stream = UnsafeMutablePointer<isal_zstream>.allocate(capacity: 1)
                defer { stream.deallocate() }
                isal_deflate_stateless_init(stream)
                stream.pointee.gzip_flag = wrapper
                stream.pointee.end_of_stream = 1
                stream.pointee.flush = UInt16(NO_FLUSH)
                stream.pointee.next_in = source.baseAddress
                stream.pointee.avail_in = UInt32(source.count)
                stream.pointee.next_out = target.baseAddress
                stream.pointee.avail_out = capacity
                precondition(isal_deflate_stateless(stream) == COMP_OK)
                return Int(stream.pointee.total_out)
            }
        }
        return Array(output[..<length])
    }

    private func zstd(_ bytes: [UInt8]) -> [UInt8] {
        let context = ZSTD_createCCtx()
        defer { ZSTD_freeCCtx(context) }
        ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let length = ZSTD_compress2(context, &output, output.count, bytes, bytes.count)
        precondition(ZSTD_isError(length) == 0)
        return Array(output[..<length])
    }

    private func lz4(_ bytes: [UInt8]) -> [UInt8] {
        var preferences = LZ4F_preferences_t()
        preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled
        var output = [UInt8](repeating: 0, count: LZ4F_compressFrameBound(bytes.count, &preferences))
        let length = LZ4F_compressFrame(&output, output.count, bytes, bytes.count, &preferences)
        precondition(LZ4F_isError(length) == 0)
        return Array(output[..<length])
    }
}
