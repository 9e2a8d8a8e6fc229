internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Survey
internal import Tabular

/// What people decided: `decisions.csv` in the wave folder, the only file there that Tsunagi writes.
struct Decisions {
    static let file = "decisions.csv"
    static let columns = ["kind", "verdict", "subject_a", "subject_b", "note", "decided_on", "taken_from"]

    /// What a decision is about; the raw values stand in the file.
    enum Kind: String, CaseIterable {
        /// Whether two records are one organisation: both subjects, in any order.
        case link
        /// Where an address is: the first subject; the second is the place.
        case address
        /// Where an organisation works: the first subject is the record that says it; the second names the places.
        case area
        /// Which support types go with a theme: the first subject is the record that says what is done; the second holds the
        /// theme and the support types.
        case pair
        /// What a free text says: the first subject; the second holds the ids.
        case theme
        case supportType = "support_type"
        /// What the ledger says of an organisation: the first subject is a record of it; the second holds the wave whose list
        /// it answers, and what came of it.
        case invitation
        /// Who isn't to come back: both subjects are hashes.
        case forget

        var verdicts: [String] {
            switch self {
            case .link: LinkDecision.Verdict.allCases.map(\.rawValue)
            case .address: AddressDecision.Verdict.allCases.map(\.rawValue)
            case .area: AreaDecision.Verdict.allCases.map(\.rawValue)
            case .pair: PairDecision.Verdict.allCases.map(\.rawValue)
            case .theme, .supportType: TextVerdict.allCases.map(\.rawValue)
            case .invitation: InvitationStatement.verdicts
            case .forget: ForgottenSubject.Scope.allCases.map(\.rawValue)
            }
        }
    }

    typealias Row = DecisionRecord

    /// What is taken into the file.
    struct Intake {
        /// Filled into the last output of this wave.
        var own: [Row] = []
        /// Filled into the output of the wave before, which has not been run since. It may still stand there when this wave
        /// has long decided otherwise.
        var previous: [Row] = []
    }

    /// In the order in which they were taken; a later one about the same subject replaces an earlier one.
    private(set) var rows: [Row]
    /// So many of the first of `rows` are of earlier waves.
    private(set) var inheritedCount: Int
    /// Rows of the file in which the others stand.
    private let ownNumbers: [Int]
    let findings: [Finding]

    /// What earlier waves decided, what stands in the file, and what is new against the latest word on the same subject; the
    /// new is in the file, on the disk, when this returns. Two runs of one wave take turns.
    /// - Throws: `StageError` when the file is there but can't be read whole, or can't be written: a decision is never
    ///   lost by carrying on.
    init(waveFolder: URL, inheriting inherited: [Row] = [], takingIn new: Intake) throws(StageError) {
        let file = DecisionFile(waveFolder.appending(path: Self.file))
        let lock = try FolderTurn(waveFolder)
        defer { lock.end() }
        let table = try file.read(requiring: Self.columns)
        let written = table?.records.map(Row.init) ?? []
        let known = Set(written)
        let inherited = inherited.filter { !known.contains($0) }
        var rows = inherited + written
        var latest = LatestDecisions(rows)
        let before = rows.count
        let own = Set(written.map(\.subject))
        func take(_ row: Row) {
            if latest.add(row) { rows.append(row) }
        }
        for row in new.previous where !own.contains(row.subject) || row.isNewInvitation(to: written) { take(row) }
        for row in new.own { take(row) }
        if rows.count > before { try file.append(rows[before...].map(\.cells), columns: Self.columns, to: table) }
        self.rows = rows
        inheritedCount = inherited.count
        let numbers = table?.records.map(\.number) ?? []
        let next = (numbers.last ?? 1) + 1
        ownNumbers = numbers + (next..<next + rows.count - before)
        findings = table.map { table in table.records.flatMap { Self.findings($0, in: table) } } ?? []
    }

    /// Leaves out what earlier waves decided about records, or about their addresses.
    /// - Parameter contentKeys: of the records.
    mutating func drop(about contentKeys: Set<String>) {
        guard !contentKeys.isEmpty else { return }
        let gone = contentKeys.union(contentKeys.map(LinkRecord.address(inContentKey:))).subtracting([""])
        let kept = rows[..<inheritedCount].filter { !gone.contains($0.subjectA) && !gone.contains($0.subjectB) }
        rows = kept + rows[inheritedCount...]
        inheritedCount = kept.count
    }

