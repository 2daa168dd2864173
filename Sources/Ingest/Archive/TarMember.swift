import ServiceDesk

/// The header of a member of a tar file.
struct TarMember {
    enum Kind {
        /// A file, by the last part of its name.
        case file([UInt8])
        /// A folder, a link, an extended header: nothing with data of an archive.
        case other
        /// The block of zeros that ends the file.
        case end
        /// The file ends where a header should be.
        case cut
    }

    private(set) var kind: Kind
    private(set) var size = 0

    private static let blockBytes = 512

    /// How many bytes follow the data, up to a whole block; behind what is no file, the data too.
    var padding: Int {
        let rounding = (TarMember.blockBytes - size % TarMember.blockBytes) % TarMember.blockBytes
        if case .other = kind { return size + rounding }
        return rounding
    }

    /// Reads the header that comes next.
    init(_ input: ArchiveInput, archive: String) throws(IngestError) {
        let block = try input.bytes(TarMember.blockBytes)
        guard block.count == TarMember.blockBytes else {
            kind = .cut
            return
        }
        guard block.contains(where: { $0 != 0 }) else {
            kind = .end
            return
        }
        let sum = block.indices.reduce(0) { $0 + ((148..<156).contains($1) ? 0x20 : Int(block[$1])) }
        guard let size = TarMember.octal(block[124..<136]), TarMember.octal(block[148..<156]) == sum else {
            throw IngestError(
                .brokenInput, "the tar archive \(archive) is damaged: the header of a member makes no sense",
                at: Place(file: archive), hint: "copy it again")
        }
        self.size = size
        let name = block[..<100].prefix { $0 != 0 }
        let isFile = block[156] == 0 || block[156] == UInt8(ascii: "0")
        kind = isFile ? .file(Array(name.split(separator: UInt8(ascii: "/")).last ?? [])) : .other
    }

    /// A number in octal digits, or in bytes when the first has its top bit.
    private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
        if let first = field.first, first & 0x80 != 0 {
            guard field.dropFirst().dropLast(7).allSatisfy({ $0 == 0 }) else { return nil }
            return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
        }
        let digits = field.drop { $0 == 0x20 }.prefix { (0x30...0x37).contains($0) }
        return digits.isEmpty ? nil : digits.reduce(0) { $0 << 3 | Int($1 & 7) }
    }
}
