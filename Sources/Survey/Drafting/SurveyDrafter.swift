public import Model
internal import Tabular
internal import Text

/// Looks at the files of a survey that nobody has described yet, and writes a first `wave.yaml` and `codebook.yaml`:
/// every guess with what it rests on.
public struct SurveyDrafter: Sendable {
    let words: SurveyWords
    let reference: ReferenceData
    let municipalities: [KnownMunicipality]
    let earlier: Questionnaire?
    let language: Language

    /// - Parameter earlier: codebook of an earlier wave, whose ids stay where questions are the same.
    public init(
        words: SurveyWords, reference: ReferenceData, municipalities: [KnownMunicipality],
        earlier: Questionnaire? = nil, language: Language = .japanese
    ) {
        self.words = words
        self.reference = reference
        self.municipalities = municipalities
        self.earlier = earlier
        self.language = language
    }

    /// - Parameters:
    ///   - samples: every table of the folder, in the order of their names.
    ///   - problems: what kept other files from being read.
    /// - Returns: `nil` when no table has a column of names.
    public func draft(_ samples: [TableSample], problems: [Problem] = []) -> SurveyDraft? {
        let wording = DraftWording(language: language)
        var (tables, unused) = tables(samples, wording)
        guard !tables.isEmpty else { return nil }
        unused += problems.map {
            wording.notTable($0.location.file, .unreadable($0.sentence(in: language)))
        }
        let legends = self.legends(samples, tables)
        let drafter = QuestionnaireDrafter(
            words: words, taxonomy: reference.taxonomy, legends: legends, earlier: earlier)
        var questions = drafter.questions(
            tables.indices.filter { tables[$0].role == .response }.map { ($0, tables[$0].questions) })
        match(&tables, &questions)
        let facts = facts(tables)
        let first = written(tables, questions, facts, unused, wording)
        addSkipLogic(&questions, tables, first)
        return written(tables, questions, facts, unused, wording)
    }

    /// What to say where no table has a column of names: the titles that there are.
    public func missingNames(in samples: [TableSample], at location: CellLocation) -> Problem {
        let titles = samples.compactMap { HeaderFinder(words: words).find($0)?.headers.last }.joined().filter {
            !$0.isEmpty
        }
        return Problem(
            .columnMissing, at: location, found: DraftWording(language: language).nameTitle,
            expected: titles.prefix(8).joined(separator: ", "))
    }

    private func tables(
        _ samples: [TableSample], _ wording: DraftWording
    ) -> (tables: [DraftTable], unused: [String]) {
        let reading = TableReading(words: words, names: reference.names, isAddress: isAddress)
        var tables: [DraftTable] = []
        var unused: [String] = []
        for sample in samples {
            let name = sample.name(in: language)
            switch reading.read(sample) {
            case .table(let table):
                let twin = tables.first { $0.header.headers == table.header.headers && Self.sameRows($0, table) }
                if let twin {
                    unused.append(wording.notTable(name, .copy(of: twin.sample.name(in: language))))
                } else {
                    tables.append(table)
                }
            case .unused(let reason): unused.append(wording.notTable(name, reason))
            }
        }
        return (tables, unused)
    }

    private static func sameRows(_ a: DraftTable, _ b: DraftTable) -> Bool {
        a.rowCount == b.rowCount
            && a.sample.lines[a.header.firstLine...].map(\.cells) == b.sample.lines[b.header.firstLine...].map(\.cells)
    }

    /// Names of municipalities or parts of an address, with a number.
    private func isAddress(_ cell: String) -> Bool {
        let folded = Width.foldedWithoutSpaces(cell)
        guard folded.count >= 5,
            folded.unicodeScalars.contains(where: { ("0"..."9").contains($0) || Numerals.isKanjiNumeral($0) })
        else { return false }
        let parts = words.all(.addressPart).count { folded.contains($0) }
        return parts >= 2
            || parts >= 1 && municipalities.contains { folded.hasPrefix($0.name) || folded.hasPrefix($0.prefecture) }
    }

