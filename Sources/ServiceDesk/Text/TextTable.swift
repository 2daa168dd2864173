/// A table for people: aligned for a terminal, or as Markdown.
public struct TextTable: Sendable {
    /// On which side of its column a text stands.
    public enum Side: Sendable {
        /// Words.
        case left
        /// Numbers.
        case right
    }

    /// A column's head.
    public struct Column: Sendable {
        /// What stands at its top.
        public let title: String
        /// Where its texts stand.
        public let side: Side

        /// A column.
        public init(_ title: String, _ side: Side = .left) {
            self.title = title
            self.side = side
        }
    }

    /// The columns.
    public let columns: [Column]
    /// The texts, a row each.
    public private(set) var rows: [[String]] = []

    /// A table without rows.
    public init(_ columns: [Column]) { self.columns = columns }

    /// Adds a row; missing texts at its end are empty.
    public mutating func add(_ row: [String]) {
        let empty = repeatElement("", count: max(0, columns.count - row.count))
        rows.append((row.prefix(columns.count) + empty).map(VisibleText.escaped))
    }

    /// The table for a terminal: columns two blanks apart, no blanks at line ends. `heading` decorates the first line.
    public func aligned(heading: (String) -> String = { $0 }) -> String {
        let titles = columns.map(\.title)
        let widths = columns.indices.map { index in
            rows.reduce(VisibleText.width(titles[index])) { max($0, VisibleText.width($1[index])) }
        }
        let lines = rows.map { line($0, widths) }
        return ([heading(line(titles, widths))] + lines).map { $0 + "\n" }.joined()
    }

    private func line(_ texts: [String], _ widths: [Int]) -> String {
        var line = ""
        for (index, text) in texts.enumerated() {
            let padding = String(repeating: " ", count: max(0, widths[index] - VisibleText.width(text)))
            if index > 0 { line += "  " }
            line += columns[index].side == .left ? text + padding : padding + text
        }
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// The table as Markdown.
    public var markdown: String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
        let rule = columns.map { $0.side == .left ? "---" : "---:" }
        return row(columns.map { TextTable.markdownText($0.title) }) + row(rule)
            + rows.map { row($0.map(TextTable.markdownText)) }.joined()
    }

    /// The text with the characters escaped that mean something to Markdown inside a table.
    static func markdownText(_ text: String) -> String {
        var output = ""
        for character in text {
            switch character {
            case "<": output += "&lt;"
            case "&": output += "&amp;"
            case "|", "\\", "`", "*", "_", "[", "]": output += "\\\(character)"
            default: output.append(character)
            }
        }
        return output
    }
}
