internal import Geo
internal import Model
internal import Survey
internal import Text

/// Brings the records of each organisation together: what it is called, where it is, what it does and where it works.
struct Consolidation {
    struct Result {
        /// In the order of the clusters.
        var profiles: [OrganizationProfile] = []
        /// Whether each record is the one that counts.
        var counts: [Bool]
        var findings: [Finding] = []
        /// In the order of the sources and their rows.
        var doubtfulAreas: [DoubtfulArea] = []
        /// Members first, then by name.
        var openPairs: [OpenPairs] = []
    }

    let inputs: WaveInputs
    let records: [Record]
    let located: [GeocodeStage.Located?]
    let resolved: ResolveStage.Result
    /// By record.
    let texts: [[ActivityText]]
    let earlier: EarlierKnowledge
    /// Of places named in findings.
    let language: Language
    private let serviceAreas: ServiceAreas
    private let pairs: ActivityPairs
    private let publishing: Publishing
    private let lastAnswered: [String: (wave: EarlierWave, wavesAgo: Int)]

    init(
        inputs: WaveInputs, records: [Record], located: [GeocodeStage.Located?],
        resolved: ResolveStage.Result, texts: [[ActivityText]], earlier: EarlierKnowledge,
        leafletConsents: [String: [(date: CivilDate?, isGiven: Bool)]],
        areaDecisions: [String: AreaDecision], pairDecisions: [String: [String: PairDecision]], language: Language
    ) {
        self.inputs = inputs
        self.records = records
        self.located = located
        self.resolved = resolved
        self.texts = texts
        self.earlier = earlier
        self.language = language
        serviceAreas = ServiceAreas(
            inputs, records: records, contentKeys: resolved.contentKeys, decisions: areaDecisions,
            earlierStatements: earlier.areaStatements)
        lastAnswered = earlier.lastAnswered
        publishing = Publishing(records: records, located: located, leafletConsents: leafletConsents)
        pairs = ActivityPairs(taxonomy: inputs.taxonomy, decisions: pairDecisions)
    }

    func run() -> Result {
        var result = Result(counts: [Bool](repeating: true, count: records.count))
        for (cluster, id) in zip(resolved.clusters, resolved.ids) {
            let answer = countedAnswer(cluster, result: &result)
            let before = answer == nil ? earlierAnswer(of: id, cluster) : nil
            let area = serviceAreas.area(
                answer: answer, members: cluster.filter { records[$0].role == .member }, earlier: before)
            result.findings += area.findings
            let profile = profile(
                cluster, id: id, answer: answer, before: before, serviceArea: area.area, findings: &result.findings)
            result.profiles.append(profile)
            if let doubt = area.doubt { result.doubtfulAreas.append(doubtfulArea(doubt, profile.organization)) }
            result.openPairs += openPairs(profile, speaker: speaker(cluster, answer: answer))
            checkFrame(cluster, findings: &result.findings)
        }
        result.doubtfulAreas.sort { $0.reference < $1.reference }
        result.openPairs = Self.sorted(result.openPairs)
        return result
    }

    /// Members first, then by name; the themes of an organisation stay in their order.
    private static func sorted(_ pairs: [OpenPairs]) -> [OpenPairs] {
        func key(_ pairs: OpenPairs, _ place: Int) -> (Int, String, String, Int) {
            (pairs.isMember ? 0 : 1, pairs.name, pairs.organizationID, place)
        }
        return pairs.enumerated().sorted { key($0.element, $0.offset) < key($1.element, $1.offset) }.map(\.element)
    }

    // MARK: Which answer counts

    /// Of one that is in this wave's lists.
    private func earlierAnswer(of id: String, _ cluster: [Int]) -> EarlierAnswer? {
        guard inputs.description.earlierAnswers.areUsed,
            cluster.contains(where: { [.frame, .member].contains(records[$0].role) })
        else { return nil }
        return earlier.answer(of: id)
    }

