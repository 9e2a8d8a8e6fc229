import Foundation
import Model
import Reporting
import TestSupport
import Testing

@testable import Pipeline

/// What planners do to a review file before they save it. Addresses stand for all of them: they are read alike.
@Suite("A review file that was edited", .serialized)
struct EditedReviewTests {
    /// The first row of the review has two candidates, the second none.
    private static let (split, lost) = ("熊本市二又町1-2", "どこか3-4")
    private static let wave = Result {
        let wave = try AddressWave(frame: [("甲の会", split), ("乙の会", lost)])
        try wave.run()
        return wave
    }

    /// What was decided, by address: `place 熊本市…` and the note, or `unknown`.
    private typealias Taken = [String: String]

    /// Reads the review of a copy of the output, in which a person left these files.
    private func read(_ leave: (EditedReview, URL) throws -> Void) throws -> [Decisions.Row] {
        let wave = try Self.wave.get()
        let scratch = try ScratchFolder()
        let output = scratch.url.appending(path: "out")
        try FileManager.default.copyItem(at: wave.output, to: output)
        try leave(
            EditedReview(try ReviewWorkbook.addresses(in: wave.output)), output.appending(path: AddressReview.path))
        let today = CivilDate(year: 2024, month: 12, day: 1)!
        return try ReviewIntake(lastOutput: output, today: today, reference: try DataTables.shared.reference()).read()
    }

    private static func text(_ workbook: URL) -> URL { workbook.deletingPathExtension().appendingPathExtension("csv") }

    // MARK: Understood

    struct Understood: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Verdicts, sorted by address.
        let verdicts: [String]
        let leave: @Sendable (EditedReview, URL) throws -> Void

        /// The workbook, with a verdict in its first row, edited and saved.
        init(
            _ name: String, _ verdicts: [String] = ["place"], _ edit: @escaping @Sendable (inout EditedReview) -> Void
        ) {
            self.init(name, verdicts) { review, url in
                var review = review
                review.fill(1, .decision, "候補1")
                edit(&review)
                try review.save(to: url)
            }
        }

