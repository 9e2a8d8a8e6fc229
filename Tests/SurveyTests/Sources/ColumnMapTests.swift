import Testing

@testable import Survey

@Suite struct ColumnMapTests {
    private func index(_ title: String, _ headers: [[String]]) -> Int? {
        try? ColumnMap(headers: headers).index(of: title).get()
    }

    private func nearest(_ title: String, _ headers: [[String]]) -> [String]? {
        if case .failure(.missing(let nearest)) = ColumnMap(headers: headers).index(of: title) { nearest } else { nil }
    }

    private func ambiguous(_ title: String, _ headers: [[String]]) -> [String]? {
        if case .failure(.ambiguous(let titles)) = ColumnMap(headers: headers).index(of: title) {
            titles
        } else {
            nil
        }
    }

    @Test(arguments: ["電話番号", "電話\n番号", "電 話　番号", " 電話番号", "電話番号\n"])
    func aTitleIsFoundWhateverItsSpacesAndBreaks(title: String) {
        #expect(index("電話番号", [["団体名", title]]) == 1)
        #expect(index(title, [["団体名", "電話番号"]]) == 1)
    }

    @Test func widthAndCaseSayNothing() {
        #expect(index("E-mail（代表）", [["Ｅ－ＭＡＩＬ(代表)"]]) == 0)
    }

    private let twoRows = [["No.", "問1", "", "問2-1 活動", "", "問3", "備考"], ["", "種類", "範囲", "介護", "その他", "その他", ""]]

    @Test(arguments: [
        ("No.", 0), ("問1 / 種類", 1), ("問1/範囲", 2), ("範囲", 2), ("種類", 1), ("介護", 3), ("問2-1 活動 / その他", 4),
        ("問3 / その他", 5),
        ("備考", 6),
    ])
    func anUpperTitleIsCarriedToTheRight(title: String, column: Int) {
        #expect(index(title, twoRows) == column)
    }

    @Test func aLowerTitleThatSeveralHaveIsAmbiguous() {
        #expect(ambiguous("その他", twoRows) == ["問2-1 活動 / その他", "問3 / その他"])
    }

    @Test func aFullTitleComesBeforeALowerOne() {
        #expect(index("範囲", [["範囲", "問1", ""], ["", "種類", "範囲"]]) == 0)
    }

    @Test func equalTitlesAreToldApartByNumber() {
        let headers = [["団体名", "その他", "活動", "その他"]]
        #expect(ambiguous("その他", headers) == ["その他#1", "その他#2"])
        #expect(index("その他#1", headers) == 1 && index("その他#2", headers) == 3)
        #expect(index("その他#3", headers) == nil && index("その他#0", headers) == nil)
        #expect(index("活動#1", headers) == 2)
        #expect(index("参加#2", [["参加#2", "参加"]]) == 0, "a title that is written so comes first")
    }

    @Test func columnsUnderATitleComeWithTheirOwn() {
        let map = ColumnMap(headers: twoRows)
        #expect(map.columns(under: "問2-1活動").map(\.index) == [3, 4])
        #expect(map.columns(under: "問2-1 活動").map(\.title) == ["介護", "その他"])
        #expect(map.columns(under: "備考").isEmpty && map.columns(under: "").isEmpty)
        #expect(ColumnMap(headers: [["問1", "問2"]]).columns(under: "問1").isEmpty)
    }

    @Test func aTitleOfTwoRowsIsShownAsOne() {
        #expect(
            ColumnMap(headers: twoRows).shownTitles == [
                "No.", "問1 / 種類", "問1 / 範囲", "問2-1 活動 / 介護", "問2-1 活動 / その他", "問3 / その他", "備考",
            ])
        #expect(ColumnMap(headers: [["電話\n番号"]]).shownTitles == ["電話 番号"])
    }

    @Test func rowsOfDifferentLengthAreFilledUp() {
        #expect(ColumnMap(headers: [["問1"], ["種類", "範囲"]]).shownTitles == ["問1 / 種類", "問1 / 範囲"])
        #expect(ColumnMap(headers: [["問1", "備考"], ["種類"]]).shownTitles == ["問1 / 種類", "備考"])
    }

    @Test func aMissingTitleIsAnsweredWithTheNearest() {
        #expect(nearest("電話", [["団体名", "電話番号", "所在地"]]) == ["電話番号"])
        #expect(nearest("問2-2 活動", twoRows)?.first == "問2-1 活動", "upper titles as well")
        #expect(nearest("xyz", [["団体名"]]) == [])
        #expect(nearest("団体名", [[]]) == [] && nearest("団体名", []) == [])
    }
}
