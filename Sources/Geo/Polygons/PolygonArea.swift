import Model

/// An area as a file of polygons describes it; the polygons of all features with its code are one.
struct PolygonArea: Sendable {
    /// `nil` where the file leaves it to the table of areas and to the length of the code.
    var kind: Area.Kind?
    /// Empty for a school district that has none.
    var code: String
    var name: String
    /// Code of the municipality or the ward that it lies in, as the file has it.
    var municipality: String?
    /// Name of the city that a ward belongs to.
    var city: String?
    var prefecture: String?
    /// As the file says; empty where polygons have to tell.
    var parents: [String] = []
    var population: Int?
    var populationAsOf: CivilDate?
    var polygon = AreaPolygon()
    var source: String
    /// The first of its features.
    var location: CellLocation

    /// What features that belong together have in common.
    struct Key: Hashable {
        let kind: Area.Kind?
        let code: String
        /// Empty where there is a code.
        let name: String
        let municipality: String?
    }

    var key: Key {
        code.isEmpty
            ? Key(kind: kind, code: "", name: name, municipality: municipality)
            : Key(kind: kind, code: code, name: "", municipality: nil)
    }
}
