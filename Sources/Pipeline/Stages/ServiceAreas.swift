internal import Geo
internal import Model
internal import Store
internal import Survey

/// What a person decided about a service area; the raw values of the verdict stand in `decisions.csv`.
struct AreaDecision: Hashable {
    enum Verdict: String, CaseIterable {
        /// All of the city.
        case city
        /// The areas that a text names.
        case areas
        /// It works nowhere in the city.
        case nowhere = "none"
        /// As it was read; 広域 stays counted apart.
        case asRead = "as_read"
        case undecided
    }

    var verdict: Verdict
    /// The text, for `areas`.
    var text = ""
    /// Whether it was decided in an earlier wave, on what was stated then.
    var isInherited = false
}

/// Where organisations work: the answer's area, else the member list's, else nothing; and what people decided about it.
struct ServiceAreas {
    struct Result {
        var area = ServiceArea(kind: .unknown)
        var findings: [Finding] = []
        var doubt: Doubt?
    }

    /// A service area that a person should decide on.
    struct Doubt {
        let record: Int
        let choice: String
        let text: String
        let reason: DoubtfulArea.Reason
        let notUnderstood: String
        let answer: String?
    }

    private let questionnaire: Questionnaire
    private let reader: ServiceAreaReader
    private let reportCodes: [String]
    private let records: [Record]
    private let contentKeys: [String]
    /// By content key of the record that states the area.
    private let decisions: [String: AreaDecision]
    /// What was stated when an earlier wave decided, by content key.
    private let earlierStatements: [String: AreaStatement]

    init(
        _ inputs: WaveInputs, records: [Record], contentKeys: [String], decisions: [String: AreaDecision],
        earlierStatements: [String: AreaStatement]
    ) {
        questionnaire = inputs.questionnaire
        reader = ServiceAreaReader(
            hierarchy: inputs.hierarchy, gazetteers: inputs.gazetteers.gazetteers,
            municipalities: inputs.municipalities, regions: inputs.regions, locations: inputs.areas.locations,
            variants: inputs.reference.variants, home: inputs.wave.municipality.code,
            reportKind: inputs.description.reportBy)
        reportCodes = inputs.reportAreas.map(\.code).sorted()
        self.records = records
        self.contentKeys = contentKeys
        self.decisions = decisions
        self.earlierStatements = earlierStatements
    }

    /// - Parameters:
    ///   - answer: the record of the answer that counts.
    ///   - members: records of the member list.
    ///   - earlier: what it answered before, where it did not this time.
    func area(answer: Int?, members: [Int], earlier: EarlierAnswer?) -> Result {
        if let answer, let statement = statement(ofAnswer: answer) { return read(statement) }
        for index in members {
            guard let text = records[index][.serviceAreaText] else { continue }
            return read(
                Statement(
                    record: index, kind: nil, choice: "", text: text, location: records[index].reference.location))
        }
        return earlier.map { Result(area: area(of: $0)) } ?? Result()
    }

    /// With what was decided about it then. Where gaps are reported by other areas now, only the whole of the city can be
    /// carried over.
    private func area(of earlier: EarlierAnswer) -> ServiceArea {
        var area = ServiceArea(kind: earlier.serviceAreaKind, outsideCodes: earlier.outsideCodes)
        let known = earlier.areaCodes.filter(reportCodes.contains)
        if earlier.serviceAreaKind.isWide {
            if !known.isEmpty { area.confirmedCodes = known }
        } else if !known.isEmpty {
            area.codes = known
        } else if [.city, .cityAndBeyond, .prefecture].contains(earlier.serviceAreaKind), !earlier.areaCodes.isEmpty {
            area.codes = reportCodes
        }
        return area
    }

    // MARK: What was answered

    private struct Statement {
        let record: Int
        /// `nil` where no choice was offered.
        let kind: ServiceAreaKind?
        let choice: String
        let text: String
        let location: CellLocation
    }

    private func statement(ofAnswer index: Int) -> Statement? {
        let record = records[index]
        guard let question = questionnaire.first(.serviceArea),
            let id = record.answers[question.id]?.chosen.first, let kind = ServiceAreaKind(rawValue: id)
        else { return nil }
        return Statement(
            record: index, kind: kind, choice: question.options.first { $0.id == id }?.label ?? id,
            text: questionnaire.first(.serviceAreaText).flatMap { record.answers[$0.id]?.text } ?? "",
            location: record.reference.location.column("\(question.id) \(question.label)"))
    }

    private func read(_ statement: Statement) -> Result {
        let reading = reader.reading(statement.text, chosen: statement.kind)
        let area = reading.area
        guard let reason = Self.reason(reading, statement) else { return Result(area: area) }
        func open(_ reason: DoubtfulArea.Reason, answer: String?) -> Result {
            let unread = reading.unread ?? ""
            return Result(
                area: area, findings: [Self.finding(reason, statement, unread: unread, answer)],
                doubt: Doubt(
                    record: statement.record, choice: statement.choice, text: statement.text, reason: reason,
                    notUnderstood: unread, answer: answer))
        }
        var decided = area
        let decision = decision(on: statement) ?? AreaDecision(verdict: .undecided)
        switch decision.verdict {
        case .undecided: return open(reason, answer: nil)
        case .asRead: break
        case .city: decided.confirmedCodes = reportCodes
        case .nowhere: (decided.kind, decided.confirmedCodes) = (.outside, [])
        case .areas:
            let named = reader.reading(decision.text, chosen: nil)
            guard named.unread == nil, !named.area.kind.isWide,
                !named.area.codes.isEmpty
            else { return open(.answerNotUnderstood, answer: decision.text) }
            decided.confirmedCodes = named.area.codes
        }
        return Result(area: decided)
    }

    /// What was decided on another statement decides nothing about this one.
    private func decision(on statement: Statement) -> AreaDecision? {
        let key = contentKeys[statement.record]
        guard let decision = decisions[key] else { return nil }
        let stated = AreaStatement(choice: statement.kind?.rawValue ?? "", text: statement.text)
        return decision.isInherited && earlierStatements[key] != stated ? nil : decision
    }

    /// - Returns: `nil` where nothing is in doubt.
    private static func reason(
        _ reading: ServiceAreaReader.Reading, _ statement: Statement
    ) -> DoubtfulArea.Reason? {
        let area = reading.area
        if reading.notUnderstood != nil {
            return area.kind == .unknown && !area.outsideCodes.isEmpty ? .outsideOnly : .notUnderstood
        }
        if reading.notPlaced != nil { return .notPlaced }
        if statement.text.isEmpty, statement.kind == .part || statement.kind == .other { return .notNamed }
        return area.kind.isWide ? .wide : nil
    }

    private static func finding(
        _ reason: DoubtfulArea.Reason, _ statement: Statement, unread: String, _ answer: String?
    ) -> Finding {
        let written = statement.text.isEmpty ? statement.choice : statement.text
        return switch reason {
        case .wide: Finding(.info, .areaWide, at: statement.location, found: written)
        case .outsideOnly: Finding(.warning, .areaOutsideOnly, at: statement.location, found: statement.text)
        case .notUnderstood:
            Finding(.warning, .areaNotUnderstood, at: statement.location, found: unread)
        case .notPlaced: Finding(.warning, .areaNotPlaced, at: statement.location, found: unread)
        case .notNamed: Finding(.warning, .areaNotNamed, at: statement.location, found: statement.choice)
        case .answerNotUnderstood:
            Finding(
                .warning, .areaAnswerNotUnderstood, at: statement.location, found: written, expected: answer ?? "")
        }
    }
}
