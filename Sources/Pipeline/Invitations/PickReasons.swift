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
                sentences.append((true, "\(wording.label(key))：現在の参加団体は\(members)団体だけ"))
                continue
            }
            let isOnly = cells.contains(where: only.contains)
            let codes = Set(cells.map { model.keys[$0].areaCode }).sorted()
            let places = wording.places(codes)
            let elsewhere = codes.count < model.areaCount ? "（ほかの地域にもなし）" : ""
            let isThin = cells.allSatisfy { model.problem.cells[$0].members > 0 }
            let state = isThin ? "現在の参加団体は1団体だけ" : members == 0 ? "現在の参加団体なし\(elsewhere)" : "現在の参加団体なし"
            let alone = isOnly ? "。この一覧で補えるのはこの団体だけ" : ""
            sentences.append((isOnly, "\(places)の\(wording.label(key))：\(state)\(alone)"))
        }
        let all = sentences.filter(\.isOnly).map(\.text) + sentences.filter { !$0.isOnly }.map(\.text)
        return all.isEmpty ? standIn(pick) : all
    }

    /// One that fills nothing that the picks before it don't is there for the case that they decline.
    private func standIn(_ pick: InvitationList.Pick) -> [String] {
        let claimed = Set(model.problem.candidates[pick.candidate].claims.map { model.problem.cells[$0.cell].activity })
        let open = claimed.sorted().filter { activity in
            model.problem.cells.contains { $0.activity == activity && $0.members == 0 && $0.need > 0 }
        }
        let labels = open.map { wording.label(model.activities[$0]) }
        return ["新たに埋める欄はなく、前の候補が辞退したときの備え（\(labels.joined(separator: "、"))）"]
    }

    func ifDeclined(_ pick: InvitationList.Pick) -> [String] {
        var sentences: [String] = []
        let lost = pick.onlyActivities.map { wording.label(model.activities[$0]) }
        if !lost.isEmpty { sentences.append("辞退された場合、この一覧からは「\(lost.joined(separator: "」「"))」の団体がいなくなります") }
        if pick.loss > 0, total > 0 {
            sentences.append("辞退された場合、補える空白が\(AimWording.points(pick.loss / total * 100))ポイント減ります")
        }
        let others = pick.substitutes.map { name(model.rows[$0].organizationID) }.sorted()
        if !others.isEmpty {
            let shown = others.prefix(Self.mostSubstitutes).map { "「\($0)」" }.joined()
            let rest = others.count > Self.mostSubstitutes ? "ほか\(others.count - Self.mostSubstitutes)団体" : ""
            sentences.append("ほぼ同等の候補（順不同）：\(shown)\(rest)")
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
        if ledger.outcome(of: row.organizationID) == .undecided { sentences.append("前の声掛け：返事待ち・検討中") }
        let themes = profile.themes.filter { theme in filled.contains { $0.themeID == theme.id } }
        let recoded = themes.filter { $0.origin == .recoded }.map(\.label)
        if !recoded.isEmpty { sentences.append("「\(recoded.joined(separator: "」「"))」は自由記述から読み取ったもの") }
        if let cases = row.caseThemeIDs {
            let without = themes.filter { !cases.contains($0.id) }.map(\.label)
            if !without.isEmpty { sentences.append("「\(without.joined(separator: "」「"))」で支援につながった事例の回答なし") }
        }
        let isWhole = row.areaCodes.count == model.areaCount && model.areaCount > 1
        if isWhole { sentences.append("活動の範囲は市全域との回答。それぞれの地域での活動の量は分からない") }
        return sentences
    }

    private func filledActivities(_ pick: InvitationList.Pick) -> [CellKey] {
        let activities = pick.newCells.map { model.problem.cells[$0].activity } + pick.onlyActivities
        return Set(activities).sorted().map { model.activities[$0] }
    }

    private func profile(_ pick: InvitationList.Pick) -> OrganizationProfile? {
        profiles[model.rows[pick.candidate].organizationID]
    }

    private func name(_ id: String) -> String { profiles[id]?.organization.name ?? id }
}
