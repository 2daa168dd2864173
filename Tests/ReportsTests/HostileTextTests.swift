import Foundation
import ServiceDesk
import Testing

@testable import Reports

/// Titles of tickets are written by strangers.
@Suite struct HostileTextTests {
    static let hostile = [
        "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "' x='",
        "=HYPERLINK(\"http://evil.example\",\"click\")", "+1-2", "-2+3", "@SUM(A1)", "\tTAB", "]]>", "&amp;", "_x0041_",
        "nul \u{0} bell \u{7} escape \u{1b}[31m", "bidi \u{202E}gpj.exe", "line\nbreak", "मराठी क्‍ष", "👩‍👩‍👧",
        String(repeating: "क्षि", count: 13_000), String(repeating: "x", count: 40_000), "",
    ]

    static var report: Report {
        var report = DemoReport.report()
        let table = ReportTable(
            id: "hostile", title: "A/B: [hostile] 'titles' \u{202E}*",
            sheetName: "'A/B: [hostile]*?\\ name that is too long'",
            basis: "Whatever <people> write.",
            columns: [TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title <b>", .text)],
            rows: hostile.enumerated().map { [.text("id/\($0)?<&\""), .text($1)] })
        report.sections.append(Section(id: "hostile", title: "<Hostile>", blocks: [.table(table)]))
        return report
    }

    @Test func pageHasNoMarkupOfTheirs() throws {
        let page = String(decoding: HTMLReportRenderer().render(Self.report), as: UTF8.self)
        #expect(page.components(separatedBy: "<script").count == 2)
        #expect(!page.contains("<img"))
        #expect(!page.contains("<b>"))
        #expect(!page.contains(" onmouseover=\""))
        let hidden = page.unicodeScalars.filter {
            $0.value < 0x20 && $0 != "\n" || (0x202a...0x202e).contains($0.value)
        }
        #expect(hidden.isEmpty)
        #expect(page.contains("https://desk.example.in/tickets/id%2F0%3F%3C%26%22"))
    }

    @Test func workbookKeepsTextAsText() throws {
        let sheets = try AgreementTests.readBack(Self.report)
        let name = try #require(sheets.keys.first { $0.hasPrefix("A-B") })
        #expect(name.utf16.count <= 31)
        let sheet = try #require(sheets[name])
        for (index, text) in Self.hostile.enumerated() where text.utf16.count < 32_000 && !text.isEmpty {
            let cell = try #require(sheet["B\(index + 5)"])
            #expect(cell.value == .text(VisibleText.multipleLines(text)))
            #expect(cell.formula == nil)
        }
        for index in Self.hostile.indices where Self.hostile[index].utf16.count > 32_767 {
            guard case .text(let text) = try #require(sheet["B\(index + 5)"]).value else { continue }
            #expect(text.utf16.count <= 32_767)
            #expect(text.hasSuffix("... [truncated, \(Self.hostile[index].count) chars]"))
        }
    }

    @Test func terminalIsNotSteered() {
        let text = TextTableRenderer(timeZone: DemoReport.zone).terminal(Self.report, rowLimit: 100)
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        #expect(!text.unicodeScalars.contains("\u{202E}"))
    }

    @Test func sheetNamesAreThoseThatExcelTakes() {
        var names = SheetNames()
        #expect(names.unique("History") == "History (2)")
        #expect(names.unique("SLA") == "SLA")
        #expect(names.unique("sla") == "sla (2)")
        #expect(names.unique("''") == "Sheet")
        #expect(names.unique("a:b/c\\d?e*f[g]") == "a-b-c-d-e-f-g-")
        let long = String(repeating: "ab", count: 40)
        #expect(names.unique(long) == String(long.prefix(31)))
        #expect(names.unique(long) == String(long.prefix(27)) + " (2)")
    }

    @Test func numbersThatAreNoneDoNotReachTheFile() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("nan.xlsx").path
        try Self.writeNumbers(to: file)
        let script = Tools.root.appendingPathComponent("Tests/ReportsTests/Tools/read_xlsx.py").path
        let cells = try Tools.run("python3", [script, file])
        #expect(cells == "{\"Numbers\": {\"A3\": [1.5, null]}}")
    }

    private static func writeNumbers(to file: String) throws(XLSXError) {
        var workbook = try Workbook(path: file)
        let sheet = try workbook.addSheet("Numbers")
        for (row, number) in [Double.nan, .infinity, 1.5].enumerated() {
            try sheet.write(number: number, row, 0, nil)
        }
        try workbook.close()
    }

    @Test func aFolderThatIsNotThereIsAnError() {
        #expect(throws: XLSXError.self) {
            try XLSXReportRenderer().render(DemoReport.report(), to: "/nonexistent/folder/kpi.xlsx")
        }
    }
}
