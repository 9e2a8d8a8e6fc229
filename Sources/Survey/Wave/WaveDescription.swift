public import Model
public import Tabular
internal import Text

/// What `wave.yaml` says of one survey round.
public struct WaveDescription: Sendable {
    public let wave: Wave
    /// The line of the file that names the municipality.
    public let municipalityLine: Int?
    public let codebook: FileReference
    public let areas: FileReference
    /// Outlines that complete the table of areas.
    public let polygons: [PolygonDescription]
    /// The size of meshes, where gaps are reported by them.
    public let mesh: MeshSize
    /// The kind of area that gaps are reported in.
    public let reportBy: Area.Kind
    public let gazetteers: [FileReference]
    public let need: NeedDescription
    /// How much a claim without a case counts, 0…1.
    public let weightWithoutCase: Double
    /// A gap is `absent` when the chance that nobody among the silent is there is at least this, 0…1.
    public let absentProbability: Double
    /// Venues whose reach is measured; `nil` where none are stated.
    public let reach: ReachDescription?
    public let shortlist: ShortlistDescription
    /// Words in a note of the frame that say the questionnaire came back.
    public let returnedNotes: [String]
    /// Words in a note of the frame that say the organisation may have ceased.
    public let dormantNotes: [String]
    /// Words in a note of the frame that say the organisation has closed.
    public let closedNotes: [String]
    public let previous: String?
    public let earlierAnswers: EarlierAnswersDescription
    public let allowPaths: [String]
    public let sources: [SourceDescription]
}

extension WaveDescription {
    public var needFile: FileReference? { need.file }
}

/// What becomes of the answers of organisations that did not answer again.
public struct EarlierAnswersDescription: Sendable {
    /// Whether what they said in an earlier wave is known in this one.
    public let areUsed: Bool
    /// After so many waves without an answer it is marked as old.
    public let staleAfter: Int
}

/// A file that `wave.yaml` names, and the line that names it.
public struct FileReference: Sendable, Hashable {
    /// As written; `PathResolver` finds the file.
    public let path: String
    public let location: CellLocation
}

/// A GeoJSON file of areas, and what its properties are called where it isn't a published one.
public struct PolygonDescription: Sendable, Hashable {
    public let file: FileReference
    public let kind: Area.Kind?
    /// Names of properties.
    public let code: String?
    public let name: String?
    public let population: String?
}

/// Sizes of meshes that gaps can be reported by: JIS X 0410, the third mesh, its half and its quarter.
public enum MeshSize: String, Sendable, CaseIterable {
    case kilometre = "1km"
    case half = "500m"
    case quarter = "250m"
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
        /// Several columns; with marks, one for each option.
        case several(ColumnSelection, coding: Coding)

        var isUnderTitle: Bool { if case .under = self { true } else { false } }

        /// Whether it says each column's title, and not what titles have in common.
        var namesItsColumns: Bool {
            switch self {
            case .one, .several(.titles, _), .several(.byOption, _): true
            case .under, .several(.pattern, _): false
            }
        }
    }

    /// Several columns of one question.
    public enum ColumnSelection: Sendable, Hashable {
        /// `Q2_*`: every title that matches; what stands for the star is the number or the label of an option.
        case pattern(String)
        case titles([String])
        /// The title of each option's column, by option id.
        case byOption([OptionColumn])
    }

    public struct OptionColumn: Sendable, Hashable {
        public let title: String
        public let optionID: String
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
    /// Of this source alone.
    public let missing: MissingCodes
    /// Wordings of this source alone: question id → label → option id.
    public let labels: [String: [String: String]]
    /// 利用目的
    public let purpose: String
    /// 保存期限
    public let retainUntil: CivilDate?
    /// Whether the purpose allows contacts to be used for linking.
    public let contacts: ContactPurpose
    /// Where the source stands in `wave.yaml`.
    public let location: CellLocation
    /// Lines of `wave.yaml` that name a question, by its id.
    let questionLines: [String: Int]

    /// What the purpose of a source allows to be done with its contacts; the raw values stand in `wave.yaml`.
    public enum ContactPurpose: String, Sendable, CaseIterable {
        case linking, unused
    }

    /// What is done with the contacts of the source in a wave as of a day; the day of the run plays no part.
    public func contactUse(asOf day: CivilDate) -> ContactUse {
        if RecordField.contacts.allSatisfy({ columns[$0] == nil }) { return .noneHeld }
        if contacts == .unused { return .unused }
        return retainUntil.map { $0 < day } == true ? .expired : .linking
    }
}

extension WaveDescription {
    /// Questions under `answers:` or `labels:` that the codebook doesn't have, and options under `labels:` that the
    /// question doesn't have.
    public func unknownQuestions(in questionnaire: Questionnaire) -> [Problem] {
        let known = questionnaire.questions.map(\.id)
        return sources.flatMap { source in
            /// At the line that names the question.
            func problem(_ name: String, of question: String, _ key: String, among names: [String]) -> Problem {
                let line = source.questionLines[question] ?? source.location.row
                return Problem(
                    .valueUnknown, at: CellLocation(file: source.location.file, row: line, column: key), found: name,
                    expected: NearestNames.nearest(to: name, among: names).joined(separator: ", "))
            }
            func unknownOptions(_ options: some Sequence<String>, of id: String, _ key: String) -> [Problem] {
                guard let question = questionnaire[id] else { return [problem(id, of: id, key, among: known)] }
                let ids = question.options.map(\.id)
                return Set(options).subtracting(ids).sorted().map { problem($0, of: id, key, among: ids) }
            }
            let answers = source.answers.sorted { $0.key < $1.key }.flatMap { id, columns in
                var named: [String] = []
                if case .several(.byOption(let columns), _) = columns { named = columns.map(\.optionID) }
                return unknownOptions(named, of: id, "answers")
            }
            let labels = source.labels.sorted { $0.key < $1.key }
                .flatMap { unknownOptions($1.values, of: $0, "labels") }
            return answers + labels
        }
    }
}
