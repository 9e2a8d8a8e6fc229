internal import Model
internal import Tabular

/// Reads one list, whatever its format.
struct ListReader {
    let columns: ListColumns
    let prefectures: Prefectures
    /// Where rows don't say.
    let system: ReferenceSystem
    var content: ListContent
    var findings: ListFindings
    private var place = PlaceCells()
    private var named: NamedTown?

    init(
        content: ListContent, columns: ListColumns, prefectures: Prefectures, system: ReferenceSystem
    ) {
        self.content = content
        self.columns = columns
        self.prefectures = prefectures
        self.system = system
        findings = ListFindings(name: content.name)
    }

    mutating func read(_ reader: TableReader, book: inout MunicipalityBook) throws(StageError) {
        var row = Row()
        while try reader.next(into: &row) {
            guard !row.isBlank else { continue }
            content.rows += 1
            let isUsed =
                switch content.format.content {
                case .towns: readTown(row, &book)
                case .numbers: readNumber(row, &book)
                case .points: readPoint(row)
                }
            if !isUsed { content.leftOut += 1 }
        }
        // As in the files of a survey: names with characters that nobody can read.
        for problem in reader.problems { findings.add(.error, problem) }
        if content.rows == 0 { findings.add(.warning, .sourceEmpty, row: nil) }
    }

    // MARK: Towns

    private mutating func readTown(_ row: Row, _ book: inout MunicipalityBook) -> Bool {
        guard row.isEmpty(columns[.abolished]) else {
            findings.count(
                .info, .rowsAbolished, row: row.number, column: columns.title(.abolished),
                example: row.text(columns[.abolished]))
            return false
        }
        guard let municipality = municipality(row, &book) else { return false }
        let name = townName(row)
        guard isName(name.text, row) else { return false }
        let key = townKey(row)
        // A 小字 whose 大字 the registry doesn't know is a name that hundreds share, unless people write it in addresses.
        if content.format == .registryTowns, name.koazaLength > 0, name.koazaLength == name.text.utf8.count,
            row.digits(columns[.hasResidences]) != 1
        {
            findings.count(
                .info, .koazaWithoutTown, row: row.number, column: columns.title(.koaza), example: name.text)
            return false
        }
        content.towns.append(
            ListTown(
                municipality: municipality, name: name.text, koazaLength: name.koazaLength, point: point(row),
                key: key, row: row.number))
        return true
    }

    // MARK: Blocks and lots

    private mutating func readNumber(_ row: Row, _ book: inout MunicipalityBook) -> Bool {
        // 3: deleted by the update.
        if row.digits(columns[.laterHistory]) == 3 || !row.isEmpty(columns[.abolished]) {
            let column: ListField = row.isEmpty(columns[.abolished]) ? .laterHistory : .abolished
            findings.count(
                .info, .rowsAbolished, row: row.number, column: columns.title(column),
                example: row.text(columns[column]))
            return false
        }
        guard let municipality = municipality(row, &book) else { return false }
        let numbers = NumberCells(row, columns, content.format)
        guard !numbers.keys.isEmpty else {
            findings.add(
                .warning, .valueType, row: row.number, column: columns.title(numbers.field),
                found: row.text(columns[numbers.field]), expected: "24")
            return false
        }
        let town = numberTown(row)
        guard isName(town.text, row) else { return false }
        let key = RegistryKey(town: town.key.town, number: numbers.id)
        let point = point(row)
        for number in numbers.keys {
            content.numbers.append(
                ListNumber(
                    municipality: municipality, town: town.text, koazaLength: town.koazaLength, number: number,
                    level: numbers.level, point: point, key: key, isRepresentative: numbers.isRepresentative,
                    row: row.number))
        }
        content.numberRows += 1
        return true
    }

    private struct NamedTown {
        let key: RegistryKey
        let text: String
        let koazaLength: Int
    }

