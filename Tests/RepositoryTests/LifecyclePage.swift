import ServiceDesk

/// `docs/lifecycle.md`: what may be done to a ticket, drawn and tabulated from the two tables of the core.
enum LifecyclePage {
    static let text = """
        # The life of a ticket

        Which commands a ticket takes in which status, where they lead, and who may give them. Everything that is not
        listed is refused. This page is made from the tables that decide (`Sources/ServiceDesk/Lifecycle/TicketVerb.swift`).

        ## Drawn

        ```mermaid
        stateDiagram-v2
        \(drawing)
        ```

        ## Transitions

        | command | from | to |
        |---|---|---|
        \(transitions)

        ## Rights

        *Own ticket*: assigned to the caller. A ticket of another company does not exist for a customer. Where a command
        has rows for the ticket's present status, one of them must name the role; where it has none, any row that names
        the role is enough, and the refusal is about the status.

        | command | in status | who |
        |---|---|---|
        \(rights)

        ## Refusals

        The first that applies is given.

        | | exit |
        |---|---|
        \(refusals)

        """

    // MARK: - The drawing

    /// An arrow for each pair of statuses, with the commands that lead along it. Moves between the statuses of work in
    /// progress are drawn as one box, for all of them are possible.
    private static var drawing: String {
        var lines = ["    [*] --> New: ticket create", "    state Unfinished {"]
        lines += Status.allCases.filter { Set.unfinished.contains($0) }.map { "        \(node($0))" }
        lines.append("    }")
        lines.append("    Unfinished --> Unfinished: ticket status")
        for verb in TicketVerb.allCases where verb != .create && verb != .status {
            for transition in verb.transitions {
                guard case .become(let targets) = transition.to else { continue }
                for target in targets { lines += arrows(verb, transition.from, target) }
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func arrows(_ verb: TicketVerb, _ from: Set<Status>, _ to: Status) -> [String] {
        let sources = Set.unfinished.isSubset(of: from) ? ["Unfinished"] : []
        let rest = sources.isEmpty ? from : from.subtracting(.unfinished)
        let nodes = sources + Status.allCases.filter(rest.contains).map { $0.name.replacing(" ", with: "") }
        return nodes.map { "    \($0) --> \(to.name.replacing(" ", with: "")): \(verb.words)" }
    }

    private static func node(_ status: Status) -> String {
        let name = status.name.replacing(" ", with: "")
        return name == status.name ? name : "state \"\(status.name)\" as \(name)"
    }

    // MARK: - The tables

    private static var transitions: String {
        TicketVerb.allCases.filter { !$0.isQuestion }.flatMap { verb in
            verb.transitions.map { transition in
                let to: String
                switch transition.to {
                case .unchanged: to = "unchanged"
                case .become(let targets): to = targets.map(\.name).joined(separator: ", ")
                }
                return "| `\(verb.words)` | \(statuses(transition.from)) | \(to) |"
            }
        }.joined(separator: "\n")
    }

    private static var rights: String {
        TicketVerb.allCases.flatMap { verb in
            verb.rights.map { right in
                let who = Role.allCases.compactMap { role in right.roles[role].map { role.title + $0.suffix } }
                return "| `\(verb.words)` | \(statuses(right.from)) | \(who.joined(separator: ", ")) |"
            }
        }.joined(separator: "\n")
    }

    private static func statuses(_ statuses: Set<Status>) -> String {
        switch statuses {
        case []: "–"
        case .all: "any"
        case Set.all.subtracting([.new]): "any but New"
        default: Status.allCases.filter(statuses.contains).map(\.name).joined(separator: ", ")
        }
    }

    private static var refusals: String {
        Refusal.Rank.allCases.map { "| \($0.words) | \($0.exitCode) |" }.joined(separator: "\n")
    }
}

extension Refusal.Rank {
    /// What the group is about, in a few words.
    fileprivate var words: String {
        switch self {
        case .usage: "usage: a required option is absent, a word is unknown"
        case .caller: "who is asking: nobody, somebody unknown or disabled, a key that was taken back"
        case .unknown: "an unknown ticket, customer or agent; for a customer also another company's"
        case .role: "the role"
        case .key: "a client key that was used with other content"
        case .version: "a stale version (the present state is printed)"
        case .transition: "the transition, somebody else's claim, an assignee who may not be one"
        case .field: "a required text that is blank"
        }
    }
}
