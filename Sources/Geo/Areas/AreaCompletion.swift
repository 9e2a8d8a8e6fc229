public import Model
public import Text

/// Completes a table of areas by polygons and by gazetteers: areas that it doesn't list, outlines of those that it does,
/// and which area lies in which.
public struct AreaCompletion: Sendable {
    public struct Outcome: Sendable {
        public let hierarchy: AreaHierarchy
        /// Outlines of the areas in the municipality; none of places around it.
        public let shapes: AreaShapes
        /// Codes of the areas that the table didn't list.
        public let added: Set<String>
        public let findings: [Finding]
    }

    /// From which share of its size on an area lies in a ward, or in another area: where it only touches a border that
    /// two files draw differently, it doesn't.
    public static let leastShare = 0.05

    let base: AreaHierarchy
    let name: String
    let files: [PolygonFile]
    let gazetteers: [Gazetteer]
    let variants: CharacterVariants
    let home: String?
    let mesh: Mesh.Level?
    let addsTowns: Bool

    /// - Parameters:
    ///   - base: the table; its rows stay as they are.
    ///   - name: what messages call the table.
    ///   - files: the surer ones first: of two outlines of an area the first one stays.
    ///   - gazetteers: for towns, and for meshes where no polygon says where the municipality is.
    ///   - home: five digits of the municipality whose parts are wanted; of others only the names, as far as they are in
    ///     its prefecture or near. `nil` wants all.
    ///   - mesh: the size of meshes to add; `nil` adds none.
    ///   - addsTowns: whether the towns of the gazetteers become areas.
    public init(
        base: AreaHierarchy, name: String, files: [PolygonFile], gazetteers: [Gazetteer] = [],
        variants: CharacterVariants,
        home: String?, mesh: Mesh.Level? = nil, addsTowns: Bool = false
    ) {
        self.base = base
        self.name = name
        self.files = files
        self.gazetteers = gazetteers
        self.variants = variants
        self.home = home
        self.mesh = mesh
        self.addsTowns = addsTowns
    }

    public func run() -> Outcome {
        var work = AreaCompletionWork(self)
        work.addAdministrative()
        work.addParts()
        if let mesh { work.addMeshes(mesh) }
        if addsTowns { work.addTowns() }
        work.reportMissing()
        let added = work.table.rows.map(\.area.code).filter { base[$0] == nil }
        return Outcome(
            hierarchy: work.table.hierarchy, shapes: work.table.shapes, added: Set(added), findings: work.findings)
    }
}

/// The work of ``AreaCompletion``, one kind of area after the other.
struct AreaCompletionWork {
    let task: AreaCompletion
    var table: AreaTable
    var findings: [Finding] = []
    /// Polygons of the files with their kinds.
    private(set) var areas: [PolygonArea] = []
    /// Wards, and municipalities that have none, with their outlines: what other areas lie in.
    private(set) var containers = AreaShapes()
    /// Names of areas in the municipality that the table lists, by kind.
    private(set) var listed: [Area.Kind: [[UInt32]: [String]]] = [:]

    init(_ task: AreaCompletion) {
        self.task = task
        table = AreaTable(task.base)
        for file in task.files {
            for var area in file.areas {
                area.kind = area.kind ?? kind(ofCode: area.code)
                if area.kind == nil {
                    findings.append(
                        Finding(
                            .warning, .valueType, at: area.location.column("kind"), found: area.code,
                            expected: Area.Kind.allCases.map(\.rawValue).joined(separator: ", ")))
                } else {
                    areas.append(area)
                }
            }
        }
        guard let home = task.home else { return }
        for area in task.base.areas where area.code != home && task.base.contains(home, area.code) {
            listed[area.kind, default: [:]][key(area.name), default: []].append(area.code)
        }
    }

    func key(_ name: String) -> [UInt32] { AreaText.key(name, variants: task.variants) }

    /// A file that says nothing of kinds has codes that tell them: those of prefectures have two digits, those of
    /// municipalities five.
    private func kind(ofCode code: String) -> Area.Kind? {
        if let known = task.base[code] { return known.kind }
        guard code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        switch code.utf8.count {
        case 2: return .prefecture
        case 5: return .municipality
        default: return nil
        }
    }

    // MARK: Prefectures, municipalities, wards

    mutating func addAdministrative() {
        let administrative = areas.filter { [.prefecture, .municipality, .ward].contains($0.kind) }
        let cities = cityCodes(administrative.filter { $0.kind == .ward })
        func city(of area: PolygonArea) -> String? { area.kind == .ward ? cities[area.code] : nil }
        func isHome(_ area: PolygonArea) -> Bool { area.code == task.home || city(of: area) == task.home }
        var bounds = AreaPolygon.Bounds()
        for area in administrative where isHome(area) { bounds.include(area.polygon.bounds) }
        for area in administrative {
            let isInside = task.home == nil || isHome(area)
            guard isInside || isNear(area, bounds) else { continue }
            addPrefecture(of: area)
            if let city = city(of: area), let name = area.city { addCity(city, name, area) }
            // Of other cities the wards are not told.
            guard isInside || area.kind != .ward else { continue }
            let parents = area.parents.isEmpty ? [city(of: area) ?? String(area.code.prefix(2))] : area.parents
            add(area, code: area.code, parents: area.kind == .prefecture ? [] : parents)
            if isInside, area.kind != .prefecture { table.add(area.polygon, of: area.code) }
        }
        makeContainers()
        guard let home = task.home, !administrative.isEmpty, !administrative.contains(where: isHome) else { return }
        for file in Set(administrative.map(\.location.file)).sorted() {
            reportElsewhere(file, administrative.count { $0.location.file == file }, home)
        }
    }

