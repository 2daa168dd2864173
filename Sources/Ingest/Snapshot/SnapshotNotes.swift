import ServiceDesk

/// What a snapshot holds beside its columns: everything that is said about the sources.
struct SnapshotNotes {
    var sources: [String]
    var files: [SourceDescription]
    var rejects: [Reject]
    var rejectCount: Int
    var isTruncated: Bool
    var workflow: WorkflowConfig
    var inventory: Inventory
    var findings: [Finding]
    var hasTitles: Bool
}

extension SnapshotNotes {
    /// The notes of a result.
    init(of result: IngestResult) {
        self.init(
            sources: result.dataset.sources, files: result.sources, rejects: result.rejects,
            rejectCount: result.rejectCount, isTruncated: result.isTruncated, workflow: result.dataset.workflowConfig,
            inventory: result.dataset.inventory, findings: result.dataset.findings.findings,
            hasTitles: result.dataset.tickets.title != nil)
    }
}

extension SnapshotNotes: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        sources.encode(to: &encoder)
        files.encode(to: &encoder)
        rejects.encode(to: &encoder)
        rejectCount.encode(to: &encoder)
        isTruncated.encode(to: &encoder)
        workflow.encode(to: &encoder)
        inventory.encode(to: &encoder)
        findings.encode(to: &encoder)
        hasTitles.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        sources = try [String](from: &decoder)
        files = try [SourceDescription](from: &decoder)
        rejects = try [Reject](from: &decoder)
        rejectCount = try Int(from: &decoder)
        isTruncated = try Bool(from: &decoder)
        workflow = try WorkflowConfig(from: &decoder)
        inventory = try Inventory(from: &decoder)
        findings = try [Finding](from: &decoder)
        hasTitles = try Bool(from: &decoder)
    }
}

extension SourceDescription: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        file.encode(to: &encoder)
        kind.encode(to: &encoder)
        bytes.encode(to: &encoder)
        isTruncated.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(
            file: try String(from: &decoder), kind: try String(from: &decoder), bytes: try Int(from: &decoder),
            isTruncated: try Bool(from: &decoder))
    }
}

extension FindingCode: SnapshotCodable {}

extension Place: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        file.encode(to: &encoder)
        line.encode(to: &encoder)
        column.encode(to: &encoder)
        table.encode(to: &encoder)
        id.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(table: "", id: nil)
        file = try String?(from: &decoder)
        line = try Int?(from: &decoder)
        column = try Int?(from: &decoder)
        table = try String?(from: &decoder)
        id = try String?(from: &decoder)
    }
}

extension FindingExample: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        place.encode(to: &encoder)
        text.encode(to: &encoder)
        sentence.encode(to: &encoder)
        hint.encode(to: &encoder)
        sourceLine.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(
            place: try Place(from: &decoder), text: try String(from: &decoder), sentence: try String(from: &decoder),
            hint: try String?(from: &decoder), sourceLine: try String?(from: &decoder))
    }
}

extension Finding: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        code.encode(to: &encoder)
        count.encode(to: &encoder)
        examples.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(
            code: try FindingCode(from: &decoder), count: try Int(from: &decoder),
            examples: try [FindingExample](from: &decoder))
    }
}

extension Reject: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        file.encode(to: &encoder)
        line.encode(to: &encoder)
        byte.encode(to: &encoder)
        column.encode(to: &encoder)
        code.encode(to: &encoder)
        raw.encode(to: &encoder)
        rawColumn.encode(to: &encoder)
        sentence.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(
            file: try String(from: &decoder), line: try Int(from: &decoder), byte: try Int(from: &decoder),
            column: try Int(from: &decoder), code: try FindingCode(from: &decoder), raw: try String(from: &decoder),
            rawColumn: try Int?(from: &decoder), sentence: try String(from: &decoder))
    }
}

extension Priority: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { name.encode(to: &encoder) }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        let name = try String(from: &decoder)
        guard let known = Priority.allCases.first(where: { $0.name == name }) else {
            throw SnapshotDamage(reason: "holds the priority \(name), which this program does not know")
        }
        self = known
    }
}

extension WorkflowConfig: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { firstResponseMinutes.mapValues(Int.init).encode(to: &encoder) }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(firstResponseMinutes: try [Priority: Int](from: &decoder).mapValues(Int64.init))
    }
}

extension Instant: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { Int(microseconds).encode(to: &encoder) }
    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(microseconds: Int64(try Int(from: &decoder)))
    }
}

extension LocalDate: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) { Int(daysSinceEpoch).encode(to: &encoder) }
    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(daysSinceEpoch: Int32(truncatingIfNeeded: try Int(from: &decoder)))
    }
}

extension Inventory.TableCount: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        name.encode(to: &encoder)
        isKnown.encode(to: &encoder)
        rows.encode(to: &encoder)
        rejected.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init(
            name: try String(from: &decoder), isKnown: try Bool(from: &decoder), rows: try Int(from: &decoder),
            rejected: try Int(from: &decoder))
    }
}

extension Inventory: SnapshotCodable {
    func encode(to encoder: inout SnapshotEncoder) {
        tables.encode(to: &encoder)
        ticketsByStatus.encode(to: &encoder)
        ticketsByPriority.encode(to: &encoder)
        createdMin.encode(to: &encoder)
        createdMax.encode(to: &encoder)
        Int(billAmountSum.value).encode(to: &encoder)
        Int(timeSpentMinutesSum).encode(to: &encoder)
        amcExpiry.encode(to: &encoder)
        tssExpiry.encode(to: &encoder)
    }

    init(from decoder: inout SnapshotDecoder) throws(SnapshotDamage) {
        self.init()
        tables = try [TableCount](from: &decoder)
        ticketsByStatus = try ValueCounts(from: &decoder)
        ticketsByPriority = try ValueCounts(from: &decoder)
        createdMin = try Instant?(from: &decoder)
        createdMax = try Instant?(from: &decoder)
        billAmountSum = Paise(Int64(try Int(from: &decoder)))
        timeSpentMinutesSum = Int64(try Int(from: &decoder))
        amcExpiry = try [LocalDate?: Int](from: &decoder)
        tssExpiry = try [LocalDate?: Int](from: &decoder)
    }
}
