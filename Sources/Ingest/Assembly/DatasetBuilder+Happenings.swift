import ServiceDesk

/// What belongs to tickets: their assignments, and the tables of events and replies.
extension DatasetBuilder {
    func assignmentTable(_ tickets: borrowing Pile<UInt32>, _ table: TicketTable) -> AssignmentTable {
        var order = TicketOrder(
            ticketCount: table.count, tickets: tickets, at: assembly.tickets.assignmentAt, spare: spare)
        for place in 0..<order.count {
            let row = order.row(place)
            let id = { [ticket = tickets[row]] in table.id[Int(ticket)].text }
            let old = assembly.tickets.assignmentOld[row]
            let new = assembly.tickets.assignmentNew[row]
            assembly.tickets.assignmentOld[row] = agentValue(old, "tickets", "assignment_history from", id)
            assembly.tickets.assignmentNew[row] = agentValue(new, "tickets", "assignment_history to", id)
        }
        return AssignmentTable(
            grouping: order.grouping(), at: order.column(of: &assembly.tickets.assignmentAt),
            oldValue: order.column(of: &assembly.tickets.assignmentOld),
            newValue: order.column(of: &assembly.tickets.assignmentNew))
    }

    func eventTable(ticketCount: Int) -> EventTable {
        var rows = HappeningRows()
        swap(&rows, &assembly.events)
        var own = EventRows()
        swap(&own, &assembly.eventRows)
        var order = order(&rows, "audit_log", ticketCount)
        resolveAgents(&own, rows, order)
        spare.take(&rows.high)
        spare.take(&rows.low)
        let amount = amounts(own, order)
        var values = ["", ""]
        values.append(contentsOf: assembly.eventValues.texts.dropFirst())
        return EventTable(
            grouping: order.grouping(), at: order.column(of: &rows.at),
            action: DictionaryColumn(codes: order.column(of: &own.action), dictionary: assembly.actions.texts),
            oldValue: order.column(of: &own.oldValue), newValue: order.column(of: &own.newValue), values: values,
            amount: amount,
            performedBy: DictionaryColumn(
                codes: order.column(of: &rows.who), dictionary: assembly.performedBy.texts))
    }

    func commentTable(ticketCount: Int) -> CommentTable {
        var rows = HappeningRows()
        swap(&rows, &assembly.comments)
        var order = order(&rows, "ticket_comments", ticketCount)
        var isPublic = Bitmap(repeating: false, count: order.count)
        for place in 0..<order.count where rows.flags[order.row(place)] & Flag.isSet != 0 {
            isPublic.set(place, to: true)
        }
        return CommentTable(
            grouping: order.grouping(), at: order.column(of: &rows.at),
            author: DictionaryColumn(codes: order.column(of: &rows.who), dictionary: assembly.authors.texts),
            isPublic: isPublic)
    }

    func remarkTable(ticketCount: Int) -> RemarkTable {
        var rows = HappeningRows()
        swap(&rows, &assembly.remarks)
        var order = order(&rows, "ticket_remarks", ticketCount)
        let agent = agents(&rows, order, "ticket_remarks") as ReferenceColumn<Remark, Agent>
        return RemarkTable(grouping: order.grouping(), at: order.column(of: &rows.at), agent: agent)
    }

    func serviceReportTable(ticketCount: Int) -> ServiceReportTable {
        var rows = HappeningRows()
        swap(&rows, &assembly.reports)
        var order = order(&rows, "service_reports", ticketCount)
        let agent = agents(&rows, order, "service_reports") as ReferenceColumn<ServiceReport, Agent>
        let minutes: ColumnValues<Int64> = order.column(of: &rows.minutes)
        return ServiceReportTable(
            grouping: order.grouping(), at: order.column(of: &rows.at), agent: agent,
            timeSpentMinutes: ValueColumn(
                values: minutes, validity: Validity.bitmap(of: minutes, absent: Absent.minutes)))
    }

    // MARK: Order

