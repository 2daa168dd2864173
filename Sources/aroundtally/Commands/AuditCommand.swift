import ArgumentParser
import Operations
import Reports
import ServiceDesk

/// `audit`: the log of everything that happened.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The log of everything that happened, and whether anybody tampered with it.",
        discussion: AuditVerify.examples([
            ("aroundtally audit show --as meera --limit 20", "what happened last"),
            (
                "aroundtally audit verify --as meera",
                "every row of the chain, the anchor, the versions: exit 1 when wrong"
            ),
        ]),
        subcommands: [AuditShow.self, AuditVerify.self])

    @OptionGroup var global: GlobalOptions
}

/// `audit show`: the rows of the log, the newest first.
struct AuditShow: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "The rows of the log, the newest first.",
        discussion: examples([("aroundtally audit show --as meera --limit 20", "what happened last")]))

    @Option(help: ArgumentHelp("Rows of this ticket only.", valueName: "ticket"))
    var ticket: String?

    @Option(help: ArgumentHelp("How many rows.", valueName: "n"))
    var limit = 50

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format(OutputFormat.allCases)
        return try session.atDesk(caller) { desk in
            guard limit >= 0 else { throw Refusal.usage("--limit takes a number that is not negative", hint: nil) }
            let rows = try desk.desk.auditRows(ticket: ticket, limit: limit, by: desk.claim)
            try write(rows, desk, format)
        }
    }

    private func write(_ rows: [AuditRow], _ desk: DeskAccess, _ format: OutputFormat) throws {
        let session = desk.session
        switch format {
        case .json:
            try session.write(desk.envelope("audit").document(data: ["events": .array(rows.map(AuditShow.json))]))
        case .jsonl: try session.write(rows.map { AuditShow.json($0).compactText + "\n" }.joined())
        case .csv:
            var csv = CSVWriter(to: try session.openOutput(), guardsFormulas: !global.csvRaw)
            try csv.header(["seq", "created_at", "performed_by", "action", "ticket_id", "payload", "hash"])
            for row in rows {
                csv.field(integer: row.seq)
                csv.field(row.at)
                for text in [row.performedBy, row.action, row.ticket, row.payload.compactText, row.hash] {
                    csv.field(text)
                }
                try csv.endRow()
            }
            try csv.finish().finish()
        case .table, .md:
            let words = CellText(timeZone: desk.zone)
            var table = TextTable([
                .init("row", .right), .init("when"), .init("who"), .init("what"), .init("ticket"), .init("payload"),
            ])
            for row in rows {
                let payload = row.payload == .null ? "" : row.payload.compactText
                table.add([
                    String(row.seq), row.at.map { words.instant($0) } ?? "", row.performedBy ?? "", row.action,
                    row.ticket ?? "", VisibleText.escaped(payload),
                ])
            }
            try session.write(table, as: format)
        }
    }

    private static func json(_ row: AuditRow) -> JSONValue {
        [
            "seq": .integer(row.seq), "id": .string(row.id), "ticket_id": .text(row.ticket),
            "action": .string(row.action), "payload": row.payload, "performed_by": .text(row.performedBy),
            "created_at": .instant(row.at), "hash": .string(row.hash),
        ]
    }
}

/// `audit verify`: whether the log is as it was written.
struct AuditVerify: ShellCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Whether the log is as it was written: exit 1 when it is not.",
        discussion: examples([("aroundtally audit verify --as meera", "names the first row that is wrong")]))

    @OptionGroup var caller: CallerOptions
    @OptionGroup var global: GlobalOptions

    func execute(_ session: Session) throws -> ExitStatus {
        let format = try session.format([.table, .json, .md])
        var isSound = true
        let status = try session.atDesk(caller, movesAnchor: false) { desk in
            try desk.desk.admit(desk.claim, to: .verifyAudit)
            let report = try desk.database.read { try AuditLog.verify($0, anchor: session.auditAnchor) }
            isSound = report.faults.isEmpty
            try write(report, desk, format)
        }
        return status == .done && !isSound ? .checkFailed : status
    }

    private func write(_ report: AuditReport, _ desk: DeskAccess, _ format: OutputFormat) throws {
        let session = desk.session
        for fault in report.faults {
            let place = fault.seq.map { "audit_log row \($0)" }
            session.messages.print(Diagnostic(severity: .error, place: place, sentence: fault.sentence))
        }
        guard format == .json else {
            var table = TextTable([.init("what"), .init("value")])
            table.add(["rows", String(report.rows)])
            table.add(["head", report.head])
            table.add(["anchor", report.anchor])
            table.add(["faults", String(report.faults.count)])
            return try session.write(table, as: format)
        }
        let faults = report.faults.map { fault -> JSONValue in
            ["seq": fault.seq.map(JSONValue.integer) ?? .null, "sentence": .string(fault.sentence)]
        }
        let data: JSONValue = [
            "rows": .integer(report.rows), "head": .string(report.head), "anchor": .string(report.anchor),
            "faults": .array(faults),
        ]
        try session.write(desk.envelope("audit_verify").document(data: data))
    }
}
