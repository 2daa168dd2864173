import ServiceDesk

/// What the three numbers of a date such as `03-04-2026` are.
public enum DateOrder: String, CaseIterable, Sendable {
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
    case yearMonthDay = "ymd"
}

/// A date as spreadsheets show it, alone or before a time of day: `03-04-2026`, `3/4/26 10:22 PM`, `31-Mar-2026`.
enum SpreadsheetDate {
    /// The same in the form that Postgres writes.
    case iso([UInt8])
    /// It can be several dates, and nobody says which.
    case ambiguous
    /// It is no such date.
    case unknown

    /// Reads a text without blanks around it.
    init(_ text: [UInt8], order: DateOrder?) {
        let written = text.prefix { $0 != 0x20 && $0 != UInt8(ascii: "T") && $0 != UInt8(ascii: ",") }
        let parts = written.split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
        }
        guard parts.count == 3, let date = DateParts(parts.map(Array.init)) else {
            self = .unknown
            return
        }
        guard let order = date.order(said: order) else {
            self = .ambiguous
            return
        }
        guard let iso = date.iso(order), let time = SpreadsheetDate.time(Array(text[written.count...])) else {
            self = .unknown
            return
        }
        self = .iso(iso + time)
    }

    /// What stands behind the date, with hours from 0 to 23; nil when that is no time of day.
    private static func time(_ text: [UInt8]) -> [UInt8]? {
        var rest = text[...]
        while let first = rest.first, first == 0x20 || first == UInt8(ascii: ",") || first == UInt8(ascii: "T") {
            rest = rest.dropFirst()
        }
        guard !rest.isEmpty else { return [] }
        guard let last = rest.last, last | 0x20 == UInt8(ascii: "m") else { return [0x20] + rest }
        let half = rest.dropLast().last.map { $0 | 0x20 }
        guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return nil }
        rest = rest.dropLast(2)
        while rest.last == 0x20 { rest = rest.dropLast() }
        let digits = rest.prefix { $0 != UInt8(ascii: ":") }
        guard let hour = Int(String(decoding: digits, as: UTF8.self)), (1...12).contains(hour) else { return nil }
        let whole = hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
        return [0x20] + Array("\(whole / 10)\(whole % 10)".utf8) + rest.dropFirst(digits.count)
    }
}

/// The three parts of a written date: numbers, of which one may be the name of a month.
private struct DateParts {
    /// One part: what it says, and how many digits it has.
    private struct Part {
        let number: Int
        let digits: Int

        var isYear: Bool { digits == 4 }
    }

    private let parts: [Part]
    /// Where the name of a month stands.
    private let named: Int?

    init?(_ texts: [[UInt8]]) {
        var parts: [Part] = []
        var named: Int?
        for (index, text) in texts.enumerated() {
            let word = String(decoding: text, as: UTF8.self)
            if (1...4).contains(text.count), text.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word) {
                parts.append(Part(number: number, digits: text.count))
            } else if named == nil, let month = DateParts.month(word) {
                parts.append(Part(number: month, digits: 0))
                named = index
            } else {
                return nil
            }
        }
        guard parts.filter(\.isYear).count <= 1, parts.allSatisfy({ $0.digits != 3 }) else { return nil }
        self.parts = parts
        self.named = named
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The number of a month by its English name or the first three letters of it.
    private static func month(_ word: String) -> Int? {
        let lower = word.lowercased()
        let index = months.firstIndex { $0 == lower || $0.prefix(3) == lower || (lower == "sept" && $0 == "september") }
        return index.map { $0 + 1 }
    }

    /// The order in which the parts stand: what the text itself leaves open is what was said.
    func order(said: DateOrder?) -> DateOrder? {
        if parts[0].isYear { return .yearMonthDay }
        switch named {
        case 0: return parts[2].isYear || said != nil ? .monthDayYear : nil
        case 1: return parts[2].isYear || said == .monthDayYear ? .dayMonthYear : said
        default: return said
        }
    }

    /// The date as `YYYY-MM-DD`; nil when the parts are no date in that order. Two digits of a year are of this century.
    func iso(_ order: DateOrder) -> [UInt8]? {
        let (year, month, day) =
            switch order {
            case .dayMonthYear: (parts[2], parts[1], parts[0])
            case .monthDayYear: (parts[2], parts[0], parts[1])
            case .yearMonthDay: (parts[0], parts[1], parts[2])
            }
        guard year.digits == 2 || year.isYear, day.digits == 1 || day.digits == 2, month.digits <= 2 else { return nil }
        let fullYear = year.isYear ? year.number : 2000 + year.number
        return LocalDate(year: fullYear, month: month.number, day: day.number).map { Array($0.iso.utf8) }
    }
}
