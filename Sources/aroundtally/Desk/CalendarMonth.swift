import ServiceDesk

extension CalendarQuestion {
    /// A month of the calendar, a line for each date: weekday, hours, business time, and what is special about it.
    func month(_ text: String) throws(Failure) -> String {
        guard text.utf8.count == 7, case .date(let first) = InstantText.readDate(Array((text + "-01").utf8).span) else {
            throw Failure.usage("no month: \"\(text)\"; write 2026-11")
        }
        let dates = (0..<first.days(until: first.startOfMonth(adding: 1))).map { first.adding(days: $0) }
        let rows = dates.map(row)
        let total = rows.reduce(TimeSpan.zero) { $0 + $1.worked }
        let width = rows.map(\.hours.count).max() ?? 0
        let clockWidth = (rows.map(\.worked) + [total]).map { clock($0).count }.max() ?? 0
        let zones = Set(dates.compactMap { version(on: $0)?.timeZone.identifier }).sorted()
        let place = zones.isEmpty ? zone.identifier : zones.joined(separator: ", ")
        var lines = ["\(calendar.name), \(text), \(place)", ""]
        for row in rows {
            let hours = row.hours + String(repeating: " ", count: width - row.hours.count)
            let line =
                "\(row.date.iso)  \(row.weekday)  \(hours)  \(padded(clock(row.worked), to: clockWidth))  \(row.note)"
            lines.append(String(line.reversed().drop { $0 == " " }.reversed()))
        }
        let label = "total" + String(repeating: " ", count: 14 + width)
        lines += ["", "\(label)\(padded(clock(total), to: clockWidth))"]
        return lines.joined(separator: "\n") + "\n"
    }

    private struct MonthRow {
        let date: LocalDate
        let weekday: String
        let hours: String
        let worked: TimeSpan
        let note: String
    }

    private func version(on date: LocalDate) -> CalendarVersion? {
        calendar.versions.first { $0.isInForce(on: date) }
    }

    private func row(_ date: LocalDate) -> MonthRow {
        let weekday = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday.rawValue]
        let version = version(on: date)
        let day = (version?.timeZone ?? zone).day(date)
        let wallClock = calendar.isAlways ? "00:00-24:00" : text(version?.hours(on: date) ?? .none)
        var notes: [String] = []
        if let holiday = version?.holiday(on: date) { notes.append(holiday.name ?? "holiday") }
        if version?.isSpecialDay(date) ?? false { notes.append("special hours") }
        if version?.breaks.contains(where: { $0.date == date }) ?? false { notes.append("break") }
        if day.end - day.start != .hours(24) { notes.append("clocks change") }
        return MonthRow(
            date: date, weekday: weekday, hours: wallClock, worked: calendar.elapsed(from: day.start, to: day.end),
            note: notes.joined(separator: ", "))
    }

    private func text(_ hours: WorkingHours) -> String {
        guard !hours.isEmpty else { return "closed" }
        return hours.ranges.map { range in
            [range.lowerBound, range.upperBound].map { TimeOfDay(seconds: $0)?.text ?? "" }.joined(separator: "-")
        }.joined(separator: ", ")
    }

    /// Hours and minutes, with seconds only where they are not zero.
    private func clock(_ span: TimeSpan) -> String {
        let seconds = span.wholeSeconds
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = "\(seconds / 3600):\(two(seconds / 60 % 60))"
        return seconds % 60 == 0 ? minutes : minutes + ":\(two(seconds % 60))"
    }

    private func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
