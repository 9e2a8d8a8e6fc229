import Model
import Text

/// Puts rows of lists together into a gazetteer.
struct GazetteerBuilder {
    /// One row of a list.
    struct Row: Sendable {
        /// Five digits; of the ward where there is one.
        var municipalityCode: UInt32
        /// With 郡 and 区.
        var municipality: String
        /// 大字, 丁目 and 小字 as the list writes them; empty for the municipality as a whole.
        var town: String
        /// UTF-8 bytes at the end of `town` that are 小字.
        var koazaLength = 0
        /// Degrees, JGD2011; `nan` where the list has none.
        var latitude = Double.nan
        var longitude = Double.nan
        /// Index into the sources.
        var source: Int
    }

    /// A block or a lot.
    struct Number: Sendable {
        var municipalityCode: UInt32
        /// As a row of the towns has it.
        var town: String
        /// `24` or `24-16`.
        var key: String
        /// 7 or 8.
        var level: Int
        var latitude: Double
        var longitude: Double
        var source: Int
    }

    /// Fills in easting and northing of points, given the municipality of each.
    typealias Projection = (_ points: inout [GazetteerPoint], _ municipalityCodes: [UInt32]) throws(StageError) -> Void

    private var image = GazetteerWriter()
    private let prefectures: Prefectures
    private let table: LetterTable
    private let reader: LetterReader
    private let renamed: RenamedPlaces
    /// Names of former municipalities, without 市, 町 and 村, that towns of today begin with.
    private var formerNames: [UInt16: [[UInt16]]] = [:]
    private var towns: [TownRecord] = []
    private var stems = StemCollection()

    init(prefectures: Prefectures, variants: CharacterVariants) {
        self.init(prefectures: prefectures, table: LetterTable(variants: variants))
    }

    init(prefectures: Prefectures, table: LetterTable, renamed: RenamedPlaces = RenamedPlaces()) {
        self.prefectures = prefectures
        self.table = table
        self.renamed = renamed
        reader = LetterReader(table: table)
    }

    /// - Parameters:
    ///   - rows: of two that are the same town, the first one stays, with the point of the second where it has none.
    ///   - sources: what results call each list.
    ///   - description: JSON for `gazetteer info`.
    mutating func build(
        rows: [Row], numbers: [Number], sources: [String], description: String, project: Projection
    ) throws(StageError) -> [UInt8] {
        let municipalities = municipalityList(rows)
        let indexes = Dictionary(
            municipalities.enumerated().map { ($1.code, UInt16($0)) }, uniquingKeysWith: { first, _ in first })
        addTowns(rows, indexes, municipalities)
        try projectTowns(municipalities.map(\.code), project)
        var numberRecords = try numbersByTown(numbers, indexes, project)
        addForms(municipalities)
        addMunicipalities(municipalities, rows, stems.write(to: &image))
        image.write(towns, to: .towns)
        image.write(numberRecords, to: .numbers)
        numberRecords = []
        image.write(sources.map { image.text($0) }, to: .sources)
        image.write(table.plane, to: .plane)
        // As records of `LetterTable.Other`, whose last two bytes would be whatever memory held before.
        image.write(table.others.flatMap { [$0.scalar, UInt32($0.letter)] }, to: .otherCharacters)
        image.write(Array(description.utf8), to: .description)
        return try image.finish()
    }

    // MARK: Municipalities

    private func municipalityList(_ rows: [Row]) -> [MunicipalityName] {
        var names: [UInt32: String] = [:]
        for row in rows where names[row.municipalityCode] == nil { names[row.municipalityCode] = row.municipality }
        return names.sorted { $0.key < $1.key }.map { MunicipalityName(code: $0.key, name: $0.value) }
    }

    private mutating func addForms(_ municipalities: [MunicipalityName]) {
        var forms: [(letters: [UInt16], form: FormRecord)] = []
        for (index, municipality) in municipalities.enumerated() {
            for (name, extent) in municipality.forms {
                forms.append(
                    (reader.read(name).letters, FormRecord(municipality: UInt16(index), extent: extent.rawValue)))
                if let short = TownName.withoutKe(reader.read(name).letters) {
                    forms.append((short, FormRecord(municipality: UInt16(index), extent: extent.rawValue)))
                }
            }
        }
        let names = RenamedMunicipalities(municipalities, prefectures, reader)
        forms += names.forms(renamed, besides: forms, reader)
        forms.sort {
            $0.letters == $1.letters
                ? ($0.form.municipality, $0.form.extent) < ($1.form.municipality, $1.form.extent)
                : $0.letters.lexicographicallyPrecedes($1.letters)
        }
        image.write(
            forms.map { letters, form in
                var form = form
                (form.lettersStart, form.lettersCount) = image.letters(letters)
                return form
            }, to: .forms)
    }

