internal import FoundationEssentials
internal import Geo
internal import Linkage
internal import Model
internal import Survey

/// The files of a wave, found and read, before any source is opened.
struct WaveInputs {
    static let waveFile = "wave.yaml"

    let description: WaveDescription
    let questionnaire: Questionnaire
    let reference: ReferenceData
    /// What the platform can do about what organisations answered.
    let platformOffers: PlatformOffers
    /// What words in names of organisations mean.
    let lexicon: NameLexicon
    let linkModel: LinkModel
    /// How free texts are coded.
    let coders: ActivityCoders
    /// The themes and support types that this wave asked for: of others nothing is known, and they are no gap.
    let taxonomy: Taxonomy
    let prefectures: Prefectures
    let municipalities: MunicipalityCodes
    let regions: AreaRegions
    let areas: WaveAreas
    let reportAreas: [Area]
    let gazetteers: GazetteerStack
    let sourcePaths: [URL]
    let needFile: (path: URL, name: String)?
    /// What shares in `needFile` refer to.
    let indicatorFile: (path: URL, name: String)?
    /// What inviting costs.
    let costFile: (path: String, name: String)?
    /// The tables that the wave's reach is measured with; `nil` where it states no venues.
    let reachTables: (demand: URL, venues: URL)?
    /// Configuration and reference files that the result depends on, by the name that the manifest gives them.
    let files: [(name: String, url: URL)]

    var wave: Wave { description.wave }
    var hierarchy: AreaHierarchy { areas.hierarchy }

    /// The wards of the city, and which of them the areas of the report lie in.
    var wards: WardIndex {
        let wards = hierarchy.reportAreas(kind: .ward, in: wave.municipality.code)
        let known = Set(wards.map(\.code))
        let codes = reportAreas.map { area in
            (area.code, ([area] + hierarchy.ancestors(of: area.code)).map(\.code).filter(known.contains))
        }
        return WardIndex(wards: wards, codes: Dictionary(codes, uniquingKeysWith: { first, _ in first }))
    }

    /// - Throws: `StageError` with what is wrong with the configuration; as much of it at once as can be told.
    init(options: RunOptions) throws(StageError) {
        let waveURL = options.waveFolder.appending(path: Self.waveFile)
        let description = try Self.description(of: options.waveFolder)
        let paths = PathResolver(
            waveFolder: options.waveFolder, dataFolder: options.dataFolder, allowed: description.allowPaths)
        reference = try options.tables.reference()
        platformOffers = try options.tables.platformOffers()
        linkModel = try options.linkModel.map { url throws(StageError) in try LinkModelFile.read(url) } ?? .shipped

        var problems: [Problem] = []
        func found(_ path: String, at location: CellLocation) -> URL? {
            do throws(StageError) {
                return try paths.resolve(path, at: location)
            } catch {
                problems += error.problems
                return nil
            }
        }
        func found(_ file: FileReference) -> URL? { found(file.path, at: file.location) }
        let codebook = found(description.codebook)
        let areaTable = found(description.areas)
        let polygons = description.polygons.map { ($0, found($0.file)) }
        let gazetteers = description.gazetteers.map { ($0.path, found($0)) }
        let sources = description.sources.map { found($0.file, at: $0.location.column("file")) }
        let reach = description.reach.map { (demand: found($0.demand), venues: found($0.venues)) }
        let need = description.needFile.map { ($0.path, found($0)) }
        let costs = description.shortlist.costs.map { ($0.path, found($0)) }
        let indicators = description.need.indicators.map { ($0.path, found($0)) }
        var questionnaire: Questionnaire?
        if let codebook {
            do throws(StageError) {
                questionnaire = try CodebookReader.read(
                    yaml: try Self.text(codebook, name: description.codebook.path),
                    file: description.codebook.path,
                    taxonomy: reference.taxonomy)
            } catch {
                problems += error.problems
            }
        }
        if let questionnaire { problems += description.unknownQuestions(in: questionnaire) }
        guard problems.isEmpty, let questionnaire, let codebook, let areaTable else { throw StageError(problems) }

        // What takes time comes after what can be wrong.
        lexicon = try options.tables.lexicon()
        coders = try options.tables.coders()
        self.description = description
        self.questionnaire = questionnaire
        taxonomy = reference.taxonomy.asked(in: questionnaire)
        sourcePaths = sources.compactMap { $0 }
        needFile = need.flatMap { name, url in url.map { ($0, name) } }
        indicatorFile = indicators.flatMap { name, url in url.map { ($0, name) } }
        costFile = costs.flatMap { name, url in url.map { ($0.path, name) } }
        reachTables = reach.flatMap { tables in
            tables.demand.flatMap { demand in tables.venues.map { (demand, $0) } }
        }
        prefectures = try options.tables.prefectures()
        municipalities = try options.tables.municipalities()
        regions = try options.tables.regions()
        let table = try AreaHierarchy.load(path: areaTable.path, name: description.areas.path)
        let outlines = try WaveAreas.read(polygons.compactMap { polygon, url in url.map { (polygon, $0) } }, options)
        let stacked =
            gazetteers.compactMap { name, url in url.map { (path: $0.path, name: name) } }
            + options.gazetteers.map { (path: $0.path, name: $0.lastPathComponent) }
        self.gazetteers = try GazetteerStack(
            paths: stacked, tables: options.tables, grids: options.grids?.path)
        areas = WaveAreas(
            table, outlines, description: description, gazetteers: self.gazetteers.gazetteers,
            variants: reference.variants)
        reportAreas = try Self.reportAreas(description, areas.hierarchy)
        files =
            [(Self.waveFile, waveURL), (description.codebook.path, codebook), (description.areas.path, areaTable)]
            + polygons.compactMap { polygon, url in url.map { (polygon.file.path, $0) } }
            + stacked.map { ($0.name, URL(filePath: $0.path)) }
            + (options.linkModel.map { [($0.lastPathComponent, $0)] } ?? [])
            + [needFile, indicatorFile].compactMap { $0.map { ($0.name, $0.path) } }
            + (costFile.map { [($0.name, URL(filePath: $0.path))] } ?? [])
            + Self.named(description.reach, reachTables)
            + Set(
                ReferenceData.files + PlatformOffers.files + NameData.files + CodingVocabulary.files + PlaceData.files
            ).sorted().map {
                ($0, options.dataFolder.appending(path: $0))
            }
    }

