import Glibc
import ServiceDesk

/// `generate TICKETS (--dump FILE | --csv FOLDER) [--seed N]`: a desk of any size, always the same for one seed.
@main
enum Generate {
    static func main() {
        do {
            let arguments = try Arguments(CommandLine.arguments)
            let desk = Desk(seed: arguments.seed, tickets: arguments.tickets)
            switch arguments.output {
            case .dump(let path): try writeDump(desk, path)
            case .csv(let folder): try writeCSV(desk, folder)
            }
        } catch {
            let message = Array("generate: \(error)\n".utf8)
            write(STDERR_FILENO, message, message.count)
            exit(1)
        }
    }

    private static func writeDump(_ desk: Desk, _ path: String) throws(WriteFailure) {
        let tables = Tables(desk: desk)
        var rows = try RowWriter(path, .copy)
        rows.raw("--\n-- PostgreSQL database dump\n--\n\nSET client_encoding = 'UTF8';\n\n")
        rows.raw("COPY public.agents (")
        rows.raw(Tables.agents)
        rows.raw(") FROM stdin;\n")
        try tables.writeAgents(&rows)
        rows.raw("\\.\n\n\nCOPY public.audit_log (")
        rows.raw(Tables.auditLog)
        rows.raw(") FROM stdin;\n")
        try tables.writeAuditLog(&rows)
        rows.raw("\\.\n\n\nCOPY public.customers (")
        rows.raw(Tables.customers)
        rows.raw(") FROM stdin;\n")
        try tables.writeCustomers(&rows)
        rows.raw("\\.\n\n\nCOPY public.tickets (")
        rows.raw(Tables.tickets)
        rows.raw(") FROM stdin;\n")
        try tables.writeTickets(&rows)
        rows.raw("\\.\n\n\n--\n-- PostgreSQL database dump complete\n--\n")
        try rows.finish()
    }

    private static func writeCSV(_ desk: Desk, _ folder: String) throws(WriteFailure) {
        mkdir(folder, 0o755)
        let tables = Tables(desk: desk)
        func file(
            _ name: String, _ header: StaticString, _ write: (inout RowWriter) throws(WriteFailure) -> Void
        ) throws(WriteFailure) {
            var rows = try RowWriter("\(folder)/\(name).csv", .csv)
            rows.raw(header)
            rows.raw("\n")
            try write(&rows)
            try rows.finish()
        }
        try file("agents", Tables.agents) { rows throws(WriteFailure) in try tables.writeAgents(&rows) }
        try file("audit_log", Tables.auditLog) { rows throws(WriteFailure) in try tables.writeAuditLog(&rows) }
        try file("customers", Tables.customers) { rows throws(WriteFailure) in try tables.writeCustomers(&rows) }
        try file("tickets", Tables.tickets) { rows throws(WriteFailure) in try tables.writeTickets(&rows) }
    }
}

/// What the command line asks for.
private struct Arguments {
    enum Output {
        case dump(String)
        case csv(String)
    }

    let tickets: Int
    let output: Output
    private(set) var seed: UInt64 = 1

    init(_ words: [String]) throws(Usage) {
        guard words.count >= 4, let tickets = Int(words[1]), tickets > 0 else { throw Usage() }
        self.tickets = tickets
        switch words[2] {
        case "--dump": output = .dump(words[3])
        case "--csv": output = .csv(words[3])
        default: throw Usage()
        }
        guard words.count > 4 else { return }
        guard words.count == 6, words[4] == "--seed", let seed = UInt64(words[5]) else { throw Usage() }
        self.seed = seed
    }
}

private struct Usage: Error, CustomStringConvertible {
    let description = "usage: generate TICKETS (--dump FILE | --csv FOLDER) [--seed N]"
}
