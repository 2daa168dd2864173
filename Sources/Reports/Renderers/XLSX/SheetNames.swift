import ServiceDesk

/// Names of sheets that Excel takes: at most 31 characters, none of `[ ] : * ? / \`, no apostrophe at either end, not
/// `History`, and no two alike but for case.
struct SheetNames {
    private var taken: Set<String> = ["history"]

    /// The name, repaired as little as it takes, and not to be given again.
    mutating func unique(_ wanted: String) -> String {
        let base = SheetNames.repaired(wanted)
        var name = base
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let suffix = " (\(number))"
            name = SheetNames.cut(base, to: 31 - suffix.utf16.count) + suffix
            number += 1
        }
        return name
    }

    private static func repaired(_ wanted: String) -> String {
        var name = String(
            VisibleText.singleLine(wanted).map { "[]:*?/\\".contains($0) ? "-" : $0 })
        name = cut(name, to: 31)
        while name.hasPrefix("'") { name.removeFirst() }
        while name.hasSuffix("'") { name.removeLast() }
        return Word.isBlank(name) ? "Sheet" : name
    }

    /// Excel counts UTF-16 units.
    private static func cut(_ name: String, to limit: Int) -> String {
        var name = name
        while name.utf16.count > limit { name.removeLast() }
        return name
    }
}