        init(
            _ name: String, _ verdicts: [String] = ["place"],
            leaving leave: @escaping @Sendable (EditedReview, URL) throws -> Void
        ) {
            testDescription = name
            self.verdicts = verdicts
            self.leave = leave
        }
    }

    static let understood: [Understood] = [
        Understood("half filled") { _ in },
        Understood("without the columns that nothing needs") {
            $0.remove([.note, .reason, .rest, .level, .names, .count])
        },
        Understood("with its columns moved") { $0.cells = $0.cells.map { $0.reversed() } },
        Understood("with its rows sorted") { $0.cells = [$0.cells[0]] + $0.cells.dropFirst().reversed() },
        Understood("with a row deleted") { $0.cells.removeLast() },
        Understood("with a column of one's own") { review in
            review.cells = review.cells.enumerated().map { ["\($0 == 0 ? "担当" : "佐藤")"] + $1 }
        },
        Understood("with a row twice, decided alike") { $0.duplicate(1) },
        Understood("with one verdict merged over two rows", ["unknown", "unknown"]) { review in
            review.fill(1, .decision, "不明")
            review.merged = ["A2:A3"]
        },
        Understood("with hidden rows and columns") { review in
            review.hiddenRows = [2]
            review.hiddenColumns = [1, 4]
        },
        Understood("with other sheets in front") { review in
            review.sheetsInFront = [
                OddWorkbook.Sheet(name: "メモ", rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"),
                OddWorkbook.Sheet(name: "空", rows: "", state: "hidden"),
            ]
        },
        Understood("with a copy of its sheet") { $0.copy = $0.cells },
        Understood("with the titles twice") { $0.cells.insert($0.cells[0], at: 2) },
        Understood("with a title above the titles") { review in
            review.cells.insert(contentsOf: [["会議用の控え"], [], ["判定は12月までに"]], at: 0)
        },
        Understood("saved as CSV by Excel, the workbook left blank") { review, url in
            var review = review
            review.fill(1, .decision, "候補1")
            try review.saveAsText(to: text(url))
        },
        Understood("saved as CSV UTF-8, the workbook deleted") { review, url in
            var review = review
            review.fill(1, .decision, "候補1")
            try review.saveAsText(to: text(url), encoding: .utf8)
            try FileManager.default.removeItem(at: url)
        },
        Understood("saved as CSV too, both decided alike") { review, url in
            var review = review
            review.fill(1, .decision, "候補1")
            try review.save(to: url)
            review.fill(1, .decision, "①")
            try review.saveAsText(to: text(url))
        },
        Understood("saved as CSV before it was filled in") { review, url in
            try review.saveAsText(to: text(url))
            var review = review
            review.fill(1, .decision, "候補1")
            try review.save(to: url)
        },
    ]

    @Test("is understood", arguments: understood)
    func understands(edit: Understood) throws {
        let rows = try read(edit.leave)
        #expect(rows.map(\.verdict) == edit.verdicts)
        if edit.verdicts == ["place"] { #expect(rows.map(\.subjectB) == ["熊本県熊本市中央区二又町"]) }
    }

    @Test("notes on the same decision are all kept, and the file that it was taken from is the one it was read in")
    func notes() throws {
        let rows = try read { review, url in
            var review = review
            review.fill(1, .decision, "候補1")
            review.fill(1, .note, "電話で確認")
            review.duplicate(1)
            review.cells[3][review.column(.note)] = "佐藤"
            try review.saveAsText(to: Self.text(url))
        }
        #expect(rows.map(\.note) == ["電話で確認 / 佐藤"])
        #expect(rows.map(\.takenFrom) == ["review/addresses.csv"])
    }

    // MARK: Refused

    struct Refused: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What is said, without the names of the sheet's other columns.
        let messages: [String]
        let leave: @Sendable (EditedReview, URL) throws -> Void

        init(_ name: String, _ messages: [String], _ edit: @escaping @Sendable (inout EditedReview) -> Void) {
            self.init(name, messages) { review, url in
                var review = review
                review.fill(1, .decision, "候補1")
                edit(&review)
                try review.save(to: url)
            }
        }

        init(
            _ name: String, _ messages: [String],
            leaving leave: @escaping @Sendable (EditedReview, URL) throws -> Void
        ) {
            testDescription = name
            self.messages = messages
            self.leave = leave
        }
    }

    private static let (workbook, csv) = ("review/addresses.xlsx", "review/addresses.csv")

    static let refused: [Refused] = [
        Refused(
            "without a column that says what is meant", ["\(workbook)［判定］ 1行：列「書かれた所在地」が見つかりません"]
        ) { $0.remove([.address]) },
        Refused("without the verdicts", ["\(workbook)［判定］：列「判定」が見つかりません"]) { $0.remove([.decision]) },
        Refused("with two columns of verdicts", ["\(workbook)［判定］ 1行：列「判定」が複数あります"]) { review in
            review.cells = review.cells.enumerated().map { $1 + [$0 == 0 ? "判定" : ""] }
        },
        Refused(
            "with a verdict in other words", ["\(workbook)［判定］ 2行「判定」：判定「たぶん東区」を読めません"]
        ) { $0.fill(1, .decision, "たぶん東区") },
        Refused(
            "with a row twice, decided differently",
            [
                "\(workbook)［判定］ 2行「判定」：判定「候補1」はほかの判定と食い違います（\(workbook) 4）",
                "\(workbook)［判定］ 4行「判定」：判定「候補2」はほかの判定と食い違います（\(workbook) 2）",
            ]
        ) { review in
            review.duplicate(1)
            review.fill(3, .decision, "候補2")
        },
        Refused(
            "with a copy of its sheet, decided differently",
            [
                "\(workbook)［判定］ 2行「判定」：判定「候補1」はほかの判定と食い違います（\(workbook) 2）",
                "\(workbook)［判定 (2)］ 2行「判定」：判定「不明」はほかの判定と食い違います（\(workbook) 2）",
            ]
        ) { review in
            var other = review
            other.fill(1, .decision, "不明")
            review.copy = other.cells
        },
        Refused(
            "with the cells merged that say what is meant", ["\(workbook)［判定］ 3行「判定」：判定の対象「」がデータにありません"]
        ) { review in
            review.fill(2, .decision, "不明")
            review.merged = ["D2:D3"]
            review.fill(2, .address, "")
        },
        Refused(
            "saved as CSV too, decided differently",
            [
                "\(workbook)［判定］ 2行「判定」：判定「候補1」はほかの判定と食い違います（\(csv) 2）",
                "\(csv) 2行「判定」：判定「候補2」はほかの判定と食い違います（\(workbook) 2）",
            ]
        ) { review, url in
            var review = review
            review.fill(1, .decision, "候補1")
            try review.save(to: url)
            review.fill(1, .decision, "候補2")
            try review.saveAsText(to: text(url))
        },
        Refused(
            "saved as CSV too, with a decision that the workbook lacks",
            ["\(csv) 3行「判定」：判定「不明」はほかの判定と食い違います（\(workbook)）"]
        ) { review, url in
            var review = review
            review.fill(1, .decision, "候補1")
            try review.save(to: url)
            review.fill(2, .decision, "不明")
            try review.saveAsText(to: text(url))
        },
        Refused("saved as CSV without some of its columns", ["\(csv) 1行：列「候補1」が見つかりません"]) { review, url in
            var review = review
            review.fill(1, .decision, "不明")
            review.remove([.candidate1])
            try review.saveAsText(to: text(url))
        },
        Refused(
            "saved in an encoding that lacks a character of an address",
            ["\(csv) 2行「判定」：判定の対象「熊本市?又町1-2」がデータにありません"]
        ) { review, url in
            var review = review
            review.fill(1, .decision, "候補1")
            review.fill(1, .address, "熊本市?又町1-2")
            try review.saveAsText(to: text(url))
        },
        Refused("saved as CSV and damaged", ["\(csv)"]) { review, url in
            var review = review
            review.fill(1, .decision, "不明")
            review.fill(1, .note, "壊")
            try review.saveAsText(to: text(url), encoding: .utf8)
            var bytes = try Data(contentsOf: text(url))
            bytes[try #require(bytes.range(of: Data("壊".utf8))).lowerBound] = 0xFF
            try bytes.write(to: text(url))
        },
    ]

    @Test("is refused, with each row and the reason", arguments: refused)
    func refuses(edit: Refused) throws {
        let error = #expect(throws: StageError.self) { try read(edit.leave) }
        let messages = error?.problems.map { $0.message(in: .japanese) } ?? []
        #expect(messages.count == edit.messages.count, "\(messages)")
        for (message, expected) in zip(messages, edit.messages) { #expect(message.hasPrefix(expected), "\(message)") }
    }

    // MARK: In a run

    @Test("a CSV saved from the workbook is taken in by a run once, and goes with the old output")
    func textInARun() throws {
        let wave = try AddressWave(frame: [("甲の会", Self.split), ("乙の会", Self.lost)])
        try wave.run()
        var review = EditedReview(try ReviewWorkbook.addresses(in: wave.output))
        review.fill(1, .decision, "候補2")
        let text = wave.output.appending(path: Self.csv)
        try review.saveAsText(to: text)
        for _ in 0..<2 {
            try wave.run()
            #expect(try wave.organization("甲の会")?["municipality_code"] == "43102")
            #expect(try TableFile(wave.decisions).rows.map { $0["taken_from"] } == [Self.csv])
            #expect(!FileManager.default.fileExists(atPath: text.path))
        }
    }
}
