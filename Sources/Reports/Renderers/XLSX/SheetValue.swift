import ServiceDesk

/// A cell as a sheet stores it.
enum SheetValue {
    case text(String)
    case number(Double)

    /// The value of a cell, or of its minutes. What is absent, or lies outside Excel's calendar, is text.
    init(_ cell: Cell, _ part: SheetColumn.Part, zone: TimeZoneRules, words: CellText) {
        if let absence = cell.absence {
            self = .text(CellText.absence(absence))
            return
        }
        switch cell {
        case .text(let text): self = .text(text)
        case .state(let word, let tone): self = .text("\(ReportWords.mark(tone)) \(word)")
        case .count(let count): self = .number(Double(count))
        case .share, .ratio: self = .number(cell.quotient?.value ?? .nan)
        case .money(let paise): self = .number(Double(paise.value) / 100)
        case .duration(let span):
            self = .number(Double(span.microseconds) / (part == .minutes ? 60_000_000 : 86_400_000_000))
        case .instant(let instant):
            let serial = SheetValue.serial(days: Double(zone.localMicroseconds(at: instant)) / 86_400_000_000)
            self = instant.isFinite && serial != nil ? .number(serial ?? 0) : .text(words.text(cell))
        case .date(let date):
            let serial = SheetValue.serial(days: Double(date.daysSinceEpoch))
            self = date.isFinite && serial != nil ? .number(serial ?? 0) : .text(words.text(cell))
        case .absent: self = .text(words.text(cell))
        }
    }

    /// Excel's day number. Days before March 1900 are wrong in its calendar, and those after 9999 are not in it.
    private static func serial(days: Double) -> Double? {
        let serial = days + 25_569
        return serial >= 61 && serial < 2_958_466 ? serial : nil
    }
}

extension Cell {
    /// Whether the value lies below zero.
    var isNegative: Bool { summand.map { $0 < 0 } ?? false }

    /// The column kind that would hold the cell.
    var kind: ColumnKind {
        switch self {
        case .text, .absent: .text
        case .count: .count
        case .duration: .duration
        case .instant: .instant
        case .date: .date
        case .share: .share
        case .ratio: .ratio
        case .money: .money
        case .state: .state
        }
    }
}
