internal import Analysis
internal import Model
internal import Store

/// Why somebody may turn to an organisation, and what isn't known of it, in sentences.
struct MatchWords {
    let facts: MatchFacts
    let request: MatchQuery
    /// That the city is in, as its name is written; `nil` for a code of none.
    let prefecture: String?
    let language: Language

    func say(_ japanese: String, _ english: String) -> String {
        switch language {
        case .japanese: japanese
        case .english: english
        }
    }

    // MARK: Why

    /// - Parameter criteria: by the places in the request of the themes that it is taken for.
    func reasons(
        _ organization: MatchFacts.Organization, _ criteria: [(theme: Int, criteria: MatchCriteria)], metres: Int?
    ) -> [String] {
        let area = criteria.first?.criteria.reach.flatMap { reach(organization, $0) }
        let themes = criteria.compactMap { theme($0.theme, organization, $0.criteria) }
        let types = request.supportTypes.compactMap { supportType($0, organization) }
        let frequency = organization.row.frequency
        let often = frequency.isEmpty ? nil : say("活動頻度「\(frequency)」", "active: \(frequency)")
        return [area].compactMap(\.self) + themes + types + [often, distance(organization, metres)].compactMap(\.self)
    }

    private func reach(_ organization: MatchFacts.Organization, _ reach: MatchCriteria.Reach) -> String? {
        let (city, kind) = (facts.municipality, organization.serviceAreaKind)
        let asked = areas(request.areas)
        switch reach {
        case .wide:
            return kind == .online
                ? say("オンラインで活動", "works online")
                : say("広域（複数の都道府県・全国）で活動", "works in several prefectures or all over the country")
        case .whole:
            return switch kind {
            case .cityAndBeyond: say("\(city)全域と市外の一部で活動", "works in all of \(city) and beyond")
            case .prefecture:
                prefecture.map { say("\($0)全域で活動", "works in all of \($0)") }
                    ?? say("\(city)を含む都道府県の全域で活動", "works in all of the prefecture of \(city)")
            case .wider, .online: say("広域。\(city)全域で活動（確認済み）", "wide; works in all of \(city) (confirmed)")
            default: say("\(city)全域で活動", "works in all of \(city)")
            }
        case .named:
            return kind.isWide
                ? say("広域。\(asked)で活動（確認済み）", "wide; works in \(asked) (confirmed)")
                : say("\(asked)を活動の範囲に挙げている", "names \(asked) as its service area")
        }
    }

    private func theme(
        _ theme: Int, _ organization: MatchFacts.Organization, _ criteria: MatchCriteria
    ) -> String? {
        let id = facts.terms.themes.ids[theme]
        guard let claim = organization.claim(.theme, id) else { return nil }
        let told = criteria.cases == .told ? say("：事例あり", ", with cases") : ""
        return say("活動内容", "theme ") + quoted(facts.terms.themes.labels[theme]) + told + origin(claim)
    }

    private func supportType(_ type: Int, _ organization: MatchFacts.Organization) -> String? {
        guard let claim = organization.claim(.supportType, facts.terms.supportTypes.ids[type]) else { return nil }
        return say("活動の種類", "support ") + quoted(facts.terms.supportTypes.labels[type]) + origin(claim)
    }

    private func origin(_ claim: ClaimRow) -> String {
        switch claim.origin {
        case .selected: ""
        case .recoded: say("（自由記述から）", " (from a free text)")
        case .memberList: say("（参加団体の一覧から）", " (from the member list)")
        }
    }

    private func distance(_ organization: MatchFacts.Organization, _ metres: Int?) -> String? {
        guard let metres, let town = organization.row.town else { return nil }
        let place = town.municipality + town.name
        return metres == 0
            ? say("\(place)（同じ町）", "in \(place), the same town")
            : say("\(place)（約\(kilometres(metres))km）", "in \(place), about \(kilometres(metres)) km")
    }

    /// One decimal.
    func kilometres(_ metres: Int) -> String { ShortestNumber.text(Double((metres + 50) / 100) / 10) }

    // MARK: What isn't known

