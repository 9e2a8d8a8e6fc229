internal import FoundationEssentials
internal import Geo
internal import Model
internal import Survey

/// The gazetteers of a wave, in the order of preference: files that `gazetteer import` wrote are opened, lists are put
/// together in memory.
struct GazetteerStack {
    let gazetteers: [Gazetteer]
    let findings: [Finding]

    /// - Parameters:
    ///   - paths: where each file is, and the name by which messages and results speak of it.
    ///   - codes: codes of municipalities, for lists that have names only.
    ///   - grids: folder with grids for the change of datum of lists.
    /// - Throws: `StageError` with the problems of every file.
    init(
        paths: [(path: String, name: String)], prefectures: Prefectures, dataFolder: URL,
        codes: (path: String, name: String), grids: String? = nil
    ) throws(StageError) {
        var gazetteers: [Gazetteer] = []
        var findings: [Finding] = []
        var problems: [Problem] = []
        // Its table of letters is worth making once, and not at all where files are opened.
        var lists: GazetteerImport?
        for (path, name) in paths {
            do throws(StageError) {
                if Gazetteer.isGazetteer(path: path) {
                    gazetteers.append(try Gazetteer(path: path, name: name))
                } else {
                    if lists == nil {
                        lists = GazetteerImport(
                            prefectures: prefectures,
                            variants: try ReferenceData.placeVariants(dataFolder: dataFolder),
                            codes: try MunicipalityCodes.load(path: codes.path, name: codes.name))
                    }
                    guard let plan = lists else { continue }
                    let imported = try plan.run([GazetteerImport.File(path: path, name: name)], grids: grids)
                    gazetteers.append(try Gazetteer(imported))
                    findings += imported.findings
                }
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        self.gazetteers = gazetteers
        self.findings = findings
    }
}
