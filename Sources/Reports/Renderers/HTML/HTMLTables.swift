import ServiceDesk

/// Tables with caption, scopes and totals, in a frame that scrolls on its own where the page is narrow.
extension HTMLPage {
    mutating func write(_ table: ReportTable) {
        let shownRows = table.rows.prefix(rowLimit)
        let isCut = shownRows.count < table.rows.count
        markup.raw("<div class=\"table\"><div class=\"scroll\" role=\"region\" tabindex=\"0\"")
        markup.attribute("aria-labelledby", "cap-\(table.id)")
        markup.raw(">\n<table")
        markup.attribute("id", "t-\(table.id)")
        markup.raw(">\n")
        writeCaption(table)
        writeHeader(table)
        markup.raw("<tbody>\n")
        for row in shownRows { writeRow(row, of: table, isTotal: false) }
        if table.rows.isEmpty { writeEmpty(table) }
        markup.raw("</tbody>\n")
        if let total = table.total {
            markup.raw("<tfoot>\n")
            writeRow(total, of: table, isTotal: true)
            markup.raw("</tfoot>\n")
        }
        markup.raw("</table></div>\n")
        if isCut { markup.element("p", ["class": "note cut"], cutNote(table, shownRows.count)) }
        markup.raw("</div>\n")
    }

    private func cutNote(_ table: ReportTable, _ shown: Int) -> String {
        let all = CellText.count(table.rows.count)
        let places = companions.isEmpty ? ["the JSON and XLSX outputs"] : companions
        let total = table.total == nil ? "" : " The total is that of all rows."
        return "The first \(CellText.count(shown)) of \(all) rows. All \(all) rows are in "
            + places.joined(separator: " and ") + ", table \(table.id).\(total)"
    }

    private mutating func writeCaption(_ table: ReportTable) {
        let rows = table.rows.count == 1 ? "1 row" : "\(CellText.count(table.rows.count)) rows"
        let zone =
            table.columns.contains { $0.kind == .instant } ? " Times in \(report.context.timeZone.identifier)." : ""
        markup.element("caption", ["id": "cap-\(table.id)"]) { caption in
            caption.element("span", ["class": "title"], table.title)
            caption.element("span", ["class": "basis"], " \(table.basis)\(zone) \(rows).")
        }
        markup.line()
    }

    private mutating func writeHeader(_ table: ReportTable) {
        markup.raw("<thead><tr>")
        for column in table.columns {
            markup.element("th", ["scope": "col", "class": Self.style(column)]) { head in
                if let metric = column.metric {
                    head.element("a", ["href": "#def-\(metric.id)"], column.title)
                } else {
                    head.text(column.title)
                }
                if let time = Self.timeWords(column.unit) { head.element("span", ["class": "unit"], " \(time)") }
            }
        }
        markup.raw("</tr></thead>\n")
    }

    private static func timeWords(_ unit: MetricUnit) -> String? {
        switch unit {
        case .businessTime: "business"
        case .calendarTime: "calendar"
        default: nil
        }
    }

    private static func style(_ column: TableColumn) -> String {
        switch (column.alignment, column.kind) {
        case (.right, _): "r"
        case (_, .text): "w"
        default: "l"
        }
    }

    private mutating func writeEmpty(_ table: ReportTable) {
        markup.raw("<tr>")
        markup.element("td", ["class": "w none", "colspan": "\(table.columns.count)"], table.emptyText)
        markup.raw("</tr>\n")
    }

    private mutating func writeRow(_ cells: [Cell], of table: ReportTable, isTotal: Bool) {
        markup.raw("<tr>")
        for (index, (column, cell)) in zip(table.columns, cells).enumerated() {
            if index == 0 {
                markup.raw("<th scope=\"row\"")
            } else {
                markup.raw("<td")
            }
            let isAbsent = cell.absence != nil
            markup.attribute("class", Self.style(column) + (isAbsent ? " none" : ""))
            if let key = Self.sortKey(cell) { markup.attribute("data-v", key) }
            markup.raw(">")
            write(cell, in: column, isTotal: isTotal)
            markup.raw(index == 0 ? "</th>" : "</td>")
        }
        markup.raw("</tr>\n")
    }

    private mutating func write(_ cell: Cell, in column: TableColumn, isTotal: Bool) {
        switch cell {
        case .state(let word, let tone):
            markup.element("span", ["class": "state \(tone.rawValue)"], "\(ReportWords.mark(tone)) \(word)")
        case .text(let id) where column.kind == .ticket && !isTotal:
            if let link = report.context.ticketLink {
                markup.element("a", ["href": link.address(of: id), "rel": "noreferrer"], id)
            } else {
                markup.text(id)
            }
        default:
            // A dash would do for the eye, but a screen reader should hear why nothing is there.
            markup.text(isTotal && cell == .absent(.notApplicable) ? "" : shown(cell, unit: column.unit))
        }
    }

    /// What a row is sorted by where its words would not sort.
    private static func sortKey(_ cell: Cell) -> String? {
        switch cell {
        case .text, .state: nil
        case .instant(let instant): "\(instant.flooredMinutes)"
        case .date(let date): "\(date.daysSinceEpoch)"
        default: cell.plotted.map { ChartCanvas.exact($0) }
        }
    }
}

extension Instant {
    fileprivate var flooredMinutes: Int64 { microseconds / 60_000_000 }
}
