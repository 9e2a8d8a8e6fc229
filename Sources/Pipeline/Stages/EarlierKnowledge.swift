internal import Model
internal import Store

/// What earlier waves knew of organisations, as the register of the wave before hands it on.
struct EarlierKnowledge {
    /// The latest first; this one is not among them.
    let waves: [EarlierWave]
    /// What organisations stated of their service area when it was decided on, by content key of the record.
    let areaStatements: [String: AreaStatement]
    private(set) var invitations: [Invitation]
    /// In the order of ids and waves.
    private(set) var standings: [OrganizationStanding]
    private var answers: [String: EarlierAnswer]
    /// What was decided of themes and support types together, by id.
    private var decidedPairs: [String: [DecidedPair]]
    /// Those whose place was withheld in any wave.
    private var withheld: Set<String>

    static let none = EarlierKnowledge(
        waves: [], areaStatements: [:], invitations: [], standings: [], answers: [:],
        decidedPairs: [:], withheld: [])

    private init(
        waves: [EarlierWave], areaStatements: [String: AreaStatement], invitations: [Invitation],
        standings: [OrganizationStanding], answers: [String: EarlierAnswer],
        decidedPairs: [String: [DecidedPair]], withheld: Set<String>
    ) {
        self.waves = waves
        self.areaStatements = areaStatements
        self.invitations = invitations
        self.standings = standings
        self.answers = answers
        self.decidedPairs = decidedPairs
        self.withheld = withheld
    }

    /// - Parameters:
    ///   - wave: the one that is run; of itself, and of what came after it, nothing is taken.
    ///   - forgotten: ids of organisations of which nothing is taken.
    init(
        _ register: Register, wave: Wave, taxonomy: Taxonomy, without forgotten: Set<String>
    ) throws(StageError) {
        waves = try register.waves().filter { $0.id != wave.id && $0.asOf <= wave.asOf.description }
        let known = Set(waves.map(\.id))
        areaStatements = try register.areaStatements()
        invitations = try register.invitations().filter {
            known.contains($0.waveID) && !forgotten.contains($0.organizationID)
        }
        // Protection that was asked for once stays, in whatever wave that was.
        let all = try register.standings().filter { !forgotten.contains($0.organizationID) }
        withheld = Set(all.filter { $0.isLocationWithheld && $0.waveID != wave.id }.map(\.organizationID))
        standings = all.filter { known.contains($0.waveID) }
        let reaches = try register.reachingOrganizations().filter { !forgotten.contains($0.organizationID) }
        decidedPairs = Dictionary(
            reaches.filter { !$0.decidedPairs.isEmpty }.map { ($0.organizationID, $0.decidedPairs) },
            uniquingKeysWith: { first, _ in first })
        answers = try Self.answers(register, reaches: reaches, waves: waves, taxonomy: taxonomy)
    }

    private static func answers(
        _ register: Register, reaches: [ReachRow], waves: [EarlierWave], taxonomy: Taxonomy
    ) throws(StageError) -> [String: EarlierAnswer] {
        let ages = Dictionary(uniqueKeysWithValues: waves.enumerated().map { ($1.id, $0) })
        let own = try register.wave()?.id
        let reaches = Dictionary(
            reaches.map { ($0.organizationID, $0) }, uniquingKeysWith: { first, _ in first })
        // What the list of members said then, this wave's says anew.
        let claims = Dictionary(
            grouping: try register.claims().filter { $0.origin != .memberList }, by: \.organizationID)
        var answers: [String: EarlierAnswer] = [:]
        for row in try register.answered() {
            guard let age = ages[row.waveID], let reach = reaches[row.organizationID] else { continue }
            let wave = waves[age]
            func labels(_ subject: MatchSubject, _ known: [(id: String, label: String)]) -> [AttributedLabel] {
                let claims = (claims[row.organizationID] ?? []).filter { $0.subject == subject }
                return known.compactMap { id, label in
                    claims.first { $0.id == id }.map { claim in
                        AttributedLabel(
                            id: id, label: label, origin: claim.origin,
                            evidence: row.waveID == own ? "\(wave.label)：\(claim.evidence)" : claim.evidence,
                            waveID: row.waveID)
                    }
                }
            }
            answers[row.organizationID] = EarlierAnswer(
                wave: wave, wavesAgo: age + 1, organizationType: reach.organizationType,
                serviceAreaKind: ServiceAreaKind(rawValue: reach.serviceAreaKind) ?? .unknown,
                areaCodes: reach.areaCodes, outsideCodes: row.outsideAreaCodes,
                themes: labels(.theme, taxonomy.themes.map { ($0.id, $0.label) }),
                supportTypes: labels(.supportType, taxonomy.supportTypes.map { ($0.id, $0.label) }),
                decidedPairs: reach.decidedPairs, caseThemeIDs: reach.caseThemeIDs)
        }
        return answers
    }

