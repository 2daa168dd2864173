import Ingest
import ServiceDesk

/// Arbitrary bytes as one value. With a byte 0, which no text of Postgres holds, the whole file is a binary one.
struct FuzzedValue {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    // MARK: As a field

    /// The value as COPY writes it.
    private var copyField: [UInt8] {
        bytes.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x5c: [0x5c, 0x5c]
            case 0x09: Array("\\t".utf8)
            case 0x0a: Array("\\n".utf8)
            case 0x0d: Array("\\r".utf8)
            default: [byte]
            }
        }
    }

    private func quoted(by quote: UInt8) -> [UInt8] {
        [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }

    /// The result of a dump with the value between two texts.
    private static func read(_ before: String, _ field: [UInt8], _ after: String) -> IngestResult? {
        guard let file = MemoryFile(Array(before.utf8) + field + Array(after.utf8)) else { return nil }
        var options = IngestOptions()
        options.threads = 1
        return try? Ingest.read(sources: [.path(file.path)], options: options)
    }

    // MARK: Comparisons

    /// A payload means the same in a row of COPY and in an INSERT.
    func jsonComplaint() -> String? {
        guard !bytes.isEmpty, !bytes.contains(0) else { return nil }
        let (id, ticket) = (ID.event(1), ID.ticket(1))
        let copied = FuzzedValue.read(
            DumpText.header
                + "COPY public.audit_log (\(DumpText.eventColumns)) FROM stdin;\n\(id)\t\(ticket)\tassigned\t",
            copyField, "\tsystem\t2026-03-01 11:00:00+00\n\\.\n" + DumpText.footer)
        let inserted = FuzzedValue.read(
            DumpText.header
                + "INSERT INTO public.audit_log (\(DumpText.eventColumns)) VALUES ('\(id)', '\(ticket)', 'assigned', ",
            quoted(by: 0x27), ", 'system', '2026-03-01 11:00:00+00');\n" + DumpText.footer)
        guard let copied, let inserted else { return "a payload makes a dump unreadable" }
        let texts = [copied, inserted].map { DatasetText.of($0, places: false) }
        return texts[0] == texts[1] ? nil : "in COPY:\n\(texts[0])\nin INSERT:\n\(texts[1])"
    }

    /// Instants and dates of a row are what the reader of all spellings says.
    func instantComplaint() -> String? {
        guard !bytes.contains(0) else { return nil }
        guard let ticket = ticket(created: copyField) else { return "an instant makes a dump unreadable" }
        _ = InstantText.readDate(bytes.span)
        guard let trimmed, case .instant(let instant) = InstantText.read(trimmed.span) else {
            return nil
        }
        let read = ticket.tickets.createdAt[TicketRow(0)]
        return read == instant
            ? nil : "\(instant.microseconds) was read as \(read.map { "\($0.microseconds)" } ?? "NULL")"
    }

    /// The id of a row is what the reader of ids says, and its text is read as the same id.
    func uuidComplaint() -> String? {
        guard !bytes.contains(0) else { return nil }
        let id = trimmed.flatMap { EntityID<Ticket>($0.span) }
        let row = copyField + Array("\tOpen\n\\.\n".utf8)
        let result = FuzzedValue.read(
            DumpText.header + "COPY public.tickets (id, status) FROM stdin;\n", row, DumpText.footer)
        guard let result else { return "an id makes a dump unreadable" }
        guard let id else { return result.dataset.tickets.count == 0 ? nil : "no id became one" }
        guard result.dataset.tickets.count == 1, result.dataset.tickets.id[0] == id else {
            return "an id became another"
        }
        return EntityID<Ticket>(id.text) == id ? nil : "\(id.text) is another id"
    }

    private func ticket(created: [UInt8]) -> Dataset? {
        FuzzedValue.read(
            DumpText.header + "COPY public.tickets (id, status, created_at) FROM stdin;\n\(ID.ticket(1))\tOpen\t",
            created, "\n\\.\n" + DumpText.footer)?.dataset
    }

    /// The value without blanks around it; nil where a field of that spelling stands for something else.
    private var trimmed: [UInt8]? {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return nil }
        return Array(bytes[first...last])
    }
}
