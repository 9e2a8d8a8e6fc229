internal import Model
internal import Text

/// What a list of choices asks about, told by the labels of the taxonomy alone.
struct TaxonomyMatch {
    let concept: QuestionConcept
    /// The id of each choice, in their order; `nil` for one that the taxonomy doesn't have.
    let ids: [String?]

    /// Whether every choice has an id of its own and the list is long enough to be no accident.
    var isCertain: Bool { ids.allSatisfy { $0 != nil } }

    /// The concept that fits best; `nil` where a list shares less than half with the taxonomy.
    static func best(for choices: [(name: String, label: String)], taxonomy: Taxonomy) -> TaxonomyMatch? {
        let vocabularies = [
            Vocabulary(
                concept: .theme, least: 6,
                entries: taxonomy.themes.map { Entry(id: $0.id, label: $0.label, isResidual: $0.isResidual) }),
            Vocabulary(
                concept: .supportType, least: 3,
                entries: taxonomy.supportTypes.map { Entry(id: $0.id, label: $0.label, isResidual: $0.isResidual) }),
            Vocabulary(
                concept: .serviceArea, least: 3,
                entries: ServiceAreaKind.allCases.map {
                    Entry(id: $0.rawValue, label: "", isResidual: [.other, .unknown].contains($0))
                }),
            Vocabulary(
                concept: .wishToJoin, least: 3,
                entries: ["wants", "considers", "declines", "joined"].map {
                    Entry(id: $0, label: "", isResidual: false)
                }),
        ]
        let wordings = choices.map { Wording($0) }
        let matches = vocabularies.compactMap { $0.match(wordings) }
        return matches.max { $0.ids.count { $0 != nil } < $1.ids.count { $0 != nil } }
    }

    private struct Entry {
        let id: String
        /// The label as it compares; "" where only ids are compared.
        let key: String
        let isResidual: Bool

        init(id: String, label: String, isResidual: Bool) {
            self.id = id
            self.isResidual = isResidual
            key = NearestNames.titleKey(label)
        }
    }

    /// A choice as it compares.
    private struct Wording {
        let name: String
        /// その他（具体的に） is その他 as well.
        let keys: [String]

        init(_ choice: (name: String, label: String)) {
            name = choice.name.lowercased()
            let key = NearestNames.titleKey(choice.label)
            let bare = key.contains("(") ? key.replacing(/\([^()]*\)/, with: "") : key
            keys = (bare == key ? [key] : [key, bare]).filter { !$0.isEmpty }
        }
    }

    private struct Vocabulary {
        let concept: QuestionConcept
        /// How many choices besides その他 have to fit.
        let least: Int
        let entries: [Entry]

        func match(_ choices: [Wording]) -> TaxonomyMatch? {
            // No list is longer than the taxonomy and as much again.
            guard choices.count <= entries.count * 2 else { return nil }
            var taken: Set<String> = []
            let ids = choices.map { choice -> String? in
                guard let id = id(of: choice), taken.insert(id).inserted else { return nil }
                return id
            }
            let fitting = ids.count { id in entries.contains { $0.id == id && !$0.isResidual } }
            guard fitting >= least, ids.count(where: { $0 != nil }) * 2 >= choices.count else { return nil }
            return TaxonomyMatch(concept: concept, ids: ids)
        }

        private func id(of choice: Wording) -> String? {
            for key in choice.keys {
                if let entry = entries.first(where: { $0.key == key }) { return entry.id }
            }
            if let entry = entries.first(where: { $0.id == choice.name }) { return entry.id }
            // その他 is その他の活動, whatever is printed behind it.
            return entries.first { entry in
                entry.isResidual && !entry.key.isEmpty
                    && choice.keys.contains { key in
                        key.unicodeScalars.count > 1 && (entry.key.hasPrefix(key) || key.hasPrefix(entry.key))
                    }
            }?.id
        }
    }
}
