public import Model
public import Text

/// Reads free text about where an organisation works into a set of report areas.
public struct ServiceAreaReader: Sendable {
    private let hierarchy: AreaHierarchy
    private let lexicon: AreaLexicon
    private let variants: CharacterVariants
    private let home: String
    /// Codes of the areas of the report.
    private let reportCodes: Set<String>
    /// For each area the areas of the report that it is, lies in or holds; none for those outside the municipality.
    private let reached: [String: Set<String>]
    /// For each area the areas of the report that lie wholly in it.
    private let held: [String: Set<String>]

    /// - Parameters:
    ///   - home: five digits of the wave's municipality.
    ///   - reportKind: the kind of area that gaps are reported in; where the municipality has none, it is itself the
    ///     only one.
    public init(
        hierarchy: AreaHierarchy, gazetteers: [Gazetteer], variants: CharacterVariants, home: String,
        reportKind: Area.Kind
    ) {
        self.hierarchy = hierarchy
        self.variants = variants
        self.home = home
        lexicon = AreaLexicon(
            hierarchy: hierarchy, gazetteers: gazetteers, variants: variants, home: home)
        reportCodes = Set(hierarchy.reportAreas(kind: reportKind, in: home).map(\.code))
        var held: [String: Set<String>] = [:]
        for code in reportCodes {
            for outer in [code] + hierarchy.ancestors(of: code).map(\.code) { held[outer, default: []].insert(code) }
        }
        self.held = held
        var reached = held
        for area in hierarchy.areas where held[area.code] == nil {
            reached[area.code] = reportCodes.intersection(hierarchy.ancestors(of: area.code).map(\.code))
        }
        self.reached = reached
    }

    /// - Parameter chosen: the option that was ticked; `nil` when there was none, as in lists that have only a text.
    /// - Returns: the area, and the words that were not understood, if any. An option that was ticked stays when the
    ///   text is not understood. `wider` (全国, 九州) covers all areas of the report, but says so by its kind:
    ///   whether it fills any is for a person to confirm.
    public func read(_ text: String, chosen: ServiceAreaKind?) -> (area: ServiceArea, notUnderstood: String?) {
        let areaText = AreaText(text, variants: variants)
        if areaText.count == 0 { return (area(of: chosen ?? .unknown, Named()), nil) }
        let mentions = AreaMentions(areaText, lexicon)
        var named = Named()
        resolve(mentions, chosen, &named)
        var unread = named.unread + mentions.unknown
        let kind = kind(chosen, named, mentions)
        if unread.isEmpty, named.isNothing, !mentions.isWhole, !mentions.isWider, !mentions.isOnline, !mentions.isBeyond
        {
            unread = [0..<areaText.count]
        }
        let area = area(of: kind, named)
        // A part of the city was ticked, and the text names none of it, or only places elsewhere.
        if chosen == .part, area.codes.isEmpty, kind != .online { unread = [0..<areaText.count] }
        let words = unread.sorted { $0.lowerBound < $1.lowerBound }
            .map { areaText.written(from: $0.lowerBound, to: $0.upperBound) }
        return (area, words.isEmpty ? nil : words.joined(separator: "、"))
    }

    // MARK: Kind and codes

    /// What the text names, once it is clear which meaning of each word holds.
    private struct Named {
        var codes: Set<String> = []
        var excluded: Set<String> = []
        var outside: Set<String> = []
        var isWholeCity = false
        /// 市内 without more.
        var isCity = false
        var isWholePrefecture = false
        var isPrefectureInPart = false
        var isWider = false
        var unread: [Range<Int>] = []

        var isNothing: Bool {
            codes.isEmpty && outside.isEmpty && excluded.isEmpty && !isWholeCity && !isCity && !isWholePrefecture
                && !isPrefectureInPart
        }
    }

    private func kind(_ chosen: ServiceAreaKind?, _ named: Named, _ mentions: AreaMentions) -> ServiceAreaKind {
        let isCity =
            named.isWholeCity || named.isCity || mentions.isWhole || (named.codes.isEmpty && !named.excluded.isEmpty)
        switch chosen {
        case .part:
            if named.codes.isEmpty, !named.isWholeCity, named.excluded.isEmpty {
                if !named.outside.isEmpty, !named.isCity { return .outside }
                if mentions.isOnline { return .online }
            }
            return .part
        case .other, .unknown, nil:
            if mentions.isWider || named.isWider { return .wider }
            if named.isWholePrefecture { return .prefecture }
            if isCity {
                if !named.outside.isEmpty || mentions.isBeyond || named.isPrefectureInPart { return .cityAndBeyond }
                return named.excluded.isEmpty ? .city : .part
            }
            if !named.codes.isEmpty { return .part }
            if !named.outside.isEmpty || mentions.isBeyond { return .outside }
            return mentions.isOnline ? .online : chosen ?? .unknown
        case .city, .cityAndBeyond, .prefecture, .outside, .wider, .online:
            return chosen ?? .unknown
        }
    }

    private func area(of kind: ServiceAreaKind, _ named: Named) -> ServiceArea {
        var codes: Set<String>
        switch kind {
        case .city, .cityAndBeyond, .prefecture, .wider: codes = reportCodes
        case .part:
            let coversAll =
                named.isWholeCity || named.isWholePrefecture || (named.codes.isEmpty && !named.excluded.isEmpty)
            codes = coversAll ? reportCodes : named.codes
        case .outside, .online, .other, .unknown: codes = named.codes
        }
        codes.subtract(named.excluded)
        return ServiceArea(kind: kind, codes: codes.sorted(), outsideCodes: named.outside.sorted())
    }

