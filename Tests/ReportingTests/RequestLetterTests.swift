import Model
import Reporting
import TestSupport
import Testing

@Suite("request_letter.md: a draft for each candidate")
struct RequestLetterTests {
    private func text(_ name: String = "声掛けの会") throws -> String {
        try WrittenEditions(TestReport.make(candidateName: name)).text("request_letter.md")
    }

    /// By name.
    private func letters(_ name: String = "声掛けの会") throws -> [Substring] {
        try text(name).split(separator: "\n---\n").dropFirst().map { $0 }
    }

    @Test("says to each why it is asked, from its own answer and the members there are")
    func reasons() throws {
        let letters = try letters()
        #expect(letters.count == 2)
        #expect(letters[1].contains("\n## 声掛けの会\n") && letters[1].contains("\n宛先：声掛けの会　御中\n"))
        #expect(letters[1].contains("- 「相談窓口の開設」：すべての地域で活動。今は参加団体がいません。"))
        #expect(letters[1].contains("「第1回 リソース調査」にもご回答をいただき"))
        // What a free text was taken for is nobody's answer until a person confirms it.
        #expect(!letters[1].contains("心の健康"))
        for place in ["問い合わせ先：", "- 担当：〔", "- 電話：〔", "- メール：〔"] { #expect(letters[1].contains(place)) }
    }

    @Test("of one that must not be found no area is named, and the section is warned")
    func withheld() throws {
        let letter = try #require(try letters().first)
        #expect(letter.contains("\n## ひみつの家\n") && letter.contains("所在地を秘匿している団体です"))
        #expect(letter.contains("- 「DV・性暴力」に取り組まれていること。"))
        for place in ["東の区", "西の区", "すべての地域"] { #expect(!letter.contains(place)) }
    }

    @Test("knows no rank, no rating, no other candidate, no words of the planner, and nobody's wish to join")
    func says() throws {
        let text = try text()
        for word in ["内印理由", "内印制約", "40", "希望", "評価の高い", "一覧のほか", "内印検討"] { #expect(!text.contains(word), "\(word)") }
        #expect(try !letters()[0].contains("声掛けの会") && !letters()[1].contains("ひみつの家"))
    }

    @Test("a name is text, whatever is written in it", arguments: TestReport.hostileNames)
    func names(name: String) throws {
        let (plain, hostile) = (try text(), try text(name))
        func lines(_ text: String) -> [String] { text.split(separator: "\n").map { String($0.prefix(2)) } }
        #expect(lines(hostile).sorted() == lines(plain).sorted())
        #expect(!hostile.contains("<") || hostile.contains("\\<"))
        #expect(!hostile.contains(/[^\\]<|[\u{0}-\u{8}\u{202A}-\u{202E}\u{2066}-\u{2069}]/))
    }
}
