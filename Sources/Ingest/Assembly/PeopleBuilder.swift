import ServiceDesk

/// The agents, and everybody who is named as one.
struct PeopleBuilder {
    /// The ids of the directory: agents first, then those who are no rows, in the order in which they are met.
    private(set) var texts: [String] = []
    private(set) var rowCount = 0
    private var entryOfID: [String: UInt32] = [:]
    private var entryOfText: [UInt32] = []

    /// The table of agents. Moderators and accountants have tables of their own and are no agents (`SEMANTICS` 5).
    mutating func agents(_ assembly: Assembly, _ findings: inout FindingLog) -> AgentTable {
        var columns = AgentColumns()
        var rows = AgentRows()
        swap(&rows, &assembly.agents)
        add(&rows, &columns, &findings)
        rowCount = texts.count
        var isActive = Bitmap(repeating: false, count: columns.id.count)
        for (index, active) in columns.isActive.enumerated() where active { isActive.set(index, to: true) }
        return AgentTable(
            id: ColumnValues(columns.id), username: TextColumn(columns.username),
            fullName: TextColumn(columns.fullName),
            role: DictionaryColumn(codes: columns.role, dictionary: assembly.roles.texts), isActive: isActive)
    }

    private struct AgentColumns {
        var id: [EntityID<Agent>] = []
        var username: [String?] = []
        var fullName: [String?] = []
        var role: [UInt16] = []
        var isActive: [Bool] = []
    }

    /// Adds the rows of the table. Of several rows with one id the last counts.
    private mutating func add(
        _ rows: inout AgentRows, _ columns: inout AgentColumns, _ findings: inout FindingLog
    ) {
        let repeats = RepeatedIDs.find(rows.high, rows.low, without: [])
        for pair in repeats {
            let id = EntityID<Agent>(high: rows.high[Int(pair.later)], low: rows.low[Int(pair.later)]).text
            findings.add(.duplicateID) {
                FindingExample(
                    place: Place(table: "agents", id: id), text: id,
                    sentence: "an earlier row of agents has the same id; this one counts")
            }
        }
        let order = InputOrder(rowCount: rows.high.count, repeats: repeats)
        let usernames: TextColumn<Agent> = TextBuilder.column(&rows.username, order)
        let fullNames: TextColumn<Agent> = TextBuilder.column(&rows.fullName, order)
        for place in 0..<order.count {
            let row = order[place]
            let id = EntityID<Agent>(high: rows.high[row], low: rows.low[row])
            let text = id.text
            entryOfID[text] = UInt32(truncatingIfNeeded: texts.count)
            texts.append(text)
            columns.id.append(id)
            columns.username.append(usernames[RowIndex(place)])
            columns.fullName.append(fullNames[RowIndex(place)])
            columns.role.append(UInt16(truncatingIfNeeded: rows.role[row]))
            columns.isActive.append(rows.flags[row] & Flag.isSet != 0)
        }
    }

    /// The directory entry of a text that names an agent: an id in any spelling, else the text itself,
    /// which then is nobody's: a username is not looked up.
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
