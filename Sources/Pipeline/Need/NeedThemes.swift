internal import Model
internal import Text

/// The themes that need can be stated for, by id and by every label that the taxonomy and the questionnaire have.
struct NeedThemes {
    /// Those that the wave asked for, without その他.
    let all: [Theme]
    private let ids: [String: String]

    init(_ inputs: WaveInputs) {
        all = inputs.taxonomy.themes.filter { !$0.isResidual }
        let known = Set(all.map(\.id))
        let labels = all.flatMap { theme in [theme.id, theme.label].map { ($0, theme.id) } }
        let options = inputs.questionnaire.first(.theme)?.options.filter { known.contains($0.id) } ?? []
        let written = options.flatMap { option in ([option.label] + option.alsoWritten).map { ($0, option.id) } }
        ids = Dictionary(
            (labels + written).map { (NearestNames.titleKey($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
    }

    func id(_ written: String) -> String? { ids[NearestNames.titleKey(written)] }

    func suggestions(_ written: String) -> String {
        let names = all.map(\.label) + all.map(\.id)
        let nearest = NearestNames.nearest(to: written, among: names)
        return (nearest.isEmpty ? all.map(\.label) : nearest).joined(separator: ", ")
    }
}
