import Model
import Survey
import Testing

@Suite struct WaveKeyTests {
    @Test(arguments: [
        (1, "waves:", "waves", "wave", 1), (8, "area: {file: areas.csv}", "area", "areas", 8),
        (7, "code_book: codebook.yaml", "code_book", "codebook", 7), (10, "source:", "source", "sources", 10),
    ])
    func aWrongKeyAtTheTopIsAlsoAMissingOne(line: Int, text: String, found: String, nearest: String, row: Int) throws {
        let problems = WaveText.replacing(line, with: text).problems()
        let unknown = try #require(problems.first { $0.code == .keyUnknown })
        #expect(unknown.location == at(row, found) && unknown.found == found)
        #expect(unknown.expected.hasPrefix(nearest))
        #expect(problems.contains(Problem(.keyMissing, at: at(1), expected: nearest)))
    }

    @Test(arguments: [
        (2, "  ids: x", 3, "ids", "id"), (4, "  answers_to: 2024-11-12", 5, "answers_to", "answers_from"),
        (9, "previos: ../r5", 10, "previos", "previous"), (9, "shortlist: {sizes: 18}", 10, "sizes", "size"),
        (9, "need: {file: a.csv, fille: b.csv}", 10, "fille", "file"),
        (9, "frame_notes: {dormand: [休止]}", 10, "dormand", "dormant"),
        (12, "    haeder_row: 4", 13, "haeder_row", "header_row"),
        (12, "    no_answers: [99]", 13, "no_answers", "no_answer"),
        (14, "      telefone: TEL", 15, "telefone", "telephone"),
        (17, "      \"2-2\": {colum: 問2, column: 問2}", 18, "colum", "column"),
    ])
    func aWrongKeyIsReportedAtItsLineWithTheNearest(
        after: Int, text: String, row: Int, key: String, nearest: String
    ) throws {
        let problems = WaveText.adding(text, after: after).problems()
        #expect(problems.count == 1)
        let problem = try #require(problems.first)
        #expect(problem.code == .keyUnknown && problem.location == at(row, key) && problem.found == key)
        #expect(problem.expected.hasPrefix(nearest), "\(problem.expected)")
    }

    @Test func aWrongKeyWithABlockUnderItIsReportedAtItsOwnLine() {
        let problems = WaveText.adding("frame_note:", "  returned: [返戻]", after: 9).problems()
        #expect(problems.map(\.location) == [at(10, "frame_note")])
    }

    @Test func aKeyUnlikeAnyIsAnsweredWithAllOfThem() {
        let problems = WaveText.adding("need: {ぱす: a.csv}", after: 9).problems()
        #expect(
            problems == [
                Problem(
                    .keyUnknown, at: at(10, "ぱす"), found: "ぱす", expected: ConfigKeys.need.joined(separator: ", ")),
                Problem(.keyMissing, at: at(10, "need"), expected: "file"),
            ])
    }

    @Test(
        arguments: [
            (2, "id", 2, "wave"), (3, "label", 2, "wave"), (4, "municipality", 2, "wave"),
            (5, "answers_from", 2, "wave"),
            (6, "answers_until", 2, "wave"), (7, "codebook", 1, nil), (8, "areas", 1, nil), (9, "gazetteers", 1, nil),
            (12, "role", 11, "sources"),
        ] as [(Int, String, Int, String?)])
    func everyRequiredKeyIsMissed(line: Int, key: String, row: Int, under: String?) {
        let problems = WaveText.replacing(line).problems()
        #expect(problems == [Problem(.keyMissing, at: at(row, under), expected: key)])
    }

    @Test(arguments: [(2, "  id:"), (2, "  id: \"\""), (7, "codebook:"), (8, "areas: {file: , report_by: ward}")])
    func aRequiredKeyWithNothingBehindItIsMissedAsWell(line: Int, text: String) {
        #expect(WaveText.replacing(line, with: text).problems().map(\.code) == [.keyMissing])
    }

    @Test func theTopLevelKeysAreAllMissedTogether() {
        let text = WaveText(lines: ["shortlist: {size: 3}"])
        #expect(
            text.problems()
                == ["wave", "codebook", "areas", "gazetteers", "sources"].map {
                    Problem(.keyMissing, at: at(1), expected: $0)
                })
    }

    @Test func aSourceNeedsAFileARoleAndColumns() {
        let text = WaveText(lines: WaveText().lines.prefix(10) + ["  - sheet: 名簿"])
        #expect(
            text.problems()
                == ["file", "role", "columns"].map { Problem(.keyMissing, at: at(11, "sources"), expected: $0) })
    }

    @Test func aSourceNeedsAColumnWithNames() {
        #expect(
            WaveText.replacing(14).problems() == [Problem(.keyMissing, at: at(14, "columns"), expected: "name")])
    }

    @Test func columnsUnderATitleNeedTwoHeaderRows() {
        let text = WaveText.replacing(17, with: "      \"1-1\": {columns_under: 問1}")
        #expect(text.problems() == [Problem(.keyMissing, at: at(11, "sources"), expected: "header_rows: 2")])
    }

    @Test func anAnswerNeedsAColumn() {
        let text = WaveText.replacing(17, with: "      \"1-1\": {coded_as: codes}")
        #expect(text.problems() == [Problem(.keyMissing, at: at(17, "1-1"), expected: "column")])
    }

    @Test func aKeyThatStandsTwiceIsSaidWhereItFirstStands() {
        #expect(
            WaveText.adding("codebook: b.yaml", after: 9).problems()
                == [Problem(.keyDouble, at: at(7), found: "codebook")])
        #expect(
            WaveText.adding("      name: 名称", after: 15).problems()
                == [Problem(.keyDouble, at: at(14), found: "name")])
    }

    @Test func allMistakesAreSaidAtOnce() {
        var text = WaveText.replacing(12, with: "    role: responses", "    sheets: 名簿")
        text.lines[1] = "  id: r 6"
        #expect(text.problems().map(\.code) == [.valueType, .keyUnknown, .valueUnknown])
    }
}
