import Glibc
import ServiceDesk

/// What one worker knows about a spelling, so that rows need not look at the text again.
struct WordTraits: OptionSet {
    let rawValue: UInt8
    static let isBlank = WordTraits(rawValue: 1)
    static let isUnknownStatus = WordTraits(rawValue: 2)
    static let isUnknownPriority = WordTraits(rawValue: 4)
    static let isUUID = WordTraits(rawValue: 8)
}

/// One worker's dictionary of one column: the bytes as they stand in the source -> a small code, in order of first
/// sight by this worker. Code 0 is NULL. The text is decoded once, at first sight; when the rows are merged the codes
/// become those of the whole data, given in file order.
struct WordTable: ~Copyable {
    private struct Slot {
        var first: UInt64
        var last: UInt64
        var length: UInt32
        var code: UInt32
        var offset: Int
    }

    private static let secret = UInt64.random(in: .min ... .max)
    private static let free = UInt32.max
    static let unmapped = UInt32.max

    private var slots: UnsafeMutablePointer<Slot>
    private var mask: Int
    private var taken = 0
    private var bytes = Pile<UInt8>()
    private let secret = WordTable.secret
    private let format: FieldFormat?
    private var decoded: [UInt8] = []

    /// The texts by code.
    private(set) var texts: [String] = [""]
    /// What is known about them.
    private(set) var traits = Pile<UInt8>()
    /// The meaning of actions.
    private(set) var actions = Pile<EventAction>()
    /// The codes of the whole data.
    var global = Pile<UInt32>()

    /// The dictionary of a column; without a format the bytes are the text, and nothing is NULL.
    init(format: FieldFormat?) {
        self.format = format
        mask = 255
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: WordTable.freeSlot, count: mask + 1)
        traits.append(0)
        actions.append(.other)
        global.append(0)
    }

    deinit { slots.deallocate() }

    private static var freeSlot: Slot { Slot(first: 0, last: 0, length: 0, code: free, offset: 0) }

    @inline(__always)
    private static func ends(_ start: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
        if count >= 8 { return (FastValues.load8(start), FastValues.load8(start + count - 8)) }
        // A count of 0 shifts by 64, which makes the mask empty.
        return (FastValues.load8(start) & (1 << UInt64(8 &* count) &- 1), 0)
    }

    @inline(__always)
    private func hash(_ start: UnsafePointer<UInt8>, _ count: Int, _ first: UInt64, _ last: UInt64) -> Int {
        var state = (first ^ secret).multipliedFullWidth(by: last ^ 0x9e37_79b9_7f4a_7c15 ^ UInt64(count) << 56)
        var folded = state.high ^ state.low
        if count > 16 {
            var index = 8
            while index < count - 8 {
                state = (FastValues.load8(start + index) ^ secret).multipliedFullWidth(
                    by: folded ^ 0xe703_7ed1_a0b4_28db)
                folded = state.high ^ state.low
                index += 8
            }
        }
        return Int(truncatingIfNeeded: folded ^ folded >> 32)
    }

    /// The code of a field.
    @inline(__always)
    mutating func code(_ field: Field) -> Int {
        let (first, last) = WordTable.ends(field.start, field.count)
        var position = hash(field.start, field.count, first, last) & mask
        while true {
            let slot = slots[position]
            if slot.code == WordTable.free { return add(field, at: position, first, last) }
            if slot.first == first && slot.last == last && Int(slot.length) == field.count
                && (field.count <= 16 || memcmp(bytes.base + slot.offset, field.start, field.count) == 0)
            {
                return Int(slot.code)
            }
            position = (position + 1) & mask
        }
    }

    @inline(never)
    private mutating func add(_ field: Field, at position: Int, _ first: UInt64, _ last: UInt64) -> Int {
        let code = decode(field)
        slots[position] = Slot(
            first: first, last: last, length: UInt32(truncatingIfNeeded: field.count),
            code: UInt32(truncatingIfNeeded: code), offset: bytes.count)
        bytes.append(field.start, field.count)
        taken += 1
        if taken * 2 > mask { grow() }
        return code
    }

    /// A new code for the field's text, or 0 for NULL.
    private mutating func decode(_ field: Field) -> Int {
        let text: String
        if let format {
            if FieldDecoder.isNull(field, format, into: &decoded) { return 0 }
            text = String(decoding: decoded, as: UTF8.self)
        } else {
            text = String(decoding: field.span, as: UTF8.self)
        }
        texts.append(text)
        var found: WordTraits = []
        if Word.isBlank(text) { found.insert(.isBlank) }
        if Status(text) == nil { found.insert(.isUnknownStatus) }
        if Priority(text) == nil { found.insert(.isUnknownPriority) }
        if EntityID<Agent>(text) != nil { found.insert(.isUUID) }
        traits.append(found.rawValue)
        actions.append(EventAction(text))
        global.append(WordTable.unmapped)
        return texts.count - 1
    }

    @inline(__always)
    func has(_ trait: WordTraits, _ code: Int) -> Bool { traits.base[code] & trait.rawValue != 0 }

    private mutating func grow() {
        let old = slots
        let oldCount = mask + 1
        mask = oldCount * 2 - 1
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: WordTable.freeSlot, count: mask + 1)
        for index in 0..<oldCount where old[index].code != WordTable.free {
            let slot = old[index]
            var position = hash(bytes.base + slot.offset, Int(slot.length), slot.first, slot.last) & mask
            while slots[position].code != WordTable.free { position = (position + 1) & mask }
            slots[position] = slot
        }
        old.deallocate()
    }

    /// The code of the whole data for a code of this worker, given at first sight.
    @inline(__always)
    func globalCode(_ code: UInt32, _ vocabulary: Vocabulary) -> UInt32 {
        let known = global[Int(code)]
        return known != WordTable.unmapped ? known : assign(code, vocabulary)
    }

    @inline(never)
    private func assign(_ code: UInt32, _ vocabulary: Vocabulary) -> UInt32 {
        let assigned = vocabulary.code(of: texts[Int(code)])
        global[Int(code)] = assigned
        return assigned
    }
}

/// The texts of one column of the whole data, in file order of first sight; code 0 is NULL.
final class Vocabulary {
    private(set) var texts: [String] = [""]
    private var codes: [String: UInt32] = [:]
    let name: String
    /// How many texts there may be.
    private let limit: Int
    private(set) var isOverLimit = false

    init(_ name: String, limit: Int = Int(Int32.max)) {
        self.name = name
        self.limit = limit
    }

    func code(of text: String) -> UInt32 {
        if let known = codes[text] { return known }
        if texts.count > limit { isOverLimit = true }
        let code = UInt32(truncatingIfNeeded: texts.count)
        codes[text] = code
        texts.append(text)
        return code
    }
}
