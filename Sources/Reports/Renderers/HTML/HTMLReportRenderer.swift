import ServiceDesk

/// A report as one HTML file: nothing outside it is needed, and it reads well with scripts off, on paper, in the dark,
/// on a phone and aloud.
public struct HTMLReportRenderer: Sendable {
    /// How many rows of a table the page shows; the note under it says where all of them are.
    public var rowLimit: Int
    /// The names of the files beside it that hold all rows.
    public var companions: [String]
    /// The names of the files that hold all rows of a table which is not in all of them, by the table's id.
    public var companionsByTable: [String: [String]] = [:]

    /// A renderer; a table shows its first 100 rows unless said otherwise.
    public init(rowLimit: Int = 100, companions: [String] = []) {
        self.rowLimit = rowLimit
        self.companions = companions
    }

    /// The bytes of the report.
    public func render(_ report: Report) -> [UInt8] {
        var page = HTMLPage(report: report, renderer: self)
        page.write()
        return page.markup.bytes
    }
}

/// The page in the making.
struct HTMLPage {
    let report: Report
    let rowLimit: Int
    let companions: [String]
    let companionsByTable: [String: [String]]
    let words: CellText
    var markup = MarkupWriter()
    /// Whether the tickets of the table in hand are shown by the start of their ids.
    var shortensTickets = true

    init(report: Report, renderer: HTMLReportRenderer) {
        self.report = report
        rowLimit = renderer.rowLimit
        companions = renderer.companions
        companionsByTable = renderer.companionsByTable
        words = CellText(timeZone: report.context.timeZone)
    }

    mutating func write() {
        markup.raw("<!DOCTYPE html>\n<html lang=\"en-IN\">\n")
        writeHead()
        markup.raw("<body>\n<a class=\"skip\" href=\"#main\">Skip to the figures</a>\n")
        markup.append(HTMLAsset.patterns)
        writeMasthead()
        writeNavigation()
        markup.raw("<main id=\"main\">\n")
        for (index, section) in report.sections.enumerated() {
            write(section)
            if index == 0 { writeQualityBox() }
        }
        writeChecks()
        writeDefinitions()
        writeAbout()
        markup.raw("</main>\n")
        writeFooter()
        markup.raw("<script>")
        markup.asset(.script)
        markup.raw("</script>\n</body>\n</html>\n")
    }

    /// A negative number with a true minus sign; the sign of a range or a name stays as it is.
    func shown(_ cell: Cell, unit: MetricUnit) -> String {
        let text = words.text(cell, unit: unit)
        switch cell {
        case .text, .state, .instant, .date, .absent: return text
        default: return text.hasPrefix("-") ? "−" + text.dropFirst() : text
        }
    }

    private mutating func writeHead() {
        markup.raw("<head>\n<meta charset=\"utf-8\">\n")
        markup.empty("meta", ["http-equiv": "Content-Security-Policy", "content": HTMLAsset.securityPolicy])
        markup.raw("\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        markup.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        markup.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        markup.empty("meta", ["name": "generator", "content": "AroundTally \(report.context.engineVersion)"])
        markup.line()
        markup.element("title", "\(report.title), \(report.context.periodTitle)")
        markup.raw("\n<style>")
        markup.asset(.style)
        markup.raw("</style>\n</head>\n")
    }

    private mutating func writeMasthead() {
        let context = report.context
        let words = words
        markup.raw("<header class=\"masthead\">\n")
        markup.element("h1", "\(report.title), \(context.periodTitle)")
        markup.element("dl", ["class": "facts"]) { list in
            Self.fact("As of", words.asOf(context.asOf), in: &list)
            Self.fact("Time zone", words.zone(at: context.asOf), in: &list)
            Self.fact("Policy", context.policySource, in: &list)
            Self.fact("Filters", ReportWords.filters(context), in: &list)
            if let previous = context.previousPeriodTitle { Self.fact("Compared with", previous, in: &list) }
        }
        markup.raw("\n</header>\n")
    }

    static func fact(_ label: String, _ text: String, in list: inout MarkupWriter) {
        list.element("div") { row in
            row.element("dt", label)
            row.element("dd", text)
        }
    }

    private mutating func writeNavigation() {
        let sections = report.sections
        markup.element("nav", ["aria-label": "Sections"]) { nav in
            nav.element("ul") { list in
                for section in sections { Self.link("#s-\(section.id)", section.title, in: &list) }
                Self.link("#checks", "Checks", in: &list)
                Self.link("#definitions", "Definitions", in: &list)
                Self.link("#about", "About", in: &list)
            }
        }
        markup.line()
    }

    private static func link(_ address: String, _ title: String, in list: inout MarkupWriter) {
        list.element("li") { $0.element("a", ["href": address], title) }
    }

    private mutating func write(_ section: Section) {
        markup.raw("<section")
        markup.attribute("id", "s-\(section.id)")
        markup.attribute("aria-labelledby", "h-\(section.id)")
        // On paper a long section begins a page; a short one would leave most of it empty.
        if section.charts.isEmpty && section.tables.allSatisfy({ $0.rows.count <= 12 }) {
            markup.attribute("class", "brief")
        }
        markup.raw(">\n")
        markup.element("h2", ["id": "h-\(section.id)"], section.title)
        markup.line()
        if let lead = section.lead { markup.element("p", ["class": "lead"], lead) }
        var isInGrid = false
        for block in section.blocks {
            // Charts and tables that follow each other stand side by side where there is room.
            let belongsInGrid =
                switch block {
                case .chart, .table, .timeline: true
                case .figures, .note: false
                }
            if belongsInGrid != isInGrid {
                markup.raw(isInGrid ? "</div>\n" : "<div class=\"blocks\">\n")
                isInGrid = belongsInGrid
            }
            switch block {
            case .figures(let figures): writeTiles(figures)
            case .table(let table): write(table)
            case .note(let note): markup.element("p", ["class": "note"], note)
            case .chart(let chart): write(chart)
            case .timeline(let timeline): write(timeline)
            }
            markup.line()
        }
        if isInGrid { markup.raw("</div>\n") }
        markup.raw("</section>\n")
    }

    private mutating func writeFooter() {
        let context = report.context
        let line = "AroundTally \(context.engineVersion), time zone data \(context.timeZoneDataVersion). "
        markup.element("footer") { footer in
            footer.element("p", line + "The same inputs, as-of and policy give the same file, byte for byte.")
        }
        markup.line()
    }
}
