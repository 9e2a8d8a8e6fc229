import Foundation
import TestSupport
import Testing

/// The two demonstration waves, with what really changed between them.
@Suite("What changed in the demonstration")
struct WaveChangeDemoTests {
    private func changes() throws -> [[String: String]] {
        try TableFile(try DemoPair.runs().second.output().appending(path: "changes.csv")).rows
    }

    @Test("18 members became 34, and all 18 invitations are matched")
    func membersAndInvitations() throws {
        let rows = try changes()
        #expect(rows.count { $0["change"] == "joined" } == 16)
        #expect(!rows.contains { $0["change"] == "left" })
        let invited = rows.filter { $0["change_type"] == "invitation" && $0["change"] != "listed_not_invited" }
        #expect(invited.count == 18 && Set(invited.map { $0["organization_id"] }).count == 18)
        #expect(invited.count { $0["after"] == "joined" } == 16)
        let page = try DemoPair.runs().second.output().appending(path: "report.html").readableText()
        #expect(page.contains("PF参加団体は18団体から34団体に増えました"))
    }

    @Test("organisations that are new, gone, moved or renamed are found, and hardly any other")
    func organizations() throws {
        let rows = try changes().filter { $0["change_type"] == "organization" }
        let runs = try DemoPair.runs()
        let (first, second) = (runs.first, runs.second)
        let (before, after) = (try Self.ids(first, "frame1.csv"), try Self.ids(second, "frame2.csv"))
        let truth = try TableFile(Self.truth("changes2.csv")).rows
        func found(_ changes: [String]) -> Set<String> {
            Set(rows.filter { changes.contains($0["change"] ?? "") }.compactMap { $0["organization_id"] })
        }
        for (what, changes, ids) in [
            ("new", ["new"], after), ("gone", ["left_list"], before), ("moved", ["moved"], after),
            ("renamed", ["renamed", "incorporated", "legal_form_changed"], after),
        ] {
            let real = Set(truth.filter { $0["what"] == what }.compactMap { ids[$0["org"] ?? ""] })
            let found = found(changes)
            // One that moved has its old address in both lists.
            #expect(real.subtracting(found).count <= (what == "moved" ? 1 : 0), "\(what) \(real.subtracting(found))")
            #expect(Double(found.count) <= 1.1 * Double(real.count) + 1, "\(what) \(found.subtracting(real))")
        }
        #expect(!rows.contains { $0["change"] == "closed" })
    }

    @Test("every cell that changed says why, and what one wave did not ask is not compared")
    func gaps() throws {
        let rows = try changes().filter { $0["change_type"] == "gap" }
        #expect(rows.allSatisfy { $0["reasons"] != "" })
        #expect(Set(rows.filter { $0["change"] == "asked_anew" }.map { $0["theme_id"] }) == ["young_carers"])
        #expect(rows.filter { $0["theme_id"] == "young_carers" }.allSatisfy { $0["change"] == "asked_anew" })
        let relabelled = rows.filter { ($0["reasons"] ?? "").contains("relabelled") }.compactMap { $0["theme_id"] }
        #expect(Set(relabelled).isSubset(of: ["disability", "older_people", "lgbtq"]))
        let questions = Set(try changes().filter { $0["change_type"] == "answer" }.compactMap { $0["question_id"] })
        #expect(questions.isSubset(of: ["1-1", "1-2", "2-2", "2-3", "3-1", "3-2", "4-1", "4-3", "4-4"]))
        #expect(questions.contains("2-2"))
    }

    @Test("no place of a withheld organisation, and no text about cases, stands in the changes")
    func withheld() throws {
        let rows = try changes()
        let runs = try DemoPair.runs()
        let (first, second) = (runs.first, runs.second)
        let secrets = try [first, second].flatMap { wave in
            try TableFile(wave.output().appending(path: "organizations.csv")).rows
                .filter { $0["location_withheld"] == "true" }.compactMap { $0["organization_id"] }
        }
        #expect(!secrets.isEmpty)
        for row in rows where row["change"] == "moved" && secrets.contains(row["organization_id"] ?? "") {
            #expect(row["before"] == "" && row["after"] == "")
        }
        #expect(!rows.contains { $0["question_id"] == "3-3" })
    }

    private static func truth(_ name: String) -> URL {
        RepositoryFolder.root.appending(path: "Tests/Fixtures/truth").appending(path: name)
    }

    /// Ids by what the rows of a frame really speak of.
    private static func ids(_ wave: DemoWave, _ frame: String) throws -> [String: String] {
        let links = Dictionary(
            try TableFile(wave.output().appending(path: "links.csv")).rows
                .filter { ($0["source_file"] ?? "").hasPrefix("01_") }
                .map { ($0["source_row"] ?? "", $0["organization_id"] ?? "") }, uniquingKeysWith: { a, _ in a })
        var ids: [String: String] = [:]
        for row in try TableFile(truth(frame)).rows {
            ids[row["org"] ?? ""] = links[row["line"] ?? String((Int(row["row_no"] ?? "") ?? 0) + 4)]
        }
        return ids
    }
}
