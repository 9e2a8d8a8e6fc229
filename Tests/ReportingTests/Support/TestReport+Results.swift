import Model
import Reporting

extension TestReport {
    static let coverage: [CoverageCell] = [
        cell("11101", "mental_health", nil, .thin, 1, 2), cell("11101", "violence", nil, .absent, 0, 0),
        cell("11102", "mental_health", nil, .covered, 2, 3), cell("11102", "violence", nil, .unknown, 0, 0),
        cell("11101", nil, "consultation", .recruitable, 0, 2),
        cell("11101", nil, "gathering_place", .checkMember, 0, 0),
        cell("11102", nil, "consultation", .recruitable, 0, 1), cell("11102", nil, "gathering_place", .thin, 1, 1),
        cell("11101", "mental_health", "consultation", .recruitable, 0, 1),
    ]

    private static func cell(
        _ area: String, _ theme: String?, _ type: String?, _ gap: GapKind, _ members: Int, _ known: Int
    ) -> CoverageCell {
        var counts = CellCounts(members: members, known: known, membersBlank: known == 0 ? 1 : 0)
        (counts.knownWithCase, counts.wide) = (known / 2, 3)
        return CoverageCell(
            key: CellKey(areaCode: area, themeID: theme, supportTypeID: type), need: theme == nil ? nil : 0.25,
            counts: counts, expectedUnknown: 0.000025, expectedInterval: 0...known,
            probabilityOfNobody: 0.875, gap: gap, isInferred: theme != nil && type != nil,
            gapIfLessInclined: gap == .unknown ? .absent : nil, gapWithCasesOnly: gap == .thin ? .checkMember : nil)
    }

    static let sensitivity = [
        GapSensitivity(
            assumption: .stated,
            shares: GapKind.allCases.map {
                GapSensitivity.Share(kind: $0, cellCount: 1, needShare: $0 == .covered ? 0.25 : 0.15)
            }),
        GapSensitivity(
            assumption: .casesOnly,
            shares: GapKind.allCases.map { GapSensitivity.Share(kind: $0, cellCount: 2, needShare: nil) }),
    ]

    /// One of them withholds its place.
    static let followUps = [
        FollowUp(
            organizationID: "oinvited00001", settledNeed: 0.02, settledPairNeed: 0.03, shareOfUnknown: 0.25,
            shareOfUnknownPairs: nil),
        FollowUp(
            organizationID: "owithheld0001", settledNeed: 0.02, settledPairNeed: 0.03, shareOfUnknown: 0.25,
            shareOfUnknownPairs: nil),
        FollowUp(
            organizationID: "omember000002", settledNeed: 0.01, settledPairNeed: 0, shareOfUnknown: 0.125,
            shareOfUnknownPairs: 0),
    ]

    static func shortlist(_ candidateName: String) -> ExplainedShortlist {
        let candidate = Candidate(
            rank: 1, organizationID: "oinvited00001", expectedGain: 0.1, cumulativeGain: 0.1, shareOfGapClosed: 0.4,
            newCells: [
                CellKey(areaCode: "11101", themeID: nil, supportTypeID: "consultation"),
                CellKey(areaCode: "11102", themeID: nil, supportTypeID: "consultation"),
                CellKey(areaCode: "11101", themeID: "mental_health", supportTypeID: "consultation"),
            ])
        let hidden = Candidate(
            rank: 2, organizationID: "owithheld0001", expectedGain: 0.05, cumulativeGain: 0.15, shareOfGapClosed: 0.6,
            newCells: [])
        return ExplainedShortlist(
            shortlist: Shortlist(
                candidates: [candidate, hidden], objective: 0.15, upperBound: 0.16, method: "貪欲法", size: 3),
            picks: [
                ExplainedShortlist.Pick(
                    candidate: candidate, name: candidateName, reasons: ["内印理由；A;B", "二つ目"], stability: 0.9),
                ExplainedShortlist.Pick(
                    candidate: hidden, name: "ひみつの家", reasons: ["みほん市東の区秘密町九丁目9-9にある"], stability: nil),
            ], preset: .balance,
            aims: [
                ShortlistAim(
                    name: "内印目標", key: "cells", value: 0.15, upperBound: 0.16, total: 0.25)
            ], constraints: [ExplainedShortlist.Constraint(name: "内印制約")])
    }

    static let findings = [
        Finding(.warning, .unknownChoice, at: place(2, "活動内容"), found: "内印所見, \"引用\"", expected: "心の健康"),
        Finding(.error, .addressNotFound, at: place(5, "所在地"), found: "秘密町9の9", expected: ""),
        Finding(.info, .columnNotMapped, at: CellLocation(file: "内印.csv", row: 1), found: "備考2"),
        Finding(.warning, .areaNotUnderstood, at: place(6, "活動の範囲"), found: "隠れ町のあたり"),
    ]

    private static func place(_ row: Int, _ column: String) -> CellLocation {
        reference(row).location.column(column)
    }

    static let doubtfulAreas = [
        DoubtfulArea(
            organizationID: "omember000001", name: "つながりの会", isMember: true, choice: "その他", text: "全国", reason: .wide,
            reference: reference(7)),
        DoubtfulArea(
            organizationID: "owithheld0001", name: "ひみつの家", isMember: false, choice: "市内の一部地域",
            text: "東の区、むにゃ地区", reason: .notUnderstood, notUnderstood: "むにゃ地区", codes: ["11101"],
            reference: reference(8)),
    ]

