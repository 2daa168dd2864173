import ServiceDesk

/// Makes the dataset of everything that was read: merges duplicates, resolves references, groups by ticket.
final class DatasetBuilder {
    let assembly: Assembly
    private let sources: [String]
    var findings: FindingLog

    /// The row of a ticket's number, or `Absent.key`.
    private(set) var ticketOfKey: [UInt32] = []
    /// The entry in the directory of a customer's number, or `Absent.key`.
    private var entryOfKey: [UInt32] = []
    private var people = PeopleBuilder()
    let spare = SpareMemory()

    init(_ assembly: Assembly, sources: [String]) {
        self.assembly = assembly
        self.sources = sources
        findings = assembly.findings
    }

    func build() -> Dataset {
        let inventory = assembly.inventory()
        findings = assembly.findings
        let ticketOrder = order(assembly.firstTickets.repeats, assembly.tickets.key.count, "tickets") { row in
            self.ticketID(self.assembly.tickets.key[row]).text
        }
        let customerOrder = order(assembly.firstCustomers.repeats, assembly.customers.key.count, "customers") { row in
            self.customerID(self.assembly.customers.key[row])
        }
        numberTickets(ticketOrder)
        let agents = people.agents(assembly, &findings)
        numberCustomers(customerOrder)
        let customers = customerTable(customerOrder)
        noteSharedClientKeys(ticketOrder)
        let placeOfAssignment = placesOfAssignments(ticketOrder)
        let (tickets, customerDirectory) = ticketTable(ticketOrder, customers)
        let assignments = assignmentTable(placeOfAssignment, tickets)
        let events = eventTable(ticketCount: ticketOrder.count)
        let comments = commentTable(ticketCount: ticketOrder.count)
        let remarks = remarkTable(ticketCount: ticketOrder.count)
        let serviceReports = serviceReportTable(ticketCount: ticketOrder.count)
        return Dataset(
            sources: sources, tickets: tickets, customers: customers, customerDirectory: customerDirectory,
            agents: agents, agentDirectory: people.directory(), events: events, assignments: assignments,
            comments: comments, remarks: remarks, serviceReports: serviceReports,
            workflowConfig: assembly.workflow, inventory: inventory, findings: findings)
    }

    // MARK: Rows

    func ticketID(_ key: UInt32) -> EntityID<Ticket> {
        EntityID(assembly.ticketIDs.ids[Int(key)])
    }

    private func customerID(_ key: UInt32) -> String {
        EntityID<Customer>(assembly.customerIDs.ids[Int(key)]).text
    }

    /// The order of a table whose repeated ids are findings.
    func order(
        _ repeats: [(first: UInt32, later: UInt32)], _ count: Int, _ table: String, _ id: (Int) -> String
    ) -> InputOrder {
        for pair in repeats {
            findings.add(.duplicateID) {
                let text = id(Int(pair.later))
                return FindingExample(
                    place: Place(table: table, id: text), text: text,
                    sentence: "an earlier row of \(table) has the same id; this one counts")
            }
        }
        return InputOrder(rowCount: count, repeats: repeats)
    }

    private func numberTickets(_ order: InputOrder) {
        ticketOfKey = [UInt32](repeating: Absent.key, count: assembly.ticketIDs.count)
        let keys = assembly.tickets.key.base
        for place in 0..<order.count { ticketOfKey[Int(keys[order[place]])] = UInt32(truncatingIfNeeded: place) }
    }

    private func numberCustomers(_ order: InputOrder) {
        entryOfKey = [UInt32](repeating: Absent.key, count: assembly.customerIDs.count)
        let keys = assembly.customers.key.base
        for place in 0..<order.count { entryOfKey[Int(keys[order[place]])] = UInt32(truncatingIfNeeded: place) }
    }

    // MARK: Columns

    /// A column of values, some of them absent.
    private func nullable<
        Entity, Raw: FixedWidthInteger & BitwiseCopyable & Sendable, Value: BitwiseCopyable & Sendable
    >(
        _ pile: inout Pile<Raw>, absent: Raw, _ order: InputOrder
    ) -> ValueColumn<Entity, Value> {
        let values: ColumnValues<Raw> = order.column(of: &pile)
        return ValueColumn(values: values.reinterpreted(), validity: Validity.bitmap(of: values, absent: absent))
    }