    private static func findings(_ record: HeaderedTable.Record, in table: HeaderedTable) -> [Finding] {
        func finding(_ column: String, _ expected: [String]) -> Finding {
            Finding(
                .error, .decisionUnreadable, at: table.location(record, column), found: record[column],
                expected: expected.joined(separator: ", "))
        }
        guard let kind = Kind(rawValue: record["kind"]) else {
            return [finding("kind", Kind.allCases.map(\.rawValue))]
        }
        guard kind.verdicts.contains(record["verdict"]) else { return [finding("verdict", kind.verdicts)] }
        return kind == .invitation ? unreadable(record, in: table).map { [$0] } ?? [] : []
    }

    private static func unreadable(_ record: HeaderedTable.Record, in table: HeaderedTable) -> Finding? {
        do throws(InvitationStatement.Unreadable) {
            _ = try InvitationStatement(Row(record))
            return nil
        } catch {
            return Finding(
                .error, .decisionUnreadable, at: table.location(record, "subject_b"), found: error.found,
                expected: error.expected)
        }
    }

    /// Link decisions, the latest for each pair.
    var links: [LinkDecision] { Self.links(rows) }

    /// Those of them that are this wave's own. An earlier one may speak of records that no wave has any more.
    var ownLinks: [LinkDecision] { Self.links(rows[inheritedCount...]) }

    private static func links(_ rows: some Sequence<Row>) -> [LinkDecision] {
        var latest: [[String]: LinkDecision] = [:]
        var order: [[String]] = []
        for row in rows where row.kind == Kind.link.rawValue {
            guard let verdict = LinkDecision.Verdict(rawValue: row.verdict) else { continue }
            let decision = LinkDecision(a: row.subjectA, b: row.subjectB, verdict: verdict)
            if latest.updateValue(decision, forKey: [decision.a, decision.b]) == nil {
                order.append([decision.a, decision.b])
            }
        }
        return order.compactMap { latest[$0] }
    }

    /// What was decided about addresses, by the address as content keys hold it.
    var addresses: [String: AddressDecision] {
        var decisions: [String: AddressDecision] = [:]
        for row in rows where row.kind == Kind.address.rawValue {
            guard let verdict = AddressDecision.Verdict(rawValue: row.verdict) else { continue }
            decisions[row.subjectA, default: AddressDecision()].add(verdict, row.subjectB)
        }
        return decisions
    }

    /// What was decided about service areas, the latest for each, by content key.
    var areas: [String: AreaDecision] {
        var decisions: [String: AreaDecision] = [:]
        for (place, row) in rows.enumerated() where row.kind == Kind.area.rawValue {
            guard let verdict = AreaDecision.Verdict(rawValue: row.verdict) else { continue }
            decisions[row.subjectA] = AreaDecision(
                verdict: verdict, text: row.subjectB, isInherited: place < inheritedCount)
        }
        return decisions
    }

    /// What was decided about support types that go with a theme, the latest for each, by content key and theme.
    var pairs: [String: [String: PairDecision]] {
        var decisions: [String: [String: PairDecision]] = [:]
        for (place, row) in rows.enumerated() where row.kind == Kind.pair.rawValue {
            guard let verdict = PairDecision.Verdict(rawValue: row.verdict) else { continue }
            let (theme, types) = PairDecision.parts(ofSubject: row.subjectB)
            decisions[row.subjectA, default: [:]][theme] = PairDecision(
                verdict: verdict, types: types, isInherited: place < inheritedCount)
        }
        return decisions
    }

    /// What was decided about free texts, the latest for each.
    var learned: [ActivitySubject: [LearnedCode]] {
        ActivitySubject.allCases.reduce(into: [:]) { learned, subject in
            learned[subject] = texts(subject).flatMap { row -> [LearnedCode] in
                switch TextVerdict(rawValue: row.verdict) {
                case .assigned:
                    row.subjectB.split(separator: ";").map { LearnedCode(text: row.subjectA, code: String($0)) }
                case .noCode: [LearnedCode(text: row.subjectA, code: nil)]
                case .undecided, nil: []
                }
            }
        }
    }

