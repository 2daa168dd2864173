import ArgumentParser
import Ingest

/// What the reader refuses as insane, where the usual limits do not fit.
struct LimitOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The most bytes of one value (default: 64M).", valueName: "size"))
    var maxValue: ByteSize?

    @Option(help: ArgumentHelp("The most bytes of one row (default: 128M).", valueName: "size"))
    var maxRow: ByteSize?

    @Option(help: ArgumentHelp("The most fields of a row (default: 1600).", valueName: "n"))
    var maxFields: Int?

    @Option(help: ArgumentHelp("The most levels of a JSON value (default: 512).", valueName: "n"))
    var maxJsonDepth: Int?

    @Option(help: ArgumentHelp("The most different statuses, priorities, actions (default: 4096).", valueName: "n"))
    var maxWords: Int?

    @Option(help: ArgumentHelp("The most rows that may be unreadable (default: 10000).", valueName: "n"))
    var maxRejects: Int?

    @Option(
        help: ArgumentHelp(
            "The most percent of a table's rows that may be unreadable (default: 10).", valueName: "percent"))
    var maxRejectShare: Int?

    @Option(help: ArgumentHelp("How many unreadable rows keep their text (default: 1000).", valueName: "n"))
    var keptRejects: Int?

    mutating func validate() throws {
        let numbers = [
            ("--max-fields", maxFields, 1...100_000), ("--max-json-depth", maxJsonDepth, 1...10_000),
            ("--max-words", maxWords, 1...1_000_000), ("--max-rejects", maxRejects, 0...Int(Int32.max)),
            ("--max-reject-share", maxRejectShare, 0...100), ("--kept-rejects", keptRejects, 0...10_000_000),
        ]
        for (name, number, range) in numbers {
            if let number, !range.contains(number) {
                throw ValidationError("\(name) takes a number from \(range.lowerBound) to \(range.upperBound).")
            }
        }
    }

    /// Puts what was said in the place of the usual limits.
    func apply(to limits: inout IngestLimits) {
        limits.valueBytes = maxValue?.bytes ?? limits.valueBytes
        limits.rowBytes = maxRow?.bytes ?? limits.rowBytes
        limits.fields = maxFields ?? limits.fields
        limits.jsonDepth = maxJsonDepth ?? limits.jsonDepth
        limits.distinctWords = maxWords ?? limits.distinctWords
        limits.rejects = maxRejects ?? limits.rejects
        limits.rejectPercentage = maxRejectShare ?? limits.rejectPercentage
        limits.keptRejects = keptRejects ?? limits.keptRejects
    }
}

/// A number of bytes as people write it: `4096`, `64K`, `64M`, `1G`, each also with `iB` or `B`.
struct ByteSize: ExpressibleByArgument, Equatable {
    let bytes: Int

    init?(argument: String) {
        var text = Substring(argument.uppercased())
        for ending in ["IB", "B"] where text.hasSuffix(ending) {
            text = text.dropLast(ending.count)
            break
        }
        let shift: Int? = text.last.flatMap { ["K": 10, "M": 20, "G": 30][$0] }
        if shift != nil { text = text.dropLast() }
        guard let number = Int(text), number > 0, number <= 1 << 20 || shift == nil, number <= 1 << 40 else {
            return nil
        }
        bytes = number << (shift ?? 0)
    }
}
