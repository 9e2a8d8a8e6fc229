import Model
import Testing

@testable import Survey

@Suite struct ChoiceSplitterTests {
    private let question = Question(
        id: "2-2", label: "活動", kind: .multiple, concept: .other,
        options: [
            Question.Option(id: "health", code: 1, label: "保健・医療・福祉"),
            Question.Option(id: "care", code: 2, label: "介護"),
            Question.Option(id: "care_home", code: 3, label: "介護、施設"),
            Question.Option(id: "goods", code: 4, label: "物資,食料"),
            Question.Option(id: "youth", code: 5, label: "若者", alsoWritten: ["ユース", "青年;若者"]),
            Question.Option(id: "violence", code: 6, label: "DV・性暴力"),
            Question.Option(id: "example", code: 12, label: "取組みの情報(例示)が不足している"),
        ], askedIf: nil)

    private func split(
        _ cell: String, _ coding: SourceDescription.Coding = .labels, labels: [String: String] = [:]
    ) -> [String] {
        let (ids, unknown) = ChoiceSplitter(question: question, sourceLabels: labels).split(cell, coding: coding)
        return ids + unknown.map { "?\($0)" }
    }

    @Test(arguments: [";", ",", "、", "\n", "\r\n", "|", "；", "，", "､", "｜", " ; ", "、\n", ";;"])
    func everySeparatorSeparates(separator: String) {
        #expect(split("介護\(separator)若者\(separator)保健・医療・福祉") == ["health", "care", "youth"])
        #expect(split("介護\(separator)若者\(separator)") == ["care", "youth"], "a trailing separator adds nothing")
        #expect(split("\(separator)介護") == ["care"])
    }

    @Test(arguments: [
        ("介護、施設", ["care_home"]), ("介護、若者", ["care", "youth"]), ("介護、施設、介護", ["care", "care_home"]),
        ("物資,食料", ["goods"]),
        ("若者,物資,食料,介護", ["care", "goods", "youth"]), ("青年;若者", ["youth"]), ("介護;施設", ["care", "?施設"]),
        ("物資", ["?物資"]), ("物資,介護", ["care", "?物資"]),
    ])
    func theLongestLabelWinsOverASeparatorInIt(cell: String, found: [String]) {
        #expect(split(cell) == found)
    }

    @Test(arguments: [
        "ＤＶ・性暴力", "dv・性暴力", "DV･性暴力", "Ｄ Ｖ・性 暴力", "　DV・性暴力　", "DV・性暴\u{200B}力",
    ])
    func widthCaseAndSpacesSayNothing(cell: String) {
        #expect(split(cell) == ["violence"])
    }

    @Test func bracketsInALabelAreReadInAnyWidth() {
        #expect(split("取組みの情報（例示）が不足している;介護") == ["care", "example"])
        #expect(split("取組みの情報(例示)が\n不足している") == ["?取組みの情報(例示)が", "?不足している"])
    }

    @Test func choicesComeInTheOrderOfTheQuestionnaireAndOnce() {
        #expect(split("若者;介護;若者;ユース") == ["care", "youth"])
    }

    @Test(arguments: [
        ("介護者", ["?介護者"]), ("その他;介護", ["care", "?その他"]), ("介護 若者達", ["?介護若者達"]), ("99", ["?99"]), ("1", ["?1"]),
    ])
    func whatIsNoChoiceIsGivenBack(cell: String, found: [String]) {
        #expect(split(cell) == found)
    }

    @Test(arguments: [
        ("1", ["health"]), ("1,2", ["health", "care"]), ("2,1", ["health", "care"]), ("1、12", ["health", "example"]),
        ("12", ["example"]),
        ("1 2", ["health", "care"]), ("1\n2", ["health", "care"]), ("１，２", ["health", "care"]),
        ("1　2", ["health", "care"]),
        ("01;02", ["health", "care"]), ("1,1,", ["health"]), ("1,7", ["health", "?7"]), ("0", ["?0"]), ("介護", ["care"]),
        ("1,介護", ["health", "care"]), ("保健 ・医療・福祉", ["health"]), ("1.5", ["?1.5"]), ("1・2", ["?1・2"]), ("-1", ["?-1"]),
    ])
    func numbersAreReadWhereASourceUsesThem(cell: String, found: [String]) {
        #expect(split(cell, .codes) == found)
    }

    @Test(arguments: ["介護 若者", "介護　若者", "care_x 若者", "介護 若者;保健・医療・福祉"])
    func spacesSeparateWhereEveryPartIsAChoice(cell: String) {
        let found = split(cell, labels: ["care_x": "care"])
        #expect(found == (cell.contains("保健") ? ["health", "care", "youth"] : ["care", "youth"]))
        #expect(split("介護 若者 等") == ["?介護若者等"])
    }

    @Test func aSourceCanHaveWordingsOfItsOwn() {
        #expect(split("障害;介護", labels: ["障害": "health"]) == ["health", "care"])
        #expect(split("介護", labels: ["介護": "care_home"]) == ["care_home"], "its own wording comes first")
    }

    @Test func aTitleOfAColumnNamesAnOption() {
        let splitter = ChoiceSplitter(question: question)
        #expect(splitter.option(titled: "保健・\n医療・福祉")?.id == "health")
        #expect(splitter.option(titled: "ユース")?.id == "youth" && splitter.option(titled: "保健") == nil)
    }

    @Test(arguments: ["2", "２", "②", "2.介護", "（２）介護", "②介護", "2 介護", "2：介護", "02 介護", "9.介護"])
    func aTitleMayBeANumberOrHoldOne(title: String) {
        #expect(ChoiceSplitter(question: question).option(titled: title)?.id == "care")
    }

    @Test(arguments: ["99", "0", "2.看護", "介護2", "2019年介護"]) func aNumberThatNoOptionHasMeansNone(title: String) {
        #expect(ChoiceSplitter(question: question).option(titled: title) == nil)
    }

    @Test(arguments: ["1.障害;2.介護", "①障害、②介護", "(1)障害\n(2)介護", "1 障害,2 介護", "１．障害；２．介護"])
    func labelsMayBeNumbered(cell: String) {
        #expect(split(cell, labels: ["障害": "health"]) == ["health", "care"])
        #expect(split(cell, .codes, labels: ["障害": "health"]) == ["health", "care"])
    }

    @Test(arguments: ["", " ", "\n", ";", "、,;"]) func nothingIsChosenInAnEmptyCell(cell: String) {
        #expect(split(cell).isEmpty && split(cell, .codes).isEmpty)
    }
}

@Suite struct MarksTests {
    @Test(arguments: [
        "1", "１", "○", "〇", "◯", "●", "◎", "はい", "可", "有", "あり", "Yes", "Ｙ", "TRUE", "同意する", "✓", "レ", " ○ ",
    ])
    func someMarksMeanYes(mark: String) {
        #expect(Marks.meaning(mark) == true)
    }

    @Test(arguments: ["0", "０", "×", "✕", "x", "Ｘ", "いいえ", "不可", "否", "無", "なし", "No", "false", "同意しない"])
    func someMarksMeanNo(mark: String) {
        #expect(Marks.meaning(mark) == false)
    }

    @Test(arguments: ["", "△", "2", "要確認", "99", "○×", "可（条件付き）"]) func otherMarksMeanNothing(mark: String) {
        #expect(Marks.meaning(mark) == nil)
    }
}
