/// What is fed with arbitrary bytes: by libFuzzer in `Scripts/fuzz.sh`, with the kept inputs in every run of the tests.
///
/// A target finds crashes by running, and more by comparing: the same bytes in windows of another size, the same value by
/// the fast and by the slow reader.
enum FuzzTarget: String, CaseIterable {
    case copyDump = "copy-dump"
    case insertDump = "insert-dump"
    case csv
    case json
    case instant
    case uuid
    case customArchive = "custom-archive"
    case snapshot
    case policy

    /// What is wrong with how the bytes are read; nil when nothing is.
    func complaint(about bytes: [UInt8]) -> String? {
        switch self {
        case .copyDump, .insertDump, .customArchive: FuzzedFile(bytes).complaint()
        case .csv: FuzzedFile(bytes, table: "tickets").complaint()
        case .json: FuzzedValue(bytes).jsonComplaint()
        case .instant: FuzzedValue(bytes).instantComplaint()
        case .uuid: FuzzedValue(bytes).uuidComplaint()
        case .snapshot: FuzzedSnapshot.complaint(about: bytes)
        case .policy: FuzzedPolicy.complaint(about: bytes)
        }
    }
}
