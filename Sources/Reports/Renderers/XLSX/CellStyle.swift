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
    /// Excel has no lakh grouping of its own; a format has two conditions, so it depends on the sign of the value.
    static func grouped(isNegative: Bool, decimals: String, prefix: String = "") -> String {
        let small = "\(prefix)##,##0\(decimals)"
        let lakh = "\(prefix)##\\,##\\,##0\(decimals)"
        let crore = "\(prefix)##\\,##\\,##\\,##0\(decimals)"
        return isNegative
            ? "[<=-10000000]-\(crore);[<=-100000]-\(lakh);\(small)"
            : "[>=10000000]\(crore);[>=100000]\(lakh);\(small)"
    }

    static let percent = "0.0%"
    static let hours = "[h]:mm"
    static let minutes = "##,##0.0"
    static let ratio = "0.0"
    static let date = "dd mmm yyyy"
    static let instant = "dd mmm yyyy hh:mm"

    /// The format for cells of a kind whose values may be negative or not.
    static func of(_ kind: ColumnKind, isNegative: Bool) -> String? {
        switch kind {
        case .text, .ticket, .state: nil
        case .count: grouped(isNegative: isNegative, decimals: "")
        case .money: grouped(isNegative: isNegative, decimals: ".00", prefix: "₹")
        case .share: percent
        case .ratio: ratio
        // Excel shows no negative times; a plain number of days does.
        case .duration: isNegative ? "0.000 \"d\"" : hours
        case .instant: instant
        case .date: date
        }
    }
}
