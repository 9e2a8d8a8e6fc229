public import Model

/// Cells with who reaches them, what may be expected of those who did not answer, and their gap kind.
public struct CoverageAnalysis: Sendable {
    public struct Cell: Sendable, Hashable {
        public let counts: CellCounts
        public let silent: CountForecast
        public let gap: GapKind
        /// The kind it would be if those who did not answer were less inclined to do anything.
        public let gapIfLessInclined: GapKind
        /// The kind it would be if only claims with a case counted.
        public let gapWithCasesOnly: GapKind
        /// Of a pair: whether the kind would be another if only those claims counted that are no inference.
        public let isInferred: Bool

        /// Whether nobody is known to reach it, so that all hangs on those who did not answer.
        public var isUnknown: Bool { gap == .unknown || gap == .absent }
    }

    /// How much less than respondents the silent may be inclined to do anything, to see what depends on it.
    public static let lessInclined = 0.5

    /// Area × theme, each area after the other.
    public let themes: [Cell]
    public let supportTypes: [Cell]
    public let pairs: [Cell]
    private let themeModel: NonResponseModel
    private let pairModel: NonResponseModel
    private let layout: CoverageLayout
    private let classes: AreaClasses

    /// - Parameter groupCount: how many groups of those who were asked there are.
    public init(
        _ organizations: [ReachingOrganization], layout: CoverageLayout, groupCount: Int, rules: GapRules
    ) {
        self.layout = layout
        let counts = CoverageCounts(organizations, layout: layout)
        let classes = AreaClasses(organizations, areaCount: layout.areaCount)
        self.classes = classes
        func model(
            _ count: Int, like other: NonResponseModel? = nil, _ activities: (ReachingOrganization) -> [Int]
        ) -> NonResponseModel {
            NonResponseModel(
                organizations.compactMap { $0.surveyed(classes, activities) }, groupCount: max(1, groupCount),
                areaCount: classes.count, activityCount: count, spreadAsIn: other)
        }
        let ofThemes = model(layout.themeCount) { $0.themes.indices }
        let ofTypes = model(layout.supportTypeCount) { $0.supportTypes.indices }
        let ofPairs = model(layout.pairs.count, like: ofThemes) { $0.pairClaims(layout).map(\.pair) }
        (themeModel, pairModel) = (ofThemes, ofPairs)
        themes = Self.cells(counts.themes, ofThemes, classes, rules)
        supportTypes = Self.cells(counts.supportTypes, ofTypes, classes, rules)
        pairs = Self.cells(counts.pairs, ofPairs, classes, rules, sure: counts.surePairs)
    }

    /// - Parameter sure: for pairs.
    private static func cells(
        _ counts: [CellCounts], _ model: NonResponseModel, _ classes: AreaClasses, _ rules: GapRules,
        sure: [SureClaims]? = nil
    ) -> [Cell] {
        let casesOnly = GapRules(absentProbability: rules.absentProbability, weightWithoutCase: 0)
        let (forecast, lower) = (model.forecast(), model.forecast(inclination: lessInclined))
        let activityCount = forecast.count
        return counts.indices.map { index in
            let (area, activity) = index.quotientAndRemainder(dividingBy: activityCount)
            let silent = forecast[activity][classes.indices[area]]
            let counts = counts[index]
            let gap = rules.kind(counts, probabilityOfNobody: silent.probabilityOfNone)
            let sureCounts = sure.map { $0[index].counts(membersBlank: counts.membersBlank) }
            return Cell(
                counts: counts, silent: silent, gap: gap,
                gapIfLessInclined: rules.kind(
                    counts, probabilityOfNobody: lower[activity][classes.indices[area]].probabilityOfNone),
                gapWithCasesOnly: casesOnly.kind(counts, probabilityOfNobody: silent.probabilityOfNone),
                isInferred: sureCounts.map {
                    rules.kind($0, probabilityOfNobody: silent.probabilityOfNone) != gap
                } ?? false)
        }
    }

