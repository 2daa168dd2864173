import Foundation
import ServiceDesk

extension CalendarQuestion {
    /// Answers each line of standard input with one line, in order; blank lines have no answer.
    func answerLines(_ session: Session) throws -> ExitStatus {
        let decoder = JSONDecoder()
        var output = try session.openOutput()
        while let line = readLine() {
            if !Word.isBlank(line) { try output.write(answer(line, decoder) + "\n") }
        }
        try output.finish()
        return .done
    }

    /// The answer to one line, as a line: a fault is an answer too.
    func answer(_ line: String, _ decoder: JSONDecoder = JSONDecoder()) -> String {
        guard let question = try? decoder.decode(BatchLine.self, from: Data(line.utf8)) else {
            let id = (try? decoder.decode(BatchID.self, from: Data(line.utf8)))?.id
            return BatchLine.answer(
                id, "error", BatchLine.quoted("write {\"id\", \"start\", \"target_s\"} or {\"id\", \"start\", \"end\"}")
            )
        }
        do throws(Failure) {
            if let target = question.target {
                let due = try due(start: question.start, target: target)
                return BatchLine.answer(question.id, "due", BatchLine.quoted(due.rfc3339))
            }
            let elapsed = try elapsed(start: question.start, end: question.end ?? "")
            return BatchLine.answer(question.id, "elapsed_s", JSONValue.seconds(elapsed).compactText)
        } catch {
            return BatchLine.answer(question.id, "error", BatchLine.quoted(error.words))
        }
    }
}

/// The id of a line of which the rest is wrong.
private struct BatchID: Decodable {
    let id: BatchLine.ID?
}

/// One question of `--batch`.
private struct BatchLine: Decodable {
    /// What the caller calls the question, given back as it is.
    enum ID: Decodable {
        case text(String)
        case number(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Int64.self) {
                self = .number(String(number))
            } else if let flag = try? container.decode(Bool.self) {
                self = .number(String(flag))
            } else {
                self = .number(String(try container.decode(Double.self)))
            }
        }

        var json: String {
            switch self {
            case .text(let text): BatchLine.quoted(text)
            case .number(let number): number
            }
        }
    }

    private enum Key: String, CodingKey, CaseIterable {
        case id, start, target = "target_s", end
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    let id: ID?
    let start: String
    let target: TimeSpan?
    let end: String?

    init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: AnyKey.self).allKeys
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decodeIfPresent(ID.self, forKey: .id)
        start = try values.decode(String.self, forKey: .start)
        end = try values.decodeIfPresent(String.self, forKey: .end)
        target = try BatchLine.target(values)
        let known = keys.allSatisfy { Key(stringValue: $0.stringValue) != nil }
        guard known, (end == nil) != (target == nil) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "either target_s or end, and no other keys"))
        }
    }

    private static func target(_ values: KeyedDecodingContainer<Key>) throws -> TimeSpan? {
        guard values.contains(.target), try !values.decodeNil(forKey: .target) else { return nil }
        if let seconds = try? values.decode(Int64.self, forKey: .target), seconds >= 0 { return .seconds(seconds) }
        let microseconds = (try values.decode(Double.self, forKey: .target) * 1_000_000).rounded()
        guard let exact = Int64(exactly: microseconds), exact >= 0 else {
            throw DecodingError.dataCorruptedError(
                forKey: .target, in: values, debugDescription: "a target is a number of seconds, not negative")
        }
        return TimeSpan(microseconds: exact)
    }

    static func answer(_ id: ID?, _ key: String, _ value: String) -> String {
        let name = id.map { "\"id\":\($0.json)," } ?? ""
        return "{\(name)\"\(key)\":\(value)}"
    }

    /// A JSON string.
    static func quoted(_ text: String) -> String { JSONValue.string(text).compactText }
}
