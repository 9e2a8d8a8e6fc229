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

        var verdicts: [String] {
            switch self {
            case .link: LinkDecision.Verdict.allCases.map(\.rawValue)
            case .address: AddressDecision.Verdict.allCases.map(\.rawValue)
            case .area: AreaDecision.Verdict.allCases.map(\.rawValue)
            case .pair: PairDecision.Verdict.allCases.map(\.rawValue)
            case .theme, .supportType: TextVerdict.allCases.map(\.rawValue)
            }
        }
    }

    struct Row: Hashable {
        var kind: String
        var verdict: String
        var subjectA: String
        var subjectB: String
        var note: String
        var decidedOn: String
        var takenFrom: String

        var cells: [String] { [kind, verdict, subjectA, subjectB, note, decidedOn, takenFrom] }

        func isAbout(_ other: Row) -> Bool { kind == other.kind && subject == other.subject }

        func says(_ other: Row) -> Bool { answer == other.answer }

        private var subject: [String] {
            switch Kind(rawValue: kind) {
            case .link: [subjectA, subjectB].sorted()
            case .pair: [subjectA, PairDecision.parts(ofSubject: subjectB).theme]
            case .address, .area, .theme, .supportType, nil: [subjectA]
            }
        }
        private var answer: [String] { kind == Kind.link.rawValue ? [verdict, note] : [verdict, subjectB, note] }
    }

    /// In the order in which they were taken; a later one about the same subject replaces an earlier one.
    private(set) var rows: [Row]
    let findings: [Finding]

    /// What stands in the file, and what is new against the latest word on the same subject; the new is in the file, on the
    /// disk, when this returns. Two runs of one wave take turns.
    /// - Throws: `StageError` when the file is there but can't be read whole, or can't be written: a decision is never
    ///   lost by carrying on.
    init(waveFolder: URL, takingIn new: [Row]) throws(StageError) {
        let file = DecisionFile(waveFolder.appending(path: Self.file))
        let lock = try FolderTurn(waveFolder)
        defer { lock.end() }
        let table = try file.read(requiring: Self.columns)
        rows = table?.records.map(Row.init) ?? []
        findings = table.map { table in table.records.flatMap { Self.findings($0, in: table) } } ?? []
        let before = rows.count
        for row in new where rows.last(where: { $0.isAbout(row) })?.says(row) != true { rows.append(row) }
        if rows.count > before { try file.append(rows[before...].map(\.cells), columns: Self.columns, to: table) }
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
        return kind.verdicts.contains(record["verdict"]) ? [] : [finding("verdict", kind.verdicts)]
    }

    /// Link decisions, the latest for each pair.
    var links: [LinkDecision] {
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
        for row in rows where row.kind == Kind.area.rawValue {
            guard let verdict = AreaDecision.Verdict(rawValue: row.verdict) else { continue }
            decisions[row.subjectA] = AreaDecision(verdict: verdict, text: row.subjectB)
        }
        return decisions
    }

    /// What was decided about support types that go with a theme, the latest for each, by content key and theme.
    var pairs: [String: [String: PairDecision]] {
        var decisions: [String: [String: PairDecision]] = [:]
        for row in rows where row.kind == Kind.pair.rawValue {
            guard let verdict = PairDecision.Verdict(rawValue: row.verdict) else { continue }
            let (theme, types) = PairDecision.parts(ofSubject: row.subjectB)
            decisions[row.subjectA, default: [:]][theme] = PairDecision(verdict: verdict, types: types)
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

extension Decisions.Row {
    fileprivate init(_ record: HeaderedTable.Record) {
        self.init(
            kind: record["kind"], verdict: record["verdict"], subjectA: record["subject_a"],
            subjectB: record["subject_b"], note: record["note"], decidedOn: record["decided_on"],
            takenFrom: record["taken_from"])
    }
}
