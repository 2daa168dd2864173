/// A column of texts low in variety: a small code a row, and the texts once. Code 0 is NULL in every column.
public struct DictionaryColumn<Entity, Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable
{
    /// A code for every row.
    public let codes: ColumnValues<Code>
    /// The raw text of each code; the entry of code 0 stands for NULL and is never read as a text.
    public let dictionary: [String]

    /// The column of the given codes.
    /// - Precondition: the dictionary has an entry for every code, and one for NULL.
    public init(codes: ColumnValues<Code>, dictionary: [String]) {
        precondition(!dictionary.isEmpty, "the dictionary lacks the entry for NULL")
        precondition(Int(codes.largest ?? 0) < dictionary.count, "a code beyond the dictionary")
        self.codes = codes
        self.dictionary = dictionary
    }

    /// A column of codes that are somewhere else.
    public init(codes: [Code], dictionary: [String]) { self.init(codes: ColumnValues(codes), dictionary: dictionary) }

    /// How many rows there are.
    @inlinable
    public var count: Int { codes.count }

    /// The code of a row; 0 is NULL.
    @inlinable
    public func code(_ row: RowIndex<Entity>) -> Int { Int(codes[row.index]) }

    /// The raw text of a row, or nil for NULL.
    @inlinable
    public subscript(row: RowIndex<Entity>) -> String? {
        let code = Int(codes[row.index])
        return code == 0 ? nil : dictionary[code]
    }
}
