import Model

extension TestReport {
    /// Two groups: one whose fields are known, one that withholds its place and answered nothing of its fields.
    static func cooperation(_ name: String) -> [CooperationCandidate] {
        [
            CooperationCandidate(
                organizationID: "oinvited00001", name: name,
                group: CooperationCandidate.Group(basis: .activityField, label: "内印分野"), fields: ["内印分野", "環境保全"],
                reasons: ["普段の活動：内印分野、環境保全", "孤独・孤立対策の必要性：感じる"], withoutCell: .noTheme, evidence: reference(2),
                note: CallerNote(
                    seesNeed: true, wish: "内印検討したい", difficulties: ["内印課題", "その他"], hopes: ["内印期待；A;B"],
                    offers: ["内印提案"], isCommissioned: false, section: "内印課",
                    contacts: [
                        CallerNote.Contact(
                            organizationID: "omember000001", name: "つながりの会", sharedThemes: ["心の健康"],
                            sharedAreas: ["11101", "11102"], mayBeNamed: true),
                        CallerNote.Contact(
                            organizationID: "omember000002", name: "不同意の会", sharedThemes: [], sharedAreas: ["11102"],
                            mayBeNamed: false),
                    ])),
            CooperationCandidate(
                organizationID: "owithheld0001", name: "ひみつの家",
                group: CooperationCandidate.Group(basis: .activityField, label: nil), fields: [],
                reasons: ["自治体への期待：官民連携"], withoutCell: .wide, evidence: reference(5), note: CallerNote()),
        ]
    }
}
