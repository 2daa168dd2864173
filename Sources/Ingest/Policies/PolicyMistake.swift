public import ServiceDesk

/// Something that is wrong with a policy file, or, as a warning, probably not meant.
public struct PolicyMistake: Hashable, Sendable {
    /// What kind of mistake it is; stable, for scripts.
    public enum Code: String, CaseIterable, Sendable {
        /// The file is no YAML.
        case syntax
        /// A key stands twice in one mapping.
        case duplicateKey = "duplicate_key"
        /// A key that means nothing there.
        case unknownKey = "unknown_key"
        /// A key that has to be there.
        case missingKey = "missing_key"
        /// A list where a text should be, and the like.
        case wrongKind = "wrong_kind"
        /// A text that cannot be read as what it should be.
        case badValue = "bad_value"
        /// A version of the file that this engine does not know.
        case notYetSupported = "not_yet_supported"
        /// A time zone that does not exist.
        case unknownZone = "unknown_zone"
        /// A calendar that the file does not have.
        case unknownCalendar = "unknown_calendar"
        /// A status that no era of the app had.
        case unknownStatus = "unknown_status"
        /// A priority that no era of the app had.
        case unknownPriority = "unknown_priority"
        /// A clock that is not measured.
        case unknownClock = "unknown_clock"
        /// Two things of one name, or one thing under two spellings.
        case duplicateName = "duplicate_name"
        /// A done status that should pause.
        case doneStatusPauses = "done_status_pauses"
        /// A calendar on which nobody ever works.
        case noWorkingTime = "no_working_time"
        /// A policy behind one that matches everything.
        case unreachablePolicy = "unreachable_policy"
        /// A target or lead below zero.
        case negativeDuration = "negative_duration"
        /// Two versions of a calendar for one date.
        case overlappingVersions = "overlapping_versions"
        /// Warning: a policy or priority that can never be reached.
        case neverReached = "never_reached"
        /// Warning: a level that tells neither the owner nor a role.
        case unknownRecipient = "unknown_recipient"
        /// Warning: hours that end a minute before midnight.
        case endsBeforeMidnight = "ends_before_midnight"
        /// Warning: a day of 24 hours in a calendar of shorter days.
        case dayOfTwentyFourHours = "day_of_24_hours"
        /// Warning: a calendar on which nobody works for weeks.
        case closedForWeeks = "closed_for_weeks"
        /// Warning: a target above a year.
        case targetAboveYear = "target_above_year"
    }

    /// What kind of mistake it is.
    public var code: Code
    /// Whether the file is usable all the same.
    public var isWarning: Bool
    /// Where it is: file, line, and column in bytes.
    public var place: Place
    /// What is wrong, as a sentence without a full stop.
    public var sentence: String
    /// What to do, when there is something to do.
    public var hint: String?
    /// The line of the file, for a caret to point into.
    public var sourceLine: String?

    /// The mistake as a compiler prints it, on one to four lines without a line end after the last.
    public var description: String {
        var lines = ["\(place.description): \(isWarning ? "warning" : "error")[\(code.rawValue)]: \(sentence)"]
        if let sourceLine, let column = place.column {
            // Tabs stay tabs, so that the caret stands under its column however wide they are.
            let before = String(decoding: sourceLine.utf8.prefix(column - 1), as: UTF8.self)
            let indent = before.map { $0 == "\t" ? "\t" : " " }.joined()
            lines += ["  \(sourceLine)", "  \(indent)^"]
        }
        if let hint { lines.append("  hint: \(hint)") }
        return lines.joined(separator: "\n")
    }
}

/// What came out of reading a policy file: the policies, unless there are mistakes.
public struct PolicyReading: Sendable {
    /// The policies; nil when there is a mistake.
    public let policies: SLAPolicies?
    /// All mistakes, in the order of the file.
    public let mistakes: [PolicyMistake]
    /// What is probably not meant, in the order of the file.
    public let warnings: [PolicyMistake]
}
