import ServiceDesk

/// The rows that everything else is made from.
extension KPIReport {
    var tickets: Section {
        Section(
            id: "data", title: "Data", lead: "Every ticket at as-of with its clocks: what all figures are made from.",
            blocks: [.table(ticketTable)])
    }

    private var ticketTable: ReportTable {
        let rows = TicketRows(self, clocks: shownClocks)
        return ReportTable(
            id: "data", title: "Tickets", sheetName: "Data", basis: "All tickets that exist at as-of, by id.",
            columns: [
                TableColumn("ticket_id", "Ticket", .ticket), TableColumn("title", "Title", .text),
                TableColumn("customer", "Customer", .text), TableColumn("created_at", "Created", .instant),
                TableColumn("status", "Status", .text), TableColumn("service_state", "Service state", .text),
                TableColumn("priority", "Priority", .text), TableColumn("category", "Category", .text),
                TableColumn("assigned_to", "Assigned to", .text), TableColumn("policy", "Policy", .text),
                TableColumn("amc_at_creation", "AMC at creation", .text),
            ] + rows.clocks.flatMap(clockColumns),
            rows: TableRows(count: rows.order.count) { rows[$0] }, isData: true, pageRows: 10)
    }

    private func clockColumns(_ clock: SLAClock) -> [TableColumn] {
        [
            TableColumn("\(clock.name)_state", "State", .state, group: clock.title),
            TableColumn("\(clock.name)_target", "Target", .duration, group: clock.title, unit: .businessTime),
            TableColumn(
                "\(clock.name)_used", "Used", .duration, group: clock.title, unit: .businessTime, metric: .timeUsed),
            TableColumn("\(clock.name)_due_at", "Due", .instant, group: clock.title),
            TableColumn("\(clock.name)_stopped_at", "Stopped", .instant, group: clock.title),
        ]
    }
}

/// The rows of all tickets by id, each made when it is asked for; every name is looked up once.
private struct TicketRows: Sendable {
    /// The clocks that have columns.
    let clocks: [SLAClock]
    /// The places of the tickets in the clock table, by id.
    let order: [Int]
    private let dataset: Dataset
    private let table: ClockTable
    private let statuses, serviceStates, priorities, categories, policies, contracts, agents, customers: [Cell]

    init(_ report: KPIReport, clocks: [SLAClock]) {
        let evaluation = report.input.evaluation
        self.clocks = clocks
        dataset = report.dataset
        table = report.input.clocks
        order = EntityID<Ticket>.order(of: table.tickets.map(\.ticket), in: dataset.tickets.id)
        statuses = evaluation.vocabulary.names.map { .text($0) }
        serviceStates = ServiceState.allCases.map { .text($0.name) }
        priorities = Priority.allCases.map { .text($0.title) }
        categories = dataset.tickets.category.dictionary.enumerated().map { code, text in
            code == 0 ? .absent(.notRecorded) : .text(text)
        }
        policies = evaluation.policies.map { .text($0.name) }
        contracts = ContractState.allCases.map { .text($0.title) }
        agents = (0..<dataset.agentDirectory.ids.count).map {
            .text(report.agentName(DirectoryEntry(code: UInt32($0))))
        }
        customers = (0..<dataset.customerDirectory.ids.count).map {
            .text(report.customerName(DirectoryEntry(code: UInt32($0))))
        }
    }

    subscript(place: Int) -> [Cell] {
        let snapshot = table.tickets[order[place]]
        let ticket = snapshot.ticket
        let results = table.clocks(of: order[place])
        var cells: [Cell] = []
        cells.reserveCapacity(11 + 5 * clocks.count)
        cells.append(.text(dataset.tickets.id[ticket.index].text))
        cells.append(dataset.tickets.title?[ticket].map { .text($0) } ?? .absent(.notRecorded))
        cells.append(dataset.tickets.customer[ticket].map { customers[Int($0.code)] } ?? .absent(.notRecorded))
        cells.append(.instant(snapshot.createdAt))
        cells.append(statuses[Int(snapshot.status)])
        cells.append(serviceStates[Int(snapshot.serviceState.rawValue)])
        cells.append(priorities[Int(snapshot.priority.rawValue)])
        cells.append(categories[dataset.tickets.category.code(ticket)])
        cells.append(snapshot.assignee.map { agents[Int($0.code)] } ?? .text("nobody"))
        cells.append(snapshot.policy.map { policies[$0] } ?? .absent(.notApplicable))
        cells.append(contracts[Int(snapshot.amcAtCreation.rawValue)])
        for clock in clocks { TicketRows.append(results.last { $0.clock == clock }, to: &cells) }
        return cells
    }

    private static func append(_ result: ClockResult?, to cells: inout [Cell]) {
        guard let result else {
            for _ in 0..<5 { cells.append(.absent(.notApplicable)) }
            return
        }
        cells.append(.state(result.state.title, result.state.tone))
        cells.append(result.target.map { .duration($0) } ?? .absent(.notApplicable))
        cells.append(result.used.map { .duration($0) } ?? .absent(.notApplicable))
        cells.append(result.dueAt.map { .instant($0) } ?? .absent(.notApplicable))
        cells.append(result.stoppedAt.map { .instant($0) } ?? .absent(.notApplicable))
    }
}
