import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

@Suite("Addresses that a person decides")
struct AddressReviewTests {
    private let split = "熊本市二又町1-2"
    private let lost = "どこか3-4"

    private func wave() throws -> AddressWave {
        try AddressWave(
            frame: [("甲の会", split), ("乙の会", lost), ("丙の会", "熊本市中央区本町一丁目5-6"), ("丁の会", "熊本市二又町１‐２")],
            members: [("戊の会", "熊本県熊本市")])
    }

    private func decisions(_ wave: AddressWave) throws -> [[String]] {
        try TableFile(wave.decisions).rows.map { row in
            ["kind", "verdict", "subject_a", "subject_b"].map { row[$0] ?? "" }
        }
    }

    private func open(_ wave: AddressWave) throws -> [String] {
        try ReviewWorkbook.addresses(in: wave.output).column(.address)
    }

    @Test("each address that isn't found stands once in the review, with its records and what was read")
    func rows() throws {
        let wave = try wave()
        try wave.run()
        let review = try ReviewWorkbook.addresses(in: wave.output)
        #expect(review.column(.address) == [split, lost, "熊本県熊本市"])
        #expect(review.column(.names) == ["甲の会\n丁の会", "乙の会", "戊の会"])
        #expect(review.column(.count) == ["2", "1", "1"])
        #expect(review.column(.places) == ["名簿.csv 2行\n名簿.csv 5行", "名簿.csv 3行", "参加.csv 2行"])
        #expect(review.column(.municipality) == ["熊本県熊本市", "", "熊本県熊本市"])
        #expect(review.column(.rest) == ["二又町1-2", lost, ""])
        #expect(review.column(.level) == ["市区町村まで", "分からない", "市区町村まで"])
        #expect(review.column(.candidate1) == ["熊本県熊本市中央区二又町", "", ""])
        #expect(review.column(.candidate2) == ["熊本県熊本市東区二又町", "", ""])
        #expect(review.column(.decision) == ["", "", ""])
    }

    @Test("what isn't found is a finding that says where to decide, and so long keeps its input and level")
    func findings() throws {
        let wave = try wave()
        let findings = try wave.run().findings.map(\.problem)
        let ambiguous = findings.filter { $0.code == .addressAmbiguous }
        #expect(ambiguous.map(\.location.row) == [2, 5])
        #expect(ambiguous.map(\.expected) == Array(repeating: "43101 二又町, 43102 二又町", count: 2))
        #expect(findings.filter { $0.code == .addressNotFound }.map(\.found) == ["熊本県熊本市", lost])
        #expect(ambiguous.first?.sentence(in: .japanese).contains(AddressReview.path) == true)
        let row = try wave.organization("甲の会")
        #expect(row?["address"] == split)
        #expect(row?["geocode_level"] == "2")
    }

    @Test("a candidate that was chosen is the place from then on, for every record with that address")
    func candidate() throws {
        let wave = try wave()
        try wave.run()
        try ReviewWorkbook.fill(split, [.decision: "候補２", .note: "電話で確認"], in: wave)
        let findings = try wave.run().findings
        for name in ["甲の会", "丁の会"] {
            let row = try wave.organization(name)
            #expect(row?["municipality_code"] == "43102")
            #expect(row?["town"] == "二又町")
        }
        #expect(try open(wave) == [lost, "熊本県熊本市"])
        #expect(!findings.contains { $0.problem.code == .addressAmbiguous })
        #expect(try decisions(wave) == [["address", "place", split, "熊本県熊本市東区二又町"]])
        let kept = try TableFile(wave.decisions).rows[0]
        #expect(kept["note"] == "電話で確認")
        #expect(kept["taken_from"] == AddressReview.path)
    }

