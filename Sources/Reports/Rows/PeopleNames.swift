import ServiceDesk

/// The names by which people know customers and agents.
struct PeopleNames {
    let dataset: Dataset

    /// The company's name; of somebody who is named in the data and has no row, the id.
    func customer(_ entry: DirectoryEntry<Customer>) -> String {
        guard let row = dataset.customerDirectory.row(of: entry), row.index < dataset.customers.count else {
            return "unknown customer \(dataset.customerDirectory.id(of: entry))"
        }
        if let name = dataset.customers.companyName[row], !Word.isBlank(name) { return name }
        return dataset.customerDirectory.id(of: entry)
    }

    /// The agent's full name, else the username; of somebody who has no row, the id.
    func agent(_ entry: DirectoryEntry<Agent>) -> String {
        guard let row = dataset.agentDirectory.row(of: entry), row.index < dataset.agents.count else {
            return "unknown agent \(dataset.agentDirectory.id(of: entry))"
        }
        for name in [dataset.agents.fullName[row], dataset.agents.username[row]] {
            if let name, !Word.isBlank(name) { return name }
        }
        return dataset.agentDirectory.id(of: entry)
    }
}
