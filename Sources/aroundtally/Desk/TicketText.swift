import Operations
import Reports
import ServiceDesk

/// Tickets as people read them: the state in a few lines.
struct TicketText {
    let zone: TimeZoneRules
    /// Usernames by id.
    let names: [EntityID<Agent>: String]

    private var cells: CellText { CellText(timeZone: zone) }

    func moment(_ instant: Instant?) -> String { instant.map(cells.instant) ?? "–" }

    /// The state of a ticket.
    func state(_ view: TicketView) -> String {
        let row = view.record.row
        var lines = ["\(row.name)  \(row.title ?? "(no title)")"]
        let holder = row.assignedTo.map { names[$0] ?? $0.text } ?? "nobody"
        lines.append(
            "  \(row.status ?? "New"), \(view.state.priority.title), \(row.category ?? "no category"), with \(holder)"
                + ", version \(row.version)")
        let clocks = view.clocks.map { clock in
            "\(clock.clock.name.replacing("_", with: " ")) \(clock.state.name.replacing("_", with: " "))"
                + (clock.dueAt.map { " (due \(moment($0)))" } ?? "")
        }
        if !clocks.isEmpty { lines.append("  " + clocks.joined(separator: ", ")) }
        if view.billingState != .none {
            lines.append(
                "  bill \(view.billingState.name)" + (view.state.bill?.amount.map { ": ₹\($0.grouped)" } ?? ""))
        }
        return lines.map { TicketText.escaped($0) + "\n" }.joined()
    }

    /// What happened, a line each.
    func events(_ events: [LoggedEvent]) -> String {
        events.map { event in
            let words = words(event.payload)
            let line = "  \(moment(event.createdAt))  \(event.action) by \(event.performedBy ?? "somebody")"
            return TicketText.escaped(line + (words.isEmpty ? "" : ": \(words)")) + "\n"
        }.joined()
    }

    /// What a command did.
    func answer(_ answer: TicketAnswer, dryRun: Bool) -> String {
        var text = ""
        if answer.isReplayed { text += "This intake was made before; the ticket as it is now:\n" }
        if answer.events.isEmpty && !answer.isReplayed { text += "Nothing to do: it is so already.\n" }
        if dryRun { text += "Dry run: nothing was changed.\n" }
        return text + state(answer.view) + events(answer.events)
    }

    /// A ticket with all that was written about it.
    func full(_ view: TicketView) -> String {
        var text = state(view)
        let row = view.record.row
        if let description = row.description { text += "\n\(TicketText.lines(description))" }
        for comment in view.record.comments {
            let kind = comment.isInternal == false ? "Comment" : "Internal comment"
            text += heading(kind, comment.author, comment.createdAt) + TicketText.lines(comment.body ?? "")
        }
        for remark in view.record.remarks {
            let author = remark.agent.map { names[$0] ?? $0.text } ?? "the customer"
            text += heading("Remark", author, remark.createdAt) + TicketText.lines(remark.remark ?? "")
        }
        for report in view.record.serviceReports {
            let author = report.agent.map { names[$0] ?? $0.text }
            text += heading("Service report (\(report.minutes ?? 0) min)", author, report.createdAt)
            text += TicketText.lines(report.solution ?? "")
        }
        return text
    }

    private func heading(_ kind: String, _ author: String?, _ at: Instant?) -> String {
        "\n" + TicketText.escaped("\(kind) by \(author ?? "somebody"), \(moment(at))") + "\n"
    }

    /// The members of a payload that say something, but those about who did it.
    private func words(_ payload: JSONValue) -> String {
        guard case .object(let members) = payload else { return "" }
        return members.filter { !$0.key.hasPrefix("performed_by") && $0.value != .null }.map { member in
            if case .string(let text) = member.value { return "\(member.key) \(name(text))" }
            return "\(member.key) \(member.value.compactText)"
        }.joined(separator: ", ")
    }

    /// The username where a text is an agent's id, else the text.
    private func name(_ text: String) -> String { EntityID<Agent>(text).flatMap { names[$0] } ?? text }

    /// A text of several lines, indented, with nothing in it that moves a terminal's cursor.
    private static func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \(escaped(String($0)))\n" }.joined()
    }

    /// The module's name says which: reports have a type of that name, too.
    private static func escaped(_ text: String) -> String { ServiceDesk.VisibleText.escaped(text) }
}
