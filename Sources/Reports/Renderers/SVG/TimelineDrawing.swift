import ServiceDesk

/// Draws the life of a clock: dates, a band of working hours, a band of what the clock did, numbered marks under them.
struct TimelineCanvas: SVGCanvas {
    let timeline: Timeline
    let width: ChartWidth
    let words: CellText
    let zone: TimeZoneRules
    var markup = MarkupWriter()

    var caption: (id: String, title: String, finding: String) { (timeline.id, timeline.title, timeline.finding) }

    /// Where the bands start; a phone has no room for labels beside them.
    private var left: Double { width == .narrow ? 4 : 64 }
    private var room: Double { width.points - left - 14 }
    private let hoursTop: Double = 26
    private let clockTop: Double = 46
    private let clockHeight: Double = 24

    private func x(_ instant: Instant) -> Double { left + timeline.place(of: instant, width: room) }

    /// Draws everything and returns the height of the drawing.
    mutating func draw() -> Double {
        drawDates()
        if width != .narrow {
            label("Hours", left - 8, hoursTop + 11, anchor: "end", "t a")
            label("Clock", left - 8, clockTop + 16, anchor: "end", "t a")
        }
        rectangle(left, hoursTop, room, 14, "h0")
        for period in timeline.working { band(period, hoursTop, 14, "h2") }
        rectangle(left, clockTop, room, clockHeight, "h0")
        for stretch in timeline.stretches {
            switch stretch.phase {
            case .running: band(stretch.period, clockTop, clockHeight, "f-1")
            case .paused: band(stretch.period, clockTop, clockHeight, "f-warning")
            case .done: break
            }
        }
        if let late = timeline.late { band(late, clockTop + clockHeight - 8, 8, "f-bad") }
        return drawMarks(from: clockTop + clockHeight)
    }

    /// A period as a bar; however short, it can be seen.
    private mutating func band(_ period: Period, _ y: Double, _ height: Double, _ style: String) {
        guard period.start < period.end else { return }
        rectangle(x(period.start), y, max(0.8, x(period.end) - x(period.start)), height, style)
    }

    private mutating func drawDates() {
        for (at, date) in timeline.days(in: zone, limit: width == .narrow ? 5 : 9) {
            let text = CellText.date(date).split(separator: " ").prefix(2).joined(separator: " ")
            line(x(at), 18, x(at), clockTop + clockHeight, "grid")
            let place = min(max(x(at), left + 18), width.points - 20)
            label(text, place, 13, anchor: "middle", "t a")
        }
    }

    /// The marks as numbers on as many lines as keep them apart.
    private mutating func drawMarks(from top: Double) -> Double {
        var ends: [Double] = []
        for (index, mark) in timeline.marks.enumerated() {
            let place = x(mark.at)
            let text = "\(index + 1)"
            let half = ChartCanvas.width(of: text) / 2 + 3
            let row = ends.firstIndex { $0 <= place - half } ?? ends.count
            if row == ends.count { ends.append(0) }
            ends[row] = place + half
            let y = top + 17 + Double(row) * 15
            line(place, hoursTop, place, y - 11, mark.tone == .bad ? "l l-2" : "axis")
            label(text, min(max(place, left + 4), width.points - 8), y, anchor: "middle", "t v")
        }
        return top + 17 + Double(max(1, ends.count)) * 15 - 6
    }
}
