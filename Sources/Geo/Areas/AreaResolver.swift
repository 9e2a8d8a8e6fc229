import Model

/// Decides which meaning of each mention holds, one mention after the other.
struct AreaResolver {
    private let found: AreaMentions
    private let reach: AreaReach
    private let chosen: ServiceAreaKind?
    private var mentions: [AreaMention]
    private var named = NamedPlaces()
    /// What details stand under: the report areas of a ward, or none for a place outside.
    private var container: Set<String>?
    private var hasDetail = false

    /// - Parameter chosen: the option that was ticked, if any.
    static func resolve(_ found: AreaMentions, _ reach: AreaReach, chosen: ServiceAreaKind?)
        -> NamedPlaces
    {
        var resolver = AreaResolver(found, reach, chosen)
        resolver.run()
        return resolver.named
    }

    private init(_ found: AreaMentions, _ reach: AreaReach, _ chosen: ServiceAreaKind?) {
        self.found = found
        self.reach = reach
        self.chosen = chosen
        mentions = found.mentions
    }

    private mutating func run() {
        inheritKinds()
        let hasOther = mentions.contains { !$0.isBase && !$0.isOffice && !$0.isExcluded }
        for index in mentions.indices {
            // A base is where it works when nothing else is named; an office says nothing of that.
            if mentions[index].isOffice || (mentions[index].isBase && hasOther) { continue }
            resolve(index)
        }
        countWards()
    }

    private func next(_ index: Int) -> AreaMention? {
        index + 1 < mentions.count ? mentions[index + 1] : nil
    }

    // MARK: Lists

    /// In 北・西区 and 丙・丁校区 the last one says what all of the list are.
    private mutating func inheritKinds() {
        for index in mentions.indices.dropLast().reversed() where mentions[index].kind == nil {
            let next = mentions[index + 1]
            guard next.link == .list, !mentions[index].isClosed else { continue }
            // Another name may be that of a town, unless no school district is known at all.
            let hasDistrict = mentions[index].terms.contains { $0.schoolDistrictCode != nil }
            if next.kind == .schoolDistrict, hasDistrict || !reach.hasSchoolDistricts {
                mentions[index].kind = .schoolDistrict
            }
        }
    }

    /// What kind of area the neighbours in a list are: 北 is a ward in 北・西区, and in 中央・東・北.
    private func listKind(_ index: Int) -> Area.Kind? {
        var kinds: [Area.Kind?] = []
        if let next = next(index), next.link == .list { kinds.append(kind(of: next)) }
        if index > 0, mentions[index].link == .list { kinds.append(kind(of: mentions[index - 1])) }
        return kinds.compactMap(\.self).first
    }

    private func kind(of mention: AreaMention) -> Area.Kind? {
        guard let code = mention.fullArea ?? mention.terms.lazy.compactMap(\.shortNameCode).first else {
            return nil
        }
        return reach.hierarchy[code]?.kind ?? (reach.isPrefecture(code) ? .prefecture : .municipality)
    }

    // MARK: One after the other

    private mutating func resolve(_ index: Int) {
        let mention = mentions[index]
        if mention.isCity || mention.isPrefecture {
            resolveWhole(index)
            container = nil
            return
        }
        if let isHere = mention.isRegionHere {
            if mention.isExcluded { return }
            if isHere { named.isRegionHere = true } else { named.isFar = true }
            container = nil
            return
        }
        if let next = next(index), next.link == .inside, saysOnlyWhere(mention, next) { return }
        guard let codes = mention.county ?? codes(of: index) else {
            if mention.terms.contains(.homeName) { named.isHomeNamed = true }
            named.unread.append(mention.start..<mention.end)
            return
        }
        if isUnplaced(codes) {
            named.unplaced.append(mention.start..<mention.end)
            return
        }
        if mention.isExcluded {
            exclude(codes, index)
        } else {
            add(codes, mention)
        }
    }

    /// 上益城郡益城町, 福岡県大牟田市: the first name only says where the second one lies.
    private func saysOnlyWhere(_ mention: AreaMention, _ next: AreaMention) -> Bool {
        guard let inner = next.fullArea else { return false }
        if mention.county != nil { return true }
        return mention.fullArea.map { reach.isPrefecture($0) && inner.hasPrefix($0) } ?? false
    }

    private mutating func exclude(_ codes: Set<String>, _ index: Int) {
        // 東区の丙町を除く, 南区、丁町を除く: not the ward, but a part of it.
        let inside = reach.reached(by: codes)
        if let next = next(index), next.isExcluded, !next.isClosed,
            let inner = self.codes(of: index + 1),
            !inside.isEmpty, inside.isSuperset(of: reach.reached(by: inner))
        {
            if next.link == .list { named.codes.formUnion(inside) }
            return
        }
        // Without one of its towns a ward is still reached.
        if mentions[index].isWhole(codes) { named.excluded.formUnion(reach.whollyHeld(by: codes)) }
        named.outside.subtract(codes)
    }

    private mutating func add(_ codes: Set<String>, _ mention: AreaMention) {
        let inside = reach.reached(by: codes)
        if let container, mention.link.mayBeDetail || hasDetail,
            isDetail(mention, inside, of: container)
        {
            hasDetail = true
            return
        }
        named.codes.formUnion(inside)
        if inside.isEmpty {
            named.outside.formUnion(codes)
            if codes.contains(where: reach.isPrefecture) { named.isFar = true }
        }
        container = mention.fullArea == nil ? nil : inside
        hasDetail = false
    }

