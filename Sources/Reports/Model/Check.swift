import ServiceDesk

/// Two sums that must be equal: the bridge of the backlog, a table and its total.
public struct Check: Sendable {
    /// A word for JSON; unique in the report.
    public var id: String
    /// What must be equal, in words.
    public var title: String
    /// The terms of one side.
    public var left: [CheckTerm]
    /// The terms of the other side.
    public var right: [CheckTerm]

    /// A check of two sides.
    public init(id: String, title: String, left: [CheckTerm], right: [CheckTerm]) {
        self.id = id
        self.title = title
        self.left = left
        self.right = right
    }

    /// How it comes out.
    public var outcome: CheckOutcome {
        guard let kind = left.first?.value.summandKind ?? right.first?.value.summandKind,
            let leftSum = Check.sum(left, kind), let rightSum = Check.sum(right, kind)
        else { return .incomparable }
        let (difference, overflow) = leftSum.subtractingReportingOverflow(rightSum)
        guard !overflow else { return .incomparable }
        return CheckOutcome.compared(
            left: kind.cell(leftSum), right: kind.cell(rightSum), difference: kind.cell(difference))
    }

    /// The exact sum of some terms; nil when they are of different kinds or do not fit.
    private static func sum(_ terms: [CheckTerm], _ kind: SummandKind) -> Int64? {
        var sum: Int64 = 0
        for term in terms {
            guard term.value.summandKind == kind, let value = term.value.summand else { return nil }
            let (next, overflow) =
                term.isSubtracted ? sum.subtractingReportingOverflow(value) : sum.addingReportingOverflow(value)
            guard !overflow else { return nil }
            sum = next
        }
        return sum
    }
}

/// How a check comes out.
public enum CheckOutcome: Hashable, Sendable {
    /// Both sides and what lies between them.
    case compared(left: Cell, right: Cell, difference: Cell)
    /// The two sides cannot be compared.
    case incomparable

    /// Whether both sides are equal.
    public var ties: Bool {
        if case .compared(_, _, let difference) = self { return difference.summand == 0 }
        return false
    }
}

/// A term of a sum.
public struct CheckTerm: Sendable {
    /// What it is, in words.
    public var title: String
    /// Its value.
    public var value: Cell
    /// Whether it is taken away.
    public var isSubtracted: Bool
    /// Where a sheet finds it.
    public var place: CheckPlace?

    /// A term that is added.
    public init(_ title: String, _ value: Cell, at place: CheckPlace? = nil) {
        self.title = title
        self.value = value
        self.place = place
        isSubtracted = false
    }

    /// The same term, taken away.
    public func subtracted() -> CheckTerm {
        var term = self
        term.isSubtracted = true
        return term
    }
}

/// Where a term of a check stands in the report.
public enum CheckPlace: Hashable, Sendable {
    /// The value of the figure with this key.
    case figure(key: String)
    /// A cell of a table.
    case cell(table: String, row: Int, column: String)
    /// The cell of a table's total.
    case total(table: String, column: String)
    /// All cells of a column, added.
    case column(table: String, column: String)
}

/// The kinds of cells that can be added.
enum SummandKind {
    case count, duration, money

    func cell(_ sum: Int64) -> Cell {
        switch self {
        case .count: .count(Int(sum))
        case .duration: .duration(TimeSpan(microseconds: sum))
        case .money: .money(Paise(sum))
        }
    }
}

extension Cell {
    var summandKind: SummandKind? {
        switch self {
        case .count: .count
        case .duration: .duration
        case .money: .money
        default: nil
        }
    }

    var summand: Int64? {
        switch self {
        case .count(let count): Int64(count)
        case .duration(let span): span.microseconds
        case .money(let paise): paise.value
        default: nil
        }
    }
}

extension ReportTable {
    /// For each summed column: the cells against the total. Absent cells count nothing.
    public var sumChecks: [Check] {
        guard let total else { return [] }
        return columns.indices.filter { columns[$0].isSummed && total.indices.contains($0) }.map { index in
            let column = columns[index]
            return Check(
                id: "\(id).\(column.key)", title: "\(title): \(column.title) of all rows = total",
                left: [
                    CheckTerm(
                        "Sum of the rows", columnSum(index, like: total[index]),
                        at: .column(table: id, column: column.key))
                ],
                right: [CheckTerm("Total", total[index], at: .total(table: id, column: column.key))])
        }
    }

    /// The sum of a column, absent when it does not fit or holds something that cannot be added.
    private func columnSum(_ index: Int, like total: Cell) -> Cell {
        guard let kind = total.summandKind else { return .absent(.notApplicable) }
        var sum: Int64 = 0
        for row in rows {
            guard row.indices.contains(index), row[index].absence == nil else { continue }
            guard row[index].summandKind == kind, let value = row[index].summand else { return .absent(.notApplicable) }
            let (next, overflow) = sum.addingReportingOverflow(value)
            guard !overflow else { return .absent(.notApplicable) }
            sum = next
        }
        return kind.cell(sum)
    }
}

extension Report {
    /// Every sum that must tie: the report's own, then those of its tables.
    public var allChecks: [Check] { checks + tables.flatMap(\.sumChecks) }
}
