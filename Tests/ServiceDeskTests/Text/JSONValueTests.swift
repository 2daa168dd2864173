import ServiceDesk
import Testing

/// JSON as it is written.
@Suite struct JSONValueTests {
    @Test func orderStays() {
        let value: JSONValue = ["zebra": 1, "apple": [true, nil, "x"], "empty": [:], "none": []]
        #expect(value.compactText == #"{"zebra":1,"apple":[true,null,"x"],"empty":{},"none":[]}"#)
    }

    @Test func indented() {
        var bytes: [UInt8] = []
        (["a": [1, ["b": 2]], "c": []] as JSONValue).append(to: &bytes, layout: .indented)
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == "{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ],\n  \"c\": []\n}")
    }

    @Test(arguments: [
        ("\"\\/", #""\"\\/""#), ("a\nb\tc\r", #""a\nb\tc\r""#), ("\u{0}\u{1b}\u{7f}", #""\u0000\u001b\u007f""#),
        ("\u{202e}x", #""\u202ex""#), ("é ₹ 😀", "\"é ₹ 😀\""),
    ])
    func texts(_ text: String, _ expected: String) { #expect(JSONValue.string(text).compactText == expected) }

    @Test func values() {
        let value = JSONValue.array([
            .amount(Paise(-5)), .seconds(TimeSpan(microseconds: 1_500_000)), .seconds(.seconds(60)), .seconds(nil),
            .instant(Instant(microseconds: 0)), .date(LocalDate(daysSinceEpoch: 0)), .decimal("0.25"),
        ])
        #expect(value.compactText == #"["-0.05",1.5,60,null,"1970-01-01T00:00:00Z","1970-01-01",0.25]"#)
    }
}
