public import ServiceDesk

/// The policy file: service calendars and SLA policies in YAML.
public enum PolicyFile {
    /// Reads a policy file, all of it: either the policies, or every mistake with its place.
    ///
    /// - Parameters:
    ///   - bytes: The contents of the file.
    ///   - name: Its name, as messages and outputs show it.
    ///   - rules: The rules of a time zone by IANA name.
    public static func read(
        _ bytes: [UInt8], name: String, zones rules: @escaping (String) -> TimeZoneRules? = TimeZoneCatalogue.rules
    ) -> PolicyReading {
        let document = PolicyDocument(bytes, name: name)
        switch document.tree() {
        case .failure(let faults):
            return PolicyReading(policies: nil, mistakes: faults.faults.map { document.mistake($0) }, warnings: [])
        case .success(let root):
            var reader = PolicyReader(document: document, zones: rules)
            let policies = reader.policies(root)
            return PolicyReading(
                policies: reader.mistakes.isEmpty ? policies : nil, mistakes: inOrder(reader.mistakes),
                warnings: inOrder(reader.warnings))
        }
    }

    /// In the order of the file, once each: an alias shows its anchor's mistakes in every place.
    private static func inOrder(_ mistakes: [PolicyMistake]) -> [PolicyMistake] {
        var seen: Set<PolicyMistake> = []
        let distinct = mistakes.filter { seen.insert($0).inserted }
        return distinct.enumerated().sorted { left, right in
            let (one, other) = (left.element.place, right.element.place)
            return (one.line ?? 0, one.column ?? 0, left.offset) < (other.line ?? 0, other.column ?? 0, right.offset)
        }.map(\.element)
    }
}
