/// What a word of an area text means.
enum AreaTerm: Sendable, Hashable {
    // Places, by the codes that they stand for.

    /// A ward, municipality or prefecture by its full name, with 区, 市, 町, 村 or 県.
    case area(String)
    /// The same without that ending: 北 in 北・西区.
    case shortName(String)
    /// 上益城郡: the municipalities in it, as far as they are known.
    case county(Set<String>)
    /// 九州, 関東: several prefectures, that of the municipality among them or not.
    case region(isHere: Bool)
    case schoolDistrict(String)
    /// 託麻 for the districts 託麻東, 託麻西 …
    case schoolDistricts(TownGroup)
    /// A town, or the towns of one name or of one former municipality.
    case town(TownGroup)
    /// The same left without its ending: 池上 for 池上町, 新琴似 for 新琴似十条, 長嶺 for 長嶺東 and 長嶺西.
    case shortTown(TownGroup)
    /// The municipality itself, by name or as 市内.
    case city
    /// Its prefecture, by name or as 県内.
    case prefecture
    /// The name without 市 or 県, which may be the one or the other.
    case homeName

    // What is said of them.

    case mark(Mark)

    enum Mark: Sendable, Hashable {
        case schoolDistrict, otherDistrict, neighbourhood, surroundings, direction
        case whole, some, only, mainly, mainlyBehind, except, office, base
        case list, inside, opening, closing, restart, particle, idle, nothing
        case everywhere, online, beyond, beyondPrefecture, bothSides
    }

    var isPlace: Bool { if case .mark = self { false } else { true } }

    var schoolDistrictCode: String? { if case .schoolDistrict(let code) = self { code } else { nil } }
    var townGroup: TownGroup? { if case .town(let group) = self { group } else { nil } }
    var shortTownGroup: TownGroup? { if case .shortTown(let group) = self { group } else { nil } }
    var shortNameCode: String? { if case .shortName(let code) = self { code } else { nil } }
    var countyCodes: Set<String>? { if case .county(let codes) = self { codes } else { nil } }
}

/// Towns of one name, by the codes of the areas that they lie in; none for those of which nobody knows that.
struct TownGroup: Sendable, Hashable {
    var codes: Set<String> = []
    /// Codes by 丁目, for those that have one.
    var codesByChome: [Int: Set<String>] = [:]

    init(codes: Set<String> = []) { self.codes = codes }

    /// All towns of several groups: what the hierarchy says of a name and what the gazetteer does.
    init(_ groups: [TownGroup]) {
        for group in groups {
            codes.formUnion(group.codes)
            codesByChome.merge(group.codesByChome) { $0.union($1) }
        }
    }

    mutating func insert(_ code: String) { codes.insert(code) }

    mutating func insert(_ areas: Set<String>, chome: Int = 0) {
        codes.formUnion(areas)
        if chome > 0 { codesByChome[chome, default: []].formUnion(areas) }
    }

    /// The codes of these 丁目 only; all where none of them is known.
    func limited(to chomes: [Int]) -> Set<String> {
        let known = chomes.compactMap { codesByChome[$0] }
        return known.isEmpty ? codes : known.reduce([]) { $0.union($1) }
    }
}
