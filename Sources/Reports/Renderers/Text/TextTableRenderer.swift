public import ServiceDesk

/// A table of a report as text: aligned for a terminal, or as Markdown.
public struct TextTableRenderer: Sendable {
    private let words: CellText
    private let timeZone: TimeZoneRules

    /// A renderer for a report's time zone.
    public init(timeZone: TimeZoneRules) {
        words = CellText(timeZone: timeZone)
        self.timeZone = timeZone
    }

    /// The headline tables of a report, aligned, with its context above them.
    public func terminal(_ report: Report, rowLimit: Int = 20) -> String {
        page(report) { table in aligned(table, rowLimit: rowLimit) }
    }

    /// The headline tables of a report as Markdown.
    public func markdown(_ report: Report, rowLimit: Int = 20) -> String {
        page(report, heading: "## ") { table in markdown(table, rowLimit: rowLimit) }
    }

    /// Lines of columns, numbers on the right.
    public func aligned(_ table: ReportTable, rowLimit: Int = .max) -> String {
        let lines = lines(of: table, rowLimit: rowLimit)
        let widths = table.columns.indices.map { index in lines.map { VisibleWidth.columns($0[index]) }.max() ?? 0 }
        var output = heading(table) + "\n"
        for (number, line) in lines.enumerated() {
            // A rule under the header and above the total.
            if number == 1 || (table.total != nil && number == lines.count - 1 && number > 1) {
                output += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
            }
            let fields = line.indices.map { index in
                padded(line[index], to: widths[index], table.columns[index].alignment)
            }
            output += String(fields.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()) + "\n"
        }
        return output + note(table, rowLimit)
    }

    /// A Markdown table.
    public func markdown(_ table: ReportTable, rowLimit: Int = .max) -> String {
        let lines = lines(of: table, rowLimit: rowLimit)
        let rule = table.columns.map { $0.alignment == .right ? "---:" : "---" }
        var output = heading(table) + "\n\n"
        for (number, line) in lines.enumerated() {
            output += "| " + line.map(TextTableRenderer.escaped).joined(separator: " | ") + " |\n"
            if number == 0 { output += "| " + rule.joined(separator: " | ") + " |\n" }
        }
        let note = note(table, rowLimit)
        return note.isEmpty ? output : output + "\n" + note
    }

    private func page(_ report: Report, heading: String = "", table: (ReportTable) -> String) -> String {
        let context = report.context
        var output = "\(heading.isEmpty ? "" : "# ")\(report.title), \(context.periodTitle)\n"
        output += "As of \(words.asOf(context.asOf)), \(words.zone(at: context.asOf)); "
        output += "policy \(context.policySource); filters: \(ReportWords.filters(context))\n"
        for section in report.sections {
            let figures = section.figures
            let tables = section.tables.filter { !$0.isData && !$0.isProse }
            guard !figures.isEmpty || !tables.isEmpty else { continue }
            output += "\n\(heading)\(section.title)\n\n"
            if !figures.isEmpty { output += table(self.table(of: figures, in: section)) }
            for (index, entry) in tables.enumerated() {
                output += (index > 0 || !figures.isEmpty ? "\n" : "") + table(entry)
            }
        }
        let left = report.tables.filter { $0.isData || $0.isProse }.map(\.title)
        guard !left.isEmpty else { return output }
        return output + "\nNot shown here: \(left.joined(separator: ", ")); --xlsx, --html and --json have them.\n"
    }

    /// Figures as rows: a terminal has no tiles.
    private func table(of figures: [Figure], in section: Section) -> ReportTable {
        ReportTable(
            id: "figures", title: "Figures", basis: "",
            columns: [
                TableColumn("figure", "Figure", .text), TableColumn("value", "Value", .text, alignment: .right),
                TableColumn("n", "n", .text, alignment: .right), TableColumn("change", "Change", .text),
            ],
            rows: figures.map { figure in
                [
                    .text(figure.title), .text(words.text(figure.value, unit: figure.unit)),
                    .text(figure.n.map { CellText.count($0) } ?? ""),
                    .text(figure.comparison.map { "\($0.words) on \($0.periodTitle)" } ?? ""),
                ]
            })
    }

    private func heading(_ table: ReportTable) -> String {
        let title = VisibleText.singleLine(table.title)
        return table.basis.isEmpty ? title : "\(title). \(VisibleText.singleLine(table.basis))"
    }

    /// Header, shown rows and total, as text on one line each.
    private func lines(of table: ReportTable, rowLimit: Int) -> [[String]] {
        let rows = table.rows.prefix(rowLimit) + (table.total.map { [$0] } ?? [])
        let shortens = table.shortensTickets(in: rowLimit)
        let header = table.columns.map { column in
            column.fullTitle + (column.timeName.map { " (\($0))" } ?? "")
        }
        return [header.map(VisibleText.singleLine)]
            + rows.map { row in
                zip(table.columns, row).map { column, cell in
                    let text = words.text(cell, unit: column.unit)
                    return VisibleText.singleLine(
                        column.kind == .ticket && shortens ? CellText.shortTicket(text) : text)
                }
            }
    }

    private func note(_ table: ReportTable, _ rowLimit: Int) -> String {
        if table.rows.isEmpty { return table.emptyText + "\n" }
        guard table.rows.count > rowLimit else { return "" }
        return "The first \(CellText.count(rowLimit)) of \(CellText.count(table.rows.count)) rows; "
            + "--format csv, --xlsx and --json have all of them.\n"
    }

    private func padded(_ text: String, to width: Int, _ alignment: Alignment) -> String {
        let space = String(repeating: " ", count: max(0, width - VisibleWidth.columns(text)))
        return alignment == .right ? space + text : text + space
    }

    /// Text inside a Markdown cell: no pipe ends it, no markup begins in it.
    private static func escaped(_ text: String) -> String {
        var output = ""
        for character in text {
            if "\\`*_[]<>|#~".contains(character) { output.append("\\") }
            output.append(character)
        }
        return output
    }
}
