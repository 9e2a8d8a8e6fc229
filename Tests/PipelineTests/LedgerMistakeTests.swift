import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// What planners do to 声掛け候補 before they save it.
@Suite("A ledger that was edited", .serialized)
struct LedgerMistakeTests {
    private static let wave = Result { try LedgerWave() }

    /// Reads the ledger of a copy of the output, as a person left it.
    private func read(_ edit: (inout LedgerSheet) -> Void) throws -> [Decisions.Row] {
        let wave = try Self.wave.get()
        let scratch = try ScratchFolder()
        let output = scratch.url.appending(path: "out")
        try FileManager.default.copyItem(at: wave.output, to: output)
        var sheet = try LedgerSheet(in: output)
        edit(&sheet)
        try sheet.save()
        let today = CivilDate(year: 2024, month: 12, day: 1)!
        return try ReviewIntake(lastOutput: output, today: today, reference: try DataTables.shared.reference()).read()
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Verdicts where it is understood, messages where it is refused.
        let expected: [String]
        let edit: @Sendable (inout LedgerSheet) -> Void

        /// - Parameter cells: of 二つの会.
        init(
            _ name: String, _ cells: [LedgerReview.Column: String] = [.decision: "見送り"],
            _ expected: [String] = ["pass"],
            _ edit: @escaping @Sendable (inout LedgerSheet) -> Void = { _ in }
        ) {
            testDescription = name
            self.expected = expected
            self.edit = { sheet in
                for (column, text) in cells { sheet["二つの会", column] = text }
                edit(&sheet)
            }
        }
    }

    static let understood: [Edit] = [
        Edit("left as it was", [:], []),
        Edit("decided in other words", [.decision: "声かけ"], ["invite"]),
        Edit("with an outcome alone", [.outcome: "○"], ["invite"]),
        Edit("with a serial number for a day", [.invitedOn: "45667"], ["invite"]),
        Edit("with its columns moved") { $0.cells = $0.cells.map { $0.reversed() } },
        Edit("with its rows sorted") { $0.cells = [$0.cells[0]] + $0.cells.dropFirst().reversed() },
        Edit("with a column of one's own") { sheet in
            sheet.cells = sheet.cells.enumerated().map { [$0 == 0 ? "担当課" : "福祉課"] + $1 }
        },
        Edit("without the names") { $0.remove([.name, .rank, .pickReasons]) },
        Edit("with a copy of the sheet made before it was filled in") { sheet in
            var copy = sheet
            copy["二つの会", .decision] = ""
            sheet.sheetsBehind = [("\(LedgerReview.sheetName) (2)", copy.cells)]
        },
        Edit("with the sheet renamed") { sheet in
            sheet.sheetName = "会議用"
            sheet.sheetsBehind = [("メモ", [["件名"], ["声掛け"]])]
        },
        Edit("without the id, by a name that only one has") { $0["二つの会", .organizationID] = "" },
        Edit("by a version that had no ledger", [:], []) { $0.remove(LedgerReview.Column.inputs) },
        Edit("with a sum below", [:], []) { sheet in
            sheet.cells.append(sheet.cells[0].map { $0 == "団体名" ? "計" : $0 == "順" ? "2" : "" })
        },
    ]

    @Test("is understood", arguments: understood)
    func understands(edit: Edit) throws {
        #expect(try read(edit.edit).map(\.verdict) == edit.expected)
    }

    private static let row = "planner.xlsx［声掛け候補］ 2行"

    static let refused: [Edit] = [
        Edit("with a verdict in other words", [.decision: "たぶん"], ["\(row)「判断」：判定「たぶん」を読めません。書き方：声掛け / 見送り / 保留"]),
        Edit("with an outcome in other words", [.outcome: "よさそう"], ["\(row)「結果」：判定「よさそう」を読めません"]),
        Edit("with a day that is none", [.invitedOn: "2025/2/30"], ["\(row)「声掛け日」：日付「2025/2/30」を読めません"]),
        Edit("with a consent in other words", [.leafletConsent: "たぶん"], ["\(row)「リーフレット掲載同意」：判定「たぶん」を読めません"]),
        Edit(
            "with everything wrong at once", [.decision: "?", .outcome: "?", .invitedOn: "?"],
            ["\(row)「判断」", "\(row)「声掛け日」", "\(row)「結果」"]),
        Edit(
            "passed over and joined", [.decision: "見送り", .outcome: "参加"],
            ["\(row)「判断」：判定「見送り」はほかの判定と食い違います（結果「参加」）"]),
        Edit("without a column of the ledger", [.decision: "見送り"], ["planner.xlsx［声掛け候補］ 1行：列「備考」が見つかりません"]) {
            $0.remove([.note])
        },
        Edit("with the title of the verdict changed", [.decision: "見送り"], ["planner.xlsx［声掛け候補］ 1行：列「判断」が見つかりません"]) {
            $0.rename(.decision, "決定")
        },
        Edit("with two columns of one title", [.decision: "見送り"], ["planner.xlsx［声掛け候補］ 1行：列「備考」が複数あります"]) {
            $0.rename(.section, "備考")
        },
        Edit("with only some of its columns sorted", [.decision: "見送り"], ["\(row)「団体ID」：判定の対象「全域の会"]) { sheet in
            sheet["二つの会", .name] = "全域の会"
        },
        Edit("with a name that nobody has", [.organizationID: "", .decision: "見送り"], ["\(row)「団体ID」：判定の対象「どこにもない会"]) {
            $0["二つの会", .name] = "どこにもない会"
        },
        Edit(
            "with a row twice, decided differently", [.decision: "見送り"],
            ["\(row)「判断」：判定「見送り」はほかの判定と食い違います（planner.xlsx 4）", "planner.xlsx［声掛け候補］ 4行「判断」"]
        ) { sheet in
            sheet.cells.append(sheet.cells[1].map { $0 == "見送り" ? "保留" : $0 })
        },
    ]

    @Test("is refused, with each row and the reason", arguments: refused)
    func refuses(edit: Edit) throws {
        let error = #expect(throws: StageError.self) { try read(edit.edit) }
        let messages = error?.problems.map { $0.message(in: .japanese) } ?? []
        #expect(messages.count == edit.expected.count, "\(messages)")
        for (message, expected) in zip(messages, edit.expected) { #expect(message.hasPrefix(expected), "\(message)") }
    }

    @Test("stops the run, and nothing is changed")
    func stops() throws {
        let wave = try LedgerWave()
        try wave.fill("二つの会", [.decision: "たぶん"])
        try wave.fill("同じ分野の会", [.decision: "見送り"])
        let before = try wave.output.contents()
        #expect(throws: StageError.self) { try wave.wave.run() }
        #expect(try wave.output.contents() == before && wave.decisions().isEmpty)
    }
}
