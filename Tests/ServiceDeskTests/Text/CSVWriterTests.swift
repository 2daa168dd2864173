import ServiceDesk
import Testing

/// What CSV looks like, and that no spreadsheet runs a ticket's title.
@Suite struct CSVWriterTests {
    static func line(_ text: String?, raw: Bool = false) throws -> String {
        var csv = CSVWriter(to: MemorySink(), guardsFormulas: !raw)
        csv.field(text)
        csv.field("end")
        try csv.endRow()
        return try csv.finish().text
    }

    @Test(
        arguments: [
            (nil, ""), ("", ""), ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("cr\rhere", "\"cr\rhere\""), ("देवनागरी ₹", "देवनागरी ₹"),
            ("#!$%&()*", "#!$%&()*"),
        ] as [(String?, String)])
    func quoting(_ text: String?, _ expected: String) throws {
        #expect(try CSVWriterTests.line(text) == expected + ",end\n")
    }

    @Test(arguments: [
        "=1+1", "+91 98", "-5", "@SUM(1)", "\tx", "\rx", " =1", "  \t=1", "\"=1", "'=1", " \"'-1", "＝1", "＋1", "－1",
        "＠x",
        "\u{a0}=1", "\u{3000}=1", "\u{200b}=1", "\u{feff}=1", "\n=1", "“=1",
    ])
    func formulas(_ text: String) throws {
        let guarded = try CSVWriterTests.line(text)
        #expect(guarded.hasPrefix("'") || guarded.hasPrefix("\"'"))
        let raw = try CSVWriterTests.line(text, raw: true)
        #expect(!raw.hasPrefix("'") || text.hasPrefix("'"))
        #expect(!raw.hasPrefix("\"'"))
    }

    @Test(arguments: ["a=1", "1-2", "", " ", "Zürich", "₹ -5", "(-5)", "a@b.example"])
    func harmless(_ text: String) throws { #expect(try !CSVWriterTests.line(text).hasPrefix("'")) }

    @Test func typedValuesAreNeverGuarded() throws {
        var csv = CSVWriter(to: MemorySink())
        csv.field(integer: -5)
        csv.field(integer: Int64.min)
        csv.field(seconds: TimeSpan(microseconds: -1_500_000))
        csv.field(seconds: TimeSpan(microseconds: 7_000_001))
        csv.field(Instant(microseconds: -1))
        csv.field(Paise(-1_234_567))
        csv.field(EntityID<Ticket>(high: 0x0123_4567_89ab_cdef, low: 0xfedc_ba98_7654_3210))
        csv.field(integer: nil)
        csv.field(Instant?.none)
        try csv.endRow()
        let row = try csv.finish().text
        #expect(
            row == "-5,-9223372036854775808,-1.5,7.000001,1969-12-31T23:59:59.999999Z,-12345.67,"
                + "01234567-89ab-cdef-fedc-ba9876543210,,\n")
    }

    @Test func aRowOfOneEmptyFieldIsNoBlankLine() throws {
        var csv = CSVWriter(to: MemorySink())
        try csv.header(["only"])
        csv.emptyField()
        try csv.endRow()
        csv.field("x")
        try csv.endRow()
        #expect(try csv.finish().text == "only\n\"\"\nx\n")
    }

    @Test func manyRowsAcrossBlocks() throws {
        var csv = CSVWriter(to: MemorySink())
        for number in 0..<200_000 {
            csv.field(integer: Int64(number))
            csv.field("text")
            try csv.endRow()
        }
        let lines = try csv.finish().text.split(separator: "\n")
        #expect(lines.count == 200_000)
        #expect(lines.last == "199999,text")
    }

    /// The fast writers say the same as the plain ones.
    @Test func instantsAndIdsAsTheirTexts() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<5000 {
            let wide = Instant(microseconds: Int64.random(in: Int64.min...Int64.max, using: &generator))
            let near = Instant(
                microseconds: Int64.random(in: -1_000_000_000_000...4_000_000_000_000, using: &generator) * 1000)
            let id = EntityID<Ticket>(
                high: UInt64.random(in: 0...UInt64.max, using: &generator),
                low: UInt64.random(in: 0...UInt64.max, using: &generator))
            for instant in [wide, near] {
                var buffer = ByteBuffer(capacity: 0)
                buffer.append(instant)
                #expect(buffer.text == instant.rfc3339)
            }
            var buffer = ByteBuffer(capacity: 0)
            buffer.append(id)
            #expect(buffer.text == id.text)
        }
    }
}
