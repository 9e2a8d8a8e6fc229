import Testing

@testable import Survey

@Suite struct OptionOrderTests {
    private func order(
        _ labels: [String: Int], rows: [[String]] = [], legends: [String] = [], marks: [String] = []
    ) throws -> (labels: [String], reason: OptionOrder.Reason) {
        let words = try DraftSupport.words.get()
        var question = FileQuestion(
            columns: [0], place: .one(title: "q"), content: .labels, title: "q", number: nil, isMultipleByTitle: nil)
        question.options = labels.map { FileQuestion.Option(label: $0.key, code: nil, count: $0.value) }
        question.rows = rows
        var draft = DraftQuestion(asked: [.init(source: 0, question: question)])
        if !marks.isEmpty {
            var other = FileQuestion(
                columns: [1], place: .under(title: "q"), content: .marks, title: "q", number: nil,
                isMultipleByTitle: true)
            other.options = marks.map { FileQuestion.Option(label: $0, code: nil, count: 0) }
            draft.asked.append(.init(source: 1, question: other))
        }
        draft.options = Set(labels.keys).union(marks).sorted().map {
            DraftOption(key: words.key($0), label: $0, count: labels[$0] ?? 0)
        }
        let found = OptionOrder(words: words, legends: legends).ordered(draft)
        #expect(found.options.map(\.code) == Array(1...found.options.count))
        return (found.options.map(\.label), found.reason)
    }

    @Test func columnsOfOptionsComeFirst() throws {
        let found = try order(["若者": 9, "こども": 1], rows: [["若者", "こども"]], marks: ["介護", "こども", "若者"])
        #expect(found.labels == ["介護", "こども", "若者"])
        #expect(found.reason == .columnTitles)
    }

    @Test(arguments: ["NPO法人／社会福祉法人／任意団体／その他", "1.NPO法人 、2.社会福祉法人 、3.任意団体 、4.その他", "NPO法人\n社会福祉法人\n任意団体\nその他"])
    func aCellThatListsTheLabelsTellsTheirOrder(legend: String) throws {
        let found = try order(["その他": 9, "任意団体": 5, "NPO法人": 4, "社会福祉法人": 1], legends: ["作成：令和6年", legend])
        #expect(found.labels == ["NPO法人", "社会福祉法人", "任意団体", "その他"])
        #expect(found.reason == .legend)
    }

    @Test func cellsTellTheOrderOfTheForm() throws {
        let order = ["え", "い", "う", "あ"]
        let rows = (0..<40).map { number in order.enumerated().filter { (number >> $0.offset) & 1 == 1 }.map(\.element)
        }
        let found = try self.order(["あ": 30, "い": 20, "う": 10, "え": 5], rows: rows)
        #expect(found.labels == order)
        #expect(found.reason == .cells)
    }

    @Test func cellsInNoOrderOrThatOfTheAlphabetTellNothing() throws {
        let counts = ["い": 20, "あ": 30, "え": 5, "う": 10]
        let mixed = (0..<40).map { $0 % 2 == 0 ? ["い", "あ", "う"] : ["う", "あ", "い"] }
        #expect(try order(counts, rows: mixed).reason == .counts)
        let sorted = (0..<40).map { $0 % 2 == 0 ? ["あ", "い", "う"] : ["い", "う", "え"] }
        let found = try order(counts, rows: sorted)
        #expect(found.reason == .counts)
        #expect(found.labels == ["あ", "い", "う", "え"])
    }

    @Test(arguments: [
        ["あり", "なし"], ["はい", "いいえ"], ["感じる", "感じない"], ["毎日", "週に数回", "月に数回", "月に1回程度", "年に数回", "不定期"],
        ["ひばり市内の一部地域", "ひばり市内全域", "ひばり市内全域と県内の一部を含む地域", "県内全域", "その他"],
        ["参加したい", "検討したい", "参加しない"], ["とてもそう思う", "ややそう思う", "あまりそう思わない", "まったくそう思わない"],
    ])
    func wordsWithAnOrderOfTheirOwnFollowIt(labels: [String]) throws {
        let found = try order(Dictionary(uniqueKeysWithValues: labels.enumerated().map { ($1, $0 * 3 + 1) }))
        #expect(found.labels == labels)
        #expect(found.reason == .meaning)
    }

    @Test func otherwiseTheyGoByTheirCountsWithOtherAtTheEnd() throws {
        let found = try order(["その他": 50, "甲": 3, "乙": 20])
        #expect(found.labels == ["乙", "甲", "その他"])
        #expect(found.reason == .counts)
        #expect(!found.reason.isCertain)
    }
}