    private mutating func addMunicipalities(
        _ municipalities: [MunicipalityName], _ rows: [Row], _ stems: [StemRecord]
    ) {
        let cityCodes = MunicipalityName.cityCodes(of: municipalities)
        var records = municipalities.enumerated().map { index, municipality in
            MunicipalityRecord(
                name: image.text(municipality.name),
                prefecture: image.text(prefectures.name(of: municipality.prefectureCode) ?? ""),
                city: image.text(municipality.city ?? ""), code: municipality.code, cityCode: cityCodes[index])
        }
        for (index, entry) in stems.enumerated() {
            let municipality = Int(entry.municipality)
            if records[municipality].endStem == 0 { records[municipality].firstStem = UInt32(index) }
            records[municipality].endStem = UInt32(index + 1)
        }
        addPoints(to: &records)
        image.write(records, to: .municipalities)
    }

    /// Where a list has no row for a municipality as a whole, the town that lies in the middle stands for it.
    private func addPoints(to records: inout [MunicipalityRecord]) {
        var members = Array(repeating: [Int](), count: records.count)
        for (index, town) in towns.enumerated() where town.point.exists {
            if town.name.length == 0 {
                records[Int(town.municipality)].point = town.point
                records[Int(town.municipality)].source = UInt32(town.source)
            } else {
                members[Int(town.municipality)].append(index)
            }
        }
        for index in records.indices where !records[index].point.exists && !members[index].isEmpty {
            func middle(_ value: (TownRecord) -> Double) -> Double {
                let sorted = members[index].map { value(towns[$0]) }.sorted()
                return sorted[sorted.count / 2]
            }
            let (east, north) = (middle(\.point.easting), middle(\.point.northing))
            func distance(_ town: TownRecord) -> Double {
                let (x, y) = (town.point.easting - east, town.point.northing - north)
                return x * x + y * y
            }
            guard let central = members[index].min(by: { distance(towns[$0]) < distance(towns[$1]) }) else { continue }
            records[index].point = towns[central].point
            records[index].source = UInt32(towns[central].source)
        }
    }

    // MARK: Towns

    private mutating func addTowns(
        _ rows: [Row], _ municipalities: [UInt32: UInt16], _ names: [MunicipalityName]
    ) {
        formerNames = RenamedMunicipalities(names, prefectures, reader).formerNames(renamed, reader)
        var known = TownNames(capacity: rows.count)
        towns.reserveCapacity(rows.count)
        stems.reserve(rows.count * 2)
        for row in rows {
            guard let municipality = municipalities[row.municipalityCode] else { continue }
            let point = GazetteerPoint(latitude: row.latitude, longitude: row.longitude)
            if let index = known.insert(row.town, of: municipality) {
                if !towns[index].point.exists, point.exists {
                    towns[index].point = point
                    towns[index].source = UInt16(clamping: row.source)
                }
                continue
            }
            let chome = addNames(of: row, municipality, town: towns.count)
            towns.append(
                TownRecord(
                    name: image.text(row.town), point: point, municipality: municipality,
                    chome: UInt16(clamping: chome), source: UInt16(clamping: row.source),
                    koazaLength: UInt16(clamping: row.koazaLength)))
        }
        addParents(rows, municipalities, &known)
        addRenamed(names, &known)
    }

    /// The other name of a town that was renamed.
    private mutating func addRenamed(_ municipalities: [MunicipalityName], _ known: inout TownNames) {
        let names = RenamedMunicipalities(municipalities, prefectures, reader)
        for entry in renamed.entries where !entry.municipality.isEmpty {
            for municipality in names.indexes(entry.municipality, entry.prefecture, reader) {
                for (written, meant) in [(entry.former, entry.present), (entry.present, entry.former)]
                where known.town(written, of: municipality) == nil {
                    guard let town = known.town(meant, of: municipality) else { continue }
                    let letters = reader.read(written)
                    let name = TownName(letters)
                    stems.add(
                        letters.letters, .renamed, number: name.number, hasNumber: towns[town].chome > 0, of: town,
                        in: municipality)
                }
            }
        }
    }