    /// Texts that may list options: cells above headers, and sheets that are no table of the survey.
    private func legends(_ samples: [TableSample], _ tables: [DraftTable]) -> [String] {
        samples.flatMap { sample -> [String] in
            let table = tables.first { $0.sample.file == sample.file && $0.sample.sheet == sample.sheet }
            let lines = table.map { sample.lines[..<max(0, $0.header.firstLine - $0.header.rows)] } ?? sample.lines[...]
            let cells = lines.prefix(500).flatMap(\.cells).filter { $0.count >= 3 }
            // A list may also run down a column.
            let columns = table == nil ? Self.columns(lines.prefix(500)) : []
            return cells + columns
        }
    }

    private static func columns(_ lines: ArraySlice<TableSample.Line>) -> [String] {
        let count = lines.map(\.cells.count).max() ?? 0
        return (0..<count).map { column in
            lines.map { $0[column] }.filter { !$0.isEmpty }.joined(separator: "\n")
        }
    }

    // MARK: - Tables and questions

    /// Which question of the questionnaire each question of a table is.
    private func match(_ tables: inout [DraftTable], _ questions: inout [DraftQuestion]) {
        for (index, question) in questions.enumerated() {
            for asked in question.asked {
                let place = tables[asked.source].questions.firstIndex { $0.columns == asked.question.columns }
                if let place { tables[asked.source].matched[place] = index }
            }
        }
        for table in tables.indices where tables[table].role == .member || tables[table].role == .frame {
            for (place, question) in tables[table].questions.enumerated() where question.content != .codes {
                guard let index = listed(question, in: questions, taken: Set(tables[table].matched.values)) else {
                    continue
                }
                tables[table].matched[place] = index
                addWordings(question, to: &questions[index])
            }
        }
    }

    /// The question whose options hold the choices of a list; the one about themes before the one about cases.
    private func listed(_ question: FileQuestion, in questions: [DraftQuestion], taken: Set<Int>) -> Int? {
        var best: (index: Int, share: Double)?
        for (index, candidate) in questions.enumerated() where candidate.isChoice && !taken.contains(index) {
            guard candidate.concept != .organizationType, candidate.concept != .serviceArea else { continue }
            let total = question.options.reduce(0) { $0 + $1.count }
            let held = question.options.reduce(0) { $0 + (option($1.label, of: candidate) != nil ? $1.count : 0) }
            let share = Double(held) / Double(max(1, total)) - (candidate.concept == .caseTheme ? 0.05 : 0)
            if share >= 0.6, share > best?.share ?? 0 { best = (index, share) }
        }
        return best?.index
    }

    private func option(_ label: String, of question: DraftQuestion) -> Int? {
        let key = words.key(label)
        let exact = question.options.firstIndex { option in
            option.key == key || ([option.label] + option.alsoWritten).contains { words.key($0) == key }
        }
        if let exact { return exact }
        guard let use = question.concept.labelUse, let id = words.id(use, of: label) else { return nil }
        return question.options.firstIndex { $0.id == id }
    }

    /// How a list writes the options.
    private func addWordings(_ question: FileQuestion, to target: inout DraftQuestion) {
        for option in question.options {
            guard let index = self.option(option.label, of: target) else { continue }
            target.options[index].add([option.label] + option.spellings)
        }
    }

    // MARK: - The wave

    private func facts(_ tables: [DraftTable]) -> WaveFacts {
        let finder = WaveFactFinder(words: words, known: municipalities)
        let addresses = tables.filter { $0.role == .frame || $0.role == .response }.flatMap { $0.cells(.address) }
        let all = addresses.isEmpty ? tables.flatMap { $0.cells(.address) } : addresses
        let dates = tables.filter { $0.role == .response }.flatMap { $0.cells(.answeredAt) }
        return WaveFacts(city: finder.city(all), period: finder.period(dates))
    }

    // MARK: - Skip logic

    /// More rows make it no clearer.
    private static let rowsOfSkipLogic = 5000

