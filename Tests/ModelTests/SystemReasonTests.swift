import Foundation
import Model
import Testing

@Suite("Why the system would not read or write") struct SystemReasonTests {
    private let place = CellLocation(file: "decisions.csv")

    @Test(
        "is said in the reader's language",
        arguments: [
            (ENOSPC, "ディスクの空きがありません", "the disk is full"), (EDQUOT, "割り当てられた容量を使い切っています", "the quota is used up"),
            (EFBIG, "書けるファイルの大きさの上限に達しました", "the limit on the size of a file is reached"),
            (EACCES, "権限がありません", "permission is denied"), (EPERM, "権限がありません", "permission is denied"),
            (EROFS, "読み取り専用の場所です", "the place is read-only"), (EISDIR, "フォルダです", "it is a folder"),
            (ETXTBSY, "ほかのプログラムが使っています", "another program is using it"),
        ])
    func words(number: Int32, japanese: String, english: String) {
        let problem = Problem(.outputUnwritable, at: place, found: SystemReason.found(number))
        #expect(problem.message(in: .japanese) == "decisions.csv：書き込めません（\(japanese)）")
        #expect(problem.message(in: .english) == "decisions.csv: can't be written (\(english))")
    }

    @Test("that no person can do anything about is said in the system's words")
    func otherReasons() {
        let found = SystemReason.found(EMFILE)
        #expect(found == String(cString: strerror(EMFILE)))
        #expect(Problem(.fileUnreadable, at: place, found: found).sentence(in: .japanese).contains(found))
    }

    @Test("is never taken out of what a person wrote")
    func writtenByAPerson() {
        let problem = Problem(.valueUnknown, at: place, found: SystemReason.diskFull.rawValue)
        #expect(problem.sentence(in: .japanese).contains("disk_full"))
    }
}
