import Foundation
import Ingest
import Testing

/// The published schema says the same as the reader. JSON is YAML, so one text can be given to both.
struct PolicySchemaTests {
    private static func schema() throws -> Schema {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appendingPathComponent("docs/schemas/policy.schema.json"))
        return Schema(root: try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any]))
    }

    private func isUsable(_ text: String) -> Bool {
        PolicyFile.read(Array(text.utf8), name: "desk.json").policies != nil
    }

    private func isValid(_ text: String) throws -> Bool {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        return try Self.schema().accepts(value)
    }

    private static let sample = """
        {"version": 1, "timezone": "Asia/Kolkata",
         "calendars": {"office": {"timezone": "Asia/Kolkata",
             "week": {"mon": ["10:00-13:30", "14:00-19:00"], "sat": ["22:00-06:00"], "sun": ["00:00-24:00"]},
             "holidays": ["2026-01-26", {"date": "2026-11-08", "name": "Diwali"}, {"yearly": "08-15"}],
             "special_days": {"2026-11-07": ["10:00-13:00"]}, "breaks": {"2026-03-04": ["15:00-16:00"]}},
           "versions": [{"valid": {"until": "2026-03-31"}, "timezone": "UTC", "week": {"tue": ["10:00-19:00"]}},
             {"valid": {"from": "2026-04-01"}, "timezone": "UTC", "week": {"tue": ["09:00-18:00:30"]}}]},
         "policies": [{"name": "amc-urgent",
             "valid": {"from": "2026-01-01", "until": "2026-12-31"},
             "when": {"channel": ["app", "portal"], "priority": ["urgent", "untriaged"], "category": "Technical", "amc": ["in_force"], "tss": ["none"],
                 "customer": ["Sharma Traders"]},
             "calendar": "office",
             "targets": {"first_response": {"by": "reply", "urgent": "1h", "low": 3600}, "claim": {"high": "15m"},
                 "resolution": {"calendar": "24x7", "urgent": "PT4H", "high": "1d12h"}},
             "pause_on": {"resolution": ["On Hold"], "periodic_update": "On Hold"}, "on_reopen": "new_clock", "on_priority_change": "keep", "due_source": "stored",
             "levels": {"resolution": [{"at": "50%", "tell": "owner"}, {"at": "-30m", "tell": "support_head"}]},
             "warning_lead": "12.5%"},
            {"name": "rest", "pause_on": ["On Hold"], "on_reopen": "restart", "warning_lead": "60m"}]}
        """

    @Test("The schema and the reader accept the sample")
    func accepts() throws {
        #expect(try isValid(Self.sample))
        #expect(isUsable(Self.sample))
    }

    @Test(
        "The schema and the reader refuse the same mistakes of form",
        arguments: [
            ("\"version\": 1", "\"version\": 2"),
            ("\"timezone\": \"Asia/Kolkata\",\n \"cal", "\"timezone\": \"IST\",\n \"cal"),
            ("\"calendars\"", "\"calendar\""), ("\"mon\"", "\"monday\""), ("[\"22:00-06:00\"]", "\"22:00-06:00\""),
            ("22:00-06:00", "22-06"), ("2026-01-26", "26-01-26"), ("\"yearly\"", "\"each_year\""),
            ("\"name\": \"amc-urgent\"", "\"title\": \"amc-urgent\""), ("\"tss\"", "\"tts\""), ("3600", "-3600"),
            ("\"1h\"", "\"1 hour\""), ("\"restart\"", "\"again\""), ("\"keep\"", "\"hold\""), ("\"stored\"", "\"row\""),
            ("\"60m\"", "\"60 m\""), ("\"until\"", "\"to\""), ("\"reply\"", "\"status\""),
            ("\"new_clock\"", "\"newclock\""), ("12.5%", "12,5%"), ("-30m", "30m"), ("\"50%\"", "\"50\""),
            ("\"tell\": \"owner\"", "\"who\": \"owner\""), ("{\"from\"", "{\"since\""),
            ("\"channel\"", "\"chanel\""), ("\"levels\"", "\"level\""), ("[\"On Hold\"], \"on", "[[]], \"on"),
        ])
    func refuses(_ written: String, _ instead: String) throws {
        let text = Self.sample.replacingOccurrences(of: written, with: instead)
        #expect(text != Self.sample)
        #expect(!(try isValid(text)))
        #expect(!isUsable(text))
    }
}

/// As much of JSON Schema as the policy's schema uses; an unknown keyword fails the test.
private struct Schema {
    let root: [String: Any]

    private struct UnknownKeyword: Error { let word: String }

    func accepts(_ value: Any) throws -> Bool { try accepts(value, root) }

    private func accepts(_ value: Any, _ schema: [String: Any]) throws -> Bool {
        for (word, rule) in schema where !(try holds(word, rule, value, schema)) { return false }
        return true
    }

    private func holds(_ word: String, _ rule: Any, _ value: Any, _ schema: [String: Any]) throws -> Bool {
        let object = value as? [String: Any]
        let list = value as? [Any]
        switch word {
        case "$schema", "$id", "title", "description", "$defs": return true
        case "properties": return try properties(rule, object)
        case "$ref":
            let name = String((rule as? String ?? "").dropFirst("#/$defs/".count))
            return try accepts(value, (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? ["missing": name])
        case "anyOf": return try (rule as? [[String: Any]] ?? []).contains { try accepts(value, $0) }
        case "not": return !(try accepts(value, rule as? [String: Any] ?? [:]))
        case "enum": return (rule as? [NSObject] ?? []).contains { $0 == value as? NSObject }
        case "const": return rule as? NSObject == value as? NSObject
        case "type": return (rule as? [String] ?? [rule as? String ?? ""]).contains { isKind($0, value) }
        case "required": return (rule as? [String] ?? []).allSatisfy { object?[$0] != nil }
        case "items": return try (list ?? []).allSatisfy { try accepts($0, rule as? [String: Any] ?? [:]) }
        case "minItems": return (list?.count ?? .max) >= (rule as? Int ?? 0)
        case "minLength": return ((value as? String)?.count ?? .max) >= (rule as? Int ?? 0)
        case "minimum": return (value as? Double ?? 0) >= (rule as? Double ?? 0)
        case "pattern":
            guard let text = value as? String else { return true }
            return text.range(of: rule as? String ?? "", options: .regularExpression) != nil
        case "propertyNames":
            return try (object ?? [:]).keys.allSatisfy { try accepts($0, rule as? [String: Any] ?? [:]) }
        case "additionalProperties":
            let known = (schema["properties"] as? [String: Any] ?? [:]).keys
            let others = (object ?? [:]).filter { !known.contains($0.key) }
            if rule as? Bool == false { return others.isEmpty }
            return try others.values.allSatisfy { try accepts($0, rule as? [String: Any] ?? [:]) }
        default: throw UnknownKeyword(word: word)
        }
    }

    private func properties(_ rules: Any, _ object: [String: Any]?) throws -> Bool {
        try (rules as? [String: [String: Any]] ?? [:]).allSatisfy { name, rule in
            guard let value = object?[name] else { return true }
            return try accepts(value, rule)
        }
    }

    private func isKind(_ kind: String, _ value: Any) -> Bool {
        switch kind {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "integer", "number": value is NSNumber
        case "boolean": value is Bool
        case "null": value is NSNull
        default: false
        }
    }
}
