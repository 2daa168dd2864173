import ServiceDesk
import TestSupport
import Testing

@Suite struct JSONReaderTests {
    @Test(arguments: [
        ("null", JSONValue.null), (" true ", true), ("-0", 0), ("12", 12), ("1.50", .decimal("1.50")),
        ("9223372036854775808", .decimal("9223372036854775808")), ("1e3", .decimal("1e3")), (#""a\n\u00e9""#, "a\né"),
        (#""\ud83d\ude00""#, "😀"), ("[]", []), ("[1, [2]]", [1, [2]]), ("{}", [:]),
        (#"{"a": 1, "b": {"c": null}, "a": 2}"#, ["a": 2, "b": ["c": nil]]),
    ]) func values(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONReader.read(text) == value)
    }

    @Test(arguments: [
        ("", 0), ("nul", 0), ("01", 2), ("1.", 2), ("[1,]", 3), ("{\"a\" 1}", 5), ("\"a", 2), ("\"\n\"", 1), ("1 2", 2),
        (#""\ud83d""#, 7), (#""\x""#, 3), ("{1:2}", 1), ("-", 1),
    ]) func mistakes(_ text: String, _ offset: Int) {
        #expect { try JSONReader.read(text) } throws: { ($0 as? JSONMistake)?.offset == offset }
    }

    @Test func depthIsLimited() {
        let deep = String(repeating: "[", count: 200_000)
        #expect(throws: JSONMistake.self) { try JSONReader.read(deep) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: JSONMistake.self) { try JSONReader.read([0x22, 0xff, 0x22]) }
    }

    /// What is written reads back as what it was.
    @Test func writingAndReadingAgree() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let value = JSONReaderTests.random(&random, depth: 3)
            #expect(try JSONReader.read(value.compactText) == value)
        }
    }

    private static func random(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return nil
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer(Int64.random(in: Int64.min...Int64.max, using: &random))
        case 3: return .string("q\"\\\u{1}\u{202e}é😀\(Int.random(in: 0..<9, using: &random))")
        case 4: return .decimal("0.125")
        case 5: return .array((0..<3).map { _ in JSONReaderTests.random(&random, depth: depth - 1) })
        default:
            return .object((0..<3).map { JSONMember("k\($0)", JSONReaderTests.random(&random, depth: depth - 1)) })
        }
    }
}
