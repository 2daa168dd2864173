import ServiceDesk

/// One table or several on a sheet.
extension XLSXBook {
    mutating func write(_ tables: [TableSheet], wraps: Bool) throws(XLSXError) {
        guard let first = tables.first else { return }
        var sheet = try workbook.addReservedSheet(first.name)
        if tables.count == 1 {
            try writeHead(&sheet, title: first.table.title, basis: first.table.basis, rows: first.table.rows.count)
            sheet.freeze(rows: first.firstRow, columns: first.columns.count > 3 ? 1 : 0)
        } else {
            let titles = tables.map(\.table.title).joined(separator: ", ")
            try writeHead(
                &sheet, title: first.name, basis: "\(titles).", rows: tables.reduce(0) { $0 + $1.table.rows.count },
                repeatsHeader: false)
            let title = try workbook.format(CellStyle(isBold: true, size: 12, color: SheetColor.ink))
            let muted = try workbook.format(CellStyle(color: SheetColor.muted))
            for table in tables {
                try sheet.write(text: table.table.title, table.headerRow - 2, 0, title)
                try sheet.write(text: table.table.basis, table.headerRow - 1, 0, muted)
            }
            sheet.freeze(rows: 0, columns: 1)
        }
        for table in tables { try write(table, wraps: wraps, &sheet) }
        try setWidths(tables, wraps: wraps, &sheet)
    }

    private mutating func write(_ plan: TableSheet, wraps: Bool, _ sheet: inout Worksheet) throws(XLSXError) {
        let table = plan.table
        try writeHeader(plan, &sheet)
        for (index, row) in table.rows.enumerated() {
            try writeRow(row, at: plan.firstRow + index, of: plan, wraps: wraps, &sheet)
            if wraps { try sheet.setHeight(wrappedHeight(row), row: plan.firstRow + index) }
        }
        if let total = table.total, let row = plan.totalRow { try writeTotal(total, at: row, of: plan, &sheet) }
        if table.rows.isEmpty {
            let muted = try workbook.format(CellStyle(isItalic: true, color: SheetColor.muted))
            try sheet.write(text: table.emptyText, plan.firstRow, 0, muted)
        } else {
            try addBars(plan, &sheet)
        }
    }

    /// The height of a row whose texts wrap; programs other than Excel do not work it out.
    private func wrappedHeight(_ cells: [Cell]) -> Double {
        let lines = cells.map { cell in
            Double(VisibleWidth.columns(words.text(cell))) * 1.15 / Double(Self.wrappedWidth)
        }
        return max((lines.max() ?? 1).rounded(.up), 1) * 13.5 + 2
    }

    /// The widest column of a sheet whose texts wrap.
    private static var wrappedWidth: Int { 38 }

    private mutating func writeHeader(_ plan: TableSheet, _ sheet: inout Worksheet) throws(XLSXError) {
        var headers: [Worksheet.Format] = []
        for (index, column) in plan.columns.enumerated() {
            let format = try workbook.format(
                CellStyle(
                    isBold: true, background: SheetColor.tint, alignment: plan.table.columns[column.source].alignment,
                    wraps: true, bottomBorder: SheetColor.strong,
                    isIndented: plan.table.columns[column.source].alignment == .left && index > 0))
            headers.append(format)
            try sheet.write(text: column.header, plan.headerRow, index, format)
        }
        let longest = plan.columns.map { VisibleWidth.columns($0.header) }.max() ?? 0
        try sheet.setHeight(longest > 26 ? 44 : longest > 12 ? 31 : 18, row: plan.headerRow)
        guard !plan.table.rows.isEmpty else { return }
        var formats: [Worksheet.Format] = []
        for column in plan.columns { formats.append(try workbook.format(style(plan, column, .absent(.notRecorded)))) }
        try sheet.addTable(
            name: "Table\(plan.number)", row: plan.headerRow, lastRow: plan.lastRow,
            headers: plan.columns.map(\.header), headerFormats: headers, formats: formats)
    }

