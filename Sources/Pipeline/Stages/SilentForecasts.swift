internal import Analysis
internal import Model
internal import Store

/// What may be expected of those who did not answer, for every cell.
struct SilentForecasts {
    private let areaIndex: [String: Int]
    private let themes: [String: Int]
    private let types: [String: Int]
    private let pairs: [[String]: Int]
    private let models: [NonResponseModel]

    /// - Parameters:
    ///   - rows: who was asked.
    ///   - cells: keys for which forecasts are wanted.
    init(_ rows: [SurveyedRow], areas: [String], cells: [CellKey]) {
        func indices<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
            var indices: [Key: Int] = [:]
            for key in keys where indices[key] == nil { indices[key] = indices.count }
            return indices
        }
        let areaIndex = indices(areas)
        let themes = indices(cells.compactMap { $0.supportTypeID == nil ? $0.themeID : nil })
        let types = indices(cells.compactMap { $0.themeID == nil ? $0.supportTypeID : nil })
        let pairs = indices(cells.compactMap { Self.pair($0) })
        let groups = indices(rows.map(\.organizationType))
        func model(
            _ count: Int, like other: NonResponseModel? = nil, _ activities: (SurveyedRow) -> [Int]
        ) -> NonResponseModel {
            NonResponseModel(
                rows.map { row in
                    SurveyedOrganization(
                        group: groups[row.organizationType] ?? 0, office: areaIndex[row.municipalityCode],
                        answer: row.hasResponded
                            ? SurveyedOrganization.Answer(
                                areas: row.areaCodes.compactMap { areaIndex[$0] }.sorted(), activities: activities(row))
                            : nil)
                }, groupCount: max(1, groups.count), areaCount: areas.count, activityCount: count, spreadAsIn: other)
        }
        let ofThemes = model(themes.count) { row in row.themeIDs.compactMap { themes[$0] } }
        let ofTypes = model(types.count) { row in row.supportTypeIDs.compactMap { types[$0] } }
        let ofPairs = model(pairs.count, like: ofThemes) { row in
            row.themeIDs.flatMap { theme in row.supportTypeIDs.compactMap { pairs[[theme, $0]] } }
        }
        (self.areaIndex, self.themes, self.types, self.pairs) = (areaIndex, themes, types, pairs)
        models = [ofThemes, ofTypes, ofPairs]
    }

    /// - Parameter inclination: of the silent to do anything, compared with respondents.
    /// - Returns: by key of the cell.
    func forecast(inclination: Double = 1) -> (CellKey) -> CountForecast {
        let forecasts = models.map { $0.forecast(inclination: inclination) }
        return { key in
            guard let area = areaIndex[key.areaCode], let (model, activity) = place(of: key) else { return .none }
            return forecasts[model][activity][area]
        }
    }

    private func place(of key: CellKey) -> (model: Int, activity: Int)? {
        switch (key.themeID, key.supportTypeID) {
        case (let theme?, nil): themes[theme].map { (0, $0) }
        case (nil, let type?): types[type].map { (1, $0) }
        default: Self.pair(key).flatMap { pairs[$0] }.map { (2, $0) }
        }
    }

    private static func pair(_ key: CellKey) -> [String]? {
        guard let theme = key.themeID, let type = key.supportTypeID else { return nil }
        return [theme, type]
    }
}