    @Test(
        "an address that a person wrote is read instead, whatever the verdict beside it", arguments: ["", "別の所", "不明"])
    func correction(verdict: String) throws {
        let wave = try wave()
        try wave.run()
        try ReviewWorkbook.fill(lost, [.decision: verdict, .correction: "熊本市中央区本町2-7-8"], in: wave)
        try wave.run()
        let row = try wave.organization("乙の会")
        #expect(row?["town"] == "本町二丁目")
        #expect(row?["address"] == lost)
        #expect(try !open(wave).contains(lost))
        #expect(try decisions(wave) == [["address", "corrected", lost, "熊本市中央区本町2-7-8"]])
    }

    @Test("このとおり keeps what was read, and it is not asked again")
    func asRead() throws {
        let wave = try wave()
        try wave.run()
        try ReviewWorkbook.fill("熊本県熊本市", [.decision: "このとおり"], in: wave)
        for _ in 0..<2 {
            let findings = try wave.run().findings.map(\.problem)
            #expect(try wave.organization("戊の会")?["municipality_code"] == "43100")
            #expect(try !open(wave).contains("熊本県熊本市"))
            #expect(findings.filter { $0.code == .addressLeftOpen }.map(\.found) == ["熊本県熊本市"])
        }
        #expect(try decisions(wave) == [["address", "place", "熊本県熊本市", "熊本県熊本市"]])
    }

    @Test("不明 leaves an address without a place, and it is not asked again")
    func unknown() throws {
        let wave = try wave()
        try wave.run()
        try ReviewWorkbook.fill(lost, [.decision: "不明"], in: wave)
        for _ in 0..<2 {
            let findings = try wave.run().findings.map(\.problem)
            #expect(try wave.organization("乙の会")?["geocode_level"] == "0")
            #expect(try !open(wave).contains(lost))
            #expect(findings.filter { $0.code == .addressLeftOpen }.map(\.found) == [lost])
        }
    }

    @Test(
        "a town that may be the wrong one is used until a person says otherwise",
        arguments: [("このとおり", "店屋町", "3"), ("不明", "", "0")])
    func uncertain(verdict: String, town: String, level: String) throws {
        let wave = try AddressWave(frame: [("甲の会", "博多区店屋町5-6")])
        let finding = try #require(try wave.run().findings.map(\.problem).first { $0.code == .addressDoubtful })
        #expect(finding.expected == "福岡市博多区店屋町")
        #expect(try wave.organization("甲の会")?["town"] == "店屋町")
        #expect(try ReviewWorkbook.addresses(in: wave.output).column(.confidence) == ["85"])
        try ReviewWorkbook.fill("博多区店屋町5-6", [.decision: verdict], in: wave)
        #expect(try wave.run().findings.allSatisfy { $0.problem.code != .addressDoubtful })
        #expect(try wave.organization("甲の会")?["town"] == town)
        #expect(try wave.organization("甲の会")?["geocode_level"] == level)
        #expect(try open(wave).isEmpty)
    }

    @Test("candidates outside the wave's own areas have their names from the gazetteer")
    func candidateElsewhere() throws {
        let wave = try AddressWave(frame: [("甲の会", "福岡県福岡市中央区天神町3丁目1")])
        try wave.run()
        let review = try ReviewWorkbook.addresses(in: wave.output)
        #expect(review.column(.candidate1) + review.column(.candidate2) == ["福岡県福岡市中央区天神町一丁目", "福岡県福岡市中央区天神町二丁目"])
    }

    @Test("a decision holds when rows and files change places and names")
    func contentDecides() throws {
        let wave = try wave()
        try wave.run()
        try ReviewWorkbook.fill(split, [.decision: "候補1"], in: wave)
        try wave.run()
        try wave.edit("名簿.csv") { text in
            let lines = text.split(separator: "\n")
            return ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\n").replacing("1-2", with: "１－２")
        }
        try FileManager.default.moveItem(
            at: wave.folder.appending(path: "名簿.csv"), to: wave.folder.appending(path: "令和7年度名簿.csv"))
        try wave.edit("wave.yaml") { $0.replacing("名簿.csv", with: "令和7年度名簿.csv").replacing("id: a1", with: "id: a2") }
        try FileManager.default.removeItem(at: wave.output)
        try wave.run()
        #expect(try wave.organization("甲の会")?["municipality_code"] == "43101")
        #expect(try open(wave) == [lost, "熊本県熊本市"])
    }

