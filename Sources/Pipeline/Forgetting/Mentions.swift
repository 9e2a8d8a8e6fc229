internal import Model

/// Whether a text that the program wrote names an organisation, or repeats what it said.
struct Mentions: Sendable {
    private let needles: [String]
    /// Names of others in which one of the needles stands: ひまわり会第二 doesn't name ひまわり会.
    private let otherNames: [String]

    /// - Parameters:
    ///   - texts: what identifies it, and what it wrote.
    ///   - others: what others are called, and what they say in fields of their own: what two share names neither.
    ///   - otherNames: of all other organisations.
    init(_ texts: Set<String>, unlike others: Set<String>, otherNames: Set<String>) {
        let needles = texts.filter { $0.count >= Self.shortest && !others.contains($0) }.sorted()
        self.needles = needles
        self.otherNames = otherNames.filter { name in needles.contains { name.contains($0) } }
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// In characters; a name of one is found by its id.
    private static let shortest = 2

    func isIn(_ text: String) -> Bool {
        guard needles.contains(where: { text.contains($0) }) else { return false }
        guard !otherNames.isEmpty else { return true }
        let rest = otherNames.reduce(text) { $0.replacing($1, with: "\u{FFFC}") }
        return needles.contains { rest.contains($0) }
    }
}
