import Ingest

/// A policy file of arbitrary bytes: policies, or mistakes that say where they are.
enum FuzzedPolicy {
    static func complaint(about bytes: [UInt8]) -> String? {
        let reading = PolicyFile.read(bytes, name: "sla.yaml")
        guard reading.policies == nil else { return reading.mistakes.isEmpty ? nil : "policies in spite of mistakes" }
        return reading.mistakes.isEmpty ? "neither policies nor a mistake" : nil
    }
}