    static let openPairs = [
        OpenPairs(
            organizationID: "omember000001", name: "つながりの会", isMember: true, themeID: "mental_health",
            supportTypeIDs: ["consultation", "gathering_place"], reference: reference(7)),
        OpenPairs(
            organizationID: "owithheld0001", name: "ひみつの家", isMember: false, themeID: "violence",
            supportTypeIDs: ["consultation"], reference: reference(8)),
    ]

    static let doubtfulLinks = [
        DoubtfulLink(
            a: side("omember000001", "つながりの会", "内印住所2-2", 3), b: side("omember000002", "不同意の会", "内印住所3", 4),
            probability: 0.625,
            weights: [
                LinkWeight(.prior, .none, bits: -9.25), LinkWeight(.name, .extended, bits: -8),
                LinkWeight(.contact, .several, bits: 11.5),
            ]),
        DoubtfulLink(
            a: side("owithheld0001", "ひみつの家", "秘密町九丁目9-9", 5), b: side("oinvited00001", "ひみつの家東", "秘密町9-9", 2),
            probability: 0.5, weights: [LinkWeight(.name, .sibling, bits: -8)]),
    ]

    static let doubtfulAddresses = [
        DoubtfulAddress(
            address: "=内印住所9", mentions: [mention("omember000001", "つながりの会", 3), mention("oinvited00001", "声掛けの会", 7)],
            reason: .notFound, level: .municipality, municipality: "みほん県みほん市東の区", rest: "内印住所9", confidence: 1),
        DoubtfulAddress(
            address: "内印住所8-1", mentions: (10...17).map { mention("omember000002", "不同意の会\($0)", $0) },
            reason: .severalPlaces, level: .municipality, municipality: "みほん県みほん市", rest: "内印住所8-1", confidence: 1,
            candidates: ["みほん県みほん市東の区内印町", "みほん県みほん市西の区内印町", "みほん県みほん市西の区内印町西", "みほん県みほん市西の区内印町北"]),
        DoubtfulAddress(
            address: "内印住所7", mentions: [mention("omember000001", "つながりの会", 3)], reason: .answerNotFound,
            answer: "内印住所77", level: .nothing, rest: "内印住所77"),
        DoubtfulAddress(
            address: "内印住所6-5", mentions: [mention("omember000001", "つながりの会", 3)], reason: .uncertain, level: .town,
            municipality: "みほん県みほん市東の区", town: "内印町", rest: "6-5", confidence: 0.855,
            candidates: ["みほん県みほん市西の区内印町"]),
        DoubtfulAddress(
            address: "みほん市東の区秘密町9", mentions: [mention("owithheld0001", "ひみつの家", 5)], reason: .notFound,
            level: .municipality, municipality: "みほん県みほん市東の区", rest: "秘密町9", confidence: 1),
    ]

    private static func code(
        _ id: String, _ words: String, _ rule: Coding.Rule, _ score: Double, _ standing: Coding.Standing
    ) -> Coding.Code {
        Coding.Code(
            id: id, score: score, standing: standing,
            evidence: [
                Coding.Evidence(words: words, place: 0..<words.count, phrase: words, rule: rule, score: score)
            ])
    }

    private static let codings = [
        Coding(
            codes: [
                code("mental_health", "内印眠れない", .hint, 0.5, .review), code("violence", "内印家", .similar, 0.4, .review),
            ], outcome: .review),
        Coding(codes: [code("mental_health", "こころ", .exact, 0.95, .assigned)], outcome: .assigned),
        Coding(codes: [], outcome: .none(.outside)),
        Coding(codes: [code("consultation", "=電話", .learned, 1, .assigned)], outcome: .assigned),
    ]

    static let texts = [
        text(.theme, "内印眠れない家", 0, "omember000001", 3), text(.theme, "こころ", 1, "owithheld0001", 5),
        text(.theme, "ねこ", 2, "omember000002", 4), text(.supportType, "=電話", 3, "omember000001", 3),
    ]

    private static func text(
        _ subject: ActivitySubject, _ text: String, _ coding: Int, _ id: String, _ row: Int
    ) -> RunReport.LinkedText {
        RunReport.LinkedText(
            text: ActivityText(
                reference: reference(row), subject: subject, questionID: "2-2-other", question: "その他", text: text,
                coding: codings[coding]), organizationID: id)
    }

    static let reviewedTexts = [
        ReviewedText(
            subject: .theme, text: "内印眠れない家", question: "その他", coding: codings[0], state: .open,
            mentions: [mention("omember000001", "つながりの会", 3)], chosen: ["その他"], nameGuesses: ["mental_health"]),
        ReviewedText(
            subject: .theme, text: "こころ", question: "その他", coding: codings[1], state: .assigned,
            mentions: (10...17).map { mention("omember000002", "不同意の会\($0)", $0) }),
        ReviewedText(
            subject: .theme, text: "ねこ", question: "その他", coding: codings[2], state: .outside,
            mentions: [mention("omember000002", "不同意の会", 4)]),
        ReviewedText(
            subject: .supportType, text: "=電話", question: "その他の活動", coding: codings[3], state: .decided,
            mentions: [mention("omember000001", "つながりの会", 3)]),
    ]

    static let nameHints = [
        NameHint(mention: mention("omember000002", "不同意の会", 4), guesses: codings[0].guesses)
    ]

    private static func mention(_ id: String, _ name: String, _ row: Int) -> RecordMention {
        RecordMention(organizationID: id, name: name, reference: reference(row))
    }

    private static func side(_ id: String, _ name: String, _ address: String, _ row: Int) -> DoubtfulLink.Side {
        DoubtfulLink.Side(
            organizationID: id, name: name, address: address, telephone: "内印電話", email: "内印メール",
            representative: "内印代表", reference: reference(row))
    }
}
