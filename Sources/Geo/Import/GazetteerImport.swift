public import Model
internal import Tabular
public import Text

/// Puts lists of addresses of several publishers together into one gazetteer file.
public struct GazetteerImport: Sendable {
    /// A file with one or several lists, plain or packed.
    public struct File: Sendable {
        public let path: String
        /// What messages call it.
        public let name: String
        /// For the description; `nil` leaves it out.
        public let sha256: String?
        /// Where points of a list are that doesn't say so itself; a list of one's own, in other words. JGD2011 if `nil`.
        public let system: ReferenceSystem?

        public init(path: String, name: String, sha256: String? = nil, system: ReferenceSystem? = nil) {
            self.path = path
            self.name = name
            self.sha256 = sha256
            self.system = system
        }
    }

    let prefectures: Prefectures
    let table: LetterTable
    let codes: MunicipalityCodes
    private let renamed: RenamedPlaces

    /// - Parameters:
    ///   - codes: for lists that have no codes of municipalities.
    ///   - renamed: names that lists have no more, or not yet.
    public init(
        prefectures: Prefectures, variants: CharacterVariants, codes: MunicipalityCodes = MunicipalityCodes(),
        renamed: RenamedPlaces = RenamedPlaces()
    ) {
        self.prefectures = prefectures
        table = LetterTable(variants: variants)
        self.codes = codes
        self.renamed = renamed
    }

    /// Reads all files and builds the gazetteer.
    ///
    /// - Parameters:
    ///   - files: in the order of preference: of two lists that have one town, the first one names and places it; what
    ///     has no point gets that of a later list.
    ///   - grids: a folder with grids for the change of datum, see ``DatumShift``.
    /// - Throws: `StageError` for files that can't be read, for a file without any known list (`listUnknown`), for a
    ///   system that no list asks for (`systemKnown`), and when no town is left, with the reasons.
    public func run(_ files: [File], grids: String? = nil) throws(StageError) -> ImportedGazetteer {
        let shift = try DatumShift(grids: grids)
        var lists = ListCollection(prefectures: prefectures)
        try Self.read(files, into: &lists)
        if let given = files.first(where: { $0.system != nil }), !lists.usesGivenSystem {
            throw StageError(
                .systemKnown, at: CellLocation(file: given.name), found: given.system.map { "\($0.epsg)" } ?? "")
        }
        lists.joinPoints()
        var assembly = GazetteerAssembly(self, lists, shift)
        try assembly.assemble()
        guard !assembly.rows.isEmpty else {
            let reasons = Self.reasons(assembly.findings)
            let empty = files.map { Problem(.sourceEmpty, at: CellLocation(file: $0.name)) }
            throw StageError(reasons.isEmpty ? empty : reasons)
        }
        let description = GazetteerDescription(assembly.summaries)
        var builder = GazetteerBuilder(prefectures: prefectures, table: table, renamed: renamed)
        let prefectures = prefectures
        let bytes = try builder.build(
            rows: assembly.rows, numbers: assembly.numbers, sources: assembly.summaries.map(\.name),
            description: description.json
        ) { (points: inout [GazetteerPoint], municipalities: [UInt32]) throws(StageError) in
            try shift.project(&points, municipalities: municipalities, prefectures: prefectures)
        }
        var findings = assembly.findings
        for name in shift.unusedGrids {
            findings.append(Finding(.info, .gridNotUsed, at: CellLocation(file: name), found: name))
        }
        return ImportedGazetteer(bytes: bytes, description: description, findings: findings)
    }

    /// - Throws: the problems of all files.
    private static func read(_ files: [File], into lists: inout ListCollection) throws(StageError) {
        var problems: [Problem] = []
        for (index, file) in files.enumerated() {
            do throws(StageError) {
                guard !Gazetteer.isGazetteer(path: file.path) else {
                    throw StageError(.alreadyImported, at: CellLocation(file: file.name))
                }
                try lists.read(file, index: index)
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
    }

    /// Why no row became a town. A file may have every row wrong; the first ones say enough.
    private static func reasons(_ findings: [Finding]) -> [Problem] {
        Array(findings.filter { $0.problem.code != .coordinateOperation }.map(\.problem).prefix(10))
    }

    /// Formats, for messages.
    static let known =
        "位置参照情報（大字・町丁目／街区）, アドレス・ベース・レジストリ, Geolonia 住所データ, municipality_code / municipality / town / latitude / longitude"
}

/// A gazetteer that was put together and not written yet.
public struct ImportedGazetteer: Sendable {
    let bytes: [UInt8]
    public let description: GazetteerDescription
    /// What was wrong with rows, in the order of the lists.
    public let findings: [Finding]

    /// Bytes of the file.
    public var size: Int { bytes.count }

    /// Writes the file beside its place and renames it, so that readers see the old one or the new one.
    ///
    /// - Throws: `outputUnwritable`.
    public func write(to path: String, name: String) throws(StageError) {
        try WholeFile.write(bytes, to: path, name: name)
    }
}
