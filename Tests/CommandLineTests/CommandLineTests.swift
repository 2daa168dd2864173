import Foundation
import TestSupport
import Testing

/// The contract of the command line, as transcripts: every `*.test` file of `Transcripts`.
@Suite struct CommandLineTests {
    static let transcripts = Transcript.all(below: "Tests/CommandLineTests/Transcripts")

    @Test(arguments: transcripts) func transcript(_ transcript: Transcript) throws {
        let differences = try transcript.differences(fixtures: CommandLineTests.fixtures())
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n\n"))")
    }

    @Test func thereAreTranscripts() { #expect(!CommandLineTests.transcripts.isEmpty) }

    /// What lies in the folder of every run.
    static func fixtures() throws -> [URL] {
        let folder = Repository.url("Tests/CommandLineTests/fixtures")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return files + [Repository.url("sample-data"), Repository.url("Tests/IngestTests/fixtures/archives")]
    }
}