    private func instants<Entity>(_ pile: inout Pile<Int64>, _ order: InputOrder) -> ValueColumn<Entity, Instant> {
        nullable(&pile, absent: Absent.instant, order)
    }

    private func customerTable(_ order: InputOrder) -> CustomerTable {
        let keys: ColumnValues<UInt32> = order.column(of: &assembly.customers.key)
        return CustomerTable(
            id: ids(keys, assembly.customerIDs), companyName: TextBuilder.column(&assembly.customers.name, order),
            amcExpiry: nullable(&assembly.customers.amcExpiry, absent: Absent.date, order),
            tssExpiry: nullable(&assembly.customers.tssExpiry, absent: Absent.date, order))
    }

    /// The ids of numbers.
    private func ids<Entity>(
        _ keys: ColumnValues<UInt32>, _ table: borrowing IDTable
    ) -> ColumnValues<EntityID<Entity>> {
        var ids = Pile<EntityID<Entity>>(capacity: keys.count)
        let target = ids.reserve(keys.count)
        for (place, key) in keys.enumerated() {
            (target + place).initialize(to: EntityID(table.ids[Int(key)]))
        }
        ids.commit(keys.count)
        return ids.handOver()
    }

    private func ticketTable(
        _ order: InputOrder, _ known: CustomerTable
    ) -> (TicketTable, Directory<Customer>) {
        let tickets = ids(order.column(of: &assembly.tickets.key), assembly.ticketIDs) as ColumnValues<EntityID<Ticket>>
        let (customers, directory) = customerReferences(order, known, tickets)
        var flags = Bitmap(repeating: false, count: order.count)
        for (place, flag) in (order.column(of: &assembly.tickets.flags) as ColumnValues<UInt8>).enumerated()
        where flag & Flag.isSet != 0 { flags.set(place, to: true) }
        func words<Code: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>(
            _ pile: inout Pile<Code>, _ vocabulary: Vocabulary
        ) -> DictionaryColumn<Ticket, Code> {
            DictionaryColumn(codes: order.column(of: &pile), dictionary: vocabulary.texts)
        }
        let table = TicketTable(
            id: tickets, customer: customers, hasClientKey: flags,
            title: assembly.options.keepsTitles ? TextBuilder.column(&assembly.tickets.title, order) : nil,
            createdBy: words(&assembly.tickets.createdBy, assembly.createdBy),
            category: words(&assembly.tickets.category, assembly.categories),
            priority: words(&assembly.tickets.priority, assembly.priorities),
            status: words(&assembly.tickets.status, assembly.statuses),
            assignedTo: assignees(order, tickets),
            slaDue: instants(&assembly.tickets.slaDue, order), createdAt: instants(&assembly.tickets.createdAt, order),
            updatedAt: instants(&assembly.tickets.updatedAt, order),
            billedAt: instants(&assembly.tickets.billedAt, order),
            completedAt: instants(&assembly.tickets.completedAt, order),
            billAmount: nullable(&assembly.tickets.billAmount, absent: Absent.amount, order))
        return (table, directory)
    }

    private func assignees(
        _ order: InputOrder, _ ids: ColumnValues<EntityID<Ticket>>
    ) -> ReferenceColumn<Ticket, Agent> {
        let texts: ColumnValues<UInt32> = order.column(of: &assembly.tickets.assignedTo)
        var entries = Pile<UInt32>(capacity: texts.count)
        let target = entries.reserve(texts.count)
        for (place, text) in texts.enumerated() {
            target[place] = agentReference(text, "tickets", "assigned_to") { ids[place].text }
        }
        entries.commit(texts.count)
        return ReferenceColumn(codes: entries.handOver())
    }

