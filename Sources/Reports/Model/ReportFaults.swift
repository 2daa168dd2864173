extension Report {
    /// What is wrong with the value itself, as sentences; empty for every report that a builder may hand on.
    ///
    /// Renderers rely on it: a row as wide as its table, a cell of its column's kind, a derivation whose columns exist.
    public var faults: [String] {
        [sections.map(\.id), tables.map(\.id), charts.map(\.id)].flatMap(Report.repeated)
            .map { "the id \($0) is used twice" }
            + Report.repeated(figures.map(\.key)).map { "the figure \($0) stands there twice" }
            + Report.repeated(allChecks.map(\.id)).map { "the check \($0) stands there twice" }
            + undefinedMetrics.map { "the metric \($0) has no definition in the report" }
            + tables.flatMap(\.faults) + charts.flatMap(\.faults)
            + allChecks.flatMap { check in
                (check.left + check.right).compactMap(\.place).filter { value(at: $0) == nil }
                    .map { "the check \(check.id) points at \($0), which is not there" }
            }
    }

    private var undefinedMetrics: [String] {
        let defined = Set(definitions.map(\.id))
        let used = figures.map(\.metric.id) + tables.flatMap { $0.columns.compactMap(\.metric?.id) }
        var seen: Set<String> = []
        return used.filter { !defined.contains($0) && seen.insert($0).inserted }
    }

    /// The cell at a place; the first of a column's cells stands for all.
    private func value(at place: CheckPlace) -> Cell? {
        switch place {
        case .figure(let key):
            return figures.first { $0.key == key }?.value
        case .cell(let id, let row, let column):
            guard let table = tables.first(where: { $0.id == id }), let index = table.columnIndex(column),
                table.rows.indices.contains(row), table.rows[row].indices.contains(index)
            else { return nil }
            return table.rows[row][index]
        case .total(let id, let column):
            guard let table = tables.first(where: { $0.id == id }), let index = table.columnIndex(column),
                let total = table.total, total.indices.contains(index)
            else { return nil }
            return total[index]
        case .column(let id, let column):
            guard let table = tables.first(where: { $0.id == id }) else { return nil }
            return table.columnIndex(column) == nil ? nil : .count(table.rows.count)
        }
    }

    private static func repeated(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { !seen.insert($0).inserted }
    }
}

extension ReportTable {
    fileprivate var faults: [String] {
        var faults: [String] = []
        let keys = Set(columns.map(\.key))
        if columns.isEmpty || keys.count != columns.count {
            faults.append("table \(id): columns without distinct keys")
        }
        for row in rows + (total.map { [$0] } ?? []) where row.count != columns.count {
            faults.append("table \(id): a row of \(row.count) cells under \(columns.count) columns")
        }
        for (index, column) in columns.enumerated() {
            for row in rows where row.indices.contains(index) && !column.kind.admits(row[index]) {
                faults.append("table \(id): \(row[index]) in the column \(column.key), which is of \(column.kind)")
            }
            if let total, total.indices.contains(index), index > 0, !column.kind.admits(total[index]) {
                faults.append("table \(id): \(total[index]) in the total of \(column.key), which is of \(column.kind)")
            }
            faults += derivationFaults(column, keys)
        }
        return faults
    }

    /// A share without its two parts could be neither checked nor worked out live, so each has to name them.
    private func derivationFaults(_ column: TableColumn, _ keys: Set<String>) -> [String] {
        switch column.derivation {
        case .quotient(let parts, let wholes):
            return (parts + wholes).filter { !keys.contains($0) }
                .map { "table \(id): \(column.key) follows from \($0), which is not there" }
        case .shareOfTotal(let key):
            let complete = keys.contains(key) && total != nil
            return complete ? [] : ["table \(id): \(column.key) is a share of the total of \(key), which is not there"]
        case nil:
            guard column.kind == .share || column.kind == .ratio else { return [] }
            return ["table \(id): \(column.key) does not say from which columns it follows"]
        }
    }
}

extension Chart {
    fileprivate var faults: [String] {
        var faults: [String] = []
        if series.isEmpty { faults.append("chart \(id): no series") }
        if Set(series.map(\.key)).count != series.count { faults.append("chart \(id): series without distinct keys") }
        for entry in series where entry.values.count != categories.count {
            faults.append("chart \(id): \(entry.values.count) values of \(entry.key), \(categories.count) categories")
        }
        if !finding.hasSuffix(".") { faults.append("chart \(id): the finding is no sentence") }
        return faults
    }
}
