public import ServiceDesk

/// The `holidays` part of a policy file.
public enum HolidayDates {
    /// A day of every year as a policy writes it.
    static func yearly(month: Int, day: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(month))-\(two(day))"
    }

    /// The YAML of holidays, to be put into a calendar: a line each, in the order given.
    public static func yaml(_ holidays: [Holiday]) -> String {
        guard !holidays.isEmpty else { return "holidays: []\n" }
        let lines = holidays.map { holiday in
            let key: String
            switch holiday.day {
            case .once(let date): key = "date: \(date.iso)"
            case .yearly(let month, let day): key = "yearly: \"\(yearly(month: month, day: day))\""
            }
            // JSON's quotes are YAML's.
            let name = holiday.name.map { ", name: \(JSONValue.string($0).compactText)" } ?? ""
            return "  - {\(key)\(name)}\n"
        }
        return "holidays:\n" + lines.joined()
    }
}
