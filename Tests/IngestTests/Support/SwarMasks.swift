/// The masks of `CMasks` in plain Swift, eight bytes at a time.
enum SwarMasks {
    /// Which of 64 bytes are the wanted one.
    static func equal64(_ bytes: [UInt8], _ wanted: UInt8) -> UInt64 {
        var mask: UInt64 = 0
        for group in 0..<8 {
            var word: UInt64 = 0
            for place in 0..<8 { word |= UInt64(bytes[group * 8 + place]) << UInt64(8 * place) }
            let difference = word ^ (UInt64(wanted) &* 0x0101_0101_0101_0101)
            // The exact zero-byte test: no borrow crosses a byte.
            let low = (difference & 0x7f7f_7f7f_7f7f_7f7f) &+ 0x7f7f_7f7f_7f7f_7f7f
            var zeros = ~(low | difference) & 0x8080_8080_8080_8080
            while zeros != 0 {
                mask |= 1 << UInt64(group * 8 + zeros.trailingZeroBitCount / 8)
                zeros &= zeros - 1
            }
        }
        return mask
    }
}
