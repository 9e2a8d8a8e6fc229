import Testing

@testable import Survey

@Suite struct ChoicePiecesTests {
    private func pieces(_ cells: [String], known: Set<String> = []) throws -> ChoicePieces {
        let words = try DraftSupport.words.get()
        return ChoicePieces(cells, key: words.key, isKnown: { known.contains($0) })
    }

    private static let cells = [
        ["こども", "若者"], ["介護"], ["こども", "介護", "若者"], ["若者"], ["こども"], ["介護", "若者"], ["こども"], ["若者"],
    ]

    @Test(arguments: [";", "\n", "、", ",", "|", "，", " ; ", "/"])
    func theSeparatorIsFound(separator: String) throws {
        let found = try pieces(Self.cells.map { $0.joined(separator: separator) })
        #expect(Set(found.labels.keys) == ["こども", "若者", "介護"])
        #expect(found.labels["こども"]?.count == 4)
        #expect(found.severalCells == 3)
    }

    @Test func aLabelWithASeparatorInItIsNotCut() throws {
        let found = try pieces(["NPO法人", "会社、個人", "NPO法人", "会社、個人", "NPO法人", "任意団体", "任意団体"])
        #expect(found.separators.isEmpty)
        #expect(found.labels["会社、個人"]?.count == 2)
    }

    @Test func twoSeparatorsInOneColumnAreBothFound() throws {
        let cells = ["こども、若者", "介護", "こども;介護", "若者", "こども;若者;介護", "こども、介護", "こども"]
        let found = try pieces(cells)
        #expect(Set(found.separators) == [";", "、"])
        #expect(Set(found.labels.keys) == ["こども", "若者", "介護"])
    }

    @Test func partsThatAlwaysStandTogetherAreOneLabel() throws {
        let cells = [
            "保健、医療又は福祉の増進、観光", "保健、医療又は福祉の増進", "観光", "保健、医療又は福祉の増進、環境", "環境、観光", "観光",
            "保健、医療又は福祉の増進", "環境", "観光、防災", "防災",
        ]
        let found = try pieces(cells)
        #expect(found.separators == ["、"])
        #expect(found.labels.values.contains { $0.label == "保健、医療又は福祉の増進" && $0.count == 4 })
        #expect(found.joined.count == 1)
    }

    @Test func bracketsKeepALabelTogether() throws {
        let found = try pieces(["情報(例示、事例)の不足、人員", "人員", "情報(例示、事例)の不足", "人員", "人員、資金", "資金"])
        #expect(found.labels.values.contains { $0.label == "情報(例示、事例)の不足" })
        #expect(found.labels.count == 3)
    }

    @Test(arguments: ["1.", "①", "1 ", "1：", "(1)"])
    func numbersBeforeLabelsAreRead(form: String) throws {
        let numbers = form == "①" ? ["①", "②"] : [form, form.replacing("1", with: "2")]
        let found = try pieces(
            ["\(numbers[0])心の健康", "\(numbers[1])いじめ", "\(numbers[0])心の健康;\(numbers[1])いじめ", "\(numbers[0])心の健康"])
        #expect(found.numbers == ["心の健康": 1, "いじめ": 2])
    }

    @Test func numbersThatAreWordsStay() throws {
        #expect(try pieces(["8050問題", "3世代交流", "8050問題"]).numbers.isEmpty)
    }

    @Test func spellingsOfOneLabelAreKeptEach() throws {
        let found = try pieces(["子ども", "こども", "子ども", "障がい者", "障害者"])
        #expect(found.labels.count == 2)
        #expect(found.labels["こども"]?.count == 3)
        #expect(found.labels["こども"]?.spellings.values.map(\.text).sorted() == ["こども", "子ども"])
    }
}
