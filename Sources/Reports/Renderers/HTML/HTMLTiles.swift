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
            if let badge = ReportWords.badge(figure.tone) {
                tile.element("p", ["class": "badge \(figure.tone.rawValue)"], badge)
            }
        }
        markup.line()
        return markup
    }

    /// The numbers beside the figure, and how many cases it rests on.
    private func writeBasis(_ figure: Figure, in tile: inout MarkupWriter) {
        if !figure.parts.isEmpty {
            tile.element("p", ["class": "parts"]) { line in
                for (index, part) in figure.parts.enumerated() {
                    if index > 0 { line.raw(" · ") }
                    line.element("span", ReportWords.part(part, value: shown(part.value, unit: figure.unit)))
                }
            }
        }
        guard let n = figure.n else { return }
        tile.element("p", ["class": "n"], "n = \(CellText.count(n)) \(figure.nTitle)")
    }

    /// The way, by how much, on what, and whether that is good.
    private func write(_ comparison: Comparison, unit: MetricUnit, in tile: inout MarkupWriter) {
        let previous = shown(comparison.previous, unit: unit)
        tile.element("p", ["class": "comparison \(comparison.tone.rawValue)"]) { line in
            line.element("span", ReportWords.mark(comparison.direction) + comparison.words)
            line.text(" on \(comparison.periodTitle) ")
            line.element("span", "(\(previous))\(ReportWords.verdict(comparison))")
        }
    }
}
