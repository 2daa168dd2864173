/// Figures as tiles: the number large, and under it what it rests on and how it moved, in words.
extension HTMLPage {
    mutating func writeTiles(_ figures: [Figure]) {
        markup.raw("<ul class=\"tiles\" role=\"list\">\n")
        for figure in figures {
            let tile = tile(figure)
            markup.append(tile)
        }
        markup.raw("</ul>\n")
    }

    private func tile(_ figure: Figure) -> MarkupWriter {
        var markup = MarkupWriter()
        let value = shown(figure.value, unit: figure.unit)
        markup.element("li", ["class": "tile \(figure.tone.rawValue)"]) { tile in
            tile.element("p", ["class": "name"]) { name in
                name.element("a", ["href": "#def-\(figure.metric.id)"], figure.metric.title)
                if !figure.qualifiers.isEmpty {
                    name.element("span", ["class": "qualifier"], " " + figure.qualifiers.joined(separator: ", "))
                }
            }
            tile.element("p", ["class": figure.value.absence == nil ? "value" : "value none"], value)
            writeBasis(figure, in: &tile)
            if let comparison = figure.comparison { write(comparison, unit: figure.unit, in: &tile) }
            if let badge = Self.badge(figure.tone) {
                tile.element("p", ["class": "badge \(figure.tone.rawValue)"], badge)
            }
        }
        markup.line()
        return markup
    }

    /// The numbers beside the figure, and how many cases it rests on. A count is read before its noun, `431 met`, any
    /// other value after its name, `mean 1 h 01 min`.
    private func writeBasis(_ figure: Figure, in tile: inout MarkupWriter) {
        if !figure.parts.isEmpty {
            tile.element("p", ["class": "parts"]) { line in
                for (index, part) in figure.parts.enumerated() {
                    if index > 0 { line.raw(" · ") }
                    line.element("span", words(for: part, unit: figure.unit))
                }
            }
        }
        guard let n = figure.n else { return }
        tile.element("p", ["class": "n"], "n = \(CellText.count(n)) \(figure.nTitle)")
    }

    private func words(for part: FigurePart, unit: MetricUnit) -> String {
        let value = shown(part.value, unit: unit)
        if case .count = part.value { return "\(value) \(part.title)" }
        return "\(part.title) \(value)"
    }

    /// The way, by how much, on what, and whether that is good.
    private func write(_ comparison: Comparison, unit: MetricUnit, in tile: inout MarkupWriter) {
        let mark =
            switch comparison.direction {
            case .up: "▲ "
            case .down: "▼ "
            case .unchanged: "■ "
            case .unknown: ""
            }
        let verdict =
            switch comparison.tone {
            case .good: ", better"
            case .bad: ", worse"
            case .neutral, .warning: ""
            }
        let previous = shown(comparison.previous, unit: unit)
        tile.element("p", ["class": "comparison \(comparison.tone.rawValue)"]) { line in
            line.element("span", mark + comparison.words)
            line.text(" on \(comparison.periodTitle) ")
            line.element("span", "(\(previous))\(verdict)")
        }
    }

    static func badge(_ tone: Tone) -> String? {
        switch tone {
        case .good: "✓ as promised"
        case .warning: "! watch"
        case .bad: "✕ act now"
        case .neutral: nil
        }
    }
}
