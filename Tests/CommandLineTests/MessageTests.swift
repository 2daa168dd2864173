import ServiceDesk
import Testing

@testable import aroundtally

/// How messages read, and what goes into the files beside them.
@Suite struct MessageTests {
    static func text(_ sentence: String, line: String?, column: Int?) -> String {
        Diagnostic(
            severity: .warning, code: "unknown_priority", place: "tickets.csv:1042:\(column ?? 0)", column: column,
            sentence: sentence, sourceLine: line, hint: "did you mean \"Critical\"?"
        ).text(.plain)
    }

    @Test func likeACompiler() {
        #expect(
            MessageTests.text("unknown priority \"Critcal\"", line: "7f,Critcal,x", column: 4) == """
                tickets.csv:1042:4: warning[unknown_priority]: unknown priority "Critcal"
                    7f,Critcal,x
                       ^
                hint: did you mean "Critical"?

                """)
    }

    /// The column counts bytes of the file; the caret stands under what a person sees.
    @Test func caretUnderWideAndEscapedText() {
        let line = "é\t₹,bad"
        let text = MessageTests.text("bad", line: line, column: "é\t₹,".utf8.count + 1)
        #expect(text.split(separator: "\n")[1] == "    é\\t₹,bad")
        #expect(text.split(separator: "\n")[2] == "         ^")
    }

    @Test func longLinesAreCutAroundTheCaret() {
        let line = String(repeating: "a", count: 300) + "X" + String(repeating: "b", count: 300)
        let lines = MessageTests.text("long", line: line, column: 301).split(separator: "\n")
        #expect(lines[1] == "    …" + String(repeating: "a", count: 50) + "X" + String(repeating: "b", count: 49) + "…")
        #expect(lines[2] == String(repeating: " ", count: 55) + "^")
    }

    @Test(arguments: [nil, 0, -1, 99] as [Int?]) func aColumnThatIsNotThere(_ column: Int?) {
        #expect(!MessageTests.text("x", line: "short", column: column).contains("^"))
    }

    @Test func nothingOfTheDataReachesTheTerminalUnescaped() {
        let text = MessageTests.text("\u{1b}[2J", line: "\u{202e}evil\u{7}", column: 1)
        #expect(!text.unicodeScalars.contains { VisibleText.mustEscape($0) && $0 != "\n" })
    }

    @Test func rejectsFile() throws {
        let reject = Reject(
            file: "a.csv", line: 3, byte: 40, column: 2, code: .rejectedRow, raw: "=1,\"x\"", rawColumn: 1,
            sentence: "no id")
        let collector = Collector()
        try RejectsFile.write([reject], to: collector, guardsFormulas: true)
        #expect(
            collector.text
                == "file,line,byte,column,code,raw,sentence\na.csv,3,40,2,rejected_row,\"'=1,\"\"x\"\"\",no id\n")
    }

    @Test(arguments: 0..<3) func envelopeWithRows(_ count: Int) throws {
        var sink = MemorySink()
        let envelope = Envelope(schema: "aroundtally.test/1", asOf: Instant(microseconds: 0))
        try envelope.write(rowsTo: &sink) { write in for row in 0..<count { try write(["n": .count(row)]) } }
        let rows = (0..<count).map { "\n    {\"n\":\($0)}" }.joined(separator: ",")
        #expect(sink.text.hasPrefix("{\n  \"schema\": \"aroundtally.test/1\",\n  \"as_of\": \"1970-01-01T00:00:00Z\","))
        #expect(sink.text.hasSuffix("\"findings\": [],\n  \"data\": [\(rows)\(count > 0 ? "\n  " : "")]\n}\n"))
    }

    @Test func nearestWords() {
        #expect(Word.nearest(to: "orphan_custmer", in: ["orphan_agent", "orphan_customer"]) == "orphan_customer")
        #expect(Word.nearest(to: "ab", in: ["ba", "xy"]) == nil)
        #expect(Word.nearest(to: "abdc", in: ["abcd", "wxyz"]) == "abcd")
        #expect(Word.nearest(to: "x", in: []) == nil)
    }

    /// A sink that can be looked at afterwards.
    final class Collector: ByteSink {
        var memory = MemorySink()

        var text: String { memory.text }

        func write(_ bytes: Span<UInt8>) { memory.write(bytes) }
    }
}
