import Model
import Reporting

extension TestReport {
    /// Every kind of change, of organisations whose names a test can choose; one withholds its place.
    static func changes(_ candidateName: String) -> WaveChanges {
        WaveChanges(
            earlierWave: "第0回", listed: WaveChanges.Pair(4, 5), members: WaveChanges.Pair(3, 2),
            answered: WaveChanges.Pair(3, 3),
            organizations: [
                organization(.new, "oinvited00001", candidateName), organization(.leftList, "ogone00000001", "内印去った会"),
                organization(.moved, "omember000001", "つながりの会", "内印住所1", "内印住所2-2"),
                OrganizationChange(
                    kind: .moved, organizationID: "owithheld0001", name: "ひみつの家", isPlaceWithheld: true,
                    reference: reference(5), earlierReference: reference(4)),
                organization(.incorporated, "omember000001", "つながりの会", "つながり", "NPO法人つながりの会"),
                organization(.joined, "omember000002", "不同意の会"),
            ],
            answers: AnswerComparison(
                answeredBoth: 2,
                changes: [
                    AnswerChange(
                        organizationID: "omember000001", name: "つながりの会", questionID: "2-2", question: "支援につながる活動内容",
                        before: ["心の健康"], after: ["心の健康", "内印分野;甲"], added: ["内印分野;甲"], removed: [],
                        reference: reference(3), earlierReference: reference(2))
                ], notAskedNow: [AnswerComparison.UnpairedQuestion(id: "2-1", label: "普段の活動")],
                askedAnew: [AnswerComparison.UnpairedQuestion(id: "5-1", label: "参加の意向")]),
            gaps: gapComparison(candidateName), invitations: review(candidateName))
    }

    private static func organization(
        _ kind: OrganizationChange.Kind, _ id: String, _ name: String, _ before: String = "", _ after: String = ""
    ) -> OrganizationChange {
        OrganizationChange(
            kind: kind, organizationID: id, name: name, before: before, after: after,
            reference: kind == .leftList ? nil : reference(3), earlierReference: kind == .new ? nil : reference(2))
    }

    private static func gapComparison(_ candidateName: String) -> GapComparison {
        func change(
            _ kind: GapChange.Kind, _ area: String, _ theme: String?, _ type: String?, _ earlier: GapKind?,
            _ later: GapKind?, _ reasons: [GapChange.Reason]
        ) -> GapChange {
            GapChange(
                kind: kind, key: CellKey(areaCode: area, themeID: theme, supportTypeID: type),
                area: area == "11101" ? "東の区" : "西の区",
                theme: theme.map { $0 == "violence" ? "DV・性暴力" : $0 == "young" ? "若者" : "心の健康" } ?? "",
                supportType: type.map { _ in "相談窓口の開設" } ?? "", earlier: earlier, later: later, reasons: reasons,
                earlierFigure: kind == .need ? GapChange.Figure(value: 1234.5, unit: "人") : nil,
                laterFigure: kind == .need ? GapChange.Figure(value: nil, unit: "人") : nil)
        }
        let joined = [
            GapChange.Reason(.memberJoined, organizationID: "oinvited00001", name: candidateName, isGain: true),
            GapChange.Reason(.memberJoined, organizationID: "omember000002", name: "不同意の会", isGain: true),
        ]
        return GapComparison(
            themes: GapComparison.Count(compared: 4, open: WaveChanges.Pair(3, 2)),
            supportTypes: GapComparison.Count(compared: 4, open: WaveChanges.Pair(2, 3)),
            changes: [
                change(.closed, "11101", "mental_health", nil, .recruitable, .covered, joined),
                change(.closed, "11102", "mental_health", nil, .recruitable, .covered, joined),
                change(.need, "11101", "violence", nil, .absent, .absent, [GapChange.Reason(.needChanged)]),
                change(
                    .opened, "11101", nil, "consultation", .thin, .recruitable,
                    [
                        GapChange.Reason(
                            .memberAnswerChanged, organizationID: "omember000001", name: "つながりの会", aspect: .area)
                    ]),
                change(.moved, "11102", nil, "consultation", .unknown, .absent, [GapChange.Reason(.expectation)]),
                change(.askedAnew, "11101", "young", nil, nil, .unknown, [GapChange.Reason(.askedAnew)]),
            ], areasNotCompared: WaveChanges.Names(earlier: ["旧町"], later: []))
    }

    private static func review(_ candidateName: String) -> InvitationReview {
        func entry(_ id: String, _ name: String, _ rank: Int?, _ outcome: InvitationReview.Outcome?)
            -> InvitationReview.Entry
        {
            InvitationReview.Entry(
                organizationID: id, name: name, rank: rank, outcome: outcome, hasJoined: outcome == .joined,
                reference: outcome.map { _ in reference(9) })
        }
        func measure(_ theme: String?, _ label: String) -> InvitationReview.Measure {
            InvitationReview.Measure(
                themeID: theme, theme: label, cells: 3, need: 0.25, expectedNeed: 0.125, reachedCells: 1,
                reachedNeed: 0.0625, cellsByOthers: 1, needByOthers: 0.03125, unmeasuredCells: 1)
        }
        return InvitationReview(
            listSize: 2, promisedShare: 0.5, openNeed: 0.5,
            listedAndInvited: [entry("omember000002", "不同意の会", 1, .joined)],
            invitedOffList: [entry("oinvited00001", candidateName, nil, .declined)],
            listedOnly: [entry("owithheld0001", "ひみつの家", 2, nil)], leftOut: 1,
            measures: [measure(nil, ""), measure("mental_health", "心の健康")])
    }

    static let comparison = WaveComparison(
        earlierWave: "第0回",
        changes: [
            TabulationChange(
                questionID: "2-2", question: "支援につながる活動内容", optionID: "mental_health", option: "心の健康",
                comparability: .notAskedBefore, earlier: nil,
                later: TabulationChange.Count(count: 2, base: 3, percent: 66.7))
        ])
}
