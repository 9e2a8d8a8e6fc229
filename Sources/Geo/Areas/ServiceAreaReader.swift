public import Model
public import Text

/// Reads free text about where an organisation works into a set of report areas.
public struct ServiceAreaReader: Sendable {
    private let lexicon: AreaLexicon
    private let variants: CharacterVariants
    private let reach: AreaReach

    /// - Parameters:
    ///   - municipalities: those of all Japan, so that any place outside is known as one; the hierarchy and the
    ///     gazetteers say which are nearby.
    ///   - home: five digits of the wave's municipality.
    ///   - locations: where towns and other areas lie that the hierarchy doesn't put into areas of the report.
    ///   - reportKind: the kind of area that gaps are reported in; where the municipality has none, it is itself the
    ///     only one.
    public init(
        hierarchy: AreaHierarchy, gazetteers: [Gazetteer],
        municipalities: MunicipalityCodes = MunicipalityCodes(), regions: AreaRegions = AreaRegions(),
        locations: AreaLocations = AreaLocations(), variants: CharacterVariants, home: String, reportKind: Area.Kind
    ) {
        self.variants = variants
        lexicon = AreaLexicon(
            hierarchy: hierarchy, gazetteers: gazetteers, municipalities: municipalities, regions: regions,
            locations: locations, variants: variants, home: home)
        reach = AreaReach(hierarchy: hierarchy, home: home, reportKind: reportKind, locations: locations)
    }

    /// What a text says.
    public struct Reading: Sendable, Hashable {
        public let area: ServiceArea
        /// The words that were not understood, if any.
        public let notUnderstood: String?
        /// Places of the municipality that are known, but not in which areas of the report they lie; these count for none.
        public let notPlaced: String?

        /// Both; `nil` where all words were understood and placed.
        public var unread: String? {
            let words = [notUnderstood, notPlaced].compactMap(\.self)
            return words.isEmpty ? nil : words.joined(separator: "、")
        }
    }

    /// - Parameter chosen: the option that was ticked; `nil` when there was none, as in lists that have only a text.
    /// - Returns: the area, and the words that were not understood or placed, if any. An option that was ticked stays when
    ///   the text is not understood, or contradicts it. `wider` (全国, 九州) covers all areas of the report, but says so by
    ///   its kind: whether it fills any is for a person to confirm. A text without an option that names only places
    ///   outside says where the organisation goes besides, not that it is never in the municipality: its kind is
    ///   `unknown`, and all of it is given back as not understood.
    public func reading(_ text: String, chosen: ServiceAreaKind?) -> Reading {
        let areaText = AreaText(text, variants: variants)
        if areaText.count == 0 {
            return Reading(area: area(of: chosen ?? .unknown, NamedPlaces()), notUnderstood: nil, notPlaced: nil)
        }
        let mentions = AreaMentions(areaText, lexicon)
        let named = AreaResolver.resolve(mentions, reach, chosen: chosen)
        let kind = kind(chosen, named, mentions)
        let area = area(of: kind, named)
        var unread = named.unread + mentions.unknown
        if named.unplaced.isEmpty, isOpen(chosen, kind, area, named, mentions, hasUnread: !unread.isEmpty) {
            unread = [0..<areaText.count]
        }
        func words(_ ranges: [Range<Int>]) -> String? {
            let words = ranges.sorted { $0.lowerBound < $1.lowerBound }
                .map { areaText.written(from: $0.lowerBound, to: $0.upperBound) }
            return words.isEmpty ? nil : words.joined(separator: "、")
        }
        // Where all areas are covered, that one is too.
        let isEverywhere = reach.reportCodes.isSubset(of: area.codes)
        return Reading(
            area: area, notUnderstood: words(unread), notPlaced: isEverywhere ? nil : words(named.unplaced))
    }

    /// Whether the text as a whole leaves open where the organisation works.
    private func isOpen(
        _ chosen: ServiceAreaKind?, _ kind: ServiceAreaKind, _ area: ServiceArea, _ named: NamedPlaces,
        _ mentions: AreaMentions, hasUnread: Bool
    ) -> Bool {
        switch chosen {
        case .part:
            // A part of the city was ticked, and the text names none of it, or only places elsewhere.
            return area.codes.isEmpty && kind != .online
        case .city, .cityAndBeyond, .prefecture:
            // 「なし」 is no place, but none was needed.
            return !hasUnread && named.isNothing && mentions.hasLetters
                && !mentions.saysSomethingAboutRange
        default:
            // The text had to say, and doesn't.
            return kind == .unknown || kind == .other || (kind == .part && area.codes.isEmpty)
        }
    }

    // MARK: Kind and codes

    private func kind(
        _ chosen: ServiceAreaKind?, _ named: NamedPlaces, _ mentions: AreaMentions
    ) -> ServiceAreaKind {
        switch chosen {
        case .part:
            return named.namesNothingHere && named.outside.isEmpty && mentions.isOnline ? .online : .part
        case .other, .unknown, nil:
            return rangeKind(chosen, named, mentions)
        case .city, .cityAndBeyond, .prefecture, .outside, .wider, .online:
            return chosen ?? .unknown
        }
    }

    private func rangeKind(
        _ chosen: ServiceAreaKind?, _ named: NamedPlaces, _ mentions: AreaMentions
    ) -> ServiceAreaKind {
        let isFar = mentions.isBeyondPrefecture || named.isFar
        if mentions.isEverywhere || mentions.isBothSides || named.isRegionHere { return .wider }
        if named.isWholePrefecture { return isFar ? .wider : .prefecture }
        let isCity =
            named.isWholeCity || named.isCity
            || (mentions.isWhole && named.isSilent && mentions.unknown.isEmpty)
            || (named.codes.isEmpty && !named.excluded.isEmpty)
        let isElsewhere =
            !named.outside.isEmpty || mentions.isBeyond || isFar || named.isPrefectureInPart
            || named.hasSurroundings
        if isCity {
            if isElsewhere { return .cityAndBeyond }
            return named.excluded.isEmpty ? .city : .part
        }
        if !named.codes.isEmpty || named.isCityInPart || !named.unplaced.isEmpty { return .part }
        if named.isHomeNamed { return chosen ?? .unknown }
        if isElsewhere, !named.isPrefectureInPart, !named.hasSurroundings {
            // その他 was ticked though there is an option for places besides the city.
            return chosen == .other || mentions.isOnly ? .outside : .unknown
        }
        return mentions.isOnline ? .online : chosen ?? .unknown
    }

    private func area(of kind: ServiceAreaKind, _ named: NamedPlaces) -> ServiceArea {
        var codes: Set<String>
        switch kind {
        case .city, .cityAndBeyond, .prefecture, .wider: codes = reach.reportCodes
        case .part:
            let coversAll =
                named.isWholeCity || named.isWholePrefecture
                || (named.codes.isEmpty && !named.excluded.isEmpty)
            codes = coversAll ? reach.reportCodes : named.codes
        case .outside, .online, .other, .unknown: codes = named.codes
        }
        codes.subtract(named.excluded)
        return ServiceArea(kind: kind, codes: codes.sorted(), outsideCodes: named.outside.sorted())
    }
}

extension AreaMentions {
    /// Whether a word says how far, though it names no place.
    fileprivate var saysRange: Bool {
        isWhole || isEverywhere || isOnline || isBeyond || isBeyondPrefecture || isBothSides
    }

    /// The same, or that nothing is to be said.
    fileprivate var saysSomethingAboutRange: Bool {
        saysRange || saysNothing || mentions.contains { $0.hasSurroundings }
    }
}