    /// Reads the answers as a run will, by the draft itself, and looks for who was asked what.
    private func addSkipLogic(_ questions: inout [DraftQuestion], _ tables: [DraftTable], _ draft: SurveyDraft) {
        guard let wave = try? WaveDescription(yaml: draft.readable, file: "wave.yaml"),
            let questionnaire = try? CodebookReader.read(
                yaml: draft.codebook, file: "codebook.yaml", taxonomy: reference.taxonomy)
        else { return }
        let reader = SourceReader(wave: wave, questionnaire: questionnaire)
        var rows: [[String: Answer]] = []
        for source in wave.sources where source.role == .response {
            let table = tables.first {
                $0.sample.file == source.file && ($0.sample.sheet == nil || $0.sample.sheet == source.sheet)
            }
            guard let table, let read = try? reader.read(source, at: table.sample.path) else { continue }
            rows += read.records.map(\.answers)
        }
        let companions = Set(questions.filter { $0.companionOf != nil }.map(\.id))
        let found = SkipLogic(
            rows: Array(rows.prefix(Self.rowsOfSkipLogic)),
            questions: questionnaire.questions.filter { !companions.contains($0.id) }
        )
        .conditions()
        let wording = DraftWording(language: language)
        let ids = Set(questions.map(\.id))
        for index in questions.indices {
            let own = Condition.anyAnswered([questions[index].id])
            if let condition = questions[index].earlier?.askedIf?.keeping(ids), condition != own {
                questions[index].askedIf = condition
                questions[index].askedIfEvidence = wording.earlierWave
            } else if questions[index].earlier == nil || questions[index].earlier?.askedIf != nil,
                let condition = found[questions[index].id]
            {
                questions[index].askedIf = condition.condition
                questions[index].askedIfEvidence = wording.askedIf(
                    condition, Self.labels(condition.condition, questionnaire))
            }
        }
    }

    private static func labels(_ condition: Condition, _ questionnaire: Questionnaire) -> [String] {
        switch condition {
        case .chosen(let id, let option):
            [questionnaire[id]?.options.first { $0.id == option }?.label ?? option]
        case .any(let conditions), .all(let conditions): conditions.flatMap { labels($0, questionnaire) }
        case .not(let condition): labels(condition, questionnaire)
        case .anyAnswered: []
        }
    }

    private func written(
        _ tables: [DraftTable], _ questions: [DraftQuestion], _ facts: WaveFacts, _ unused: [String],
        _ wording: DraftWording
    ) -> SurveyDraft {
        let codebook = CodebookWriting(wording: wording, words: words, tables: tables, earlier: earlier).write(
            questions)
        let wave = WaveWriting(
            wording: wording, words: words, tables: tables, questions: questions, facts: facts, unused: unused
        )
        .write()
        return SurveyDraft(
            wave: wave.text, codebook: codebook.text,
            sources: tables.map { table in
                DraftedSource(
                    file: table.sample.file, sheet: table.sample.sheet, role: table.role, headerRow: table.header.row,
                    headerRows: table.header.rows, encoding: table.sample.encoding?.rawValue, rows: table.rowCount,
                    isWhole: table.sample.isWhole, questions: table.matched.count)
            },
            unused: unused, doubts: (wave.doubts + codebook.doubts).sorted { $0.weight > $1.weight },
            questionCount: questions.count, readable: wave.readable)
    }
}

extension Condition {
    /// The condition over the questions that are still asked; `nil` where it makes no sense without the others.
    fileprivate func keeping(_ ids: Set<String>) -> Condition? {
        switch self {
        case .chosen(let question, _): return ids.contains(question) ? self : nil
        case .anyAnswered(let questions):
            let left = questions.filter(ids.contains)
            return left.isEmpty ? nil : .anyAnswered(left)
        case .not(let condition): return condition.keeping(ids).map { .not($0) }
        case .all(let conditions):
            let left = conditions.compactMap { $0.keeping(ids) }
            return left.count == conditions.count ? .all(left) : nil
        case .any(let conditions):
            let left = conditions.compactMap { $0.keeping(ids) }
            return left.count == conditions.count ? .any(left) : nil
        }
    }
}
