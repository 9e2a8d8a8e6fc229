internal import Geo
internal import Linkage
internal import Model
internal import Store
internal import Survey

/// What is known after the files were read and their records brought together.
struct Evidence {
    let inputs: WaveInputs
    let read: ReadStage.Result
    let located: [GeocodeStage.Located?]
    let earlier: EarlierWaves
    /// Of earlier waves, with the ids that organisations have now.
    let knowledge: EarlierKnowledge
    let decisions: Decisions
    /// What ledgers of the workbook say.
    let recorded: RecordedInvitations
    let resolved: ResolveStage.Result
    let consolidated: Consolidation.Result
    private let activityTexts: ActivityTexts
    private let decidedTexts: [ActivitySubject: Set<String>]
    let need: NeedStage.Outcome
    let coordinateOperations: [Projector.Operation]
    /// By source file, sheet and row.
    let findings: [Finding]
    let profilesByID: [String: OrganizationProfile]

    init(
        inputs: WaveInputs, read: ReadStage.Result, located: [GeocodeStage.Located?],
        earlier: EarlierWaves, knowledge: EarlierKnowledge, decisions: Decisions,
        recorded: RecordedInvitations, resolved: ResolveStage.Result,
        consolidated: Consolidation.Result,
        texts: ActivityTexts,
        decidedTexts: [ActivitySubject: Set<String>], need: NeedStage.Outcome,
        coordinateOperations: [Projector.Operation],
        language: Language, otherFindings: [Finding]
    ) {
        self.inputs = inputs
        self.read = read
        self.located = located
        self.earlier = earlier
        self.knowledge = knowledge
        self.decisions = decisions
        self.recorded = recorded
        self.resolved = resolved
        self.consolidated = consolidated
        activityTexts = texts
        self.decidedTexts = decidedTexts
        self.need = need
        self.coordinateOperations = coordinateOperations
        profilesByID = Dictionary(
            consolidated.profiles.map { ($0.organization.id, $0) }, uniquingKeysWith: { first, _ in first })
        let withheld = Self.withheldRows(resolved, records: read.records, profiles: profilesByID)
        let operations = coordinateOperations.map { Self.finding(of: $0, gazetteers: inputs.description.gazetteers) }
        let links = Self.linkFindings(
            resolved, records: read.records, earlier: earlier.records, ownDecisions: Set(decisions.ownLinks),
            language: language)
        findings = (read.findings + consolidated.findings + otherFindings + links + operations)
            .map { Self.disclosed($0, withheld: withheld) }.sorted(by: Self.precedes)
    }

    var profiles: [OrganizationProfile] { consolidated.profiles }

    var needs: [Need] { need.needs }

    /// Free texts about activities, by record.
    var texts: [[ActivityText]] { activityTexts.texts }

    var registerContent: RegisterContent {
        RegisterContent(
            wave: inputs.wave, sources: read.sources, taxonomy: inputs.taxonomy,
            questionnaire: inputs.questionnaire, areas: inputs.reportAreas, organizations: profiles,
            records: read.records.indices.map {
                RegisterContent.LinkedRecord(
                    record: read.records[$0], link: resolved.links[$0], counts: consolidated.counts[$0],
                    contentKey: resolved.contentKeys[$0], texts: texts[$0])
            },
            earlierWaves: knowledge.waves, earlierRecords: Array(earlier.records.prefix(earlier.keptCount)),
            history: knowledge.standings, decisions: decisions.rows,
            invitations: InvitationLedger.invitations(of: self),
            pairs: resolved.pairs.filter { pair in
                if case .earlier(let index) = pair.other { index < earlier.keptCount } else { true }
            },
            needs: needs, findings: findings)
    }

    /// Pairs for a person to look at, without the address of an organisation whose place is withheld.
    var doubtfulLinks: [DoubtfulLink] {
        resolved.doubtful.map { pair in
            DoubtfulLink(
                a: side(pair.other), b: side(.record(pair.record)), probability: pair.probability,
                weights: pair.weights)
        }
    }

    /// Addresses for a person to look at, without those of organisations whose place is withheld.
    var doubtfulAddresses: [DoubtfulAddress] {
        AddressDoubts(
            records: read.records, located: located, resolved: resolved, profiles: profilesByID,
            inputs: inputs
        ).run()
    }