    /// What ledgers say, the latest for each organisation and wave; those that can't be read are findings.
    var invitations: [StatedInvitation] {
        Self.invitations(in: rows) { $0 < inheritedCount ? nil : ownNumbers[$0 - inheritedCount] }
    }

    /// - Parameter number: of the row of the file, by its place.
    static func invitations(in rows: [Row], number: (Int) -> Int? = { _ in nil }) -> [StatedInvitation] {
        var latest: [DecisionSubject: StatedInvitation] = [:]
        var order: [DecisionSubject] = []
        for (place, row) in rows.enumerated() where row.kind == Kind.invitation.rawValue {
            guard let statement = try? InvitationStatement(row) else { continue }
            let stated = StatedInvitation(contentKey: row.subjectA, statement: statement, row: number(place))
            if latest.updateValue(stated, forKey: row.subject) == nil { order.append(row.subject) }
        }
        return order.compactMap { latest[$0] }
    }

    private func texts(_ subject: ActivitySubject) -> [Row] {
        var latest: [String: Row] = [:]
        var order: [String] = []
        for row in rows where row.kind == Kind(subject).rawValue {
            let key = TextReview.key(row.subjectA)
            if latest.updateValue(row, forKey: key) == nil { order.append(key) }
        }
        return order.compactMap { latest[$0] }
    }
}

/// What a person can decide about a free text; the raw values stand in the file.
enum TextVerdict: String, CaseIterable {
    case assigned
    case noCode = "none"
    case undecided
}

extension Decisions.Kind {
    init(_ subject: ActivitySubject) { self = subject == .theme ? .theme : .supportType }
}

/// What a row says of an invitation.
struct StatedInvitation {
    /// Of a record of the organisation.
    let contentKey: String
    let statement: InvitationStatement
    /// Of `decisions.csv`; `nil` for what an earlier wave's says.
    let row: Int?
}

/// What a decision is about.
struct DecisionSubject: Hashable {
    let kind: String
    let parts: [String]
}

/// The latest word on each subject.
private struct LatestDecisions {
    private var answers: [DecisionSubject: [String]] = [:]

    init(_ rows: [DecisionRecord]) {
        for row in rows { add(row) }
    }

    /// - Returns: whether it says something else than the latest word.
    @discardableResult
    mutating func add(_ row: DecisionRecord) -> Bool {
        answers.updateValue(row.answer, forKey: row.subject) != row.answer
    }
}

extension DecisionRecord {
    var cells: [String] { [kind, verdict, subjectA, subjectB, note, decidedOn, takenFrom] }

    var subject: DecisionSubject {
        let parts =
            switch Decisions.Kind(rawValue: kind) {
            case .link: [subjectA, subjectB].sorted()
            case .pair: [subjectA, PairDecision.parts(ofSubject: subjectB).theme]
            case .invitation: [subjectA, InvitationStatement.wave(ofSubject: subjectB)]
            case .address, .area, .theme, .supportType, .forget, nil: [subjectA]
            }
        return DecisionSubject(kind: kind, parts: parts)
    }

    func isAbout(_ other: DecisionRecord) -> Bool { subject == other.subject }

    func says(_ other: DecisionRecord) -> Bool { answer == other.answer }

    /// Whether it is an entry of the ledger of an earlier wave that none of the rows says. People go on writing into that
    /// ledger until the next wave begins, and nobody else has a word on it.
    fileprivate func isNewInvitation(to rows: [DecisionRecord]) -> Bool {
        kind == Decisions.Kind.invitation.rawValue && !rows.contains { isAbout($0) && says($0) }
    }

    /// Whether it decides the same; the note may be another.
    func agrees(with other: DecisionRecord) -> Bool { subject == other.subject && statement == other.statement }

    fileprivate var answer: [String] { statement + [note] }

    private var statement: [String] { kind == Decisions.Kind.link.rawValue ? [verdict] : [verdict, subjectB] }

    init(_ record: HeaderedTable.Record) {
        self.init(
            kind: record["kind"], verdict: record["verdict"], subjectA: record["subject_a"],
            subjectB: record["subject_b"], note: record["note"], decidedOn: record["decided_on"],
            takenFrom: record["taken_from"])
    }
}
