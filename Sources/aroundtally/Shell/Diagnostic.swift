import ServiceDesk

/// A message as compilers print it:
///
///     tickets.csv:1042:7: warning[unknown_priority]: unknown priority "Critcal"
///         …,Critcal,…
///           ^
///     hint: did you mean "Critical"?
struct Diagnostic {
    enum Severity: String {
        case note, warning, error

        init(_ severity: ServiceDesk.Severity) {
            switch severity {
            case .info: self = .note
            case .warning: self = .warning
            case .error: self = .error
            }
        }
    }

    var severity: Severity
    var code: String?
    /// `file:line:column`, or a table and an id; without one the program speaks for itself.
    var place: String?
    /// The column of `sourceLine` in bytes, from 1, at which the caret points.
    var column: Int?
    var sentence: String
    var sourceLine: String?
    var hint: String?

    /// How much of a long source line is shown on either side of the caret.
    private static let contextWidth = 50

    /// The message with its line ends. Nothing of the data reaches the terminal unescaped.
    func text(_ style: Style) -> String {
        let label = severity.rawValue + (code.map { "[\($0)]" } ?? "")
        let start = style.bold(VisibleText.escaped(place ?? "aroundtally") + ":")
        var text = "\(start) \(style.paint(label, severity)): \(VisibleText.escaped(sentence))\n"
        if let sourceLine, !sourceLine.isEmpty { text += excerpt(of: sourceLine, style) }
        if let hint { text += "\(style.bold("hint:")) \(VisibleText.escaped(hint))\n" }
        return text
    }

    private func excerpt(of line: String, _ style: Style) -> String {
        let bytes = Array(line.utf8)
        guard let column, column >= 1, column <= bytes.count + 1 else {
            return "    \(Diagnostic.shortened(VisibleText.escaped(line)))\n"
        }
        var before = VisibleText.escaped(String(decoding: bytes[..<(column - 1)], as: UTF8.self))
        if before.count > Diagnostic.contextWidth { before = "…" + before.suffix(Diagnostic.contextWidth) }
        let after = VisibleText.escaped(String(decoding: bytes[(column - 1)...], as: UTF8.self))
        let indent = String(repeating: " ", count: VisibleText.width(before))
        return "    \(before)\(Diagnostic.shortened(after))\n    \(indent)\(style.paint("^", severity))\n"
    }

    private static func shortened(_ text: String) -> String {
        text.count > contextWidth ? text.prefix(contextWidth) + "…" : text
    }
}

/// Colours, or none.
struct Style {
    let isColoured: Bool

    static let plain = Style(isColoured: false)

    func bold(_ text: String) -> String { wrap(text, "1") }

    func dim(_ text: String) -> String { wrap(text, "2") }

    func paint(_ text: String, _ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: wrap(text, "1;31")
        case .warning: wrap(text, "1;33")
        case .note: wrap(text, "1;36")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1b}[\(code)m\(text)\u{1b}[0m" : text
    }
}
