import ArgumentParser

/// What the exit code says (`docs/commands.md`); scripts depend on every one of them.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case checkFailed = 1
    case partial = 3
    case refused = 4
    case usage = 64
    case inputBroken = 65
    case inputMissing = 66
    case databaseUnavailable = 69
    case internalError = 70
    case cannotCreate = 73
    case inputOutput = 74
    case tryLater = 75
    case notPermitted = 77
    case configuration = 78
    case interrupted = 130
    case terminated = 143

    /// What it means, in the words of the documentation.
    var meaning: String {
        switch self {
        case .done: "done"
        case .checkFailed: "a check that was asked for failed"
        case .partial: "partial: some rows or outputs failed, the rest is valid"
        case .refused: "write refused"
        case .usage: "usage"
        case .inputBroken: "input data broken"
        case .inputMissing: "input missing"
        case .databaseUnavailable: "database unavailable"
        case .internalError: "internal error"
        case .cannotCreate: "cannot create output"
        case .inputOutput: "I/O error, disk full, memory limit"
        case .tryLater: "try later"
        case .notPermitted: "this role may not do this"
        case .configuration: "configuration or policy is wrong"
        case .interrupted: "interrupted, outputs untouched"
        case .terminated: "terminated, outputs untouched"
        }
    }
}
