import Model
import Text

/// Every word that an area text can hold, with its meanings: names from the hierarchy and the gazetteer, and the words
/// of ``AreaWords``.
struct AreaLexicon: Sendable {
    private let lexicon: Lexicon<AreaTerm>

    /// - Parameter home: five digits; areas in it are the city, all others are outside.
    init(hierarchy: AreaHierarchy, gazetteers: [Gazetteer], variants: CharacterVariants, home: String) {
        var builder = Builder(variants: variants)
        builder.add(hierarchy, home: home)
        for gazetteer in gazetteers { builder.add(gazetteer, hierarchy: hierarchy, home: home) }
        builder.addWords()
        lexicon = Lexicon(builder.entries)
    }

    func longest(in text: AreaText, at position: Int) -> (meanings: [AreaTerm], length: Int)? {
        lexicon.longest(in: text, at: position)
    }

    private struct Builder {
        let variants: CharacterVariants
        var entries: [(word: [UInt32], meaning: AreaTerm)] = []

        mutating func add(_ word: String, _ term: AreaTerm) {
            entries.append((AreaText.key(word, variants: variants), term))
        }

        // MARK: Names of the hierarchy

        mutating func add(_ hierarchy: AreaHierarchy, home: String) {
            let homePrefecture = hierarchy.ancestors(of: home).first { $0.kind == .prefecture }
            for area in hierarchy.areas {
                switch area.kind {
                case _ where area.code == home: addWhole(area, as: .city)
                case .prefecture where area == homePrefecture: addWhole(area, as: .prefecture)
                case .prefecture, .municipality, .ward: addNamed(area, hierarchy: hierarchy)
                case .schoolDistrict: add(area.name, .schoolDistrict(area.code))
                case .town: add(area.name, .town(TownGroup(codes: Set(area.parents))))
                case .mesh: break
                }
            }
            addDistrictGroups(hierarchy.areas(of: .schoolDistrict, in: home))
        }

        /// 熊本市, 熊本市内, 市内, 市, 本市, 当市; the same for a 町, a 村 or a prefecture.
        private mutating func addWhole(_ area: Area, as term: AreaTerm) {
            guard let ending = area.name.last else { return }
            for word in [area.name, area.name + "内", "\(ending)内", "\(ending)", "\(ending)下", "\(ending)域"] {
                add(word, term)
            }
            if term == .city { for word in ["本\(ending)", "当\(ending)"] { add(word, term) } }
            // 全市 and 市全域 say the same.
            add("全\(ending)", term)
            add(area.name + "外", .mark(.beyond))
        }

        /// 託麻 for the districts 託麻東, 託麻西 …, where there is none that is called so itself.
        private mutating func addDistrictGroups(_ districts: [Area]) {
            let names = Set(districts.map(\.name))
            var groups: [String: (group: TownGroup, count: Int)] = [:]
            for district in districts where district.name.count > 2 {
                guard let side = district.name.last, "東西南北中".contains(side) else { continue }
                let name = String(district.name.dropLast())
                if names.contains(name) { continue }
                for parent in district.parents { groups[name, default: (TownGroup(), 0)].group.insert(parent) }
                groups[name]?.count += 1
            }
            for (name, entry) in groups where entry.count > 1 { add(name, .shortTown(entry.group)) }
        }

        private mutating func addNamed(_ area: Area, hierarchy: AreaHierarchy) {
            add(area.name, .area(area.code))
            if area.name.count > 1 { add(String(area.name.dropLast()), .shortName(area.code)) }
            for parent in area.parents.compactMap({ hierarchy[$0] }) where parent.kind == .municipality {
                add(parent.name + area.name, .area(area.code))
            }
        }

        // MARK: Towns

        mutating func add(_ gazetteer: Gazetteer, hierarchy: AreaHierarchy, home: String) {
            var inside = Names()
            var outside = Names()
            gazetteer.forEachMunicipality { code, name, towns in
                let isHome = hierarchy.contains(home, code)
                if !isHome { add(name, .area(code)) }
                for town in towns {
                    let name = AreaTownName(town, variants: variants)
                    if isHome {
                        inside.insert(name.stem, code, name.chome)
                    } else {
                        outside.insert(name.stem, code, name.chome)
                    }
                }
            } where: {
                hierarchy[$0] != nil
            }
            add(inside) { _ in true }
            // Elsewhere only names that nothing in the city is called by.
            add(outside) { inside.towns[$0] == nil && inside.shortTowns[$0] == nil && $0.count > 2 }
        }

        private mutating func add(_ names: Names, where isWanted: ([UInt32]) -> Bool) {
            for (word, group) in names.towns where isWanted(word) { entries.append((word, .town(group))) }
            for (word, group) in names.shortTowns where isWanted(word) { entries.append((word, .shortTown(group))) }
        }

        /// Towns by the words that name them.
        private struct Names {
            var towns: [[UInt32]: TownGroup] = [:]
            var shortTowns: [[UInt32]: TownGroup] = [:]

            mutating func insert(_ stem: [UInt32], _ code: String, _ chome: Int) {
                guard stem.count > 1 else { return }
                towns[stem, default: TownGroup()].insert(code, chome: chome)
                if stem.count > 2, stem.last == AreaLetter.town {
                    shortTowns[Array(stem.dropLast()), default: TownGroup()].insert(code)
                }
                // 植木町平野: 植木町 was a municipality, and people still say so.
                if let end = stem.dropFirst().dropLast().firstIndex(of: AreaLetter.town), end > 1 {
                    towns[Array(stem[...end]), default: TownGroup()].insert(code)
                    shortTowns[Array(stem[..<end]), default: TownGroup()].insert(code)
                }
            }
        }

        // MARK: Words

        mutating func addWords() {
            let marks: [(words: [String], mark: AreaTerm.Mark)] = [
                (AreaWords.schoolDistrict, .schoolDistrict), (AreaWords.otherDistrict, .otherDistrict),
                (AreaWords.neighbourhood, .neighbourhood), (AreaWords.whole, .whole), (AreaWords.some, .some),
                (AreaWords.except, .except), (AreaWords.only, .idle), (AreaWords.list, .list),
                (AreaWords.inside, .inside), (AreaWords.opening, .opening), (AreaWords.closing, .closing),
                (AreaWords.restart, .restart), (AreaWords.wider, .wider), (AreaWords.online, .online),
                (AreaWords.beyond, .beyond), (AreaWords.idle, .idle),
            ]
            for (words, mark) in marks { for word in words { add(word, .mark(mark)) } }
        }
    }
}
