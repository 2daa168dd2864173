import ServiceDesk
import Testing

@Suite("Values of columns")
struct ColumnValuesTests {
    /// An owner that tells when it goes.
    private final class Memory: ColumnMemory, @unchecked Sendable {
        let bytes: UnsafeMutableRawPointer
        let onRelease: () -> Void

        init(_ values: [Int64], onRelease: @escaping () -> Void) {
            self.onRelease = onRelease
            bytes = .allocate(byteCount: values.count * 8, alignment: 8)
            for (place, value) in values.enumerated() {
                bytes.storeBytes(of: value, toByteOffset: 8 * place, as: Int64.self)
            }
        }

        deinit {
            bytes.deallocate()
            onRelease()
        }
    }

    @Test("Values read as they were given, also as a collection")
    func values() {
        let column = ColumnValues([3, 1, 2] as [UInt16])
        #expect(column.count == 3)
        #expect(column[2] == 2)
        #expect(Array(column) == [3, 1, 2])
        #expect(column.largest == 3)
        #expect(column == [3, 1, 2])
        #expect(column != [3, 1])
        let empty: ColumnValues<UInt16> = []
        #expect(empty.largest == nil)
        #expect("\(column)" == "[3, 1, 2]")
    }

    @Test("The memory lives as long as any column that looks at it")
    func lifetime() {
        var isReleased = false
        var column: ColumnValues<Instant>?
        do {
            let memory = Memory([1, 2, 3]) { isReleased = true }
            column = ColumnValues<Int64>(start: memory.bytes, count: 3, owner: memory).reinterpreted()
        }
        #expect(!isReleased)
        #expect(column?[1] == Instant(microseconds: 2))
        var part: ColumnValues<Int64>? = column?.bytes.part(8..<24)
        column = nil
        #expect(!isReleased)
        #expect(part == [2, 3])
        part = nil
        #expect(isReleased)
    }

    @Test("A place beyond the values stops the program")
    func bounds() async {
        await #expect(processExitsWith: .failure) {
            let column = ColumnValues([1, 2, 3] as [Int64])
            _ = column[column.count]
        }
        await #expect(processExitsWith: .failure) {
            _ = ColumnValues([1, 2, 3] as [UInt8]).part(2..<4) as ColumnValues<UInt8>
        }
    }
}
