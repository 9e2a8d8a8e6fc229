import Model

/// 活動の範囲 in words. The kinds are those of the questionnaire; the names come from the wave and its areas.
struct ServiceAreaWords {
    private let municipality: Wave.Municipality
    private let labels: LabelBook
    private let areaCount: Int

    init(_ report: RunReport, _ labels: LabelBook) {
        municipality = report.wave.municipality
        self.labels = labels
        areaCount = report.areas.count
    }

    /// On a page, where a table beside it names all areas.
    func wordsOnPage(for area: ServiceArea) -> String { words(for: area, naming: LabelBook.mostAreasOnPage) }

    /// What was answered, and in brackets what a person said besides.
    /// - Parameter most: so many areas are named; of more it is said how many there are.
    func words(for area: ServiceArea, naming most: Int = .max) -> String {
        guard area.kind.isWide, let confirmed = area.confirmedCodes, let places = places(confirmed, most) else {
            return answered(area, most)
        }
        return answered(area, most) + "（\(confirmed.count == areaCount ? "\(municipality.name)全域" : places)で活動）"
    }

    private func answered(_ area: ServiceArea, _ most: Int) -> String {
        switch area.kind {
        case .part: places(area.knownCodes, most) ?? "\(municipality.name)の一部（地域名なし）"
        case .city: "\(municipality.name)全域"
        case .cityAndBeyond: "\(municipality.name)全域と市外の一部"
        case .prefecture: "\(municipality.prefecture)全域"
        case .outside: "市外のみ"
        case .wider: "複数の都道府県・全国"
        case .online: "オンライン"
        case .other: places(area.knownCodes, most) ?? "その他"
        case .unknown: places(area.knownCodes, most) ?? "不明"
        }
    }

    private func places(_ codes: [String], _ most: Int) -> String? {
        codes.isEmpty ? nil : labels.areas(codes, naming: most)
    }
}
