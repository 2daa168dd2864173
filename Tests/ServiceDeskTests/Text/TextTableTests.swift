import ServiceDesk
import Testing

/// Tables for people.
@Suite struct TextTableTests {
    static var table: TextTable {
        var table = TextTable([.init("status"), .init("n", .right)])
        table.add(["Open", "7"])
        table.add(["देव|x", "1,234"])
        table.add(["a\u{1b}[31m\u{202e}"])
        return table
    }

    @Test func aligned() {
        #expect(
            TextTableTests.table.aligned() == """
                status                 n
                Open                   7
                देव|x               1,234
                a\\u001b[31m\\u202e

                """)
    }

    @Test func markdown() {
        #expect(
            TextTableTests.table.markdown == """
                | status | n |
                | --- | ---: |
                | Open | 7 |
                | देव\\|x | 1,234 |
                | a\\\\u001b\\[31m\\\\u202e |  |

                """)
    }
}
