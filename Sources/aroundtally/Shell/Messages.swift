import Operations
import ServiceDesk

/// What a command says beside its data, on standard error.
struct Messages {
    let style: Style
    let isQuiet: Bool
    let isVerbose: Bool

    /// Prints a message, unless it is less than an error and nobody wants to hear it.
    func print(_ diagnostic: Diagnostic) {
        if isQuiet && diagnostic.severity != .error { return }
        write(diagnostic.text(style))
    }

    /// Tells what was done, such as a file that was written.
    func tell(_ sentence: String) {
        if !isQuiet { write(VisibleText.escaped(sentence) + "\n") }
    }

    /// Tells what only the curious want to know.
    func detail(_ sentence: String) {
        if isVerbose { write(style.dim(VisibleText.escaped(sentence)) + "\n") }
    }

    /// When nobody listens on standard error there is nobody to tell.
    private func write(_ text: String) {
        var stream = StandardStream.error
        try? stream.write(text)
    }

    // MARK: - Findings and rejects

    /// Prints the findings: the first twenty instances of a code, then how many more there are. Rejected rows are
    /// printed with their text, or written to a file, and not here once more.
    func print(_ log: FindingLog) {
        for finding in log.findings where finding.code != .rejectedRow {
            let severity = Diagnostic.Severity(finding.code.severity)
            for example in finding.examples {
                print(
                    Diagnostic(
                        severity: severity, code: finding.code.rawValue, place: example.place.description,
                        column: example.place.column, sentence: example.sentence, sourceLine: example.sourceLine,
                        hint: example.hint))
            }
            printRest(finding.code, finding.count, shown: finding.examples.count, severity)
        }
    }

    /// Prints the first twenty rejects, then how many more there are.
    func print(_ rejects: [Reject]) {
        for reject in rejects.prefix(FindingLog.keptExamples) {
            print(
                Diagnostic(
                    severity: .error, code: reject.code.rawValue,
                    place: "\(reject.file):\(reject.line):\(reject.column)",
                    column: reject.rawColumn, sentence: "row rejected: \(reject.sentence)", sourceLine: reject.raw))
        }
        if rejects.count > FindingLog.keptExamples {
            print(
                Diagnostic(
                    severity: .error, sentence: "\(rejects.count) rows rejected, \(FindingLog.keptExamples) shown",
                    hint: "--rejects FILE writes all of them"))
        }
    }

    private func printRest(_ code: FindingCode, _ count: Int, shown: Int, _ severity: Diagnostic.Severity) {
        guard count > shown else { return }
        print(
            Diagnostic(
                severity: severity, code: code.rawValue, sentence: "\(count) in all, \(shown) shown",
                hint: "aroundtally explain finding \(code.rawValue)"))
    }
}
