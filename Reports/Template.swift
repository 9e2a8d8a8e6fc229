/// A template or style of an edition: the file of the same name in this folder, compiled in.
public struct Template: Sendable, Hashable {
    /// Path below `Reports/`, such as `templates/report.mustache`.
    public let name: String
    public let text: String
}
