internal import Geo

/// What is in a gazetteer, for people.
public struct GazetteerSummary: Sendable {
    /// Moved points, by what was done to them.
    public struct Operation: Sendable {
        /// As the EPSG database calls it, with the grid's file.
        public let name: String
        /// Metres; `nil` where it isn't known.
        public let accuracy: Double?
        public let points: Int
    }

    /// A list that it was made of. Its rows are towns, blocks and lots, points of another list's rows, those merged with
    /// an earlier one, or left out.
    public struct Source: Sendable {
        public let name: String
        /// As ``ListFormat`` of Geo has it, such as `mlit_towns`.
        public let format: String
        /// What its publisher calls it; `nil` for a list of one's own.
        public let publisher: String?
        public let version: String?
        public let licence: String?
        public let attribution: String?
        public let sha256: String?
        public let rows: Int
        public let towns: Int
        public let townsWithPoint: Int
        /// Of those with a point, placed in the middle of their 丁目, 小字, blocks or lots.
        public let townsPlacedByParts: Int
        /// Rows that are blocks or lots.
        public let numberRows: Int
        public let points: Int
        public let merged: Int
        public let leftOut: Int
        /// EPSG codes of the systems that its points are given in.
        public let systems: [Int]
        public let operations: [Operation]
    }

    /// What messages call the file.
    public let file: String
    /// Bytes.
    public let size: Int
    /// Names, in the order of their codes.
    public let prefectures: [String]
    public let municipalities: Int
    public let towns: Int
    public let townsWithPoint: Int
    public let blocks: Int
    public let lots: Int
    public let sources: [Source]

    init(_ info: GazetteerInfo, file: String) {
        self.file = file
        size = info.size
        prefectures = info.prefectures
        municipalities = info.municipalities
        towns = info.towns
        townsWithPoint = info.townsWithPoint
        blocks = info.blocks
        lots = info.lots
        sources = info.description.lists.map(Source.init)
    }
}

extension GazetteerSummary.Source {
    fileprivate init(_ list: GazetteerDescription.List) {
        let publisher = ListPublisher(format: list.format, name: list.name)
        self.init(
            name: list.name, format: list.format, publisher: publisher.list, version: publisher.version,
            licence: publisher.licence, attribution: publisher.attribution, sha256: list.sha256, rows: list.rows,
            towns: list.towns, townsWithPoint: list.townsWithPoint, townsPlacedByParts: list.townsPlacedByParts,
            numberRows: list.numberRows, points: list.points, merged: list.merged, leftOut: list.leftOut,
            systems: list.systems,
            operations: list.operations.map {
                GazetteerSummary.Operation(name: $0.name, accuracy: $0.accuracy, points: $0.points)
            })
    }
}