    /// The latest answer; where two have the same time, the one that stands later in its file. A date outside the survey
    /// is most likely a slip and gives way to one inside.
    private func countedAnswer(_ cluster: [Int], result: inout Result) -> Int? {
        let period = inputs.wave.answerPeriod
        func isInTime(_ index: Int) -> Bool { records[index].date.map { period.contains($0.date) } ?? false }
        let answers = cluster.filter { records[$0].role == .response }.sorted { a, b in
            if isInTime(a) != isInTime(b) { return isInTime(b) }
            return switch (records[a].date, records[b].date) {
            case (let x?, let y?) where x != y: x < y
            case (nil, .some): true
            case (.some, nil): false
            default: records[a].reference < records[b].reference
            }
        }
        guard let last = answers.last else { return nil }
        for index in answers.dropLast() {
            result.counts[index] = false
            result.findings.append(
                Finding(
                    .warning, .doubleAnswer, at: records[index].reference.location, found: records[index].name,
                    expected: records[last].reference.location.description(in: language)))
        }
        return last
    }

    /// Words about the service area can hold an address: those of an organisation whose place is withheld are left out.
    private func doubtfulArea(_ doubt: ServiceAreas.Doubt, _ organization: Organization) -> DoubtfulArea {
        func shown(_ text: String) -> String { organization.isLocationWithheld ? "" : text }
        return DoubtfulArea(
            organizationID: organization.id, name: organization.name, isMember: organization.isMember,
            choice: doubt.choice, text: shown(doubt.text), reason: doubt.reason,
            notUnderstood: shown(doubt.notUnderstood), codes: organization.serviceArea.filledCodes,
            answer: doubt.answer.map(shown), reference: records[doubt.record].reference)
    }

    /// The record that says what it does: the answer that counts, else the first of the member list.
    private func speaker(_ cluster: [Int], answer: Int?) -> Int? {
        answer ?? cluster.first { records[$0].role == .member }
    }

    /// What a person should decide, if the pairs of this organisation matter. One that works nowhere in the city makes no
    /// cell.
    private func openPairs(_ profile: OrganizationProfile, speaker: Int?) -> [OpenPairs] {
        let organization = profile.organization
        guard let speaker, organization.serviceArea.kind != .outside else { return [] }
        let decided = Set(profile.decidedPairs.map { [$0.themeID, $0.supportTypeID] })
        return pairs.open(themes: profile.themes, supportTypes: profile.supportTypes)
            .filter { theme in theme.types.contains { !decided.contains([theme.id, $0]) } }.map { theme in
                OpenPairs(
                    organizationID: organization.id, name: organization.name, isMember: organization.isMember,
                    themeID: theme.id, supportTypeIDs: theme.types, reference: records[speaker].reference)
            }
    }

    private func checkFrame(_ cluster: [Int], findings: inout [Finding]) {
        let frame = cluster.filter { records[$0].role == .frame }
        for index in frame.dropFirst() {
            findings.append(
                Finding(
                    .info, .frameDouble, at: records[index].reference.location, found: records[index].name,
                    expected: records[frame[0]].reference.location.description(in: language)))
        }
        guard frame.isEmpty else { return }
        for index in cluster {
            findings.append(
                Finding(
                    .warning, .notInFrame, at: records[index].reference.location, found: records[index].name))
        }
    }

    // MARK: What it is

