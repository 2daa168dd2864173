/// A table of a report: rows of cells under named columns, based on one date.
public struct ReportTable: Sendable {
    /// A word for links and JSON; unique in the report.
    public var id: String
    /// The title that people read.
    public var title: String
    /// The name of its sheet in a workbook; tables that name the same one share it. When nil it has a sheet under its
    /// title. Repaired and made unique there.
    public var sheetName: String?
    /// Which tickets or events the rows count, and on which date they are based, as a sentence.
    public var basis: String
    /// The columns, in order; the first names the row.
    public var columns: [TableColumn]
    /// The rows, in the order in which they are shown.
    public var rows: TableRows
    /// The line that sums the rows, when there is one.
    public var total: [Cell]?
    /// What an empty table says in place of rows.
    public var emptyText: String
    /// Whether it holds the rows that everything else is made from: its sheet is the last.
    public var isData: Bool
    /// Whether it is read as text, such as reasons; a terminal, which does not wrap cells, only names it.
    public var isProse: Bool
    /// How many rows a page shows, where fewer than elsewhere; other outputs have all of them.
    public var pageRows: Int?

    /// A table with the given parts.
    public init(
        id: String, title: String, sheetName: String? = nil, basis: String, columns: [TableColumn], rows: TableRows,
        total: [Cell]? = nil, emptyText: String = "Nothing to list.", isData: Bool = false,
        isProse: Bool = false, pageRows: Int? = nil
    ) {
        self.id = id
        self.title = title
        self.sheetName = sheetName
        self.basis = basis
        self.columns = columns
        self.rows = rows
        self.total = total
        self.emptyText = emptyText
        self.isData = isData
        self.isProse = isProse
        self.pageRows = pageRows
    }

    /// A table of rows that exist.
    public init(
        id: String, title: String, sheetName: String? = nil, basis: String, columns: [TableColumn], rows: [[Cell]],
        total: [Cell]? = nil, emptyText: String = "Nothing to list.", isData: Bool = false,
        isProse: Bool = false, pageRows: Int? = nil
    ) {
        self.init(
            id: id, title: title, sheetName: sheetName, basis: basis, columns: columns, rows: TableRows(rows),
            total: total, emptyText: emptyText, isData: isData, isProse: isProse, pageRows: pageRows)
    }

    /// Whether the first characters of the tickets' ids tell the first rows apart.
    func shortensTickets(in shown: Int) -> Bool {
        columns.indices.allSatisfy { index in
            guard columns[index].kind == .ticket else { return true }
            let ids = Set(
                rows.prefix(shown).compactMap { row in if case .text(let id) = row[index] { id } else { nil } })
            return Set(ids.map(CellText.shortTicket)).count == ids.count
        }
    }

    /// The name of the CSV file that holds its rows where they are too many for a workbook.
    public var companion: String { "\(id).csv" }

    /// The place of a column.
    public func columnIndex(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }
}

/// A column: what stands in it and how it comes about.
public struct TableColumn: Sendable {
    /// The key in JSON and CSV, in snake case.
    public var key: String
    /// The heading; under a group, what sets the column apart in it.
    public var title: String
    /// The heading over neighbouring columns that belong together: `First response`.
    public var group: String?
    /// The kind of its cells.
    public var kind: ColumnKind
    /// What its numbers count or measure.
    public var unit: MetricUnit
    /// On which side its cells stand.
    public var alignment: Alignment
    /// The metric that it shows, for a link to the definition.
    public var metric: Metric?
    /// How its cells follow from others, so that a sheet can work them out live.
    public var derivation: Derivation?
    /// Whether the line of totals is the sum of its cells, which is then checked.
    public var isSummed: Bool

    /// A column; numbers stand on the right unless said otherwise.
    public init(
        _ key: String, _ title: String, _ kind: ColumnKind, group: String? = nil, unit: MetricUnit = .none,
        alignment: Alignment? = nil, metric: Metric? = nil, derivation: Derivation? = nil, isSummed: Bool = false
    ) {
        self.key = key
        self.title = title
        self.group = group
        self.kind = kind
        self.unit = unit
        self.alignment = alignment ?? kind.alignment
        self.metric = metric
        self.derivation = derivation
        self.isSummed = isSummed
    }

    /// The whole heading, for outputs with one line of them: `First response met`.
    public var fullTitle: String {
        guard let group else { return title }
        return "\(group) \(title.prefix(1).lowercased())\(title.dropFirst())"
    }

    /// Which time a duration counts, unless the group says so.
    public var timeName: String? {
        guard let name = unit.timeName, group?.lowercased().hasPrefix(name) != true else { return nil }
        return name
    }
}

/// The kind of the cells of a column.
public enum ColumnKind: String, CaseIterable, Hashable, Sendable {
    /// Words.
    case text
    /// A ticket's id, which links to its page.
    case ticket
    /// A word with a tone.
    case state
    /// Whole numbers.
    case count
    /// Quotients that are no parts of a whole.
    case ratio
    /// Parts of a whole.
    case share
    /// Lengths of time.
    case duration
    /// Amounts.
    case money
    /// Points in time.
    case instant
    /// Dates.
    case date

    /// Words on the left, numbers and times on the right.
    public var alignment: Alignment {
        switch self {
        case .text, .ticket, .state: .left
        default: .right
        }
    }

    /// Whether a cell may stand in such a column; an absent one may stand anywhere.
    public func admits(_ cell: Cell) -> Bool {
        switch (self, cell) {
        case (_, .absent), (.text, .text), (.ticket, .text), (.state, .state), (.count, .count), (.ratio, .ratio),
            (.share, .share), (.duration, .duration), (.money, .money), (.instant, .instant), (.date, .date):
            true
        default: false
        }
    }
}

/// A side.
public enum Alignment: String, Hashable, Sendable {
    /// Where a line begins, where it ends.
    case left, right
}

/// How the cells of a column follow from other cells.
public enum Derivation: Hashable, Sendable {
    /// The sum of some columns of the row over the sum of others: met over met and breached.
    case quotient(of: [String], over: [String])
    /// A column's cell over that column's total.
    case shareOfTotal(String)
}