    mutating func reportElsewhere(_ file: String, _ count: Int, _ home: String) {
        findings.append(
            Finding(.warning, .polygonsElsewhere, at: CellLocation(file: file), found: "\(count)", expected: home))
    }

    /// Codes of the cities of wards, by the code of the ward: that of a city in the table by that name, else what comes
    /// before the first ward. 大阪市 has 27100 and its wards begin at 27102, those of 堺市 (27140) at 27141.
    private func cityCodes(_ wards: [PolygonArea]) -> [String: String] {
        var first: [String: String] = [:]
        func group(_ ward: PolygonArea) -> String { "\(ward.code.prefix(2)) \(ward.city ?? "")" }
        for ward in wards { first[group(ward)] = min(first[group(ward)] ?? ward.code, ward.code) }
        var codes: [String: String] = [:]
        for ward in wards {
            let known =
                task.base.ancestors(of: ward.code).first { $0.kind == .municipality }
                ?? task.base.areas.first {
                    $0.kind == .municipality && $0.name == ward.city && $0.code.prefix(2) == ward.code.prefix(2)
                }
            let explicit = ward.parents.first { task.base[$0]?.kind == .municipality }
            codes[ward.code] =
                explicit ?? known?.code
                ?? first[group(ward)].flatMap { Int($0) }.map {
                    ReadAddress.digits($0 / 10 * 10, count: 5)
                }
        }
        return codes
    }

    /// Names of places around are read as such: those of the prefecture, and of others within some 20 km.
    private func isNear(_ area: PolygonArea, _ bounds: AreaPolygon.Bounds) -> Bool {
        guard let home = task.home else { return true }
        return area.code.prefix(2) == home.prefix(2) || area.polygon.bounds.meets(bounds, within: 0.2)
    }

    private mutating func addPrefecture(of area: PolygonArea) {
        guard let name = area.prefecture, area.code.utf8.count == 5 else { return }
        let code = String(area.code.prefix(2))
        table.add(
            Area(code: code, name: name, kind: .prefecture, parents: []), details(area, size: nil, population: false))
    }

    private mutating func addCity(_ code: String, _ name: String, _ ward: PolygonArea) {
        let prefecture = String(code.prefix(2))
        table.add(
            Area(code: code, name: name, kind: .municipality, parents: table[prefecture] == nil ? [] : [prefecture]),
            details(ward, size: nil, population: false))
    }

    private mutating func makeContainers() {
        let polygons = table.polygons
        let parents = Set(polygons.flatMap { table[$0.code]?.parents ?? [] })
        // A city that has wards with outlines is told by them.
        containers = AreaShapes(
            polygons.filter { entry in
                let kind = table[entry.code]?.kind
                return kind == .ward || kind == .municipality && !parents.contains(entry.code)
            })
    }

    // MARK: Rows

    /// - Parameter parents: those that the table doesn't know are left out.
    mutating func add(_ area: PolygonArea, code: String, parents: [String]) {
        guard let kind = area.kind else { return }
        table.add(
            Area(
                code: code, name: area.name, kind: kind, parents: parents.filter { table[$0] != nil },
                population: area.population),
            details(area, size: area.polygon.roundedSize, population: area.population != nil))
    }

    private func details(_ area: PolygonArea, size: Double?, population: Bool) -> AreaHierarchy.Details {
        AreaHierarchy.Details(
            populationAsOf: population ? area.populationAsOf : nil, squareKilometres: size, source: area.source)
    }

    /// The containers that an area lies in, by how much of it does; the largest part counts always.
    func containers(of shares: [Double]) -> [String] {
        guard let largest = shares.max(), largest > 0 else { return [] }
        return zip(containers.codes, shares).filter { $1 >= AreaCompletion.leastShare || $1 == largest }.map(\.0)
    }

    /// Wards of the municipality and itself as the table has them now.
    func isInHome(_ code: String) -> Bool {
        guard let home = task.home else { return true }
        return code == home || table[code]?.parents.contains(home) ?? false
    }

    /// Whether the table gives the areas of a kind with their population: then it is the list, and nothing is added.
    func listsFully(_ kind: Area.Kind, where isMeant: (Area) -> Bool = { _ in true }) -> Bool {
        guard let home = task.home else { return false }
        return task.base.areas(of: kind, in: home).contains { $0.population != nil && isMeant($0) }
    }

    // MARK: What is missing

    /// An area whose name two files write differently would be there twice.
    mutating func reportMissing() {
        guard let home = task.home else { return }
        for kind in [Area.Kind.ward, .schoolDistrict] {
            let areas = task.base.areas(of: kind, in: home)
            let drawn = table.rows.map(\.area).filter { $0.kind == kind && table.hasPolygon($0.code) }
            guard !drawn.isEmpty else { continue }
            let added = drawn.filter { task.base[$0.code] == nil }.map(\.name)
            for area in areas where !table.hasPolygon(area.code) {
                findings.append(
                    Finding(
                        .warning, .areaWithoutPolygon, at: CellLocation(file: task.name),
                        found: "\(area.code) \(area.name)",
                        expected: NearestNames.nearest(to: area.name, among: added).joined(separator: ", ")))
            }
        }
    }
}
