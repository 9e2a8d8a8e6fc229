internal import GRDB
public import Model

extension Register {
    /// Writes a wave in one transaction.
    public func insert(_ content: RegisterContent) throws(StageError) {
        try write { db in
            try Insertion(db: db, content: content).run()
        }
    }

    /// Writes what was computed from the wave, in one transaction.
    public func insert(coverage: [CoverageCell], shortlist: Shortlist, wave: Wave) throws(StageError) {
        try write { db in
            let cells = try Inserter(
                db, "coverage_cell",
                [
                    "area_code", "theme_id", "support_type_id", "need", "member_count", "known_count",
                    "expected_unknown", "gap_kind", "is_inferred",
                ])
            for cell in coverage {
                try cells.insert([
                    cell.key.areaCode, cell.key.themeID, cell.key.supportTypeID, cell.need, cell.memberCount,
                    cell.knownCount, cell.expectedUnknown, cell.gap.rawValue, cell.isInferred,
                ])
            }
            let picks = try Inserter(
                db, "shortlist_pick",
                [
                    "wave_id", "rank", "organization_id", "expected_gain", "cumulative_gain", "share_of_gap_closed",
                    "joining_chance",
                ])
            for pick in shortlist.candidates {
                try picks.insert([
                    wave.id, pick.rank, pick.organizationID, pick.expectedGain, pick.cumulativeGain,
                    pick.shareOfGapClosed, pick.joiningChance,
                ])
            }
        }
    }
}

/// A prepared `insert into … values …`.
struct Inserter {
    private let statement: Statement

    init(_ db: Database, _ table: String, _ columns: [String]) throws {
        let names = columns.joined(separator: ", ")
        let places = columns.map { _ in "?" }.joined(separator: ", ")
        statement = try db.makeStatement(sql: "insert into \(table) (\(names)) values (\(places))")
    }

    func insert(_ values: [(any DatabaseValueConvertible)?]) throws {
        try statement.execute(arguments: StatementArguments(values))
    }
}

private struct Insertion {
    let db: Database
    let content: RegisterContent

    func run() throws {
        try insertWave()
        try insertTaxonomy()
        try insertQuestionnaire()
        try insertOrganizations()
        try insertRecords()
        try CodingInsertion(db: db, content: content).run()
        try LinkingInsertion(db: db, content: content).run()
        try MemoryInsertion(db: db, content: content).run()
        try insertFindings()
    }

    private func insertWave() throws {
        let wave = content.wave
        let waves = try Inserter(
            db, "wave",
            [
                "wave_id", "label", "municipality_code", "municipality", "answers_from", "answers_until", "as_of",
                "is_earlier",
            ])
        try waves.insert([
            wave.id, wave.label, wave.municipality.code, wave.municipality.name,
            wave.answerPeriod.lowerBound.description, wave.answerPeriod.upperBound.description, wave.asOf.description,
            false,
        ])
        for earlier in content.earlierWaves {
            try waves.insert([
                earlier.id, earlier.label, wave.municipality.code, wave.municipality.name, "", "", earlier.asOf, true,
            ])
        }
        let sources = try Inserter(
            db, "source", ["wave_id", "file", "sheet", "role", "purpose", "retain_until", "sha256", "record_count"])
        for source in content.sources {
            try sources.insert([
                wave.id, source.file, source.sheet, source.role.rawValue, source.purpose,
                source.retainUntil?.description, source.sha256, source.recordCount,
            ])
        }
    }

