/// What is asked of a ticket, with what it needs. Texts come without blanks around them where blanks mean nothing.
public enum TicketCommand: Hashable, Sendable {
    /// Raises a ticket.
    case create(Intake)
    /// Takes a ticket that nobody has.
    case claim(note: String?)
    /// Gives the caller's ticket back.
    case unclaim(note: String?)
    /// Gives a ticket to an agent.
    case assign(to: Assignee, note: String?)
    /// Raises the priority by a step and gives the ticket to a Support Head; nil when the desk has none.
    case escalate(to: Assignee?, reason: String)
    /// Sets the priority.
    case setPriority(Priority, reason: String?)
    /// Sets the category.
    case setCategory(String, reason: String?)
    /// Sets the status.
    case setStatus(Status, reason: String?)
    /// Finishes the work.
    case resolve(solution: String?)
    /// Finishes the work and raises its bill.
    case resolveWithBill(Paise, solution: String?)
    /// Ends the ticket.
    case close(reason: String?)
    /// Begins the work again.
    case reopen(reason: String)
    /// Raises a bill.
    case raiseBill(Paise, number: String?)
    /// Notes that a bill was paid.
    case processBill(reference: String?, reason: String?)
    /// Takes a bill back, or its payment.
    case cancelBill(reason: String)
    /// Writes a comment.
    case comment(id: EntityID<Comment>, body: String, isInternal: Bool)
    /// Writes a remark, which the customer sees.
    case remark(id: EntityID<Remark>, text: String)
    /// Records work.
    case reportService(ServiceRecord)

    /// The command's row in the tables.
    public var verb: TicketVerb {
        switch self {
        case .create: .create
        case .claim: .claim
        case .unclaim: .unclaim
        case .assign: .assign
        case .escalate: .escalate
        case .setPriority: .priority
        case .setCategory: .category
        case .setStatus: .status
        case .resolve: .resolve
        case .resolveWithBill: .resolveWithBill
        case .close: .close
        case .reopen: .reopen
        case .raiseBill: .raiseBill
        case .processBill: .processBill
        case .cancelBill: .cancelBill
        case .comment(_, _, let isInternal): isInternal ? .internalComment : .comment
        case .remark: .remark
        case .reportService: .serviceReport
        }
    }

    /// A required text that is blank, by the name of its option; nil when all are there.
    var blankField: String? {
        let field: (name: String, text: String)
        switch self {
        case .create(let intake): field = ("--title", intake.title)
        case .escalate(_, let reason), .reopen(let reason), .cancelBill(let reason): field = ("--reason", reason)
        case .setCategory(let category, _): field = ("the category", category)
        case .comment(_, let body, _): field = ("the comment", body)
        case .remark(_, let text): field = ("the remark", text)
        case .reportService(let record): field = ("--solution", record.solution)
        case .claim, .unclaim, .assign, .setPriority, .setStatus, .resolve, .resolveWithBill, .close, .raiseBill,
            .processBill:
            return nil
        }
        return Word.isBlank(field.text) ? field.name : nil
    }
}

/// A ticket as it is raised.
public struct Intake: Hashable, Sendable {
    /// By which way a ticket came.
    public enum Source: String, Hashable, Sendable {
        /// An agent's or a portal user's command, a customer's program, a file.
        case cli, api, `import`
    }

    /// The customer whose ticket it is.
    public var customer: EntityID<Customer>
    /// What is wrong, in a line.
    public var title: String
    /// What is wrong, at length.
    public var description: String?
    /// What it is about.
    public var category: String?
    /// How urgent; untriaged when nobody said.
    public var priority: Priority
    /// The priority's word as it was given, where it is not ours.
    public var givenPriority: String?
    /// Where a picture of it lies.
    public var screenshotURL: String?
    /// The caller's own name of this intake, which makes a repetition harmless.
    public var clientKey: String?
    /// By which way it came.
    public var source: Source

    /// A ticket as it is raised.
    public init(
        customer: EntityID<Customer>, title: String, description: String? = nil, category: String? = nil,
        priority: Priority = .untriaged, givenPriority: String? = nil, screenshotURL: String? = nil,
        clientKey: String? = nil, source: Source = .cli
    ) {
        self.customer = customer
        self.title = title
        self.description = description
        self.category = category
        self.priority = priority
        self.givenPriority = givenPriority
        self.screenshotURL = screenshotURL
        self.clientKey = clientKey
        self.source = source
    }
}

/// An engineer's record of work, as it is written.
public struct ServiceRecord: Hashable, Sendable {
    /// The id of the row.
    public var id: EntityID<ServiceReport>
    /// The minutes that were worked.
    public var minutes: Int64
    /// What was done.
    public var solution: String
    /// Parts that were used.
    public var parts: String?
    /// What else there is to say.
    public var remarks: String?
    /// Where the customer's signature lies.
    public var customerSignatureURL: String?
    /// Where the agent's signature lies.
    public var agentSignatureURL: String?

    /// A record of work.
    public init(
        id: EntityID<ServiceReport>, minutes: Int64, solution: String, parts: String? = nil, remarks: String? = nil,
        customerSignatureURL: String? = nil, agentSignatureURL: String? = nil
    ) {
        self.id = id
        self.minutes = minutes
        self.solution = solution
        self.parts = parts
        self.remarks = remarks
        self.customerSignatureURL = customerSignatureURL
        self.agentSignatureURL = agentSignatureURL
    }
}