    /// How much unknown need an answer can be expected to settle: the need of the cells that nobody is known to reach, each
    /// times the chance that the organisation does.
    /// - Parameters:
    ///   - organizations: those who did not answer.
    ///   - themeNeed: area × theme; `nil` where none is stated.
    ///   - pairNeed: area × pair.
    /// - Returns: in the order of the organisations; what one of the group and office can be expected to.
    public func expectedAnswers(
        of organizations: [ReachingOrganization.Asked], themeNeed: [Double?], pairNeed: [Double?]
    ) -> [ExpectedAnswer] {
        let openThemes = themes.indices.filter { themes[$0].isUnknown && (themeNeed[$0] ?? 0) > 0 }
        let openPairs = pairs.indices.filter { pairs[$0].isUnknown && (pairNeed[$0] ?? 0) > 0 }
        var known: [ReachingOrganization.Asked: ExpectedAnswer] = [:]
        return organizations.map { asked in
            if let answer = known[asked] { return answer }
            var answer = ExpectedAnswer()
            for cell in openThemes {
                let (area, theme) = cell.quotientAndRemainder(dividingBy: layout.themeCount)
                answer.themeNeed += chance(themeModel, theme, area, asked) * (themeNeed[cell] ?? 0)
            }
            for cell in openPairs {
                let (area, pair) = cell.quotientAndRemainder(dividingBy: layout.pairs.count)
                answer.pairNeed += chance(pairModel, pair, area, asked) * (pairNeed[cell] ?? 0)
            }
            known[asked] = answer
            return answer
        }
    }

    /// How much unknown need the answers of several organisations together can be expected to settle: a cell is settled when
    /// any of them does it.
    /// - Parameters: as for ``expectedAnswers(of:themeNeed:pairNeed:)``
    public func expectedAnswer(
        together organizations: [ReachingOrganization.Asked], themeNeed: [Double?], pairNeed: [Double?]
    ) -> ExpectedAnswer {
        let counts = organizations.reduce(into: [ReachingOrganization.Asked: Int]()) { $0[$1, default: 0] += 1 }
        func settled(
            _ cells: [Cell], _ need: [Double?], _ activityCount: Int, _ model: NonResponseModel
        ) -> Double {
            cells.indices.reduce(0) { sum, cell in
                guard cells[cell].isUnknown, let weight = need[cell], weight > 0 else { return sum }
                let (area, activity) = cell.quotientAndRemainder(dividingBy: activityCount)
                var nobody = 1.0
                for (asked, count) in counts {
                    let one = 1 - chance(model, activity, area, asked)
                    for _ in 0..<count { nobody *= one }
                }
                return sum + weight * (1 - nobody)
            }
        }
        return ExpectedAnswer(
            themeNeed: settled(themes, themeNeed, layout.themeCount, themeModel),
            pairNeed: settled(pairs, pairNeed, layout.pairs.count, pairModel))
    }

    private func chance(
        _ model: NonResponseModel, _ activity: Int, _ area: Int, _ asked: ReachingOrganization.Asked
    ) -> Double {
        model.chance(
            of: activity, area: classes.indices[area], group: asked.group,
            office: asked.office.map { classes.indices[$0] })
    }
}

/// What may be learned from the answer of an organisation that did not answer: need for which it may turn out that somebody
/// is there, in the unit of the need.
public struct ExpectedAnswer: Sendable, Hashable {
    /// Of cells of area and theme.
    public fileprivate(set) var themeNeed = 0.0
    /// Of cells of area, theme and support type.
    public fileprivate(set) var pairNeed = 0.0
}

extension ReachingOrganization {
    fileprivate func surveyed(
        _ classes: AreaClasses, _ activities: (ReachingOrganization) -> [Int]
    ) -> SurveyedOrganization? {
        asked.map { asked in
            SurveyedOrganization(
                group: asked.group, office: asked.office.map { classes.indices[$0] },
                answer: asked.hasAnswered
                    ? SurveyedOrganization.Answer(
                        areas: classes.classes(of: filledAreas), activities: activities(self)) : nil)
        }
    }
}
