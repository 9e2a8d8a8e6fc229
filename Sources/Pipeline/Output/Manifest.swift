internal import FoundationEssentials
internal import Geo
internal import Model

/// `manifest.json`: from what, with what and when the output was made. All but the timings depends on the inputs alone.
struct Manifest: Codable {
    static let program = "tsunagi"

    /// What tells an output folder of ours from any other folder.
    struct Header: Codable {
        struct Wave: Codable { let wave: String }
        struct File: Codable {
            let file: String
            let sha256: String?
        }

        let program: String
        let configuration: Wave
        let outputs: [File]
    }

    struct Configuration: Codable {
        let wave: String
        let municipalityCode: String
        let asOf: String
        let shortlistSize: Int
        let preset: String
        /// Seconds; `nil` for none.
        let timeLimit: Double?
        let timeLimitStruck: Bool
        let absentProbability: Double
        let weightWithoutCase: Double
        let gazetteers: [String]
        let reportBy: String
        let need: Need
    }

    /// How the need was weighed.
    struct Need: Codable {
        let file: String?
        let indicators: String?
        let priorityThemes: [String]
        let priorityWeight: Double
        let acrossThemes: String?
        let withoutFigure: String
    }

    struct Input: Codable {
        let file: String
        let sha256: String
        let rowCount: Int?
        let role: String?
        let purpose: String?
        let retainUntil: String?
    }

    struct Output: Codable {
        let file: String
        let sha256: String
        let rowCount: Int?
    }

    struct CoordinateOperation: Codable {
        /// The list whose points it moved.
        let file: String?
        let description: String
        let accuracyMetres: Double?
        let points: Int?
    }

    /// How the records were brought together.
    struct Linkage: Codable {
        /// Version of the weights.
        let model: String
        let records: Int
        let earlierRecords: Int
        /// Pairs that were let through to be compared, of all that there are.
        let comparedPairs: Int
        let allPairs: Int
        let reviewPairs: Int
    }

    struct Timing: Codable {
        let stage: String
        let seconds: Double
    }

    let program: String
    let version: String
    let configuration: Configuration
    /// Of the draws that tell how firm the shortlist is; nothing else is drawn by chance.
    let seed: UInt64?
    let inputs: [Input]
    let outputs: [Output]
    let coordinateOperations: [CoordinateOperation]
    let linkage: Linkage
    let notes: [String]
    let timings: [Timing]

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return try encoder.encode(self) + Data("\n".utf8)
    }
}