    /// - Throws: `StageError` when the folder has no `wave.yaml`, or one that can't be read.
    static func description(of folder: URL) throws(StageError) -> WaveDescription {
        let url = folder.appending(path: waveFile)
        guard FileManager.default.fileExists(atPath: url.path) else {
            throw StageError(.waveFileMissing, at: CellLocation(file: folder.path), expected: waveFile)
        }
        return try WaveDescription(yaml: try text(url, name: waveFile), file: waveFile)
    }

    private static func named(
        _ reach: ReachDescription?, _ tables: (demand: URL, venues: URL)?
    ) -> [(name: String, url: URL)] {
        guard let reach, let tables else { return [] }
        return [(reach.demand.path, tables.demand), (reach.venues.path, tables.venues)]
    }

    /// Sources whose term has passed on a day.
    func overdue(on day: CivilDate) -> [Finding] {
        description.sources.filter { $0.retainUntil.map { $0 < day } == true }.map {
            Finding(
                .warning, .retentionPassed, at: CellLocation(file: $0.file, sheet: $0.sheet),
                found: $0.retainUntil?.description ?? "")
        }
    }

    /// Reads addresses against the gazetteers of the wave.
    var addressReader: AddressReader {
        AddressReader(
            gazetteers: gazetteers.gazetteers, prefectures: prefectures, home: wave.municipality.code)
    }

    /// - Throws: `StageError` when the table of areas doesn't know the municipality.
    private static func reportAreas(
        _ description: WaveDescription, _ hierarchy: AreaHierarchy
    ) throws(StageError) -> [Area] {
        let municipality = description.wave.municipality
        guard hierarchy[municipality.code] != nil else {
            let known = hierarchy.areas.filter { $0.kind == .municipality }.map { "\($0.code) \($0.name)" }
            throw StageError(
                .valueUnknown,
                at: CellLocation(file: waveFile, row: description.municipalityLine, column: "municipality"),
                found: municipality.code,
                expected: known.prefix(5).joined(separator: ", ") + (known.count > 5 ? ", …" : ""))
        }
        return hierarchy.reportAreas(kind: description.reportBy, in: municipality.code)
    }

    private static func text(_ url: URL, name: String) throws(StageError) -> String {
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: name), found: "UTF-8")
        }
    }
}
