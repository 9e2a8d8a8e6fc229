internal import Model
internal import Store
internal import Text

/// The themes, support types and areas of a register, by index, and the words by which they are asked for.
struct MatchTerms {
    let themes: Subject
    let supportTypes: Subject
    let areas: Subject

    init(_ terms: [MatchTerm]) {
        themes = Subject(terms.filter { $0.subject == .theme })
        supportTypes = Subject(terms.filter { $0.subject == .supportType })
        areas = Subject(terms.filter { $0.subject == .area })
    }

    struct Subject {
        /// In the order in which they are printed.
        let ids: [String]
        let labels: [String]
        private let terms: [MatchTerm]
        private let indices: [String: Int]

        fileprivate init(_ terms: [MatchTerm]) {
            self.terms = terms
            var (ids, labels): ([String], [String]) = ([], [])
            var indices: [String: Int] = [:]
            for term in terms where indices[term.id] == nil {
                indices[term.id] = ids.count
                ids.append(term.id)
                labels.append(term.label)
            }
            (self.ids, self.labels, self.indices) = (ids, labels, indices)
        }

        func index(_ id: String) -> Int? { indices[id] }

        /// What words ask for, each once.
        /// - Parameters:
        ///   - texts: labels, or ids.
        ///   - option: the argument that they were given by, for problems.
        ///   - problems: gets one for each text that is no word, or the word of several.
        func indices(of texts: [String], option: String, _ problems: inout [Problem]) -> [Int] {
            var found: [Int] = []
            for text in texts {
                let key = NearestNames.titleKey(text)
                let matching = terms.filter {
                    !$0.isResidual && (NearestNames.titleKey($0.label) == key || NearestNames.titleKey($0.id) == key)
                }
                let wanted = Set(matching.map(\.id)).compactMap(index)
                if wanted.count == 1 {
                    if !found.contains(wanted[0]) { found.append(wanted[0]) }
                } else {
                    problems.append(
                        Problem(
                            wanted.isEmpty ? .valueUnknown : .valueAmbiguous, at: CellLocation(file: option),
                            found: text,
                            expected: wanted.isEmpty
                                ? suggestions(for: text)
                                : wanted.sorted().map { ids[$0] }.joined(separator: ", ")))
                }
            }
            return found
        }

        /// What is known, the nearest first.
        private func suggestions(for text: String) -> String {
            let known = terms.filter { !$0.isResidual && index($0.id).map { labels[$0] } == $0.label }.map(\.label)
            let nearest = NearestNames.nearest(to: text, among: known)
            return (nearest + known.filter { !nearest.contains($0) }).prefix(Self.shown).joined(separator: ", ")
        }

        /// As many as a message may name; the themes of a questionnaire are fewer.
        private static let shown = 30
    }
}
