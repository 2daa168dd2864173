public import ServiceDesk

/// The life of a clock as a drawing: working hours, what the clock did, what happened, when it was due.
public struct Timeline: Sendable {
    /// A stretch of the clock's life.
    public struct Stretch: Sendable {
        /// From when to when.
        public var period: Period
        /// What the clock did.
        public var phase: ClockPhase

        /// A stretch of a clock's life.
        public init(period: Period, phase: ClockPhase) {
            self.period = period
            self.phase = phase
        }
    }

    /// Something that happened, or was to happen.
    public struct Mark: Sendable {
        /// When.
        public var at: Instant
        /// What, in a few words.
        public var words: String
        /// Whether it is good news.
        public var tone: Tone

        /// A mark at an instant.
        public init(at: Instant, words: String, tone: Tone = .neutral) {
            self.at = at
            self.words = words
            self.tone = tone
        }
    }

    /// The drawing's name in the file.
    public var id: String
    /// The words above it.
    public var title: String
    /// What it shows, as a sentence.
    public var finding: String
    /// The time that the drawing spans.
    public var period: Period
    /// When somebody works; those that nobody could tell apart in a drawing are merged.
    public var working: [Period]
    /// What the clock did.
    public var stretches: [Stretch]
    /// From the breach to the end of the clock, or as-of.
    public var late: Period?
    /// What happened, in order.
    public var marks: [Mark]

    /// The drawing of the given parts.
    public init(
        id: String, title: String, finding: String, period: Period, working: [Period], stretches: [Stretch],
        late: Period?, marks: [Mark]
    ) {
        self.id = id
        self.title = title
        self.finding = finding
        self.period = period
        self.working = working
        self.stretches = stretches
        self.late = late
        self.marks = marks
    }

    /// The place of an instant in a drawing of so many places, from 0 to `width`.
    func place(of instant: Instant, width: Double) -> Double {
        let length = max(1, (period.end - period.start).microseconds)
        let inside = min(max(instant, period.start), period.end) - period.start
        return Double(inside.microseconds) / Double(length) * width
    }

    /// The first instants of the local dates inside the period, no more than `limit` of them and evenly spaced.
    func days(in zone: TimeZoneRules, limit: Int) -> [(at: Instant, date: LocalDate)] {
        let first = zone.localDate(of: period.start).adding(days: 1)
        let count = max(0, first.days(until: zone.localDate(of: period.end)) + 1)
        let step = max(1, (count + limit - 1) / max(1, limit))
        return stride(from: 0, to: count, by: step).map { first.adding(days: $0) }
            .map { (zone.startOfDay($0), $0) }.filter { period.contains($0.0) }
    }
}
