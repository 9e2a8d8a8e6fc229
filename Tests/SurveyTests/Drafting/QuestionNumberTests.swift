import Testing

@testable import Survey

@Suite struct QuestionNumberTests {
    @Test(arguments: [
        ("問2-2 支援の内容", "2-2", "支援の内容"), ("Q2-2", "2-2", ""), ("２－２　活動", "2-2", "活動"), ("【問4】活動", "4", "活動"),
        ("問１０．必要性", "10", "必要性"), ("設問3 頻度", "3", "頻度"), ("1. 団体の種類", "1", "団体の種類"), ("問2-4委託", "2-4", "委託"),
        ("質問5：課題", "5", "課題"), ("問1の2 範囲", "1-2", "範囲"), ("Q.7 期待", "7", "期待"),
    ])
    func printedNumbersAreRead(title: String, number: String, rest: String) throws {
        let found = try #require(QuestionNumber(title, words: try DraftSupport.words.get()))
        #expect(found.text == number)
        #expect(found.rest == rest)
    }

    @Test(arguments: ["団体名", "2024年度の活動", "3つまで選択", "8050問題", "R6回答", "第1位", "問題の内容", "10代の参加者", ""])
    func otherNumbersAreNone(title: String) throws {
        #expect(QuestionNumber(title, words: try DraftSupport.words.get()) == nil)
    }
}
