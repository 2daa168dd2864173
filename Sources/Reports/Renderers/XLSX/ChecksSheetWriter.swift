import ServiceDesk

/// Sums that must tie, worked out live from the other sheets, with our own results cached.
extension XLSXBook {
    mutating func writeChecks() throws(XLSXError) {
        let checks = report.allChecks
        var sheet = try workbook.addReservedSheet(plan.checks)
        let failed = checks.count { !$0.outcome.ties }
        let basis = failed == 0 ? "All sums tie." : "\(failed) of \(checks.count) sums do not tie."
        try writeHead(&sheet, title: "Checks", basis: basis, rows: checks.count)
        sheet.setTabColor(failed == 0 ? SheetColor.good : SheetColor.bad)
        let headers = ["Check", "Left", "Right", "Difference", "Result", "Terms"]
        let widths: [Double] = [60, 18, 18, 14, 16, 60]
        var heads: [Worksheet.Format] = []
        for (index, header) in headers.enumerated() {
            let head = try workbook.format(
                CellStyle(
                    isBold: true, background: SheetColor.tint, alignment: (1...3).contains(index) ? .right : .left,
                    wraps: true, bottomBorder: SheetColor.strong))
            heads.append(head)
            try sheet.write(text: header, SheetPlan.headerRow, index, head)
            try sheet.setWidth(widths[index], from: index, to: index)
        }
        sheet.freeze(rows: SheetPlan.headerRow + 1, columns: 0)
        guard !checks.isEmpty else { return }
        let plain = try workbook.format(CellStyle(bottomBorder: SheetColor.rule))
        let last = SheetPlan.headerRow + checks.count
        try sheet.addTable(
            name: "Checks", row: SheetPlan.headerRow, lastRow: last, headers: headers, headerFormats: heads,
            formats: headers.map { _ in plain })
        for (index, check) in checks.enumerated() {
            try write(check, at: SheetPlan.headerRow + 1 + index, &sheet)
        }
        let good = try workbook.format(CellStyle(isBold: true, color: SheetColor.good))
        let bad = try workbook.format(CellStyle(isBold: true, color: SheetColor.bad))
        try sheet.addTextFormat(containing: "✓", SheetPlan.headerRow + 1, 4, last, format: good)
        try sheet.addTextFormat(containing: "✕", SheetPlan.headerRow + 1, 4, last, format: bad)
    }

    private mutating func write(_ check: Check, at row: Int, _ sheet: inout Worksheet) throws(XLSXError) {
        let plain = try workbook.format(CellStyle(bottomBorder: SheetColor.rule))
        try sheet.write(text: check.title, row, 0, plain)
        guard case .compared(let left, let right, let difference) = check.outcome else {
            for column in 1...3 { try sheet.write(text: CellText.absence(.notApplicable), row, column, plain) }
            try sheet.write(text: "✕ cannot be compared", row, 4, plain)
            return
        }
        let number = try workbook.format(
            CellStyle(number: NumberFormat.of(left.kind), bottomBorder: SheetColor.rule))
        try addNegativeFormats(left.kind, row, 3, row, &sheet)
        try write("=" + sum(check.left), for: left, row, 1, number, &sheet)
        try write("=" + sum(check.right), for: right, row, 2, number, &sheet)
        let place = row + 1
        // Excel adds in binary; a millionth is far below a paisa and a second.
        try write("=ROUND(B\(place)-C\(place),6)", for: difference, row, 3, number, &sheet)
        let verdict = check.outcome.ties ? "✓ ties" : "✕ does not tie"
        try sheet.write(
            formula: "=IF(D\(place)=0,\"✓ ties\",\"✕ does not tie\")", result: verdict, row, 4, plain)
        let terms = words(check.left) + " = " + words(check.right)
        try sheet.write(text: terms, row, 5, plain)
    }

    /// The terms as a formula: references where the workbook has the number, the number itself elsewhere.
    private func sum(_ terms: [CheckTerm]) -> String {
        var formula = ""
        for term in terms {
            guard case .number(let number) = value(term.value) else { continue }
            let reference = term.place.flatMap { plan.formula(for: $0) } ?? "(\(ChartCanvas.exact(number)))"
            formula += term.isSubtracted ? "-" : formula.isEmpty ? "" : "+"
            formula += reference
        }
        return formula.isEmpty ? "0" : formula
    }

    private func words(_ terms: [CheckTerm]) -> String {
        terms.enumerated().map { index, term in
            (term.isSubtracted ? "- " : index > 0 ? "+ " : "") + "\(term.title) \(words.text(term.value))"
        }.joined(separator: " ")
    }
}
