internal import Model

/// Puts the towns and numbers of all lists together: one town has one row, however many lists have it.
struct GazetteerAssembly {
    private(set) var rows: [GazetteerBuilder.Row] = []
    private(set) var summaries: [GazetteerDescription.List] = []
    private var lists: [ListContent]
    private var listFindings: [ListFindings]
    private var otherFindings: [Finding]
    private let book: MunicipalityBook
    private let places: MunicipalityBook.Resolution
    private let shift: DatumShift

    private let letters: LetterReader
    private var names: NameIndex
    /// The list that each row is from, and its row there.
    private var origins: [(list: Int, row: Int)] = []
    private var rowsByCode: [UInt32: [Int]] = [:]
    private var rowsByKey: [UInt64: Int] = [:]
    private var folded = FoldedNames()
    private var numberIndex = NumberIndex()

    init(_ plan: GazetteerImport, _ collection: ListCollection, _ shift: DatumShift) {
        lists = collection.lists
        listFindings = collection.findings
        otherFindings = collection.otherFindings
        book = collection.book
        self.shift = shift
        letters = LetterReader(table: plan.table)
        places = book.resolve(prefectures: plan.prefectures, official: plan.codes, table: plan.table)
        names = NameIndex(capacity: collection.lists.reduce(0) { $0 + $1.towns.count })
        summaries = lists.map { list in
            GazetteerDescription.List(
                name: list.name, format: list.format.rawValue, sha256: collection.hashes[list.file], rows: list.rows,
                towns: 0, townsWithPoint: 0, townsPlacedByParts: 0, numberRows: 0, numbers: 0,
                points: list.points.count, merged: 0, leftOut: list.leftOut, systems: [], operations: [])
        }
    }

    mutating func assemble() throws(StageError) {
        for list in lists.indices {
            try shiftPoints(of: list)
            folded = FoldedNames()
            for town in lists[list].towns { add(town, from: list) }
            lists[list].towns = []
        }
        for list in lists.indices {
            addNumbers(of: list)
            lists[list].numbers = []
        }
        let derived = numberIndex.addBlocks()
        for list in derived { summaries[list].numbers += 1 }
        placeTownsByParts()
        tell()
    }

    /// As the builder takes them.
    var numbers: [GazetteerBuilder.Number] {
        numberIndex.numbers.map { number in
            let row = rows[number.row]
            return GazetteerBuilder.Number(
                municipalityCode: row.municipalityCode, town: row.town, key: number.key, level: number.level,
                latitude: number.latitude, longitude: number.longitude, source: number.list)
        }
    }

    var findings: [Finding] { otherFindings + listFindings.flatMap(\.all) }

    // MARK: Points

    /// Brings all points of a list to JGD2011.
    private mutating func shiftPoints(of list: Int) throws(StageError) {
        var systems: [Int32: (towns: [Int], numbers: [Int])] = [:]
        for (index, town) in lists[list].towns.enumerated() where town.point.exists {
            systems[town.point.epsg, default: ([], [])].towns.append(index)
        }
        for (index, number) in lists[list].numbers.enumerated() where number.point.exists {
            systems[number.point.epsg, default: ([], [])].numbers.append(index)
        }
        for (epsg, members) in systems.sorted(by: { $0.key < $1.key }) {
            guard let system = ReferenceSystem(epsg: Int(epsg)) else { continue }
            summaries[list].systems.append(Int(epsg))
            var pairs = members.towns.map { lists[list].towns[$0].point.pair }
            pairs += members.numbers.map { lists[list].numbers[$0].point.pair }
            summaries[list].operations += try shift.shift(&pairs, from: system)
            for (offset, index) in members.towns.enumerated() { lists[list].towns[index].point.pair = pairs[offset] }
            for (offset, index) in members.numbers.enumerated() {
                lists[list].numbers[index].point.pair = pairs[members.towns.count + offset]
            }
        }
    }

    // MARK: Towns

    private mutating func add(_ town: ListTown, from list: Int) {
        let code = places.codes[town.municipality]
        guard code != MunicipalityBook.Resolution.unusable else {
            summaries[list].leftOut += 1
            listFindings[list].add(
                .warning, .rowNotUsed, row: town.row, found: book.entries[town.municipality].name, expected: "市区町村")
            return
        }
        let known =
            exactRow(town.name, code)
            ?? folded.row(like: town, code: code, before: list, origins: origins, rows: rows, rowsByCode, letters)
        guard let known else {
            let index = append(town, code: code, list: list)
            summaries[list].towns += 1
            if !town.key.isEmpty { rowsByKey[town.key.town] = index }
            return
        }
        summaries[list].merged += 1
        if !town.key.isEmpty, rowsByKey[town.key.town] == nil { rowsByKey[town.key.town] = known }
        if rows[known].latitude.isNaN, town.point.exists {
            rows[known].latitude = town.point.first
            rows[known].longitude = town.point.second
            rows[known].source = list
        }
    }

