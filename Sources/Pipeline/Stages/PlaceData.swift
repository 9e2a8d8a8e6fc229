internal import FoundationEssentials
internal import Geo
internal import Model
internal import Survey

/// The tables of the data folder about places.
struct PlaceData {
    let folder: URL

    /// Paths in the data folder, for the manifest.
    static let files = [
        "areas/prefectures.csv", "areas/municipalities.csv", "areas/renamed_places.csv", "areas/regions.csv",
    ]

    init(_ folder: URL) { self.folder = folder }

    func prefectures() throws(StageError) -> Prefectures {
        try Prefectures.load(path: path(Self.files[0]), name: Self.files[0])
    }

    func municipalities() throws(StageError) -> MunicipalityCodes {
        try MunicipalityCodes.load(path: path(Self.files[1]), name: Self.files[1])
    }

    func regions(_ prefectures: Prefectures) throws(StageError) -> AreaRegions {
        try AreaRegions.load(path: path(Self.files[3]), name: Self.files[3], prefectures: prefectures)
    }

    /// - Throws: `StageError` when a table is missing or holds what can't be used.
    func gazetteerImport(_ prefectures: Prefectures) throws(StageError) -> GazetteerImport {
        GazetteerImport(
            prefectures: prefectures, variants: try ReferenceData.placeVariants(dataFolder: folder),
            codes: try municipalities(),
            renamed: try RenamedPlaces.load(path: path(Self.files[2]), name: Self.files[2]))
    }

    private func path(_ name: String) -> String { folder.appending(path: name).path }
}
