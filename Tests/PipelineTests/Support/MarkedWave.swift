import Foundation
import Model
import Pipeline
import Tabular
import TestSupport

/// A small wave whose every personal and internal field holds a marker that can be searched for in what it leaves
/// behind. One member agrees to be named, one doesn't, one must not be found on a map; one organisation is no member, and
/// one that must not be found either could cooperate.
struct MarkedWave: WrittenWave {
    static let agreed = "ひなた居場所の会"
    static let refused = "MARKREFUSED会"
    static let outsider = "MARKOUTSIDER会"
    static let withheld = "みちしるべ女性の家"
    /// It names no theme that makes a cell.
    static let partner = "MARKPARTNER会"
    /// In the addresses of the one that must not be found.
    static let secretPlace = "ひみつ荘"

    let scratch: ScratchFolder
    let folder: URL
    var output: URL { scratch.url.appending(path: "out") }

    init() throws {
        scratch = try ScratchFolder()
        folder = scratch.url.appending(path: "wave")
        try makeFolder()
        try write(Self.configuration, "wave.yaml")
        for role in Role.allCases { try write(table(role), "\(role.rawValue).csv") }
    }

    private static let organizations = [agreed, refused, outsider, withheld, partner]
    private static let outside = [outsider, partner]
    private static let hidden = [withheld, partner]
    private static let questions = [
        "1-1", "1-2", "1-2-places", "2-1", "2-2", "2-2-other", "2-3", "3-1", "3-3", "4-1", "4-3", "4-4",
    ]

    private func table(_ role: Role) -> String {
        var writer = CSVWriter()
        let questions = role == .response ? Self.questions : []
        writer.row(RecordField.allCases.map(\.rawValue) + questions)
        for name in Self.organizations where role != .member || !Self.outside.contains(name) {
            writer.row(
                RecordField.allCases.map { value(of: $0, role: role, name: name) }
                    + questions.map { answer($0, name: name) })
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func value(of field: RecordField, role: Role, name: String) -> String {
        switch field {
        case .name: name
        case .answeredAt, .joinedOn, .invitedOn: "2024-10-20"
        case .publicConsent: role == .member && name == Self.refused ? "×" : role == .member ? "○" : ""
        case .leafletConsent, .addressConsent, .telephoneConsent: ""
        case .locationWithheld: Self.hidden.contains(name) ? "○" : ""
        case .organizationType: "NPO法人"
        case .address:
            Self.hidden.contains(name)
                ? "熊本県熊本市東区尾ノ上\(name == Self.withheld ? "4-3-29" : "1-2-3") \(Self.secretPlace)"
                : "熊本県熊本市北区弓削1-11-7 MARKADDRESS"
        // A number of its own for each, so that they are not taken for one office.
        case .telephone: "MARK096-\(Self.organizations.firstIndex(of: name) ?? 0)00-12345"
        default: "MARK\(field.rawValue)\(role.rawValue)\(Self.organizations.firstIndex(of: name) ?? 0)"
        }
    }

    private func answer(_ question: String, name: String) -> String {
        switch question {
        case "1-1": "NPO法人"
        case "1-2": "熊本市内の一部地域"
        case "1-2-places": "北区 MARKPLACES"
        case "2-1": "まちづくり"
        case "2-2":
            switch name {
            case Self.partner: "その他"
            case Self.withheld: "DV・性暴力;女性;その他"
            // What no member does, so that it is a candidate.
            case Self.outsider: "こども;高齢者;その他"
            default: "こども;その他"
            }
        case "2-2-other": "MARKFREETEXT"
        case "2-3": "居場所づくり"
        case "3-1": "ある"
        case "4-1": "感じる"
        case "4-3": "何から取り組めば良いか分からない;その他"
        case "4-4": "官民連携の取組の推進"
        default: "MARKCASETEXT"
        }
    }

    private static var configuration: String {
        var yaml = """
            wave:
              id: m1
              label: 第1回
              municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
              answers_from: 2024-10-01
              answers_until: 2024-11-12
            codebook: codebook.yaml
            areas: {file: areas/kumamoto.csv, report_by: ward}
            gazetteers: [gazetteer/kumamoto_demo.csv]
            sources:

            """
        for role in Role.allCases {
            yaml += "  - file: \(role.rawValue).csv\n    role: \(role.rawValue)\n    columns:\n"
            for field in RecordField.allCases { yaml += "      \(field.rawValue): \(field.rawValue)\n" }
            guard role == .response else { continue }
            yaml += "    answers:\n"
            for question in questions {
                yaml += "      \"\(question)\": \"\(question)\"\n"
            }
        }
        return yaml
    }
}

extension URL {
    /// What can be read in a file: its bytes, and for a workbook the text of every cell of every sheet.
    func readableText() throws -> String {
        guard pathExtension == "xlsx" else {
            return String(decoding: try Data(contentsOf: self), as: UTF8.self)
        }
        var text = ""
        for sheet in try TableReader.sheets(path: path, name: lastPathComponent) {
            let reader = try TableReader(path: path, name: lastPathComponent, options: TableOptions(sheet: sheet))
            var row = Row()
            while try reader.next(into: &row) { text += (0..<row.count).map { row[$0] }.joined(separator: "\t") + "\n" }
        }
        return text
    }
}
