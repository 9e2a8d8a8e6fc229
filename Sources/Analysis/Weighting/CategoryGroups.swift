/// The categories of one margin, with sparse ones put together.
///
/// Sparse is what has fewer respondents than asked for, and what has respondents but no population: its weight would be
/// 0. A category that has neither is left alone.
struct CategoryGroups {
    /// By category, the group that it is in; groups count from 0 in the order of their first categories.
    let groupOfCategory: [Int]
    /// Population by group.
    let populations: [Double]
    /// Respondents by group.
    let respondents: [Int]

    /// - Parameter respondents: the category of each respondent.
    init(margin: RakingMargin, minimumRespondents: Int, respondents: [Int]) {
        var merging = Merging(margin: margin, minimumRespondents: minimumRespondents, respondents: respondents)
        merging.run()
        let roots = margin.populations.indices.filter { merging.root[$0] == $0 }
        groupOfCategory = merging.root.map { root in roots.firstIndex(of: root) ?? 0 }
        populations = roots.map { merging.populations[$0] }
        self.respondents = roots.map { merging.respondents[$0] }
    }

    func collapsed(margin: Int) -> [CollapsedCategories] {
        populations.indices.compactMap { group in
            let categories = groupOfCategory.indices.filter { groupOfCategory[$0] == group }
            guard categories.count > 1 else { return nil }
            return CollapsedCategories(
                margin: margin, categories: categories, respondents: respondents[group], population: populations[group])
        }
    }
}

/// Categories on their way into groups; a group goes by its first category.
private struct Merging {
    let rule: RakingMargin.CollapseRule
    let minimumRespondents: Int
    var root: [Int]
    var populations: [Double]
    var respondents: [Int]

    init(margin: RakingMargin, minimumRespondents: Int, respondents categories: [Int]) {
        rule = margin.collapseRule
        self.minimumRespondents = max(1, minimumRespondents)
        root = Array(margin.populations.indices)
        populations = margin.populations
        respondents = [Int](repeating: 0, count: root.count)
        for category in categories { respondents[category] += 1 }
    }

    mutating func run() {
        if rule == .others { mergeAll(root.indices.filter(isSparse)) }
        while let sparse = fewest(among: root.indices.filter(isSparse)), let partner = partner(of: sparse) {
            merge(sparse, partner)
        }
    }

    private func isGroup(_ category: Int) -> Bool {
        root[category] == category && (respondents[category] > 0 || populations[category] > 0)
    }

    private func isSparse(_ category: Int) -> Bool {
        isGroup(category) && (respondents[category] < minimumRespondents || populations[category] <= 0)
    }

    /// The first one where several have as few.
    private func fewest(among categories: [Int]) -> Int? {
        categories.min { (respondents[$0], $0) < (respondents[$1], $1) }
    }

    private func partner(of group: Int) -> Int? {
        if case .neighbors(let lists) = rule {
            for member in root.indices where root[member] == group && lists.indices.contains(member) {
                let listed = lists[member].first { root.indices.contains($0) && root[$0] != group && isGroup(root[$0]) }
                if let listed { return root[listed] }
            }
        }
        return fewest(among: root.indices.filter { isGroup($0) && $0 != group })
    }

    private mutating func mergeAll(_ groups: [Int]) {
        for group in groups.dropFirst() { merge(groups[0], group) }
    }

    private mutating func merge(_ one: Int, _ other: Int) {
        let (kept, left) = (min(one, other), max(one, other))
        for category in root.indices where root[category] == left { root[category] = kept }
        populations[kept] += populations[left]
        respondents[kept] += respondents[left]
    }
}