    /// Customers by their place in the table; those that are no rows follow, in the order of the tickets.
    private func customerReferences(
        _ order: InputOrder, _ known: CustomerTable, _ ids: ColumnValues<EntityID<Ticket>>
    ) -> (ReferenceColumn<Ticket, Customer>, Directory<Customer>) {
        var texts = known.id.map(\.text)
        let keys: ColumnValues<UInt32> = order.column(of: &assembly.tickets.customer)
        var codes = Pile<UInt32>(capacity: keys.count)
        for (place, key) in keys.enumerated() {
            guard key != Absent.key else {
                codes.append(ReferenceColumn<Ticket, Customer>.noReference)
                continue
            }
            if entryOfKey[Int(key)] == Absent.key {
                entryOfKey[Int(key)] = UInt32(truncatingIfNeeded: texts.count)
                texts.append(customerID(key))
            }
            let entry = entryOfKey[Int(key)]
            codes.append(entry)
            if Int(entry) >= known.count {
                findings.add(.orphanCustomer) {
                    FindingExample(
                        place: Place(table: "tickets", id: ids[place].text), text: texts[Int(entry)],
                        sentence: "no customer has this id")
                }
            }
        }
        return (ReferenceColumn(codes: codes.handOver()), Directory(ids: texts, rowCount: known.count))
    }

    /// The place of each row; nil where rows and places are the same.
    private func placesOfRows(_ order: InputOrder) -> [UInt32]? {
        guard !order.isIdentity else { return nil }
        var places = [UInt32](repeating: Absent.key, count: assembly.tickets.key.count)
        for place in 0..<order.count { places[order[place]] = UInt32(truncatingIfNeeded: place) }
        return places
    }

    private func noteSharedClientKeys(_ order: InputOrder) {
        let placeOfRow = placesOfRows(order)
        // The customer goes into the hash, so that one customer's keys are compared with its own.
        var keys: [UInt32] = []
        var first = Pile<UInt64>()
        var second = Pile<UInt64>()
        for index in 0..<assembly.tickets.clientKeyRow.count {
            let row = Int(assembly.tickets.clientKeyRow[index])
            let customer = assembly.tickets.customer[row]
            guard placeOfRow?[row] != Absent.key, customer != Absent.key else { continue }
            keys.append(assembly.tickets.key[row])
            first.append(assembly.tickets.clientKeyFirst[index] ^ UInt64(customer) &* 0x9e37_79b9_7f4a_7c15)
            second.append(assembly.tickets.clientKeySecond[index])
        }
        for pair in RepeatedIDs.find(first, second, without: []) {
            findings.add(.duplicateClientKey) {
                FindingExample(
                    place: Place(table: "tickets", id: ticketID(keys[Int(pair.later)]).text),
                    text: ticketID(keys[Int(pair.first)]).text,
                    sentence: "a ticket of the same customer has the same client_ticket_uuid")
            }
        }
        assembly.tickets.clientKeyRow = Pile()
        assembly.tickets.clientKeyFirst = Pile()
        assembly.tickets.clientKeySecond = Pile()
    }

    /// The ticket's place of each entry of an assignment history; entries of a row that another one replaced are gone
    /// with it.
    private func placesOfAssignments(_ order: InputOrder) -> Pile<UInt32> {
        let placeOfRow = placesOfRows(order)
        var places = Pile<UInt32>(capacity: assembly.tickets.assignmentRow.count)
        for index in 0..<assembly.tickets.assignmentRow.count {
            let row = assembly.tickets.assignmentRow[index]
            let place = placeOfRow?[Int(row)] ?? row
            places.append(place == Absent.key ? HappeningRows.replaced : place)
        }
        assembly.tickets.assignmentRow = Pile()
        return places
    }

    // MARK: People

    /// The directory entry of an agent text, or `noReference` for NULL; an orphan is a finding.
    func agentReference(
        _ text: UInt32, _ table: String, _ column: String, _ id: () -> String
    ) -> UInt32 {
        guard text != 0 else { return ReferenceColumn<Ticket, Agent>.noReference }
        let entry = people.entry(text, assembly.agentTexts)
        if Int(entry) >= people.rowCount {
            let name = people.texts[Int(entry)]
            findings.add(.orphanAgent) {
                FindingExample(
                    place: Place(table: table, id: id()), text: name, sentence: "no agent is the \(column) \"\(name)\"")
            }
        }
        return entry
    }

    /// The same for a value inside JSON.
    func agentValue(
        _ value: UInt32, _ table: String, _ column: String, _ id: () -> String
    ) -> UInt32 {
        guard value >= EventValue.first else { return value }
        return agentReference(value - (EventValue.first - 1), table, column, id) + EventValue.first
    }
}
