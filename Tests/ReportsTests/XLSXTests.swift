import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct XLSXTests {
    @Test func writesTheSameBytesTwice() throws {
        let first = try Self.render(DemoReport.report())
        #expect(try Self.render(DemoReport.report()) == first)
        if let path = ProcessInfo.processInfo.environment["DEMO_XLSX"] {
            try first.write(to: URL(fileURLWithPath: path))
        }
    }

    static func render(_ report: Report) throws -> Data {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("kpi.xlsx")
        try XLSXReportRenderer().render(report, to: file.path)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kpi.xlsx"])
        return try Data(contentsOf: file)
    }
}
