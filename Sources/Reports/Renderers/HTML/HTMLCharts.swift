/// Charts with their sentence above them and their numbers beneath.
extension HTMLPage {
    mutating func write(_ chart: Chart) {
        markup.raw("<figure")
        markup.attribute("class", ChartDrawing.spansPage(chart) ? "chart spans" : "chart")
        markup.raw(">\n")
        markup.element("figcaption") { caption in
            caption.element("h3", chart.title)
            caption.element("p", ["class": "finding"], chart.finding)
        }
        markup.line()
        writeLegend(chart)
        for width in ChartDrawing.widths(chart) {
            ChartDrawing.write(chart, width: width, words: words, to: &markup)
        }
        if let note = ChartScale.note(chart) { markup.element("p", ["class": "note"], note) }
        if let coverage = chart.coverage { markup.element("p", ["class": "note"], coverage.words) }
        writeData(chart)
        markup.raw("</figure>\n")
    }

    private mutating func writeLegend(_ chart: Chart) {
        guard chart.series.count > 1, chart.kind != .heatGrid else { return }
        let isLine = chart.kind == .line || chart.kind == .area
        markup.raw("<ul class=\"legend\" role=\"list\">")
        for (index, series) in chart.series.enumerated() {
            guard isLine else {
                markup.legendEntry(ChartCanvas.fill(series, index), series.title)
                continue
            }
            markup.legendEntry(series.title) { swatch in
                swatch.empty("line", ["x1": "0", "y1": "7", "x2": "22", "y2": "7", "class": "l l-\(index % 4 + 1)"])
            }
        }
        markup.raw("</ul>\n")
    }

    /// The numbers of the chart, for whoever cannot see it or wants to copy them.
    private mutating func writeData(_ chart: Chart) {
        markup.raw(
            "<details><summary>Numbers of this chart</summary><div class=\"scroll\" role=\"region\" tabindex=\"0\"")
        markup.attribute("aria-labelledby", "cap-c-\(chart.id)")
        markup.raw(">\n<table>")
        markup.element("caption", ["id": "cap-c-\(chart.id)"], chart.title)
        markup.raw("<thead><tr>")
        markup.element("th", ["scope": "col", "class": "w"], chart.categoryTitle)
        for series in chart.series { markup.element("th", ["scope": "col", "class": "r"], series.title) }
        markup.raw("</tr></thead>\n<tbody>\n")
        for (index, category) in chart.categories.enumerated() {
            markup.raw("<tr>")
            markup.element("th", ["scope": "row", "class": "w"], words.text(category))
            for series in chart.series {
                markup.element("td", ["class": "r"], shown(series.values[index], unit: series.unit))
            }
            markup.raw("</tr>\n")
        }
        markup.raw("</tbody></table></div></details>\n")
    }
}

extension MarkupWriter {
    /// A swatch with its meaning.
    mutating func legendEntry(_ title: String, _ swatch: (inout MarkupWriter) -> Void) {
        element("li") { item in
            item.element(
                "svg",
                ["class": "swatch", "width": "22", "height": "14", "viewBox": "0 0 22 14", "aria-hidden": "true"],
                content: swatch)
            item.text(" " + title)
        }
    }

    /// A field of colour with its meaning.
    mutating func legendEntry(_ style: String, _ title: String) {
        legendEntry(title) { swatch in
            swatch.empty("rect", ["x": "0", "y": "0", "width": "22", "height": "14", "class": style])
        }
    }
}
