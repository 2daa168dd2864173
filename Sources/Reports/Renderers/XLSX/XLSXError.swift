/// Why a workbook could not be written.
public enum XLSXError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file could not be made or written.
    case cannotWrite(path: String, reason: String)
    /// A sheet, cell, table or chart was refused; this is our fault, not that of the data.
    case refused(operation: String, reason: String)

    /// The sentence that the command prints.
    public var description: String {
        switch self {
        case .cannotWrite(let path, let reason): "cannot write \(path): \(reason)"
        case .refused(let operation, let reason): "the workbook refused \(operation): \(reason)"
        }
    }
}
