internal import Model
internal import Text
internal import Yams

/// Collects what is wrong with a configuration file, so that all of it is said at once.
final class ConfigProblems {
    private(set) var all: [Problem] = []

    func add(_ problem: Problem) { all.append(problem) }
}

/// A value of a YAML file with the place that it stands at.
struct ConfigNode {
    let node: Node
    let file: String
    /// The key that it stands under, for messages.
    let key: String
    let problems: ConfigProblems

    /// - Throws: `StageError` when the text is no YAML or its top level is no mapping.
    static func root(of text: String, file: String, problems: ConfigProblems) throws(StageError) -> ConfigNode {
        let composed: Node?
        do {
            composed = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw StageError([error.problem(in: file)])
        } catch {
            throw StageError(.yamlSyntax, at: CellLocation(file: file), found: "\(error)")
        }
        guard let composed, composed.mapping != nil else {
            throw StageError(.valueType, at: CellLocation(file: file, row: 1), found: "", expected: "key: value")
        }
        return ConfigNode(node: composed, file: file, key: "", problems: problems)
    }

    var location: CellLocation {
        CellLocation(file: file, row: node.mark?.line, column: key.isEmpty ? nil : key)
    }

    func report(_ code: ProblemCode, found: String = "", expected: String = "") {
        problems.add(Problem(code, at: location, found: found, expected: expected))
    }

    var isScalar: Bool { node.scalar != nil }
    var isMapping: Bool { node.mapping != nil }

    /// The scalar with its spaces; `nil` for a list or a mapping.
    var rawText: String? { node.scalar?.string }

    /// The scalar as it is written (so that `yes` and `01` stay what they are), trimmed; `nil` with a report otherwise.
    func text() -> String? {
        guard let scalar = node.scalar, case let text = Width.trimmed(scalar.string), !text.isEmpty else {
            report(.valueType, found: shown, expected: "text")
            return nil
        }
        return text
    }

    func fileReference() -> FileReference? { text().map { FileReference(path: $0, location: location) } }

    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let scalar = node.scalar, let value = Int(scalar.string), range.contains(value) else {
            report(.valueType, found: shown, expected: "\(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return value
    }

    func number(in range: ClosedRange<Double>) -> Double? {
        guard let scalar = node.scalar, let value = Double(scalar.string), range.contains(value) else {
            report(.valueType, found: shown, expected: "\(range.lowerBound)…\(range.upperBound)")
            return nil
        }
        return value
    }

    /// `true` or `false`.
    func flag() -> Bool? {
        guard let text = text() else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            report(.valueType, found: text, expected: "true / false")
            return nil
        }
    }

    func date() -> CivilDate? {
        guard let scalar = node.scalar, let moment = JapaneseDate.parse(scalar.string) else {
            report(.dateUnreadable, found: shown, expected: JapaneseDate.examples)
            return nil
        }
        return moment.date
    }

    /// One of the raw values of an enumeration.
    func value<Value: RawRepresentable & CaseIterable>(of type: Value.Type) -> Value? where Value.RawValue == String {
        guard let text = text() else { return nil }
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue)
        // A short list is more help than a guess.
        let nearest = known.count <= 6 ? known : NearestNames.nearest(to: text, among: known)
        report(.valueUnknown, found: text, expected: (nearest.isEmpty ? known : nearest).joined(separator: ", "))
        return nil
    }

    /// The items of a list; a single value counts as a list of one.
    func list() -> [ConfigNode] {
        guard let sequence = node.sequence else { return [self] }
        return sequence.map { ConfigNode(node: $0, file: file, key: key, problems: problems) }
    }

    func texts() -> [String] { list().compactMap { $0.text() } }

    /// The entries of a mapping with any keys, in their order, and the lines of the keys.
    func entries() -> [(key: String, line: Int?, value: ConfigNode)] {
        guard let mapping = node.mapping else {
            report(.valueType, found: shown, expected: "key: value")
            return []
        }
        return mapping.map { name, value in
            let key = name.scalar?.string ?? ""
            return (key, name.mark?.line, ConfigNode(node: value, file: file, key: key, problems: problems))
        }
    }

    /// The entries of a mapping with known keys; others are reported with the nearest valid name.
    func mapping(of keys: [String]) -> ConfigMapping {
        var values: [String: ConfigNode] = [:]
        for (key, line, value) in entries() {
            if keys.contains(key) {
                values[key] = value
            } else {
                let nearest = NearestNames.nearest(to: key, among: keys)
                problems.add(
                    Problem(
                        .keyUnknown, at: CellLocation(file: file, row: line, column: key), found: key,
                        expected: (nearest.isEmpty ? keys : nearest).joined(separator: ", ")))
            }
        }
        return ConfigMapping(node: self, values: values)
    }

    private var shown: String { node.scalar?.string ?? (node.sequence != nil ? "[…]" : "{…}") }
}

/// A mapping whose keys have been checked.
struct ConfigMapping {
    let node: ConfigNode
    fileprivate let values: [String: ConfigNode]

    /// A key with nothing behind it counts as not there.
    subscript(key: String) -> ConfigNode? { values[key].flatMap { $0.rawText == "" ? nil : $0 } }

    /// `no_answer` and `unreadable`.
    var missingCodes: MissingCodes {
        func codes(_ key: String) -> Set<String> { Set(self[key]?.texts().map(Width.folded) ?? []) }
        return MissingCodes(noAnswer: codes("no_answer"), unreadable: codes("unreadable"))
    }

    func required(_ key: String) -> ConfigNode? {
        if let value = self[key] { return value }
        node.report(.keyMissing, expected: key)
        return nil
    }
}

extension YamlError {
    fileprivate func problem(in file: String) -> Problem {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            Problem(.yamlSyntax, at: CellLocation(file: file, row: mark.line), found: problem)
        case .reader(let problem, let offset, _, let yaml):
            // The offset counts characters.
            Problem(
                .yamlSyntax,
                at: CellLocation(file: file, row: offset.map { 1 + yaml.prefix($0).count(where: \.isNewline) }),
                found: problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            Problem(
                .keyDouble, at: CellLocation(file: file, row: context.mark.line),
                found: duplicates.joined(separator: ", "))
        default:
            Problem(.yamlSyntax, at: CellLocation(file: file), found: "\(self)")
        }
    }
}
