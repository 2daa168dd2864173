/// The plain values of a column, in memory that somebody owns: a reader's pile handed over, or a mapped snapshot.
///
/// The unsafe part of the columns: every index is checked, also in release builds, and the owner lives as long as any
/// copy of the values. Nothing changes the memory once it is here.
@frozen
public struct ColumnValues<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    @usableFromInline let base: UnsafePointer<Element>
    /// How many values there are.
    public let count: Int
    /// Whoever frees or unmaps the memory when the last column lets go of it.
    @usableFromInline let owner: any ColumnMemory

    /// The values that lie in memory of the given owner.
    ///
    /// The owner must keep the memory there, and unchanged, as long as it lives itself.
    /// - Precondition: the memory is aligned for `Element`.
    public init(start: UnsafeRawPointer, count: Int, owner: any ColumnMemory) {
        precondition(count >= 0, "a column of \(count) values")
        precondition(
            Int(bitPattern: start) % MemoryLayout<Element>.alignment == 0, "column memory that is not aligned")
        base = UnsafePointer(start.assumingMemoryBound(to: Element.self))
        self.count = count
        self.owner = owner
    }

    /// A copy of the given values.
    public init(_ values: some Collection<Element>) {
        let copy = CopiedValues(values)
        base = UnsafePointer(copy.base)
        count = copy.count
        owner = copy
    }

    /// The same memory as values of another type with the same layout.
    /// - Precondition: the types are equally wide.
    public func reinterpreted<Other>(as type: Other.Type = Other.self) -> ColumnValues<Other> {
        precondition(MemoryLayout<Other>.stride == MemoryLayout<Element>.stride, "values of another width")
        return ColumnValues<Other>(start: base, count: count, owner: owner)
    }

    /// The bytes of the values, in the same memory.
    public var bytes: ColumnValues<UInt8> {
        ColumnValues<UInt8>(start: base, count: count * MemoryLayout<Element>.stride, owner: owner)
    }

    /// Hands out the memory for reading.
    @inlinable
    public func withUnsafeBufferPointer<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        defer { withExtendedLifetime(owner) {} }
        return try body(UnsafeBufferPointer(start: base, count: count))
    }
}

/// An owner of column memory: it frees or unmaps it when it is released.
public protocol ColumnMemory: AnyObject, Sendable {}

/// Memory of its own for values that were somewhere else.
private final class CopiedValues<Element: BitwiseCopyable & Sendable>: ColumnMemory, @unchecked Sendable {
    let base: UnsafeMutablePointer<Element>
    let count: Int

    init(_ values: some Collection<Element>) {
        count = values.count
        base = .allocate(capacity: max(count, 1))
        _ = UnsafeMutableBufferPointer(start: base, count: count).initialize(fromContentsOf: values)
    }

    deinit { base.deallocate() }
}

extension ColumnValues: RandomAccessCollection {
    /// The first place.
    @inlinable
    public var startIndex: Int { 0 }

    /// The place behind the last one.
    @inlinable
    public var endIndex: Int { count }

    /// The value of a place. O(1).
    @inlinable
    public subscript(position: Int) -> Element {
        precondition(UInt(bitPattern: position) < UInt(bitPattern: count), "a place beyond the column")
        return base[position]
    }

    /// Gives bulk operations of the standard library the memory itself.
    @inlinable
    public func withContiguousStorageIfAvailable<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result? {
        defer { withExtendedLifetime(owner) {} }
        return try body(UnsafeBufferPointer(start: base, count: count))
    }
}

extension ColumnValues<UInt8> {
    /// The values that some of the bytes are.
    /// - Precondition: the range lies within the bytes, at a place that is aligned for the values.
    public func part<Value>(_ range: Range<Int>, as type: Value.Type = Value.self) -> ColumnValues<Value> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "a part beyond the column")
        return ColumnValues<Value>(
            start: base + range.lowerBound, count: range.count / MemoryLayout<Value>.stride, owner: owner)
    }
}

extension ColumnValues where Element: FixedWidthInteger {
    /// The largest value, or nil where there is none.
    @inlinable
    public var largest: Element? {
        guard count > 0 else { return nil }
        var largest = base[0]
        for index in 1..<count { largest = Swift.max(largest, base[index]) }
        return largest
    }
}

extension ColumnValues: ExpressibleByArrayLiteral {
    /// The values of a literal.
    public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension ColumnValues: Equatable where Element: Equatable {
    /// Whether both hold the same values, wherever they lie.
    public static func == (left: ColumnValues, right: ColumnValues) -> Bool { left.elementsEqual(right) }
}

extension ColumnValues: CustomStringConvertible {
    /// The values as an array prints them.
    public var description: String { "\(Array(self))" }
}