    /// The rows of a town mostly follow one another: its name is put together once.
    private mutating func numberTown(_ row: Row) -> NamedTown {
        let key = townKey(row)
        if let named, !key.isEmpty, named.key == key { return named }
        let name = townName(row)
        let town = NamedTown(key: key, text: name.text, koazaLength: name.koazaLength)
        named = town
        return town
    }

    // MARK: Points alone

    private mutating func readPoint(_ row: Row) -> Bool {
        var key = townKey(row)
        key.number = NumberCells.id(row, columns)
        let point = point(row)
        guard !key.isEmpty, point.exists else {
            if key.isEmpty {
                findings.add(
                    .warning, .valueType, row: row.number, column: columns.title(.townID),
                    found: row.text(columns[.townID]), expected: "0001000")
            }
            return false
        }
        content.points.append(LoosePoint(key: key, point: point, row: row.number))
        return true
    }

    // MARK: Cells

    private func townKey(_ row: Row) -> RegistryKey {
        guard let code = row.digits(columns[.localCode]), let id = row.digits(columns[.townID]), code < 1_000_000,
            id < 10_000_000
        else { return RegistryKey() }
        return RegistryKey(town: code * 10_000_000 + id)
    }

    private func townName(_ row: Row) -> (text: String, koazaLength: Int) {
        var name = row.text(columns[.town])
        // Most names begin with no bracket, which is quickly seen.
        if name.utf8.first == 0xEF || name.utf8.first == 0x28 {
            for mark in ["（大字なし）", "(大字なし)"] where name.hasPrefix(mark) { name.removeFirst(mark.count) }
        }
        if !row.isEmpty(columns[.chome]) { name += row.text(columns[.chome]) }
        guard !row.isEmpty(columns[.koaza]) else { return (name, 0) }
        let koaza = row.text(columns[.koaza])
        // Some lists repeat the 小字 in a name that has it already.
        if content.format.content == .towns, content.format != .registryTowns, name.hasSuffix(koaza) {
            return (name, koaza.utf8.count)
        }
        return (name + koaza, koaza.utf8.count)
    }

    /// UTF-8 bytes; the longest name of a town in Japan has 48.
    private static let longestName = 300

    private mutating func isName(_ name: String, _ row: Row) -> Bool {
        guard name.utf8.count > Self.longestName else { return true }
        findings.add(
            .warning, .rowNotUsed, row: row.number, column: columns.title(.town), found: name,
            expected: "≤ \(Self.longestName) bytes")
        return false
    }

    private mutating func municipality(_ row: Row, _ book: inout MunicipalityBook) -> Int? {
        if let known = place.index(of: row, columns) { return known }
        var code: UInt32 = 0
        let codeField: ListField =
            columns.has(.localCode) && !columns.has(.municipalityCode) ? .localCode : .municipalityCode
        if !row.isEmpty(columns[codeField]) {
            guard let digits = row.digits(columns[codeField]), let number = Self.code(digits, codeField),
                prefectures.name(of: Self.prefecture(number)) != nil
            else {
                findings.add(
                    .warning, .valueType, row: row.number, column: columns.title(codeField),
                    found: row.text(columns[codeField]), expected: codeField == .localCode ? "131016" : "13101")
                return nil
            }
            code = number
        }
        let name = row.text(columns[.county]) + row.text(columns[.municipality]) + row.text(columns[.ward])
        let prefecture = row.text(columns[.prefecture])
        guard name.utf8.count <= Self.longestName, !name.isEmpty else {
            findings.add(
                .warning, .rowNotUsed, row: row.number, column: columns.title(.municipality),
                found: name, expected: "市区町村")
            return nil
        }
        guard code > 0 || prefectures.code(of: prefecture) != nil else {
            findings.add(
                .warning, .rowNotUsed, row: row.number, column: columns.title(codeField), found: prefecture + name,
                expected: "13101")
            return nil
        }
        let index = book.index(of: MunicipalityBook.Entry(code: code, prefecture: prefecture, name: name))
        place.keep(row, columns, index)
        return index
    }

