/// A hostile desk as one file of any kind.
enum WrittenDesk: String, CaseIterable {
    case plain, inserts, csv, gzip, zlib, zstd, lz4, archive, tar
    case zlibArchive = "zlib archive"

    private var packing: Packed? { Packed(rawValue: rawValue) }

    /// Its name; CSV says there which table it is.
    var fileName: String { self == .csv ? "tickets.csv" : "desk" }

    /// The bytes, and where those begin that checksums cover; nil when none are.
    func bytes(of desk: HostileDesk) -> (file: [UInt8], checkedFrom: Int?) {
        switch self {
        case .plain: return (Array(desk.dump().utf8), nil)
        case .inserts: return (Array(desk.inserts(HostileDesk.InsertStyle()).utf8), nil)
        case .csv: return (desk.tables.first { $0.name == "tickets" }.map { Array(desk.csv($0).utf8) } ?? [], nil)
        case .gzip, .zlib, .zstd, .lz4: return (packing?.pack(Array(desk.dump().utf8)) ?? [], 0)
        case .archive:
            var writer = ArchiveWriter(version: 15)
            return (writer.write(desk.parts()), nil)
        case .zlibArchive:
            // The table of contents stands before the data, in the open.
            var writer = ArchiveWriter(version: 14, packing: .zlib)
            return (writer.write(desk.parts()), writer.write(desk.parts(), order: []).count)
        case .tar:
            let parts = desk.parts()
            var writer = ArchiveWriter(version: 14)
            let data = parts.enumerated().map { ("\(10 + $0.offset).dat", Array($0.element.data.utf8)) }
            return (ArchiveWriter.tar([("toc.dat", writer.writeContents(parts))] + data), nil)
        }
    }
}
