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

extension CopyText {
    /// The values of a row that `append` or a server wrote, without its line feed; NULL is nil.
    static func fields(_ line: ArraySlice<UInt8>) -> [[UInt8]?] {
        line.split(separator: 0x09, omittingEmptySubsequences: false).map { field in
            if field.elementsEqual([0x5c, UInt8(ascii: "N")]) { return nil }
            guard field.contains(0x5c) else { return Array(field) }
            var value: [UInt8] = []
            var isEscaped = false
            for byte in field {
                if isEscaped {
                    value.append(unescaped[byte] ?? byte)
                    isEscaped = false
                } else if byte == 0x5c {
                    isEscaped = true
                } else {
                    value.append(byte)
                }
            }
            return value
        }
    }

    private static let unescaped: [UInt8: UInt8] = [
        UInt8(ascii: "n"): 0x0a, UInt8(ascii: "r"): 0x0d, UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0c, UInt8(ascii: "v"): 0x0b,
    ]
}
