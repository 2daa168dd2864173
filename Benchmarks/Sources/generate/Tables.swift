import ServiceDesk

/// The four tables of a generated desk, row by row.
struct Tables {
    let desk: Desk

    static let agents: StaticString = "id,username,password,full_name,role,created_at,is_active"
    static let customers: StaticString = "id,company_name,amc_expiry_date,tss_expiry_date,created_at"
    static let auditLog: StaticString = "id,ticket_id,action,payload,performed_by,created_at"
    static let tickets: StaticString = """
        id,customer_id,client_ticket_uuid,created_by,title,description,category,priority,status,assigned_to,sla_due,\
        created_at,updated_at,billed_at,bill_amount,first_assigned_to,assignment_history,task_status,completed_at,\
        screenshot_url
        """

    func writeAgents(_ rows: inout RowWriter) throws(WriteFailure) {
        for agent in 0..<desk.agents {
            rows.id(desk.agent(agent))
            rows.text(Array("agent\(agent)".utf8))
            rows.text("not-a-real-hash")
            rows.text(Array("Agent \(agent)".utf8))
            rows.text("Support")
            rows.instant(desk.start)
            rows.text("t")
            try rows.endRow()
        }
    }

    func writeCustomers(_ rows: inout RowWriter) throws(WriteFailure) {
        for customer in 0..<desk.customers {
            var draw = Draw(seed: desk.seed, kind: 9, index: customer)
            rows.id(desk.customer(customer))
            rows.text(Array("Customer \(customer) Traders".utf8))
            for _ in 0..<2 {
                let date = LocalDate(daysSinceEpoch: 19_900).adding(days: draw.below(900))
                if draw.happens(percent: 70) { rows.text(Array(date.iso.utf8)) } else { rows.null() }
            }
            rows.instant(desk.start)
            try rows.endRow()
        }
    }

    /// The audit log in the order of time, as a heap that was only appended to has it.
    func writeAuditLog(_ rows: inout RowWriter) throws(WriteFailure) {
        let hour: Int64 = 3_600_000_000
        func bucket(_ instant: Instant) -> Int { Int((instant - desk.start).microseconds / hour) }
        var waiting = [[StoryEvent]](repeating: [], count: bucket(desk.end) + 1)
        var written = 0
        var flushed = 0
        for ticket in 0..<desk.tickets {
            let story = Story(of: ticket, at: desk) { waiting[bucket($0.at)].append($0) }
            while flushed < bucket(story.createdAt) {
                try write(waiting[flushed], &rows, &written)
                waiting[flushed] = []
                flushed += 1
            }
        }
        for events in waiting[flushed...] { try write(events, &rows, &written) }
    }

    private func write(_ events: [StoryEvent], _ rows: inout RowWriter, _ written: inout Int) throws(WriteFailure) {
        for event in events.sorted(by: { ($0.at, $0.ticket) < ($1.at, $1.ticket) }) {
            rows.id(desk.id(.event, written) as EntityID<Event>)
            rows.id(desk.id(.ticket, event.ticket) as EntityID<Ticket>)
            payload(of: event, &rows)
            rows.text(Array("agent\(event.agent)".utf8))
            rows.instant(event.at)
            try rows.endRow()
            written += 1
        }
    }

    private func payload(of event: StoryEvent, _ rows: inout RowWriter) {
        let desk = desk
        switch event.kind {
        case .created:
            let story = Story(of: event.ticket, at: desk) { _ in }
            rows.text("ticket_created")
            rows.json { row in
                row.member("title", Words.titles[story.title], first: true)
                row.member("priority", Words.priorities[Int(story.priority.rawValue)])
            }
        case .assigned:
            rows.text("ticket_assigned")
            rows.json { row in
                row.member("to", desk.agent(event.agent), first: true)
                row.nullMember("from")
                row.member("performed_by_id", desk.agent(event.agent))
            }
        case .status(let from, let to):
            rows.text("ticket_status_changed")
            rows.json { row in
                row.member("to", Words.statuses[Int(to.rawValue)], first: true)
                row.member("from", Words.statuses[Int(from.rawValue)])
                row.member("performed_by_id", desk.agent(event.agent))
                row.member("performed_by_role", Array("Support".utf8))
            }
        }
    }

    func writeTickets(_ rows: inout RowWriter) throws(WriteFailure) {
        for ticket in 0..<desk.tickets {
            let story = Story(of: ticket, at: desk) { _ in }
            rows.id(desk.id(.ticket, ticket) as EntityID<Ticket>)
            rows.id(desk.customer(story.customer))
            rows.null()
            rows.id(desk.agent(story.agent))
            rows.text(Words.titles[story.title])
            rows.text(Words.descriptions[ticket & 3])
            rows.text(Words.categories[story.category])
            rows.text(Words.priorities[Int(story.priority.rawValue)])
            rows.text(Words.statuses[Int(story.status.rawValue)])
            rows.id(desk.agent(story.agent))
            rows.null()
            rows.instant(story.createdAt)
            rows.instant(story.updatedAt)
            rows.null()
            if ticket % 10 == 0 { rows.text("1180.00") } else { rows.null() }
            rows.id(desk.agent(story.agent))
            rows.null()
            rows.text(story.doneAt == nil ? "open" : "completed")
            if let done = story.doneAt { rows.instant(done) } else { rows.null() }
            rows.null()
            try rows.endRow()
        }
    }
}
