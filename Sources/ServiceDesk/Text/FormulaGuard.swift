/// Which texts a spreadsheet would take for a formula (CWE-1236): such a text gets a leading `'` in CSV.
public enum FormulaGuard {
    /// Whether the text starts, after blanks and quotes, with `=`, `+`, `-`, `@`, their full-width forms, TAB or CR.
    @inlinable
    public static func applies(to text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = text.first else { return false }
        // Letters and digits, which nearly every text starts with.
        if (0x30...0x3a).contains(first) || (0x41...0x5a).contains(first) || (0x61...0x7a).contains(first) {
            return false
        }
        return appliesAfterBlanks(text)
    }

    @usableFromInline
    static func appliesAfterBlanks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        for scalar in String(decoding: text.prefix(256), as: UTF8.self).unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": return true
            case "\"", "'", "‘", "’", "“", "”", "\u{feff}": continue
            default:
                // Zero-width and other invisible characters hide the formula from people, not from the spreadsheet.
                let isInvisible = scalar.properties.generalCategory == .format
                guard scalar.properties.isWhitespace || isInvisible else { return false }
            }
        }
        return false
    }
}
