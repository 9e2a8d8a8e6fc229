internal import Model
internal import Tabular

/// The lists of all files, as they were read.
struct ListCollection {
    let prefectures: Prefectures
    private(set) var lists: [ListContent] = []
    private(set) var findings: [ListFindings] = []
    private(set) var book = MunicipalityBook()
    private(set) var hashes: [String?] = []
    /// Whether the system that was given for a file served for one of its lists.
    private(set) var usesGivenSystem = false

    init(prefectures: Prefectures) { self.prefectures = prefectures }

    /// - Throws: `headerMissing` for an empty file, `listUnknown` for one without any known list, `columnMissing` and
    ///   `planeZoneMissing` for plane coordinates that can't be placed.
    mutating func read(_ file: GazetteerImport.File, index: Int) throws(StageError) {
        hashes.append(file.sha256)
        var unknown: [Problem] = []
        var known = 0
        for member in try PackedTables.open(path: file.path, name: file.name) {
            let reader = try member.reader()
            var header = Row()
            let hasHeader = try reader.next(into: &header)
            let titles = hasHeader ? (0..<header.count).map { header.text($0) } : []
            guard titles.contains(where: { !$0.isEmpty }) else {
                unknown.append(Problem(.headerMissing, at: CellLocation(file: member.name), expected: "1"))
                continue
            }
            let columns = ListColumns(titles: titles)
            guard let format = ListFormat(columns) else {
                unknown.append(
                    Problem(
                        .listUnknown, at: CellLocation(file: member.name, row: 1),
                        found: titles.prefix(6).joined(separator: ", "), expected: GazetteerImport.known))
                continue
            }
            known += 1
            var list = ListReader(
                content: ListContent(name: member.name, format: format, file: index), columns: columns,
                prefectures: prefectures,
                system: try system(of: format, given: file.system, columns, titles, name: member.name))
            try list.read(reader, book: &book)
            lists.append(list.content)
            findings.append(list.findings)
        }
        guard known > 0 else { throw StageError(unknown) }
        // A text beside lists, such as a description.
        if !unknown.isEmpty {
            var others = ListFindings(name: file.name)
            for problem in unknown { others.add(.info, problem) }
            otherFindings += others.all
        }
    }

    /// Where the points of a list are, if its rows don't say.
    private mutating func system(
        of format: ListFormat, given: ReferenceSystem?, _ columns: ListColumns, _ titles: [String], name: String
    ) throws(StageError) -> ReferenceSystem {
        if let known = format.system { return known }
        if given != nil { usesGivenSystem = true }
        let system = given ?? .jgd2011
        let header = CellLocation(file: name, row: 1)
        if system.planeZone != nil, !columns.has(.northing, .easting) {
            throw StageError(
                .columnMissing, at: header, found: "northing_m", expected: titles.prefix(8).joined(separator: ", "))
        }
        if system.planeZone == nil, !columns.has(.latitude, .longitude), !columns.has(.epsg), !columns.has(.zone) {
            throw StageError(.planeZoneMissing, at: header, expected: "6670")
        }
        return system
    }

    private(set) var otherFindings: [Finding] = []

    /// Gives the registry's towns and numbers their points, which stand in lists of their own.
    mutating func joinPoints() {
        for format in ListFormat.allCases {
            guard let wanted = format.points else { continue }
            var places: [RegistryKey: (list: Int, index: Int)] = [:]
            for (list, content) in lists.enumerated() where content.format == wanted {
                for (index, point) in content.points.enumerated() where places[point.key] == nil {
                    places[point.key] = (list, index)
                }
            }
            guard !places.isEmpty else { continue }
            var used: Set<RegistryKey> = []
            for list in lists.indices where lists[list].format == format {
                for index in lists[list].towns.indices {
                    let key = lists[list].towns[index].key
                    guard let place = places[key] else { continue }
                    used.insert(key)
                    if lists[list].towns[index].point.exists { continue }
                    lists[list].towns[index].point = lists[place.list].points[place.index].point
                }
                for index in lists[list].numbers.indices {
                    let key = lists[list].numbers[index].key
                    guard let place = places[key] else { continue }
                    used.insert(key)
                    lists[list].numbers[index].point = lists[place.list].points[place.index].point
                }
            }
            countUnused(wanted, used)
        }
    }

    private mutating func countUnused(_ format: ListFormat, _ used: Set<RegistryKey>) {
        for list in lists.indices where lists[list].format == format {
            for point in lists[list].points where !used.contains(point.key) {
                lists[list].leftOut += 1
                let town = String(point.key.town)
                findings[list].count(
                    .info, .pointsUnmatched, row: point.row,
                    example: String(town.prefix(max(0, town.utf8.count - 7))) + " " + town.suffix(7))
            }
            lists[list].points.removeAll { !used.contains($0.key) }
        }
    }
}
