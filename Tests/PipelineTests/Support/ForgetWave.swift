import Foundation
import Model
import Pipeline
import Tabular
import TestSupport

/// A small wave in which one organisation carries a marker in every field of every list, beside others that don't.
struct ForgetWave: WrittenWave {
    /// The one that is to be forgotten.
    static let name = "MARK見守り隊"
    static let telephone = "096-777-0123"
    static let email = "mark@marked.example"
    static let markers = ["MARK", telephone, "0967770123", email, "しるし太郎"]
    static let others = ["ひなた居場所の会", "みどり食堂", "こだま学習会", "ことり文庫"]

    struct Settings {
        var id = "f1"
        var year = 2024
        /// Of another organisation.
        var sharesTelephone = false
        /// Lists that have no row of the one that is to be forgotten.
        var rolesWithout: [Role] = []
        /// Further lines of each source.
        var source = ""
        /// Rows of the frame: name, address, telephone, e-mail.
        var frameRows: [[String]] = []
        var previous: URL?
    }

    let scratch: ScratchFolder
    let folder: URL
    var outputName = "out"
    private let settings: Settings
    var output: URL { scratch.url.appending(path: outputName) }
    var decisions: URL { folder.appending(path: "decisions.csv") }

    /// - Parameter beside: a wave in whose scratch folder this one lies.
    init(_ settings: Settings = Settings(), beside: ForgetWave? = nil) throws {
        self.settings = settings
        scratch = try beside?.scratch ?? ScratchFolder()
        folder = scratch.url.appending(path: "wave-\(settings.id)")
        outputName = "out-\(settings.id)"
        try makeFolder()
        try write(configuration, "wave.yaml")
        for role in Role.allCases { try write(table(role), "\(role.rawValue).csv") }
    }

    /// Takes it out of the outputs of this wave and of others.
    @discardableResult
    func forget(
        _ id: String, _ outputs: [URL]? = nil, waves: [URL]? = nil, contactsOnly: Bool = false, dryRun: Bool = false,
        record: URL? = nil
    ) throws -> ForgettingOutcome {
        try Forgetting(
            ForgettingOptions(
                organizationID: id, isOfContactsOnly: contactsOnly, waveFolders: waves ?? [folder],
                outputFolders: outputs ?? [output], isDryRun: dryRun, tables: .shared,
                today: CivilDate(year: 2024, month: 12, day: 2)!, record: record)
        ).run()
    }

    func table(_ name: String) throws -> [[String: String]] { try TableFile(output.appending(path: name)).rows }

    func id(_ name: String = Self.name) throws -> String {
        try table("organizations.csv").first { $0["name"] == name }?["organization_id"] ?? ""
    }

    /// Files below the scratch folder, but for what was written by hand, in which a marker can be found.
    func marked(_ markers: [String] = Self.markers) throws -> [String] {
        let inputs = Set(Role.allCases.map { "\($0.rawValue).csv" })
        return try scratch.url.contents().compactMap { path, bytes in
            if inputs.contains(String(path.split(separator: "/").last ?? "")) { return nil }
            let unpacked = try path.hasSuffix(".xlsx") ? scratch.url.appending(path: path).readableText() : ""
            // Bytes, for whole registers and archives are searched.
            let texts = [bytes, Data(unpacked.utf8)]
            let found = markers.filter { marker in texts.contains { $0.range(of: Data(marker.utf8)) != nil } }
            return found.isEmpty ? nil : "\(path): \(found)"
        }.sorted()
    }

    private static let questions = [
        "1-1", "1-2", "1-2-places", "2-1", "2-2", "2-2-other", "2-3", "3-1", "3-3", "4-1",
    ]

    private func table(_ role: Role) -> String {
        var writer = CSVWriter()
        let questions = role == .response ? Self.questions : []
        writer.row(RecordField.allCases.map(\.rawValue) + questions)
        let target = settings.rolesWithout.contains(role) ? [] : [Self.name]
        // Those who answer, and of them those who are members.
        let others = role == .frame ? Self.others : Array(Self.others.prefix(role == .response ? 3 : 1))
        for name in target + others {
            writer.row(
                RecordField.allCases.map { value(of: $0, role: role, name: name) }
                    + questions.map { answer($0, name: name) })
        }
        if role == .frame {
            for row in settings.frameRows {
                let cells =
                    Dictionary(uniqueKeysWithValues: zip([.name, .address, .telephone, .email], row))
                    as [RecordField: String]
                writer.row(RecordField.allCases.map { cells[$0] ?? "" })
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    private func value(of field: RecordField, role: Role, name: String) -> String {
        let index = Self.others.firstIndex(of: name)
        switch field {
        case .name: return name
        case .answeredAt, .joinedOn, .invitedOn: return "\(settings.year)-10-20"
        case .publicConsent: return role == .member ? "○" : ""
        case .leafletConsent, .addressConsent, .telephoneConsent, .locationWithheld: return ""
        case .organizationType: return "NPO法人"
        case .section: return "福祉課"
        case .telephone:
            if settings.sharesTelephone, index == 1 { return Self.telephone }
            return index.map { "096-300-\(1000 + $0)" } ?? Self.telephone
        case .email: return index.map { "office\($0)@example.jp" } ?? Self.email
        case .representative: return index.map { "代表\("甲乙丙丁".map(String.init)[$0])郎" } ?? "代表　しるし太郎"
        case .address:
            return index.map { "熊本県熊本市東区花立\($0 + 1)-2-3" } ?? "熊本県熊本市北区弓削1-11-7 MARKADDRESS"
        case .invitationOutcome: return "検討中"
        default: return index == nil ? "MARK\(field.rawValue)\(role.rawValue)" : ""
        }
    }

    private func answer(_ question: String, name: String) -> String {
        let isOther = name != Self.name
        switch question {
        case "1-1": return "NPO法人"
        // One that a person has to decide about.
        case "1-2": return name == Self.others[2] ? "その他" : "熊本市内の一部地域"
        case "1-2-places": return isOther ? (name == Self.others[2] ? "全国" : "東区") : "北区 MARKPLACES"
        case "2-1": return "まちづくり"
        case "2-2": return "こども;その他"
        case "2-2-other": return isOther ? "地域の見守り" : "MARKFREETEXT こどもの見守り活動"
        case "2-3": return "居場所づくり"
        case "3-1": return "ある"
        case "4-1": return "感じる"
        default: return isOther ? "" : "MARKCASETEXT"
        }
    }

    private var configuration: String {
        var yaml = """
            wave:
              id: \(settings.id)
              label: 調査
              municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
              answers_from: \(settings.year)-10-01
              answers_until: \(settings.year)-11-12
            codebook: codebook.yaml
            areas: {file: areas/kumamoto.csv, report_by: ward}
            gazetteers: [gazetteer/kumamoto_demo.csv]
            \(settings.previous.map { "previous: \($0.path)\n" } ?? "")sources:

            """
        for role in Role.allCases {
            yaml += "  - file: \(role.rawValue).csv\n    role: \(role.rawValue)\n\(settings.source)    columns:\n"
            for field in RecordField.allCases { yaml += "      \(field.rawValue): \(field.rawValue)\n" }
            guard role == .response else { continue }
            yaml += "    answers:\n"
            for question in Self.questions { yaml += "      \"\(question)\": \"\(question)\"\n" }
        }
        return yaml
    }
}
