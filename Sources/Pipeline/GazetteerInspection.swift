public import FoundationEssentials
internal import Geo
public import Model

/// Looks into gazetteers that were imported.
public struct GazetteerInspection: Sendable {
    public var files: [URL]

    public init(files: [URL]) { self.files = files }

    /// - Throws: `StageError` with the problems of all files: one that is missing, damaged, or no gazetteer.
    public func run() throws(StageError) -> [GazetteerSummary] {
        var summaries: [GazetteerSummary] = []
        var problems: [Problem] = []
        for file in files {
            do throws(StageError) {
                summaries.append(
                    GazetteerSummary(
                        try GazetteerInfo(path: file.path, name: file.relativePath), file: file.relativePath))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return summaries
    }
}
