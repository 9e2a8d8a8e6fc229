import Model
import Survey
import Tabular
import Testing

@Suite struct WaveFileTests {
    @Test func theShortestFileIsReadWithItsDefaults() throws {
        let description = try WaveText().read()
        #expect(description.wave.id == "r6" && description.wave.label == "第1回調査")
        #expect(
            description.wave.municipality
                == Wave.Municipality(code: "43100", name: "熊本市", prefecture: "熊本県"))
        #expect(description.wave.answerPeriod.lowerBound.description == "2024-10-01")
        #expect(description.wave.answerPeriod.upperBound.description == "2024-11-12")
        #expect(description.wave.asOf == description.wave.answerPeriod.upperBound)
        #expect(description.shortlist.size == 10 && description.reportBy == .ward)
        #expect(description.needFile == nil && description.previous == nil)
        #expect(description.allowPaths.isEmpty && description.returnedNotes.isEmpty)
        let source = try #require(description.sources.first)
        #expect(source.headerRow == 1 && source.headerRows == 1 && source.sheet == nil)
        #expect(source.encoding == nil && source.delimiter == nil && source.missing == .none)
        #expect(source.purpose == "" && source.retainUntil == nil)
        #expect(source.answers == ["1-1": .one(title: "種類", coding: .labels)])
    }

    @Test func everyKeyIsRead() throws {
        let description = try WaveDescription(yaml: Self.everyKey, file: "wave.yaml")
        #expect(description.wave.asOf.description == "2024-11-30")
        #expect(description.codebook.path == "book.yaml" && description.areas.path == "areas.csv")
        #expect(description.reportBy == .schoolDistrict && description.shortlist.size == 18)
        #expect(description.gazetteers.map(\.path) == ["one.csv", "two.csv"])
        #expect(description.needFile?.path == "need.csv" && description.previous == "../out/r5")
        #expect(description.returnedNotes == ["返戻", "宛先不明"] && description.dormantNotes == ["休止"])
        #expect(description.allowPaths == ["/srv/gazetteer"])
        let source = try #require(description.sources.first)
        #expect(source.file == "紙.csv" && source.role == .response && source.sheet == "入力")
        #expect(source.headerRow == 4 && source.headerRows == 2)
        #expect(source.encoding == .cp932 && source.delimiter == "\t")
        #expect(source.missing.noAnswer == ["99", "-", "無回答(白紙)"])
        #expect(source.columns == [.name: "団体名", .listNumber: "No."])
        #expect(
            source.answers == [
                "1-1": .one(title: "種類", coding: .codes), "2-2": .under(title: "問2"),
                "2-3": .one(title: "問3", coding: .labels), "2-4": .one(title: "問4", coding: .codes),
            ])
        #expect(source.labels == ["2-2": ["障がいのある人": "disability"]])
        #expect(source.purpose == "調査の集計" && source.retainUntil?.description == "2030-03-31")
    }

    @Test func filesKnowTheLineThatNamesThem() throws {
        let description = try WaveDescription(yaml: Self.everyKey, file: "wave.yaml")
        #expect(description.codebook.location == at(9, "codebook"))
        #expect(description.areas.location == at(10, "file"))
        #expect(description.gazetteers.map(\.location) == [at(11, "gazetteers"), at(12, "gazetteers")])
        #expect(description.needFile?.location == at(13, "file"))
        #expect(description.sources[0].location == at(19, "sources"))
    }

    @Test(
        arguments: [
            ("comma", ","), ("','", ","), ("tab", "\t"), ("\"\\t\"", "\t"), ("semicolon", ";"), ("';'", ";"),
        ] as [(String, Character)])
    func aDelimiterIsWrittenByNameOrSign(written: String, delimiter: Character) throws {
        let description = try WaveText.adding("    delimiter: \(written)", after: 12).read()
        #expect(description.sources[0].delimiter == delimiter)
    }

    @Test(arguments: TextEncoding.allCases) func everyEncodingHasAName(encoding: TextEncoding) throws {
        let description = try WaveText.adding("    encoding: \(encoding.rawValue)", after: 12).read()
        #expect(description.sources[0].encoding == encoding)
    }

    @Test func aKeyWithNothingBehindItIsNotThere() throws {
        let text = WaveText.adding(
            "need:", "previous:", "shortlist:", "frame_notes:", "allow_paths:", after: 9)
        let description = try text.read()
        #expect(description.needFile == nil && description.previous == nil && description.shortlist.size == 10)
        #expect(try WaveText.adding("    sheet:", after: 12).read().sources[0].sheet == nil)
    }

    @Test func aSingleValueIsAListOfOne() throws {
        #expect(try WaveText.replacing(9, with: "gazetteers: one.csv").read().gazetteers.map(\.path) == ["one.csv"])
    }

    @Test func wordsThatYAMLTakesForValuesStayWords() throws {
        let description = try WaveText.replacing(17, with: "      \"1-1\": yes", "      \"01\": 1e3").read()
        #expect(
            description.sources[0].answers
                == ["1-1": .one(title: "yes", coding: .labels), "01": .one(title: "1e3", coding: .labels)])
        #expect(
            try WaveText.replacing(4, with: "  municipality: {code: 01100, name: 札幌市, prefecture: 北海道}").read().wave
                .municipality.code == "01100")
    }

    private static let everyKey = """
        # 説明
        wave:
          id: r-6_A
          label: 第1回
          municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
          answers_from: 令和6年10月1日
          answers_until: 2024-11-12
          as_of: 2024-11-30
        codebook: book.yaml
        areas: {file: areas.csv, report_by: school_district}
        gazetteers: [one.csv,
          two.csv]
        need: {file: need.csv}
        shortlist: {size: 18}
        frame_notes: {returned: [返戻, 宛先不明], dormant: 休止}
        previous: ../out/r5
        allow_paths: [/srv/gazetteer]
        sources:
          - file: 紙.csv
            role: response
            sheet: 入力
            header_row: 4
            header_rows: 2
            encoding: cp932
            delimiter: tab
            coded_as: codes
            no_answer: ["99", －, 無回答（白紙）]
            columns: {name: 団体名, list_number: No.}
            answers:
              "1-1": 種類
              "2-2": {columns_under: 問2}
              "2-3": {column: 問3, coded_as: labels}
              "2-4": {column: 問4}
            labels:
              "2-2": {障がいのある人: disability}
            purpose: 調査の集計
            retain_until: 2030-03-31
        """
}
