import Foundation
import Operations
import Reports
import ServiceDesk

/// The files of a report: all are written before the first gets its name, so readers see the old set or the new one.
struct ReportOutputs {
    private var xlsx: String?
    private var html: String?
    private var json: String?
    private var folder: String?

    /// The files that were named, or all three in a folder.
    init(xlsx: String?, html: String?, json: String?, folder: String?, name: String) {
        let folder = folder == "-" ? nil : folder
        func inFolder(_ ending: String) -> String? { folder.map { Surroundings.join($0, "\(name).\(ending)") } }
        self.xlsx = xlsx ?? inFolder("xlsx")
        self.html = html ?? inFolder("html")
        self.json = json ?? inFolder("json")
        self.folder = folder
    }

    /// Whether nothing is to be written to a file.
    var isEmpty: Bool { xlsx == nil && html == nil && json == nil }

    /// Renders and publishes.
    func write(_ report: Report, _ session: Session) throws {
        let names = [xlsx, json].compactMap { $0 }.map { path in String(path.split(separator: "/").last ?? "") }
        var publication = Publication()
        let made = try folder.map { try ReportOutputs.makeFolder(session.surroundings.absolute($0)) } ?? nil
        do {
            if let xlsx {
                let file = try publication.file(at: session.surroundings.absolute(xlsx))
                try XLSXReportRenderer().render(report, to: file.stagingPath)
            }
            if let html {
                var file = try publication.file(at: session.surroundings.absolute(html))
                try file.write(HTMLReportRenderer(companions: names).render(report))
            }
            if let json {
                var file = try publication.file(at: session.surroundings.absolute(json))
                try file.write(JSONReportRenderer().render(report))
            }
        } catch {
            publication.discard()
            if let made { rmdir(made) }
            throw error
        }
        try publication.publish()
        for path in [xlsx, html, json].compactMap({ $0 }) { session.messages.tell("wrote \(path)") }
    }

    /// Makes a folder and those above it where they are missing; its path when it was not there.
    private static func makeFolder(_ path: String) throws(Failure) -> String? {
        guard !FileManager.default.fileExists(atPath: path) else { return nil }
        do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
            throw Failure(.cannotCreate, "cannot make the folder \(path)")
        }
        return path
    }

    /// Writes the headline, which is a report's first section, where no file was named; as JSON the whole report.
    static func write(
        headlineOf report: Report, as format: OutputFormat, _ session: Session, zone: TimeZoneRules
    ) throws {
        guard format != .json else { return try session.write(JSONReportRenderer().value(of: report)) }
        var headline = report
        headline.sections = Array(report.sections.prefix(1))
        let text = TextTableRenderer(timeZone: zone)
        try session.write(format == .md ? text.markdown(headline) : text.terminal(headline))
        session.messages.tell("the headline; -o FOLDER writes the whole report as a workbook, a page and JSON")
    }
}

extension Dataset {
    /// What was read, with its rows by table.
    var sourceNotes: [ReportSource] {
        let tables = inventory.tables.map {
            ReportSource.TableRows(table: $0.name, rows: $0.rows, rejected: $0.rejected)
        }
        return [ReportSource(name: sources.joined(separator: ", "), tables: tables)]
    }
}

extension SLAPolicies {
    /// The calendars that the policies use, with their hours in words.
    var calendarNotes: [CalendarNote] {
        let used = policies.flatMap { $0.targets.values.map(\.calendar) }
        var seen: Set<String> = []
        return used.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
            .map { CalendarNote(name: $0.name, hours: $0.hoursInWords) }
    }
}

/// A period in words: a month by its name, anything else by its two ends.
struct PeriodWords {
    let title: String
    let previousTitle: String

    init(plan: SummaryPlan, isWholeMonth: Bool) {
        let zone = plan.zone
        let last = zone.localDate(of: plan.period.end - TimeSpan(microseconds: 1))
        if isWholeMonth {
            title = PeriodWords.month(last)
            previousTitle = PeriodWords.month(last.startOfMonth(adding: -1))
        } else {
            title = PeriodWords.range(plan.period, zone)
            previousTitle = PeriodWords.range(plan.previousPeriod, zone)
        }
    }

    private static func month(_ date: LocalDate) -> String {
        let names = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(names[date.civil.month - 1]) \(date.civil.year)"
    }

    /// Both dates are inside: the end of the range is the last instant before its border.
    private static func range(_ period: Period, _ zone: TimeZoneRules) -> String {
        let first = CellText.date(zone.localDate(of: period.start))
        let last = CellText.date(zone.localDate(of: max(period.start, period.end - TimeSpan(microseconds: 1))))
        return first == last ? first : "\(first) to \(last)"
    }
}
