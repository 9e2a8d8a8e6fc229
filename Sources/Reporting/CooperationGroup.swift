import Model

/// つながりづくりの協力候補 that are listed under one heading.
struct CooperationGroup {
    let group: CooperationCandidate.Group
    let candidates: [CooperationCandidate]

    /// In the order of the report.
    static func all(_ report: RunReport) -> [CooperationGroup] {
        var groups: [(group: CooperationCandidate.Group, candidates: [CooperationCandidate])] = []
        for candidate in report.cooperation {
            if groups.last?.group == candidate.group {
                groups[groups.count - 1].candidates.append(candidate)
            } else {
                groups.append((candidate.group, [candidate]))
            }
        }
        return groups.map { CooperationGroup(group: $0.group, candidates: $0.candidates) }
    }
}

extension CooperationCandidate.Group {
    /// The heading.
    var words: String {
        switch basis {
        case .activityField: label ?? "普段の活動の回答なし"
        case .organizationType: label ?? "団体の種類の記載なし"
        }
    }
}

extension CooperationCandidate.Group.Basis {
    /// What the headings are.
    var words: String {
        switch self {
        case .activityField: "普段の活動（初めに挙げたもの）"
        case .organizationType: "団体の種類"
        }
    }
}