    @Test("what a person wrote and isn't found either is kept, said, and asked again")
    func correctionNotFound() throws {
        let wave = try wave()
        try wave.run()
        try ReviewWorkbook.fill(lost, [.correction: "熊本市二又町9"], in: wave)
        let findings = try wave.run().findings.map(\.problem)
        let finding = try #require(findings.first { $0.code == .addressAnswerNotFound })
        #expect(finding.location == CellLocation(file: "名簿.csv", row: 3, column: "所在地"))
        #expect(finding.found == lost)
        #expect(finding.expected == "熊本市二又町9")
        let review = try ReviewWorkbook.addresses(in: wave.output)
        let row = try #require(review.rows.first { $0[AddressReview.Column.address.rawValue] == lost })
        #expect(row[AddressReview.Column.reason.rawValue]?.contains("熊本市二又町9") == true)
        #expect(row[AddressReview.Column.candidate2.rawValue] == "熊本県熊本市東区二又町")

        // The candidates are those of what was written; choosing one settles it.
        try ReviewWorkbook.fill(lost, [.decision: "候補2"], in: wave)
        try wave.run()
        #expect(try wave.organization("乙の会")?["municipality_code"] == "43102")
        #expect(try decisions(wave).map { $0[1] } == ["corrected", "place"])
    }

    @Test("a note alone is kept, and the address asked again")
    func noteAlone() throws {
        let wave = try wave()
        try wave.run()
        for _ in 0..<2 {
            try ReviewWorkbook.fill(lost, [.note: "来週きく"], in: wave)
            try wave.run()
            #expect(try open(wave).contains(lost))
        }
        #expect(try decisions(wave) == [["address", "undecided", lost, ""]])
    }

    @Test("the last decision about an address counts")
    func changedMind() throws {
        let wave = try wave()
        try wave.run()
        try ReviewWorkbook.fill(split, [.decision: "候補1"], in: wave)
        try wave.run()
        let file = try String(contentsOf: wave.decisions, encoding: .utf8)
        try (file + "address,place,\(split),熊本県熊本市東区二又町,,,手\n").write(
            to: wave.decisions, atomically: true, encoding: .utf8)
        try wave.run()
        #expect(try wave.organization("甲の会")?["municipality_code"] == "43102")
        try (file + "address,undecided,\(split),,,,手\n").write(to: wave.decisions, atomically: true, encoding: .utf8)
        try wave.run()
        #expect(try open(wave).contains(split))
    }

    @Test("a place that the gazetteer lost is said and asked again")
    func placeGone() throws {
        let wave = try wave()
        try wave.write(
            "kind,verdict,subject_a,subject_b,note,decided_on,taken_from\naddress,place,\(lost),熊本県熊本市東区昔の町,,,\n",
            Decisions.file)
        let findings = try wave.run().findings.map(\.problem)
        #expect(findings.filter { $0.code == .addressAnswerNotFound }.map(\.expected) == ["熊本県熊本市東区昔の町"])
        #expect(try open(wave).contains(lost))
    }

    @Test("a withheld organisation's address is in no review, and its row shows nothing")
    func withheld() throws {
        let wave = try wave()
        try wave.edit("名簿.csv") { $0.replacing("\(lost),", with: "\(lost),○") }
        let findings = try wave.run().findings.map(\.problem)
        #expect(try open(wave) == [split, "熊本県熊本市"])
        #expect(!findings.contains { $0.found.contains("どこか") })
        for path in try wave.output.contents().keys where path != Run.registerFile {
            #expect(!(try wave.output.appending(path: path).readableText()).contains("どこか"), "\(path)")
        }
    }
}
