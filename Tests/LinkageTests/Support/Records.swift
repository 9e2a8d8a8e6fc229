import Linkage
import Model
import Text

/// Records for linking, made from what a list says.
enum Records {
    static let names = NameNormalizer(
        legalForms: LegalForms(
            ["特定非営利活動法人", "NPO法人", "(特非)"].map {
                LegalForms.Spelling(formID: "specified_nonprofit", text: $0)
            } + [LegalForms.Spelling(formID: "general_association", text: "一社", isCertain: false)]),
        variants: CharacterVariants(pairs: [(variant: "髙", standard: "高")]))

    static func make(
        _ name: String, _ role: Role = .frame, row: Int, address: String = "", lot: String? = nil,
        telephone: String? = nil, email: String? = nil
    ) -> LinkRecord {
        LinkRecord(
            reference: RecordReference(file: "\(role.rawValue).csv", sheet: nil, row: row), role: role,
            name: names.normalize(name), address: address, lot: lot, telephone: telephone, email: email)
    }
}

extension Resolution {
    /// Sets of rows of one organisation, so that results compare whatever the order of the records.
    func partition(of records: [LinkRecord]) -> Set<Set<RecordReference>> {
        Set(clusters.map { Set($0.map { records[$0].reference }) })
    }

    func isOne(_ a: Int, _ b: Int) -> Bool { links[a].cluster == links[b].cluster }
}
