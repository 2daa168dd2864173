import ServiceDesk

/// Words that more than one output says: they are written once, so that the outputs agree.
enum ReportWords {
    /// The filters in force.
    static func filters(_ context: ReportContext) -> String {
        guard !context.filters.isEmpty else { return "none, every ticket counts" }
        return context.filters.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    }

    /// What was done about skewed clocks.
    static func skew(_ skew: SkewNote) -> String {
        "Skewed clocks (--app-clock \(skew.mode)): \(CellText.count(skew.movedUpdatedAt)) times of the last update and "
            + "\(CellText.count(skew.movedCreatedAt)) creations were moved back by 5 h 30 min."
    }

    /// How often: `1 time`, `341 times`.
    static func times(_ count: Int) -> String { "\(CellText.count(count)) \(count == 1 ? "time" : "times")" }

    /// How far the data can be trusted, by its gravest finding.
    static func quality(_ gravestFirst: [Finding]) -> String {
        switch gravestFirst.first?.code.severity {
        case .error: "✕ rows are missing from the figures"
        case .warning: "! some values were read with care"
        case .info, nil: "✓ clean"
        }
    }

    /// The rows of a source.
    static func rows(_ source: ReportSource) -> String {
        source.tables.map { table in
            let rejected = table.rejected == 0 ? "" : " (and \(CellText.count(table.rejected)) rejected)"
            return "\(table.table) \(CellText.count(table.rows)) rows\(rejected)"
        }.joined(separator: ", ")
    }

    /// A sign beside each word that has a tone, so that the colour is never alone.
    static func mark(_ tone: Tone) -> String {
        switch tone {
        case .good: "✓"
        case .warning: "!"
        case .bad: "✕"
        case .neutral: "·"
        }
    }

    /// What a figure's tone means.
    static func badge(_ tone: Tone) -> String? {
        switch tone {
        case .good: "✓ as promised"
        case .warning: "! watch"
        case .bad: "✕ act now"
        case .neutral: nil
        }
    }

    /// A sign for the way a figure went.
    static func mark(_ direction: Comparison.Direction) -> String {
        switch direction {
        case .up: "▲ "
        case .down: "▼ "
        case .unchanged: "■ "
        case .unknown: ""
        }
    }

    /// Whether the way a figure went is good news.
    static func verdict(_ comparison: Comparison) -> String {
        switch comparison.tone {
        case .good: ", better"
        case .bad: ", worse"
        case .neutral, .warning: ""
        }
    }

    /// A number beside a figure. A count is read before its noun, `431 met`, any other value after its name,
    /// `mean 1 h 01 min`.
    static func part(_ part: FigurePart, value: String) -> String {
        if case .count = part.value { return "\(value) \(part.title)" }
        return "\(part.title) \(value)"
    }
}

extension [Finding] {
    /// Errors, warnings, then notes; of each the most frequent first.
    var gravestFirst: [Finding] {
        func rank(_ finding: Finding) -> Int {
            switch finding.code.severity {
            case .error: 0
            case .warning: 1
            case .info: 2
            }
        }
        return enumerated().sorted { left, right in
            (rank(left.element), -left.element.count, left.offset)
                < (rank(right.element), -right.element.count, right.offset)
        }.map(\.element)
    }
}
