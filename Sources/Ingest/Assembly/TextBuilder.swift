import ServiceDesk

/// Columns of texts.
enum TextBuilder {
    /// Turns a pile of texts into a column in an order; bytes that are in order already are handed over as they are.
    static func column<Entity>(_ pile: inout TextPile, _ order: InputOrder) -> TextColumn<Entity> {
        if !order.isIdentity { reorder(&pile, order) }
        let lengths: ColumnValues<Int32> = pile.lengths.handOver()
        var offsets = Pile<Int>(capacity: lengths.count + 1)
        var end = 0
        offsets.append(end)
        for length in lengths {
            end += max(0, Int(length))
            offsets.append(end)
        }
        return TextColumn(
            bytes: pile.bytes.handOver(), offsets: offsets.handOver(),
            validity: Validity.bitmap(of: lengths, absent: -1))
    }

    private static func reorder(_ pile: inout TextPile, _ order: InputOrder) {
        var starts: [Int] = []
        starts.reserveCapacity(pile.lengths.count)
        var end = 0
        for row in 0..<pile.lengths.count {
            starts.append(end)
            end += max(0, Int(pile.lengths[row]))
        }
        var ordered = TextPile()
        for place in 0..<order.count {
            let row = order[place]
            let length = pile.lengths[row]
            ordered.bytes.append(pile.bytes.base + starts[row], Int(length))
            ordered.lengths.append(length)
        }
        pile = ordered
    }
}
