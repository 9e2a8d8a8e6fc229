internal import Geo
internal import Model

/// Complete names of places that a reading gives by the code of their municipality.
struct PlaceNames {
    private var municipalities: [String: String] = [:]

    /// - Parameter alternatives: all that will be asked for, such as `43101 国府一丁目`.
    init(of alternatives: some Sequence<String>, hierarchy: AreaHierarchy, gazetteers: [Gazetteer]) {
        var elsewhere: Set<String> = []
        for code in Set(alternatives.compactMap { Self.parts($0)?.code }) {
            municipalities[code] = Self.name(code, in: hierarchy)
            if municipalities[code] == nil { elsewhere.insert(code) }
        }
        // A list can be national; at home, where most of them are, there is no need to look through it.
        for gazetteer in gazetteers {
            for index in 0..<gazetteer.townCount {
                guard !elsewhere.isEmpty else { return }
                let town = gazetteer[index]
                guard elsewhere.remove(town.municipalityCode) != nil else { continue }
                municipalities[town.municipalityCode] = town.prefecture + town.municipality
            }
        }
    }

    /// `43101 国府一丁目` → 熊本県熊本市中央区国府一丁目; `nil` for a code that no list has.
    func name(_ alternative: String) -> String? {
        guard let (code, town) = Self.parts(alternative) else { return nil }
        return municipalities[code].map { $0 + town }
    }

    private static func parts(_ alternative: String) -> (code: String, town: String)? {
        guard let space = alternative.firstIndex(of: " ") else { return nil }
        return (String(alternative[..<space]), String(alternative[alternative.index(after: space)...]))
    }

    private static func name(_ code: String, in hierarchy: AreaHierarchy) -> String? {
        guard let area = hierarchy[code] else { return nil }
        let above = hierarchy.ancestors(of: code)
        let names = [Area.Kind.prefecture, .municipality].compactMap { kind in above.first { $0.kind == kind }?.name }
        return names.count == (area.kind == .ward ? 2 : 1) ? names.joined() + area.name : nil
    }
}
