import Operations
import ServiceDesk

extension Session {
    /// Reports what was found while reading: findings and rejects to standard error, or rejects to the file that
    /// `--rejects` names. With `--strict` any reject ends the run before anything is written.
    func report(findings: FindingLog, rejects: [Reject]) throws {
        messages.print(findings)
        if let path = options.rejects {
            let file = try StagedFile(path: surroundings.absolute(path))
            try RejectsFile.write(rejects, to: file, guardsFormulas: !options.csvRaw)
            try file.publish()
            if !rejects.isEmpty { messages.tell("\(rejects.count) rejected rows written to \(path)") }
        } else {
            messages.print(rejects)
        }
        let isDamaged = !rejects.isEmpty || findings.count(of: .truncated) > 0
        if options.strict && isDamaged {
            throw Failure(
                .inputBroken, "the input could not be read completely, and --strict asks for all of it",
                hint: "without --strict what could be read is used, and the exit code is 3")
        }
    }

    /// What a reading command exits with when nothing else went wrong.
    func status(findings: FindingLog, rejects: [Reject]) -> ExitStatus {
        rejects.isEmpty && findings.count(of: .truncated) == 0 ? .done : .partial
    }
}

/// The CSV file of rows that could not be read.
enum RejectsFile {
    static let header = ["file", "line", "byte", "column", "code", "raw", "sentence"]

    static func write(_ rejects: [Reject], to file: some ByteSink, guardsFormulas: Bool) throws {
        var csv = CSVWriter(to: file, guardsFormulas: guardsFormulas)
        try csv.header(header)
        for reject in rejects {
            csv.field(reject.file)
            csv.field(integer: Int64(reject.line))
            csv.field(integer: Int64(reject.byte))
            csv.field(integer: Int64(reject.column))
            csv.field(reject.code.rawValue)
            csv.field(reject.raw)
            csv.field(reject.sentence)
            try csv.endRow()
        }
        _ = try csv.finish()
    }
}
