import Foundation
import Model
import Pipeline
import TestSupport

/// A wave of a few organisations with the demonstration's questionnaire and areas, whose answers a test writes by label.
struct SmallWave: WrittenWave {
    /// What an organisation answered.
    struct Answer {
        var name: String
        var range = "熊本市内全域"
        var places = ""
        var themes: [String] = []
        var types: [String] = []
        /// ある or ない; empty for no answer.
        var caseFound = ""
        var caseThemes: [String] = []
        /// Of further questions, by their id; what one answer holds is a column for all.
        var others: [String: String] = [:]
    }

    let scratch: ScratchFolder
    let folder: URL
    var output: URL { scratch.url.appending(path: "out") }
    var decisions: URL { folder.appending(path: "decisions.csv") }

    /// - Parameters:
    ///   - silent: names of those who were asked and did not answer.
    ///   - members: names of members of the platform; one that answers nothing is known by its name alone.
    ///   - codebook: the wave of the demonstration whose questionnaire it has.
    ///   - settings: further lines of `wave.yaml`.
    init(
        _ answers: [Answer], silent: [String] = [], members: [String] = [], codebook: String = "r6",
        settings: String = ""
    ) throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "wave")
        try makeFolder(codebook: codebook)
        let questions = Set(answers.flatMap(\.others.keys)).sorted()
        let columns = questions.map { "      \"\($0)\": 問\($0)\n" }.joined()
        try write(
            Self.configuration.replacing("      \"3-2\": 事例の分野\n", with: "      \"3-2\": 事例の分野\n\(columns)") + settings,
            "wave.yaml")
        let names = answers.map(\.name) + silent
        func telephone(_ name: String) -> String { "096-300-\(1000 + (names.firstIndex(of: name) ?? names.count))" }
        try write(
            (["団体名,種別,把握課,電話"] + names.map { "\($0),任意団体,A課,\(telephone($0))" }).joined(separator: "\n") + "\n",
            "名簿.csv")
        try write(
            (["団体名,電話"] + members.map { "\($0),\(telephone($0))" }).joined(separator: "\n") + "\n", "参加.csv")
        let rows = answers.map { answer in
            let cells =
                [
                    answer.name, telephone(answer.name), answer.range, answer.places,
                    answer.themes.joined(separator: ";"), answer.types.joined(separator: ";"), answer.caseFound,
                    answer.caseThemes.joined(separator: ";"),
                ] + questions.map { answer.others[$0] ?? "" }
            return cells.map { "\"\($0)\"" }.joined(separator: ",")
        }
        let titles = ["団体名", "電話", "範囲", "地名", "分野", "種類", "事例", "事例の分野"] + questions.map { "問\($0)" }
        try write(([titles.joined(separator: ",")] + rows).joined(separator: "\n") + "\n", "回答.csv")
    }

    func table(_ name: String) throws -> [[String: String]] { try TableFile(output.appending(path: name)).rows }

    /// Cells of an area and theme, of all support types together.
    func cell(_ area: String, _ theme: String) throws -> [String: String]? {
        try table("coverage.csv").first {
            $0["area"] == area && $0["theme"] == theme && $0["support_type"] == ""
        }
    }

    private static let configuration = """
        wave:
          id: s1
          label: 第1回
          municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
          answers_from: 2024-10-01
          answers_until: 2024-11-12
        codebook: codebook.yaml
        areas: {file: areas/kumamoto.csv, report_by: ward}
        gazetteers: [gazetteer/kumamoto_demo.csv]
        sources:
          - file: 名簿.csv
            role: frame
            columns: {name: 団体名, organization_type: 種別, section: 把握課, telephone: 電話}
          - file: 回答.csv
            role: response
            columns: {name: 団体名, telephone: 電話}
            answers:
              "1-2": 範囲
              "1-2-places": 地名
              "2-2": 分野
              "2-3": 種類
              "3-1": 事例
              "3-2": 事例の分野
          - file: 参加.csv
            role: member
            columns: {name: 団体名, telephone: 電話}

        """
}
