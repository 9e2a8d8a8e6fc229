import Foundation
import Pipeline
import TestSupport
import Testing

/// Which records are one organisation, against what is really behind the first wave.
@Suite("Links of the demonstration")
struct LinkTruthTests {
    @Test("619 organisations were asked, 145 answered, 18 are members; every row belongs to the right one")
    func firstWave() throws {
        let runs = try DemoPair.runs()
        let (wave, outcome) = (runs.first, runs.firstOutcome)
        #expect(outcome.askedCount == 619)
        #expect(outcome.answeredCount == 145)
        #expect(outcome.memberCount == 18)

        let links = try TableFile(wave.output().appending(path: "links.csv")).rows
        var organizationOfTruth: [String: Set<String>] = [:]
        var truthOfOrganization: [String: Set<String>] = [:]
        let truth = try Self.truth()
        #expect(links.count == truth.count)
        for link in links {
            let key = "\(link["source_file"] ?? "") \(link["source_row"] ?? "")"
            let real = try #require(truth[key], "\(key)")
            organizationOfTruth[real, default: []].insert(link["organization_id"] ?? "")
            truthOfOrganization[link["organization_id"] ?? "", default: []].insert(real)
        }
        #expect(organizationOfTruth.filter { $0.value.count > 1 }.isEmpty, "an organisation was split")
        #expect(truthOfOrganization.filter { $0.value.count > 1 }.isEmpty, "organisations were merged")
    }

    /// `file row` → organisation.
    private static func truth() throws -> [String: String] {
        let folder = RepositoryFolder.root.appending(path: "Tests/Fixtures/truth")
        var truth: [String: String] = [:]
        for row in try TableFile(folder.appending(path: "frame1.csv")).rows {
            let number = (Int(row["row_no"] ?? "") ?? 0) + 4
            truth["01_調査対象名簿.xlsx \(number)"] = row["org"]
        }
        for row in try TableFile(folder.appending(path: "responses1.csv")).rows {
            truth["\(row["file"] ?? "") \(row["line"] ?? "")"] = row["org"]
        }
        for (offset, row) in try TableFile(folder.appending(path: "members1.csv")).rows.enumerated() {
            truth["05_PF参加団体.csv \(offset + 2)"] = row["org"]
        }
        return truth
    }
}
