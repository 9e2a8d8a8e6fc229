internal import FuzzSupport
internal import Model
internal import Survey

/// The text of a `wave.yaml` and of a `codebook.yaml` alike.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    do {
        checkWave(try WaveDescription(yaml: text, file: fileName))
    } catch {
        checkProblems(error)
    }
    do {
        checkCodebook(try CodebookReader.read(yaml: text, file: fileName, taxonomy: taxonomy))
    } catch {
        checkProblems(error)
    }
    return 0
}

private let fileName = "wave.yaml"

private func checkProblems(_ error: StageError) {
    expect(!error.problems.isEmpty, "a refusal says why")
    for problem in error.problems {
        expect(problem.location.file == fileName, "a problem names its file")
        expect(problem.location.row ?? 1 > 0, "lines are counted from 1")
        for language in Language.allCases { expect(!problem.message(in: language).isEmpty, "a problem has words") }
    }
}

private func checkWave(_ description: WaveDescription) {
    expect(!description.sources.isEmpty, "a wave has sources")
    expect((1...1000).contains(description.shortlist.size), "the shortlist has a size")
    expect(!description.wave.id.isEmpty, "a wave has an id")
    for source in description.sources {
        expect(!source.file.isEmpty, "a source has a file")
        expect(source.headerRow >= 1 && source.headerRows >= 1, "a source has a header")
    }
}

private func checkCodebook(_ questionnaire: Questionnaire) {
    let ids = questionnaire.questions.map(\.id)
    expect(Set(ids).count == ids.count, "a question is there once")
    for question in questionnaire.questions {
        let codes = question.options.map(\.code)
        expect(Set(codes).count == codes.count, "a code stands for one option")
        if let condition = question.askedIf { checkCondition(condition, ids) }
    }
}

private func checkCondition(_ condition: Condition, _ ids: [String]) {
    switch condition {
    case .chosen(let question, _): expect(ids.contains(question), "a condition names questions that there are")
    case .anyAnswered(let questions):
        expect(questions.allSatisfy(ids.contains), "a condition names questions that there are")
    case .not(let inner): checkCondition(inner, ids)
    case .all(let parts), .any(let parts):
        expect(parts.count > 1, "parts are joined")
        for part in parts { checkCondition(part, ids) }
    }
}

private let taxonomy = Taxonomy(
    themes: ["children", "older_people", "other"].map {
        Theme(id: $0, label: $0, englishLabel: $0, isResidual: $0 == "other", withholdsLocation: false)
    },
    supportTypes: ["gathering_place", "outreach"].map {
        SupportType(id: $0, label: $0, englishLabel: $0, isResidual: false)
    })
