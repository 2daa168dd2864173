import Glibc
import ServiceDesk

/// What payloads came to that a worker read before: a desk moves its tickets along the same few paths, so most payloads
/// are byte for byte one of a few hundred. Only those are kept that gave nothing to note and no amount.
///
/// The memory is bounded: when it is full everything is forgotten, and what repeats is soon back.
struct PayloadMemo: ~Copyable {
    struct Slot {
        var hash: UInt64
        var length: UInt32
        var meaning: UInt32
        var offset: Int
        var oldValue: UInt32
        var newValue: UInt32
    }

    /// Longer payloads are not kept.
    static let lengthLimit = 256
    private static let slotCount = 4096
    private static let keptLimit = 2048
    private static let secret = UInt64.random(in: .min ... .max)

    /// A slot of length 0 is free.
    private let slots: UnsafeMutablePointer<Slot>
    private var bytes = Pile<UInt8>()
    private var kept = 0
    private let secret = PayloadMemo.secret

    init() {
        slots = .allocate(capacity: PayloadMemo.slotCount)
        slots.initialize(repeating: PayloadMemo.freeSlot, count: PayloadMemo.slotCount)
    }

    deinit { slots.deallocate() }

    private static var freeSlot: Slot { Slot(hash: 0, length: 0, meaning: 0, offset: 0, oldValue: 0, newValue: 0) }

    /// Two lanes, so that a multiplication need not wait for the one before. Looks up to 15 bytes beyond the field,
    /// which windows allow; what is beyond is masked away.
    @inline(__always)
    func hash(_ field: Field, _ meaning: EventAction) -> UInt64 {
        var first = secret ^ UInt64(truncatingIfNeeded: field.count)
        var second = secret ^ UInt64(meaning.rawValue) << 32
        var position = field.start
        let end = field.start + field.count
        while end - position >= 16 {
            first = PayloadMemo.mix(first ^ FastValues.load8(position))
            second = PayloadMemo.mix(second ^ FastValues.load8(position + 8))
            position += 16
        }
        let left = end - position
        let low = FastValues.load8(position) & PayloadMemo.mask(left)
        let high = FastValues.load8(position + 8) & PayloadMemo.mask(left - 8)
        first = PayloadMemo.mix(first ^ low)
        second = PayloadMemo.mix(second ^ high)
        return PayloadMemo.mix(first ^ second << 1)
    }

    @inline(__always)
    private static func mix(_ word: UInt64) -> UInt64 {
        let product = word.multipliedFullWidth(by: 0x9e37_79b9_7f4a_7c15)
        return product.high ^ product.low
    }

    /// The first so many bytes of a word, none for a negative number.
    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 {
        count >= 8 ? ~0 : count <= 0 ? 0 : 1 << UInt64(8 &* count) &- 1
    }

    /// What the payload came to, or nil when it is not known.
    @inline(__always)
    func find(_ field: Field, _ meaning: EventAction, _ hash: UInt64) -> (old: UInt32, new: UInt32)? {
        var position = Int(truncatingIfNeeded: hash) & (PayloadMemo.slotCount - 1)
        while slots[position].length != 0 {
            let slot = slots + position
            if slot.pointee.hash == hash && Int(slot.pointee.length) == field.count
                && slot.pointee.meaning == UInt32(meaning.rawValue)
                && memcmp(bytes.base + slot.pointee.offset, field.start, field.count) == 0
            {
                return (old: slot.pointee.oldValue, new: slot.pointee.newValue)
            }
            position = (position + 1) & (PayloadMemo.slotCount - 1)
        }
        return nil
    }

    /// Keeps what a payload came to.
    @inline(never)
    mutating func keep(_ field: Field, _ meaning: EventAction, _ hash: UInt64, old: UInt32, new: UInt32) {
        if kept == PayloadMemo.keptLimit { forgetAll() }
        var position = Int(truncatingIfNeeded: hash) & (PayloadMemo.slotCount - 1)
        while slots[position].length != 0 { position = (position + 1) & (PayloadMemo.slotCount - 1) }
        slots[position] = Slot(
            hash: hash, length: UInt32(truncatingIfNeeded: field.count), meaning: UInt32(meaning.rawValue),
            offset: bytes.count, oldValue: old, newValue: new)
        bytes.append(field.start, field.count)
        kept += 1
    }

    private mutating func forgetAll() {
        slots.update(repeating: PayloadMemo.freeSlot, count: PayloadMemo.slotCount)
        bytes.removeAll()
        kept = 0
    }
}
