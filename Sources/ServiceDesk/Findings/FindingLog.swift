/// All instances of one code: how many there are, and the first twenty.
public struct Finding: Hashable, Sendable {
    /// What is odd.
    public let code: FindingCode
    /// How often.
    public var count: Int
    /// The first instances, in the order of the data.
    public var examples: [FindingExample]

    /// So many instances of a code.
    public init(code: FindingCode, count: Int, examples: [FindingExample]) {
        self.code = code
        self.count = count
        self.examples = examples
    }

    fileprivate mutating func add(_ more: Int, _ example: () -> FindingExample) {
        count += more
        if examples.count < FindingLog.keptExamples { examples.append(example()) }
    }
}

/// What was found, by code. Logs of parts of the data merge, in the order of the parts, into the log of the whole.
public struct FindingLog: Sendable {
    /// How many instances of a code are kept; all are counted.
    public static let keptExamples = 20

    private var byCode: [FindingCode: Finding] = [:]

    /// An empty log.
    public init() {}

    /// The log of findings of different codes.
    public init(_ findings: [Finding]) {
        byCode = Dictionary(findings.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The findings in the order of the catalogue.
    public var findings: [Finding] { FindingCode.allCases.compactMap { byCode[$0] } }

    /// How many instances of a code there are.
    public func count(of code: FindingCode) -> Int { byCode[code]?.count ?? 0 }

    /// Whether nothing was found.
    public var isEmpty: Bool { byCode.isEmpty }

    /// Counts an instance; the example is only made while examples are kept.
    public mutating func add(_ code: FindingCode, count: Int = 1, _ example: () -> FindingExample) {
        byCode[code, default: Finding(code: code, count: 0, examples: [])].add(count, example)
    }

    /// Adds the log of the part of the data that comes next.
    public mutating func merge(_ next: FindingLog) {
        for (code, other) in next.byCode {
            var finding = byCode[code] ?? Finding(code: code, count: 0, examples: [])
            finding.count += other.count
            finding.examples.append(contentsOf: other.examples.prefix(FindingLog.keptExamples - finding.examples.count))
            byCode[code] = finding
        }
    }
}

/// A row that could not be read at all.
public struct Reject: Hashable, Sendable {
    /// The source or the file inside it.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The offset of the row in the file, in bytes from 0.
    public var byte: Int
    /// The column in bytes, from 1.
    public var column: Int
    /// Why, as a code.
    public var code: FindingCode
    /// The row as it stands in the source.
    public var raw: String
    /// The column of `raw` at which the row cannot be read, in bytes from 1; nil where the row is not shown. It is not
    /// `column` where the row begins within a line.
    public var rawColumn: Int?
    /// Why, as a sentence.
    public var sentence: String

    /// The row that could not be read.
    public init(
        file: String, line: Int, byte: Int, column: Int, code: FindingCode, raw: String, rawColumn: Int?,
        sentence: String
    ) {
        self.file = file
        self.line = line
        self.byte = byte
        self.column = column
        self.code = code
        self.raw = raw
        self.rawColumn = rawColumn
        self.sentence = sentence
    }
}
