import CMasks
import ServiceDesk

/// UUID -> small number, in order of first sight: mixing and linear probing (`PERFORMANCE` 6.5).
///
/// Whoever files a ticket can choose its id, so the mix has a secret, and a run of more than `probeLimit` taken slots
/// sends the id to a `Dictionary`, whose hash cannot be forced. The numbers do not depend on the secret.
struct IDTable: ~Copyable {
    private let probeLimit: Int
    private static let secret = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

    /// A UUID, its halves beside each other: a probe looks at both.
    struct WideID: Hashable, BitwiseCopyable {
        let high: UInt64
        let low: UInt64
    }

    /// The ids by number.
    private(set) var ids = Pile<WideID>()
    /// The hashes of the sixteen ids that are being looked up.
    private let hashes: UnsafeMutablePointer<UInt64>
    /// The high half of a slot is a tag, the low half the number plus one; 0 is free.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private var overflow: [WideID: UInt32] = [:]
    private let secret = IDTable.secret

    /// An empty table; a run longer than `probeLimit` is not walked to its end.
    init(probeLimit: Int = 64) {
        self.probeLimit = probeLimit
        hashes = .allocate(capacity: 16)
        mask = 1023
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
    }

    deinit {
        slots.deallocate()
        hashes.deallocate()
    }

    var count: Int { ids.count }

    @inline(__always)
    private func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
        let product = (first ^ secret.0).multipliedFullWidth(by: second ^ secret.1 | 1)
        let folded = (product.high ^ product.low ^ second) &* 0x9e37_79b9_7f4a_7c15
        return folded ^ folded >> 32
    }

    /// The numbers of a column of ids, new ones for ids not seen before; where `present` is 0 the number is `none`.
    ///
    /// Sixteen probes overlap: their slots are asked for before the first is looked at.
    mutating func numbers(
        _ highs: UnsafePointer<UInt64>, _ lows: UnsafePointer<UInt64>, present: UnsafePointer<UInt8>?,
        none: UInt32, count: Int, into output: UnsafeMutablePointer<UInt32>
    ) {
        var start = 0
        while start < count {
            let end = min(start + 16, count)
            if (self.count + 16) * 2 > mask { grow() }
            for index in start..<end {
                let hash = mix(highs[index], lows[index])
                hashes[index - start] = hash
                masks_prefetch(slots + (Int(truncatingIfNeeded: hash) & mask))
            }
            for index in start..<end {
                let isPresent = present.map { $0[index] & 1 != 0 } ?? true
                output[index] = isPresent ? number(highs[index], lows[index], hashes[index - start]) : none
            }
            start = end
        }
    }

    /// The number of an id, a new one when it was not seen before.
    mutating func number(_ first: UInt64, _ second: UInt64) -> UInt32 {
        if (count + 1) * 2 > mask { grow() }
        return number(first, second, mix(first, second))
    }

    /// The same where there is room for one more.
    @inline(__always)
    private mutating func number(_ first: UInt64, _ second: UInt64, _ hash: UInt64) -> UInt32 {
        let tag = hash & 0xffff_ffff_0000_0000
        var position = Int(truncatingIfNeeded: hash) & mask
        var steps = 0
        while true {
            let slot = slots[position]
            if slot == 0 { break }
            if slot & 0xffff_ffff_0000_0000 == tag {
                let number = Int(truncatingIfNeeded: slot & 0xffff_ffff) - 1
                let id = ids.base[number]
                if id.high == first && id.low == second { return UInt32(truncatingIfNeeded: number) }
            }
            position = (position + 1) & mask
            steps += 1
            if steps == probeLimit { return overflowNumber(first, second) }
        }
        let number = UInt32(truncatingIfNeeded: count)
        slots[position] = tag | UInt64(number + 1)
        ids.append(WideID(high: first, low: second))
        return number
    }

    @inline(never)
    private mutating func overflowNumber(_ first: UInt64, _ second: UInt64) -> UInt32 {
        let key = WideID(high: first, low: second)
        if let known = overflow[key] { return known }
        let number = UInt32(truncatingIfNeeded: count)
        overflow[key] = number
        ids.append(key)
        return number
    }

    @inline(never)
    private mutating func grow() {
        let size = (mask + 1) * 2
        slots.deallocate()
        slots = .allocate(capacity: size)
        slots.initialize(repeating: 0, count: size)
        mask = size - 1
        // Nothing is ever taken out, so an id lies within the limit or, when that run was full, in `overflow`.
        overflow.removeAll()
        for number in 0..<count {
            let id = ids[number]
            let hash = mix(id.high, id.low)
            var position = Int(truncatingIfNeeded: hash) & mask
            var steps = 0
            while slots[position] != 0 && steps < probeLimit {
                position = (position + 1) & mask
                steps += 1
            }
            if steps == probeLimit {
                overflow[id] = UInt32(truncatingIfNeeded: number)
            } else {
                slots[position] = hash & 0xffff_ffff_0000_0000 | UInt64(number + 1)
            }
        }
    }
}

extension EntityID {
    /// The typed id.
    init(_ id: IDTable.WideID) { self.init(high: id.high, low: id.low) }
}
