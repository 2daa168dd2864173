import ServiceDesk

/// What the clocks of any ticket go by beside the ticket itself: the agents, and the minutes of the settings.
struct DeskContext {
    /// Everybody in `agents`, in the order of their ids.
    let agents: [AgentRecord]
    /// What the settings say about targets.
    let workflow: WorkflowConfig

    static func read(in session: any DatabaseSession) throws -> DeskContext {
        let setting = try session.row(
            "SELECT setting_value FROM app_settings WHERE setting_key = ?1", [.text("workflow_config")])
        return DeskContext(
            agents: try AgentRecord.all(in: session),
            workflow: DeskContext.workflow(setting?.json("setting_value") ?? .null))
    }

    /// First response minutes by priority; `urgent` goes before `critical`, `medium` before `normal`.
    private static func workflow(_ value: JSONValue) -> WorkflowConfig {
        var minutes: [Priority: Int64] = [:]
        for word in ["normal", "medium", "critical", "urgent", "high", "low"] {
            if case .integer(let number) = value["sla"]?[word], number >= 0, let priority = Priority(word) {
                minutes[priority] = number
            }
        }
        return WorkflowConfig(firstResponseMinutes: minutes)
    }
}

/// A customer's columns that policies ask for.
struct CustomerTerms {
    let id: EntityID<Customer>
    let companyName: String?
    let amcExpiry, tssExpiry: LocalDate?

    static func read(_ id: EntityID<Customer>, in session: any DatabaseSession) throws -> CustomerTerms? {
        try session.row(
            "SELECT company_name, amc_expiry_date, tss_expiry_date FROM customers WHERE id = ?1", [.id(id)]
        ).map { row in
            CustomerTerms(
                id: id, companyName: row.text("company_name"), amcExpiry: row.date("amc_expiry_date"),
                tssExpiry: row.date("tss_expiry_date"))
        }
    }
}

extension SQLRow {
    /// A column's date; nil for no value and for what is none.
    func date(_ column: String) -> LocalDate? {
        guard let text = text(column), case .date(let date) = InstantText.readDate(text) else { return nil }
        return date
    }
}
