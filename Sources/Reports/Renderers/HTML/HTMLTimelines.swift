import ServiceDesk

/// Timelines with their sentence above them and what their numbers mean beneath.
extension HTMLPage {
    mutating func write(_ timeline: Timeline) {
        markup.raw("<figure class=\"chart spans\">\n")
        markup.element("figcaption") { caption in
            caption.element("h3", timeline.title)
            caption.element("p", ["class": "finding"], timeline.finding)
        }
        markup.line()
        writeLegend(timeline)
        for width in [ChartWidth.wide, .medium, .narrow] {
            var canvas = TimelineCanvas(
                timeline: timeline, width: width, words: words, zone: report.context.timeZone)
            let height = canvas.draw()
            canvas.write(height: height, to: &markup)
        }
        let words = words
        markup.element("ol") { list in
            for mark in timeline.marks {
                list.element("li", "\(words.text(.instant(mark.at))): \(mark.words)")
            }
        }
        markup.raw("\n</figure>\n")
    }

    private mutating func writeLegend(_ timeline: Timeline) {
        let isPaused = timeline.stretches.contains { $0.phase == .paused }
        let entries =
            [("h2", "Working hours"), ("f-1", "Running")]
            + (isPaused ? [("f-warning", "Paused")] : []) + (timeline.late == nil ? [] : [("f-bad", "Late")])
        markup.raw("<ul class=\"legend\" role=\"list\">")
        for (style, title) in entries { markup.legendEntry(style, title) }
        markup.raw("</ul>\n")
    }
}
