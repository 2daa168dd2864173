import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite struct HTMLTests {
    let bytes = HTMLReportRenderer(companions: ["kpi.xlsx", "kpi.json"]).render(DemoReport.report(rows: 120))

    @Test func isGolden() throws { try Golden.check(bytes, "kpi.html") }

    @Test func staysSmall() { #expect(bytes.count < 500_000) }

    @Test func digestsAreThoseOfTheContents() throws {
        #expect(try openSSLDigest(HTMLAsset.style.content) == HTMLAsset.style.digest)
        #expect(try openSSLDigest(HTMLAsset.script.content) == HTMLAsset.script.digest)
    }

    /// `sha256-…` by OpenSSL, which knows nothing of us.
    private func openSSLDigest(_ content: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data(content.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["openssl", "dgst", "-sha256", "-binary", file.path]
        process.standardOutput = output
        try process.run()
        let digest = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return "sha256-" + digest.base64EncodedString()
    }
}
