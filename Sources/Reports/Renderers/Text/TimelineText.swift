public import ServiceDesk

/// Draws the life of a clock with characters, for a terminal.
public struct TimelineText: Sendable {
    private let words: CellText
    private let zone: TimeZoneRules
    /// How many columns the drawing takes beside its labels.
    private let columns = 72

    /// A drawer for a report's time zone.
    public init(timeZone: TimeZoneRules) {
        words = CellText(timeZone: timeZone)
        zone = timeZone
    }

    /// The drawing: dates, working hours, the clock, marks, and what the marks mean.
    public func draw(_ timeline: Timeline) -> String {
        let length = timeline.period.end - timeline.period.start
        let column = TimeSpan(microseconds: length.microseconds / Int64(columns))
        var lines = [dates(timeline)].filter { $0.contains("|") }.map { "         " + $0 }
        lines.append("hours    " + band(timeline.working.map { ($0, "#") }, timeline, empty: "."))
        let phases = timeline.stretches.map { ($0.period, TimelineText.letter($0.phase)) }
        let late = timeline.late.map { [($0, Character("!"))] } ?? []
        lines.append("clock    " + band(phases + late, timeline, empty: " "))
        lines += markLines(timeline).map { "         " + $0 }
        let each = CellText.duration(column, unit: .calendarTime)
        lines.append("key      # working hours, = running, ~ paused, : done, ! late; a column is \(each)")
        for (index, mark) in timeline.marks.enumerated() {
            let at = words.text(.instant(mark.at))
            lines.append("  \(TimelineText.name(index))  \(at)  \(VisibleText.singleLine(mark.words))")
        }
        return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n") + "\n"
    }

    private static func letter(_ phase: ClockPhase) -> Character {
        switch phase {
        case .running: "="
        case .paused: "~"
        case .done: ":"
        }
    }

    /// a to z, then a2 to z2 and so on.
    private static func name(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + index % 26)))
        return index < 26 ? letter : "\(letter)\(index / 26 + 1)"
    }

    private func column(of instant: Instant, _ timeline: Timeline) -> Int {
        min(columns - 1, Int(timeline.place(of: instant, width: Double(columns))))
    }

    /// A line in which each period is drawn with its letter; however short, it has a column.
    private func band(_ periods: [(Period, Character)], _ timeline: Timeline, empty: Character) -> String {
        var line = [Character](repeating: empty, count: columns)
        for (period, letter) in periods where period.start < period.end {
            let first = column(of: period.start, timeline)
            let last = column(of: period.end - TimeSpan(microseconds: 1), timeline)
            for index in first...max(first, last) { line[index] = letter }
        }
        return String(line)
    }

    private func dates(_ timeline: Timeline) -> String {
        var line = [Character](repeating: " ", count: columns + 12)
        var free = 0
        for (at, date) in timeline.days(in: zone, limit: 8) {
            let text = Array("|" + CellText.date(date).split(separator: " ").prefix(2).joined(separator: " "))
            let place = column(of: at, timeline)
            guard place >= free else { continue }
            for (index, character) in text.enumerated() { line[place + index] = character }
            free = place + text.count + 1
        }
        return String(line)
    }

    /// The letters of the marks, on as many lines as keep them apart.
    private func markLines(_ timeline: Timeline) -> [String] {
        var lines: [[Character]] = []
        for (index, mark) in timeline.marks.enumerated() {
            let name = Array(TimelineText.name(index))
            let place = column(of: mark.at, timeline)
            let range = place..<place + name.count
            let row = lines.firstIndex { line in range.allSatisfy { line[$0] == " " } } ?? lines.count
            if row == lines.count { lines.append([Character](repeating: " ", count: columns + 8)) }
            for (offset, character) in name.enumerated() { lines[row][place + offset] = character }
        }
        return lines.map { String($0) }
    }
}
