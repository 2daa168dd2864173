import ServiceDesk

/// What to show of a table: which rows, in which order, which columns, how many.
public struct RowSelection: Sendable {
    /// The condition that rows must fulfil, as `--where` takes it.
    public var condition: String?
    /// The column to sort by; a leading `-` turns the order around.
    public var sort: String?
    /// The columns to show, in order; nil shows all.
    public var columns: [String]?
    /// How many rows to show at the most.
    public var limit: Int?

    /// A selection with the given parts.
    public init(condition: String? = nil, sort: String? = nil, columns: [String]? = nil, limit: Int? = nil) {
        self.condition = condition
        self.sort = sort
        self.columns = columns
        self.limit = limit
    }

    /// What is wrong with a selection.
    public enum Mistake: Error, Hashable, Sendable {
        /// The condition is wrong.
        case condition(RowCondition.Mistake)
        /// There is no such column; the nearest one there is, or all.
        case column(String, hint: String)
    }

    /// The table with what was selected; rows of equal sort keys keep their order, absent values come last.
    public func applied(to table: ReportTable) throws(Mistake) -> ReportTable {
        var table = table
        if let condition {
            let parsed: RowCondition
            do { parsed = try RowCondition(condition, columns: table.columns) } catch { throw .condition(error) }
            table.rows = TableRows(table.rows.filter(parsed.holds))
        }
        if let sort { table.rows = TableRows(try RowSelection.sorted(table, by: sort)) }
        if let limit { table.rows = TableRows(Array(table.rows.prefix(limit))) }
        if let columns {
            var places: [Int] = []
            for key in columns { places.append(try RowSelection.place(of: key, in: table)) }
            let rows = table.rows
            table.columns = places.map { table.columns[$0] }
            table.rows = TableRows(rows.map { row in places.map { row[$0] } })
        }
        table.total = nil
        return table
    }

    private static func sorted(_ table: ReportTable, by sort: String) throws(Mistake) -> [[Cell]] {
        let isDescending = sort.hasPrefix("-")
        let place = try place(of: isDescending ? String(sort.dropFirst()) : sort, in: table)
        return table.rows.enumerated().sorted { left, right in
            switch (CellKey(left.element[place]), CellKey(right.element[place])) {
            case (let a?, let b?) where a != b: return isDescending ? b < a : a < b
            case (.some, nil): return true
            case (nil, .some): return false
            default: return left.offset < right.offset
            }
        }.map(\.element)
    }

    private static func place(of key: String, in table: ReportTable) throws(Mistake) -> Int {
        if let place = table.columnIndex(key) { return place }
        let keys = table.columns.map(\.key)
        throw .column(
            key,
            hint: Word.nearest(to: key, in: keys).map { "did you mean \"\($0)\"?" }
                ?? "the columns are \(keys.joined(separator: ", "))")
    }
}
