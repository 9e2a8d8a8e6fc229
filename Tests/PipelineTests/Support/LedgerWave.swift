import Foundation
import Reporting
import TestSupport

/// A small wave with a list of two, of which a test fills in the ledger.
struct LedgerWave {
    /// 会員会, the member, does いじめ alone. 二つの会 does two themes that no member does, in one ward; 全域の会 does one of
    /// them everywhere.
    static let answers: [SmallWave.Answer] = [
        .init(name: "会員会", themes: ["いじめ"], types: ["居場所づくり"]),
        .init(name: "全域の会", themes: ["不登校"], types: ["居場所づくり"]),
        .init(
            name: "二つの会", range: "熊本市内の一部地域", places: "北区", themes: ["不登校", "若者"],
            types: ["居場所づくり"]),
        .init(name: "同じ分野の会", themes: ["いじめ"], types: ["居場所づくり"]),
    ]

    let wave: SmallWave
    var output: URL { wave.output }

    private static let usual = "size: 2"
    /// Run once for all tests that begin with the usual list.
    private static let run = Result {
        let wave = try files(usual)
        try wave.run()
        return wave
    }

    /// - Parameter settings: of `shortlist` in `wave.yaml`.
    init(_ settings: String = usual) throws {
        wave = try Self.files(settings)
        if settings == Self.usual {
            try FileManager.default.copyItem(at: Self.run.get().output, to: wave.output)
        } else {
            try wave.run()
        }
    }

    private static func files(_ settings: String) throws -> SmallWave {
        try SmallWave(answers, members: ["会員会"], settings: "shortlist: {\(settings)}\n")
    }

    /// In the order of the list.
    func picks() throws -> [String] { try wave.table("shortlist.csv").map { $0["name"] ?? "" } }

    func sheet() throws -> LedgerSheet { try LedgerSheet(in: output) }

    func fill(_ name: String, _ cells: [LedgerReview.Column: String]) throws {
        try LedgerSheet.fill(name, cells, in: output)
    }

    func decisions() throws -> [[String: String]] {
        FileManager.default.fileExists(atPath: wave.decisions.path) ? try TableFile(wave.decisions).rows : []
    }

    /// Conditions of the list, as `shortlist_summary.json` has them.
    func conditions() throws -> [String] {
        let data = try Data(contentsOf: output.appending(path: "shortlist_summary.json"))
        let summary = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return (summary?["constraints"] as? [[String: Any]] ?? []).compactMap { $0["constraint"] as? String }
    }
}
