internal import FoundationEssentials
internal import Model
internal import Tabular

/// `manifest.json` of any version of the program, kept as it is but for what is changed.
struct ManifestDocument {
    private var root: [String: JSONValue]

    /// - Throws: `StageError` when it isn't there or is no JSON.
    init(_ url: URL) throws(StageError) {
        do {
            root = try JSONDecoder().decode([String: JSONValue].self, from: try Data(contentsOf: url))
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: url.path), found: SystemReason.found(in: error))
        }
    }

    var wave: String? { root["configuration"]?.members?["wave"]?.text }

    var inputs: [(file: String, role: String?)] {
        (root["inputs"]?.items ?? []).compactMap { input in
            input.members?["file"]?.text.map { ($0, input.members?["role"]?.text) }
        }
    }

    var outputs: [String] { (root["outputs"]?.items ?? []).compactMap { $0.members?["file"]?.text } }

    mutating func remove(output file: String) {
        root["outputs"] = .list((root["outputs"]?.items ?? []).filter { $0.members?["file"]?.text != file })
    }

    mutating func change(output file: String, sha256: String, rowCount: Int?) {
        root["outputs"] = .list(
            (root["outputs"]?.items ?? []).map { output in
                guard var members = output.members, members["file"]?.text == file else { return output }
                members["sha256"] = .text(sha256)
                if let rowCount { members["row_count"] = .integer(Int64(rowCount)) }
                return .mapping(members)
            })
    }

    /// Notes that something was forgotten: when, and in which files; not what.
    mutating func note(forgottenOn day: CivilDate, _ scope: String, changed: [String], removed: [String]) {
        let note = JSONValue.mapping([
            "on": .text(day.description), "scope": .text(scope), "changed_files": .list(changed.map { .text($0) }),
            "removed_files": .list(removed.map { .text($0) }),
        ])
        root["forgotten"] = .list((root["forgotten"]?.items ?? []) + [note])
    }

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(root) + Data("\n".utf8)
    }
}

/// Any JSON.
private enum JSONValue: Codable {
    case null
    case truth(Bool)
    case integer(Int64)
    case unsigned(UInt64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case mapping([String: JSONValue])

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var items: [JSONValue]? { if case .list(let items) = self { items } else { nil } }
    var members: [String: JSONValue]? { if case .mapping(let members) = self { members } else { nil } }

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .null
        } else if let truth = try? value.decode(Bool.self) {
            self = .truth(truth)
        } else if let integer = try? value.decode(Int64.self) {
            self = .integer(integer)
        } else if let unsigned = try? value.decode(UInt64.self) {
            self = .unsigned(unsigned)
        } else if let number = try? value.decode(Double.self) {
            self = .number(number)
        } else if let text = try? value.decode(String.self) {
            self = .text(text)
        } else if let items = try? value.decode([JSONValue].self) {
            self = .list(items)
        } else {
            self = .mapping(try value.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        switch self {
        case .null: try value.encodeNil()
        case .truth(let truth): try value.encode(truth)
        case .integer(let integer): try value.encode(integer)
        case .unsigned(let unsigned): try value.encode(unsigned)
        case .number(let number): try value.encode(number)
        case .text(let text): try value.encode(text)
        case .list(let items): try value.encode(items)
        case .mapping(let members): try value.encode(members)
        }
    }
}
