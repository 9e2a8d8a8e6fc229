public import FoundationEssentials
internal import Geo
internal import Linkage
internal import Model
internal import Survey
internal import Synchronization

/// The tables of the data folder, each read when it is first wanted and then kept: runs of one process can share them.
public final class DataTables: Sendable {
    public let folder: URL

    private struct Loaded {
        var reference: ReferenceData?
        var platformOffers: PlatformOffers?
        var lexicon: NameLexicon?
        var coders: ActivityCoders?
        var prefectures: Prefectures?
        var municipalities: MunicipalityCodes?
        var regions: AreaRegions?
        var gazetteerImport: GazetteerImport?
        /// By path, the name that messages use, and the folder of grids.
        var gazetteers: [[String?]: ImportedGazetteer] = [:]
    }

    private let loaded = Mutex(Loaded())

    public init(_ folder: URL) { self.folder = folder }

    /// - Throws: `StageError` when a table is missing or lacks a column; so do the others.
    func reference() throws(StageError) -> ReferenceData {
        try table(\.reference) { folder throws(StageError) in try ReferenceData(dataFolder: folder) }
    }

    /// What the platform can do about what organisations answered.
    func platformOffers() throws(StageError) -> PlatformOffers {
        try table(\.platformOffers) { folder throws(StageError) in try PlatformOffers(dataFolder: folder) }
    }

    /// What words in names of organisations mean.
    func lexicon() throws(StageError) -> NameLexicon {
        try table(\.lexicon) { folder throws(StageError) in try NameData.lexicon(folder) }
    }

    /// How free texts are coded.
    func coders() throws(StageError) -> ActivityCoders {
        try table(\.coders) { folder throws(StageError) in
            ActivityCoders(
                Dictionary(
                    uniqueKeysWithValues: zip(
                        ActivitySubject.allCases, try CodingVocabulary.all(dataFolder: folder))))
        }
    }

    func prefectures() throws(StageError) -> Prefectures {
        try table(\.prefectures) { folder throws(StageError) in try PlaceData(folder).prefectures() }
    }

    func municipalities() throws(StageError) -> MunicipalityCodes {
        try table(\.municipalities) { folder throws(StageError) in try PlaceData(folder).municipalities() }
    }

    func regions() throws(StageError) -> AreaRegions {
        let prefectures = try prefectures()
        return try table(\.regions) { folder throws(StageError) in try PlaceData(folder).regions(prefectures) }
    }

    /// What lists of addresses are read with. Its table of letters is worth making once, and not at all where gazetteers
    /// are opened.
    func gazetteerImport() throws(StageError) -> GazetteerImport {
        let prefectures = try prefectures()
        return try table(\.gazetteerImport) { folder throws(StageError) in
            try PlaceData(folder).gazetteerImport(prefectures)
        }
    }

    /// A list of addresses put together. Lists of the data folder don't change, so they are kept as its tables are.
    func gazetteer(_ file: GazetteerImport.File, grids: String?) throws(StageError) -> ImportedGazetteer {
        let key = [file.path, file.name, grids]
        let isKept = file.path.hasPrefix(folder.path + "/")
        if isKept, let kept = loaded.withLock({ $0.gazetteers[key] }) { return kept }
        let gazetteer = try gazetteerImport().run([file], grids: grids)
        if isKept { loaded.withLock { $0.gazetteers[key] = gazetteer } }
        return gazetteer
    }

    private func table<Table: Sendable>(
        _ path: sending WritableKeyPath<Loaded, Table?>, _ read: (URL) throws(StageError) -> Table
    ) throws(StageError) -> Table {
        try loaded.withLock { loaded throws(StageError) in
            if let table = loaded[keyPath: path] { return table }
            let table = try read(folder)
            loaded[keyPath: path] = table
            return table
        }
    }
}
