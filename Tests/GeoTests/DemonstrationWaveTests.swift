import Foundation
import Geo
import Model
import Tabular
import TestSupport
import Testing

private var truth: URL? {
    guard let folder = RepositoryFolder.realData?.deletingLastPathComponent().appending(path: "survey/truth"),
        FileManager.default.fileExists(atPath: folder.appending(path: "orgs.csv").path)
    else { return nil }
    return folder
}

/// The demonstration waves against what is really behind them, where that is at hand.
@Suite(.enabled(if: truth != nil, "needs the truth behind the demonstration waves"))
struct DemonstrationWaveTests {
    /// Rows of a truth file by one of their columns.
    private func rows(_ name: String, by key: String) throws -> [String: HeaderedTable.Record] {
        let file = try #require(truth).appending(path: name)
        let table = try HeaderedTable(path: file.path, name: name, requiring: [key])
        return Dictionary(table.records.map { ($0[key], $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Rows of a file of a wave below its header, with their numbers.
    private func cells(_ path: String, below header: Int) throws -> [(number: Int, cells: [String])] {
        let file = RepositoryFolder.data.appending(path: "demo/\(path)")
        let reader = try TableReader(path: file.path, name: path)
        var row = Row()
        var result: [(Int, [String])] = []
        while try reader.next(into: &row) {
            if row.number > header, !row.isBlank { result.append((row.number, (0..<row.count).map { row[$0] })) }
        }
        return result
    }

    /// At least 99.5 per cent to the right town, and none to a wrong one.
    @Test
    func townsOfTheFrame() throws {
        let reader = try CarriedData.shared.get().addressReader()
        let organizations = try rows("orgs.csv", by: "org")
        let organizationByRow = try rows("frame1.csv", by: "row_no")
        var right = 0
        let frame = try cells("r6/01_調査対象名簿.xlsx", below: 4)
        #expect(frame.count == 626)
        for (_, cells) in frame {
            let organization = try #require(organizationByRow[cells[0]].flatMap { organizations[$0["org"]] })
            let read = reader.read(cells[5])
            if read.town == organization["town"], read.municipalityCode == organization["code"] { right += 1 }
            #expect(read.town == nil || read.town == organization["town"], "\(cells[5])")
        }
        #expect(Double(right) >= 0.995 * Double(frame.count))
    }

    private static let kinds: [String: ServiceAreaKind] = [
        "熊本市内の一部地域": .part, "熊本市内全域": .city, "熊本市内全域と熊本県内の一部を含む地域": .cityAndBeyond,
        "熊本県内全域": .prefecture, "その他": .other,
    ]

    /// At least 99 per cent to exactly the right wards and places outside.
    @Test(arguments: [
        ("r6/02_Web回答.csv", "responses1.csv", 8, 9), ("r7/02_LoGoフォーム回答.csv", "responses2.csv", 6, 7),
    ])
    func serviceAreas(path: String, truthFile: String, option: Int, text: Int) throws {
        let data = try CarriedData.shared.get()
        let reader = data.areaReader()
        let organizations = try rows("orgs.csv", by: "org")
        let truthTable = try HeaderedTable(
            path: try #require(truth).appending(path: truthFile).path, name: truthFile,
            requiring: ["file", "line", "org"])
        let organizationByLine = Dictionary(
            truthTable.records.filter { path.hasSuffix($0["file"]) }.map { ($0["line"], $0["org"]) },
            uniquingKeysWith: { first, _ in first })
        var right = 0
        let answers = try cells(path, below: 1)
        for (number, cells) in answers {
            let organization = try #require(organizationByLine[String(number)].flatMap { organizations[$0] })
            let area = reader.read(cells[text], chosen: Self.kinds[cells[option]]).area
            let wards = Set(area.codes.compactMap { data.hierarchy[$0]?.name })
            let outside = Set(area.outsideCodes.compactMap { data.hierarchy[$0]?.name })
            if wards == Set(organization["wards"].split(separator: ";").map(String.init)),
                outside == Set(organization["others"].split(separator: ";").map(String.init))
            {
                right += 1
            }
        }
        #expect(answers.count > 50)
        #expect(Double(right) >= 0.99 * Double(answers.count))
    }
}
