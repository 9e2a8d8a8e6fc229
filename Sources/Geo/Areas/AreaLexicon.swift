import Model
import Text

/// Every word that an area text can hold, with its meanings: names from the hierarchy, the gazetteers and the list of
/// municipalities, and the words of ``AreaWords``.
struct AreaLexicon: Sendable {
    private let lexicon: Lexicon<AreaTerm>

    /// - Parameter home: five digits; areas in it are the city, all others are outside.
    init(
        hierarchy: AreaHierarchy, gazetteers: [Gazetteer], municipalities: MunicipalityCodes, regions: AreaRegions,
        locations: AreaLocations, variants: CharacterVariants, home: String
    ) {
        var builder = Builder(hierarchy: hierarchy, variants: variants, home: home)
        builder.addHierarchy()
        builder.addTowns(of: gazetteers, locations)
        builder.addMunicipalities(municipalities, gazetteers)
        builder.add(regions)
        for (mark, words) in AreaWords.marks { for word in words { builder.add(word, .mark(mark)) } }
        lexicon = Lexicon(builder.entries)
    }

    func longest(in text: AreaText, at position: Int) -> (meanings: [AreaTerm], length: Int)? {
        lexicon.longest(in: text, at: position)
    }

    /// Calls `body` with each word that the text has at the position, the shortest first.
    func forEach(
        in text: AreaText, at position: Int, _ body: (_ meanings: [AreaTerm], _ length: Int) -> Void
    ) {
        lexicon.forEach(in: text, at: position, body)
    }

    /// Collects words, one kind after the other.
    struct Builder {
        let hierarchy: AreaHierarchy
        let variants: CharacterVariants
        let home: String
        private(set) var entries: [(word: [UInt32], meaning: AreaTerm)] = []

        init(hierarchy: AreaHierarchy, variants: CharacterVariants, home: String) {
            self.hierarchy = hierarchy
            self.variants = variants
            self.home = home
        }

        mutating func add(_ word: String, _ term: AreaTerm) {
            add(AreaText.key(word, variants: variants), term)
        }

        mutating func add(_ word: [UInt32], _ term: AreaTerm) { entries.append((word, term)) }
    }
}

// MARK: - Names of the hierarchy

extension AreaLexicon.Builder {
    mutating func addHierarchy() {
        let homePrefecture = hierarchy.ancestors(of: home).first { $0.kind == .prefecture }
        for area in hierarchy.areas {
            switch area.kind {
            case _ where area.code == home: addWhole(area, as: .city)
            case .prefecture where area == homePrefecture: addWhole(area, as: .prefecture)
            case .prefecture, .municipality: addNamed(area)
            case .ward: addWard(area)
            case .schoolDistrict: add(area.name, .schoolDistrict(area.code))
            case .town: break
            case .mesh: break
            }
        }
        addDistrictGroups(hierarchy.areas(of: .schoolDistrict, in: home))
    }

    /// 甲市, 甲市内, 市内, 市, 本市, 当市; the same for a 町, a 村 or a prefecture.
    private mutating func addWhole(_ area: Area, as term: AreaTerm) {
        guard let ending = area.name.last else { return }
        for end in ["", "内", "下", "域"] {
            add(area.name + end, term)
            add("\(ending)\(end)", term)
        }
        if area.name.count > 1 { add(String(area.name.dropLast()), .homeName) }
        if term == .city { for word in ["本\(ending)", "当\(ending)"] { add(word, term) } }
        // 全市 and 市全域 say the same.
        add("全\(ending)", term)
        add(area.name + "外", .mark(term == .city ? .beyond : .beyondPrefecture))
        for word in [area.name + "内外", "\(ending)内外"] {
            add(word, .mark(term == .city ? .beyond : .bothSides))
        }
        if term == .city { for word in [area.name + "内外", "\(ending)内外"] { add(word, .city) } }
    }

    private mutating func addNamed(_ area: Area) {
        add(area.name, .area(area.code))
        if area.name.count > 1 { add(String(area.name.dropLast()), .shortName(area.code)) }
    }

