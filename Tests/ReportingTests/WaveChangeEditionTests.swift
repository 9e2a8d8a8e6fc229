import Model
import Reporting
import Testing

@Suite struct WaveChangeEditionTests {
    private static let caveat = "支援の量や、住民の孤独・孤立への効果を測るものではありません。"

    @Test func itIsSaidWhatIsMeasuredWhereverAPromiseStands() throws {
        let editions = try WrittenEditions()
        #expect(try editions.text("report.html").contains(Self.caveat))
        for sheet in ["声掛けの結果", "見込みと結果"] {
            let rows = try editions.rows("planner.xlsx", sheet: sheet)
            #expect(rows.contains { $0.contains { $0.contains(Self.caveat) } }, "\(sheet)")
        }
    }

    @Test func leavingTheListIsNotCalledClosing() throws {
        let editions = try WrittenEditions()
        #expect(try editions.text("report.html").contains("名簿から外れたことは、廃止や解散を意味しません。"))
        #expect(try editions.text("report.html").contains("PF参加団体は3団体から2団体に減りました"))
    }

    @Test func aWithheldPlaceIsSaidToBeWithheld() throws {
        let rows = try WrittenEditions().rows("planner.xlsx", sheet: "前回比較")
        let row = try #require(rows.first { $0.count > 2 && $0[2] == "ひみつの家" })
        #expect(row[6] == "" && row[7] == "" && row[8].contains("所在地秘匿"))
    }

    @Test func areasWithTheSameReasonsStandTogetherOnThePage() throws {
        let page = try WrittenEditions().text("report.html")
        #expect(page.contains("すべての地域（2）"))
        #expect(page.contains("「声掛けの会」「不同意の会」がPFに参加した"))
        #expect(page.contains("参加団体「つながりの会」の活動の範囲に、今回は入っていない"))
        #expect(page.contains("需要の数値は1,234.5人から数値なしに変わった"))
    }

    @Test func whatWasNotComparedIsNamed() throws {
        let page = try WrittenEditions().text("report.html")
        for part in ["問2-1 普段の活動", "問5-1 参加の意向", "今回から尋ねた選択肢（若者）", "前回だけの地域（旧町）"] {
            #expect(page.contains(part), "\(part)")
        }
    }

    /// The page is cut; the table is whole.
    @Test func longListsAreCutOnThePageAlone() throws {
        let changes = TestReport.changes("声掛けの会")
        let many = (0..<100).map { number in
            OrganizationChange(
                kind: .moved, organizationID: "omany\(number)", name: "転居の会\(number)", before: "旧\(number)",
                after: "新\(number)", reference: nil, earlierReference: nil)
        }
        let report = TestReport.make(
            changes: WaveChanges(
                earlierWave: changes.earlierWave, listed: changes.listed, members: changes.members,
                answered: changes.answered, organizations: many, answers: changes.answers, gaps: changes.gaps,
                invitations: changes.invitations))
        let editions = try WrittenEditions(report)
        #expect(!(try editions.text("report.html").contains("転居の会99")))
        #expect(try editions.text("report.html").contains("ほか70件は"))
        #expect(try editions.text("changes.csv").contains("転居の会99"))
        #expect(try editions.rows("planner.xlsx", sheet: "前回比較").contains { $0.contains("転居の会99") })
    }

    @Test func withoutAnEarlierWaveThereIsNothing() throws {
        let editions = try WrittenEditions(TestReport.make(comparison: nil, changes: nil))
        #expect(!editions.files.contains { ["changes.csv", "invitation_review.csv"].contains($0.path) })
        #expect(!(try editions.sheetNames("planner.xlsx").contains { $0.hasPrefix("前回比較") }))
        #expect(!(try editions.text("report.html").contains("id=\"comparison\"")))
    }
}
