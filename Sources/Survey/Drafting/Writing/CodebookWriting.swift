internal import Model
internal import Text

/// Writes `codebook.yaml`.
struct CodebookWriting {
    let wording: DraftWording
    let words: SurveyWords
    let tables: [DraftTable]
    let earlier: Questionnaire?

    func write(_ questions: [DraftQuestion]) -> (text: String, doubts: [DraftDoubt]) {
        var notes: [[(text: String, weight: Int)]] = []
        // A condition that several questions share is said once.
        var seen: Set<String> = []
        let entries = questions.map { question in
            let remarks = self.remarks(question)
            notes.append(remarks.filter { $0.weight > 0 && seen.insert($0.text).inserted || $0.weight > 4 })
            return CodebookDraft.Entry(
                question: made(question), remarks: remarks.map(\.text), optionRemarks: optionRemarks(question))
        }
        var heading = wording.codebookHeading
        if let earlier {
            let unused = earlier.questions.map(\.id).filter { id in !questions.contains { $0.id == id } }
            if !unused.isEmpty { heading.append(wording.earlierUnused(unused)) }
        }
        let draft = CodebookDraft(heading: heading, entries: entries)
        let doubts = zip(draft.entryLines, zip(questions, notes)).flatMap { line, entry in
            entry.1.map {
                DraftDoubt(
                    file: "codebook.yaml", line: line, text: "\(entry.0.id) \(label(entry.0))：\($0.text)",
                    weight: $0.weight)
            }
        }
        return (draft.yaml, doubts)
    }

    private func made(_ question: DraftQuestion) -> Question {
        Question(
            id: question.id, label: label(question), kind: question.earlier?.kind ?? question.kind,
            concept: question.concept,
            options: question.isChoice ? options(question) : question.earlier?.options ?? [],
            askedIf: question.askedIf,
            missing: MissingCodes(noAnswer: Set(question.noAnswer.keys.map(String.init)), unreadable: []))
    }

    private func options(_ question: DraftQuestion) -> [Question.Option] {
        question.options.map {
            Question.Option(
                id: $0.id, code: $0.code, label: $0.label.isEmpty ? wording.unknownCode($0.code) : $0.label,
                alsoWritten: $0.alsoWritten)
        }
    }

    private func label(_ question: DraftQuestion) -> String {
        question.earlier?.label ?? (question.title.isEmpty ? question.id : question.title)
    }

    // MARK: - Remarks

    private func remarks(_ question: DraftQuestion) -> [(text: String, weight: Int)] {
        var remarks: [(text: String, weight: Int)] = []
        if let earlier = question.earlier {
            remarks.append((wording.earlierWave, 0))
            let new = question.options.filter { option in !earlier.options.contains { $0.id == option.id } }
            if !new.isEmpty { remarks.append((wording.newOptions(new.map(\.label)), 3)) }
        }
        let placed = question.asked.filter(\.isByPlace)
        if !placed.isEmpty {
            remarks.append((wording.byPlace(placed.map { "\(tables[$0.source].sample.file) \($0.question.title)" }), 7))
        }
        if question.isChoice {
            remarks += conceptRemarks(question)
            remarks += codeRemarks(question)
        }
        if question.asked.allSatisfy({ $0.question.content == .blank }) { remarks.append((wording.blankColumn(), 1)) }
        if let condition = question.askedIf, !remarks.contains(where: { $0.text == question.askedIfEvidence }) {
            let isBlock = if case .anyAnswered = condition { true } else { false }
            remarks.append((question.askedIfEvidence, question.earlier != nil ? 0 : isBlock ? 4 : 3))
        }
        let strays = question.asked.reduce(0) { $0 + $1.question.strayTexts }
        if strays > 0 { remarks.append((wording.strays(strays), 4)) }
        let joined = question.asked.flatMap(\.question.joined)
        if !joined.isEmpty { remarks.append((wording.joined(joined), 5)) }
        return remarks
    }

    private func conceptRemarks(_ question: DraftQuestion) -> [(text: String, weight: Int)] {
        if question.earlier != nil { return [] }
        if question.concept == .other { return [(wording.conceptOpen, 3)] }
        return [(wording.conceptGuess(question.concept, question.conceptEvidence), 0)]
    }

