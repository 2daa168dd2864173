import Foundation
import ServiceDesk

/// A reader that is slow and obvious: one row of optional texts after the other, JSON by Foundation, instants by
/// `InstantText`. It knows nothing of windows, masks and dictionaries.
struct SlowReader {
    /// What a ticket's row says.
    struct TicketRow: Equatable {
        var id: String
        var status: String?
        var priority: String?
        var createdAt: Instant?
        var updatedAt: Instant?
        var assignedTo: String?
        var hasClientKey: Bool
    }

    /// What an event's row says.
    struct EventRow: Equatable {
        var at: Instant
        var ticket: String?
        var action: String?
        var old: String?
        var new: String?
    }

    private(set) var tickets: [TicketRow] = []
    private(set) var events: [EventRow] = []
    private(set) var rejected = 0

    init(_ desk: HostileDesk) {
        for table in desk.tables {
            if table.name == "tickets" { readTickets(table) }
            if table.name == "audit_log" { readEvents(table) }
        }
    }

    private static func field(_ table: HostileDesk.Table, _ row: HostileDesk.Row, _ name: String) -> String? {
        table.columns.firstIndex(of: name).flatMap { row[$0] }
    }

    /// An infinity stays; a text that is none is nil.
    private static func instant(_ text: String?) -> Instant? {
        guard let text, case .instant(let instant) = InstantText.read(text) else { return nil }
        return instant
    }

    private mutating func readTickets(_ table: HostileDesk.Table) {
        for row in table.rows {
            func field(_ name: String) -> String? { SlowReader.field(table, row, name) }
            guard let id = field("id").flatMap({ EntityID<Ticket>($0) }) else {
                rejected += 1
                continue
            }
            let ticket = TicketRow(
                id: id.text, status: field("status"), priority: field("priority"),
                createdAt: SlowReader.instant(field("created_at")), updatedAt: SlowReader.instant(field("updated_at")),
                assignedTo: field("assigned_to").flatMap { EntityID<Agent>($0)?.text },
                hasClientKey: field("client_ticket_uuid").map { !Word.isBlank($0) } ?? false)
            // The last row of an id counts, in its own place.
            tickets.removeAll { $0.id == ticket.id }
            tickets.append(ticket)
        }
    }

    private mutating func readEvents(_ table: HostileDesk.Table) {
        var byID: [(id: String, event: EventRow?)] = []
        for row in table.rows {
            func field(_ name: String) -> String? { SlowReader.field(table, row, name) }
            let ticket = field("ticket_id")
            let at = field("created_at")
            let isReadable = ticket.map { EntityID<Ticket>($0) != nil } ?? true
            guard let id = field("id"), isReadable, at == nil || SlowReader.instant(at) != nil else {
                rejected += 1
                continue
            }
            let instant = SlowReader.instant(at)
            let values = values(of: field("action"), payload: field("payload"))
            let event = instant.flatMap { instant in
                instant.isFinite
                    ? EventRow(at: instant, ticket: ticket, action: field("action"), old: values.old, new: values.new)
                    : nil
            }
            byID.removeAll { $0.id == id }
            byID.append((id, event))
        }
        events = byID.compactMap(\.event)
    }

    private func values(of action: String?, payload: String?) -> (old: String?, new: String?) {
        let meaning = EventAction(action ?? "")
        guard let payload,
            let parsed = try? JSONSerialization.jsonObject(with: Data(payload.utf8), options: .fragmentsAllowed),
            let object = parsed as? [String: Any]
        else { return (nil, nil) }
        return (
            value(object, meaning.oldValueKeys, meaning), value(object, meaning.newValueKeys, meaning)
        )
    }

    private func value(_ object: [String: Any], _ keys: [String], _ meaning: EventAction) -> String? {
        for key in keys {
            guard let text = object[key] as? String, !Word.isBlank(text) else { continue }
            guard meaning == .assigned else { return text }
            return EntityID<Agent>(text)?.text ?? Word.folded(text)
        }
        return meaning.nullIsValue && keys.contains { object[$0] is NSNull } ? "null" : nil
    }

    /// The events as a table orders them: by ticket, then time, then input; those of no known ticket at the end.
    var orderedEvents: [EventRow] {
        let places = Dictionary(uniqueKeysWithValues: tickets.enumerated().map { ($1.id, $0) })
        let grouped = events.enumerated().map {
            (place: $1.ticket.flatMap { places[$0] } ?? tickets.count, input: $0, event: $1)
        }
        return grouped.sorted { left, right in
            if left.place != right.place { return left.place < right.place }
            if left.place == tickets.count || left.event.at == right.event.at { return left.input < right.input }
            return left.event.at < right.event.at
        }.map(\.event)
    }
}
