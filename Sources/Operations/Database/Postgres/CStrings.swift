/// Hands an array of texts to a C function that wants a null-terminated array of them.
func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    withCStrings(orNull: texts.map(Optional.some), body)
}

/// Hands an array of texts, some of which are null, to a C function.
func withCStrings<Result>(
    orNull texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    // One block of bytes; the pointers go into it.
    var bytes: [CChar] = []
    var starts: [Int?] = []
    for text in texts {
        starts.append(text == nil ? nil : bytes.count)
        if let text { bytes.append(contentsOf: text.utf8CString) }
    }
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
        var pointers: [UnsafePointer<CChar>?] = starts.map { start in
            start.flatMap { buffer.baseAddress?.advanced(by: $0) }
        }
        pointers.append(nil)
        return pointers.withUnsafeBufferPointer { pointers in
            withUnsafePointer(to: UnsafePointer<CChar>?.none) { none in body(pointers.baseAddress ?? none) }
        }
    }
}
