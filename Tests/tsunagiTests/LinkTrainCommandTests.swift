import Foundation
import TestSupport
import Testing

/// `tsunagi link train`, as a shell sees it.
@Suite("Learning weights from files")
struct LinkTrainCommandTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        var lists = ["番号,団体名,電話番号,代表者名\n", "id,name,tel,representative\n"]
        for index in 0..<300 {
            let name = "\(["桜", "緑", "青", "若"][index % 4])\(["川", "丘", "原"][index / 4 % 3])第\(index / 12)こども食堂"
            // A third of the organisations has another head in the other list.
            lists[0] += "a\(index),\(name),096-300-\(1000 + index),山田花子\n"
            lists[1] += "b\(index),NPO法人 \(name),096300\(1000 + index),\(index % 3 == 0 ? "佐藤一郎" : "山田 花子")\n"
        }
        try scratch.write(lists[0], to: "list.csv")
        try scratch.write(lists[1], to: "other.csv")
    }

    private func run(_ arguments: [String]) throws -> Program.Result {
        try Program.run(["link"] + arguments, in: scratch.url)
    }

    private func json(_ name: String) throws -> [String: Any] {
        let data = try Data(contentsOf: scratch.url.appending(path: name))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    @Test("weights are learned, say where they come from, and link uses them")
    func training() throws {
        let result = try run(["train", "list.csv", "other.csv", "--output", "重み.json"])
        #expect(result.status == 0 && result.output.isEmpty)
        #expect(result.errors.contains("注意 list.csv + other.csv：同じ団体と見込まれる組が"), "\(result.errors)")
        #expect(result.errors.contains("回で落ち着きました"), "\(result.errors)")
        let model = try json("重み.json")
        let training = try #require(model["training"] as? [String: Any])
        let lists = try #require(training["lists"] as? [[String: Any]])
        #expect(lists.map { $0["file"] as? String } == ["list.csv", "other.csv"])
        #expect(lists.map { $0["records"] as? Int } == [300, 300])
        #expect(lists.allSatisfy { ($0["sha256"] as? String)?.count == 64 })
        #expect(training["converged"] as? Bool == true)
        #expect(abs(try #require(training["expected_pairs"] as? Double) - 300) < 10)

        func bits(_ arguments: [String]) throws -> Set<String> {
            let lines = try run(["list.csv", "other.csv", "--quiet"] + arguments).output.split(separator: "\n")
            return Set(lines.dropFirst().map { $0.split(separator: ",")[7...7].joined() })
        }
        // By the shipped weights, another head is 0.7 bits against a pair.
        #expect(try bits([]).contains("-0.70"))
        let learned = try bits(["--model", "重み.json"])
        #expect(!learned.isEmpty && !learned.contains("-0.70"))
    }

    @Test("the same lists give the same bytes")
    func repeatability() throws {
        for name in ["1.json", "2.json"] {
            #expect(try run(["train", "list.csv", "other.csv", "--output", name, "--quiet"]).status == 0)
        }
        let contents = try scratch.url.contents()
        #expect(contents["1.json"] != nil && contents["1.json"] == contents["2.json"])
    }

    @Test("--json tells what was found and how it ended, a line each")
    func events() throws {
        let result = try run(["train", "list.csv", "other.csv", "--output", "重み.json", "--json"])
        let events = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(events.map { $0["event"] as? String } == ["finding", "done"])
        #expect(events[0]["code"] as? String == "training_small")
        #expect(events[1]["findings"] as? Int == 1 && events[1]["output"] as? String == "重み.json")
        #expect(try #require(events[1]["rounds"] as? Int) > 0)
    }

    @Test(
        "what can't be done is said, and nothing is written",
        arguments: [
            (["list.csv", "--output", "重み.json"], "list.csv：重みを学べません。同じ団体と見込まれる組が"),
            (["list.csv", "empty.csv", "--output", "重み.json"], "list.csv + empty.csv：重みを学べません"),
            (["list.csv", "list.csv", "--output", "重み.json"], "list.csv：同じファイルが二度示されています"),
            (["list.csv", "other.csv", "--output", "list.csv", "--force"], "list.csv：取り込む一覧と同じファイルです"),
            (["list.csv", "other.csv", "--output", "old.json"], "old.json：すでにあります"),
            (["list.csv", "none.csv", "--output", "重み.json"], "none.csv：ファイルがありません"),
            (["list.csv", "other.csv", "--output", ""], "ファイル名が空です"),
            (["list.csv", "other.csv"], "引数 --output <file> が足りません"),
            (["list.csv", "other.csv", "--output", "重み.json", "--column", "nam=x"], "--column は 項目=見出し です"),
        ])
    func mistakes(arguments: [String], message: String) throws {
        try scratch.write("id,name\n", to: "empty.csv")
        try scratch.write("{}\n", to: "old.json")
        let before = try scratch.url.contents()
        let result = try run(["train"] + arguments)
        #expect(result.status == 2 && result.output.isEmpty, "\(result.status) \(result.output)")
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(try scratch.url.contents() == before)
    }
}
