import Glibc

/// What libFuzzer calls. `FUZZ_TARGET` says which reader is meant; `planted` is one that breaks, to prove that a break is
/// noticed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let complaint =
        Entry.target.map { $0.complaint(about: bytes) }
        ?? (bytes.starts(with: Array("FUZZ".utf8)) ? "the planted mistake was found" : nil)
    if let complaint { Entry.end(complaint) }
    return 0
}

private enum Entry {
    /// The target; nil is the planted mistake.
    static let target: FuzzTarget? = {
        let name = getenv("FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard name != "planted" else { return nil }
        guard let target = FuzzTarget(rawValue: name) else {
            end("FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")), planted")
        }
        return target
    }()

    /// An optimised program says nothing when it traps, so the complaint goes out first.
    static func end(_ complaint: String) -> Never {
        let text = Array((complaint + "\n").utf8)
        _ = write(STDERR_FILENO, text, text.count)
        abort()
    }
}
