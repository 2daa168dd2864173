import ServiceDesk

/// Where everything will stand in the workbook, settled before the first cell is written: formulas point forward.
struct SheetPlan {
    /// The row of the header of a sheet with one table, from 0; above it stand title, basis and the way back.
    static let headerRow = 3

    static let summary = "Summary"
    static let figures = "Figures"

    /// The sheets of the tables, in order; the rows that all is made from come last.
    private(set) var sheets: [[TableSheet]] = []
    private(set) var omitted: [ReportTable] = []
    private(set) var figureRows: [String: Int] = [:]
    private(set) var chartRows: [String: Int] = [:]
    private(set) var names = SheetNames()
    let findings: TableSheet?
    let definitions: TableSheet
    let checks: String
    let chartData: String

    init(report: Report, rowLimit: Int) {
        _ = names.unique(SheetPlan.summary)
        _ = names.unique(SheetPlan.figures)
        let zone = report.context.timeZone.identifier
        omitted = SheetPlan.omitted(report, rowLimit: rowLimit)
        let written = report.tables.filter { $0.rows.count <= rowLimit }
        var number = 0
        for group in SheetPlan.groups(written.filter { !$0.isData } + written.filter(\.isData)) {
            let name = names.unique(group[0].sheetName ?? group[0].title)
            var header = group.count == 1 ? SheetPlan.headerRow : SheetPlan.headerRow + 3
            var sheet: [TableSheet] = []
            for table in group {
                number += 1
                let next = TableSheet(table: table, name: name, zone: zone, number: number, headerRow: header)
                header = (next.totalRow ?? next.lastRow) + 4
                sheet.append(next)
            }
            sheets.append(sheet)
        }
        // A report that shows its findings as a table needs no second sheet of them.
        findings =
            report.tables.contains { $0.id == "findings" }
            ? nil
            : TableSheet(table: .findings(report), name: names.unique("Findings"), zone: zone, number: number + 1)
        definitions = TableSheet(
            table: .definitions(report), name: names.unique("Definitions"), zone: zone, number: number + 2)
        checks = names.unique("Checks")
        chartData = names.unique("Chart data")
        for (index, figure) in report.figures.enumerated() {
            figureRows[figure.key] = SheetPlan.headerRow + 1 + index
        }
        var row = 2
        for chart in report.charts {
            chartRows[chart.id] = row
            row += chart.categories.count + 4
        }
    }

    /// All tables that have a place, in the order of the sheets.
    var tables: [TableSheet] { sheets.flatMap { $0 } }

    /// The tables that a workbook with such a limit leaves out.
    static func omitted(_ report: Report, rowLimit: Int) -> [ReportTable] {
        report.tables.filter { $0.rows.count > rowLimit }
    }

    /// Tables that name the same sheet, in the place of the first of them.
    private static func groups(_ tables: [ReportTable]) -> [[ReportTable]] {
        var groups: [[ReportTable]] = []
        for table in tables {
            let known = table.sheetName.flatMap { name in groups.firstIndex { $0[0].sheetName == name } }
            if let known { groups[known].append(table) } else { groups.append([table]) }
        }
        return groups
    }

    /// The address of a term of a check, or nil when it is not in the workbook as a number.
    func formula(for place: CheckPlace) -> String? {
        switch place {
        case .figure(let key):
            guard let row = figureRows[key] else { return nil }
            return "\(SheetPlan.figures)!$C$\(row + 1)"
        case .cell(let id, let row, let column):
            guard let sheet = sheet(id), let letter = sheet.letter(of: column) else { return nil }
            return "\(Worksheet.quoted(sheet.name))!$\(letter)$\(sheet.firstRow + row + 1)"
        case .total(let id, let column):
            guard let sheet = sheet(id), let letter = sheet.letter(of: column), let total = sheet.totalRow else {
                return nil
            }
            return "\(Worksheet.quoted(sheet.name))!$\(letter)$\(total + 1)"
        case .column(let id, let column):
            guard let sheet = sheet(id), let letter = sheet.letter(of: column) else { return nil }
            guard !sheet.table.rows.isEmpty else { return "0" }
            return "SUM(\(Worksheet.quoted(sheet.name))!\(sheet.range(letter)))"
        }
    }

    private func sheet(_ id: String) -> TableSheet? { tables.first { $0.table.id == id } }
}

/// A table and the columns that it has on its sheet.
struct TableSheet {
    let table: ReportTable
    let name: String
    let columns: [SheetColumn]
    let number: Int

    /// The row of its header, from 0.
    let headerRow: Int

