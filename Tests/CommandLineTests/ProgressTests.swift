import Testing

@testable import aroundtally

/// What a person at a terminal sees while a large source is read.
@Suite struct ProgressTests {
    @Test(arguments: [
        (0, 0, 0.0, "0 B read, 0 B/s"),
        (1_500_000, 0, 2.0, "1.5 MB read, 750 kB/s"),
        (999, 1_000, 1.0, "[#######################.] 99 %, 999 B of 1.0 kB, 999 B/s, 0 s left"),
        (500_000_000, 2_000_000_000, 1.0, "[######..................] 25 %, 500 MB of 2.0 GB, 500 MB/s, 3 s left"),
        (2_000_000_000, 2_000_000_000, 4.0, "[########################] 100 %, 2.0 GB of 2.0 GB, 500 MB/s, 0 s left"),
        // A file that grows while it is read.
        (3_000, 2_000, 1.0, "3.0 kB read, 3.0 kB/s"),
    ])
    func lines(read: Int, total: Int, seconds: Double, text: String) {
        #expect(ProgressLine(read: read, total: total, elapsed: .seconds(seconds)).text == text)
    }

    @Test(arguments: [
        ("1", 1), ("4096", 4096), ("64k", 65_536), ("64KiB", 65_536), ("64MB", 64 << 20), ("1G", 1 << 30), ("0", nil),
        ("-1", nil), ("1T", nil), ("M", nil), ("", nil), ("9999999G", nil), ("9223372036854775807", nil),
    ])
    func sizes(text: String, bytes: Int?) {
        #expect(ByteSize(argument: text)?.bytes == bytes)
    }
}