    private func insertTaxonomy() throws {
        let themes = try Inserter(
            db, "theme", ["theme_id", "position", "label", "is_residual", "withholds_location"])
        for (position, theme) in content.taxonomy.themes.enumerated() {
            try themes.insert([theme.id, position, theme.label, theme.isResidual, theme.withholdsLocation])
        }
        let types = try Inserter(db, "support_type", ["support_type_id", "position", "label", "is_residual"])
        for (position, type) in content.taxonomy.supportTypes.enumerated() {
            try types.insert([type.id, position, type.label, type.isResidual])
        }
        let pairs = try Inserter(db, "excluded_pair", ["theme_id", "support_type_id"])
        for pair in content.taxonomy.excludedPairs.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            try pairs.insert([pair[0], pair[1]])
        }
        let areas = try Inserter(db, "area", ["area_code", "position", "name", "kind", "population"])
        for (position, area) in content.areas.enumerated() {
            try areas.insert([area.code, position, area.name, area.kind.rawValue, area.population])
        }
        try insertNeeds()
    }

    private func insertNeeds() throws {
        let weights = try Inserter(db, "need", ["area_code", "theme_id", "weight", "source"])
        let figures = try Inserter(
            db, "need_figure",
            [
                "area_code", "theme_id", "basis", "figure", "low", "high", "unit", "measure", "source", "as_of",
                "is_priority",
            ])
        for need in content.needs {
            if let weight = need.weight {
                try weights.insert([need.areaCode, need.themeID, weight, need.source])
            }
            try figures.insert([
                need.areaCode, need.themeID, need.basis.rawValue, need.figure, need.interval?.low, need.interval?.high,
                need.unit, need.measure, need.source, need.asOf, need.isPriority,
            ])
        }
    }

    private func insertQuestionnaire() throws {
        let questions = try Inserter(
            db, "question", ["wave_id", "question_id", "position", "label", "kind", "concept", "asked_if"])
        let options = try Inserter(db, "option", ["wave_id", "question_id", "option_id", "position", "label"])
        for (position, question) in content.questionnaire.questions.enumerated() {
            try questions.insert([
                content.wave.id, question.id, position, question.label, question.kind.rawValue,
                question.concept.rawValue, question.askedIf?.description,
            ])
            for (place, option) in question.options.enumerated() {
                try options.insert([content.wave.id, question.id, option.id, place, option.label])
            }
        }
    }

    private func insertOrganizations() throws {
        let organizations = try Inserter(db, "organization", Self.organizationColumns)
        let themes = try Inserter(
            db, "organization_theme", ["organization_id", "theme_id", "wave_id", "origin", "evidence"])
        let types = try Inserter(
            db, "organization_support_type", ["organization_id", "support_type_id", "wave_id", "origin", "evidence"])
        let pairs = try Inserter(
            db, "organization_pair", ["organization_id", "theme_id", "support_type_id", "is_done"])
        let areas = try Inserter(db, "organization_area", ["organization_id", "area_code"])
        let consents = try Inserter(db, "organization_consent", ["organization_id", "subject", "is_given"])
        for profile in content.organizations {
            let id = profile.organization.id
            try organizations.insert(Self.values(of: profile.organization))
            for theme in profile.themes {
                try themes.insert([
                    id, theme.id, theme.waveID ?? content.wave.id, theme.origin.rawValue, theme.evidence,
                ])
            }
            for type in profile.supportTypes {
                try types.insert([id, type.id, type.waveID ?? content.wave.id, type.origin.rawValue, type.evidence])
            }
            for pair in profile.decidedPairs {
                try pairs.insert([id, pair.themeID, pair.supportTypeID, pair.isDone])
            }
            for code in profile.organization.serviceArea.filledCodes { try areas.insert([id, code]) }
            let stated = profile.organization.consent.stated
            for subject in PublicConsent.Subject.allCases {
                if let isGiven = stated[subject] { try consents.insert([id, subject.rawValue, isGiven]) }
            }
        }
    }

    private static let organizationColumns = [
        "organization_id", "name", "legal_form", "organization_type", "address", "municipality_code", "municipality",
        "town", "latitude", "longitude", "easting_m", "northing_m", "geocode_level", "mesh_code", "service_area_kind",
        "outside_area_codes", "is_in_frame", "is_member", "has_responded", "is_unreachable", "is_location_withheld",
        "may_be_named_in_public", "section",
    ]

    private static func values(of organization: Organization) -> [(any DatabaseValueConvertible)?] {
        let place = organization.place
        return [
            organization.id, organization.name, organization.legalForm, organization.organizationType,
            organization.address, place?.municipalityCode, place?.municipality, place?.town, place?.latitude,
            place?.longitude, place?.easting, place?.northing, place?.level.rawValue ?? 0, place?.meshCode,
            organization.serviceArea.kind.rawValue, organization.serviceArea.outsideCodes.joined(separator: ";"),
            organization.isInFrame, organization.isMember, organization.hasResponded, organization.isUnreachable,
            organization.isLocationWithheld, organization.mayBeNamedInPublic, organization.section,
        ]
    }

    private func insertRecords() throws {
        let records = try Inserter(
            db, "record",
            [
                "record_id", "wave_id", "source_file", "source_sheet", "source_row", "role", "organization_id",
                "probability", "decided_by", "counts", "content_key", "recorded_at",
            ])
        let fields = try Inserter(db, "record_field", ["record_id", "field", "value", "is_internal"])
        for (offset, linked) in content.records.enumerated() {
            let record = linked.record
            try records.insert([
                offset + 1, content.wave.id, record.reference.file, record.reference.sheet, record.reference.row,
                record.role.rawValue, linked.link?.organizationID, linked.link?.probability,
                linked.link?.decider.rawValue, linked.counts, linked.contentKey, record.date?.description,
            ])
            for field in RecordField.allCases {
                guard let value = record[field] else { continue }
                try fields.insert([offset + 1, field.rawValue, value, field.isInternal])
            }
        }
        try insertAnswers()
    }

    private func insertAnswers() throws {
        let answers = try Inserter(db, "answer", ["record_id", "question_id", "is_asked", "is_answered", "text"])
        let options = try Inserter(db, "answer_option", ["record_id", "question_id", "option_id"])
        for (offset, linked) in content.records.enumerated() {
            let given = linked.record.answers
            for question in content.questionnaire.questions {
                guard let answer = given[question.id] else { continue }
                let isAsked = question.askedIf?.holds(for: given) ?? true
                try answers.insert([offset + 1, question.id, isAsked, !answer.isBlank, answer.text])
                for option in answer.chosen { try options.insert([offset + 1, question.id, option]) }
            }
        }
    }

    private func insertFindings() throws {
        let findings = try Inserter(
            db, "finding",
            [
                "wave_id", "severity", "source_file", "source_sheet", "source_row", "source_column", "code", "value",
                "expected",
            ])
        for finding in content.findings {
            let (problem, location) = (finding.problem, finding.problem.location)
            try findings.insert([
                content.wave.id, finding.severity.rawValue, location.file, location.sheet, location.row,
                location.column, problem.code.rawValue, problem.found, problem.expected,
            ])
        }
    }
}