    /// The name of a town and the ways in which it is shortened.
    ///
    /// - Returns: the number that stands for its 丁目, 0 without one.
    private mutating func addNames(of row: Row, _ municipality: UInt16, town: Int) -> Int {
        guard !row.town.isEmpty else { return 0 }
        let name = TownName(reader.read(row.town))
        for short in name.shortened {
            stems.add(
                short.letters, short.kind, number: name.number, hasNumber: short.hasNumber, of: town, in: municipality)
        }
        // 大手町 of 水沢市, which is 水沢大手町 now.
        for former in formerNames[municipality] ?? [] where name.stem.starts(with: former) {
            let rest = name.stem.dropFirst(former.count)
            guard rest.count > 1, rest.first != Letter.town, rest.first != Letter.village else { continue }
            stems.add(
                Array(rest), .withoutFormerTown, number: name.number, hasNumber: name.number != name.chome, of: town,
                in: municipality)
        }
        stems.add(
            name.stem, .name, number: name.number, hasNumber: name.number != name.chome, of: town, in: municipality)
        return name.number
    }

    /// A list may have a 大字 only by its 小字; people leave those out. It is where the one in their middle is.
    private mutating func addParents(_ rows: [Row], _ municipalities: [UInt32: UInt16], _ known: inout TownNames) {
        let first = towns.count
        var places: [[(latitude: Double, longitude: Double, source: Int)]] = []
        for row in rows where row.koazaLength > 0 && row.koazaLength < row.town.utf8.count {
            guard let municipality = municipalities[row.municipalityCode] else { continue }
            let parent = String(decoding: row.town.utf8.dropLast(row.koazaLength), as: UTF8.self)
            let place = row.latitude.isNaN ? [] : [(row.latitude, row.longitude, row.source)]
            if let index = known.insert(parent, of: municipality) {
                if index >= first { places[index - first] += place }
                continue
            }
            places.append(place)
            let name = TownName(reader.read(parent))
            stems.add(
                name.stem, .parent, number: name.number, hasNumber: name.number != name.chome, of: towns.count,
                in: municipality)
            towns.append(
                TownRecord(
                    name: image.text(parent), municipality: municipality, chome: UInt16(clamping: name.number),
                    source: UInt16(clamping: row.source)))
        }
        for (offset, members) in places.enumerated() {
            guard let central = CentralPoint.index(of: members.map { ($0.latitude, $0.longitude) }) else { continue }
            let place = members[central]
            towns[first + offset].point = GazetteerPoint(latitude: place.latitude, longitude: place.longitude)
            towns[first + offset].source = UInt16(clamping: place.source)
        }
    }

    private mutating func projectTowns(_ codes: [UInt32], _ project: Projection) throws(StageError) {
        var points = towns.map(\.point)
        try project(&points, towns.map { codes[Int($0.municipality)] })
        for index in towns.indices { towns[index].point = points[index] }
    }

    // MARK: Blocks and lots

    private mutating func numbersByTown(
        _ numbers: [Number], _ municipalities: [UInt32: UInt16], _ project: Projection
    ) throws(StageError) -> [NumberRecord] {
        guard !numbers.isEmpty else { return [] }
        var byName = TownNames(capacity: towns.count)
        for town in towns { _ = byName.insert(image.string(town.name), of: town.municipality) }
        var placed = numbers.compactMap { number -> (town: Int, number: Number)? in
            guard let municipality = municipalities[number.municipalityCode] else { return nil }
            return byName.town(number.town, of: municipality).map { ($0, number) }
        }
        placed.sort {
            $0.town == $1.town ? $0.number.key.utf8.lexicographicallyPrecedes($1.number.key.utf8) : $0.town < $1.town
        }
        var points = placed.map { GazetteerPoint(latitude: $0.number.latitude, longitude: $0.number.longitude) }
        try project(&points, placed.map(\.number.municipalityCode))
        var records: [NumberRecord] = []
        records.reserveCapacity(placed.count)
        for (offset, entry) in placed.enumerated() {
            if towns[entry.town].endNumber == 0 { towns[entry.town].firstNumber = UInt32(offset) }
            towns[entry.town].endNumber = UInt32(offset + 1)
            records.append(
                NumberRecord(
                    key: image.text(entry.number.key), point: points[offset], level: UInt32(entry.number.level),
                    source: UInt32(entry.number.source)))
        }
        return records
    }
}
