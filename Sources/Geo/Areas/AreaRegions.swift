public import Model
internal import Tabular

/// Names that hold all over the country: the prefectures, and the regions that they make up.
public struct AreaRegions: Sendable {
    struct Region: Sendable {
        /// What it is called.
        let names: [String]
        /// Two digits each.
        let prefectureCodes: Set<String>
    }

    /// In the order of their codes.
    let prefectures: [(code: String, name: String)]
    let regions: [Region]

    /// No names: only what the hierarchy and the gazetteers hold is understood.
    public init() { (prefectures, regions) = ([], []) }

    /// Reads a UTF-8 CSV with the columns `names` and `prefecture_codes` (two digits), both joined by `;`.
    ///
    /// - Throws: `StageError` with every cell that can't be used.
    public static func load(path: String, name: String, prefectures: Prefectures) throws(StageError) -> AreaRegions {
        let table = try HeaderedTable(path: path, name: name, requiring: ["names", "prefecture_codes"])
        var problems: [Problem] = []
        let regions = table.records.map { record in
            let codes = record["prefecture_codes"].split(separator: ";").map(String.init)
            for code in codes where prefectures.name(of: code) == nil {
                problems.append(
                    Problem(.valueUnknown, at: table.location(record, "prefecture_codes"), found: code, expected: "13"))
            }
            return Region(names: record["names"].split(separator: ";").map(String.init), prefectureCodes: Set(codes))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return AreaRegions(prefectures: prefectures, regions: regions)
    }

    private init(prefectures: Prefectures, regions: [Region]) {
        self.prefectures = prefectures.entries.map { ($0.code, $0.name) }
        self.regions = regions
    }

    /// What may stand behind the name of a region.
    static let endings = ["", "地方", "圏", "地区", "地域", "エリア", "各県", "各地", "全県", "内", "管内", "ブロック"]
}
