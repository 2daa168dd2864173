import ServiceDesk
import Yams

/// Escalation levels: when somebody is told, and who.
extension PolicyReader {
    /// The word for whoever has the ticket, and the roles of the desk.
    static let recipients = [
        "owner", "admin", "support_head", "support", "agent", "accountant", "sales", "moderator",
    ]

    /// The levels of each clock, in the order of the file.
    mutating func readLevels(_ node: Node, _ targets: [SLAClock: ClockTargets]) -> [SLAClock: [EscalationLevel]] {
        guard let clocks = entries(node, "levels") else { return [:] }
        var levels: [SLAClock: [EscalationLevel]] = [:]
        for entry in clocks.all {
            guard let clock = readClock(entry) else { continue }
            if levels[clock] != nil {
                report(.duplicateName, at: entry.key, "the clock \(clock.name) has levels already")
            }
            if targets[clock] == nil {
                warn(
                    .neverReached, at: entry.key,
                    "the levels of \(clock.name) are never reached: the policy has no targets for it")
            }
            guard let items = list(entry.value, "the levels of \(clock.name)") else { continue }
            levels[clock] = items.compactMap { readLevel($0, of: clock) }
        }
        return levels
    }

    private mutating func readLevel(_ node: Node, of clock: SLAClock) -> EscalationLevel? {
        guard let entries = mapping(node, "a level of \(clock.name)", keys: ["at", "tell"]) else { return nil }
        var point: EscalationLevel.Point?
        if let entry = entries["at"] {
            point = readPoint(entry.value)
        } else {
            report(.missingKey, at: node, "a level of \(clock.name) has no at", hint: "write {at: 75%, tell: owner}")
        }
        guard let entry = entries["tell"] else {
            report(.missingKey, at: node, "a level of \(clock.name) tells nobody", hint: "write {at: 75%, tell: owner}")
            return nil
        }
        let tell = readRecipient(entry.value)
        guard let point, let tell else { return nil }
        return EscalationLevel(point, tell: tell, line: node.mark?.line)
    }

    private mutating func readRecipient(_ node: Node) -> String? {
        guard let word = text(node, "tell") else { return nil }
        guard !Word.isBlank(word) else {
            report(.badValue, at: node, "tell is blank", hint: "write owner or a role, such as support_head")
            return nil
        }
        if let known = PolicyReader.recipients.first(where: { Word.key($0) == Word.key(word) }) { return known }
        warn(
            .unknownRecipient, at: node, "\"\(word)\" is neither owner nor a role of the desk",
            hint: didYouMean(word, among: PolicyReader.recipients))
        return word
    }

    private mutating func readPoint(_ node: Node) -> EscalationLevel.Point? {
        guard let text = text(node, "at") else { return nil }
        if text.hasSuffix("%") { return share(text, node, "at").map(EscalationLevel.Point.share) }
        let hint = "write 75% of the target, -30m before or +2h after it is due"
        guard let sign = text.first, sign == "+" || sign == "-" else {
            report(.badValue, at: node, "at does not say whether \"\(text)\" is before or after", hint: hint)
            return nil
        }
        guard case .span(let span) = DurationText.read(String(text.dropFirst())), span >= .zero else {
            report(.badValue, at: node, "at is no duration: \"\(text)\"", hint: hint)
            return nil
        }
        return .offset(sign == "-" ? -span : span)
    }
}
