import ServiceDesk

/// Numbers that look random and are the same for the same seed: SplitMix64.
struct Draw {
    private var state: UInt64

    /// The numbers that belong to one thing of one kind, whatever was drawn for others.
    init(seed: UInt64, kind: UInt64, index: Int) {
        state = seed &* 0x9e37_79b9_7f4a_7c15 &+ kind &* 0xd1b5_4a32_d192_ed03
        state = next() ^ UInt64(truncatingIfNeeded: index) &* 0x2545_f491_4f6c_dd1d
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
        return mixed ^ mixed >> 31
    }

    /// A number from 0 up to, not including, the bound.
    mutating func below(_ bound: Int) -> Int { Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(bound)).high) }

    /// Whether something happens that happens so many times of a hundred.
    mutating func happens(percent: Int) -> Bool { below(100) < percent }

    /// A time whose logarithm is even: from a minute times `2^shortest` to a minute times `2^longest`.
    mutating func delay(_ shortest: Int, _ longest: Int) -> TimeSpan {
        let minutes = Int64(1) << Int64(shortest + below(longest - shortest))
        return .minutes(minutes) + TimeSpan(microseconds: Int64(below(Int(minutes) * 60_000_000)))
    }

    /// A UUID of version 4.
    mutating func id<Entity>() -> EntityID<Entity> {
        EntityID(
            high: next() & 0xffff_ffff_ffff_0fff | 0x4000, low: next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000)
    }
}
