internal import Geo
internal import Model

/// The gazetteers of a wave, in the order of preference: files that `gazetteer import` wrote are opened, lists are put
/// together in memory.
struct GazetteerStack {
    let gazetteers: [Gazetteer]
    let findings: [Finding]
    /// How the points of each list came to JGD2011.
    let operations: [(list: String, operation: AppliedOperation)]

    /// - Parameters:
    ///   - paths: where each file is, and the name by which messages and results speak of it.
    ///   - tables: for lists that are put together.
    ///   - grids: folder with grids for the change of datum of lists.
    /// - Throws: `StageError` with the problems of every file.
    init(
        paths: [(path: String, name: String)], tables: DataTables, grids: String? = nil
    ) throws(StageError) {
        var gazetteers: [Gazetteer] = []
        var findings: [Finding] = []
        var operations: [(list: String, operation: AppliedOperation)] = []
        var problems: [Problem] = []
        for (path, name) in paths {
            do throws(StageError) {
                if Gazetteer.isGazetteer(path: path) {
                    let gazetteer = try Gazetteer(path: path, name: name)
                    let done = try Self.operations(gazetteer.description(name: name))
                    findings += done.filter(\.operation.isWorthTelling).map { $0.operation.finding(list: $0.list) }
                    operations += done
                    gazetteers.append(gazetteer)
                } else {
                    let imported = try tables.gazetteer(
                        GazetteerImport.File(path: path, name: name), grids: grids)
                    gazetteers.append(try Gazetteer(imported))
                    findings += imported.findings
                    operations += Self.operations(imported.description)
                }
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        self.gazetteers = gazetteers
        self.findings = findings
        self.operations = operations
    }

    private static func operations(
        _ description: GazetteerDescription
    ) -> [(list: String, operation: AppliedOperation)] {
        description.lists.flatMap { list in list.operations.map { (list.name, $0) } }
    }
}
