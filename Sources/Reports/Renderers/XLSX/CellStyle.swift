import CXlsx
import ServiceDesk

/// How a cell of a sheet looks.
struct CellStyle: Hashable {
    var number: String?
    var isBold = false
    var isItalic = false
    var size: Double = 10
    var color: UInt32?
    var background: UInt32?
    var alignment: Alignment?
    var isCentered = false
    var wraps = false
    var isTop = false
    var topBorder: UInt32?
    var bottomBorder: UInt32?
    var isUnderlined = false
    var isIndented = false

    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_font_name(format, "Calibri")
        format_set_font_size(format, size)
        if let number { format_set_num_format(format, number) }
        if isBold { format_set_bold(format) }
        if isItalic { format_set_italic(format) }
        if isUnderlined { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
        if let color { format_set_font_color(format, color) }
        if let background { format_set_bg_color(format, background) }
        switch alignment {
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case nil: break
        }
        if isIndented { format_set_indent(format, 1) }
        if isCentered { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue)) }
        if isTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
        if wraps { format_set_text_wrap(format) }
        if let topBorder {
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_top_color(format, topBorder)
        }
        if let bottomBorder {
            format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_bottom_color(format, bottomBorder)
        }
    }
}

/// The colours of the workbook, those of the page in its light theme.
enum SheetColor {
    static let ink: UInt32 = 0x17202E
    static let muted: UInt32 = 0x525E70
    static let rule: UInt32 = 0xDCE1E8
    static let strong: UInt32 = 0xB4BDC9
    static let tint: UInt32 = 0xEEF3F8
    static let link: UInt32 = 0x1C4F87
    static let good: UInt32 = 0x1D6B45
    static let warning: UInt32 = 0x7F5200
    static let bad: UInt32 = 0xA82A21
    static let series: [UInt32] = [0x2B648F, 0xB5601C, 0x5F7A2C, 0x7D5BA6]

    static func tone(_ tone: Tone) -> UInt32? {
        switch tone {
        case .good: good
        case .warning: warning
        case .bad: bad
        case .neutral: nil
        }
    }
}

/// Number formats of Excel.
enum NumberFormat {
    /// Excel has no lakh grouping of its own, and a format has room for two conditions. LibreOffice drops the minus sign
    /// in a format with conditions (seen with 7.4), so a value below zero gets the plain format of its size.
    static func grouped(_ value: Double, decimals: String, prefix: String = "") -> String {
        guard value < 0 else {
            let (crore, lakh) = (plain(1e7, decimals, prefix), plain(1e5, decimals, prefix))
            return "[>=10000000]\(crore);[>=100000]\(lakh);\(plain(0, decimals, prefix))"
        }
        return plain(-value, decimals, prefix)
    }

    /// The format for numbers of one size.
    static func plain(_ size: Double, _ decimals: String, _ prefix: String) -> String {
        let digits = size >= 1e7 ? "##\\,##\\,##\\,##0" : size >= 1e5 ? "##\\,##\\,##0" : "##,##0"
        return prefix + digits + decimals
    }

    /// Decimals and prefix of a kind that is grouped.
    static func grouping(of kind: ColumnKind) -> (decimals: String, prefix: String)? {
        switch kind {
        case .count: ("", "")
        case .money: (".00", "₹")
        default: nil
        }
    }

    static let percent = "0.0%"
    static let hours = "[h]:mm"
    static let minutes = "##,##0.0"
    static let ratio = "0.0"
    static let date = "dd mmm yyyy"
    static let instant = "dd mmm yyyy hh:mm"

    /// The format for a cell of a column of a kind; formats follow the sign and the size of the value.
    static func of(_ kind: ColumnKind, _ cell: Cell = .absent(.notRecorded)) -> String? {
        let value = cell.plotted ?? 0
        let isNegative = value < 0
        return switch kind {
        case .text, .ticket, .state: nil
        case .count: grouped(value, decimals: "")
        case .money: grouped(value, decimals: ".00", prefix: "₹")
        case .share: percent
        case .ratio: ratio
        // Excel shows no negative times; a plain number of days does.
        case .duration: isNegative ? "0.000 \"d\"" : hours
        case .instant: instant
        case .date: date
        }
    }
}
