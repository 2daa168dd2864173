import ServiceDesk
import Yams

/// Reads the tree of a policy file and collects mistakes on the way: each part is read even when another is wrong, so
/// that one run shows everything.
struct PolicyReader {
    let document: PolicyDocument
    let zones: (String) -> TimeZoneRules?
    private(set) var mistakes: [PolicyMistake] = []
    private(set) var warnings: [PolicyMistake] = []

    /// The calendars read so far; nil for one with mistakes of its own, which nobody needs to hear of again.
    var calendars: [String: ServiceCalendar?] = [ServiceCalendar.always.name: .always]

    init(document: PolicyDocument, zones: @escaping (String) -> TimeZoneRules?) {
        self.document = document
        self.zones = zones
    }

    /// The whole file.
    mutating func policies(_ root: Node) -> SLAPolicies {
        var timeZone: TimeZoneRules?
        var policies: [SLAPolicy] = []
        if let top = mapping(root, "the policy file", keys: ["version", "timezone", "calendars", "policies"]) {
            readVersion(top["version"])
            if let node = top["timezone"]?.value { timeZone = zone(node) }
            if let node = top["calendars"]?.value, !node.isNull { readCalendars(node) }
            if let node = top["policies"]?.value, !node.isNull { policies = readPolicies(node) }
        }
        return SLAPolicies(
            source: document.name, timeZone: timeZone, calendars: calendars.compactMapValues(\.self),
            policies: policies)
    }

    private mutating func readVersion(_ entry: Entry?) {
        guard let entry, let version = text(entry.value, "version") else { return }
        guard version != "1" else { return }
        report(
            .notYetSupported, at: entry.value, "version \"\(version)\" of the policy file is not supported",
            hint: "write version: 1")
    }

    // MARK: Mistakes

    /// Notes a mistake at a node.
    mutating func report(_ code: PolicyMistake.Code, at node: Node, _ sentence: String, hint: String? = nil) {
        mistakes.append(mistake(code, at: node, sentence, hint: hint))
    }

    /// Notes that something is probably not meant.
    mutating func warn(_ code: PolicyMistake.Code, at node: Node, _ sentence: String, hint: String? = nil) {
        var warning = mistake(code, at: node, sentence, hint: hint)
        warning.isWarning = true
        warnings.append(warning)
    }

    private func mistake(
        _ code: PolicyMistake.Code, at node: Node, _ sentence: String, hint: String?
    ) -> PolicyMistake {
        let position = node.mark.map(PolicyDocument.Position.init) ?? PolicyDocument.Position(line: 1, column: 1)
        return document.mistake(.init(code: code, position: position, sentence: sentence, hint: hint))
    }

    /// The question after a word that is not known; `others` are accepted too, but not worth a list.
    func didYouMean(_ word: String, among candidates: [String], orOf others: [String] = []) -> String {
        if let nearest = Word.nearest(to: word, in: candidates + others) { return "did you mean \"\(nearest)\"?" }
        return candidates.isEmpty ? "there is none" : "known are: \(candidates.joined(separator: ", "))"
    }

    // MARK: Kinds of nodes

    /// A key of a mapping with its value.
    struct Entry {
        let name: String
        let key: Node
        let value: Node
    }

    /// A mapping with its keys in the order of the file.
    struct Entries {
        let all: [Entry]
        subscript(name: String) -> Entry? { all.first { $0.name == name } }
    }

    /// The entries of a mapping, with the merged ones (`<<`) after its own; nil for another kind of node.
    mutating func entries(_ node: Node, _ what: String) -> Entries? {
        guard let mapping = node.mapping else {
            report(.wrongKind, at: node, "\(what) has to be a mapping of keys and values, and this is \(node.kind)")
            return nil
        }
        var own: [Entry] = []
        var merged: [Entry] = []
        for (key, value) in mapping {
            guard let scalar = key.scalar else {
                report(.wrongKind, at: key, "a key has to be a text, and this is \(key.kind)")
                continue
            }
            if scalar.string == "<<" && scalar.style == .plain {
                for source in value.sequence.map(Array.init) ?? [value] {
                    merged += entries(source, "what is merged into \(what)")?.all ?? []
                }
            } else {
                own.append(Entry(name: scalar.string, key: key, value: value))
            }
        }
        var names = Set(own.map(\.name))
        return Entries(all: own + merged.filter { names.insert($0.name).inserted })
    }

    /// The entries of a mapping whose keys are all known; the others are mistakes.
    mutating func mapping(_ node: Node, _ what: String, keys: [String]) -> Entries? {
        guard let entries = entries(node, what) else { return nil }
        for entry in entries.all where !keys.contains(entry.name) {
            report(
                .unknownKey, at: entry.key, "unknown key \"\(entry.name)\" in \(what)",
                hint: didYouMean(entry.name, among: keys))
        }
        return entries
    }

    /// The items of a list.
    mutating func list(_ node: Node, _ what: String, hint: String? = nil) -> [Node]? {
        if let sequence = node.sequence { return Array(sequence) }
        report(.wrongKind, at: node, "\(what) has to be a list, and this is \(node.kind)", hint: hint)
        return nil
    }

    /// The items of a list, or the one item that stands in its place.
    mutating func oneOrMore(_ node: Node, _ what: String) -> [Node]? {
        node.scalar != nil && !node.isNull ? [node] : list(node, what)
    }

    /// The text of a scalar.
    mutating func text(_ node: Node, _ what: String) -> String? {
        if let scalar = node.scalar, !node.isNull { return scalar.string }
        report(.wrongKind, at: node, "\(what) has to be a text, and this is \(node.kind)")
        return nil
    }

    /// A time zone by its IANA name.
    mutating func zone(_ node: Node) -> TimeZoneRules? {
        guard let name = text(node, "timezone") else { return nil }
        if let rules = zones(name) { return rules }
        report(
            .unknownZone, at: node, "unknown time zone \"\(name)\"",
            hint: TimeZoneCatalogue.suggestion(for: name).map { "did you mean \"\($0)\"?" }
                ?? "write an IANA name, such as Asia/Kolkata")
        return nil
    }

    /// A length of time that is not negative.
    mutating func duration(_ node: Node, _ what: String) -> TimeSpan? {
        guard let text = text(node, what) else { return nil }
        switch DurationText.read(text) {
        case .span(let span) where span < .zero:
            report(.negativeDuration, at: node, "\(what) cannot be negative: \"\(text)\"")
        case .span(let span):
            return span
        case .tooLong:
            report(.badValue, at: node, "\(what) is too long: \"\(text)\"")
        case .unreadable:
            report(
                .badValue, at: node, "\(what) is no duration: \"\(text)\"",
                hint: "write 90m, 4h, 1d12h, PT4H or a number of seconds")
        }
        return nil
    }

    /// One of a few words.
    mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ node: Node, _ what: String
    ) -> Value? {
        guard let word = text(node, what) else { return nil }
        if let value = Value(rawValue: word) { return value }
        let words = Value.allCases.map(\.rawValue)
        report(.badValue, at: node, "unknown \(what) \"\(word)\"", hint: didYouMean(word, among: words))
        return nil
    }
}

extension Node {
    /// Whether nothing stands there.
    var isNull: Bool {
        guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    /// What kind of node it is, in a sentence.
    fileprivate var kind: String {
        switch self {
        case .scalar: isNull ? "empty" : "a text"
        case .mapping: "a mapping"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }
}
