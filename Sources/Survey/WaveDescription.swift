public import Model
public import Tabular
internal import Text

/// What `wave.yaml` says of one survey round.
public struct WaveDescription: Sendable {
    public let wave: Wave
    public let codebook: FileReference
    public let areas: FileReference
    /// The kind of area that gaps are reported in.
    public let reportBy: Area.Kind
    public let gazetteers: [FileReference]
    public let needFile: FileReference?
    /// K: how many organisations the shortlist names.
    public let shortlistSize: Int
    /// Words in a note of the frame that say the questionnaire came back.
    public let returnedNotes: [String]
    /// Words in a note of the frame that say the organisation may have ceased.
    public let dormantNotes: [String]
    public let previous: String?
    public let allowPaths: [String]
    public let sources: [SourceDescription]
}

/// A file that `wave.yaml` names, and the line that names it.
public struct FileReference: Sendable, Hashable {
    /// As written; `PathResolver` finds the file.
    public let path: String
    public let location: CellLocation
}

/// One file of a wave and how to read it.
public struct SourceDescription: Sendable {
    /// How a choice is written.
    public enum Coding: String, Sendable, CaseIterable {
        /// By its label.
        case labels
        /// By the number printed in the questionnaire.
        case codes
        /// By a 1 or a circle in a column of its own.
        case marks
    }

    /// Where the answers to one question stand.
    public enum AnswerColumns: Sendable, Hashable {
        case one(title: String, coding: Coding)
        /// A column for each option, under this upper title.
        case under(title: String)

        var isUnderTitle: Bool { if case .under = self { true } else { false } }
    }

    public let file: String
    public let role: Role
    public let sheet: String?
    /// Row of the (upper) header, from 1.
    public let headerRow: Int
    /// 1 or 2
    public let headerRows: Int
    public let encoding: TextEncoding?
    public let delimiter: Character?
    public let columns: [RecordField: String]
    public let answers: [String: AnswerColumns]
    /// Cells that mean "no answer", folded.
    public let noAnswer: Set<String>
    /// Wordings of this source alone: question id → label → option id.
    public let labels: [String: [String: String]]
    /// 利用目的
    public let purpose: String
    /// 保存期限
    public let retainUntil: CivilDate?
    /// Where the source stands in `wave.yaml`.
    public let location: CellLocation
}

extension WaveDescription {
    /// Questions under `answers:` or `labels:` that the codebook doesn't have, and options under `labels:` that the
    /// question doesn't have.
    public func unknownQuestions(in questionnaire: Questionnaire) -> [Problem] {
        let known = questionnaire.questions.map(\.id)
        func problem(_ name: String, _ key: String, _ source: SourceDescription, among names: [String]) -> Problem {
            Problem(
                .valueUnknown, at: source.location.column(key), found: name,
                expected: NearestNames.nearest(to: name, among: names).joined(separator: ", "))
        }
        return sources.flatMap { source in
            let answers = source.answers.keys.filter { questionnaire[$0] == nil }.sorted()
                .map { problem($0, "answers", source, among: known) }
            let labels = source.labels.sorted { $0.key < $1.key }.flatMap { id, options in
                guard let question = questionnaire[id] else { return [problem(id, "labels", source, among: known)] }
                let ids = question.options.map(\.id)
                return Set(options.values).subtracting(ids).sorted().map { problem($0, "labels", source, among: ids) }
            }
            return answers + labels
        }
    }
}
