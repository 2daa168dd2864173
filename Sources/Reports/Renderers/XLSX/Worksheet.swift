import CXlsx
import ServiceDesk

/// A sheet in the making.
struct Worksheet: ~Copyable {
    typealias Format = UnsafeMutablePointer<lxw_format>

    /// The last row and the longest text that a sheet takes.
    static let maximumRows = 1_048_576
    static let maximumText = 32_767

    private let raw: UnsafeMutablePointer<lxw_worksheet>
    let name: String
    /// Texts that had to be cut.
    private(set) var truncatedTexts = 0

    init(raw: UnsafeMutablePointer<lxw_worksheet>, name: String) {
        self.raw = raw
        self.name = name
    }

    /// The name as formulas write it.
    var quotedName: String { Worksheet.quoted(name) }

    static func quoted(_ name: String) -> String { "'\(name.replacing("'", with: "''"))'" }

    // MARK: Cells

    /// Writes text, whatever it looks like: a formula in a title stays a title.
    mutating func write(text: String, _ row: Int, _ column: Int, _ format: Format?) throws(XLSXError) {
        let stored = stored(text)
        try check(worksheet_write_string(raw, UInt32(row), UInt16(column), stored, format), row, column)
    }

    /// A number that is not finite would damage the file without an error, so it becomes a blank cell with a note.
    func write(number: Double, _ row: Int, _ column: Int, _ format: Format?) throws(XLSXError) {
        guard number.isFinite else {
            try check(worksheet_write_blank(raw, UInt32(row), UInt16(column), format), row, column)
            return try check(
                worksheet_write_comment(raw, UInt32(row), UInt16(column), "not a finite number"), row, column)
        }
        try check(worksheet_write_number(raw, UInt32(row), UInt16(column), number, format), row, column)
    }

    func writeBlank(_ row: Int, _ column: Int, _ format: Format?) throws(XLSXError) {
        try check(worksheet_write_blank(raw, UInt32(row), UInt16(column), format), row, column)
    }

    /// A formula with our own result in it, which previewers show that compute nothing.
    func write(formula: String, result: Double, _ row: Int, _ column: Int, _ format: Format?) throws(XLSXError) {
        guard result.isFinite else { return try write(number: result, row, column, format) }
        try check(
            worksheet_write_formula_num(raw, UInt32(row), UInt16(column), formula, format, result), row, column)
    }

    /// A formula whose result is text.
    func write(formula: String, result: String, _ row: Int, _ column: Int, _ format: Format?) throws(XLSXError) {
        try check(
            worksheet_write_formula_str(raw, UInt32(row), UInt16(column), formula, format, result), row, column)
    }

    /// A link with its own words.
    mutating func write(
        link: String, text: String, _ row: Int, _ column: Int, _ format: Format?
    ) throws(XLSXError) {
        // Excel takes no longer address.
        guard link.utf16.count <= 2_079 else { return try write(text: text, row, column, format) }
        try check(
            worksheet_write_url_opt(raw, UInt32(row), UInt16(column), link, format, stored(text), nil), row, column)
    }

    func merge(_ row: Int, _ column: Int, _ lastRow: Int, _ lastColumn: Int, _ format: Format?) throws(XLSXError) {
        let error = worksheet_merge_range(
            raw, UInt32(row), UInt16(column), UInt32(lastRow), UInt16(lastColumn), "", format)
        try check(error, row, column)
    }

    /// The text as a cell takes it: short enough, and nothing in it that reads as an escape of the file format.
    private mutating func stored(_ original: String) -> String {
        // A direction override would turn a title around before the reader's eyes, in a sheet as on a page.
        let text = VisibleText.multipleLines(original)
        guard text.utf16.count > Worksheet.maximumText else { return Worksheet.escaped(text) }
        truncatedTexts += 1
        let note = "... [truncated, \(text.count) chars]"
        var cut = text.prefix(Worksheet.maximumText - note.utf16.count)
        while cut.utf16.count > Worksheet.maximumText - note.utf16.count { cut.removeLast() }
        return Worksheet.escaped(cut + note)
    }

    /// `_x0041_` in a cell means A to Excel, so the underscore of such a text is itself written as an escape; NUL ends
    /// a C string and is written as one too.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(0) || text.contains("_x") else { return text }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            if byte == 0 {
                output.append(contentsOf: "_x0000_".utf8)
                continue
            }
            let rest = bytes[index...].prefix(7)
            let isEscape =
                byte == UInt8(ascii: "_") && rest.count == 7 && rest.dropFirst().first == UInt8(ascii: "x")
                && rest.last == UInt8(ascii: "_") && rest.dropFirst(2).prefix(4).allSatisfy(isHexadecimal)
            if isEscape { output.append(contentsOf: "_x005F".utf8) }
            output.append(byte)
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte | 0x20 &- 0x20) || (0x61...0x66).contains(byte)
    }

    // MARK: Layout

    func setWidth(_ width: Double, from first: Int, to last: Int) throws(XLSXError) {
        try check(worksheet_set_column(raw, UInt16(first), UInt16(last), width, nil), 0, first)
    }

    func setHeight(_ height: Double, row: Int) throws(XLSXError) {
        try check(worksheet_set_row(raw, UInt32(row), height, nil), row, 0)
    }

    func freeze(rows: Int, columns: Int) { worksheet_freeze_panes(raw, UInt32(rows), UInt16(columns)) }

    func hideGridlines() { worksheet_gridlines(raw, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }

    func setTabColor(_ color: UInt32) { worksheet_set_tab_color(raw, color) }

    func activate() { worksheet_activate(raw) }

    /// A4 across, one page wide, with page numbers.
    func setUpPrint(repeatedRow: Int?, footer: String) throws(XLSXError) {
        worksheet_set_landscape(raw)
        worksheet_set_paper(raw, 9)
        worksheet_fit_to_pages(raw, 1, 0)
        worksheet_set_margins(raw, 0.4, 0.4, 0.5, 0.6)
        if let repeatedRow { try check(worksheet_repeat_rows(raw, UInt32(repeatedRow), UInt32(repeatedRow)), 0, 0) }
        // An ampersand begins a code in a footer, and a footer holds 255 characters.
        let words = String(footer.replacing("&", with: "&&").prefix(180))
        try check(worksheet_set_footer(raw, "&L&8\(words)&R&8&A, page &P of &N"), 0, 0)
    }

    // MARK: Tables, conditions, charts

    /// An Excel table over a range whose first row is the header.
    func addTable(
        name: String, row: Int, lastRow: Int, headers: [String], headerFormats: [Format], formats: [Format]
    ) throws(XLSXError) {
        let texts = CStrings([name] + headers)
        var columns = headers.indices.map { index in
            var column = lxw_table_column()
            column.header = texts[index + 1]
            column.header_format = headerFormats[index]
            column.format = formats[index]
            return column
        }
        let error = columns.withUnsafeMutableBufferPointer { buffer -> lxw_error in
            var pointers: [UnsafeMutablePointer<lxw_table_column>?] = buffer.indices.map { index in
                buffer.baseAddress.map { $0 + index }
            }
            pointers.append(nil)
            return pointers.withUnsafeMutableBufferPointer { list in
                var options = lxw_table_options()
                options.name = texts[0]
                options.columns = list.baseAddress
                options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
                options.style_type_number = 1
                return worksheet_add_table(
                    raw, UInt32(row), 0, UInt32(lastRow), UInt16(headers.count - 1), &options)
            }
        }
        try check(error, row, 0)
    }

    /// A bar behind the number of each cell, from 0 up to `maximum` or the largest.
    func addDataBar(_ row: Int, _ column: Int, _ lastRow: Int, maximum: Double?) throws(XLSXError) {
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
        rule.bar_color = 0xC9DCEB
        rule.bar_solid = 1
        rule.data_bar_2010 = 1
        rule.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
        rule.min_value = 0
        let top = maximum == nil ? LXW_CONDITIONAL_RULE_TYPE_AUTO_MAX : LXW_CONDITIONAL_RULE_TYPE_NUMBER
        rule.max_rule_type = UInt8(top.rawValue)
        rule.max_value = maximum ?? 0
        try add(rule, row, column, lastRow, column)
    }

    /// A format for cells at or below a bound below zero: a formula's sign is not known before it is worked out.
    func addFormat(atMost bound: Double, _ row: Int, _ column: Int, _ lastRow: Int, format: Format) throws(XLSXError) {
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
        rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_LESS_THAN_OR_EQUAL_TO.rawValue)
        rule.value = bound
        rule.format = format
        rule.stop_if_true = 1
        try add(rule, row, column, lastRow, column)
    }

    /// Where a page of paper ends, above each of the rows; the sheet is then printed at a fixed scale, for Excel heeds
    /// no breaks on a sheet that it fits to the page.
    func setPages(breakingAbove rows: [Int], scale: Int, lastRow: Int, lastColumn: Int) throws(XLSXError) {
        // Without an area, text that runs on over empty cells would open pages of its own.
        try check(worksheet_print_area(raw, 0, 0, UInt32(lastRow), UInt16(lastColumn)), 0, 0)
        worksheet_fit_to_pages(raw, 0, 0)
        worksheet_set_print_scale(raw, UInt16(scale))
        let breaks = rows.map { UInt32($0) } + [0]
        try breaks.withUnsafeBufferPointer { buffer throws(XLSXError) in
            let list = UnsafeMutablePointer(mutating: buffer.baseAddress)
            try check(worksheet_set_h_pagebreaks(raw, list), 0, 0)
        }
    }

    /// A format for cells that contain a text.
    func addTextFormat(
        containing text: String, _ row: Int, _ column: Int, _ lastRow: Int, format: Format
    ) throws(XLSXError) {
        let texts = CStrings([text])
        var rule = lxw_conditional_format()
        rule.type = UInt8(LXW_CONDITIONAL_TYPE_TEXT.rawValue)
        rule.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING.rawValue)
        rule.value_string = texts[0]
        rule.format = format
        try add(rule, row, column, lastRow, column)
    }

    private func add(
        _ rule: lxw_conditional_format, _ row: Int, _ column: Int, _ lastRow: Int, _ lastColumn: Int
    ) throws(XLSXError) {
        var rule = rule
        let error = worksheet_conditional_format_range(
            raw, UInt32(row), UInt16(column), UInt32(lastRow), UInt16(lastColumn), &rule)
        try check(error, row, column)
    }

    /// Puts a chart on the sheet, with words for whoever cannot see it.
    func insert(
        _ chart: UnsafeMutablePointer<lxw_chart>, _ row: Int, _ column: Int, scale: (x: Double, y: Double),
        description: String
    ) throws(XLSXError) {
        let texts = CStrings([description])
        var options = lxw_chart_options()
        options.x_scale = scale.x
        options.y_scale = scale.y
        options.x_offset = 2
        options.y_offset = 4
        options.description = texts[0]
        try check(worksheet_insert_chart_opt(raw, UInt32(row), UInt16(column), chart, &options), row, column)
    }

    private func check(_ error: lxw_error, _ row: Int, _ column: Int) throws(XLSXError) {
        guard error != LXW_NO_ERROR else { return }
        try Workbook.check(error, "row \(row + 1), column \(column + 1) of the sheet \(name)")
    }
}
