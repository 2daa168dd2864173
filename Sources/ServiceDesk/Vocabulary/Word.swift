/// How vocabulary values are compared: without case, blanks, `_` and `-` (`SEMANTICS` 3.7).
public enum Word {
    /// The form in which two spellings of one value are equal: `In Progress`, `InProgress` and `in_progress` are
    /// `inprogress`.
    public static func key(_ text: String) -> String {
        var key = ""
        for scalar in text.unicodeScalars where !scalar.properties.isWhitespace && scalar != "_" && scalar != "-" {
            key.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        }
        return key
    }

    /// Whether a text has nothing but blanks.
    public static func isBlank(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// The text without blanks around it and without case.
    public static func folded(_ text: String) -> String {
        var scalars = Substring(text).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars).lowercased()
    }

    /// The candidate nearest to a word by edit distance, when it is near enough to be what was meant.
    public static func nearest(to word: String, in candidates: [String]) -> String? {
        let wanted = Array(key(word))
        let ranked = candidates.map { (distance(wanted, Array(key($0))), $0) }
        guard let best = ranked.min(by: { $0.0 < $1.0 }) else { return nil }
        return best.0 <= max(1, wanted.count / 3) ? best.1 : nil
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var previous = Array(0...right.count)
        for (row, character) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                current.append(
                    min(previous[column] + (character == other ? 0 : 1), previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
