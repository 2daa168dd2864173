import ServiceDesk

/// The dictionaries of one worker for one file.
struct Words: ~Copyable {
    var status: WordTable
    var priority: WordTable
    var category: WordTable
    var createdBy: WordTable
    var action: WordTable
    var performedBy: WordTable
    var author: WordTable
    var role: WordTable
    /// Columns that hold agents' ids.
    var agentID: WordTable
    /// Agents inside JSON, whose texts have been decoded.
    var agentValue: WordTable
    /// Values inside JSON.
    var eventValue: WordTable
    /// Payloads that were read before, by these codes.
    var payloads = PayloadMemo()

    init(format: FieldFormat) {
        status = WordTable(format: format)
        priority = WordTable(format: format)
        category = WordTable(format: format)
        createdBy = WordTable(format: format)
        action = WordTable(format: format)
        performedBy = WordTable(format: format)
        author = WordTable(format: format)
        role = WordTable(format: format)
        agentID = WordTable(format: format)
        agentValue = WordTable(format: nil)
        eventValue = WordTable(format: nil)
    }
}

/// Texts one after the other.
struct TextPile: ~Copyable {
    var bytes = Pile<UInt8>()
    /// Length of each text, or -1 for NULL.
    var lengths = Pile<Int32>()

    mutating func removeAll() {
        bytes.removeAll()
        lengths.removeAll()
    }

    mutating func append(_ text: UnsafeBufferPointer<UInt8>?) {
        guard let text else {
            lengths.append(-1)
            return
        }
        if let base = text.baseAddress { bytes.append(base, text.count) }
        lengths.append(Int32(truncatingIfNeeded: text.count))
    }

    mutating func append(from other: borrowing TextPile) {
        bytes.append(from: other.bytes)
        lengths.append(from: other.lengths)
    }
}

/// The rows of one run, coded by the worker's dictionaries. The columns of tables that are not being read stay empty.
struct Batch: ~Copyable {
    // Every table: its own id, and the bits of `Flag`.
    var high = Pile<UInt64>()
    var low = Pile<UInt64>()
    var flags = Pile<UInt8>()

    /// Rows that are handed on as they are.
    var raw: [[String?]] = []

    // Whose row it is: the ticket of events and replies, the customer of tickets.
    var ownerHigh = Pile<UInt64>()
    var ownerLow = Pile<UInt64>()
    /// When the event, comment, remark or report was written.
    var at = Pile<Int64>()
    /// Author, agent, performer.
    var who = Pile<UInt32>()

    // Events.
    var action = Pile<UInt32>()
    var oldValue = Pile<UInt32>()
    var newValue = Pile<UInt32>()
    var amountRow = Pile<UInt32>()
    var amountValue = Pile<Int64>()

    // Service reports.
    var minutes = Pile<Int64>()

    // Tickets.
    var createdBy = Pile<UInt32>()
    var category = Pile<UInt32>()
    var priority = Pile<UInt32>()
    var status = Pile<UInt32>()
    var assignedTo = Pile<UInt32>()
    var slaDue = Pile<Int64>()
    var createdAt = Pile<Int64>()
    var updatedAt = Pile<Int64>()
    var billedAt = Pile<Int64>()
    var completedAt = Pile<Int64>()
    var billAmount = Pile<Int64>()
    var clientKeyRow = Pile<UInt32>()
    var clientKeyFirst = Pile<UInt64>()
    var clientKeySecond = Pile<UInt64>()
    var title = TextPile()
    var assignmentRow = Pile<UInt32>()
    var assignmentAt = Pile<Int64>()
    var assignmentOld = Pile<UInt32>()
    var assignmentNew = Pile<UInt32>()

    // Customers and agents.
    var name = TextPile()
    var secondName = TextPile()
    var amcExpiry = Pile<Int32>()
    var tssExpiry = Pile<Int32>()
    var role = Pile<UInt32>()

    // Settings.
    var workflow: [WorkflowConfig] = []

    init() {}

    mutating func removeAll() {
        raw.removeAll(keepingCapacity: true)
        high.removeAll()
        low.removeAll()
        flags.removeAll()
        ownerHigh.removeAll()
        ownerLow.removeAll()
        at.removeAll()
        who.removeAll()
        action.removeAll()
        oldValue.removeAll()
        newValue.removeAll()
        amountRow.removeAll()
        amountValue.removeAll()
        minutes.removeAll()
        createdBy.removeAll()
        category.removeAll()
        priority.removeAll()
        status.removeAll()
        assignedTo.removeAll()
        slaDue.removeAll()
        createdAt.removeAll()
        updatedAt.removeAll()
        billedAt.removeAll()
        completedAt.removeAll()
        billAmount.removeAll()
        clientKeyRow.removeAll()
        clientKeyFirst.removeAll()
        clientKeySecond.removeAll()
        title.removeAll()
        assignmentRow.removeAll()
        assignmentAt.removeAll()
        assignmentOld.removeAll()
        assignmentNew.removeAll()
        name.removeAll()
        secondName.removeAll()
        amcExpiry.removeAll()
        tssExpiry.removeAll()
        role.removeAll()
        workflow.removeAll()
    }
}

/// The bits of `Batch.flags`.
enum Flag {
    /// The owner is not NULL.
    static let hasOwner: UInt8 = 1
    /// A ticket carries a client key; a comment is public; an agent is active.
    static let isSet: UInt8 = 2
}
