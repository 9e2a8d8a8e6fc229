import Model
import Testing

@Suite struct CellLocationTests {
    @Test(arguments: [
        (CellLocation(file: "a.csv"), "a.csv", "a.csv"),
        (CellLocation(file: "a.csv", row: 2), "a.csv 2行", "a.csv row 2"),
        (CellLocation(file: "a.csv", column: "団体名"), "a.csv「団体名」", "a.csv \"団体名\""),
        (CellLocation(file: "a.xlsx", sheet: "名簿"), "a.xlsx［名簿］", "a.xlsx [名簿]"),
        (
            CellLocation(file: "a.xlsx", sheet: "名簿", row: 12, column: "問1 / 種類"), "a.xlsx［名簿］ 12行「問1 / 種類」",
            "a.xlsx [名簿] row 12 \"問1 / 種類\""
        ),
    ])
    func itNamesWhatIsKnown(location: CellLocation, japanese: String, english: String) {
        #expect(location.description(in: .japanese) == japanese)
        #expect(location.description(in: .english) == english)
    }

    @Test func aColumnOfTheSameRow() {
        let row = CellLocation(file: "a.xlsx", sheet: "名簿", row: 12)
        #expect(row.column("所在地") == CellLocation(file: "a.xlsx", sheet: "名簿", row: 12, column: "所在地"))
    }

    @Test func aRecordKnowsItsPlace() {
        let reference = RecordReference(file: "a.xlsx", sheet: "名簿", row: 5)
        #expect(reference.location == CellLocation(file: "a.xlsx", sheet: "名簿", row: 5))
    }
}
