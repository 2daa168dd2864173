import ServiceDesk

/// What a desk is made of: who works there, who asks, and how much.
struct Desk {
    let seed: UInt64
    let tickets: Int
    let start = Instant(microseconds: 1_711_929_600_000_000)  // 2024-04-01T00:00Z
    /// Nothing is written after it: 2026-03-31T12:00Z, the as-of of the benchmarks.
    let end = Instant(microseconds: 1_774_958_400_000_000)

    var customers: Int { max(20, tickets / 500) }
    var agents: Int { 40 }

    func customer(_ index: Int) -> EntityID<Customer> { id(.customer, index) }
    func agent(_ index: Int) -> EntityID<Agent> { id(.agent, index) }

    /// What ids and stories are drawn for.
    enum Kind: UInt64 {
        case customer = 1, agent, ticket, story, event
    }

    func id<Entity>(_ kind: Kind, _ index: Int) -> EntityID<Entity> {
        var draw = Draw(seed: seed, kind: kind.rawValue, index: index)
        return draw.id()
    }
}

/// One thing that happened to a ticket, for the audit log.
struct StoryEvent {
    enum Kind {
        case created
        case assigned
        case status(from: Status, to: Status)
    }

    let ticket: Int
    let at: Instant
    let kind: Kind
    /// The agent who did it.
    let agent: Int
}

/// The life of one ticket, a function of the seed and the ticket's number alone: the audit log and the ticket's row
/// are written at different times and tell the same.
struct Story {
    let ticket: Int
    let createdAt: Instant
    let priority: Priority
    let customer: Int
    let agent: Int
    let title: Int
    let category: Int
    private(set) var status = Status.new
    private(set) var updatedAt: Instant
    private(set) var doneAt: Instant?

    /// Works out the story and hands its events to `emit`, in order.
    init(of ticket: Int, at desk: Desk, emit: (StoryEvent) -> Void) {
        var draw = Draw(seed: desk.seed, kind: Desk.Kind.story.rawValue, index: ticket)
        let length = (desk.end - desk.start).microseconds
        let step = max(1, length / Int64(desk.tickets))
        self.ticket = ticket
        createdAt =
            desk.start
            + TimeSpan(microseconds: Int64(ticket) * step + Int64(draw.below(Int(step))))
        priority = [Priority.urgent, .high, .medium, .medium, .medium, .medium, .low, .low][draw.below(8)]
        customer = draw.below(desk.customers)
        agent = draw.below(desk.agents)
        title = draw.below(Words.titles.count)
        category = draw.below(Words.categories.count)
        updatedAt = createdAt
        emit(StoryEvent(ticket: ticket, at: createdAt, kind: .created, agent: agent))
        var now = createdAt
        if draw.happens(percent: 30) {
            now = now + draw.delay(0, 5)
            if now < desk.end { emit(StoryEvent(ticket: ticket, at: now, kind: .assigned, agent: agent)) }
        }
        var moves: [(Status, TimeSpan)] = [(.open, draw.delay(1, 9)), (.inProgress, draw.delay(2, 9))]
        if draw.happens(percent: 40) {
            moves += [(.waitingForCustomer, draw.delay(3, 10)), (.inProgress, draw.delay(6, 13))]
        }
        moves.append((.resolved, draw.delay(3, 12)))
        if draw.happens(percent: 6) { moves += [(.reopened, draw.delay(8, 13)), (.resolved, draw.delay(5, 12))] }
        if draw.happens(percent: 75) { moves.append((.closed, draw.delay(8, 14))) }
        for (next, delay) in moves {
            now = now + delay
            guard now < desk.end else { break }
            emit(StoryEvent(ticket: ticket, at: now, kind: .status(from: status, to: next), agent: agent))
            if next.serviceState == .done && status.serviceState != .done { doneAt = now }
            if next.serviceState != .done { doneAt = nil }
            status = next
            updatedAt = now
        }
    }
}

/// The texts of the data.
enum Words {
    static let titles = [
        "GSTR-3B export gives an error", "Data synchronisation with branch failed",
        "Memory access violation on voucher save", "Year end: split company data", "Printing of invoice is cut at right",
        "Educational mode again after restart", "Stock summary does not match the books",
        "e-Way bill: distance is asked again and again",
    ].map { Array($0.utf8) }
    static let descriptions = [
        "Comes only on the sales screen since TallyPrime 6.2. Please call before 12.",
        "Branch sees 'Connection refused'. Port 9000 is open as per our IT vendor, they have tested it twice.",
        "Happens with every voucher of the second godown, the first one is fine. Screenshot sent on WhatsApp.",
        "Accountant needs this before the 20th, otherwise the return is late.",
    ].map { Array($0.utf8) }
    static let categories = ["Technical", "Billing", "Training", "GST", "Customisation"].map { Array($0.utf8) }
    static let statuses = Status.allCases.map { Array($0.name.utf8) }
    static let priorities = Priority.allCases.map { Array($0.title.utf8) }
}
