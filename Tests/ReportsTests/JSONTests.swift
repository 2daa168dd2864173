import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct JSONTests {
    @Test func isGolden() throws {
        let bytes = JSONReportRenderer().render(DemoReport.report(rows: 6))
        #expect(JSONReportRenderer().render(DemoReport.report(rows: 6)) == bytes)
        try Golden.check(bytes, "kpi.json")
    }

    @Test(.enabled(if: Tools.hasJSONSchema, "needs the Python package jsonschema in .venv"))
    func matchesItsSchema() throws {
        let file = try Tools.temporaryFile(JSONReportRenderer().render(DemoReport.report()))
        defer { try? FileManager.default.removeItem(at: file) }
        let script = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.Draft202012Validator(schema).validate(json.load(open(sys.argv[2])))
            print("valid")
            """
        let schema = Tools.root.appendingPathComponent("docs/schemas/kpi.schema.json")
        #expect(try Tools.run(Tools.venvPython, ["-c", script, schema.path, file.path]) == "valid\n")
    }
}

/// Programs of the machine that know our formats without knowing us.
enum Tools {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static var venvPython: String {
        ProcessInfo.processInfo.environment["AROUNDTALLY_PYTHON"]
            ?? root.appendingPathComponent(".venv/bin/python3").path
    }

    static var hasJSONSchema: Bool { (try? run(venvPython, ["-c", "import jsonschema; print(1)"])) == "1\n" }

    static func temporaryFile(_ bytes: [UInt8]) throws -> URL {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data(bytes).write(to: file)
        return file
    }

    /// Runs a program found in PATH and gives back what it prints.
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }
}
