import ServiceDesk

/// The life of a clock as a drawing.
extension ClockExplanation {
    /// The drawing of a clock, from its start to whatever comes last of its end, as-of and when it was due.
    func timeline(_ result: ClockResult) -> Timeline {
        let segments = ledger.segments(of: result)
        let end = result.stoppedAt ?? asOf
        let last = [end, result.dueAt, dueIfResumed(result), result.breachedAt].compactMap { $0 }.max() ?? end
        let length = max((last - result.startedAt).microseconds, 60_000_000)
        let period = Period(
            start: result.startedAt, end: result.startedAt + TimeSpan(microseconds: length &+ length / 25))
        return Timeline(
            id: ClockExplanation.id(result), title: "The life of the clock", finding: verdict(result), period: period,
            working: working(calendar(of: result), in: period),
            stretches: segments.map {
                Timeline.Stretch(period: Period(start: $0.from, end: $0.to), phase: $0.phase)
            },
            late: result.breachedAt.flatMap { $0 < end ? Period(start: $0, end: end) : nil },
            marks: marks(result, end: end))
    }

    /// The working hours, with those merged that no drawing could tell apart.
    private func working(_ calendar: ServiceCalendar, in period: Period) -> [Period] {
        let finest = TimeSpan(microseconds: (period.end - period.start).microseconds / 1000)
        // In a drawing of decades a day is not to be seen.
        guard finest < .hours(24 * 30) else { return [period] }
        var merged: [Period] = []
        for interval in calendar.workingIntervals(from: period.start, to: period.end) {
            if let last = merged.last, interval.start - last.end < finest {
                merged[merged.count - 1] = Period(start: last.start, end: interval.end)
            } else {
                merged.append(interval)
            }
        }
        return merged
    }

    private func marks(_ result: ClockResult, end: Instant) -> [Timeline.Mark] {
        let history = ledger.history
        func happened(_ at: Instant) -> Bool { result.startedAt <= at && at <= end }
        var marks = [Timeline.Mark(at: result.startedAt, words: startWords(of: result))]
        for (index, change) in history.statuses.enumerated() where happened(change.at) {
            let words = "status \(vocabulary.names[Int(change.status)])"
            marks.append(Timeline.Mark(at: change.at, words: index == 0 ? "\(words) at creation" : words))
        }
        for change in history.priorities.dropFirst() where happened(change.at) {
            marks.append(Timeline.Mark(at: change.at, words: "priority \(change.value.name)"))
        }
        for change in history.assignees where change.value != nil && happened(change.at) && result.clock == .claim {
            marks.append(Timeline.Mark(at: change.at, words: "assigned"))
        }
        for reply in history.replies where happened(reply) {
            marks.append(Timeline.Mark(at: reply, words: "reply by an agent"))
        }
        for message in history.messages where happened(message) {
            marks.append(Timeline.Mark(at: message, words: "message by the customer"))
        }
        if let breached = result.breachedAt {
            marks.append(Timeline.Mark(at: breached, words: "breached", tone: .bad))
        } else if let due = result.dueAt {
            marks.append(Timeline.Mark(at: due, words: "due", tone: .warning))
        }
        if let resumed = dueIfResumed(result) {
            marks.append(Timeline.Mark(at: resumed, words: "due if it resumed now", tone: .warning))
        }
        marks.append(
            Timeline.Mark(at: end, words: result.stoppedAt == nil ? "as of" : "stopped", tone: result.state.tone))
        return ClockExplanation.merged(marks)
    }

    /// In order, with what happened at one instant in one mark.
    private static func merged(_ marks: [Timeline.Mark]) -> [Timeline.Mark] {
        let ordered = marks.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        return ordered.map(\.element).reduce(into: []) { merged, mark in
            guard let last = merged.last, last.at == mark.at else { return merged.append(mark) }
            if !last.words.contains(mark.words) { merged[merged.count - 1].words += "; \(mark.words)" }
            if mark.tone != .neutral { merged[merged.count - 1].tone = mark.tone }
        }
    }
}