    /// Whether a mention only says more of the area before it.
    ///
    /// A ward that is written down says where: 丙区の丁町 is 丙区, though 西区 has a 丁町 too. In a list that goes on
    /// (丙区の甲町、丁町), or behind a space, a name from elsewhere is a place of its own.
    private mutating func isDetail(
        _ mention: AreaMention, _ inside: Set<String>, of container: Set<String>
    ) -> Bool {
        // 甲県乙区, 隣町丙: of a place outside all is outside.
        if container.isEmpty {
            return mention.link == .inside && !(mention.fullArea != nil && inside.isEmpty)
        }
        if mention.fullArea != nil { return false }
        if !container.isDisjoint(with: inside) { return true }
        guard mention.link == .inside else { return false }
        named.unread.append(mention.start..<mention.end)
        return true
    }

    private mutating func resolveWhole(_ index: Int) {
        let mention = mentions[index]
        if mention.isExcluded { return }
        if mention.hasSurroundings { named.hasSurroundings = true }
        // 甲市北区, 甲市（北区、西区） and 甲県乙市: the first name only says where the others lie.
        if let next = next(index), next.link.mayBeDetail, !mention.isWhole, !next.isMain,
            !next.isOffice,
            !next.isExcluded, next.link != .bracket || !mention.isPrefecture
        {
            return
        }
        if mention.isCity {
            if mention.isWhole {
                named.isWholeCity = true
            } else if mention.isPartial
                || found.wardCounts.contains(where: { $0.range.lowerBound >= mention.end })
            {
                named.isCityInPart = named.isCityInPart || mention.isPartial
            } else {
                named.isCity = true
            }
        } else if mention.isPartial {
            named.isPrefectureInPart = true
            if mention.kind == .direction { named.unread.append(mention.start..<mention.end) }
        } else {
            named.isWholePrefecture = true
        }
    }

    /// 5区 are all wards of a city that has five; 3区 are those that are named, if there are three.
    private mutating func countWards() {
        for (count, range) in found.wardCounts {
            if count == reach.wardCount, named.codes.isEmpty, named.excluded.isEmpty {
                named.isWholeCity = true
            } else if count != named.codes.count,
                named.excluded.isEmpty || count != reach.wardCount - named.excluded.count
            {
                named.unread.append(range)
            }
        }
    }

    // MARK: Which meaning holds

    /// Whether a place is one of the municipality, and in none of its areas that are known.
    private func isUnplaced(_ codes: Set<String>) -> Bool {
        reach.reached(by: codes).isEmpty && (codes.isEmpty || codes.contains(where: reach.isInside))
    }

    /// Codes of the areas that a mention stands for, none where they aren't known; `nil` when none of its meanings fits,
    /// or several do.
    private func codes(of index: Int) -> Set<String>? {
        let mention = mentions[index]
        if let code = mention.fullArea { return [code] }
        let districts = Set(mention.terms.compactMap(\.schoolDistrictCode))
        switch mention.kind {
        case .schoolDistrict:
            if !districts.isEmpty { return districts }
            for case .schoolDistricts(let group) in mention.terms { return group.codes }
            return nil
        case .otherDistrict:
            return nil
        default:
            break
        }
        let shortNames = mention.terms.compactMap(\.shortNameCode)
        let listKind = listKind(index)
        if let listKind, let code = shortNames.first(where: { reach.hierarchy[$0]?.kind == listKind }) {
            return [code]
        }
        if chosen == .cityAndBeyond, let code = shortNames.first(where: { !reach.isInside($0) }) {
            return [code]
        }
        guard let local = localCodes(mention, districts) else {
            if mention.terms.contains(.homeName), chosen != .cityAndBeyond { return nil }
            // A single letter is a name only in a list.
            return shortNames.first { (reach.hierarchy[$0]?.name.count ?? 3) > 2 }.map { [$0] }
        }
        // 秋葉 may be a town in one ward, or the ward of that name.
        let wards = Set(shortNames.filter(reach.isInside))
        let inside = reach.reached(by: local)
        if !wards.isEmpty, !inside.isSubset(of: reach.reached(by: wards)),
            container?.isDisjoint(with: inside) ?? true
        {
            return nil
        }
        // A name of both is that of the district where these are what is reported by, but for 出水三丁目.
        if reach.reportKind == .schoolDistrict, !districts.isEmpty, mention.chomes.isEmpty { return districts }
        guard local.isEmpty || reach.isCoarse(local) else { return local }
        return reach.reached(by: districts).isEmpty ? [] : districts
    }

    /// What a name stands for in the city, when it is neither said to be a school district nor a ward.
    ///
    /// A neighbourhood is that of the town before that of the school: 出水周辺 reaches into 東区, where a part of
    /// 丙四丁目 lies, though the school district of that name lies in 西区 alone.
    private func localCodes(_ mention: AreaMention, _ districts: Set<String>) -> Set<String>? {
        let towns = mention.terms.compactMap(\.townGroup)
        if !towns.isEmpty { return TownGroup(towns).limited(to: mention.chomes) }
        if !districts.isEmpty { return districts }
        for case .schoolDistricts(let group) in mention.terms { return group.codes }
        let short = mention.terms.compactMap(\.shortTownGroup)
        return short.isEmpty ? nil : TownGroup(short).codes
    }
}