    /// A ward of another city is one only behind the name of that city: 東区 alone is ours or none.
    private mutating func addWard(_ area: Area) {
        for parent in area.parents.compactMap({ hierarchy[$0] }) where parent.kind == .municipality {
            add(parent.name + area.name, .area(area.code))
        }
        guard hierarchy.contains(home, area.code) else { return }
        add(area.name, .area(area.code))
        if area.name.count > 1 { add(String(area.name.dropLast()), .shortName(area.code)) }
        guard area.name.last == "区" else { return }
        for (name, readings) in AreaWords.readings where area.name.dropLast() == name {
            for reading in readings {
                for end in ["区", "く", "ク"] { add(reading + end, .area(area.code)) }
            }
        }
    }

    /// 丙 for the districts 丙東, 丙西 …, where there is none that is called so itself.
    private mutating func addDistrictGroups(_ districts: [Area]) {
        let names = Set(districts.map(\.name))
        var groups: [String: (group: TownGroup, count: Int)] = [:]
        for district in districts where district.name.count > 2 {
            guard let side = district.name.last, "東西南北中".contains(side) else { continue }
            let name = String(district.name.dropLast())
            if names.contains(name) { continue }
            groups[name, default: (TownGroup(), 0)].group.insert(district.code)
            groups[name]?.count += 1
        }
        for (name, entry) in groups where entry.count > 1 { add(name, .schoolDistricts(entry.group)) }
    }
}

// MARK: - Places elsewhere

extension AreaLexicon.Builder {
    /// Municipalities of all Japan and the counties that they lie in. Those of the hierarchy have their names already.
    mutating func addMunicipalities(_ municipalities: MunicipalityCodes, _ gazetteers: [Gazetteer]) {
        var byCode: [String: String] = [:]
        for (code, name) in municipalities.all { byCode[ReadAddress.digits(Int(code), count: 5)] = name }
        for image in gazetteers.map(\.image) {
            for municipality in image.municipalities where MunicipalityBook.isOfficial(municipality.code) {
                byCode[ReadAddress.digits(Int(municipality.code), count: 5)] = image.string(municipality.name)
            }
        }
        let names = byCode.sorted { $0.key < $1.key }.map { (code: $0.key, name: $0.value) }
        let prefecture = String(home.prefix(2))
        let homeName = hierarchy[home]?.name ?? home
        var counties: [String: Set<String>] = [:]
        // A ward that the city had once is none elsewhere.
        for (code, name) in names where !hierarchy.contains(home, code) && !name.hasPrefix(homeName) {
            // 北区 is a name of Tokyo's only behind 東京都.
            add(name.hasSuffix("区") && code.hasPrefix("131") ? "東京都" + name : name, .area(code))
            // 蒲郡市 is in no county. Names of counties and towns come twice in Japan; those nearby are meant.
            guard let end = name.dropFirst().firstIndex(of: "郡"), name.hasSuffix("町") || name.hasSuffix("村"),
                code.hasPrefix(prefecture)
            else { continue }
            if hierarchy[code] == nil { add(String(name[name.index(after: end)...]), .area(code)) }
            counties[String(name[...end]), default: []].insert(code)
        }
        for (name, codes) in counties { add(name, .county(codes)) }
        addCities(names)
    }

    /// A city of which only the wards are listed: by the code of the first one.
    private mutating func addCities(_ names: [(code: String, name: String)]) {
        var known = Set(hierarchy.areas.filter { $0.kind == .municipality }.map(\.name))
        for (code, name) in names where name.hasSuffix("区") {
            guard let end = name.dropFirst().firstIndex(of: "市") else { continue }
            let city = String(name[...end])
            if known.insert(city).inserted { add(city, .area(code)) }
        }
    }

    mutating func add(_ regions: AreaRegions) {
        let homePrefecture = String(home.prefix(2))
        for (code, name) in regions.prefectures where code != homePrefecture && hierarchy[code] == nil {
            add(name, .area(code))
            // 北海 is no name of 北海道.
            if name.last != "道" { add(String(name.dropLast()), .shortName(code)) }
        }
        for region in regions.regions {
            let isHere = region.prefectureCodes.contains(homePrefecture)
            for name in region.names {
                for end in AreaRegions.endings { add(name + end, .region(isHere: isHere)) }
            }
        }
    }
}
