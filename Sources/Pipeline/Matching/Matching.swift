internal import Analysis
public import FoundationEssentials
internal import Geo
public import Model
internal import Store
internal import Survey

/// From a need to the organisations that may be turned to, from what a run left behind. It reads the register and writes
/// nothing; what is asked for is kept nowhere.
public struct Matching: Sendable {
    /// Output folder of a run, or the register in it.
    public var output: URL
    /// Labels or ids; one at least. Several ask for a team.
    public var themes: [String]
    public var supportTypes: [String] = []
    public var areas: [String] = []
    /// Name of a town.
    public var near: String?
    /// Gazetteers and lists, the preferred one first; without any, towns are those of the organisations.
    public var gazetteers: [URL] = []
    /// How many organisations are listed at most, ≥ 1; a team is as large as it has to be.
    public var limit = 10
    public var language = Language.japanese
    public var dataFolder: URL

    public init(output: URL, themes: [String], dataFolder: URL) {
        self.output = output
        self.themes = themes
        self.dataFolder = dataFolder
    }

    /// So many themes can be asked for at once.
    public static let mostThemes = MatchTeam.mostThemes

    /// - Throws: `StageError` where there is no register, or with everything asked for that it doesn't know.
    public func run() throws(StageError) -> MatchOutcome {
        let file = try registerFile()
        let register = try Register(reading: file.path, name: file.path)
        defer { try? register.close() }
        let facts = try MatchFacts(register, name: file.path)
        let prefectures = try PlaceData(dataFolder).prefectures()
        var problems: [Problem] = []
        var query = MatchQuery(
            themes: facts.terms.themes.indices(of: themes, option: "--theme", &problems),
            supportTypes: facts.terms.supportTypes.indices(of: supportTypes, option: "--support", &problems),
            areas: facts.terms.areas.indices(of: areas, option: "--area", &problems))
        var distances: Distances?
        do throws(StageError) {
            distances = try near.map { town throws(StageError) in
                try Distances(to: town, facts, self, prefectures)
            }
        } catch {
            problems += error.problems
        }
        guard problems.isEmpty else { throw StageError(problems) }
        query.near = distances?.town
        let words = MatchWords(
            facts: facts, request: query, prefecture: prefectures.name(of: String(facts.municipalityCode.prefix(2))),
            language: language)
        let answer = MatchAnswer(
            words: words, gaps: MatchGaps(register: register, words: words), metres: distances?.metres ?? [:],
            limit: limit)
        let organizations = try matchable(facts, distances)
        return MatchOutcome(
            words: words,
            contents: try query.themes.count > 1 ? answer.team(organizations) : answer.list(organizations),
            findings: distances?.findings ?? [])
    }

    private func registerFile() throws(StageError) -> URL {
        var isFolder = false
        let exists = FileManager.default.fileExists(atPath: output.path, isDirectory: &isFolder)
        if exists, !isFolder { return output }
        let file = output.appending(path: Run.registerFile)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw StageError(.outputMissing, at: CellLocation(file: output.path), expected: Run.registerFile)
        }
        return file
    }

    private func matchable(_ facts: MatchFacts, _ distances: Distances?) throws(StageError) -> [MatchableOrganization] {
        let words = try SurveyWords(path: dataFolder.appending(path: SurveyWords.file).path)
        // Choices are few and organisations many.
        var known: [String: Int] = [:]
        for label in Set(facts.organizations.map(\.row.frequency)) where !label.isEmpty {
            known[label] = words.frequency(label) ?? Self.otherFrequency
        }
        return facts.organizations.map { organization in
            organization.matchable(
                frequency: known[organization.row.frequency],
                distance: distances?.metres[organization.row.organizationID])
        }
    }

    /// An answer whose words nobody knows: behind all others, before no answer.
    private static let otherFrequency = 100
}

/// What was asked for, by index.
struct MatchQuery {
    let themes: [Int]
    let supportTypes: [Int]
    let areas: [Int]
    var near: NearTown?

    var requests: [MatchRequest] {
        themes.map { MatchRequest(theme: $0, supportTypes: supportTypes, areas: areas) }
    }
}

/// How far the offices are from a town.
private struct Distances {
    let town: NearTown
    /// By id; none of those whose place is withheld or not known.
    let metres: [String: Int]
    let findings: [Finding]

    init(
        to name: String, _ facts: MatchFacts, _ matching: Matching, _ prefectures: Prefectures
    ) throws(StageError) {
        let stack = try GazetteerStack(
            paths: matching.gazetteers.map { ($0.path, $0.lastPathComponent) }, tables: DataTables(matching.dataFolder))
        let book = try TownBook(facts, gazetteers: stack, prefectures: prefectures, dataFolder: matching.dataFolder)
        town = try book.town(named: name)
        let offices = facts.organizations.compactMap { organization in
            organization.row.town.flatMap(book.centre).map { (organization.row.organizationID, $0) }
        }
        let distances = try TownDistances(from: town, to: offices.map(\.1), prefectures: prefectures)
        metres = Dictionary(zip(offices.map(\.0), distances.metres), uniquingKeysWith: { first, _ in first })
        findings = stack.findings
    }
}
