internal import Geo

/// Complete names of places that a reading gives by the code of their municipality.
struct PlaceNames {
    let gazetteers: [Gazetteer]

    /// - Parameter alternative: a code, a space and the name of a town; see ``ReadAddress/alternatives``.
    /// - Returns: prefecture, municipality and town; `nil` for a code that no list has.
    func name(_ alternative: String) -> String? {
        guard let space = alternative.firstIndex(of: " ") else { return nil }
        let code = String(alternative[..<space])
        return gazetteers.lazy.compactMap { $0.name(ofMunicipality: code) }.first
            .map { $0 + alternative[alternative.index(after: space)...] }
    }
}
