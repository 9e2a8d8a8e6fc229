internal import Analysis
internal import Model
internal import Store

/// Counts of the register → tables with shares, what they can say of all who were asked, and response rates.
struct TableStage {
    let register: Register
    let wave: Wave
    let questionnaire: Questionnaire

    func run() throws(StageError) -> SurveyTables {
        let responses = try responses()
        let sample = try SurveySample(
            respondents: register.respondents(waveID: wave.id), choices: register.choices(waveID: wave.id),
            responses: responses)
        let counts = try register.answerCounts(waveID: wave.id)
        let rows = [responseRow(responses)].compactMap { $0 } + counts.map { row($0, sample: sample) }
        return SurveyTables(rows: rows, responses: responses, weighting: sample.weighting, voices: try voices())
    }

    private func voices() throws(StageError) -> [VoiceRow] {
        func count(_ group: VoiceCount.Group) -> VoiceRow.Count {
            VoiceRow.Count(
                base: group.base, answered: group.answered, count: group.count,
                sharePercent: Share.percent(group.count, of: group.base))
        }
        return try register.voiceCounts(waveID: wave.id).map { row in
            VoiceRow(
                questionID: row.questionID, question: row.question, optionID: row.optionID, option: row.option,
                members: count(row.members), others: count(row.others))
        }
    }

    /// Every question by who answered it and by how they work: the kind of organisation, of service area and of support.
    func crosses() throws(StageError) -> [CrossTabulationRow] {
        var rows: [CrossTabulationRow] = []
        for concept in [QuestionConcept.organizationType, .serviceArea, .supportType] {
            guard let question = questionnaire.first(concept), question.isTabulated else { continue }
            rows += try cross(by: question.id)
        }
        return rows
    }

    /// - Parameter by: id of a question of the wave that has options.
    func cross(by: String) throws(StageError) -> [CrossTabulationRow] {
        try register.crossCounts(waveID: wave.id, by: by).map { count in
            CrossTabulationRow(
                byQuestionID: count.byQuestionID, byQuestion: count.byQuestion, byOptionID: count.byOptionID,
                byOption: count.byOption,
                cell: TabulationRow(
                    questionID: count.questionID, question: count.question, optionID: count.optionID,
                    option: count.option, count: count.count, base: count.base, answered: count.answered,
                    sharePercent: Share.percent(count.count, of: count.base), weighted: nil, bounds: nil))
        }
    }

    private func responses() throws(StageError) -> [ResponseRow] {
        let rates = try register.responseRates()
        let options = questionnaire.first(.organizationType)?.options ?? []
        // Types come as the questionnaire lists them.
        let types = options.compactMap { option in
            rates.first { $0.dimension == .organizationType && $0.category == option.id }.map {
                row($0, label: option.label)
            }
        }
        let others = rates.filter { rate in
            rate.dimension != .organizationType || !options.contains { $0.id == rate.category }
        }.map { row($0, label: $0.label.isEmpty ? $0.category : $0.label) }
        let all = others.prefix { $0.dimension == .all }
        return all + types + others.dropFirst(all.count)
    }

    private func row(_ rate: ResponseCount, label: String) -> ResponseRow {
        ResponseRow(
            dimension: rate.dimension, category: rate.category, label: label, asked: rate.asked,
            answered: rate.answered, unreachable: rate.unreachable,
            ratePercent: Share.percent(rate.answered, of: rate.asked))
    }

    private func responseRow(_ responses: [ResponseRow]) -> TabulationRow? {
        guard let all = responses.first(where: { $0.dimension == .all }) else { return nil }
        return TabulationRow(
            questionID: "response", question: "回収", optionID: "answered", option: "回答", count: all.answered,
            base: all.asked, answered: all.asked, sharePercent: all.ratePercent, weighted: nil, bounds: nil)
    }

    /// Counts, base and share are over all who answered; weights and bounds speak for those who were asked.
    private func row(_ count: AnswerCount, sample: SurveySample) -> TabulationRow {
        let isAskedOfAll = questionnaire.questions.first { $0.id == count.questionID }?.askedIf == nil
        return TabulationRow(
            questionID: count.questionID, question: count.question, optionID: count.optionID, option: count.option,
            count: count.count, base: count.base, answered: count.answered,
            sharePercent: Share.percent(count.count, of: count.base),
            weighted: sample.weighted(question: count.questionID, option: count.optionID),
            bounds: isAskedOfAll ? sample.bounds(question: count.questionID, option: count.optionID) : nil)
    }
}
