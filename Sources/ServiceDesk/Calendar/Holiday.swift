/// A local date without working time.
public struct Holiday: Hashable, Sendable {
    /// When it is.
    public enum Day: Hashable, Sendable {
        /// Once.
        case once(LocalDate)
        /// Every year; 29 February in leap years only.
        case yearly(month: Int, day: Int)
    }

    /// When it is.
    public let day: Day
    /// What it is called, when the policy says so.
    public let name: String?

    /// The holiday of a date.
    public init(_ day: Day, name: String? = nil) {
        self.day = day
        self.name = name
    }

    /// Whether it falls on the date.
    public func falls(on date: LocalDate) -> Bool {
        switch day {
        case .once(let only): return only == date
        case .yearly(let month, let day):
            let civil = date.civil
            return civil.month == month && civil.day == day
        }
    }
}

/// A date whose hours are these instead of those of the week, or of a holiday's none.
public struct SpecialDay: Hashable, Sendable {
    /// The date.
    public let date: LocalDate
    /// Its hours; none closes the date.
    public let intervals: [WorkingInterval]

    /// The hours of a date.
    public init(date: LocalDate, intervals: [WorkingInterval]) {
        self.date = date
        self.intervals = intervals
    }
}

/// Times that are taken out of whatever hours a date has.
public struct Break: Hashable, Sendable {
    /// The date.
    public let date: LocalDate
    /// The times without work.
    public let intervals: [WorkingInterval]

    /// The break of a date.
    public init(date: LocalDate, intervals: [WorkingInterval]) {
        self.date = date
        self.intervals = intervals
    }
}