    func missing(
        _ organization: MatchFacts.Organization, _ criteria: [(theme: Int, criteria: MatchCriteria)], metres: Int?
    ) -> [String] {
        var missing = criteria.first.map { lacks(organization, $0.criteria) } ?? []
        if !organization.row.hasResponded {
            let wave = organization.row.earlierWave
            missing.append(
                wave.isEmpty
                    ? say("調査への回答なし（名簿・一覧で分かることだけ）", "no answer to the survey, known from lists alone")
                    : say("今回の調査への回答なし（\(wave)の回答による）", "no answer to this survey, known from that to \(wave)"))
        }
        if criteria.contains(where: { $0.criteria.reach == .wide }) {
            missing.append(say("広域で、市内での活動は未確認", "wide: nobody confirmed that it works in the city"))
        }
        // Of what it isn't known to do at all, nothing is said about cases.
        missing += cases(
            organization,
            criteria.filter { organization.claim(.theme, facts.terms.themes.ids[$0.theme]) != nil })
        if criteria.contains(where: \.criteria.isPairInferred) {
            missing.append(
                say(
                    "活動内容と活動の種類の組合せは推定（別々の設問から）",
                    "theme and support type were asked apart: that they go together is inferred"))
        }
        if organization.row.hasResponded, organization.row.frequency.isEmpty {
            missing.append(say("活動頻度は無回答", "how often it is active was left blank"))
        }
        if request.near != nil, metres == nil {
            missing.append(
                organization.row.isLocationWithheld
                    ? say("所在地は秘匿", "its place is withheld") : say("所在地の町が分からない", "the town of its office isn't known"))
        }
        return missing
    }

    private func cases(
        _ organization: MatchFacts.Organization, _ criteria: [(theme: Int, criteria: MatchCriteria)]
    ) -> [String] {
        func labels(_ cases: MatchCriteria.Cases) -> String? {
            let themes = criteria.filter { $0.criteria.cases == cases }.map {
                quoted(facts.terms.themes.labels[$0.theme])
            }
            return themes.isEmpty ? nil : themes.joined(separator: say("", ", "))
        }
        let isKnown = organization.row.hasResponded || !organization.row.earlierWave.isEmpty
        return [
            labels(.notTold).map { say("\($0)の事例は挙げていない", "tells of no case of \($0)") },
            isKnown
                ? labels(.unknown).map {
                    say("\($0)の事例は分からない（無回答など）", "whether it had a case of \($0) isn't known")
                } : nil,
        ].compactMap(\.self)
    }

    func lacks(_ organization: MatchFacts.Organization, _ criteria: MatchCriteria) -> [String] {
        criteria.lacks.map {
            lack($0, hasResponded: organization.row.hasResponded || !organization.row.earlierWave.isEmpty)
        }
    }

    private func lack(_ lack: MatchCriteria.Lack, hasResponded: Bool) -> String {
        func notNamed(_ label: String) -> String {
            hasResponded
                ? say("\(label)は選んでいない", "did not name \(label)")
                : say("\(label)は参加団体の一覧にない", "the member list doesn't name \(label)")
        }
        switch lack {
        case .supportType(let type): return notNamed(quoted(facts.terms.supportTypes.labels[type]))
        case .supportTypesUnanswered:
            let labels = request.supportTypes.map { quoted(facts.terms.supportTypes.labels[$0]) }
            return say(
                "\(labels.joined())の回答なし（活動の種類が無回答）", "kinds of support left blank: \(labels.joined(separator: ", "))")
        case .pair(let type):
            let label = quoted(facts.terms.supportTypes.labels[type])
            return say("この活動内容では\(label)を行わない（確認済み）", "does not do the theme by \(label) (confirmed)")
        case .area(let area):
            let label = quoted(facts.terms.areas.labels[area])
            return say("\(label)は活動の範囲にない", "\(label) isn't in its service area")
        case .areaUnanswered:
            return say("活動の範囲が分からない（無回答など）", "its service area isn't known")
        case .theme(let theme): return notNamed(quoted(facts.terms.themes.labels[theme]))
        case .themesUnanswered: return say("活動内容が無回答", "themes left blank")
        }
    }

    // MARK: Words

    func quoted(_ label: String) -> String { say("「\(label)」", "\"\(label)\"") }

    /// 北区・南区
    func areas(_ indices: [Int]) -> String {
        indices.map { facts.terms.areas.labels[$0] }.joined(separator: say("・", ", "))
    }

    /// Where the register says that it does what was asked for, each place once.
    func evidence(_ organization: MatchFacts.Organization, themes: [Int]) -> [String] {
        let claims =
            themes.compactMap { organization.claim(.theme, facts.terms.themes.ids[$0]) }
            + request.supportTypes.compactMap { organization.claim(.supportType, facts.terms.supportTypes.ids[$0]) }
        var places: [String] = []
        for claim in claims where !places.contains(claim.evidence) { places.append(claim.evidence) }
        return places
    }
}
