import Model
import Testing
import Text

@testable import Survey

/// What is drafted of small tables.
@Suite struct SurveyDraftTests {
    private static let header = ["回答日", "団体名", "所在地", "電話番号", "支援の内容（複数選択）", "委託の有無"]
    private static let rows = [
        ["2024/10/15", "NPO法人ひまわり", "熊本市中央区本町1-2", "096-000-0001", "心の健康、こども", "あり"],
        ["2024/10/16", "みどりの会", "熊本市東区若葉3-4", "096-000-0002", "こども、若者", "なし"],
        ["R6.10.20", "社会福祉法人そら", "熊本市西区春日5-6", "096-000-0003", "高齢者、介護、こども", "あり"],
        ["2024/10/30", "うみの会", "熊本市中央区本町7-8", "096-000-0004", "若者、介護", "なし"],
    ]

    private func draft(_ rows: [[String]] = [header] + rows, file: String = "回答.csv") throws -> SurveyDraft {
        try #require(try DraftSupport.draft([DraftSupport.sample(rows, file: file)]))
    }

    @Test func columnsArePersonsPlacesAndQuestions() throws {
        let (wave, questionnaire) = try DraftSupport.read(try draft())
        let source = try #require(wave.sources.first)
        #expect(source.role == .response)
        #expect(
            source.columns == [
                .answeredAt: "回答日", .name: "団体名", .address: "所在地", .telephone: "電話番号",
            ])
        #expect(questionnaire.questions.map(\.concept) == [.theme, .commissioned])
        #expect(questionnaire.questions.map(\.kind) == [.multiple, .single])
        #expect(
            Set(questionnaire.questions[0].options.map(\.id))
                == ["mental_health", "children", "youth", "older_people", "family_care"])
        #expect(questionnaire.questions[1].options.map(\.id) == ["yes", "no"])
    }

    @Test func theWaveIsNamedByTheFiscalYearOfItsAnswersAndTheCityByItsAddresses() throws {
        let wave = try DraftSupport.read(try draft()).wave.wave
        #expect(wave.id == "r6")
        #expect(wave.label == "令和6年度調査")
        #expect(wave.municipality.code == "43100")
        #expect("\(wave.answerPeriod.lowerBound)" == "2024-10-15")
        #expect("\(wave.answerPeriod.upperBound)" == "2024-10-30")
    }

    @Test func aDateFarFromTheOthersIsLeftOutsideAndSaid() throws {
        var rows = Self.rows
        rows.append(["2042/10/30", "やまの会", "熊本市南区川尻1-1", "096-000-0005", "こども", "なし"])
        let draft = try draft([Self.header] + rows)
        #expect("\(try DraftSupport.read(draft).wave.wave.answerPeriod.upperBound)" == "2024-10-30")
        #expect(draft.doubts.contains { $0.text.contains("2042-10-30") })
    }

    @Test(arguments: ["四日市市", "ひばり市", "余市町", "大村市", "みどり村"])
    func aCityWithoutTablesHasToBeFilledIn(name: String) throws {
        let rows = Self.rows.map { $0.map { $0.replacing("熊本市", with: name).replacing("春日", with: "本町") } }
        let draft = try draft([Self.header] + rows)
        #expect(draft.wave.contains("name: \(name)\n"))
        #expect(throws: StageError.self) { try WaveDescription(yaml: draft.wave, file: "wave.yaml") }
        #expect(draft.doubts.first?.weight == 10)
        #expect(draft.doubts.first?.text.contains(name) ?? false)
    }

    @Test func noValueThatReachesAPersonIsInADraft() throws {
        let header = Self.header + ["代表者", "記入者氏名", "緊急連絡先", "ご意見", "メール"]
        let rows = Self.rows.enumerated().map { index, row in
            row + ["佐藤太郎", "鈴木花子", "090-0000-000\(index)", "とても困っています。", "a@example.jp"]
        }
        let draft = try draft([header] + rows)
        let text = draft.wave + draft.codebook + draft.doubts.map(\.text).joined()
        for value in ["佐藤", "鈴木", "090-", "困っています", "@example", "ひまわり", "本町", "096-"] {
            #expect(!text.contains(value), "\(value)")
        }
        #expect(draft.wave.contains("緊急連絡先"), "the column is named")
    }

    @Test func rolesAreToldByWordsAndByColumns() throws {
        func role(_ file: String, _ titles: [String]) throws -> Role? {
            let rows = [titles, titles.map { "\($0)の値" }, titles.map { "\($0)の別の値" }]
            return try DraftSupport.read(try draft(rows, file: file)).wave.sources.first?.role
        }
        #expect(try role("一覧.csv", ["団体名", "所在地", "参加年月日", "公開可"]) == .member)
        #expect(try role("一覧.csv", ["団体名", "声掛け日", "方法", "結果"]) == .invitation)
        #expect(try role("調査対象名簿.csv", ["団体名", "所在地", "備考"]) == .frame)
        #expect(try role("PF参加団体名簿.csv", ["団体名", "所在地"]) == .member)
        #expect(try role("Web回答.csv", ["団体名", "ご意見"]) == .response)
    }

    @Test func codesOfNoAnswerAreNamedWithTheirCounts() throws {
        let header = ["整理番号", "到着日", "団体名", "問1 種類", "問2 頻度"]
        let rows = (1...40).map {
            ["\($0)", "2024/10/\(10 + $0 % 20)", "第\($0)の会", "\($0 % 3 + 1)", $0 % 4 == 0 ? "99" : "\($0 % 5 + 1)"]
        }
        let draft = try draft([header] + rows)
        let source = try #require(try DraftSupport.read(draft).wave.sources.first)
        #expect(source.missing.noAnswer == ["99"])
        #expect(draft.wave.contains("「99」10セル"))
    }

    @Test func aCopyOfATableIsNotReadTwice() throws {
        let sample = DraftSupport.sample([Self.header] + Self.rows)
        let copy = DraftSupport.sample([Self.header] + Self.rows, file: "回答 - コピー.csv")
        let draft = try #require(try DraftSupport.draft([sample, copy]))
        #expect(draft.sources.map(\.file) == ["回答.csv"])
        #expect(draft.unused.contains { $0.contains("回答 - コピー.csv") })
    }

    @Test func whatHoldsNoNamesIsNoSurvey() throws {
        #expect(try DraftSupport.draft([]) == nil)
        #expect(try DraftSupport.draft([DraftSupport.sample([["種別", "NPO法人／任意団体"]])]) == nil)
    }

    @Test func idsStayWhereAnEarlierWaveAskedTheSame() throws {
        let earlier = Questionnaire(questions: [
            Question(
                id: "2-2", label: "支援につながる活動の内容", kind: .multiple, concept: .theme,
                options: [
                    .init(id: "children", code: 1, label: "こども"), .init(id: "older_people", code: 2, label: "お年寄り"),
                    .init(id: "family_care", code: 3, label: "介護"),
                ], askedIf: nil),
            Question(
                id: "2-4", label: "委託の有無", kind: .single, concept: .commissioned,
                options: [.init(id: "yes", code: 1, label: "はい"), .init(id: "no", code: 2, label: "いいえ")],
                askedIf: .anyAnswered(["2-2", "9-9"])),
        ])
        let draft = try #require(
            try DraftSupport.draft([DraftSupport.sample([Self.header] + Self.rows)], earlier: earlier))
        let questionnaire = try DraftSupport.read(draft).questionnaire
        #expect(questionnaire.questions.map(\.id) == ["2-2", "2-4"])
        let options = questionnaire.questions[0].options
        #expect(options.prefix(3).map(\.id) == ["children", "older_people", "family_care"])
        #expect(options[1].alsoWritten == ["高齢者"])
        #expect(Set(options.dropFirst(3).map(\.id)) == ["mental_health", "youth"])
        #expect(questionnaire.questions[1].options.map(\.alsoWritten) == [["あり"], ["なし"]])
        #expect(questionnaire.questions[1].askedIf == .anyAnswered(["2-2"]))
    }
}
