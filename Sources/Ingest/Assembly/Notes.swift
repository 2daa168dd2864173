import ServiceDesk

/// A finding of one run of rows, its line counted from the start of the window.
struct Note {
    var line: Int
    var column: Int
    var text: String
    var sentence: String
    var hint: String?
    var sourceLine: String?
}

/// A reject of one run of rows, line and byte counted from the start of the window.
struct RejectNote {
    var line: Int
    var byte: Int
    var column: Int
    var code: FindingCode
    var raw: String
    var rawColumn: Int?
    var sentence: String
}

/// What one run of rows found, before it is known where in the file the run begins.
struct Notes {
    private(set) var counts: [FindingCode: Int] = [:]
    private(set) var examples: [FindingCode: [Note]] = [:]
    private(set) var rejects: [RejectNote] = []
    private(set) var rejectCount = 0

    mutating func removeAll() {
        if !counts.isEmpty { counts.removeAll() }
        if !examples.isEmpty { examples.removeAll() }
        if !rejects.isEmpty { rejects.removeAll() }
        rejectCount = 0
    }

    func keeps(_ code: FindingCode) -> Bool { examples[code]?.count ?? 0 < FindingLog.keptExamples }

    mutating func count(_ code: FindingCode) { counts[code, default: 0] += 1 }

    mutating func keep(_ code: FindingCode, _ note: Note) { examples[code, default: []].append(note) }

    mutating func reject(keeping limit: Int, _ note: () -> RejectNote) {
        rejectCount += 1
        if rejects.count < limit { rejects.append(note()) }
    }

    /// Adds everything to the log of the whole, now that the window's place is known.
    func add(to log: inout FindingLog, file: String, line: Int) {
        for (code, count) in counts {
            let kept = examples[code] ?? []
            for note in kept {
                log.add(code) {
                    FindingExample(
                        place: Place(file: file, line: line + note.line, column: note.column), text: note.text,
                        sentence: note.sentence, hint: note.hint, sourceLine: note.sourceLine)
                }
            }
            if count > kept.count {
                log.add(code, count: count - kept.count) {
                    FindingExample(place: Place(file: file), text: "", sentence: "more of the same")
                }
            }
        }
    }
}