    /// The registry's codes have a check digit at the end.
    private static func code(_ digits: UInt64, _ field: ListField) -> UInt32? {
        let code = field == .localCode || digits > 99_999 ? digits / 10 : digits
        return (1000...99_999).contains(code) ? UInt32(code) : nil
    }

    private static func prefecture(_ code: UInt32) -> String {
        (code < 10_000 ? "0" : "") + String(code / 1000)
    }

    private mutating func point(_ row: Row) -> ListPoint {
        var epsg = Int32(system.epsg)
        if columns.has(.epsg), !row.isEmpty(columns[.epsg]) {
            let text = row.text(columns[.epsg])
            let digits = text.utf8.starts(with: "EPSG:".utf8) ? text.dropFirst(5) : text[...]
            guard let number = Int(digits), ReferenceSystem(epsg: number) != nil else {
                findings.add(
                    .warning, .valueType, row: row.number, column: columns.title(.epsg), found: text,
                    expected: ReferenceSystem.known)
                return ListPoint()
            }
            epsg = Int32(number)
        }
        if columns.has(.latitude, .longitude), ReferenceSystem(epsg: Int(epsg))?.planeZone == nil {
            guard let latitude = coordinate(.latitude, 20...46, row) else { return planePoint(row) }
            guard let longitude = coordinate(.longitude, 122...154, row) else { return ListPoint() }
            return ListPoint(first: latitude, second: longitude, epsg: epsg)
        }
        return planePoint(row, epsg)
    }

    /// Northing and easting, where there are no degrees.
    private mutating func planePoint(_ row: Row, _ given: Int32? = nil) -> ListPoint {
        var epsg = given ?? 0
        if let zone = row.digits(columns[.zone]), (1...19).contains(zone) {
            epsg = (system.datum == .jgd2011 ? 6668 : system.datum == .tokyo ? 30160 : 2442) + Int32(zone)
        }
        guard ReferenceSystem(epsg: Int(epsg))?.planeZone != nil else {
            if !row.isEmpty(columns[.northing]) {
                findings.add(
                    .warning, .planeZoneMissing, row: row.number, column: columns.title(.northing), expected: "6670")
            }
            return ListPoint()
        }
        guard let northing = coordinate(.northing, -2_000_000...2_000_000, row),
            let easting = coordinate(.easting, -2_000_000...2_000_000, row)
        else { return ListPoint() }
        return ListPoint(first: northing, second: easting, epsg: epsg)
    }

    /// `nil` for an empty cell, and with a finding for what can't be in Japan.
    private mutating func coordinate(_ field: ListField, _ range: ClosedRange<Double>, _ row: Row) -> Double? {
        if let value = row.decimal(columns[field]), range.contains(value) { return value }
        if !row.isEmpty(columns[field]) {
            findings.add(
                .warning, .valueType, row: row.number, column: columns.title(field), found: row.text(columns[field]),
                expected: "\(Int(range.lowerBound))–\(Int(range.upperBound))")
        }
        return nil
    }
}

/// The cells that named the municipality of the last row: the next one mostly has the same.
private struct PlaceCells {
    private static let fields: [ListField] = [
        .municipalityCode, .localCode, .prefecture, .county, .municipality, .ward,
    ]
    private var cells: [[UInt8]] = []
    private var index: Int?

    func index(of row: Row, _ columns: ListColumns) -> Int? {
        guard let index else { return nil }
        for (offset, field) in Self.fields.enumerated() where !row.isEqual(columns[field], to: cells[offset]) {
            return nil
        }
        return index
    }

    mutating func keep(_ row: Row, _ columns: ListColumns, _ index: Int) {
        cells = Self.fields.map { row.bytes(columns[$0]) }
        self.index = index
    }
}
