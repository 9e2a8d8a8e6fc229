import Foundation
import TestSupport
import Testing

/// `tsunagi classify`, as a shell sees it.
@Suite("Coding a column of texts") struct ClassifyCommandTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write(
            "番号,その他の内容,codes\n1,聴覚しょうがい者の支援,x\n2,ペットの保護,\n3,特になし,\n4,,\n5,8050問題とひとり暮らしの高齢者,\n6,つながりづくり,\n",
            to: "list.csv")
    }

    @Test("adds the codes with the words they rest on behind the columns, and codes nothing that isn't said")
    func codes() throws {
        let result = try Program.run(["classify", "list.csv", "--column", "その他の内容"], in: scratch.url)
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "番号,その他の内容,codes,coding_codes,code_ids,coding,score,evidence,guess_1,guess_2")
        #expect(lines[1].hasPrefix("1,聴覚しょうがい者の支援,x,障がい者,disability,assigned,"))
        #expect(lines[2].hasPrefix("2,ペットの保護,,,,none:outside,"))
        #expect(lines[3].hasPrefix("3,特になし,,,,none:nothing_stated,"))
        #expect(lines[4] == "4,,,,,none:empty,,,,")
        #expect(lines[5].contains("social_withdrawal") && lines[5].contains("older_people"))
        #expect(!lines[6].contains("assigned"))
        #expect(result.errors.contains("6行"))
    }

    @Test("writes a file, and says as JSON how many were coded")
    func file() throws {
        let arguments = ["classify", "list.csv", "--column", "その他の内容", "--output", "out.csv", "--json"]
        let result = try Program.run(arguments, in: scratch.url)
        #expect(result.status == 0 && result.output.contains(#""assigned":2"#))
        #expect(try Program.run(arguments, in: scratch.url).status == 2)
        #expect(try Program.run(arguments + ["--force"], in: scratch.url).status == 0)
    }

    @Test("types of support are coded as well")
    func supportTypes() throws {
        try scratch.write("t\n電話相談を受ける\n", to: "types.csv")
        let result = try Program.run(["classify", "types.csv", "--column", "t", "--support-types"], in: scratch.url)
        #expect(result.output.contains("consultation"))
    }

    @Test("a column that isn't there is said with those that are, and nothing is written")
    func mistakes() throws {
        let wrong = try Program.run(
            ["classify", "list.csv", "--column", "その他内容", "--output", "o.csv"], in: scratch.url)
        #expect(wrong.status == 2 && wrong.errors.contains("その他の内容"))
        #expect(try scratch.url.contents()["o.csv"] == nil)
        #expect(try Program.run(["classify", "none.csv", "--column", "a"], in: scratch.url).status == 2)
        #expect(try Program.run(["classify", "list.csv", "--column", ""], in: scratch.url).status == 2)
    }
}
