import ServiceDesk

/// All figures as one table, which the tiles of Summary and the checks read.
extension XLSXBook {
    private static let headers = [
        "Figure", "Section", "Value", "Minutes", "n", "Of what", "Numerator", "Denominator", "Before", "Change",
        "Beside it", "Metric",
    ]
    private static let widths: [Double] = [44, 19, 15, 10, 8, 31, 11, 12, 15, 25, 76, 26]

    mutating func writeFigures() throws(XLSXError) {
        let figures = report.sections.flatMap { section in section.figures.map { (section.title, $0) } }
        var sheet = try workbook.addReservedSheet(SheetPlan.figures)
        let basis = "Each figure with what it rests on; shares are divided live from numerator and denominator."
        try writeHead(&sheet, title: "Figures", basis: basis, rows: figures.count)
        var heads: [Worksheet.Format] = []
        for (index, header) in Self.headers.enumerated() {
            let head = try workbook.format(
                CellStyle(
                    isBold: true, background: SheetColor.tint,
                    alignment: [2, 3, 4, 6, 7, 8].contains(index) ? .right : .left,
                    wraps: true, bottomBorder: SheetColor.strong))
            heads.append(head)
            try sheet.write(text: header, SheetPlan.headerRow, index, head)
            try sheet.setWidth(Self.widths[index], from: index, to: index)
        }
        sheet.freeze(rows: SheetPlan.headerRow + 1, columns: 1)
        guard !figures.isEmpty else { return }
        let plain = try workbook.format(CellStyle(bottomBorder: SheetColor.rule))
        try sheet.addTable(
            name: "Figures", row: SheetPlan.headerRow, lastRow: SheetPlan.headerRow + figures.count,
            headers: Self.headers, headerFormats: heads, formats: Self.headers.map { _ in plain })
        for (index, entry) in figures.enumerated() {
            try write(entry.1, section: entry.0, at: SheetPlan.headerRow + 1 + index, &sheet)
        }
    }

    private mutating func write(
        _ figure: Figure, section: String, at row: Int, _ sheet: inout Worksheet
    ) throws(XLSXError) {
        let plain = try workbook.format(CellStyle(bottomBorder: SheetColor.rule))
        let count = try workbook.format(
            CellStyle(number: NumberFormat.of(.count), bottomBorder: SheetColor.rule))
        try sheet.write(text: figure.title, row, 0, plain)
        try sheet.write(text: section, row, 1, plain)
        try writeValue(figure.value, row, 2, quotientRow: row, &sheet)
        if case .duration = figure.value {
            let minutes = try workbook.format(
                CellStyle(number: NumberFormat.minutes, bottomBorder: SheetColor.rule))
            try write(figure.value, .minutes, row, 3, minutes, &sheet)
        } else {
            try sheet.writeBlank(row, 3, plain)
        }
        let numbers = [figure.n, figure.value.quotient?.numerator, figure.value.quotient?.denominator]
        for (number, column) in zip(numbers, [4, 6, 7]) {
            if let number {
                try sheet.write(number: Double(number), row, column, count)
            } else {
                try sheet.writeBlank(row, column, plain)
            }
        }
        try sheet.write(text: figure.n == nil ? "" : figure.nTitle, row, 5, plain)
        if let comparison = figure.comparison {
            try writeValue(comparison.previous, row, 8, quotientRow: nil, &sheet)
            try writeChange(comparison, row, 9, &sheet)
        } else {
            try sheet.writeBlank(row, 8, plain)
            try sheet.writeBlank(row, 9, plain)
        }
        try sheet.write(text: beside(figure), row, 10, plain)
        try sheet.write(text: figure.metric.id, row, 11, plain)
    }

    /// The numbers beside a figure in words: `431 met · 42 breached`.
    func beside(_ figure: Figure) -> String {
        figure.parts.map { part in
            ReportWords.part(part, value: words.text(part.value, unit: figure.unit))
        }.joined(separator: " · ")
    }

    private mutating func writeValue(
        _ cell: Cell, _ row: Int, _ column: Int, quotientRow: Int?, _ sheet: inout Worksheet
    ) throws(XLSXError) {
        var style = CellStyle(
            number: NumberFormat.of(cell.kind, cell), isBold: quotientRow != nil,
            alignment: .right, bottomBorder: SheetColor.rule)
        if cell.absence != nil { style.color = SheetColor.muted }
        let format = try workbook.format(style)
        guard let quotientRow, cell.quotient != nil else { return try write(cell, .value, row, column, format, &sheet) }
        let place = quotientRow + 1
        let absent = CellText.absence(.noneEligible)
        try write("=IF(H\(place)=0,\"\(absent)\",G\(place)/H\(place))", for: cell, row, column, format, &sheet)
    }

    private mutating func writeChange(
        _ comparison: Comparison, _ row: Int, _ column: Int, _ sheet: inout Worksheet
    ) throws(XLSXError) {
        let format = try workbook.format(
            CellStyle(color: SheetColor.tone(comparison.tone), bottomBorder: SheetColor.rule))
        try sheet.write(text: Self.change(comparison), row, column, format)
    }

    /// The change in words: `▲ up 2.7 points, better`.
    static func change(_ comparison: Comparison) -> String {
        ReportWords.mark(comparison.direction) + comparison.words + ReportWords.verdict(comparison)
    }
}
