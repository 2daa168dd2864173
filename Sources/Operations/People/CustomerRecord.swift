public import ServiceDesk

/// The columns of a customer that commands read and write. Those with secrets are none of them.
public enum CustomerColumn: String, CaseIterable, Hashable, Sendable {
    case companyName = "company_name"
    case tallyLicense = "tally_license"
    case tallySerialNumber = "tally_serial_no"
    case amcExpiry = "amc_expiry_date"
    case tssExpiry = "tss_expiry_date"
    case contactPerson = "contact_person"
    case contactPhone = "contact_phone"
    case contactEmail = "contact_email"
    case accountantName = "accountant_name"
    case accountantPhone = "accountant_phone"
    case accountantEmail = "accountant_email"
    case pinnedNote = "pinned_note"

    /// Whether a customer's own Admin may change it.
    public var isOwnAffair: Bool {
        switch self {
        case .contactPerson, .contactPhone, .contactEmail, .accountantName, .accountantPhone, .accountantEmail: true
        case .companyName, .tallyLicense, .tallySerialNumber, .amcExpiry, .tssExpiry, .pinnedNote: false
        }
    }

    /// Whether it is a date.
    public var isDate: Bool { self == .amcExpiry || self == .tssExpiry }
}

/// A customer, as the database has it.
public struct CustomerRecord: Sendable {
    /// The customer.
    public let id: EntityID<Customer>
    /// What is known about it; a column without a value is absent.
    public let values: [CustomerColumn: String]
    /// When the row was made.
    public let createdAt: Instant?

    static let columns = (["id"] + CustomerColumn.allCases.map(\.rawValue) + ["created_at"]).joined(separator: ", ")

    init?(_ row: SQLRow) {
        guard let id = row.id("id", of: Customer.self) else { return nil }
        self.id = id
        var values: [CustomerColumn: String] = [:]
        for column in CustomerColumn.allCases { values[column] = row.text(column.rawValue) }
        self.values = values
        createdAt = row.instant("created_at")
    }

    /// The company's name, else the id.
    public var name: String { values[.companyName] ?? id.text }
}
