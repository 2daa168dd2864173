/// A drawing in the making: what every drawing of ours is made of.
protocol SVGCanvas {
    var markup: MarkupWriter { get set }
    /// The width for which it is drawn.
    var width: ChartWidth { get }
    /// The drawing's name in the file, and what a screen reader says of it.
    var caption: (id: String, title: String, finding: String) { get }
}

extension SVGCanvas {
    mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String) {
        guard width > 0, height > 0 else { return }
        markup.empty(
            "rect",
            [
                "x": Self.number(x), "y": Self.number(y), "width": Self.number(width), "height": Self.number(height),
                "class": style,
            ])
    }

    mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
        markup.empty(
            "line",
            [
                "x1": Self.number(x1), "y1": Self.number(y1), "x2": Self.number(x2), "y2": Self.number(y2),
                "class": style,
            ])
    }

    mutating func label(_ text: String, _ x: Double, _ y: Double, anchor: String = "start", _ style: String = "t") {
        markup.element(
            "text", ["x": Self.number(x), "y": Self.number(y), "text-anchor": anchor, "class": style], text)
    }

    /// A coordinate with at most one decimal.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let size = tenths.magnitude
        let sign = tenths < 0 ? "-" : ""
        return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
    }

    /// Writes the drawing as an element, with the title and the finding that a screen reader says.
    func write(height: Double, to page: inout MarkupWriter) {
        let size = Self.number(width.points)
        let tall = Self.number(height)
        let id = "c-\(caption.id)-\(width.rawValue)"
        page.element(
            "svg",
            [
                "class": "w-\(width.rawValue)", "viewBox": "0 0 \(size) \(tall)", "width": size, "height": tall,
                "role": "img", "aria-labelledby": "\(id)-t \(id)-d",
            ]
        ) { svg in
            svg.element("title", ["id": "\(id)-t"], caption.title)
            svg.element("desc", ["id": "\(id)-d"], caption.finding)
            svg.append(markup)
        }
        page.line()
    }
}
