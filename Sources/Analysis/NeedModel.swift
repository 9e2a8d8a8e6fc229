public import Model

/// Need where no figures are given: every theme equal, split by the population of the areas.
public enum NeedModel {
    /// - Returns: weights that add up to 1 over all areas and themes. Areas share equally when none has a population;
    ///   when some have, one without has no figure.
    public static func equalThemes(areas: [Area], themes: [Theme], source: String) -> [Need] {
        let populations = areas.map { $0.population ?? 0 }
        let total = populations.reduce(0, +)
        guard !areas.isEmpty, !themes.isEmpty else { return [] }
        return zip(areas, populations).filter { total == 0 || $0.0.population != nil }.flatMap { area, population in
            let share = total > 0 ? Double(population) / Double(total) : 1 / Double(areas.count)
            return themes.map {
                Need(areaCode: area.code, themeID: $0.id, weight: share / Double(themes.count), source: source)
            }
        }
    }
}
