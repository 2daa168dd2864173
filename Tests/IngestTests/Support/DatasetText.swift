import Ingest
import ServiceDesk

/// Everything that a result holds, as text: two results are equal when their texts are.
enum DatasetText {
    /// The text of a result; without places when two formats are compared.
    static func of(_ result: IngestResult, places: Bool = true) -> String {
        let data = result.dataset
        var lines: [String] = []
        tickets(data, &lines)
        people(data, &lines)
        happenings(data, &lines)
        inventory(data.inventory, &lines)
        for finding in data.findings.findings {
            lines.append("finding \(finding.code.rawValue) \(finding.count)")
            guard places else { continue }
            for example in finding.examples {
                let line = example.sourceLine ?? "-"
                lines.append(
                    "  \(example.place.description) \(example.text) \(example.sentence) \(example.hint ?? "-") \(line)")
            }
        }
        if places {
            for reject in result.rejects {
                lines.append(
                    "reject \(reject.line) \(reject.byte) \(reject.column) \(show(reject.rawColumn)) \(reject.raw) "
                        + reject.sentence)
            }
        }
        lines.append("rejects \(result.rejectCount) truncated \(result.isTruncated)")
        return lines.joined(separator: "\n")
    }

    private static func show<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "-" }

    private static func tickets(_ data: Dataset, _ lines: inout [String]) {
        let table = data.tickets
        for row in table.rows {
            let customer = table.customer[row].map { data.customerDirectory.id(of: $0) }
            let agent = table.assignedTo[row].map { data.agentDirectory.id(of: $0) }
            let instants = [table.slaDue, table.createdAt, table.updatedAt, table.billedAt, table.completedAt]
            let times = instants.map { show($0[row]?.microseconds) }.joined(separator: " ")
            let words = [
                table.createdBy[row], table.category[row], table.priority[row], table.status[row], table.title?[row],
            ]
            lines.append(
                "ticket \(table.id[row.index].text) \(show(customer)) \(show(agent)) \(words.map(show)) \(times) "
                    + "\(show(table.billAmount[row]?.value)) \(table.hasClientKey[row.index])")
            for index in data.assignments.grouping.rows(of: row) {
                let table = data.assignments
                lines.append(
                    "  assignment \(table.at[index].microseconds) \(agentWord(table.oldValue[index], data)) "
                        + agentWord(table.newValue[index], data))
            }
        }
        lines.append(
            "dictionaries \(table.status.dictionary) \(table.priority.dictionary) \(table.createdBy.dictionary)")
    }

    private static func agentWord(_ code: UInt32, _ data: Dataset) -> String {
        code < EventValue.first ? "\(code)" : data.agentDirectory.id(of: DirectoryEntry(code: code - EventValue.first))
    }

    private static func people(_ data: Dataset, _ lines: inout [String]) {
        for index in 0..<data.customers.count {
            let row = CustomerRow(index)
            lines.append(
                "customer \(data.customers.id[index].text) \(show(data.customers.companyName[row])) "
                    + "\(show(data.customers.amcExpiry[row]?.iso)) \(show(data.customers.tssExpiry[row]?.iso))")
        }
        for index in 0..<data.agents.count {
            let row = AgentRow(index)
            lines.append(
                "agent \(data.agents.id[index].text) \(show(data.agents.username[row])) \(show(data.agents.fullName[row])) "
                    + "\(show(data.agents.role[row])) \(data.agents.isActive[index])")
        }
        lines.append("directories \(data.customerDirectory.ids) \(data.agentDirectory.ids)")
        lines.append(
            "workflow \(data.workflowConfig.firstResponseMinutes.sorted { $0.key.rawValue < $1.key.rawValue })")
    }

    private static func happenings(_ data: Dataset, _ lines: inout [String]) {
        lines.append("groups \(data.events.grouping.offsets) \(data.comments.grouping.offsets)")
        for index in 0..<data.events.count {
            let words = data.events.words(index, agents: data.agentDirectory)
            let row = RowIndex<Event>(index)
            lines.append(
                "event \(data.events.at[index].microseconds) \(show(data.events.action[row])) \(show(words.old)) "
                    + "\(show(words.new)) \(show(data.events.amount[index]?.value)) \(show(data.events.performedBy[row]))"
            )
        }
        for index in data.comments.at.indices {
            lines.append(
                "comment \(data.comments.at[index].microseconds) \(show(data.comments.author[RowIndex(index)])) "
                    + "\(data.comments.isPublic[index])")
        }
        for index in data.remarks.at.indices {
            lines.append(
                "remark \(data.remarks.at[index].microseconds) \(show(data.remarks.agent[RowIndex(index)]?.code))")
        }
        for index in data.serviceReports.at.indices {
            let row = RowIndex<ServiceReport>(index)
            lines.append(
                "report \(data.serviceReports.at[index].microseconds) \(show(data.serviceReports.agent[row]?.code)) "
                    + show(data.serviceReports.timeSpentMinutes[row]))
        }
        lines.append("groups \(data.remarks.grouping.offsets) \(data.serviceReports.grouping.offsets)")
    }

    private static func inventory(_ inventory: Inventory, _ lines: inout [String]) {
        for table in inventory.tables { lines.append("table \(table.name) \(table.rows) \(table.rejected)") }
        for counts in [inventory.ticketsByStatus, inventory.ticketsByPriority] {
            lines.append("counts \(counts.map { "\($0.key ?? "NULL"): \($0.value)" }.sorted())")
        }
        lines.append("created \(show(inventory.createdMin?.rfc3339)) \(show(inventory.createdMax?.rfc3339))")
        lines.append("sums \(inventory.billAmountSum.value) \(inventory.timeSpentMinutesSum)")
        for expiry in [inventory.amcExpiry, inventory.tssExpiry] {
            lines.append("expiry \(expiry.map { "\($0.key?.iso ?? "NULL"): \($0.value)" }.sorted())")
        }
    }
}
