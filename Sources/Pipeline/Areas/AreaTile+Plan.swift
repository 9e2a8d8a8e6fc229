internal import Analysis
internal import Geo
internal import Model

extension WaveInputs {
    /// A plan of the wards where no file draws any of them; finer areas without outlines are too many for one.
    ///
    /// Laid out by the towns of the gazetteers, not by organisations, which would tell of those whose place is withheld.
    var tiles: [AreaTile] {
        guard
            reportAreas.allSatisfy({
                ($0.kind == .ward || $0.kind == .municipality) && areas.shapes[$0.code] == nil
            })
        else { return [] }
        let centres = Gazetteer.centres(of: Set(reportAreas.map(\.code)), in: gazetteers.gazetteers)
        let placed = reportAreas.compactMap { area in centres[area.code].map { (code: area.code, centre: $0) } }
        let tiles = TilePlan.tiles(for: placed.map { ($0.centre.longitude, $0.centre.latitude) })
        return zip(placed, tiles).map { AreaTile(areaCode: $0.code, column: $1.column, row: $1.row) }
    }
}
