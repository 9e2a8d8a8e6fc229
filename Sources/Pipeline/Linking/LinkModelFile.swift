internal import FoundationEssentials
internal import Linkage
internal import Model

/// A file of weights for linking, which `tsunagi link train` writes: JSON, with its keys in the order of the alphabet.
struct LinkModelFile {
    var model: LinkModel
    var training: Training

    /// What the weights were learned from. For people: nothing depends on it.
    struct Training: Codable {
        struct List: Codable {
            let file: String
            let records: Int
            /// `nil` for what is no file on a disk.
            let sha256: String?
        }

        let lists: [List]
        let rounds: Int
        let converged: Bool
        /// Pairs of one organisation.
        let expectedPairs: Double

        enum CodingKeys: String, CodingKey {
            case lists, rounds, converged
            case expectedPairs = "expected_pairs"
        }
    }

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let contents = Contents(version: model.version, training: training, weights: Contents.Weights(model))
        return try encoder.encode(contents) + Data("\n".utf8)
    }

    /// - Throws: `StageError` when there is no such file, when it is no file of weights or one of another version, when a
    ///   key is missing, and with every number that can't be a weight.
    static func read(_ url: URL) throws(StageError) -> LinkModel {
        let name = url.lastPathComponent
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw StageError(.fileMissing, at: CellLocation(file: name))
        }
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: name), found: "\(error)")
        }
        let version = try decode(Contents.Version.self, data, name).version
        guard version == LinkModel.shipped.version else {
            throw StageError(
                .linkModelVersion, at: CellLocation(file: name, column: "version"), found: version,
                expected: LinkModel.shipped.version)
        }
        let weights = try decode(Contents.self, data, name).weights
        return try weights.model(file: name)
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ data: Data, _ name: String
    ) throws(StageError) -> Value {
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch DecodingError.keyNotFound(let key, let context) {
            throw StageError(
                .keyMissing, at: CellLocation(file: name), expected: path(context.codingPath + [key]))
        } catch DecodingError.typeMismatch(let type, let context), DecodingError.valueNotFound(let type, let context) {
            throw StageError(
                .valueType, at: CellLocation(file: name, column: column(context.codingPath)), expected: "\(type)")
        } catch {
            throw StageError(.jsonSyntax, at: CellLocation(file: name), found: reason(error))
        }
    }

    private static func column(_ keys: [any CodingKey]) -> String? { keys.isEmpty ? nil : path(keys) }

    private static func path(_ keys: [any CodingKey]) -> String { keys.map(\.stringValue).joined(separator: ".") }

    private static func reason(_ error: any Error) -> String {
        guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
        return context.underlyingError.map { "\($0)" } ?? context.debugDescription
    }
}
