import Foundation
import Model
import Survey
import TestSupport
import Testing

/// One file as a city might send it, and what becomes of it.
struct OddFile: Sendable, CustomTestStringConvertible {
    /// What is odd about it; no two have the same.
    let oddity: String
    let file: String
    let make: @Sendable () throws -> [UInt8]
    let source: OddSource
    let outcome: Outcome

    enum Outcome: Sendable {
        /// One line a record as ``OddSurvey/line(_:)`` writes it, one a finding as ``OddSurvey/line(_:)``.
        case read(records: [String], findings: [String])
        /// The problems for which the file is refused, one line each.
        case refused([String])
    }

    /// A file that gives the usual records, or others.
    init(
        _ oddity: String, file: String = "answers.csv", _ source: OddSource = OddSource(),
        records: [String] = OddSurvey.records, findings: [String] = [],
        make: @escaping @Sendable () throws -> [UInt8]
    ) {
        self.oddity = oddity
        self.file = file
        self.make = make
        self.source = source
        outcome = .read(records: records, findings: findings)
    }

    /// A file that is refused.
    init(
        _ oddity: String, file: String, _ source: OddSource = OddSource(), refused problem: String, _ more: String...,
        make: @escaping @Sendable () throws -> [UInt8]
    ) {
        self.oddity = oddity
        self.file = file
        self.make = make
        self.source = source
        outcome = .refused([problem] + more)
    }

    var testDescription: String { oddity }

    /// What the program makes of it, in the form of ``outcome``.
    func read() throws -> Outcome {
        let wave = try WaveDescription(yaml: source.yaml(file: file), file: "wave.yaml")
        let questionnaire = try OddSurvey.questionnaire(source.codebook)
        let folder = try ScratchFolder()
        let path = try folder.write(try make(), to: file).path
        let reader = SourceReader(wave: wave, questionnaire: questionnaire)
        do throws(StageError) {
            let result = try reader.read(wave.sources[0], at: path)
            return .read(records: result.records.map(OddSurvey.line), findings: result.findings.map(OddSurvey.line))
        } catch {
            return .refused(error.problems.map(OddSurvey.line))
        }
    }
}

/// What `wave.yaml` says of an odd file; the usual titles where nothing else is said.
struct OddSource: Sendable {
    /// Lines under the source, such as `header_row: 5`.
    var settings: [String] = []
    var columns = "{name: 団体名, postal_code: 郵便番号, answered_at: 回答日時}"
    var answers = "{\"1-1\": 種類, \"2-2\": 活動内容, \"3-3\": 意見}"
    /// Lines on top of the codebook.
    var codebook: [String] = []

    init(_ settings: String..., columns: String? = nil, answers: String? = nil, codebook: [String] = []) {
        self.settings = settings
        if let columns { self.columns = columns }
        if let answers { self.answers = answers }
        self.codebook = codebook
    }

    fileprivate func yaml(file: String) -> String {
        let head = """
            wave:
              id: r6
              label: 第1回調査
              municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
              answers_from: 2024-10-01
              answers_until: 2024-11-12
            codebook: codebook.yaml
            areas: {file: areas.csv}
            gazetteers: [gazetteer.csv]
            sources:
              - file: \(file)
                role: response
                columns: \(columns)
                answers: \(answers)

            """
        return head + settings.map { "    \($0)\n" }.joined()
    }
}
