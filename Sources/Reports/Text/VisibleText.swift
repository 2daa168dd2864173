/// Text of the data as it may be shown to people: nothing in it moves a cursor, changes colours or turns the direction
/// of what follows.
public enum VisibleText {
    /// The text on one line, with control characters and direction overrides written out: `\u{202E}`.
    ///
    /// Joiners stay, for Devanagari needs them; the marks U+200E and U+200F stay, for they turn nothing around.
    public static func singleLine(_ text: String) -> String { visible(text, keepsLines: false) }

    /// The same with its line feeds and tabs.
    public static func multipleLines(_ text: String) -> String { visible(text, keepsLines: true) }

    private static func visible(_ text: String, keepsLines: Bool) -> String {
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var output = ""
        for scalar in text.unicodeScalars {
            if scalar == "\n" || scalar == "\r" || scalar == "\t" {
                if keepsLines { output.unicodeScalars.append(scalar) } else { output += " " }
            } else if isHidden(scalar) {
                output += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0...0x1f, 0x7f...0x9f, 0x2028, 0x2029, 0x202a...0x202e, 0x2066...0x2069, 0xfeff: true
        default: false
        }
    }
}
