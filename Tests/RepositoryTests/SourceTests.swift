import Foundation
import TestSupport
import Testing

/// House rules that hold for every source file.
@Suite struct SourceTests {
    static let sources = Repository.files(below: "Sources", ending: ".swift")

    static func lines(_ path: String) -> [String] {
        (Repository.text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    // MARK: - Imports

    /// What each module may import of our own; whatever is missing here is forbidden.
    static let map: [String: Set<String>] = [
        "ServiceDesk": [],
        "Ingest": ["ServiceDesk"],
        "Reports": ["ServiceDesk", "CXlsx"],
        "Operations": ["ServiceDesk"],
        "aroundtally": ["ServiceDesk", "Ingest", "Reports", "Operations"],
    ]

    @Test func importsFollowTheMap() {
        let own = Set(SourceTests.map.keys).union(["CXlsx"])
        var wrong: [String] = []
        for path in SourceTests.sources {
            let module = path.split(separator: "/").map(String.init)[1]
            for line in SourceTests.lines(path) {
                guard let imported = SourceTests.imported(line) else { continue }
                // The core reads no clock, no files and no environment: it has nothing to read them with.
                let isForbidden =
                    module == "ServiceDesk"
                    ? !["Synchronization", "Dispatch"].contains(imported)
                    : own.contains(imported) && SourceTests.map[module]?.contains(imported) != true
                if isForbidden { wrong.append("\(path) imports \(imported)") }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    static func imported(_ line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count else { return nil }
        let leading = words[..<index].allSatisfy {
            ["public", "package", "internal", "@testable", "private"].contains($0)
        }
        return leading ? words[index + 1] : nil
    }

    /// Only the executable and the doors that touch the world may ask what time it is or what the environment says.
    @Test func noClockOrEnvironmentBelowTheExecutable() {
        let forbidden = [
            "Date()", "Date.now", "clock_gettime", "gettimeofday", "ProcessInfo", "getenv(", "ContinuousClock",
        ]
        var wrong: [String] = []
        for path in SourceTests.sources where !path.hasPrefix("Sources/aroundtally/") {
            for (number, line) in SourceTests.lines(path).enumerated() {
                for word in forbidden where SourceTests.containsWord(line, word) {
                    wrong.append("\(path):\(number + 1) \(word)")
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    // MARK: - Words

    /// Words that we do not use for our concepts (`ARCHITECTURE.md`, "One word per concept"). Two of its list are
    /// missing here: "overdue" is what `SEMANTICS` 6 calls breached and still open, "kpi" is the name of a report.
    static let otherWords = [
        "agreement", "goal", "slo", "objective", "timer", "schedule", "business hours", "work time", "wall time",
        "real time", "deadline", "planned end", "violation", "achieved", "fulfilled", "compliant",
        "compliance", "achievement", "near breach", "amber", "due soon", "suspend", "freeze", "pending", "unassigned",
        "solved", "subscription", "licence", "lapse", "sla definition",
    ]

    @Test func oneWordPerConcept() {
        var wrong: [String] = []
        for path in SourceTests.sources {
            for (number, line) in SourceTests.lines(path).enumerated() {
                guard let name = SourceTests.declaredName(line) else { continue }
                let words = " \(SourceTests.words(name).joined(separator: " ")) "
                for word in SourceTests.otherWords where words.contains(" \(word) ") {
                    wrong.append("\(path):\(number + 1) \(name): we do not say \"\(word)\"")
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    /// The name of a public declaration on the line.
    static func declaredName(_ line: String) -> String? {
        let words = line.split(separator: " ").map(String.init)
        guard words.contains("public") || words.first == "case" else { return nil }
        let kinds: Set = ["func", "var", "let", "struct", "enum", "class", "protocol", "typealias", "case", "actor"]
        guard let index = words.firstIndex(where: kinds.contains), index + 1 < words.count else { return nil }
        let name = words[index + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        return name.isEmpty ? nil : String(name)
    }

    /// The words of a name: `nextSLAClock` is next, sla, clock.
    static func words(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        let characters = Array(name)
        for (index, character) in characters.enumerated() {
            let startsWord =
                character.isUppercase && index > 0
                && (!characters[index - 1].isUppercase
                    || (index + 1 < characters.count && characters[index + 1].isLowercase))
            if startsWord || character == "_" {
                words.append(word.lowercased())
                word = ""
            }
            if character != "_" { word.append(character) }
        }
        return words + [word.lowercased()]
    }

    @Test func wordsOfAName() {
        #expect(SourceTests.words("nextSLAClock") == ["next", "sla", "clock"])
        #expect(SourceTests.words("first_response") == ["first", "response"])
        #expect(SourceTests.declaredName("    public static func dueAt(_ x: Int) -> Int {") == "dueAt")
        #expect(SourceTests.declaredName("    let hidden = 1") == nil)
    }

    // MARK: - Leftovers

    /// Put together here, so that this file does not find itself.
    static let marks = [
        "TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "try" + "!", "fatal" + "Error(", "dump" + "(",
    ]

    @Test func noLeftovers() {
        let files =
            SourceTests.sources + Repository.files(below: "Tests", ending: ".swift")
            + Repository.files(below: "Scripts", ending: ".sh") + Repository.files(below: "docs", ending: ".md")
            + ["Makefile", "README.md", "ARCHITECTURE.md", "DECISIONS.md", "CHANGELOG.md", "Package.swift"]
        var wrong: [String] = []
        for path in files {
            for (number, line) in SourceTests.lines(path).enumerated() {
                for mark in SourceTests.marks where SourceTests.containsWord(line, mark) {
                    wrong.append("\(path):\(number + 1) \(mark)")
                }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    /// Output goes through the session, so a bare `print(` is left over from a search for a mistake.
    @Test func noBarePrint() {
        let word = "print" + "("
        var wrong: [String] = []
        for path in SourceTests.sources {
            for (number, line) in SourceTests.lines(path).enumerated()
            where line.drop(while: { $0 == " " }).hasPrefix(word) && !path.hasSuffix("Shell/Messages.swift") {
                wrong.append("\(path):\(number + 1)")
            }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }

    private static func containsWord(_ line: String, _ word: String) -> Bool {
        guard let range = line.firstRange(of: word) else { return false }
        guard range.lowerBound > line.startIndex else { return true }
        let before = line[line.index(before: range.lowerBound)]
        return !before.isLetter && !before.isNumber && before != "_"
    }

    // MARK: - Duplicates

    /// Twelve lines that stand in two places are one piece of code that was written twice.
    @Test func nothingTwice() {
        let length = 12
        var seen: [String: String] = [:]
        var twice: [String] = []
        for path in SourceTests.sources where !path.contains("/Generated/") {
            let significant = SourceTests.lines(path).enumerated()
                .map { (number: $0.offset + 1, text: $0.element.trimmingCharacters(in: .whitespaces)) }
                .filter { $0.text.count > 4 && !$0.text.hasPrefix("//") && !$0.text.hasPrefix("import") }
            var index = 0
            while index + length <= significant.count {
                let block = significant[index..<(index + length)].map(\.text).joined(separator: "\n")
                let place = "\(path):\(significant[index].number)"
                if let first = seen[block] {
                    twice.append("\(first) and \(place)")
                    index += length
                } else {
                    seen[block] = place
                    index += 1
                }
            }
        }
        #expect(twice.isEmpty, "\(twice.joined(separator: "\n"))")
    }
}
