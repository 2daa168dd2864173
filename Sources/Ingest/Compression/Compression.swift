/// How bytes were made smaller, known by their first ones.
enum Compression: String {
    case gzip
    case zlib
    case zstd
    case lz4 = "LZ4"

    /// How many bytes tell.
    static let headBytes = 4

    /// What bytes that begin so are packed with; nil for anything else.
    init?<Head: Collection>(_ head: Head) where Head.Element == UInt8 {
        if head.starts(with: [0x1f, 0x8b]) {
            self = .gzip
        } else if Compression.isZstd(head) {
            self = .zstd
        } else if head.starts(with: [0x04, 0x22, 0x4d, 0x18]) {
            self = .lz4
        } else if let second = head.dropFirst().first, head.first == 0x78, [0x01, 0x9c, 0xda].contains(second) {
            self = .zlib
        } else {
            return nil
        }
    }

    /// A frame of zstd, or one that its readers skip.
    private static func isZstd<Head: Collection>(_ head: Head) -> Bool where Head.Element == UInt8 {
        if head.starts(with: [0x28, 0xb5, 0x2f, 0xfd]) { return true }
        return head.first.map { $0 & 0xf0 == 0x50 } ?? false && head.dropFirst().starts(with: [0x2a, 0x4d, 0x18])
    }

    /// The ends of names of files that are packed so.
    static let suffixes = [".gz", ".zst", ".lz4"]

    /// A decoder for a first frame.
    func codec() -> any Codec {
        switch self {
        case .gzip: InflateCodec(.gzip)
        case .zlib: InflateCodec(.zlib)
        case .zstd: ZstdCodec()
        case .lz4: LZ4Codec()
        }
    }

    /// Whether a file goes on with another frame behind the first. LZ4 has frames to skip, too.
    func continues<Head: Collection>(with head: Head) -> Bool where Head.Element == UInt8 {
        switch self {
        case .zlib: return false
        case .gzip, .zstd: return Compression(head) == self
        case .lz4:
            return Compression(head) == .lz4
                || head.first.map { $0 & 0xf0 == 0x50 } ?? false && head.dropFirst().starts(with: [0x2a, 0x4d, 0x18])
        }
    }
}

/// What one step of a decoder did.
struct CodecStep {
    enum Outcome: Equatable {
        /// More input or more room will bring more.
        case goesOn
        /// A frame ended, its checksum right.
        case frameEnded
        /// The data is no such data, in words.
        case damaged(String)
    }

    var consumed: Int
    var produced: Int
    var outcome: Outcome
}

/// A decoder of one kind of compression, frame by frame.
protocol Codec: AnyObject {
    /// Decodes some of the input into the room there is. Behind the end of a frame it expects another.
    func step(
        _ input: UnsafePointer<UInt8>, _ inputCount: Int, _ output: UnsafeMutablePointer<UInt8>, _ capacity: Int
    ) -> CodecStep
}