    /// Free texts with what they were taken for, for people to look at.
    var textReview: TextReview {
        TextReview(
            records: read.records, texts: texts, resolved: resolved, profiles: profilesByID, inputs: inputs,
            reader: activityTexts, decided: decidedTexts)
    }

    private func side(_ side: RecordPair.Side) -> DoubtfulLink.Side {
        let (record, id) =
            switch side {
            case .record(let index): (read.records[index], resolved.links[index]?.organizationID ?? "")
            case .earlier(let index): (earlier.records[index].named, earlier.records[index].organizationID)
            }
        let isWithheld = profilesByID[id]?.organization.isLocationWithheld ?? false
        return DoubtfulLink.Side(
            organizationID: id, name: record.name, address: isWithheld ? "" : record[.address] ?? "",
            telephone: record[.telephone] ?? "", email: record[.email] ?? "",
            representative: record[.representative] ?? "", reference: record.reference)
    }

    private static func withheldRows(
        _ resolved: ResolveStage.Result, records: [Record], profiles: [String: OrganizationProfile]
    ) -> Set<CellLocation> {
        Set(
            records.indices.filter { index in
                resolved.links[index].flatMap { profiles[$0.organizationID] }?.organization.isLocationWithheld ?? false
            }.map { records[$0].reference.location })
    }

    /// A cell of an organisation whose place is withheld can hold its address, whatever its column is called: only names
    /// are shown.
    private static func disclosed(_ finding: Finding, withheld: Set<CellLocation>) -> Finding {
        let problem = finding.problem
        var row = problem.location
        row.column = nil
        guard withheld.contains(row) else { return finding }
        switch problem.code {
        case .doubleAnswer, .frameDouble, .notInFrame, .linkDoubtful, .frameReturned, .frameDormant,
            .frameClosed:
            return finding
        default: return Finding(finding.severity, problem.code, at: problem.location, expected: problem.expected)
        }
    }

    private static func finding(of operation: Projector.Operation, gazetteers: [FileReference]) -> Finding {
        Finding(
            .info, .coordinateOperation, at: CellLocation(file: gazetteers.first?.path ?? WaveInputs.waveFile),
            found: "EPSG:6668 → EPSG:\(operation.epsg) \(operation.description)",
            expected: operation.accuracy.map { "\($0) m" } ?? "?")
    }

    private static func linkFindings(
        _ resolved: ResolveStage.Result, records: [Record], earlier: [EarlierRecord],
        ownDecisions: Set<LinkDecision>, language: Language
    ) -> [Finding] {
        let doubts = resolved.doubtful.map { pair in
            let other =
                switch pair.other {
                case .record(let index): records[index]
                case .earlier(let index): earlier[index].named
                }
            return Finding(
                .warning, .linkDoubtful, at: records[pair.record].reference.location,
                found: records[pair.record].name,
                expected: "\(other.name) (\(other.reference.location.description(in: language)))")
        }
        let contradictions = resolved.contradicted.map {
            Finding(
                .error, .decisionContradicts, at: CellLocation(file: Decisions.file),
                found: names(of: $0),
                expected: LinkDecision.Verdict.different.rawValue)
        }
        let unmatched = resolved.unmatched.filter(ownDecisions.contains).map {
            Finding(.info, .decisionUnmatched, at: CellLocation(file: Decisions.file), found: names(of: $0))
        }
        return doubts + contradictions + unmatched
    }

    /// Without the addresses, which may be withheld.
    private static func names(of decision: LinkDecision) -> String {
        "\(LinkRecord.name(inContentKey: decision.a)) = \(LinkRecord.name(inContentKey: decision.b))"
    }

    private static func precedes(_ a: Finding, _ b: Finding) -> Bool { key(a) < key(b) }

    private static func key(_ finding: Finding) -> (String, String, Int, String, String, String) {
        let (problem, location) = (finding.problem, finding.problem.location)
        return (
            location.file, location.sheet ?? "", location.row ?? 0, location.column ?? "", problem.code.rawValue,
            problem.found
        )
    }
}

extension EarlierRecord {
    /// With the wave before the name of the file, so that it can't be taken for one of this wave.
    fileprivate var named: Record {
        let reference = record.reference
        return Record(
            reference: RecordReference(
                file: "\(waveID):\(reference.file)", sheet: reference.sheet, row: reference.row),
            role: record.role, fields: record.fields)
    }
}
