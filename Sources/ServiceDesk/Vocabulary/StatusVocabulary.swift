/// The statuses of one dataset: the ten of the vocabulary, then every unknown one as it is spelled.
///
/// Ticket rows and events have dictionaries of their own; this puts both into one space of codes, so that histories
/// handle small numbers and never compare texts.
public struct StatusVocabulary: Sendable {
    /// A status in this dataset: the raw value of a `Status`, or a later number for an unknown one.
    public typealias Code = UInt16

    /// What a status that says nothing is coded as: NULL or blank.
    public static let silent = Code.max

    /// The spelling of each code: ours for a known status, the raw text for an unknown one.
    public let names: [String]
    /// For each code of the tickets' dictionary, its code here.
    let ofTicketCode: [Code]
    /// For each code of the events' values, its code here.
    let ofEventValue: [Code]
    /// Which codes are the same status: unknown ones in two spellings have one identity.
    let identity: [Code]

    /// The vocabulary of a dataset's dictionaries.
    public init(tickets: TicketTable, events: EventTable) {
        var collector = Collector()
        ofTicketCode = tickets.status.dictionary.enumerated().map { index, text in
            index == 0 ? StatusVocabulary.silent : collector.code(of: text)
        }
        let used = StatusVocabulary.usedEventValues(events)
        ofEventValue = events.values.enumerated().map { index, text in
            index < Int(EventValue.first) || !used[index] ? StatusVocabulary.silent : collector.code(of: text)
        }
        names = collector.names
        identity = collector.identity
    }

    /// Only the values of events that move the status are statuses; the others are priorities and categories.
    private static func usedEventValues(_ events: EventTable) -> [Bool] {
        let moves = events.action.dictionary.enumerated().map { index, text in
            index != 0 && EventAction(text).movesStatus
        }
        var used = [Bool](repeating: false, count: events.values.count)
        for row in 0..<events.count where moves[Int(events.action.codes[row])] {
            if Int(events.newValue[row]) < used.count { used[Int(events.newValue[row])] = true }
            if Int(events.oldValue[row]) < used.count { used[Int(events.oldValue[row])] = true }
        }
        return used
    }

    /// The known status of a code, or nil.
    @inlinable
    public func status(of code: Code) -> Status? { code < 10 ? Status(rawValue: UInt8(code)) : nil }

    /// What a status means for service; an unknown one counts as open.
    public func serviceState(of code: Code) -> ServiceState { status(of: code)?.serviceState ?? .open }

    /// Whether two codes are the same status.
    func isSame(_ left: Code, _ right: Code) -> Bool { identity[Int(left)] == identity[Int(right)] }

    private struct Collector {
        var names = Status.allCases.map(\.name)
        var identity = Status.allCases.map { Code($0.rawValue) }
        var byText: [String: Code] = [:]
        var byKey: [String: Code] = [:]

        mutating func code(of text: String) -> Code {
            if Word.isBlank(text) { return StatusVocabulary.silent }
            if let status = Status(text) { return Code(status.rawValue) }
            if let code = byText[text] { return code }
            // More distinct statuses than codes: a wrong column was mapped, and the reader has said so.
            guard names.count < Int(StatusVocabulary.silent) else { return StatusVocabulary.silent }
            let code = Code(names.count)
            let key = Word.key(text)
            names.append(text)
            identity.append(byKey[key] ?? code)
            byText[text] = code
            byKey[key] = byKey[key] ?? code
            return code
        }
    }
}
