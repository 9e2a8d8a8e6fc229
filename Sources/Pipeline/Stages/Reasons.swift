internal import Model
internal import Survey

/// Why an organisation is on the list, in sentences that a meeting can read.
struct Reasons {
    let inputs: WaveInputs

    func sentences(for candidate: Candidate, profile: OrganizationProfile) -> [String] {
        var sentences = inputs.taxonomy.themes.compactMap { theme -> String? in
            let areas = candidate.newCells.filter { $0.themeID == theme.id }.map(\.areaCode)
            return areas.isEmpty ? nil : "\(places(areas))の\(theme.label)：現在の参加団体なし"
        }
        let filled = Set(candidate.newCells.compactMap(\.themeID))
        let evidence = Set(profile.themes.filter { filled.contains($0.id) }.map(\.evidence)).sorted()
        if !evidence.isEmpty { sentences.append("根拠：\(evidence.joined(separator: "、"))") }
        return sentences
    }

    /// 北区・南区, or 市全域 when all areas of the report are meant.
    private func places(_ codes: [String]) -> String {
        if codes.count == inputs.reportAreas.count { return "\(inputs.wave.municipality.name)全域" }
        return inputs.reportAreas.filter { codes.contains($0.code) }.map(\.name).joined(separator: "・")
    }
}
