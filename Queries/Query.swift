/// One question put to the register: the `.sql` file of the same name in this folder, compiled in.
public struct Query: Sendable, Hashable {
    /// Path below `Queries/`, such as `counts/answers.sql`.
    public let name: String
    /// One statement with named parameters; its header comment says the grain and the inputs.
    public let text: String
}
