public import FoundationEssentials
internal import Geo
public import Model
internal import Survey
internal import Tabular

/// Writes the areas that polygons have as a table that a wave can read, and a person can look at and edit.
public struct AreaTabling: Sendable {
    /// Names of properties of a file that isn't a published one.
    public struct Layout: Sendable, Hashable {
        public var kind: Area.Kind?
        public var code: String?
        public var name: String?
        public var population: String?

        public init(kind: Area.Kind? = nil, code: String? = nil, name: String? = nil, population: String? = nil) {
            self.kind = kind
            self.code = code
            self.name = name
            self.population = population
        }
    }

    /// GeoJSON files; of two outlines of an area the first one counts.
    public var polygons: [URL]
    /// A table whose rows stay as they are, and come first.
    public var base: URL?
    /// Five digits: the municipality whose parts are wanted; of others around it only the names.
    public var municipality: String?
    /// `1km`, `500m` or `250m`: meshes are added.
    public var mesh: String?
    public var layout: Layout?
    /// Folder with grids for the change of datum.
    public var grids: URL?
    /// `nil` for standard output.
    public var output: URL?
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    public var dataFolder: URL

    public init(
        polygons: [URL], base: URL? = nil, municipality: String? = nil, mesh: String? = nil, layout: Layout? = nil,
        grids: URL? = nil, output: URL? = nil, replaces: Bool = false, dataFolder: URL
    ) {
        self.polygons = polygons
        self.base = base
        self.municipality = municipality
        self.mesh = mesh
        self.layout = layout
        self.grids = grids
        self.output = output
        self.replaces = replaces
        self.dataFolder = dataFolder
    }

    public struct Outcome: Sendable {
        public let counts: [Area.Kind: Int]
        public let findings: [Finding]

        public var areaCount: Int { counts.values.reduce(0, +) }
    }

    /// The sizes of meshes that there are, as they are written.
    public static let meshSizes = MeshSize.allCases.map(\.rawValue)

    /// - Throws: `StageError` with everything that is wrong with files, municipality or output; no file is left then.
    public func run() throws(StageError) -> Outcome {
        // Before anything is read: a person who forgot --force learns it at once.
        let file = try output.map { url throws(StageError) in try OutputFile(url, replaces: replaces) }
        let table = try base.map { url throws(StageError) in
            try AreaHierarchy.load(path: url.path, name: url.lastPathComponent)
        }
        let files = try read()
        let outcome = AreaCompletion(
            base: table ?? AreaHierarchy(areas: []), name: base?.lastPathComponent ?? "--base", files: files,
            variants: try ReferenceData.placeVariants(dataFolder: dataFolder), home: municipality,
            mesh: mesh.flatMap(MeshSize.init(rawValue:))?.level
        ).run()
        if let municipality, outcome.hierarchy[municipality] == nil { throw unknown(municipality, files) }
        try write(outcome.hierarchy, to: file)
        try file?.publish()
        let counts = Dictionary(grouping: outcome.hierarchy.areas, by: \.kind).mapValues(\.count)
        return Outcome(counts: counts, findings: files.flatMap(\.findings) + outcome.findings)
    }

    private func read() throws(StageError) -> [PolygonFile] {
        let own = layout.map {
            OwnPolygonLayout(kind: $0.kind, code: $0.code, name: $0.name, population: $0.population)
        }
        var files: [PolygonFile] = []
        var problems: [Problem] = []
        for url in polygons {
            do throws(StageError) {
                files.append(
                    try PolygonFile.read(path: url.path, name: url.lastPathComponent, own: own, grids: grids?.path))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return files
    }

    private func unknown(_ municipality: String, _ files: [PolygonFile]) -> StageError {
        let known = Set(files.flatMap(\.municipalities)).sorted()
        return StageError(
            .valueUnknown, at: CellLocation(file: "--within"), found: municipality,
            expected: known.prefix(5).joined(separator: ", ") + (known.count > 5 ? ", …" : ""))
    }

    // MARK: The table

    private static let columns = [
        "area_code", "area", "kind", "parent_codes", "population", "population_as_of", "area_km2", "source",
    ]

    private func write(_ hierarchy: AreaHierarchy, to file: OutputFile?) throws(StageError) {
        var writer = CSVWriter(byteOrderMark: file != nil)
        var buffer: [UInt8] = []
        writer.row(Self.columns)
        for area in hierarchy.areas {
            let details = hierarchy.details(of: area.code)
            writer.cell(area.code)
            writer.cell(area.name)
            writer.cell(area.kind.rawValue)
            writer.cell(area.parents.joined(separator: ";"))
            if let population = area.population { writer.cell(population) } else { writer.emptyCell() }
            writer.cell(details?.populationAsOf.map { "\($0)" } ?? "")
            writer.cell(shortest: details?.squareKilometres ?? .nan, &buffer)
            writer.cell(details?.source ?? "")
            writer.endRow()
        }
        try writer.flush(to: file)
    }
}
