import ServiceDesk
import Yams

/// The text of a policy file as a tree of nodes that know their places, or what is wrong with its syntax.
struct PolicyDocument {
    /// Line and column of YAML: from 1, columns in Unicode scalars.
    struct Position: Hashable, Comparable {
        let line: Int
        let column: Int

        init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }

        init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }

        /// The position after a text.
        init(endOf text: some StringProtocol) {
            let start = text.lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.startIndex
            self.init(line: text.filter(\.isNewline).count + 1, column: text[start...].unicodeScalars.count + 1)
        }

        static func < (left: Position, right: Position) -> Bool {
            (left.line, left.column) < (right.line, right.column)
        }
    }

    /// What keeps a text from being a tree.
    struct Fault: Error {
        var code: PolicyMistake.Code = .syntax
        let position: Position
        let sentence: String
        var hint: String?
    }

    /// The file's name, as messages show it.
    let name: String
    /// The lines without their ends.
    let lines: [String]
    private let text: String
    /// Where the bytes are not UTF-8.
    private let undecodable: Position?

    /// A policy is written by people: more than this is something else.
    private static let maximumBytes = 4 << 20
    /// How deep lists and mappings may lie in each other; the deepest key of a policy lies at ten.
    private static let maximumDepth = 100

    /// The document of the bytes of a file.
    init(_ bytes: [UInt8], name: String) {
        self.name = name
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        let content = bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...]
        text = String(decoding: content, as: UTF8.self)
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        let same = zip(text.utf8, content).prefix { $0 == $1 }.map(\.1)
        undecodable = same.count == content.count ? nil : Position(endOf: String(decoding: same, as: UTF8.self))
    }

    /// The tree, or the faults that are reported alone: one of syntax, or all duplicate keys.
    func tree() -> Result<Node, Faults> {
        do {
            try checkSize()
            return try compose(text, renamed: [])
        } catch let fault as Fault {
            return .failure(Faults([fault]))
        } catch {
            return .failure(Faults([syntaxFault(error)]))
        }
    }

    struct Faults: Error {
        let faults: [Fault]
        init(_ faults: [Fault]) { self.faults = faults }
    }

    /// The parser recurses, so a file that nests without end is refused before it.
    private func checkSize() throws {
        guard text.utf8.count <= PolicyDocument.maximumBytes else {
            throw Fault(position: Position(line: 1, column: 1), sentence: "the file is too large for a policy")
        }
        if let undecodable { throw Fault(position: undecodable, sentence: "the file is not UTF-8 here") }
        var depth = 0
        for (number, line) in lines.enumerated() {
            var dashes = 0
            for (column, byte) in line.utf8.enumerated() {
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
                let nests = [UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":")].contains(byte)
                if nests { dashes += 1 } else if byte != 0x20 { dashes = 0 }
                guard depth + dashes <= PolicyDocument.maximumDepth else {
                    throw Fault(
                        position: Position(line: number + 1, column: column + 1),
                        sentence: "lists and mappings are nested too deeply")
                }
            }
            // Block mappings nest by indentation.
            let indent = line.utf8.prefix { $0 == 0x20 }.count
            guard indent <= 4 * PolicyDocument.maximumDepth || indent == line.utf8.count else {
                throw Fault(
                    position: Position(line: number + 1, column: indent + 1), sentence: "the line is indented too far")
            }
        }
    }

    // MARK: Duplicate keys

    /// A key that the parser refused because it stands twice, and that was renamed to see the rest.
    private struct Renamed {
        let key: String
        let substitute: String
        let position: Position
    }

    /// The parser stops at the first duplicate key and tells the place of the first of the two. Renaming that one, in
    /// as many characters, shows all other duplicates and the places of the second ones.
    private func compose(_ text: String, renamed: [Renamed]) throws -> Result<Node, Faults> {
        do {
            guard let root = try Yams.compose(yaml: text) else {
                throw Fault(
                    position: Position(line: 1, column: 1), sentence: "the file is empty",
                    hint: "a policy file starts with: version: 1")
            }
            return renamed.isEmpty ? .success(root) : .failure(Faults(duplicates(renamed, in: root)))
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            let position = Position(context.mark)
            let next = rename(keys.first ?? "", at: position, in: text, number: renamed.count)
            guard let next else { throw duplicate(keys.first ?? "", at: position, first: nil) }
            return try compose(next.text, renamed: renamed + [next.renamed])
        }
    }

    private func rename(_ key: String, at position: Position, in text: String, number: Int)
        -> (text: String, renamed: Renamed)?
    {
        // Characters for private use; a thousand duplicates are enough to say.
        guard number < 1000, let character = Unicode.Scalar(0xE000 + UInt32(number)) else { return nil }
        var scalars = Array(text.unicodeScalars)
        var start = offset(of: position, in: scalars)
        guard start < scalars.count else { return nil }
        if scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
        let length = key.unicodeScalars.count
        guard length > 0, start + length <= scalars.count else { return nil }
        guard scalars[start..<start + length].elementsEqual(key.unicodeScalars) else { return nil }
        for index in start..<start + length { scalars[index] = character }
        var changed = String.UnicodeScalarView()
        changed.append(contentsOf: scalars)
        let substitute = String(repeating: Character(character), count: length)
        return (String(changed), Renamed(key: key, substitute: substitute, position: position))
    }

    private func offset(of position: Position, in scalars: [Unicode.Scalar]) -> Int {
        var line = 1
        var index = 0
        while line < position.line, index < scalars.count {
            if scalars[index] == "\n" || (scalars[index] == "\r" && !scalars[(index + 1)...].starts(with: ["\n"])) {
                line += 1
            }
            index += 1
        }
        return index + position.column - 1
    }

    private func duplicates(_ renamed: [Renamed], in root: Node) -> [Fault] {
        var faults: [Fault] = []
        visitMappings(of: root) { mapping in
            let keys = mapping.compactMap { $0.key.scalar }
            let substitutes = renamed.filter { one in keys.contains { $0.string == one.substitute } }
            for (key, group) in Dictionary(grouping: substitutes, by: \.key) {
                let kept = keys.filter { $0.string == key }.compactMap(\.mark).map(Position.init)
                let places = (group.map(\.position) + kept).sorted()
                for place in places.dropFirst() { faults.append(duplicate(key, at: place, first: places.first)) }
            }
        }
        return faults.sorted { $0.position < $1.position }
    }

    private func duplicate(_ key: String, at position: Position, first: Position?) -> Fault {
        Fault(
            code: .duplicateKey, position: position, sentence: "the key \"\(key)\" stands twice",
            hint: first.map { "it stands first on line \($0.line)" })
    }

    /// Calls `body` for each mapping as written, once however many aliases lead to it.
    private func visitMappings(of root: Node, _ body: (Node.Mapping) -> Void) {
        var seen: Set<Position> = []
        var waiting = [root]
        while let node = waiting.popLast() {
            guard node.scalar == nil, seen.insert(node.mark.map(Position.init) ?? Position(line: 0, column: 0)).inserted
            else { continue }
            if let mapping = node.mapping {
                body(mapping)
                for (key, value) in mapping { waiting += [key, value] }
            } else if let sequence = node.sequence {
                waiting += sequence
            }
        }
    }

    // MARK: Syntax

    private func syntaxFault(_ error: any Error) -> Fault {
        switch error {
        case YamlError.scanner(let context, let problem, let mark, _),
            YamlError.parser(let context, let problem, let mark, _),
            YamlError.composer(let context, let problem, let mark, _):
            let circumstance = context.map { " \($0.text) that began on line \($0.mark.line)" } ?? ""
            return Fault(position: Position(mark), sentence: problem + circumstance)
        case YamlError.reader(let problem, let offset, _, _):
            return Fault(position: Position(endOf: text.prefix(offset ?? 0)), sentence: problem)
        default:
            return Fault(position: Position(line: 1, column: 1), sentence: "the file cannot be read as YAML")
        }
    }

    // MARK: Places

    /// A mistake at a position, with the line that the caret points into.
    func mistake(_ fault: Fault, isWarning: Bool = false) -> PolicyMistake {
        let (line, column) = (fault.position.line, fault.position.column)
        let source = lines.indices.contains(line - 1) ? lines[line - 1] : nil
        let bytes = source.map { $0.unicodeScalars.prefix(max(0, column - 1)).reduce(0) { $0 + UTF8.width($1) } }
        return PolicyMistake(
            code: fault.code, isWarning: isWarning,
            place: Place(file: name, line: line, column: (bytes ?? column - 1) + 1), sentence: fault.sentence,
            hint: fault.hint, sourceLine: source)
    }
}