    private func codeRemarks(_ question: DraftQuestion) -> [(text: String, weight: Int)] {
        var remarks: [(text: String, weight: Int)] = []
        let codes = question.codes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let isUsed = question.isCoded
        if question.order != .earlierWave || isUsed {
            remarks.append((wording.order(question.order), isUsed ? orderWeight(question) : 0))
        }
        if isUsed, question.isOrderOpen { remarks.append((wording.orderOpen, 0)) }
        if isUsed { remarks.append((wording.codeCounts(codes), 0)) }
        if isUsed, question.kind == .single, !question.order.isCertain, CodeFit.contradicts(question) {
            remarks.append((wording.codesContradict, 8))
        }
        if let added = question.added {
            let isUsual = added.from.isEmpty
            remarks.append(
                (wording.addedOptions(added.labels, isUsual ? wording.usualList : added.from), isUsual ? 9 : 2))
        }
        let labels = question.options.count { !$0.label.isEmpty }
        if isUsed, let largest = codes.last?.0, largest > labels, question.noAnswer[largest] == nil {
            remarks.append((wording.fewerLabels(labels, largest), 10))
        }
        if question.options.contains(where: \.isOtherGuessed) { remarks.append((wording.otherGuessed, 6)) }
        if !question.noAnswer.isEmpty { remarks.append((wording.missingCodes(question.noAnswer), 4)) }
        if question.options.contains(where: \.isIDDoubtful) || question.options.contains(where: { !$0.merged.isEmpty })
        {
            let labels = question.options.filter { $0.isIDDoubtful || !$0.merged.isEmpty }
                .flatMap { $0.merged.isEmpty ? [$0.label] : $0.merged }
            remarks.append((wording.optionID("") + "：" + wording.list(labels), 6))
        }
        return remarks
    }

    private func orderWeight(_ question: DraftQuestion) -> Int {
        switch question.order {
        case .columnTitles, .printedNumbers: 0
        case .legend: 1
        case .earlierWave: 4
        case .cells: question.isOrderOpen ? 7 : 5
        case .sameOptions: 5
        case .meaning: question.options.count == 2 ? 2 : 6
        case .taxonomy, .counts, .none: 9
        }
    }

    private func optionRemarks(_ question: DraftQuestion) -> [String: String] {
        var remarks: [String: String] = [:]
        for option in question.options {
            var parts: [String] = []
            if option.label.isEmpty {
                parts.append(wording.unknownCodeRemark)
            } else if option.count > 0 {
                parts.append(wording.optionCount(option.count))
            }
            if option.isOtherGuessed { parts.append(wording.otherGuessed) }
            if option.isIDDoubtful, !option.label.isEmpty { parts.append(wording.optionID(option.label)) }
            if !option.merged.isEmpty { parts.append(wording.mergedLabels(option.merged)) }
            if !parts.isEmpty { remarks[option.id] = parts.joined(separator: wording("、", ", ")) }
        }
        return remarks
    }
}

/// Whether those who answered by number chose otherwise than those who answered by label, as they do where the numbers
/// are taken wrongly.
enum CodeFit {
    /// Pearson's test of homogeneity, with the normal approximation of χ² at about one in a thousand.
    static func contradicts(_ question: DraftQuestion) -> Bool {
        let pairs = question.options.map { (Double($0.count), Double(question.codes[$0.code] ?? 0)) }
        let (labels, codes) = (pairs.reduce(0) { $0 + $1.0 }, pairs.reduce(0) { $0 + $1.1 })
        guard labels >= 20, codes >= 20 else { return false }
        var statistic = 0.0
        for pair in pairs where pair.0 + pair.1 > 0 {
            let share = (pair.0 + pair.1) / (labels + codes)
            for (found, total) in [(pair.0, labels), (pair.1, codes)] {
                statistic += (found - share * total) * (found - share * total) / (share * total)
            }
        }
        let freedom = Double(max(1, pairs.count { $0.0 + $0.1 > 0 } - 1))
        return statistic > freedom + 3.1 * (2 * freedom).squareRoot() + 3
    }
}