    private func profile(
        _ cluster: [Int], id: String, answer: Int?, before: EarlierAnswer?, serviceArea: ServiceArea,
        findings: inout [Finding]
    ) -> OrganizationProfile {
        let members = cluster.filter { records[$0].role == .member }
        let frame = cluster.filter { records[$0].role == .frame }
        let first = records[cluster[0]]
        let type = organizationType(frame: frame, answer: answer, before: before)
        let legalForm = cluster.lazy
            .compactMap { inputs.reference.names.normalize(records[$0].name).legalFormID }.first
        let speaking = cluster.filter { records[$0].role != .response || $0 == answer }
        let themes = labels(
            of: .theme, speaking: speaking, before: before?.themes ?? [],
            known: inputs.taxonomy.themes.map { ($0.id, $0.label) })
        let types = labels(
            of: .supportType, speaking: speaking, before: before?.supportTypes ?? [],
            known: inputs.taxonomy.supportTypes.map { ($0.id, $0.label) })
        for index in speaking { checkTexts(index, findings: &findings) }
        let isWithheld =
            // A mark that can't be read protects: an address that is out can't be taken back.
            cluster.contains { records[$0][.locationWithheld] != nil && records[$0].mark(.locationWithheld) != false }
            || cluster.contains { namesWithholdingTheme($0) } || earlier.isLocationWithheld(id)
        let consent = publishing.consent(cluster, of: id)
        let office = office(cluster)
        if let office, !isWithheld { checkPlace(office, findings: &findings) }
        let organization = Organization(
            id: id, name: first.name, legalForm: legalForm, organizationType: type?.id,
            address: office.flatMap { records[$0][.address] }, place: office.flatMap { located[$0]?.place },
            serviceArea: serviceArea,
            isInFrame: !frame.isEmpty, isMember: !members.isEmpty, hasResponded: answer != nil,
            latestAnswer: latestAnswer(of: id, hasResponded: answer != nil),
            isUnreachable: answer == nil && frame.contains { isUnreachable(records[$0]) },
            isLocationWithheld: isWithheld, consent: consent,
            section: frame.lazy.compactMap { records[$0][.section] }.first)
        return OrganizationProfile(
            organization: organization, organizationTypeLabel: type?.label,
            legalFormLabel: legalForm.flatMap { inputs.reference.legalFormLabels[$0] }, themes: themes,
            supportTypes: types,
            decidedPairs: decidedPairs(
                pairs.open(themes: themes, supportTypes: types), id: id, speaker: speaker(cluster, answer: answer),
                before: before),
            earlierAnswer: before,
            published: publishing.details(cluster, consent, isLocationWithheld: isWithheld))
    }

    /// What a person decided on what is said now, and of the rest what was decided on the answer before.
    private func decidedPairs(
        _ open: [ActivityPairs.Theme], id: String, speaker: Int?, before: EarlierAnswer?
    ) -> [DecidedPair] {
        let decided =
            speaker.map {
                pairs.decided(open, contentKey: resolved.contentKeys[$0], earlier: earlier.decidedPairs(of: id))
            } ?? []
        guard let before else { return decided }
        let known = Set(decided.map { [$0.themeID, $0.supportTypeID] })
        let possible = Set(open.flatMap { theme in theme.types.map { [theme.id, $0] } })
        return decided
            + before.decidedPairs.filter {
                let pair = [$0.themeID, $0.supportTypeID]
                return possible.contains(pair) && !known.contains(pair)
            }
    }

    private func latestAnswer(of id: String, hasResponded: Bool) -> LatestAnswer? {
        if hasResponded {
            return LatestAnswer(
                waveID: inputs.wave.id, waveLabel: inputs.wave.label, wavesAgo: 0, isStale: false)
        }
        return lastAnswered[id].map { last in
            LatestAnswer(
                waveID: last.wave.id, waveLabel: last.wave.label, wavesAgo: last.wavesAgo,
                isStale: last.wavesAgo >= inputs.description.earlierAnswers.staleAfter)
        }
    }

    /// The type that the frame gives, so that those who did not answer have one too; else the answer's.
    private func organizationType(frame: [Int], answer: Int?, before: EarlierAnswer?) -> Question.Option? {
        guard let question = inputs.questionnaire.first(.organizationType) else { return nil }
        for index in frame {
            if let text = records[index][.organizationType], let option = question.option(written: text) {
                return option
            }
        }
        let chosen = answer.map { records[$0].answers[question.id]?.chosen.first } ?? before?.organizationType
        return question.options.first { $0.id == chosen }
    }

