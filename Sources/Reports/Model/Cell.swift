public import ServiceDesk

/// One value of a report, as it was evaluated. Renderers write it; they never work one out.
public enum Cell: Hashable, Sendable {
    /// A word, a name, a title: text of ours or of the data, never markup.
    case text(String)
    /// How many.
    case count(Int)
    /// A length of time; the unit beside it says whether business time or calendar time.
    case duration(TimeSpan)
    /// A point in time, shown in the report's time zone.
    case instant(Instant)
    /// A date of the report's calendar.
    case date(LocalDate)
    /// A part of a whole. Both numbers are kept, so that a sheet can divide them live.
    case share(Int, of: Int)
    /// A quotient that is no part of a whole: replies per ticket.
    case ratio(Int, per: Int)
    /// An exact amount.
    case money(Paise)
    /// A word that says how something stands, and whether that is good.
    case state(String, Tone)
    /// No value, and why.
    case absent(Absence)

    /// The part, the whole and their quotient; nil for any other cell.
    public var quotient: Quotient? {
        switch self {
        case .share(let part, let whole): Quotient(numerator: part, denominator: whole)
        case .ratio(let part, let whole): Quotient(numerator: part, denominator: whole)
        default: nil
        }
    }

    /// The reason for which there is nothing to show. A quotient over nothing is absent, never 0.
    public var absence: Absence? {
        if case .absent(let reason) = self { return reason }
        if let quotient, quotient.denominator == 0 { return .noneEligible }
        return nil
    }
}

/// A numerator and a denominator that belong together.
public struct Quotient: Hashable, Sendable {
    /// The part.
    public let numerator: Int
    /// The whole.
    public let denominator: Int

    /// The two divided, or nil over nothing.
    public var value: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }
}

/// Why there is no value. No renderer invents a 0 for it.
public enum Absence: Hashable, Sendable {
    /// The question makes no sense here.
    case notApplicable
    /// Nothing was there to be judged.
    case noneEligible
    /// So few cases that a rate would mislead.
    case tooFew(n: Int)
    /// The data does not say.
    case notRecorded

    /// The word in output.
    public var name: String {
        switch self {
        case .notApplicable: "not_applicable"
        case .noneEligible: "none_eligible"
        case .tooFew: "too_few"
        case .notRecorded: "not_recorded"
        }
    }
}

/// Whether a value is good news. It is always said in words as well: colour alone carries nothing.
public enum Tone: String, CaseIterable, Hashable, Sendable {
    /// As it should be.
    case good
    /// Somebody should look.
    case warning
    /// Not as promised.
    case bad
    /// Neither good nor bad.
    case neutral
}

/// What a number counts or measures.
public enum MetricUnit: String, CaseIterable, Hashable, Sendable {
    /// Things that are counted.
    case tickets, clocks, events, customers, agents, contracts, bills, replies, rows, days, minutes
    /// A part of a whole, 0 to 1.
    case share
    /// A quotient that is no part of a whole.
    case ratio
    /// Working time by the service calendar.
    case businessTime
    /// All time, round the clock.
    case calendarTime
    /// Indian rupees.
    case rupees
    /// No unit: words, dates, points in time.
    case none

    /// The unit in JSON; every duration is in seconds.
    public var name: String? {
        switch self {
        case .businessTime, .calendarTime: "s"
        case .rupees: "INR"
        case .none: nil
        default: rawValue
        }
    }

    /// Which time a duration counts, in JSON.
    public var timeName: String? {
        switch self {
        case .businessTime: "business"
        case .calendarTime: "calendar"
        default: nil
        }
    }
}
