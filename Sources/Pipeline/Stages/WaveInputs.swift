internal import FoundationEssentials
internal import Geo
internal import Model
internal import Survey

/// The files of a wave, found and read, before any source is opened.
struct WaveInputs {
    static let waveFile = "wave.yaml"

    let description: WaveDescription
    let questionnaire: Questionnaire
    let reference: ReferenceData
    let prefectures: Prefectures
    let hierarchy: AreaHierarchy
    let reportAreas: [Area]
    let gazetteer: Gazetteer
    let sourcePaths: [URL]
    let needFile: (path: URL, name: String)?
    /// Configuration and reference files that the result depends on, by the name that the manifest gives them.
    let files: [(name: String, url: URL)]

    var wave: Wave { description.wave }

    /// - Throws: `StageError` with what is wrong with the configuration; as much of it at once as can be told.
    init(options: RunOptions) throws(StageError) {
        let waveURL = options.waveFolder.appending(path: Self.waveFile)
        let here = CellLocation(file: Self.waveFile)
        guard FileManager.default.fileExists(atPath: waveURL.path) else {
            throw StageError(.fileMissing, at: CellLocation(file: waveURL.path), expected: Self.waveFile)
        }
        let description = try WaveDescription(yaml: try Self.text(waveURL, name: Self.waveFile), file: Self.waveFile)
        let paths = PathResolver(
            waveFolder: options.waveFolder, dataFolder: options.dataFolder, allowed: description.allowPaths)
        reference = try ReferenceData(dataFolder: options.dataFolder)

        var problems: [Problem] = []
        func found(_ path: String, at location: CellLocation) -> URL? {
            do throws(StageError) {
                return try paths.resolve(path, at: location)
            } catch {
                problems += error.problems
                return nil
            }
        }
        let codebook = found(description.codebook, at: here.column("codebook"))
        let areas = found(description.areas, at: here.column("areas"))
        let gazetteers = description.gazetteers.map { ($0, found($0, at: here.column("gazetteers"))) }
        let sources = description.sources.map { found($0.file, at: $0.location.column("file")) }
        let need = description.needFile.map { ($0, found($0, at: here.column("need"))) }
        var questionnaire: Questionnaire?
        if let codebook {
            do throws(StageError) {
                questionnaire = try CodebookReader.read(
                    yaml: try Self.text(codebook, name: description.codebook), file: description.codebook,
                    taxonomy: reference.taxonomy)
            } catch {
                problems += error.problems
            }
        }
        if let questionnaire { problems += description.unknownQuestions(in: questionnaire) }
        guard problems.isEmpty, let questionnaire, let codebook, let areas else { throw StageError(problems) }

        self.description = description
        self.questionnaire = questionnaire
        sourcePaths = sources.compactMap { $0 }
        needFile = need.flatMap { name, url in url.map { ($0, name) } }
        let prefectureURL = options.dataFolder.appending(path: "areas/prefectures.csv")
        prefectures = try Prefectures.load(path: prefectureURL.path, name: "areas/prefectures.csv")
        hierarchy = try AreaHierarchy.load(path: areas.path, name: description.areas)
        reportAreas = hierarchy.reportAreas(kind: description.reportBy, in: description.wave.municipality.code)
        let stacked =
            gazetteers.compactMap { name, url in url.map { (path: $0.path, name: name) } }
            + options.gazetteers.map { (path: $0.path, name: $0.lastPathComponent) }
        gazetteer = try Gazetteer.load(paths: stacked, prefectures: prefectures)
        files =
            [(Self.waveFile, waveURL), (description.codebook, codebook), (description.areas, areas)]
            + stacked.map { ($0.name, URL(filePath: $0.path)) } + (needFile.map { [($0.name, $0.path)] } ?? [])
    }

    private static func text(_ url: URL, name: String) throws(StageError) -> String {
        do {
            return try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: name), found: "UTF-8")
        }
    }
}
