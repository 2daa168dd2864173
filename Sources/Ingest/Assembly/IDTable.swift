import CMasks

/// UUID -> small number, in order of first sight: mixing and linear probing (`PERFORMANCE` 6.5).
///
/// Whoever files a ticket can choose its id, so the mix has a secret, and a run of more than `probeLimit` taken slots
/// sends the id to a `Dictionary`, whose hash cannot be forced. The numbers do not depend on the secret.
struct IDTable: ~Copyable {
    private let probeLimit: Int
    private static let secret = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

    /// The ids by number.
    private(set) var high = Pile<UInt64>()
    private(set) var low = Pile<UInt64>()
    /// The high half of a slot is a tag, the low half the number plus one; 0 is free.
    private var slots: UnsafeMutablePointer<UInt64>
    private var mask: Int
    private var overflow: [WideID: UInt32] = [:]
    private let secret = IDTable.secret

    private struct WideID: Hashable {
        let high: UInt64
        let low: UInt64
    }

    /// An empty table; a run longer than `probeLimit` is not walked to its end.
    init(probeLimit: Int = 64) {
        self.probeLimit = probeLimit
        mask = 1023
        slots = .allocate(capacity: mask + 1)
        slots.initialize(repeating: 0, count: mask + 1)
    }

    deinit { slots.deallocate() }

    var count: Int { high.count }

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
                masks_prefetch(slots + (Int(truncatingIfNeeded: mix(highs[index], lows[index])) & mask))
            }
            for index in start..<end {
                let isPresent = present.map { $0[index] & 1 != 0 } ?? true
                output[index] = isPresent ? number(highs[index], lows[index]) : none
            }
            start = end
        }
    }

    /// The number of an id, a new one when it was not seen before.
    mutating func number(_ first: UInt64, _ second: UInt64) -> UInt32 {
        if (count + 1) * 2 > mask { grow() }
        let hash = mix(first, second)
        let tag = hash & 0xffff_ffff_0000_0000
        var position = Int(truncatingIfNeeded: hash) & mask
        var steps = 0
        while true {
            let slot = slots[position]
            if slot == 0 { break }
            if slot & 0xffff_ffff_0000_0000 == tag {
                let number = Int(truncatingIfNeeded: slot & 0xffff_ffff) - 1
                if high[number] == first && low[number] == second { return UInt32(truncatingIfNeeded: number) }
            }
            position = (position + 1) & mask
            steps += 1
            if steps == probeLimit { return overflowNumber(first, second) }
        }
        let number = UInt32(truncatingIfNeeded: count)
        slots[position] = tag | UInt64(number + 1)
        high.append(first)
        low.append(second)
        return number
    }

    @inline(never)
    private mutating func overflowNumber(_ first: UInt64, _ second: UInt64) -> UInt32 {
        let key = WideID(high: first, low: second)
        if let known = overflow[key] { return known }
        let number = UInt32(truncatingIfNeeded: count)
        overflow[key] = number
        high.append(first)
        low.append(second)
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
            let hash = mix(high[number], low[number])
            var position = Int(truncatingIfNeeded: hash) & mask
            var steps = 0
            while slots[position] != 0 && steps < probeLimit {
                position = (position + 1) & mask
                steps += 1
            }
            if steps == probeLimit {
                overflow[WideID(high: high[number], low: low[number])] = UInt32(truncatingIfNeeded: number)
            } else {
                slots[position] = hash & 0xffff_ffff_0000_0000 | UInt64(number + 1)
            }
        }
    }
}
