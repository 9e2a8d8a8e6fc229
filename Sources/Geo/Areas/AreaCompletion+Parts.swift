import Model
import Text

// Areas in municipalities: school districts, towns, meshes.
extension AreaCompletionWork {
    /// School districts, towns and meshes that the files have.
    mutating func addParts() {
        var used: [String: Int] = [:]
        for file in task.files { used[file.name] = 0 }
        let parts = areas.filter { [.schoolDistrict, .town, .mesh].contains($0.kind) }
        // Those with a code of the table first, so that a name can't take their row.
        let order = parts.indices.sorted { a, b in
            let (isKnown, isOther) = (task.base[parts[a].code] != nil, task.base[parts[b].code] != nil)
            return isKnown != isOther ? isKnown : a < b
        }
        let groups = townGroups
        var files: [PartName: String] = [:]
        for index in order {
            let part = parts[index]
            let shares = containers.shares(of: part.polygon)
            guard isWanted(part, shares) else { continue }
            used[part.location.file, default: 0] += 1
            let listed = listedCode(part)
            // The same district in the edition of another year has another code, or none.
            let name = PartName(kind: part.kind, name: key(part.name), municipality: task.home ?? part.municipality)
            if listed == nil, let file = files[name], file != part.location.file { continue }
            files[name] = part.location.file
            let code = listed ?? madeCode(part)
            add(part, code: code, parents: parents(of: part, shares))
            table.add(part.polygon, of: code)
            if part.kind == .town { table.addCollective(groups.codes(of: part.name, in: part.municipality)) }
        }
        reportElsewhere(parts, used)
    }

    private struct PartName: Hashable {
        let kind: Area.Kind?
        let name: [UInt32]
        let municipality: String?
    }

    private mutating func reportElsewhere(_ parts: [PolygonArea], _ used: [String: Int]) {
        guard let home = task.home else { return }
        for file in task.files where used[file.name] == 0 {
            let count = parts.count { $0.location.file == file.name }
            if count > 0 { reportElsewhere(file.name, count, home) }
        }
    }

    /// Whether a part lies in the municipality: by what the file says, else by where it is.
    private func isWanted(_ part: PolygonArea, _ shares: [Double]) -> Bool {
        guard let home = task.home else { return true }
        if task.base.contains(home, part.code) { return true }
        if !part.parents.isEmpty { return part.parents.contains { isInHome($0) } }
        if let municipality = part.municipality {
            if isInHome(municipality) { return true }
            // A code that nobody knows may be that of a ward that is no more.
            if table[municipality] != nil || containers.isEmpty { return false }
        }
        // A file of one's own, with nothing to compare it with, is about one's own.
        return containers.isEmpty || shares.reduce(0, +) >= 0.5
    }

    /// The row of the table that a part is the outline of: by its code, else by its name if that is clear.
    private func listedCode(_ part: PolygonArea) -> String? {
        if task.base[part.code] != nil { return part.code }
        guard let kind = part.kind, let codes = listed[kind]?[key(part.name)], codes.count == 1,
            let code = codes.first, !table.hasPolygon(code)
        else { return nil }
        return code
    }

    /// Of a school district of 2010 or 2016, which has no code: that of the municipality and the name, so that it stays
    /// the same from file to file.
    private func madeCode(_ part: PolygonArea) -> String {
        part.code.isEmpty ? [part.municipality ?? task.home ?? "", part.name].joined(separator: "-") : part.code
    }

    private func parents(of part: PolygonArea, _ shares: [Double]) -> [String] {
        var parents = part.parents.filter { table[$0] != nil }
        if parents.isEmpty { parents = containers(of: shares) }
        if parents.isEmpty, let municipality = part.municipality, table[municipality] != nil {
            parents = [municipality]
        }
        return parents.isEmpty ? [task.home].compactMap(\.self).filter { table[$0] != nil } : parents
    }

    // MARK: Meshes

    /// All meshes that the municipality reaches into; without its outline, those that hold the point of one of its towns.
    mutating func addMeshes(_ level: Mesh.Level) {
        if listsFully(.mesh, where: { $0.code.utf8.count == level.rawValue }) { return }
        if !containers.isEmpty {
            let polygons = containers.codes.map { containers[$0] ?? AreaPolygon() }
            guard let cells = MeshCover.cells(of: polygons, level: level) else {
                findings.append(
                    Finding(
                        .warning, .fileTooLarge, at: CellLocation(file: task.files.map(\.name).joined(separator: ", ")),
                        found: "> \(MeshCover.limit) \(Area.Kind.mesh.rawValue)", expected: "\(MeshCover.limit)"))
                return
            }
            for cell in cells {
                let total = cell.parts.values.reduce(0, +)
                let shares = containers.codes.indices.map { index in
                    // A cell that areas only reach into between two lines lies in all of them.
                    total > 0 ? (cell.parts[index] ?? 0) / total : cell.parts[index] == nil ? 0 : 1
                }
                addMesh(cell.code, parents: containers(of: shares), source: Self.meshSource)
            }
            return
        }
        var parents: [String: Set<String>] = [:]
        for town in Gazetteer.towns(of: task.gazetteers, where: { isInHome($0) }) {
            guard let point = town.point,
                let code = Mesh.code(latitude: point.latitude, longitude: point.longitude, level: level)
            else { continue }
            parents[code, default: []].insert(town.municipality)
        }
        for (code, parents) in parents.sorted(by: { $0.key < $1.key }) {
            addMesh(code, parents: parents.sorted(), source: Self.meshSource)
        }
        if parents.isEmpty, let home = task.home {
            findings.append(
                Finding(
                    .warning, .areaWithoutPolygon, at: CellLocation(file: task.name),
                    found: [home, table[home]?.name].compactMap(\.self).joined(separator: " ")))
        }
    }