    /// Also in an answer that doesn't count: protection that was asked for once stays. A free text that may name such a theme
    /// protects as well, before a person has looked at it.
    private func namesWithholdingTheme(_ index: Int) -> Bool {
        let taxonomy = inputs.reference.taxonomy
        let isWritten = texts[index].contains { text in
            text.subject == .theme
                && text.coding.codes.contains { code in
                    (code.standing == .assigned || code.standing == .review)
                        && taxonomy.theme(code.id)?.withholdsLocation == true
                }
        }
        if isWritten { return true }
        return inputs.questionnaire.questions.filter { $0.concept == .theme }.contains { question in
            records[index].answers[question.id]?.chosen.contains {
                inputs.reference.taxonomy.theme($0)?.withholdsLocation == true
            } ?? false
        }
    }

    /// The first address that was found down to its town, else the first there is.
    private func office(_ cluster: [Int]) -> Int? {
        let addressed = cluster.filter { records[$0][.address] != nil }
        return addressed.first { (located[$0]?.place.level ?? .nothing) >= .town } ?? addressed.first
    }

    private func checkPlace(_ index: Int, findings: inout [Finding]) {
        guard let reading = located[index]?.reading, let address = records[index][.address] else { return }
        let source = inputs.description.sources.first { $0.file == records[index].reference.file }
        let location = records[index].reference.location
            .column(source?.columns[.address] ?? RecordField.address.rawValue)
        if let finding = reading.finding(of: address, at: location) { findings.append(finding) }
    }

    private func isUnreachable(_ record: Record) -> Bool {
        guard let note = record[.note] else { return false }
        let description = inputs.description
        return (description.returnedNotes + description.dormantNotes + description.closedNotes)
            .contains(where: note.contains)
    }

    // MARK: What it does and where

    /// What the answer ticked, what the member list names, what their free texts surely say, and what it said before; of
    /// these the first counts. What the question counts stays as it was answered.
    /// - Parameters:
    ///   - speaking: the records but answers that don't count.
    ///   - before: of the earlier answer, where it did not answer this time.
    private func labels(
        of subject: ActivitySubject, speaking: [Int], before: [AttributedLabel], known: [(id: String, label: String)]
    ) -> [AttributedLabel] {
        guard let question = inputs.questionnaire.first(subject.choices) else { return [] }
        var evidence: [String: AttributedLabel] = [:]
        let labels = Dictionary(known.map { ($0.id, $0.label) }, uniquingKeysWith: { first, _ in first })
        func add(_ id: String, _ origin: AttributedLabel.Origin, _ text: String, isConfirmed: Bool = true) {
            guard evidence[id] == nil, let label = labels[id] else { return }
            evidence[id] = AttributedLabel(
                id: id, label: label, origin: origin, evidence: text, isConfirmed: isConfirmed)
        }
        func add(_ origin: AttributedLabel.Origin, role: Role) {
            for index in speaking where records[index].role == role {
                let record = records[index]
                guard ActivityTexts.isAsked(question, of: record) else { continue }
                for id in record.answers[question.id]?.chosen ?? [] {
                    add(id, origin, record.reference.location.description(in: .japanese))
                }
            }
        }
        add(.selected, role: .response)
        add(.memberList, role: .member)
        for text in speaking.flatMap({ texts[$0] }) where text.subject == subject {
            let place = text.reference.location.description(in: .japanese)
            for code in text.coding.codes where code.standing == .assigned {
                add(
                    code.id, .recoded, "\(place) " + code.evidence.map { "「\($0.words)」" }.joined(),
                    isConfirmed: code.evidence.contains { $0.rule == .learned })
            }
        }
        for label in before where evidence[label.id] == nil { evidence[label.id] = label }
        return known.compactMap { evidence[$0.id] }
    }

    /// A text that may name a theme and doesn't say so surely is left as it is.
    private func checkTexts(_ index: Int, findings: inout [Finding]) {
        for text in texts[index] where text.coding.outcome == .review {
            let guesses = text.coding.guesses.map { inputs.reference.taxonomy.label(text.subject, $0.id) }
            findings.append(
                Finding(
                    .info, .themeTextDoubtful,
                    at: text.reference.location.column("\(text.questionID) \(text.question)"), found: text.text,
                    expected: guesses.joined(separator: " / ")))
        }
    }
}
