import Foundation
import ServiceDesk
import Yams

/// Where a value came from, kept to the end for `doctor` and for messages.
enum Origin: Hashable {
    case flag(String)
    case variable(String)
    case file(path: String, line: Int)
    case policy(String)
    case builtIn

    var text: String {
        switch self {
        case .flag(let name): name
        case .variable(let name): "environment \(name)"
        case .file(let path, let line): "\(path):\(line)"
        case .policy(let path): "policy \(path)"
        case .builtIn: "default"
        }
    }
}

/// A value that remembers where it came from.
struct Setting<Value> {
    let value: Value
    let origin: Origin

    init(_ value: Value, _ origin: Origin) {
        self.value = value
        self.origin = origin
    }
}

/// The configuration file that is in force: the first of `--config`, `AROUNDTALLY_CONFIG`, `aroundtally.yaml` upward
/// from the working folder, `$XDG_CONFIG_HOME/aroundtally/`, `/etc/aroundtally/`.
struct Configuration {
    /// The keys, with what each sets.
    enum Key: String, CaseIterable {
        case database = "db"
        case policy
        case timeZone = "timezone"
        case appClock = "app_clock"
        case threads
        case colour = "color"
        case inputTimeZone = "input_timezone"
        case dateOrder = "date_order"
        case nullWord = "null_word"
        case anchor
    }

    static let fileName = "aroundtally.yaml"

    /// The file, and who named it; nil when there is none.
    let file: Setting<String>?
    private let values: [Key: Setting<String>]

    /// No file at all.
    static var none: Configuration { Configuration(file: nil, values: [:]) }

    private init(file: Setting<String>?, values: [Key: Setting<String>]) {
        self.file = file
        self.values = values
    }

    /// What the file says.
    subscript(key: Key) -> Setting<String>? { values[key] }

    /// A path that the file names is seen from the file's folder.
    func path(_ key: Key) -> Setting<String>? {
        guard let setting = values[key], let file, !setting.value.contains("://") else { return values[key] }
        let folder = URL(fileURLWithPath: file.value).deletingLastPathComponent().path
        return Setting(Surroundings.join(folder, setting.value), setting.origin)
    }

    // MARK: - Finding

    /// Finds and reads the file. One that was named and is not there is a failure; the others are optional.
    init(named flag: String?, _ surroundings: Surroundings) throws(Failure) {
        if let flag {
            try self.init(reading: Setting(surroundings.absolute(flag), .flag("--config")))
        } else if let path = surroundings.variable("AROUNDTALLY_CONFIG") {
            try self.init(reading: Setting(surroundings.absolute(path), .variable("AROUNDTALLY_CONFIG")))
        } else if let path = Configuration.candidates(surroundings).first(where: Configuration.isFile) {
            try self.init(reading: Setting(path, .builtIn))
        } else {
            self = .none
        }
    }

    /// The places that are looked at when nobody names a file, in order.
    static func candidates(_ surroundings: Surroundings) -> [String] {
        var paths: [String] = []
        var folder = URL(fileURLWithPath: surroundings.workingFolder).standardizedFileURL
        while true {
            paths.append(Surroundings.join(folder.path, fileName))
            let parent = folder.deletingLastPathComponent()
            if folder.path == "/" || parent.path == folder.path { break }
            folder = parent
        }
        let home = surroundings.variable("HOME").map { Surroundings.join($0, ".config") }
        if let base = surroundings.variable("XDG_CONFIG_HOME") ?? home {
            paths.append(Surroundings.join(base, "aroundtally/\(fileName)"))
        }
        paths.append("/etc/aroundtally/\(fileName)")
        return paths
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    // MARK: - Reading

    private init(reading file: Setting<String>) throws(Failure) {
        guard let data = FileManager.default.contents(atPath: file.value) else {
            throw Failure(
                .inputMissing, "no configuration file \(file.value)", hint: "it was named by \(file.origin.text)")
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw Failure(.configuration, "the file is not UTF-8 text", at: Place(file: file.value))
        }
        self.file = file
        values = try Configuration.read(text, file: file.value)
    }

    private static func read(_ text: String, file: String) throws(Failure) -> [Key: Setting<String>] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func failure(_ sentence: String, _ mark: Mark?, hint: String? = nil) -> Failure {
            let line = mark.map(\.line).flatMap { lines.indices.contains($0 - 1) ? lines[$0 - 1] : nil }
            let place = Place(file: file, line: mark?.line, column: mark?.column)
            return Failure(.configuration, sentence, at: place, hint: hint, sourceLine: line)
        }
        let root: Node?
        do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
            throw failure(Configuration.sentence(of: error), Configuration.mark(of: error))
        } catch { throw failure("\(error)", nil) }
        guard let root, root.null == nil else { return [:] }
        guard let mapping = root.mapping else { throw failure("expected keys with values", root.mark) }
        var values: [Key: Setting<String>] = [:]
        for (keyNode, valueNode) in mapping {
            let name = keyNode.string ?? ""
            guard let key = Key(rawValue: name) else {
                let meant = Word.nearest(to: name, in: Key.allCases.map(\.rawValue))
                throw failure(
                    "unknown key \"\(name)\"", keyNode.mark,
                    hint: meant.map { "did you mean \"\($0)\"?" }
                        ?? "the keys are \(Key.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            guard let value = valueNode.scalar?.string else {
                throw failure("\"\(name)\" takes a single value", valueNode.mark)
            }
            values[key] = Setting(value, .file(path: file, line: keyNode.mark?.line ?? 1))
        }
        return values
    }

    private static func sentence(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let keys, _): "duplicate key \(keys.map { "\"\($0)\"" }.joined(separator: ", "))"
        default: "not YAML"
        }
    }

    private static func mark(of error: YamlError) -> Mark? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
        default: nil
        }
    }
}