    /// The order of rows of events or replies; those without a finite time and those that a later row of the same id
    /// replaces are left out. Repeated ids and unknown tickets are findings.
    private func order(_ rows: inout HappeningRows, _ table: String, _ ticketCount: Int) -> TicketOrder {
        let high = rows.high.base
        let low = rows.low.base
        let counted = order(
            RepeatedIDs.find(
                rows.high, rows.low, without: rows.withoutID, threads: assembly.options.threads, spare: spare),
            rows.at.count, table
        ) { EntityID<Event>(high: high[$0], low: low[$0]).text }
        counted.markReplaced(in: &rows.ticket)
        place(&rows, table, ticketCount)
        var tickets = Pile<UInt32>(capacity: 0)
        swap(&tickets, &rows.ticket)
        let order = TicketOrder(ticketCount: ticketCount, tickets: tickets, at: rows.at, spare: spare)
        spare.take(&tickets)
        return order
    }

    /// Turns the numbers of tickets' ids into the tickets' places, as `TicketOrder` wants them.
    private func place(_ rows: inout HappeningRows, _ table: String, _ ticketCount: Int) {
        let none = UInt32(truncatingIfNeeded: ticketCount)
        let keys = rows.ticket.base
        let at = rows.at.base
        ticketOfKey.withUnsafeBufferPointer { ticketOfKey in
            for row in 0..<rows.ticket.count where keys[row] != HappeningRows.replaced {
                let key = keys[row]
                var place = none
                if key != Absent.key {
                    place = ticketOfKey[Int(key)]
                    if place == Absent.key {
                        noteOrphan(EntityID<Event>(high: rows.high[row], low: rows.low[row]).text, table, ticket: key)
                        place = none
                    }
                }
                let instant = at[row]
                let isTimeless = instant == Absent.instant || instant == Int64.max || instant == Int64.min
                keys[row] = isTimeless ? HappeningRows.replaced : place
            }
        }
    }

    @inline(never)
    private func noteOrphan(_ id: @autoclosure () -> String, _ table: String, ticket: UInt32) {
        findings.add(.orphanTicket) {
            FindingExample(
                place: Place(table: table, id: id()), text: self.ticketID(ticket).text,
                sentence: "no ticket has this id")
        }
    }

    // MARK: Columns

    /// Turns the codes of agents in events about assignments into entries of the directory.
    private func resolveAgents(_ own: inout EventRows, _ rows: borrowing HappeningRows, _ order: borrowing TicketOrder)
    {
        let isAssigned = assembly.actions.texts.map { EventAction($0) == .assigned }
        let high = rows.high.base
        let low = rows.low.base
        for place in 0..<order.count {
            let row = order.row(place)
            guard isAssigned[Int(own.action[row])] else { continue }
            let id = { EntityID<Event>(high: high[row], low: low[row]).text }
            own.oldValue[row] = agentValue(own.oldValue[row], "audit_log", "payload's from", id)
            own.newValue[row] = agentValue(own.newValue[row], "audit_log", "payload's to", id)
        }
    }

    /// The agents of replies.
    private func agents<Entity>(
        _ rows: inout HappeningRows, _ order: borrowing TicketOrder, _ table: String
    ) -> ReferenceColumn<Entity, Agent> {
        for place in 0..<order.count {
            let row = order.row(place)
            let id = { [high = rows.high[row], low = rows.low[row]] in EntityID<Entity>(high: high, low: low).text }
            rows.who[row] = agentReference(rows.who[row], table, "agent_id", id)
        }
        return ReferenceColumn(codes: order.column(of: &rows.who))
    }

    /// The amounts of events, by their place in the table.
    private func amounts(_ own: borrowing EventRows, _ order: borrowing TicketOrder) -> SparseColumn<Event, Paise> {
        var positions = Pile<UInt32>()
        var values = Pile<Int64>()
        if own.amountRow.count > 0 {
            var indexOfRow = [UInt32](repeating: Absent.key, count: own.action.count)
            for index in 0..<own.amountRow.count {
                indexOfRow[Int(own.amountRow[index])] = UInt32(truncatingIfNeeded: index)
            }
            for place in 0..<order.count {
                let index = indexOfRow[order.row(place)]
                if index == Absent.key { continue }
                positions.append(UInt32(truncatingIfNeeded: place))
                values.append(own.amountValue[Int(index)])
            }
        }
        return SparseColumn(positions: positions.handOver(), values: values.handOver())
    }
}
