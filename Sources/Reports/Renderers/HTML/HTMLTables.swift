import ServiceDesk

/// Tables with caption, scopes and totals, in a frame that scrolls on its own where the page is narrow.
extension HTMLPage {
    mutating func write(_ table: ReportTable) {
        let shownRows = table.rows.prefix(min(rowLimit, table.pageRows ?? rowLimit))
        let isCut = shownRows.count < table.rows.count
        markup.raw("<div")
        markup.attribute("class", Self.style(table, shownRows))
        markup.raw("><div class=\"scroll\" role=\"region\" tabindex=\"0\"")
        markup.attribute("aria-labelledby", "cap-\(table.id)")
        markup.raw(">\n<table")
        markup.attribute("id", "t-\(table.id)")
        markup.raw(">\n")
        writeCaption(table)
        writeHeader(table)
        markup.raw("<tbody>\n")
        let styles = Self.styles(table, shownRows)
        shortensTickets = table.shortensTickets(in: shownRows.count)
        for row in shownRows { writeRow(row, of: table, styles, isTotal: false) }
        if table.rows.isEmpty { writeEmpty(table) }
        markup.raw("</tbody>\n")
        if let total = table.total {
            markup.raw("<tfoot>\n")
            writeRow(total, of: table, styles, isTotal: true)
            markup.raw("</tfoot>\n")
        }
        markup.raw("</table></div>\n")
        if isCut { markup.element("p", ["class": "note cut"], cutNote(table, shownRows.count)) }
        markup.raw("</div>\n")
    }

    private func cutNote(_ table: ReportTable, _ shown: Int) -> String {
        let all = CellText.count(table.rows.count)
        let known = companionsByTable[table.id] ?? companions
        let places = known.isEmpty ? ["the JSON and XLSX outputs"] : known
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

    /// A table with few columns shares a line with a neighbour; one with many is set closer; a long one scrolls.
    private static func style(_ table: ReportTable, _ shownRows: TableRows.SubSequence) -> String {
        let isNarrow = shownRows.allSatisfy { row in
            row.allSatisfy { cell in if case .text(let text) = cell { text.utf8.count <= 40 } else { true } }
        }
        let isHalf = table.columns.count <= 7 && !table.columns.contains { $0.kind == .ticket } && isNarrow
        return "table" + (isHalf ? " half" : "") + (table.columns.count > 6 ? " dense" : "")
            + (shownRows.count > 15 ? " long" : "")
    }

    /// One line of headings, or two where columns belong to groups.
    private mutating func writeHeader(_ table: ReportTable) {
        let isGrouped = table.columns.contains { $0.group != nil }
        markup.raw("<thead><tr>")
        var index = 0
        while index < table.columns.count {
            let column = table.columns[index]
            guard let group = column.group else {
                writeHead(column, at: index, spansRows: isGrouped)
                index += 1
                continue
            }
            let width = table.columns[index...].prefix { $0.group == group }.count
            markup.element("th", ["scope": "colgroup", "class": "group", "colspan": "\(width)"], group)
            index += width
        }
        markup.raw("</tr>")
        if isGrouped {
            markup.raw("<tr>")
            for (index, column) in table.columns.enumerated() where column.group != nil {
                writeHead(column, at: index, spansRows: false)
            }
            markup.raw("</tr>")
        }
        markup.raw("</thead>\n")
    }

    private mutating func writeHead(_ column: TableColumn, at index: Int, spansRows: Bool) {
        markup.raw("<th scope=\"col\"")
        markup.attribute("class", Self.style(column))
        if spansRows { markup.raw(" rowspan=\"2\"") }
        markup.attribute("data-c", "\(index)")
        if column.group != nil { markup.attribute("data-t", column.fullTitle) }
        markup.raw(">")
        if let metric = column.metric {
            markup.element("a", ["href": "#def-\(metric.id)"], column.title)
        } else {
            markup.text(column.title)
        }
        if let time = column.timeName { markup.element("span", ["class": "unit"], " \(time)") }
        markup.raw("</th>")
    }

    /// Columns of long texts are wide even on a phone.
    private static func styles(_ table: ReportTable, _ shownRows: TableRows.SubSequence) -> [String] {
        table.columns.enumerated().map { index, column in
            let isLong =
                column.kind == .text
                && shownRows.contains { row in
                    if case .text(let text) = row[index] { text.utf8.count > 60 } else { false }
                }
            return style(column) + (isLong ? " x" : "")
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

    private mutating func writeRow(_ cells: [Cell], of table: ReportTable, _ styles: [String], isTotal: Bool) {
        markup.raw("<tr>")
        for (index, (column, cell)) in zip(table.columns, cells).enumerated() {
            if index == 0 {
                markup.raw("<th scope=\"row\"")
            } else {
                markup.raw("<td")
            }
            let isAbsent = cell.absence != nil
            markup.attribute("class", styles[index] + (isAbsent ? " none" : ""))
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
            let isShort = shortensTickets
            if let link = report.context.ticketLink {
                markup.element("a", ["href": link.address(of: id), "rel": "noreferrer"]) {
                    $0.ticket(id, isShort: isShort)
                }
            } else {
                markup.ticket(id, isShort: shortensTickets)
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

extension MarkupWriter {
    /// The start of a ticket's id, with the whole id in its tool tip and for whoever copies the table.
    fileprivate mutating func ticket(_ id: String, isShort: Bool) {
        let short = CellText.shortTicket(id)
        guard isShort, short != id else { return text(id) }
        element("span", ["class": "id", "title": id, "data-full": id], short)
    }
}

extension Instant {
    fileprivate var flooredMinutes: Int64 { microseconds / 60_000_000 }
}
