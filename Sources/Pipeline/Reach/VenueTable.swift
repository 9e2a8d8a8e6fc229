internal import Geo
internal import Model
internal import Survey
internal import Tabular
internal import Text

/// Where organisations open their doors: a table with `organization` (id or name), a place (`latitude` and `longitude`, or
/// `address`) and, if need be, `capacity`, `theme` and `support_type`. An office is no venue: only what stands here counts.
struct VenueTable {
    struct Venue {
        let organization: OrganizationProfile
        let latitude: Double
        let longitude: Double
        let capacity: Double
        /// Those that the row names, else all of the organisation.
        let themeIDs: Set<String>
        let supportTypeIDs: Set<String>
    }

    private(set) var venues: [Venue] = []
    private(set) var withheldCount = 0
    private(set) var findings: [Finding] = []
    private let table: HeaderedTable
    private let inputs: WaveInputs
    private let reader: AddressReader

    /// - Throws: `StageError` when the file can't be read or lacks a column.
    init(path: String, name: String, inputs: WaveInputs, profiles: [OrganizationProfile]) throws(StageError) {
        let table = try HeaderedTable(path: path, name: name, requiring: ["organization"])
        let missing = ["latitude", "longitude"].filter { !table.titles.contains($0) }
        guard missing.isEmpty || table.titles.contains("address") else {
            throw StageError(
                missing.map {
                    Problem(
                        .columnMissing, at: CellLocation(file: name, row: 1), found: $0,
                        expected: "latitude, longitude / address")
                })
        }
        self.inputs = inputs
        self.table = table
        reader = inputs.addressReader
        let organizations = Organizations(profiles, names: inputs.reference.names)
        for record in table.records { add(record, organizations) }
        if table.records.isEmpty {
            findings.append(Finding(.warning, .sourceEmpty, at: CellLocation(file: name)))
        }
    }

    private mutating func add(_ record: HeaderedTable.Record, _ organizations: Organizations) {
        let found = organizations.find(record["organization"])
        guard found.count == 1, let profile = found.first else {
            report(
                .valueUnknown, record, "organization",
                expected: found.isEmpty
                    ? organizations.nearest(to: record["organization"]).joined(separator: ", ")
                    : found.map(\.organization.id).joined(separator: ", "))
            return
        }
        guard !profile.organization.isLocationWithheld else {
            withheldCount += 1
            findings.append(
                Finding(
                    .info, .venueWithheld, at: table.location(record, "organization"), found: record["organization"]))
            return
        }
        let taxonomy = inputs.taxonomy
        let themes = ids(record, "theme", among: taxonomy.themes.map { ($0.id, $0.label) })
        let types = ids(record, "support_type", among: taxonomy.supportTypes.map { ($0.id, $0.label) })
        guard let themes, let types, let (latitude, longitude, capacity) = numbers(record) else { return }
        venues.append(
            Venue(
                organization: profile, latitude: latitude, longitude: longitude, capacity: capacity,
                themeIDs: themes.isEmpty ? Set(profile.themes.map(\.id)) : themes,
                supportTypeIDs: types.isEmpty ? Set(profile.supportTypes.map(\.id)) : types))
    }

    // MARK: Place

    /// Without a capacity each venue is 1.
    private mutating func numbers(
        _ record: HeaderedTable.Record
    ) -> (latitude: Double, longitude: Double, capacity: Double)? {
        var numbers = PointNumbers(table, record)
        let point =
            record["latitude"].isEmpty && record["longitude"].isEmpty ? pointOfAddress(record) : numbers.point()
        let capacity = record["capacity"].isEmpty ? 1 : numbers.amount("capacity")
        findings += numbers.findings
        guard let point, let capacity else { return nil }
        return (point.latitude, point.longitude, capacity)
    }

    private mutating func pointOfAddress(
        _ record: HeaderedTable.Record
    ) -> (latitude: Double, longitude: Double)? {
        let read = reader.read(record["address"])
        guard read.level >= .town, let latitude = read.latitude, let longitude = read.longitude else {
            report(.addressNotFound, record, "address", expected: "")
            return nil
        }
        return (latitude, longitude)
    }

    // MARK: What is offered there

    /// - Returns: `nil` where a word is none of them.
    private mutating func ids(
        _ record: HeaderedTable.Record, _ column: String, among known: [(id: String, label: String)]
    ) -> Set<String>? {
        var ids: Set<String> = []
        for word in record[column].split(whereSeparator: { ";、；,".contains($0) }).map({ Width.trimmed(String($0)) })
        where !word.isEmpty {
            let key = NearestNames.titleKey(word)
            guard let code = known.first(where: { $0.id == word || NearestNames.titleKey($0.label) == key }) else {
                report(
                    .valueUnknown, record, column,
                    expected: NearestNames.suggestions(for: word, among: known.map(\.label)).joined(separator: ", "))
                return nil
            }
            ids.insert(code.id)
        }
        return ids
    }

    private mutating func report(
        _ code: ProblemCode, _ record: HeaderedTable.Record, _ column: String, expected: String
    ) {
        findings.append(
            Finding(.error, code, at: table.location(record, column), found: record[column], expected: expected))
    }
}

/// Organisations by id and by name.
private struct Organizations {
    private let byID: [String: OrganizationProfile]
    private let byName: [String: [OrganizationProfile]]
    private let names: NameNormalizer

    init(_ profiles: [OrganizationProfile], names: NameNormalizer) {
        self.names = names
        byID = Dictionary(profiles.map { ($0.organization.id, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(grouping: profiles) { names.normalize($0.organization.name).core }
    }

    func find(_ text: String) -> [OrganizationProfile] {
        byID[text].map { [$0] } ?? byName[names.normalize(text).core] ?? []
    }

    func nearest(to text: String) -> [String] {
        let all = byID.values.map(\.organization.name).sorted()
        return NearestNames.nearest(to: text, among: all)
    }
}
