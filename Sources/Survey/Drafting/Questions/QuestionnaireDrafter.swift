internal import Model
internal import Text

/// Makes one questionnaire of what the files ask: options with codes and ids, concepts, ids of questions.
struct QuestionnaireDrafter {
    let words: SurveyWords
    let taxonomy: Taxonomy
    let legends: [String]
    let earlier: Questionnaire?

    func questions(_ files: [(source: Int, questions: [FileQuestion])]) -> [DraftQuestion] {
        var questions = QuestionMerger(words: words).merge(files)
        let ids = QuestionIDs(words: words)
        ids.markCompanions(&questions)
        ids.sort(&questions)
        for index in questions.indices where questions[index].isChoice {
            questions[index].options = options(of: questions[index])
        }
        ConceptGuesser(words: words, taxonomy: taxonomy).assign(to: &questions)
        if let earlier { EarlierQuestions(words: words, earlier: earlier).match(&questions) }
        for index in questions.indices where questions[index].isChoice { finish(&questions[index]) }
        borrowOrders(&questions)
        for index in questions.indices where questions[index].isChoice { name(&questions[index]) }
        addNewThemes(&questions)
        ids.assign(to: &questions)
        return questions
    }

    // MARK: - Options

    /// The labels of all files, each once, in no order yet.
    private func options(of question: DraftQuestion) -> [DraftOption] {
        var options: [DraftOption] = []
        // Titles of columns are printed labels; cells may be typed.
        let asked = question.asked.map(\.question).sorted { a, b in a.content == .marks && b.content != .marks }
        for option in asked.flatMap(\.options) where !option.label.isEmpty {
            let key = words.key(option.label)
            if let index = options.firstIndex(where: { $0.key == key }) {
                options[index].count += option.count
                options[index].add(option.spellings + [option.label])
            } else {
                var new = DraftOption(key: key, label: option.label, count: option.count)
                new.add(option.spellings)
                options.append(new)
            }
        }
        return options
    }

    /// Two wordings of one option: the same id of the taxonomy, and no file has both.
    private func joiningSynonyms(_ question: inout DraftQuestion) {
        guard let use = question.concept.labelUse, question.asked.count > 1 else { return }
        let files = question.asked.map { Set($0.question.options.map { words.key($0.label) }) }
        var joined: [DraftOption] = []
        for option in question.options {
            let id = words.id(use, of: option.label)
            let twin = joined.firstIndex { other in
                id != nil && words.id(use, of: other.label) == id
                    && !files.contains { $0.contains(other.key) && $0.contains(option.key) }
            }
            if let twin {
                joined[twin].count += option.count
                joined[twin].add([option.label] + option.alsoWritten)
            } else {
                joined.append(option)
            }
        }
        question.options = joined
    }

    private func finish(_ question: inout DraftQuestion) {
        joiningSynonyms(&question)
        let (options, reason, isOpen) = OptionOrder(words: words, legends: legends).ordered(question)
        // The numbers of an earlier wave hold where this one prints none.
        if question.earlier == nil || reason.isCertain {
            (question.options, question.order, question.isOrderOpen) = (options, reason, isOpen)
        }
        addCodes(to: &question)
    }

    /// A list whose order is only guessed takes that of the same options in another question.
    private func borrowOrders(_ questions: inout [DraftQuestion]) {
        for index in questions.indices
        where questions[index].isChoice && questions[index].earlier == nil && !questions[index].order.isCertain {
            let keys = Set(questions[index].options.map(\.key))
            guard keys.count >= 3 else { continue }
            let donors = questions.filter { $0.isChoice && $0.order < questions[index].order }.filter { donor in
                let common = keys.intersection(donor.options.map(\.key)).count
                return common * 10 >= keys.count * 8
            }
            guard let donor = donors.min(by: { $0.order < $1.order }) else { continue }
            let codes = Dictionary(donor.options.map { ($0.key, $0.code) }, uniquingKeysWith: { first, _ in first })
            var next = (codes.values.max() ?? 0)
            for option in questions[index].options.indices {
                let key = questions[index].options[option].key
                if codes[key] == nil { next += 1 }
                questions[index].options[option].code = codes[key] ?? next
            }
            questions[index].options.sort { $0.code < $1.code }
            questions[index].order = .sameOptions
        }
        completeLists(&questions)
    }

    /// Options that nobody chose in one question, though another one has the same long list.
    private func completeLists(_ questions: inout [DraftQuestion]) {
        for index in questions.indices where questions[index].isChoice && questions[index].earlier == nil {
            guard questions[index].order != .columnTitles, !questions[index].options.contains(where: \.label.isEmpty)
            else { continue }
            let keys = Set(questions[index].options.map(\.key))
            let donor = questions.enumerated().first { place, donor in
                let common = donor.options.count { keys.contains($0.key) }
                return place != index && donor.options.count >= 8 && !donor.options.contains(where: \.label.isEmpty)
                    && donor.options.count > keys.count
                    && common == keys.count && common * 4 >= donor.options.count * 3
            }?.element
            guard let donor else { continue }
            let missing = donor.options.filter { !keys.contains($0.key) }
            questions[index].added = (missing.map(\.label), donor.title)
            questions[index].options = donor.options.map { option in
                var option = option
                option.count = questions[index].options.first { $0.key == option.key }?.count ?? 0
                return option
            }
            questions[index].order = .sameOptions
        }
    }

