public import Model

/// A file that an edition left behind, for the manifest.
public struct WrittenFile: Sendable, Hashable {
    /// Path below the output folder, with `/` between its parts.
    public let path: String
    /// Records of a table, its header not counted; those of all sheets for a workbook; `nil` for pages and the like.
    public let rowCount: Int?
    /// What a reader of the file should know of it, such as texts that were cut to what a cell can hold.
    public let problems: [Problem]

    public init(path: String, rowCount: Int?, problems: [Problem] = []) {
        self.path = path
        self.rowCount = rowCount
        self.problems = problems
    }
}
