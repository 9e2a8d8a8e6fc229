internal import Model
internal import Store

/// What the register of the wave before says, under the ids that its organisations have now.
struct EarlierFacts {
    /// An organisation as the wave before knew it; what is one now and was two then is taken together.
    struct Standing {
        var name: String
        var isInFrame = false
        var isMember = false
        var hasResponded = false
        var isLocationWithheld = false
        /// What the list of those asked notes of it.
        var notes: [String] = []
    }

    /// What an organisation did, and where.
    struct Reach {
        var areaCodes: Set<String> = []
        var themeIDs: Set<String> = []
        var supportTypeIDs: Set<String> = []
    }

    let wave: WaveRow
    let register: Register
    let standings: [String: Standing]
    let reach: [String: Reach]
    /// Rows of the wave before, by organisation; in the order of the roles, then of the files.
    let records: [String: [EarlierRecord]]
    /// Organisations of any earlier wave.
    let knownIDs: Set<String>
    /// Organisations that are nameless by now: they are forgotten.
    let forgottenIDs: Set<String>
    private let aliases: [String: String]

    /// - Returns: `nil` where there is no earlier wave, or where it is an earlier run of this one.
    init?(_ evidence: Evidence) throws(StageError) {
        let own = evidence.inputs.wave.id
        guard let register = evidence.earlier.register, let wave = try register.latestWave(), wave.id != own else {
            return nil
        }
        self.wave = wave
        self.register = register
        let forgotten = evidence.earlier.forgottenIDs
        forgottenIDs = forgotten
        let aliases = Dictionary(
            evidence.resolved.aliases.map { ($0.alias, $0.organizationID) }, uniquingKeysWith: { first, _ in first })
        self.aliases = aliases
        func id(_ id: String) -> String { Self.current(id, aliases) }
        var standings: [String: Standing] = [:]
        for row in try register.listStandings() where !forgotten.contains(row.organizationID) {
            standings[id(row.organizationID), default: Standing(name: row.name)].add(row)
        }
        var reach: [String: Reach] = [:]
        for row in try register.reachingOrganizations() { reach[id(row.organizationID), default: Reach()].add(row) }
        (self.standings, self.reach) = (standings, reach)
        let earlier = evidence.earlier.records.filter { $0.waveID != own }
        knownIDs = Set(earlier.map { id($0.organizationID) })
        records = Dictionary(grouping: earlier.filter { $0.waveID == wave.id }, by: { id($0.organizationID) })
            .mapValues { records in
                records.sorted { ($0.record.role, $0.record.reference) < ($1.record.role, $1.record.reference) }
            }
    }

    /// The id that an organisation has now.
    func current(_ id: String) -> String { Self.current(id, aliases) }

    private static func current(_ id: String, _ aliases: [String: String]) -> String {
        var (id, steps) = (id, 0)
        // An alias can lead to another one; a circle ends.
        while let next = aliases[id], steps < aliases.count { (id, steps) = (next, steps + 1) }
        return id
    }

    /// The row of an organisation with one of the roles, the first of them that there is.
    func reference(of id: String, _ roles: Role...) -> RecordReference? {
        for role in roles {
            if let found = records[id]?.first(where: { $0.record.role == role }) { return found.record.reference }
        }
        return nil
    }
}

extension EarlierFacts.Standing {
    fileprivate mutating func add(_ row: StandingRow) {
        isInFrame = isInFrame || row.isInFrame
        isMember = isMember || row.isMember
        hasResponded = hasResponded || row.hasResponded
        isLocationWithheld = isLocationWithheld || row.isLocationWithheld
        if !row.notes.isEmpty { notes.append(row.notes) }
    }
}

extension EarlierFacts.Reach {
    fileprivate mutating func add(_ row: ReachRow) {
        areaCodes.formUnion(row.areaCodes)
        themeIDs.formUnion(row.themeIDs)
        supportTypeIDs.formUnion(row.supportTypeIDs)
    }

    init(_ row: ReachRow) {
        self.init()
        add(row)
    }
}