    /// What an earlier wave asked of themes and of cases in one list is one list still.
    private func addNewThemes(_ questions: inout [DraftQuestion]) {
        guard let theme = questions.first(where: { $0.concept == .theme }),
            let index = questions.firstIndex(where: { $0.concept == .caseTheme && $0.earlier != nil }),
            let old = theme.earlier?.options.map(\.id), let oldCases = questions[index].earlier?.options.map(\.id),
            Set(old) == Set(oldCases)
        else { return }
        for option in theme.options where !questions[index].options.contains(where: { $0.id == option.id }) {
            var new = option
            new.code = (questions[index].options.map(\.code).max() ?? 0) + 1
            new.count = 0
            questions[index].options.append(new)
        }
    }

    /// Completes a list of which some options were only chosen by number, where every label is on the usual list and the
    /// cells don't speak for another order.
    private func takeUsualList(_ question: inout DraftQuestion) -> Bool {
        guard let use = question.concept.labelUse, [.theme, .supportType, .activityField].contains(use),
            let largest = question.codes.keys.max(), largest > question.options.count
        else { return false }
        let ids = question.options.compactMap { words.id(use, of: $0.label) }
        let list = words.list(use, seen: Set(ids))
        let places = ids.compactMap { id in list.firstIndex { $0.id == id } }
        guard Set(ids).count == question.options.count, places.count == ids.count, largest <= list.count,
            question.order != .cells || zip(places, places.dropFirst()).allSatisfy(<)
        else { return false }
        let options = Dictionary(zip(ids, question.options), uniquingKeysWith: { first, _ in first })
        question.added = (list.filter { options[$0.id] == nil }.map(\.label), "")
        question.options = list.enumerated().map { place, entry in
            var option = options[entry.id] ?? DraftOption(key: words.key(entry.label), label: entry.label)
            option.code = place + 1
            return option
        }
        question.order = .taxonomy
        return true
    }

    /// Moves labels to the numbers that fit them best where the files have more numbers than labels.
    private func makeRoom(in question: inout DraftQuestion) {
        guard !question.order.isCertain, question.earlier == nil else { return }
        if takeUsualList(&question) { return }
        let isOther = question.options.last.map { words.id(.commonOption, of: $0.label) == "other" } ?? false
        var codes = question.codes.filter { $0.key > 0 && !($0.key == 9 && question.options.count < 8) }
        // Where その他 isn't among the labels, the last number is taken for it.
        if !isOther, let last = codes.keys.max(), last > question.options.count { codes[last] = nil }
        let places = CodePlaces(
            labelCounts: question.options.map(\.count), codeCounts: codes, endsWithOther: isOther)
        guard let found = places.codes() else { return }
        for (index, code) in found.enumerated() { question.options[index].code = code }
    }

    /// Codes in the files that no label stands for.
    private func addCodes(to question: inout DraftQuestion) {
        makeRoom(in: &question)
        let hasOther = question.options.contains { words.id(.commonOption, of: $0.label) == "other" }
        // An answer by number that no id of the taxonomy can stand for is left to be reported row by row.
        let isOpen = question.concept != .theme && question.concept != .caseTheme && question.concept != .supportType
        let known = Set(question.options.map(\.code))
        let numbered = question.asked.flatMap { asked in
            asked.question.content == .marks ? asked.question.options.compactMap(\.code) : []
        }
        let codes = question.codes.keys + numbered
        for code in Set(codes).subtracting(known).sorted() {
            let largest = question.options.map(\.code).max() ?? 0
            let isGap = code == 0 || code == 9 && largest < 8
            if isGap, question.options.count >= 2 || code == 0 {
                question.noAnswer[code] = question.codes[code] ?? 0
            } else if !hasOther, code == largest + 1, code == codes.max(), question.options.count >= 3,
                !question.options.contains(where: \.label.isEmpty), let other = words.firstOther
            {
                // The last number of a list without その他 is mostly that.
                question.options.append(DraftOption(key: other, label: other, code: code, isOtherGuessed: true))
            } else if (0...9999).contains(code), isOpen || question.options.isEmpty {
                question.options.append(DraftOption(key: "#\(code)", label: "", code: code))
            }
        }
        question.options.sort { $0.code < $1.code }
    }

    private func name(_ question: inout DraftQuestion) {
        let namer = OptionNamer(words: words, taxonomy: taxonomy)
        if question.earlier != nil { return namer.nameNew(&question) }
        if !question.options.contains(where: \.label.isEmpty) || question.concept == .serviceArea, namer.name(&question)
        {
            return
        }
        // Labels that don't fit the concept: the answers are kept, the meaning is left open.
        if question.concept.labelUse != nil, question.concept != .organizationType, question.concept != .activityField {
            question.concept = .other
            question.conceptEvidence = ""
        }
        _ = namer.name(&question)
    }
}

extension DraftOption {
    /// Wordings that the reader of surveys would take for another text than the label.
    mutating func add(_ wordings: [String]) {
        for wording in wordings {
            let key = NearestNames.titleKey(wording)
            if !wording.isEmpty, key != NearestNames.titleKey(label),
                !alsoWritten.contains(where: { NearestNames.titleKey($0) == key })
            {
                alsoWritten.append(wording)
            }
        }
    }
}

extension QuestionConcept {
    /// Words that are labels of its options.
    var labelUse: SurveyWords.Use? {
        switch self {
        case .theme, .caseTheme: .theme
        case .supportType: .supportType
        case .serviceArea: .serviceArea
        case .organizationType: .organizationType
        case .activityField: .activityField
        case .needFelt, .caseFound, .commissioned: .yesNo
        case .wishToJoin: .wish
        default: nil
        }
    }
}