    private func exactRow(_ name: String, _ code: UInt32) -> Int? {
        names.find(name, in: Int(code)) { rows[$0].municipalityCode == code && rows[$0].town.isSame(name) }
    }

    private mutating func append(_ town: ListTown, code: UInt32, list: Int) -> Int {
        let index = rows.count
        _ = names.insert(town.name, in: Int(code)) { _ in false }
        rows.append(
            GazetteerBuilder.Row(
                municipalityCode: code, municipality: places.names[code] ?? book.entries[town.municipality].name,
                town: town.name, koazaLength: town.koazaLength, latitude: town.point.first,
                longitude: town.point.second, source: list))
        origins.append((list, town.row))
        rowsByCode[code, default: []].append(index)
        return index
    }

    // MARK: Blocks and lots

    private mutating func addNumbers(of list: Int) {
        folded = FoldedNames()
        var last: (municipality: Int, town: String, key: UInt64, row: Int?)?
        var status = RowStatus()
        for number in lists[list].numbers {
            status.begin(number.row, &summaries[list])
            let town: Int?
            if let last, last.municipality == number.municipality, last.key == number.key.town,
                last.town.isSame(number.town)
            {
                town = last.row
            } else {
                town = row(of: number, list)
                last = (number.municipality, number.town, number.key.town, town)
            }
            guard let town else {
                listFindings[list].count(.warning, .townUnknown, row: number.row, example: number.town)
                continue
            }
            guard number.point.exists else {
                listFindings[list].count(
                    .warning, .pointsMissing, row: number.row,
                    example: rows[town].municipality + rows[town].town + number.number)
                continue
            }
            if numberIndex.add(number, row: town, list: list, format: lists[list].format) {
                summaries[list].numbers += 1
                status.isNew = true
            } else {
                status.isKnown = true
            }
        }
        status.begin(nil, &summaries[list])
    }

    /// The town of a number; a town that no list of towns has is added, and gets its place from its numbers.
    private mutating func row(of number: ListNumber, _ list: Int) -> Int? {
        if !number.key.isEmpty, let row = rowsByKey[number.key.town] { return row }
        let code = places.codes[number.municipality]
        guard code != MunicipalityBook.Resolution.unusable else { return nil }
        if let row = exactRow(number.town, code) { return row }
        let town = ListTown(
            municipality: number.municipality, name: number.town, koazaLength: number.koazaLength, point: ListPoint(),
            key: number.key, row: number.row)
        if let row = folded.row(
            like: town, code: code, before: list, origins: origins, rows: rows, rowsByCode, letters)
        {
            return row
        }
        guard !number.town.isEmpty else { return nil }
        return append(town, code: code, list: list)
    }

    /// A town without a point is where the block or lot in the middle of its own is, or the 丁目, or the 小字.
    private mutating func placeTownsByParts() {
        for (row, number) in numberIndex.centralNumbers(where: { rows[$0].latitude.isNaN }) {
            place(row, at: number.latitude, number.longitude, of: number.list)
        }
        for (row, part) in TownParts(rows, letters).centralParts(rows, letters) {
            place(row, at: rows[part].latitude, rows[part].longitude, of: rows[part].source)
        }
    }

    private mutating func place(_ row: Int, at latitude: Double, _ longitude: Double, of list: Int) {
        rows[row].latitude = latitude
        rows[row].longitude = longitude
        rows[row].source = list
        if !rows[row].town.isEmpty { summaries[origins[row].list].townsPlacedByParts += 1 }
    }

    // MARK: Findings

    private mutating func tell() {
        for (index, row) in rows.enumerated() where !row.town.isEmpty {
            let (list, number) = origins[index]
            if row.latitude.isNaN {
                listFindings[list].count(
                    .warning, .pointsMissing, row: number, example: row.municipality + row.town)
            } else {
                summaries[list].townsWithPoint += 1
            }
        }
        for list in lists.indices {
            listFindings[list].finish()
            for operation in summaries[list].operations where operation.isWorthTelling {
                let finding = operation.finding(list: lists[list].name)
                listFindings[list].add(finding.severity, finding.problem)
            }
        }
        for index in places.withoutCode {
            let entry = book.entries[index]
            otherFindings.append(
                Finding(
                    .info, .municipalityWithoutCode, at: CellLocation(file: lists.first?.name ?? ""),
                    found: entry.prefecture + entry.name))
        }
    }
}

/// What became of the numbers of one row of a list: it counts once.
private struct RowStatus {
    private var row: Int?
    var isNew = false
    var isKnown = false

    mutating func begin(_ next: Int?, _ summary: inout GazetteerDescription.List) {
        guard next != row else { return }
        if row != nil {
            if isNew {
                summary.numberRows += 1
            } else if isKnown {
                summary.merged += 1
            } else {
                summary.leftOut += 1
            }
        }
        row = next
        isNew = false
        isKnown = false
    }
}

extension ListPoint {
    var pair: CoordinatePair {
        get { CoordinatePair(first: first, second: second) }
        set { (first, second) = (newValue.first, newValue.second) }
    }
}