    // MARK: Which meaning holds

    private func resolve(_ found: AreaMentions, _ chosen: ServiceAreaKind?, _ named: inout Named) {
        var mentions = found.mentions
        inheritKinds(&mentions)
        /// Report areas of the ward that details stand under.
        var container: Set<String>?
        var hasDetail = false
        for (index, mention) in mentions.enumerated() {
            let next = index + 1 < mentions.count ? mentions[index + 1] : nil
            if mention.isCity || mention.isPrefecture {
                resolveWhole(mention, next: next, &named)
                container = nil
                continue
            }
            guard let codes = codes(of: mention, next: next, chosen) else {
                named.unread.append(mention.start..<mention.end)
                continue
            }
            let inside = union(of: codes, reached)
            if mention.isExcluded {
                // 東区の健軍を除く: not the ward.
                if let next, next.isExcluded, next.link == .inside, next.fullArea == nil { continue }
                // Without one of its towns a ward is still reached.
                if mention.isWhole(codes) { named.excluded.formUnion(union(of: codes, held)) }
                named.outside.subtract(codes)
                continue
            }
            if mention.fullArea == nil, let container, mention.link == .inside || hasDetail {
                // A ward that is written down says where: 中央区の島崎 is 中央区, though 西区 has a 島崎 too. In a list
                // that goes on (中央区の島崎、健軍) a name from elsewhere is a place of its own.
                hasDetail = true
                if mention.link == .inside || !container.isDisjoint(with: inside) { continue }
            }
            named.codes.formUnion(inside)
            if inside.isEmpty { named.outside.formUnion(codes) }
            if codes.contains(where: { hierarchy[$0]?.kind == .prefecture }) { named.isWider = true }
            container = mention.fullArea == nil ? nil : inside
            hasDetail = false
        }
    }

    private func union(of codes: Set<String>, _ areas: [String: Set<String>]) -> Set<String> {
        codes.reduce(into: Set<String>()) { $0.formUnion(areas[$1] ?? []) }
    }

    /// In 北・西区 and 健軍・若葉校区 the last one says what all of the list are.
    private func inheritKinds(_ mentions: inout [AreaMention]) {
        for index in mentions.indices.dropLast().reversed() where mentions[index].kind == nil {
            let next = mentions[index + 1]
            guard next.link == .list, mentions[index].fullArea == nil else { continue }
            if next.kind == .schoolDistrict, mentions[index].terms.contains(where: \.isSchoolDistrict) {
                mentions[index].kind = .schoolDistrict
            }
        }
    }

    private func resolveWhole(_ mention: AreaMention, next: AreaMention?, _ named: inout Named) {
        // 熊本市北区 and 熊本県宇土市: the first name only says where the second one lies.
        if let next, next.link == .inside, next.group == mention.group, !mention.isWhole { return }
        if mention.isExcluded { return }
        if mention.isCity {
            if mention.isWhole { named.isWholeCity = true } else if !mention.isPartial { named.isCity = true }
        } else if mention.isPartial {
            named.isPrefectureInPart = true
        } else {
            named.isWholePrefecture = true
        }
    }

    /// Codes of the areas that a mention stands for; `nil` when none of its meanings fits.
    private func codes(of mention: AreaMention, next: AreaMention?, _ chosen: ServiceAreaKind?) -> Set<String>? {
        if let code = mention.fullArea { return [code] }
        switch mention.kind {
        case .schoolDistrict:
            let codes = Set(mention.terms.compactMap(\.schoolDistrictCode))
            return codes.isEmpty ? nil : codes
        case .otherDistrict:
            return nil
        default:
            break
        }
        let shortNames = mention.terms.compactMap(\.shortNameCode)
        // 北・西区: the kind of the next one decides among wards and municipalities.
        if let next, next.link == .list, let kind = listKind(next),
            let code = shortNames.first(where: { hierarchy[$0]?.kind == kind })
        {
            return [code]
        }
        if chosen == .cityAndBeyond, let code = shortNames.first(where: { !hierarchy.contains(home, $0) }) {
            return [code]
        }
        // A neighbourhood is that of the town before that of the school: 出水周辺 reaches into 東区, where a part of
        // 出水四丁目 lies, though the school district of that name lies in 中央区 alone.
        let towns = mention.terms.compactMap(\.townGroup)
        if !towns.isEmpty { return TownGroup(towns).limited(to: mention.chomes) }
        let districts = Set(mention.terms.compactMap(\.schoolDistrictCode))
        if !districts.isEmpty { return districts }
        for case .shortTown(let group) in mention.terms { return group.codes }
        return shortNames.first { (hierarchy[$0]?.name.count ?? 0) > 2 }.map { [$0] }
    }

    private func listKind(_ mention: AreaMention) -> Area.Kind? {
        (mention.fullArea ?? mention.terms.lazy.compactMap(\.shortNameCode).first).flatMap { hierarchy[$0]?.kind }
    }
}

extension AreaTerm {
    fileprivate var isSchoolDistrict: Bool { schoolDistrictCode != nil }
    fileprivate var schoolDistrictCode: String? { if case .schoolDistrict(let code) = self { code } else { nil } }
    fileprivate var townGroup: TownGroup? { if case .town(let group) = self { group } else { nil } }
    fileprivate var shortNameCode: String? { if case .shortName(let code) = self { code } else { nil } }
}
