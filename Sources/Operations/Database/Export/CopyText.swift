/// Values as `COPY … TO STDOUT` writes them.
enum CopyText {
    /// Appends a value and nothing around it.
    static func append(_ text: String, to output: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x5c: output.append(contentsOf: [0x5c, 0x5c])
            case 0x0a: output.append(contentsOf: [0x5c, UInt8(ascii: "n")])
            case 0x0d: output.append(contentsOf: [0x5c, UInt8(ascii: "r")])
            case 0x09: output.append(contentsOf: [0x5c, UInt8(ascii: "t")])
            case 0x08: output.append(contentsOf: [0x5c, UInt8(ascii: "b")])
            case 0x0c: output.append(contentsOf: [0x5c, UInt8(ascii: "f")])
            case 0x0b: output.append(contentsOf: [0x5c, UInt8(ascii: "v")])
            default: output.append(byte)
            }
        }
    }

    /// Appends a row of texts with its line feed.
    static func append(row: [String?], to output: inout [UInt8]) {
        for (index, text) in row.enumerated() {
            if index > 0 { output.append(0x09) }
            if let text { append(text, to: &output) } else { output.append(contentsOf: [0x5c, UInt8(ascii: "N")]) }
        }
        output.append(0x0a)
    }
}
