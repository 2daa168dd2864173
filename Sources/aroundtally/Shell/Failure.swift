import Operations
import Reports
import ServiceDesk

/// Why a command cannot go on: what it exits with, and what it says.
struct Failure: Error {
    /// What the command exits with.
    var status: ExitStatus
    /// What is wrong, as a sentence without a full stop.
    var sentence: String
    /// Where, when it is in a file.
    var place: Place?
    /// The code of the finding, when it is one.
    var code: String?
    /// What to do.
    var hint: String?
    /// The line of the file, for a caret to point into.
    var sourceLine: String?

    init(
        _ status: ExitStatus, _ sentence: String, at place: Place? = nil, code: String? = nil, hint: String? = nil,
        sourceLine: String? = nil
    ) {
        self.status = status
        self.sentence = sentence
        self.place = place
        self.code = code
        self.hint = hint
        self.sourceLine = sourceLine
    }

    /// A mistake on the command line.
    static func usage(_ sentence: String, hint: String? = nil) -> Failure { Failure(.usage, sentence, hint: hint) }

    /// What a failure of a door means for the command. The doors know no exit codes; this is where they get them.
    init?(from error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as PublishError:
            let status: ExitStatus = error.kind == .cannotCreate ? .cannotCreate : .inputOutput
            self.init(status, "cannot write \(error.path): \(error.reason)")
        case let error as DatabaseError:
            self.init(error.kind.exitStatus, error.sentence, hint: error.hint)
        case let error as XLSXError:
            switch error {
            case .cannotWrite: self.init(.inputOutput, error.description)
            case .refused: self.init(.internalError, error.description)
            }
        default: return nil
        }
    }

    /// The sentence and what to do, in one line.
    var words: String { hint.map { "\(sentence); \($0)" } ?? sentence }

    /// How it is printed.
    var diagnostic: Diagnostic {
        Diagnostic(
            severity: .error, code: code, place: place?.description, column: place?.column, sentence: sentence,
            sourceLine: sourceLine, hint: hint)
    }
}

extension DatabaseError.Kind {
    /// What a command exits with when its database fails so.
    fileprivate var exitStatus: ExitStatus {
        switch self {
        case .missing, .notPrepared: .inputMissing
        case .unavailable: .databaseUnavailable
        case .notOurs: .inputBroken
        case .busy: .tryLater
        case .inputOutput: .inputOutput
        case .denied: .notPermitted
        case .constraint, .statement: .internalError
        }
    }
}
