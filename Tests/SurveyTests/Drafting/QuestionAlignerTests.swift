import Testing

@testable import Survey

@Suite struct QuestionAlignerTests {
    private func aligner() throws -> QuestionAligner { QuestionAligner(words: try DraftSupport.words.get()) }

    private func labelled(_ title: String, _ labels: [String], number: String? = nil) -> QuestionSignature {
        QuestionSignature(
            titles: [title], numbers: number.map { [$0] } ?? [], labels: Set(labels), optionCount: nil,
            largestCode: nil, kind: .choice, isMultiple: nil)
    }

    private func coded(_ title: String, _ largest: Int, number: String? = nil) -> QuestionSignature {
        QuestionSignature(
            titles: title.isEmpty ? [] : [title], numbers: number.map { [$0] } ?? [], labels: [], optionCount: nil,
            largestCode: largest, kind: .choice, isMultiple: nil)
    }

    private let type = ["npo", "会社", "個人", "その他"]
    private let themes = ["心の健康", "いじめ", "不登校", "こども", "若者", "高齢者"]

    @Test func codesFindTheirLabelsByTheOrderAndTheNumberOfOptions() throws {
        let pairs = try aligner().pairs(
            [labelled("団体の種類", type), labelled("活動の内容", themes), labelled("頻度", ["毎日", "毎週", "毎月"])],
            [coded("", 4), coded("", 6), coded("", 3)])
        #expect(pairs.map(\.a) == [0, 1, 2])
        #expect(pairs.map(\.b) == [0, 1, 2])
    }

    @Test func titlesAndNumbersCountMoreThanPlace() throws {
        let pairs = try aligner().pairs(
            [labelled("団体の種類", type, number: "1"), labelled("頻度", ["毎日", "毎週", "毎月", "毎年"], number: "2")],
            [coded("頻度", 4, number: "2"), coded("種類", 4, number: "1")])
        #expect(pairs.map { [$0.a, $0.b] } == [[0, 1], [1, 0]], "columns were moved about")
    }

    @Test func questionsThatOnlyOneFileAsksStayAlone() throws {
        let pairs = try aligner().pairs(
            [labelled("団体の種類", type), labelled("満足度", ["高い", "低い"]), labelled("活動の内容", themes)],
            [labelled("種類", type), labelled("支援の内容", themes)])
        #expect(pairs.map { [$0.a, $0.b] } == [[0, 0], [2, 1]])
    }

    @Test func otherTitlesAndOtherNumbersAreOtherQuestions() throws {
        #expect(try aligner().pairs([labelled("活動の頻度", type)], [coded("満足度", 4)]).isEmpty)
        #expect(try aligner().pairs([labelled("種類", type, number: "1")], [coded("種類", 4, number: "3")]).isEmpty)
        #expect(try aligner().pairs([labelled("種類", type)], [coded("", 9)]).isEmpty, "more codes than options")
    }
}
