import Foundation
import ServiceDesk
import Testing

@testable import Reports

/// The three renderers show one report, so what they wrote is read back and compared cell by cell.
@Suite struct AgreementTests {
    @Test func everyCellOfEveryTableAgrees() throws {
        let report = DemoReport.report()
        let sheets = try Self.readBack(report)
        let page = String(decoding: HTMLReportRenderer().render(report), as: UTF8.self)
        let json = JSONReportRenderer().value(of: report)
        let plan = SheetPlan(report: report, rowLimit: 100_000)
        let words = CellText(timeZone: DemoReport.zone)
        var compared = 0
        for (table, value) in zip(report.tables, Self.array(json["data"]?["tables"])) {
            let sheet = try #require(plan.tables.first { $0.table.id == table.id })
            let rows = Self.htmlRows(of: table.id, in: page)
            #expect(rows.count == table.rows.count + (table.total == nil ? 0 : 1))
            for (index, row) in table.rows.enumerated() {
                let object = Self.array(value["rows"])[index]
                for (place, column) in sheet.columns.enumerated() {
                    let key = table.columns[column.source].key
                    let reference = "\(SheetColumn.letter(place))\(sheet.firstRow + index + 1)"
                    let cell = try #require(sheets[sheet.name]?[reference], "\(sheet.name) \(reference)")
                    let expected = object[key] ?? .null
                    #expect(
                        Self.agrees(cell.value, expected, column.part, row[column.source], words),
                        "\(sheet.name) \(reference): \(cell.value), JSON \(expected)")
                    compared += 1
                }
                for (place, column) in table.columns.enumerated() {
                    let shown = words.text(row[place], unit: column.unit)
                    let visible = VisibleText.singleLine(shown)
                    let html = rows[index][place].replacing("−", with: "-")
                    #expect(html == visible || html.hasSuffix(" " + visible), "\(table.id) row \(index): \(html)")
                }
            }
        }
        #expect(compared > 500)
    }

    @Test func everyFigureAgrees() throws {
        let report = DemoReport.report()
        let sheet = try #require(try Self.readBack(report)["Figures"])
        let figures = Self.array(JSONReportRenderer().value(of: report)["data"]?["figures"])
        let page = String(decoding: HTMLReportRenderer().render(report), as: UTF8.self)
        for (index, (figure, object)) in zip(report.figures, figures).enumerated() {
            let cell = try #require(sheet["C\(index + 5)"])
            let words = CellText(timeZone: DemoReport.zone)
            #expect(Self.agrees(cell.value, object["value"] ?? .null, .value, figure.value, words), "\(figure.key)")
            #expect(page.contains(">\(words.text(figure.value, unit: figure.unit))</p>"), "\(figure.key)")
            if figure.value.quotient != nil { #expect(cell.formula != nil) }
        }
    }

    @Test func checksTieWithLiveFormulas() throws {
        let report = DemoReport.report()
        let sheet = try #require(try Self.readBack(report)["Checks"])
        for index in report.allChecks.indices {
            #expect(sheet["E\(index + 5)"]?.value == .text("✓ ties"))
            #expect(sheet["D\(index + 5)"]?.value == .number(0))
            #expect(sheet["B\(index + 5)"]?.formula != nil)
        }
        #expect(sheet["B5"]?.formula == "'Bridge'!$B$5+'Bridge'!$B$6+'Bridge'!$B$7-'Bridge'!$B$8")
        #expect(sheet["C5"]?.formula == "Figures!$C$10")
    }

    // MARK: Reading back

    enum Value: Equatable { case text(String), number(Double) }

    struct ReadCell {
        let value: Value
        let formula: String?
    }

    static func readBack(_ report: Report) throws -> [String: [String: ReadCell]] {
        let file = try Tools.temporaryFile([UInt8](try XLSXTests.render(report)))
        defer { try? FileManager.default.removeItem(at: file) }
        let script = Tools.root.appendingPathComponent("Tests/ReportsTests/Tools/read_xlsx.py").path
        let output = try Tools.run("python3", [script, file.path])
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: [String: [Any]]]
        return try #require(object).mapValues { cells in
            cells.compactMapValues { pair in
                let value: Value? =
                    if let text = pair[0] as? String { .text(text) } else {
                        (pair[0] as? Double).map { .number($0) }
                    }
                return value.map { ReadCell(value: $0, formula: pair[1] as? String) }
            }
        }
    }

    private static func array(_ value: JSONValue?) -> [JSONValue] {
        if case .array(let values) = value { values } else { [] }
    }

    /// Whether a stored cell and a JSON value are the same thing in two notations.
    private static func agrees(
        _ stored: Value, _ json: JSONValue, _ part: SheetColumn.Part, _ cell: Cell, _ words: CellText
    ) -> Bool {
        switch (stored, json) {
        case (.text(let text), .null): return text == words.text(cell)
        case (.text(let text), .string(let string)):
            let visible = VisibleText.multipleLines(string)
            return text == visible || text.hasSuffix(" " + visible)
        case (.number(let number), .integer(let value)):
            if case .duration = cell { return near(number, Double(value) / (part == .minutes ? 60 : 86_400)) }
            return number == Double(value)
        case (.number(let number), .decimal(let text)):
            guard let value = Double(text) else { return false }
            if case .duration = cell { return near(number, value / (part == .minutes ? 60 : 86_400)) }
            return near(number, value)
        case (.number(let number), .string(let text)):
            if let amount = Double(text) { return near(number, amount) }
            if case .instant(let instant)? = Optional(InstantText.read(text)) {
                return near(number, Double(DemoReport.zone.localMicroseconds(at: instant)) / 86_400e6 + 25_569)
            }
            if case .date(let date) = InstantText.readDate(Array(text.utf8).span) {
                return number == Double(date.daysSinceEpoch) + 25_569
            }
            return false
        default: return false
        }
    }

    private static func near(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 * max(1, abs(left)) }

    /// The texts of the body and foot of a table on the page.
    private static func htmlRows(of id: String, in page: String) -> [[String]] {
        guard let start = page.range(of: "<table id=\"t-\(id)\">"),
            let end = page.range(of: "</table>", range: start.upperBound..<page.endIndex),
            let body = page.range(of: "<tbody>", range: start.upperBound..<end.lowerBound)
        else { return [] }
        return page[body.upperBound..<end.lowerBound].components(separatedBy: "<tr>").dropFirst().map { row in
            row.components(separatedBy: "<t").dropFirst().filter { $0.hasPrefix("d ") || $0.hasPrefix("h ") }.map {
                cell in
                let content = cell.drop { $0 != ">" }.dropFirst()
                let text = content.components(separatedBy: "</t").first ?? ""
                return unescaped(text.replacing(/<[^>]*>/, with: ""))
            }
        }
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
