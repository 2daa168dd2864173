import Foundation
import Ingest
import Operations
import Reports
import ServiceDesk

/// The files of a report: all are written before the first gets its name, so readers see the old set or the new one.
struct ReportOutputs {
    private var xlsx: String?
    private var html: String?
    private var json: String?
    private var folder: String?
    /// Tables with more rows go into a CSV file beside the workbook.
    var rowLimit = 100_000
    /// How many threads write such a file.
    var threads = 1

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
        var outputs = self
        outputs.threads = try session.threads().value
        let written = try outputs.publish(report, guardsFormulas: !session.options.csvRaw) {
            session.surroundings.absolute($0)
        }
        for path in written { session.messages.tell("wrote \(path)") }
    }

    /// Renders and publishes. Tables that are too long for the workbook go into `ID.csv` beside it.
    /// - Returns: the paths as they were named.
    func publish(_ report: Report, guardsFormulas: Bool, absolute: (String) -> String) throws -> [String] {
        let omitted = xlsx == nil && json == nil ? [] : XLSXReportRenderer(rowLimit: rowLimit).omittedTables(of: report)
        let companions = omitted.map { table in (table: table, path: beside(xlsx ?? json, table.companion)) }
        var publication = Publication()
        let made = try folder.map { try ReportOutputs.makeFolder(absolute($0)) } ?? nil
        do {
            if let xlsx {
                let file = try publication.file(at: absolute(xlsx))
                try XLSXReportRenderer(rowLimit: rowLimit).render(report, to: file.stagingPath)
            }
            for (table, path) in companions {
                let file = try publication.file(at: absolute(path))
                try CSVTableRenderer(guardsFormulas: guardsFormulas, threads: threads).write(table, to: file)
            }
            if let html {
                var file = try publication.file(at: absolute(html))
                try file.write(page(companions.map(\.path), omitted.map(\.id)).render(report))
            }
            if let json {
                var file = try publication.file(at: absolute(json))
                try file.write(JSONReportRenderer(rowLimit: rowLimit).render(report))
            }
        } catch {
            publication.discard()
            if let made { rmdir(made) }
            throw error
        }
        try publication.publish()
        return [xlsx].compactMap { $0 } + companions.map(\.path) + [html, json].compactMap { $0 }
    }

    /// The page's renderer, which names the files that hold all rows of a table.
    private func page(_ companions: [String], _ omitted: [String]) -> HTMLReportRenderer {
        func name(_ path: String) -> String { String(path.split(separator: "/").last ?? "") }
        var renderer = HTMLReportRenderer(companions: [xlsx, json].compactMap { $0 }.map(name))
        for (id, path) in zip(omitted, companions) {
            renderer.companionsByTable[id] = [name(path)]
        }
        return renderer
    }

    /// A file in the folder of another.
    private func beside(_ path: String?, _ name: String) -> String {
        guard let path, let slash = path.lastIndex(of: "/") else { return name }
        return String(path[...slash]) + name
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

extension Desk {
    /// What every output prints about a report.
    func reportContext(
        period: Period, title: String, previousTitle: String? = nil, filters: [ReportFilter]
    ) -> ReportContext {
        let skew = evaluation.skew
        return ReportContext(
            asOf: asOf, timeZone: zone, period: period, periodTitle: title, previousPeriodTitle: previousTitle,
            policySource: policies.source, calendars: policies.calendarNotes, filters: filters,
            sources: dataset.sourceNotes,
            timestampSkew: SkewNote(
                mode: evaluation.parameters.appClock.rawValue, movedUpdatedAt: skew.movedUpdatedAt,
                movedCreatedAt: skew.movedCreatedAt),
            engineVersion: Version.engine, timeZoneDataVersion: TimeZoneCatalogue.dataVersion)
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

/// A period in words: a complete month by its name, anything else by its two ends.
struct PeriodWords {
    let title: String
    let previousTitle: String

    init(plan: SummaryPlan, isWholeMonth: Bool) {
        let zone = plan.zone
        let last = zone.localDate(of: plan.period.end - TimeSpan(microseconds: 1))
        let isComplete = plan.period.end == zone.startOfDay(last.startOfMonth(adding: 1))
        if isWholeMonth && isComplete {
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
    static func range(_ period: Period, _ zone: TimeZoneRules) -> String {
        let first = CellText.date(zone.localDate(of: period.start))
        let last = CellText.date(zone.localDate(of: max(period.start, period.end - TimeSpan(microseconds: 1))))
        return first == last ? first : "\(first) to \(last)"
    }
}
