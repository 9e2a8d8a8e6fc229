import Foundation
import Model
import Pipeline
import TestSupport

/// A small wave whose lists hold the addresses that a test is about, and its runs. 二又町 is in two wards, 本町 has two
/// 丁目.
struct AddressWave: WrittenWave {
    let scratch: ScratchFolder
    let folder: URL
    var output: URL { scratch.url.appending(path: "out") }
    var decisions: URL { folder.appending(path: "decisions.csv") }

    /// - Parameter frame: addresses by name of the organisation, from row 2 on.
    init(frame: [(name: String, address: String)], members: [(name: String, address: String)] = []) throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "wave")
        try makeFolder()
        try write(Self.configuration, "wave.yaml")
        try write(Self.gazetteer, "places.csv")
        try write(Self.list(frame), "名簿.csv")
        try write(Self.list(members), "参加.csv")
    }

    /// The row of `organizations.csv`.
    func organization(_ name: String) throws -> [String: String]? {
        try TableFile(output.appending(path: "organizations.csv")).rows.first { $0["name"] == name }
    }

    private static func list(_ rows: [(name: String, address: String)]) -> String {
        (["団体名,所在地,秘匿"] + rows.map { "\($0.name),\($0.address)," }).joined(separator: "\n") + "\n"
    }

    private static let gazetteer = """
        municipality_code,municipality,town,latitude,longitude
        43100,熊本市,,32.80,130.70
        43101,熊本市中央区,,32.80,130.71
        43102,熊本市東区,,32.79,130.76
        43101,熊本市中央区,二又町,32.81,130.72
        43102,熊本市東区,二又町,32.78,130.77
        43101,熊本市中央区,本町一丁目,32.82,130.73
        43101,熊本市中央区,本町二丁目,32.83,130.74
        40132,福岡市博多区,店屋町,33.59,130.41
        40133,福岡市中央区,天神町一丁目,33.59,130.40
        40133,福岡市中央区,天神町二丁目,33.59,130.39

        """

    private static let configuration = """
        wave:
          id: a1
          label: 第1回
          municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
          answers_from: 2024-10-01
          answers_until: 2024-11-12
        codebook: codebook.yaml
        areas: {file: areas/kumamoto.csv, report_by: ward}
        gazetteers: [places.csv]
        sources:
          - file: 名簿.csv
            role: frame
            columns: {name: 団体名, address: 所在地, location_withheld: 秘匿}
          - file: 参加.csv
            role: member
            columns: {name: 団体名, address: 所在地, location_withheld: 秘匿}

        """
}
