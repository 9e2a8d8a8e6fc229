import Model
import Text

extension AreaLexicon.Builder {
    /// Towns of the city alone: elsewhere there is a town of almost any name.
    mutating func addTowns(of gazetteers: [Gazetteer], _ locations: AreaLocations) {
        var names = TownNames()
        for gazetteer in gazetteers {
            gazetteer.forEachMunicipality { code, _, towns in
                for town in towns {
                    let codes = locations.codes(ofTown: town, in: code) ?? [code]
                    names.insert(AreaTownName(town, variants: variants), codes)
                }
            } where: {
                hierarchy.contains(home, $0)
            }
        }
        let towns = hierarchy.areas.filter { $0.kind == .town }
        for town in towns where locations.isAdded(town.code) {
            names.insert(AreaTownName(town.name, variants: variants), [town.code])
        }
        names.addSides()
        for town in towns where !locations.isAdded(town.code) { addTown(town, to: &names) }
        for (word, group) in names.towns { add(word, .town(group)) }
        for (word, group) in names.shortTowns where names.towns[word] == nil { add(word, .shortTown(group)) }
    }

    /// A town of the hierarchy: what it says of a name goes before the gazetteers, which may not have all of its 丁目,
    /// or have wards that are no more. Former municipalities and wards are written with their ending and without.
    private func addTown(_ area: Area, to names: inout TownNames) {
        let name = AreaText.key(area.name, variants: variants)
        names.towns[name, default: TownGroup()].codes = [area.code]
        guard name.count > 1, let ending = area.name.last, "市町村区".contains(ending) else { return }
        // 北部町 was a town, but 北部 is a side of the city.
        let short = String(area.name.dropLast())
        if AreaWords.marks.contains(where: { $0.mark == .direction && $0.words.contains(short) }) {
            return
        }
        names.shortTowns[Array(name.dropLast()), default: TownGroup()].codes = [area.code]
    }

    /// Towns by the words that name them.
    private struct TownNames {
        var towns: [[UInt32]: TownGroup] = [:]
        var shortTowns: [[UInt32]: TownGroup] = [:]

        mutating func insert(_ name: AreaTownName, _ codes: Set<String>) {
            let stem = name.stem
            guard stem.count > 1 else { return }
            towns[stem, default: TownGroup()].insert(codes, chome: name.chome)
            if stem.count > 2, stem.last == AreaLetter.town {
                shortTowns[Array(stem.dropLast()), default: TownGroup()].insert(codes)
            }
            if let short = name.stemWithoutStreet { shortTowns[short, default: TownGroup()].insert(codes) }
            // 植木町平野: 植木町 was a municipality, and people still say so.
            if let end = stem.dropFirst().dropLast().firstIndex(of: AreaLetter.town), end > 1 {
                towns[Array(stem[...end]), default: TownGroup()].insert(codes)
                shortTowns[Array(stem[..<end]), default: TownGroup()].insert(codes)
            }
        }

        /// 長嶺 for 長嶺東, 長嶺西 and 長嶺南, where there is no town that is called so itself.
        mutating func addSides() {
            var groups: [[UInt32]: (group: TownGroup, sides: Set<UInt32>)] = [:]
            for names in [towns, shortTowns] {
                for (stem, group) in names where stem.count > 2 {
                    guard let side = stem.last, AreaLetter.sides.contains(side) else { continue }
                    let name = Array(stem.dropLast())
                    groups[name, default: (TownGroup(), [])].group.codes.formUnion(group.codes)
                    groups[name]?.sides.insert(side)
                }
            }
            for (name, entry) in groups where entry.sides.count > 1 && towns[name] == nil {
                shortTowns[name, default: TownGroup()].codes.formUnion(entry.group.codes)
            }
        }
    }
}
