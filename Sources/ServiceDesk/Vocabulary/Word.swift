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

    /// The candidate nearest to a word by edit distance, when it is near enough to be what was meant; the first of
    /// several equally near.
    public static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        let typed = Array(key(word))
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(typed, Array(key(candidate)))
            if distance < best?.distance ?? (typed.count / 3 + 1) { best = (candidate, distance) }
        }
        return best?.word
    }

    /// How many letters must be inserted, removed, replaced or swapped with their neighbour.
    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = previous[column] + (left[row] == right[column] ? 0 : 1)
                var least = min(replaced, previous[column + 1] + 1, current[column] + 1)
                let swapped =
                    row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
                if swapped { least = min(least, beforePrevious[column - 1] + 1) }
                current.append(least)
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
