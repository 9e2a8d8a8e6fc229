internal import Model
internal import Tabular

/// The lists of all files, as they were read.
struct ListCollection {
    let prefectures: Prefectures
    private(set) var lists: [ListContent] = []
    private(set) var findings: [ListFindings] = []
    private(set) var book = MunicipalityBook()
    private(set) var hashes: [String?] = []

    init(prefectures: Prefectures) { self.prefectures = prefectures }

    /// - Throws: `listUnknown` for a file without any known list.
    mutating func read(_ file: GazetteerImport.File, index: Int) throws(StageError) {
        hashes.append(file.sha256)
        var unknown: [Problem] = []
        var known = 0
        for member in try PackedTables.open(path: file.path, name: file.name) {
            let reader = try member.reader()
            var header = Row()
            let hasHeader = try reader.next(into: &header)
            let titles = hasHeader ? (0..<header.count).map { header.text($0) } : []
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
                prefectures: prefectures, system: file.system)
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
