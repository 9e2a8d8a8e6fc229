/// A place that an area text names, before it is decided which of its meanings holds.
struct AreaMention {
    /// How it stands to the mention before it.
    enum Link {
        case none
        /// Behind 、 or と.
        case list
        /// Behind の, or directly behind it.
        case inside
        /// The first one in brackets.
        case bracket
        /// Behind a space: that may stand for の or for 、.
        case gap

        /// Whether the mention may say more of the one before it.
        var mayBeDetail: Bool { self == .inside || self == .bracket || self == .gap }
    }

    let terms: [AreaTerm]
    let start: Int
    var end: Int
    var link: Link
    /// Mentions of one group are excluded together.
    let group: Int
    /// 校区, 中学校区, 地区: what is said to be called so.
    var kind: AreaTerm.Mark?
    var isWhole = false
    /// 一部, 東部, or words behind it that no one knows: not all of it is meant.
    var isPartial = false
    var isExcluded = false
    /// 主に: others are meant too.
    var isMain = false
    /// Where an office is.
    var isOffice = false
    /// Where it has its base, which may be where it works.
    var isBase = false
    /// 周辺: what lies around it is meant too.
    var hasSurroundings = false
    var chomes: [Int] = []

    init(terms: [AreaTerm], start: Int, end: Int, link: Link, group: Int) {
        self.terms = terms
        self.start = start
        self.end = end
        self.link = link
        self.group = group
    }

    var isCity: Bool { terms.contains(.city) }
    var isPrefecture: Bool { terms.contains(.prefecture) }

    var fullArea: String? {
        for case .area(let code) in terms { return code }
        return nil
    }

    var county: Set<String>? { terms.lazy.compactMap(\.countyCodes).first }

    /// `nil` for what is no region, or may be a town here too; else whether the municipality lies in it.
    var isRegionHere: Bool? {
        if terms.contains(where: { $0.townGroup != nil || $0.schoolDistrictCode != nil }) { return nil }
        for case .region(let isHere) in terms { return isHere }
        return nil
    }

    /// Whether the name ends with what it is (市, 区, 県), so that words that follow are none of its letters.
    var isClosed: Bool {
        isCity || isPrefecture || fullArea != nil || county != nil || isRegionHere != nil
    }

    /// Whether the codes are those of areas that it names as such, not of areas that the named towns lie in.
    func isWhole(_ codes: Set<String>) -> Bool {
        codes.allSatisfy {
            terms.contains(.area($0)) || terms.contains(.shortName($0))
                || terms.contains(.schoolDistrict($0))
        }
    }
}