    init(table: ReportTable, name: String, zone: String, number: Int, headerRow: Int = SheetPlan.headerRow) {
        self.headerRow = headerRow
        self.table = table
        self.name = name
        self.number = number
        columns = SheetColumn.columns(of: table, zone: zone)
    }

    var firstRow: Int { headerRow + 1 }
    var lastRow: Int { firstRow + max(table.rows.count, 1) - 1 }
    var totalRow: Int? { table.total == nil ? nil : lastRow + 1 }

    /// The letter of a column's value.
    func letter(of key: String) -> String? {
        columns.firstIndex { table.columns[$0.source].key == key && $0.part == .value }.map(SheetColumn.letter)
    }

    /// All cells of a column: `$B$5:$B$17`.
    func range(_ letter: String) -> String { "$\(letter)$\(firstRow + 1):$\(letter)$\(lastRow + 1)" }
}

/// A column of a sheet. A duration has two: hours and minutes for the eye, plain minutes for arithmetic.
struct SheetColumn {
    enum Part { case value, minutes }

    let source: Int
    let part: Part
    let header: String

    static func columns(of table: ReportTable, zone: String) -> [SheetColumn] {
        var columns: [SheetColumn] = []
        var taken: Set<String> = []
        for (index, column) in table.columns.enumerated() {
            for part in column.kind == .duration ? [Part.value, .minutes] : [.value] {
                let wanted = header(column, part, zone)
                var header = wanted
                var number = 2
                // A table's headers differ by more than case.
                while !taken.insert(header.lowercased()).inserted {
                    header = "\(wanted) (\(number))"
                    number += 1
                }
                columns.append(SheetColumn(source: index, part: part, header: header))
            }
        }
        return columns
    }

    private static func header(_ column: TableColumn, _ part: Part, _ zone: String) -> String {
        let title = VisibleText.singleLine(column.fullTitle)
        switch (column.kind, part) {
        case (.duration, .value): return "\(title)\(time(column)), h:mm"
        case (.duration, .minutes): return "\(title)\(time(column)), minutes"
        case (.instant, _): return "\(title), \(zone)"
        default: return title
        }
    }

    private static func time(_ column: TableColumn) -> String { column.timeName.map { ", \($0)" } ?? "" }

    /// The letters of a column: A, Z, AA.
    static func letter(_ index: Int) -> String {
        var rest = index
        var letters = ""
        repeat {
            letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
            rest = rest / 26 - 1
        } while rest >= 0
        return letters
    }
}

extension ReportTable {
    /// The findings as a table of their own sheet.
    static func findings(_ report: Report) -> ReportTable {
        ReportTable(
            id: "findings", title: "Findings", basis: "What is odd about the data that was read.",
            columns: [
                TableColumn("code", "Code", .text), TableColumn("severity", "Severity", .state),
                TableColumn("count", "Count", .count, unit: .rows), TableColumn("place", "First place", .text),
                TableColumn("text", "Text", .text), TableColumn("sentence", "What is odd", .text),
                TableColumn("hint", "Hint", .text),
            ],
            rows: report.findings.map { finding in
                let example = finding.examples.first
                let tone: Tone =
                    switch finding.code.severity {
                    case .info: .neutral
                    case .warning: .warning
                    case .error: .bad
                    }
                return [
                    .text(finding.code.rawValue), .state(finding.code.severity.rawValue, tone), .count(finding.count),
                    .text(example?.place.description ?? ""), .text(example?.text ?? ""),
                    .text(example?.sentence ?? ""), .text(example?.hint ?? ""),
                ]
            }, emptyText: "Nothing odd was found.")
    }

    /// The definitions as a table of their own sheet.
    static func definitions(_ report: Report) -> ReportTable {
        ReportTable(
            id: "definitions", title: "Definitions", basis: "What every number means; aroundtally explain metric ID.",
            columns: [
                TableColumn("metric", "Metric", .text), TableColumn("title", "Title", .text),
                TableColumn("question", "Question", .text), TableColumn("definition", "Definition", .text),
                TableColumn("clock", "Clock", .text), TableColumn("population", "Population", .text),
                TableColumn("denominator", "Denominator", .text), TableColumn("date_basis", "Date basis", .text),
                TableColumn("source", "Source", .text), TableColumn("differs", "Differs from the app", .text),
            ],
            rows: report.definitions.map { metric in
                [
                    .text(metric.id), .text(metric.title), .text(metric.question), .text(metric.definition),
                    .text(metric.clock ?? ""), .text(metric.population), .text(metric.denominator ?? ""),
                    .text(metric.dateBasis), .text(metric.source), .text(metric.differs ?? ""),
                ]
            })
    }
}