    private func style(_ plan: TableSheet, _ column: SheetColumn, _ cell: Cell) -> CellStyle {
        let source = plan.table.columns[column.source]
        var style = CellStyle()
        style.number =
            column.part == .minutes
            ? NumberFormat.minutes : NumberFormat.of(source.kind, cell)
        style.alignment = source.alignment
        style.bottomBorder = SheetColor.rule
        // Otherwise a word would touch the number on its left.
        style.isIndented = source.alignment == .left && column.source > 0
        if cell.absence != nil { style.color = SheetColor.muted }
        if case .state(_, let tone) = cell {
            style.color = SheetColor.tone(tone)
            style.isBold = tone != .neutral
        }
        return style
    }

    private mutating func writeRow(
        _ cells: [Cell], at row: Int, of plan: TableSheet, wraps: Bool, _ sheet: inout Worksheet
    ) throws(XLSXError) {
        for (index, column) in plan.columns.enumerated() {
            let cell = cells[column.source]
            let source = plan.table.columns[column.source]
            var style = style(plan, column, cell)
            style.wraps = wraps
            style.isTop = true
            if source.kind == .ticket, case .text(let id) = cell, let link = report.context.ticketLink,
                plan.table.rows.count <= 60_000
            {
                style.color = SheetColor.link
                style.isUnderlined = true
                let format = try workbook.format(style)
                try sheet.write(link: link.address(of: id), text: id, row, index, format)
                continue
            }
            let format = try workbook.format(style)
            if let formula = plan.formula(source, cells: cells, row: row, cell: cell) {
                try write(formula, for: cell, row, index, format, &sheet)
            } else {
                try write(cell, column.part, row, index, format, &sheet)
            }
        }
    }

    private mutating func writeTotal(
        _ cells: [Cell], at row: Int, of plan: TableSheet, _ sheet: inout Worksheet
    ) throws(XLSXError) {
        for (index, column) in plan.columns.enumerated() {
            let cell = cells[column.source]
            let source = plan.table.columns[column.source]
            var style = style(plan, column, cell)
            style.isBold = true
            style.topBorder = SheetColor.strong
            style.bottomBorder = nil
            let format = try workbook.format(style)
            if cell == .absent(.notApplicable) {
                try sheet.writeBlank(row, index, format)
            } else if source.isSummed, cell.absence == nil, !plan.table.rows.isEmpty {
                try addNegativeFormats(source.kind, row, index, row, &sheet)
                let letter = SheetColumn.letter(index)
                let formula = "=SUBTOTAL(109,\(plan.range(letter)))"
                guard case .number(let value) = value(cell, column.part) else { continue }
                try sheet.write(formula: formula, result: value, row, index, format)
            } else if let formula = plan.formula(source, cells: cells, row: row, cell: cell) {
                try write(formula, for: cell, row, index, format, &sheet)
            } else {
                try write(cell, column.part, row, index, format, &sheet)
            }
        }
    }

    func value(_ cell: Cell, _ part: SheetColumn.Part = .value) -> SheetValue {
        SheetValue(cell, part, zone: report.context.timeZone, words: words)
    }

    /// Writes a cell as it stands.
    func write(
        _ cell: Cell, _ part: SheetColumn.Part = .value, _ row: Int, _ column: Int, _ format: Worksheet.Format,
        _ sheet: inout Worksheet
    ) throws(XLSXError) {
        switch value(cell, part) {
        case .text(let text): try sheet.write(text: text, row, column, format)
        case .number(let number): try sheet.write(number: number, row, column, format)
        }
    }

    /// Writes a formula with the cell as its result.
    func write(
        _ formula: String, for cell: Cell, _ row: Int, _ column: Int, _ format: Worksheet.Format,
        _ sheet: inout Worksheet
    ) throws(XLSXError) {
        switch value(cell) {
        case .text(let text): try sheet.write(formula: formula, result: text, row, column, format)
        case .number(let number): try sheet.write(formula: formula, result: number, row, column, format)
        }
    }

    /// Formats for a formula that comes out below zero, by its size.
    mutating func addNegativeFormats(
        _ kind: ColumnKind, _ row: Int, _ column: Int, _ lastRow: Int, _ sheet: inout Worksheet
    ) throws(XLSXError) {
        guard let (decimals, prefix) = NumberFormat.grouping(of: kind) else { return }
        for bound in [1e7, 1e5, 0.000001] {
            let format = try workbook.format(CellStyle(number: NumberFormat.plain(bound, decimals, prefix)))
            try sheet.addFormat(atMost: -bound, row, column, lastRow, format: format)
        }
    }

