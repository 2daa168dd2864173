import ServiceDesk

/// The agents, and everybody who is named as one.
struct PeopleBuilder {
    /// The ids of the directory: agents first, then those who are no rows, in the order in which they are met.
    private(set) var texts: [String] = []
    private(set) var rowCount = 0
    private var entryOfID: [String: UInt32] = [:]
    private var entryOfUsername: [String: UInt32] = [:]
    private var entryOfText: [UInt32] = []

    /// The table of agents, then moderators, then accountants.
    mutating func agents(_ assembly: Assembly, _ findings: inout FindingLog) -> AgentTable {
        var columns = AgentColumns()
        add(assembly.agents, "agents", assembly, &columns, &findings)
        add(assembly.moderators, "moderators", assembly, &columns, &findings)
        add(assembly.accountants, "accountants", assembly, &columns, &findings)
        rowCount = texts.count
        for (entry, username) in columns.username.enumerated() {
            guard let username else { continue }
            let name = Word.folded(username)
            if !name.isEmpty && entryOfUsername[name] == nil {
                entryOfUsername[name] = UInt32(truncatingIfNeeded: entry)
            }
        }
        var isActive = Bitmap(repeating: false, count: columns.id.count)
        for (index, active) in columns.isActive.enumerated() where active { isActive.set(index, to: true) }
        return AgentTable(
            id: columns.id, username: TextColumn(columns.username), fullName: TextColumn(columns.fullName),
            role: DictionaryColumn(codes: columns.role, dictionary: assembly.roles.texts), isActive: isActive)
    }

    private struct AgentColumns {
        var id: [EntityID<Agent>] = []
        var username: [String?] = []
        var fullName: [String?] = []
        var role: [UInt16] = []
        var isActive: [Bool] = []
    }

    /// Adds the rows of one table. The last row of an id wins; a row of an earlier table wins over a later table's.
    private mutating func add(
        _ rows: borrowing AgentRows, _ table: String, _ assembly: Assembly, _ columns: inout AgentColumns,
        _ findings: inout FindingLog
    ) {
        let firstOfTable = columns.id.count
        var nameStart = 0
        var fullStart = 0
        for row in 0..<rows.high.count {
            let id = EntityID<Agent>(high: rows.high[row], low: rows.low[row])
            let username = PeopleBuilder.text(rows.username, row, &nameStart)
            let fullName = PeopleBuilder.text(rows.fullName, row, &fullStart)
            let role = UInt16(truncatingIfNeeded: rows.role[row])
            let isActive = rows.flags[row] & Flag.isSet != 0
            guard let known = entryOfID[id.text] else {
                entryOfID[id.text] = UInt32(truncatingIfNeeded: texts.count)
                texts.append(id.text)
                columns.id.append(id)
                columns.username.append(username)
                columns.fullName.append(fullName)
                columns.role.append(role)
                columns.isActive.append(isActive)
                continue
            }
            let index = Int(known)
            let isSameTable = index >= firstOfTable
            findings.add(.duplicateID) {
                FindingExample(
                    place: Place(table: table, id: id.text), text: id.text,
                    sentence: isSameTable
                        ? "an earlier row of \(table) has the same id; this one takes its place"
                        : "a row of an earlier table of people has the same id and counts")
            }
            guard isSameTable else { continue }
            columns.username[index] = username
            columns.fullName[index] = fullName
            columns.role[index] = role
            columns.isActive[index] = isActive
        }
    }

    private static func text(_ pile: borrowing TextPile, _ row: Int, _ start: inout Int) -> String? {
        let length = Int(pile.lengths[row])
        guard length >= 0 else { return nil }
        defer { start += length }
        return String(decoding: UnsafeBufferPointer(start: pile.bytes.base + start, count: length), as: UTF8.self)
    }

    /// The directory entry of a text that names an agent: an id in any spelling, else a username, else a stranger.
    mutating func entry(_ code: UInt32, _ vocabulary: Vocabulary) -> UInt32 {
        if entryOfText.isEmpty { entryOfText = [UInt32](repeating: UInt32.max, count: vocabulary.texts.count) }
        let known = entryOfText[Int(code)]
        if known != UInt32.max { return known }
        let entry = resolve(vocabulary.texts[Int(code)])
        entryOfText[Int(code)] = entry
        return entry
    }

    private mutating func resolve(_ text: String) -> UInt32 {
        let name = Word.folded(text)
        let id = EntityID<Agent>(name)?.text
        if id == nil, let entry = entryOfUsername[name] { return entry }
        let key = id ?? name
        if let entry = entryOfID[key] { return entry }
        let entry = UInt32(truncatingIfNeeded: texts.count)
        entryOfID[key] = entry
        texts.append(key)
        return entry
    }

    /// Everybody.
    func directory() -> Directory<Agent> { Directory(ids: texts, rowCount: rowCount) }
}
