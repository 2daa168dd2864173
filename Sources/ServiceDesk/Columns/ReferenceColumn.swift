/// A column that names rows of another table: a code a row into a `Directory` of that table's ids.
public struct ReferenceColumn<Entity, Target>: Sendable {
    /// `noReference` is NULL; any other code is an entry of the target's directory.
    public let codes: ColumnValues<UInt32>

    /// The code of NULL.
    public static var noReference: UInt32 { UInt32.max }

    /// The column of the given codes.
    public init(codes: ColumnValues<UInt32>) { self.codes = codes }

    /// A column of codes that are somewhere else.
    public init(codes: [UInt32]) { self.init(codes: ColumnValues(codes)) }

    /// How many rows there are.
    @inlinable
    public var count: Int { codes.count }

    /// The directory entry that a row names, or nil for NULL.
    @inlinable
    public subscript(row: RowIndex<Entity>) -> DirectoryEntry<Target>? {
        let code = codes[row.index]
        return code == UInt32.max ? nil : DirectoryEntry(code: code)
    }
}

/// An entry of a directory: somebody who is named in the data, whether a row of the table or not.
@frozen
public struct DirectoryEntry<Target>: Hashable, Comparable, Sendable {
    /// The entry's place in the directory.
    public let code: UInt32

    /// The entry at a place.
    @inlinable
    public init(code: UInt32) { self.code = code }

    /// The order of the directory.
    @inlinable
    public static func < (left: DirectoryEntry, right: DirectoryEntry) -> Bool { left.code < right.code }
}

/// Everybody who is named in the data: first the rows of the table, in their order, then the ids that some other table
/// names although no such row exists (orphans).
public struct Directory<Target>: Sendable {
    /// The id of every entry as text, in lower case.
    public let ids: [String]
    /// How many of the entries are rows of the table.
    public let rowCount: Int

    /// The directory of the given ids.
    /// - Precondition: there are at least as many ids as rows.
    public init(ids: [String], rowCount: Int) {
        precondition(rowCount <= ids.count, "a directory with fewer entries than rows")
        self.ids = ids
        self.rowCount = rowCount
    }

    /// The row that an entry stands for, or nil for an orphan.
    @inlinable
    public func row(of entry: DirectoryEntry<Target>) -> RowIndex<Target>? {
        Int(entry.code) < rowCount ? RowIndex(position: entry.code) : nil
    }

    /// The id of an entry.
    @inlinable
    public func id(of entry: DirectoryEntry<Target>) -> String { ids[Int(entry.code)] }
}