    /// Bars behind shares and behind the first column that is summed: the eye finds the long ones.
    private func addBars(_ plan: TableSheet, _ sheet: inout Worksheet) throws(XLSXError) {
        guard plan.table.rows.count > 1, plan.table.rows.count <= 500 else { return }
        var hasBar = false
        for (index, column) in plan.columns.enumerated() {
            let source = plan.table.columns[column.source]
            if source.kind == .share {
                try sheet.addDataBar(plan.firstRow, index, plan.lastRow, maximum: 1)
            } else if source.isSummed, source.kind == .count, !hasBar {
                try sheet.addDataBar(plan.firstRow, index, plan.lastRow, maximum: nil)
                hasBar = true
            }
        }
    }

    /// As wide as the widest of the tables needs it.
    private func setWidths(_ tables: [TableSheet], wraps: Bool, _ sheet: inout Worksheet) throws(XLSXError) {
        let widths = tables.map { self.widths($0, wraps: wraps) }
        for index in 0..<(widths.map(\.count).max() ?? 0) {
            let width = widths.compactMap { index < $0.count ? $0[index] : nil }.max() ?? 8
            try sheet.setWidth(Double(width), from: index, to: index)
        }
    }

    /// As wide as the longest text, at most 60; a header may take three lines, with room for its filter button.
    private func widths(_ plan: TableSheet, wraps: Bool) -> [Int] {
        plan.columns.map { column in
            let source = plan.table.columns[column.source]
            let cells = plan.table.rows.map { $0[column.source] } + (plan.table.total.map { [$0[column.source]] } ?? [])
            // Minutes and hours are shorter than the words for them.
            let longest =
                source.kind == .duration
                ? 9 : cells.reduce(0) { max($0, VisibleWidth.columns(words.text($1, unit: source.unit))) }
            let headWords = column.header.split(separator: " ").map { VisibleWidth.columns(String($0)) }
            let head = max(headWords.max() ?? 0, VisibleWidth.columns(column.header) / 3 + 2) + 3
            let cap = wraps ? Self.wrappedWidth : 60
            return min(max(longest + 2, head, 8), cap)
        }
    }
}

extension TableSheet {
    /// The live formula of a cell that follows from others, where the numbers on the sheet really are its parts.
    func formula(_ column: TableColumn, cells: [Cell], row: Int, cell: Cell) -> String? {
        guard let quotient = cell.quotient, let derivation = column.derivation else { return nil }
        let parts: [String]
        let whole: String
        switch derivation {
        case .quotient(let numerators, let denominators):
            guard sum(numerators, cells) == quotient.numerator, sum(denominators, cells) == quotient.denominator
            else { return constant(quotient) }
            parts = numerators.compactMap { letter(of: $0) }.map { "\($0)\(row + 1)" }
            whole = denominators.compactMap { letter(of: $0) }.map { "\($0)\(row + 1)" }.joined(separator: "+")
        case .shareOfTotal(let key):
            guard let total = table.total, let totalRow, let letter = letter(of: key),
                sum([key], cells) == quotient.numerator, sum([key], total) == quotient.denominator
            else { return constant(quotient) }
            parts = ["\(letter)\(row + 1)"]
            whole = "\(letter)$\(totalRow + 1)"
        }
        let absent = CellText.absence(.noneEligible)
        return "=IF((\(whole))=0,\"\(absent)\",(\(parts.joined(separator: "+")))/(\(whole)))"
    }

    private func constant(_ quotient: Quotient) -> String? {
        quotient.denominator == 0 ? nil : "=\(quotient.numerator)/\(quotient.denominator)"
    }

    /// The sum of whole numbers or amounts in some columns of a row; nil when one of them is neither.
    private func sum(_ keys: [String], _ cells: [Cell]) -> Int? {
        var sum = 0
        for key in keys {
            guard let index = table.columnIndex(key) else { return nil }
            let part: Int
            switch cells[index] {
            case .count(let count): part = count
            case .money(let paise): part = Int(paise.value)
            default: return nil
            }
            let (next, overflow) = sum.addingReportingOverflow(part)
            guard !overflow else { return nil }
            sum = next
        }
        return sum
    }
}
