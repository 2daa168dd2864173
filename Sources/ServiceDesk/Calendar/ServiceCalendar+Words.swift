extension ServiceCalendar {
    /// The hours as people read them: `Mon to Sat 10:00-19:00 (Asia/Kolkata), 27 holidays, 4 special days`. Of a calendar
    /// with versions, those of the last one.
    public var hoursInWords: String {
        guard !isAlways, let version = versions.last else { return "round the clock, every day" }
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let days = Weekday.allCases.map { day in (version.week[day] ?? []).map(\.text).joined(separator: ", ") }
        var parts: [String] = []
        var first = 0
        while first < days.count {
            var last = first
            while last + 1 < days.count, days[last + 1] == days[first] { last += 1 }
            let range = first == last ? names[first] : "\(names[first]) to \(names[last])"
            if !days[first].isEmpty { parts.append("\(range) \(days[first])") }
            first = last + 1
        }
        let hours = parts.isEmpty ? "special days only" : parts.joined(separator: "; ")
        let counts = [
            (version.holidays.count, "holiday"), (version.specialDays.count, "special day"),
            (versions.count > 1 ? versions.count : 0, "version"),
        ]
        let notes = counts.filter { $0.0 > 0 }.map { count, noun in "\(count) \(noun)\(count == 1 ? "" : "s")" }
        return (["\(hours) (\(version.timeZone.identifier))"] + notes).joined(separator: ", ")
    }
}
