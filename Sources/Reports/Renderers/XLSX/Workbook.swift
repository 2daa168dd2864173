import CXlsx
import Foundation
import ServiceDesk

/// A workbook in the making. libxlsxwriter reports each mistake as a value that is easy to overlook, so every call goes
/// through here and throws.
struct Workbook: ~Copyable {
    private let raw: UnsafeMutablePointer<lxw_workbook>
    private let path: String
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private var names = SheetNames()
    private var isOpen = true

    /// A workbook at a path; the library writes it when it is closed, with its temporary files in the same folder.
    init(path: String) throws(XLSXError) {
        let folder = path.contains("/") ? String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.endIndex)) : "."
        let made = folder.withCString { folder -> UnsafeMutablePointer<lxw_workbook>? in
            var options = lxw_workbook_options()
            options.tmpdir = UnsafeMutablePointer(mutating: folder)
            return workbook_new_opt(path, &options)
        }
        guard let made else { throw .cannotWrite(path: path, reason: "out of memory") }
        raw = made
        self.path = path
    }

    deinit {
        // Reached only when a call threw: the library frees its memory nowhere else.
        if isOpen { lxw_workbook_free(raw) }
    }

    /// Writes the file.
    consuming func close() throws(XLSXError) {
        isOpen = false
        let path = self.path
        let error = workbook_close(raw)
        guard error == LXW_NO_ERROR else { throw .cannotWrite(path: path, reason: Self.reason(error)) }
    }

    /// Title and date of the file; the date is the report's as-of, so that a second run gives the same bytes.
    func setProperties(title: String, subject: String, comments: String, created: Instant) throws(XLSXError) {
        let texts = CStrings([title, subject, comments, "AroundTally"])
        var properties = lxw_doc_properties()
        properties.title = texts[0]
        properties.subject = texts[1]
        properties.comments = texts[2]
        properties.author = texts[3]
        // 0 would mean the wall clock.
        let seconds = created.isFinite ? created.microseconds / 1_000_000 : 1
        properties.created = time_t(seconds == 0 ? 1 : seconds)
        try Self.check(workbook_set_properties(raw, &properties), "the properties")
    }

    /// A sheet of that name, repaired where a workbook would not take it, and made unique.
    mutating func addSheet(_ name: String) throws(XLSXError) -> Worksheet {
        let name = names.unique(name)
        guard let sheet = workbook_add_worksheet(raw, name) else {
            throw .refused(operation: "a sheet named \(name)", reason: "unknown")
        }
        return Worksheet(raw: sheet, name: name)
    }

    /// The name that `addSheet` would give.
    mutating func reserve(_ name: String) -> String { names.unique(name) }

    /// A sheet under a name that was reserved before.
    func addReservedSheet(_ name: String) throws(XLSXError) -> Worksheet {
        guard let sheet = workbook_add_worksheet(raw, name) else {
            throw .refused(operation: "a sheet named \(name)", reason: "unknown")
        }
        return Worksheet(raw: sheet, name: name)
    }

    /// A chart that is not yet on a sheet.
    func addChart(_ type: lxw_chart_type) throws(XLSXError) -> UnsafeMutablePointer<lxw_chart> {
        guard let chart = workbook_add_chart(raw, UInt8(type.rawValue)) else {
            throw .refused(operation: "a chart", reason: "unknown")
        }
        return chart
    }

    /// The library's format for a style; one for all cells that share it.
    mutating func format(_ style: CellStyle) throws(XLSXError) -> UnsafeMutablePointer<lxw_format> {
        if let known = formats[style] { return known }
        guard let format = workbook_add_format(raw) else { throw .refused(operation: "a format", reason: "unknown") }
        style.apply(to: format)
        formats[style] = format
        return format
    }

    /// Throws what the library answered unless all is well.
    static func check(_ error: lxw_error, _ operation: String) throws(XLSXError) {
        guard error == LXW_NO_ERROR else { throw .refused(operation: operation, reason: reason(error)) }
    }

    private static func reason(_ error: lxw_error) -> String {
        guard let text = lxw_strerror(error) else { return "error \(error.rawValue)" }
        return String(cString: text)
    }
}

/// C strings that live as long as this value: structs of the library hold pointers, and a call reads them later.
final class CStrings {
    private let kept: [UnsafeMutablePointer<CChar>]

    init(_ texts: [String]) {
        kept = texts.map { text in
            let bytes = Array(text.utf8CString)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.initialize(from: bytes, count: bytes.count)
            return copy
        }
    }

    deinit { for pointer in kept { pointer.deallocate() } }

    subscript(index: Int) -> UnsafeMutablePointer<CChar> { kept[index] }
}