    /// With the ids that organisations have now.
    func adopting(_ aliases: [IDAlias]) -> EarlierKnowledge {
        let current = Dictionary(
            aliases.map { ($0.alias, $0.organizationID) }, uniquingKeysWith: { first, _ in first })
        guard !current.isEmpty else { return self }
        func id(_ old: String) -> String { current[old] ?? old }
        var adopted = self
        for index in invitations.indices {
            adopted.invitations[index].organizationID = id(invitations[index].organizationID)
        }
        adopted.standings = Self.joined(
            standings.map { standing in
                var standing = standing
                standing.organizationID = id(standing.organizationID)
                return standing
            })
        adopted.withheld = Set(withheld.map(id))
        adopted.decidedPairs = Dictionary(
            decidedPairs.sorted { $0.key < $1.key }.map { (id($0), $1) }, uniquingKeysWith: { $0 + $1 })
        adopted.answers = [:]
        for (old, answer) in answers.sorted(by: { $0.key < $1.key }) {
            if let other = adopted.answers[id(old)], other.wavesAgo <= answer.wavesAgo { continue }
            adopted.answers[id(old)] = answer
        }
        return adopted
    }

    /// Of those that have become one: what either was.
    private static func joined(_ standings: [OrganizationStanding]) -> [OrganizationStanding] {
        var joined: [OrganizationStanding] = []
        for standing in standings.sorted(by: { ($0.organizationID, $0.waveID) < ($1.organizationID, $1.waveID) }) {
            guard let last = joined.last, last.organizationID == standing.organizationID,
                last.waveID == standing.waveID
            else {
                joined.append(standing)
                continue
            }
            joined[joined.count - 1] = OrganizationStanding(
                organizationID: last.organizationID, waveID: last.waveID,
                isInFrame: last.isInFrame || standing.isInFrame, isMember: last.isMember || standing.isMember,
                hasResponded: last.hasResponded || standing.hasResponded,
                isLocationWithheld: last.isLocationWithheld || standing.isLocationWithheld)
        }
        return joined
    }

    /// The latest answer of an earlier wave; `nil` where there is none that is still known.
    func answer(of id: String) -> EarlierAnswer? { answers[id] }

    func decidedPairs(of id: String) -> [DecidedPair] { decidedPairs[id] ?? [] }

    func isLocationWithheld(_ id: String) -> Bool { withheld.contains(id) }

    /// By id, the last earlier wave in which each answered, with how many waves ago that was.
    var lastAnswered: [String: (wave: EarlierWave, wavesAgo: Int)] {
        let answered = Dictionary(grouping: standings.filter(\.hasResponded), by: \.waveID)
        var last: [String: (wave: EarlierWave, wavesAgo: Int)] = [:]
        for (age, wave) in waves.enumerated() {
            for standing in answered[wave.id] ?? [] where last[standing.organizationID] == nil {
                last[standing.organizationID] = (wave, age + 1)
            }
        }
        return last
    }
}
