internal import Analysis
internal import Model
internal import Store
internal import Survey

/// Why an organisation is on the list, in sentences that a meeting can read.
struct PickReasons {
    let wording: AimWording
    let model: InvitationModel
    let ledger: InvitationLedger
    let profiles: [String: OrganizationProfile]
    /// All that is open of the last aim.
    let total: Double
    let constraints: CoverConstraints

    /// What it would fill, activity by activity; first what no other pick does.
    func reasons(_ pick: InvitationList.Pick) -> [String] {
        let only = Set(pick.onlyCells)
        let onlyActivities = Set(pick.onlyActivities)
        var sentences: [(isOnly: Bool, text: String)] = []
        for (activity, key) in model.activities.enumerated() {
            let cells = pick.newCells.filter { model.problem.cells[$0].activity == activity }
            let members = model.problem.membersOfActivity[activity]
            if cells.isEmpty {
                guard onlyActivities.contains(activity) else { continue }
                let state = members == 0 ? "現在の参加団体なし" : "現在の参加団体は\(members)団体だけ"
                sentences.append((true, "\(wording.label(key))：\(state)"))
                continue
            }
            let isOnly = cells.contains(where: only.contains)
            let codes = Set(cells.map { model.keys[$0].areaCode }).sorted()
            let places = wording.places(codes)
            let elsewhere = codes.count < model.areaCount ? "（ほかの地域にもなし）" : ""
            let isThin = cells.allSatisfy { model.problem.cells[$0].members > 0 }
            let isBlank = cells.contains { model.problem.cells[$0].membersBlank > 0 }
            let state =
                isThin
                ? "現在の参加団体は1団体だけ"
                : isBlank ? "担い手と分かる参加団体なし" : members == 0 ? "現在の参加団体なし\(elsewhere)" : "現在の参加団体なし"
            let alone = isOnly ? "。この一覧で補えるのはこの団体だけ" : ""
            sentences.append((isOnly, "\(places)の\(wording.label(key))：\(state)\(alone)"))
        }
        let all = sentences.filter(\.isOnly).map(\.text) + sentences.filter { !$0.isOnly }.map(\.text)
        return all.isEmpty ? standIn(pick) : all
    }

    /// One that fills nothing that the picks before it don't is there for the case that they decline.
    private func standIn(_ pick: InvitationList.Pick) -> [String] {
        if constraints.included.contains(pick.candidate) { return ["条件により含める（新たに埋める欄はありません）"] }
        if constraints.groups.contains(where: { $0.atLeast > 0 && $0.members.contains(pick.candidate) }) {
            return ["条件（少なくとも含める数）を満たすため（新たに埋める欄はありません）"]
        }
        let labels = openActivities(pick).map { wording.label(model.activities[$0]) }
        return ["新たに埋める欄はなく、前の候補が辞退したときの備え" + (labels.isEmpty ? "" : "（\(labels.joined(separator: "、"))）")]
    }

    /// What it does of that which members leave open or to one of them.
    private func openActivities(_ pick: InvitationList.Pick) -> [Int] {
        let claimed = model.problem.candidates[pick.candidate].claims.map { model.problem.cells[$0.cell] }
        return Set(claimed.filter { $0.members < 2 && $0.need > 0 }.map(\.activity)).sorted()
    }

    func ifDeclined(_ pick: InvitationList.Pick) -> [String] {
        var sentences: [String] = []
        let lost = pick.onlyActivities.map { wording.label(model.activities[$0]) }
        if !lost.isEmpty { sentences.append("辞退された場合、この一覧からは「\(lost.joined(separator: "」「"))」の団体がいなくなります") }
        if pick.loss > 0, total > 0 {
            sentences.append("辞退された場合、補える空白が\(AimWording.points(pick.loss / total * 100))ポイント減ります")
        }
        let tied = Set(pick.tiedWith)
        for (title, candidates) in [
            ("まったく同じだけ補える候補", pick.tiedWith), ("ほぼ同等の候補", pick.substitutes.filter { !tied.contains($0) }),
        ] where !candidates.isEmpty {
            let others = candidates.map { name(model.rows[$0].organizationID) }.sorted()
            let shown = others.prefix(Self.mostSubstitutes).map { "「\($0)」" }.joined()
            let rest = others.count > Self.mostSubstitutes ? "ほか\(others.count - Self.mostSubstitutes)団体" : ""
            sentences.append("\(title)（順不同）：\(shown)\(rest)")
        }
        return sentences
    }

    static let mostSubstitutes = 5

    /// Which answer, which file and row, for what it would fill.
    func evidence(_ pick: InvitationList.Pick) -> [String] {
        let filled = filledActivities(pick)
        let (themes, types) = (Set(filled.compactMap(\.themeID)), Set(filled.compactMap(\.supportTypeID)))
        guard let profile = profile(pick) else { return [] }
        let rows =
            profile.themes.filter { themes.contains($0.id) }.map(\.evidence)
            + profile.supportTypes.filter { types.contains($0.id) }.map(\.evidence)
        return Set(rows).sorted()
    }

    /// What the claim rests on too lightly to be taken for granted.
    func uncertain(_ pick: InvitationList.Pick) -> [String] {
        guard let profile = profile(pick) else { return [] }
        let row = model.rows[pick.candidate]
        let filled = filledActivities(pick)
        var sentences: [String] = []
        if let remark = ledger.remark(on: row.organizationID) { sentences.append(remark) }
        if let earlier = profile.earlierAnswer {
            sentences.append("今回の調査には回答がなく、\(earlier.wave.label)の回答による")
        }
        let blank = Set(
            pick.newCells.filter { model.problem.cells[$0].membersBlank > 0 }.map { model.problem.cells[$0].activity })
        if !blank.isEmpty {
            let labels = blank.sorted().map { wording.label(model.activities[$0]) }
            sentences.append("「\(labels.joined(separator: "」「"))」は、答えていない参加団体が担っているかもしれない（参加団体に要確認）")
        }
        let themes = profile.themes.filter { theme in filled.contains { $0.themeID == theme.id } }
        let recoded = themes.filter { $0.origin == .recoded }.map(\.label)
        if !recoded.isEmpty { sentences.append("「\(recoded.joined(separator: "」「"))」は自由記述から読み取ったもの") }
        if let cases = row.caseThemeIDs {
            let without = themes.filter { !cases.contains($0.id) }.map(\.label)
            if !without.isEmpty { sentences.append("「\(without.joined(separator: "」「"))」で支援につながった事例の回答なし") }
        }
        let isWhole = row.areaCodes.count == model.areaCount && model.areaCount > 1
        if isWhole { sentences.append("活動の範囲が市全域。それぞれの地域での活動の量は分からない") }
        return sentences
    }

    private func filledActivities(_ pick: InvitationList.Pick) -> [CellKey] {
        let filled = pick.newCells.map { model.problem.cells[$0].activity } + pick.onlyActivities
        let activities = filled.isEmpty ? openActivities(pick) : filled
        return Set(activities).sorted().map { model.activities[$0] }
    }

    private func profile(_ pick: InvitationList.Pick) -> OrganizationProfile? {
        profiles[model.rows[pick.candidate].organizationID]
    }

    private func name(_ id: String) -> String { profiles[id]?.organization.name ?? id }
}
