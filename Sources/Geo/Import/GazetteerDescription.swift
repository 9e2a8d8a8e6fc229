internal import FoundationEssentials
public import Model

/// What a gazetteer was made of; it is kept in the file.
public struct GazetteerDescription: Sendable, Hashable, Codable {
    /// A list. Its rows are towns, numbers, points of another list's rows, those merged with an earlier one, or left out.
    public struct List: Sendable, Hashable, Codable {
        public var name: String
        /// A ``ListFormat``.
        public var format: String
        public var sha256: String?
        /// Without the header and blank ones.
        public var rows: Int
        /// Rows that are a town which no earlier row was.
        public var towns: Int
        /// Towns with a point that came with this list, those that only its blocks or lots name included.
        public var townsWithPoint: Int
        /// Of those with a point, the ones that have it from the middle of their 丁目, 小字, blocks or lots.
        public var townsPlacedByParts: Int
        /// Rows that are a block or lot; one row may have several.
        public var numberRows: Int
        /// Blocks and lots that no earlier row was.
        public var numbers: Int
        /// Rows that gave another list's row its point.
        public var points: Int
        /// Rows that an earlier row had already.
        public var merged: Int
        public var leftOut: Int
        /// EPSG codes of the systems that points are given in.
        public var systems: [Int]
        /// How points came to JGD2011.
        public var operations: [AppliedOperation]
    }

    public var lists: [List]

    init(_ lists: [List]) { self.lists = lists }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Numbers and texts always have a JSON form.
        guard let data = try? encoder.encode(self) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    init(json: String, name: String) throws(StageError) {
        do {
            self = try JSONDecoder().decode(GazetteerDescription.self, from: Data(json.utf8))
        } catch {
            throw StageError(.fileDamaged, at: CellLocation(file: name), found: "description")
        }
    }
}

/// What `gazetteer info` shows of a file.
public struct GazetteerInfo: Sendable {
    public let description: GazetteerDescription
    public let municipalities: Int
    public let towns: Int
    public let townsWithPoint: Int
    public let blocks: Int
    public let lots: Int
    /// Names of the prefectures that have a municipality in it, in the order of their codes.
    public let prefectures: [String]
    /// Bytes.
    public let size: Int

    /// - Throws: `fileMissing`, `fileUnreadable`, `notAGazetteer`, `fileDamaged`, or `formatNotSupported` when another
    ///   version wrote it.
    public init(path: String, name: String) throws(StageError) {
        let bytes = try MappedBytes(path: path, name: name)
        guard Gazetteer.isGazetteer(bytes) else { throw StageError(.notAGazetteer, at: CellLocation(file: name)) }
        let image = try Gazetteer.image(bytes, name: name)
        description = try GazetteerDescription(json: image.description, name: name)
        size = bytes.count
        municipalities = image.municipalities.count
        towns = image.towns.count { $0.name.length > 0 }
        townsWithPoint = image.towns.count { $0.name.length > 0 && $0.point.exists }
        blocks = image.numbers.count { $0.level == 7 }
        lots = image.numbers.count - blocks
        prefectures = Dictionary(
            image.municipalities.map { ($0.code / 1000, image.string($0.prefecture)) },
            uniquingKeysWith: { first, _ in first }
        ).sorted { $0.key < $1.key }.map(\.value)
    }
}
