/// The rows of a table: held, or made one by one when somebody asks, so that a million of them need no memory.
public struct TableRows: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private enum Storage: Sendable {
        case held([[Cell]])
        case made(count: Int, row: @Sendable (Int) -> [Cell])
    }

    private let storage: Storage

    /// Rows that exist.
    public init(_ rows: [[Cell]]) { storage = .held(rows) }

    /// Rows that are made when they are read, from any thread; the same place always gives the same row.
    public init(count: Int, row: @escaping @Sendable (Int) -> [Cell]) { storage = .made(count: count, row: row) }

    /// Rows that exist.
    public init(arrayLiteral rows: [Cell]...) { storage = .held(rows) }

    /// The first place, 0.
    public var startIndex: Int { 0 }

    /// How many rows there are.
    public var endIndex: Int {
        switch storage {
        case .held(let rows): rows.count
        case .made(let count, _): count
        }
    }

    /// The cells of a row, one for each column.
    public subscript(place: Int) -> [Cell] {
        switch storage {
        case .held(let rows): rows[place]
        case .made(_, let row): row(place)
        }
    }
}
