extension SLAPolicies {
    /// What a desk promises when no policy is given: round the clock, first response in the minutes that the data's own
    /// settings name, else in the usual ones (`SEMANTICS` 5).
    public static func byDefault(for config: WorkflowConfig) -> SLAPolicies {
        let usualMinutes: [Priority: (firstResponse: Int64, resolution: Int64)] = [
            .urgent: (60, 240), .high: (180, 480), .medium: (480, 1440), .low: (1440, 4320),
        ]
        let firstResponse = usualMinutes.map { priority, usual in
            (priority, TimeSpan.minutes(config.firstResponseMinutes[priority] ?? usual.firstResponse))
        }
        let targets: [SLAClock: ClockTargets] = [
            .firstResponse: ClockTargets(
                calendar: .always, targets: Dictionary(uniqueKeysWithValues: firstResponse)),
            .resolution: ClockTargets(
                calendar: .always, targets: usualMinutes.mapValues { TimeSpan.minutes($0.resolution) }),
        ]
        return SLAPolicies(
            source: "default", timeZone: nil, calendars: [ServiceCalendar.always.name: .always],
            policies: [SLAPolicy(name: "default", targets: targets)])
    }
}
