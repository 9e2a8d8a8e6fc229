internal import Analysis
internal import Model
internal import Survey

/// Aims and cells in words.
struct AimWording {
    let model: InvitationModel
    let inputs: WaveInputs

    func aim(_ reached: InvitationList.Reached, _ list: InvitationList) -> ShortlistAim {
        ShortlistAim(
            name: name(reached.aim), key: Self.key(reached.aim), value: reached.value, upperBound: reached.upperBound,
            total: reached.total, activities: activities(reached.aim, list))
    }

    func name(_ aim: InvitationAim) -> String {
        switch aim {
        case .activitiesWithoutMember: "参加団体のいない\(subject)"
        case .activitiesWithOneMember: "参加団体が1団体だけの\(subject)"
        case .mostOpenAreas: "空白の割合が最も大きい地域（\(places(mostOpen))）"
        case .areasAboveAverage: "空白の割合が全体より大きい地域"
        case .cells(let thin):
            "地域ごとの空白" + (thin > 0 ? "（参加団体が1団体だけの欄は\(ShortestNumber.text(thin))と数える）" : "")
        }
    }

    private static func key(_ aim: InvitationAim) -> String {
        switch aim {
        case .activitiesWithoutMember: "activities_without_member"
        case .activitiesWithOneMember: "activities_with_one_member"
        case .mostOpenAreas: "most_open_areas"
        case .areasAboveAverage: "areas_above_average"
        case .cells: "cells"
        }
    }

    private var subject: String {
        switch inputs.description.shortlist.cells {
        case .theme: "分野"
        case .supportType: "活動の種類"
        case .pair: "分野と種類の組"
        }
    }

    private var mostOpen: [String] {
        let shares = model.problem.openShares
        let most = shares.max() ?? 0
        return shares.indices.filter { shares[$0] >= most - 1e-9 }.map { inputs.reportAreas[$0].code }
    }

    /// How many activities an aim wants, and how many of them get somebody.
    private func activities(_ aim: InvitationAim, _ list: InvitationList) -> ShortlistAim.Activities? {
        guard aim == .activitiesWithoutMember || aim == .activitiesWithOneMember else { return nil }
        let problem = model.problem
        let weights = problem.weights(for: aim)
        let wanted = problem.membersOfActivity.indices.filter { weights[problem.cells.count + $0] > 0 }
        let done = Set(
            list.picks.flatMap { problem.cover.cells(of: $0.candidate) }
                .compactMap { problem.activity(ofCoverCell: $0) })
        return ShortlistAim.Activities(
            reached: wanted.count { done.contains($0) }, open: wanted.count,
            without: wanted.filter { !done.contains($0) }.map { label(model.activities[$0]) })
    }

    /// What a list could reach without a constraint, where that is more.
    func price(of list: InvitationList, without free: InvitationList) -> String? {
        for (own, other) in zip(list.aims, free.aims) where abs(other.value - own.value) > own.value * 1e-9 {
            guard other.value > own.value else { return nil }
            if let now = activities(own.aim, list), let then = activities(other.aim, free), then.reached > now.reached {
                return "この条件がなければ、\(name(own.aim))のうち、あと\(then.reached - now.reached)を補えます"
            }
            guard own.total > 0 else { return nil }
            let points = (other.value - own.value) / own.total * 100
            return "この条件がなければ、補える\(name(own.aim))が\(Self.points(points))ポイント増えます"
        }
        return nil
    }

    /// 心の健康, 居場所づくり, or both with ×.
    func label(_ key: CellKey) -> String {
        let theme = key.themeID.flatMap { id in inputs.taxonomy.themes.first { $0.id == id }?.label }
        let type = key.supportTypeID.flatMap { id in inputs.taxonomy.supportTypes.first { $0.id == id }?.label }
        return [theme, type].compactMap { $0 }.joined(separator: "×")
    }

    /// 北区・南区, or the whole city when all areas of the report are meant.
    func places(_ codes: [String]) -> String {
        if codes.count == inputs.reportAreas.count { return "\(inputs.wave.municipality.name)全域" }
        let wanted = Set(codes)
        let named = inputs.reportAreas.filter { wanted.contains($0.code) }.map(\.name)
        return named.count <= Self.mostPlaces
            ? named.joined(separator: "・")
            : named.prefix(Self.mostPlaces).joined(separator: "・") + "ほか\(named.count - Self.mostPlaces)地域"
    }

    private static let mostPlaces = 8

    /// One decimal, and never 0 for more than nothing.
    static func points(_ value: Double) -> String {
        value > 0 && value < 0.05 ? "0.1未満" : ShortestNumber.text((value * 10).rounded() / 10)
    }
}
