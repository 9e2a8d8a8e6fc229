internal import FoundationEssentials
internal import Geo
internal import Model
internal import Survey
internal import Text

/// The areas of a wave: the table, completed by polygons and gazetteers.
struct WaveAreas {
    let hierarchy: AreaHierarchy
    /// Outlines of the areas in the municipality, as far as there are polygons.
    let shapes: AreaShapes
    /// Where places lie that service areas name.
    let locations: AreaLocations
    let findings: [Finding]

    /// - Throws: `StageError` with the problems of every file.
    static func read(
        _ polygons: [(description: PolygonDescription, url: URL)], _ options: RunOptions
    ) throws(StageError) -> [PolygonFile] {
        var files: [PolygonFile] = []
        var problems: [Problem] = []
        for (description, url) in polygons {
            do throws(StageError) {
                files.append(
                    try PolygonFile.read(
                        path: url.path, name: description.file.path, own: description.layout,
                        grids: options.grids?.path))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return files
    }

    init(
        _ table: AreaHierarchy, _ files: [PolygonFile], description: WaveDescription, gazetteers: [Gazetteer],
        variants: CharacterVariants
    ) {
        let home = description.wave.municipality.code
        let isByMesh = description.reportBy == .mesh
        let outcome = AreaCompletion(
            base: table, name: description.areas.path, files: files, gazetteers: gazetteers, variants: variants,
            home: home,
            mesh: isByMesh ? description.mesh.level : nil, addsTowns: description.reportBy == .town
        ).run()
        hierarchy = outcome.hierarchy
        shapes = outcome.shapes
        locations = AreaLocations(
            outcome, gazetteers: gazetteers, variants: variants, home: home, reportKind: description.reportBy)
        var findings = files.flatMap(\.findings) + outcome.findings
        let file = CellLocation(file: description.areas.path)
        if let outside = locations.townsOutside {
            findings.append(
                Finding(.info, .townsOutsideAreas, at: file, found: "\(outside.count)", expected: outside.example))
        }
        let report = hierarchy.reportAreas(kind: description.reportBy, in: home)
        if description.needFile == nil, report.count > 1, report.allSatisfy({ $0.population == nil }) {
            findings.append(
                Finding(.info, .populationUnknown, at: file.column("population"), found: "\(report.count)"))
        }
        self.findings = findings
    }
}

extension PolygonDescription {
    /// `nil` where the file speaks for itself.
    fileprivate var layout: OwnPolygonLayout? {
        let own = OwnPolygonLayout(kind: kind, code: code, name: name, population: population)
        return own == OwnPolygonLayout() ? nil : own
    }
}

extension MeshSize {
    var level: Mesh.Level {
        switch self {
        case .kilometre: .third
        case .half: .half
        case .quarter: .quarter
        }
    }
}