    private static let meshSource = "地域メッシュ（JIS X 0410）"

    private mutating func addMesh(_ code: String, parents: [String], source: String) {
        guard let bounds = Mesh.bounds(code) else { return }
        let corners = [
            (bounds.west, bounds.south), (bounds.east, bounds.south), (bounds.east, bounds.north),
            (bounds.west, bounds.north), (bounds.west, bounds.south),
        ]
        var polygon = AreaPolygon()
        polygon.append([corners.map { AreaPolygon.Point(longitude: $0.0, latitude: $0.1) }[...]])
        var known = parents.filter { table[$0] != nil }
        if known.isEmpty { known = [task.home].compactMap(\.self).filter { table[$0] != nil } }
        table.add(
            Area(code: code, name: code, kind: .mesh, parents: known),
            AreaHierarchy.Details(populationAsOf: nil, squareKilometres: polygon.roundedSize, source: source))
        table.add(polygon, of: code)
    }

    // MARK: Towns

    /// The towns of the gazetteers, unless the table or a file of polygons has them.
    mutating func addTowns() {
        let isDrawn = table.polygons.contains { table[$0.code]?.kind == .town }
        if isDrawn || listsFully(.town) { return }
        let groups = townGroups
        for town in Gazetteer.towns(of: task.gazetteers, where: { isInHomeOrFormer($0) }) {
            if listed[.town]?[key(town.name)] != nil { continue }
            table.addCollective(groups.codes(of: town.name, in: town.municipality))
            let parents = parents(of: town)
            table.add(
                Area(
                    code: GazetteerTown.code(town.municipality, town.name), name: town.name, kind: .town,
                    parents: parents.isEmpty ? [task.home].compactMap(\.self) : parents),
                AreaHierarchy.Details(populationAsOf: nil, squareKilometres: nil, source: Self.townSource))
        }
    }

    private mutating func parents(of town: GazetteerTown) -> [String] {
        guard let municipality = table[town.municipality] else { return [] }
        guard municipality.kind == .town else { return [municipality.code] }
        // A ward that is no more is a town of the table, in the ward or the wards of today.
        table.addCollective([municipality.code])
        let wards = town.point.map(containers.codes(at:)) ?? []
        return wards.isEmpty ? municipality.parents : wards
    }

    private static let townSource = "地名の表（gazetteers）"

    private func isInHomeOrFormer(_ code: String) -> Bool {
        guard let home = task.home else { return true }
        return isInHome(code) || task.base.contains(home, code)
    }
}

extension GazetteerTown {
    /// The code of a town that has none of its own: it stays as long as ward and name do.
    static func code(_ municipality: String, _ name: String) -> String { "\(municipality)-town-\(name)" }
}

extension AreaCompletionWork {
    var townGroups: TownGroups {
        TownGroups(
            (listed[.town] ?? [:]).values.flatMap(\.self).compactMap { task.base[$0] }, variants: task.variants)
    }
}

/// Towns of the table that stand for several: 出水 for 出水一丁目 to 八丁目, 植木町 for what was a municipality.
struct TownGroups {
    private let groups: [(key: [UInt32], area: Area)]
    private let variants: CharacterVariants

    init(_ areas: [Area], variants: CharacterVariants) {
        self.variants = variants
        groups = areas.sorted { $0.code < $1.code }.map { (AreaText.key($0.name, variants: variants), $0) }
    }

    /// - Parameter municipality: of the town; groups of other wards don't hold it.
    func codes(of town: String, in municipality: String?) -> [String] {
        guard !groups.isEmpty else { return [] }
        let name = AreaTownName(town, variants: variants)
        return groups.filter { key, area in
            let isStem = name.stem == key && name.chome > 0
            let isFormer =
                "市町村区".contains(area.name.last ?? " ") && name.stem.count > key.count && name.stem.starts(with: key)
            guard isStem || isFormer else { return false }
            return municipality.map { area.parents.isEmpty || area.parents.contains($0) } ?? true
        }.map(\.area.code)
    }
}
