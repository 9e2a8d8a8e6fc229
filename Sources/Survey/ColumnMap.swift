internal import Model
internal import Text

/// The titles of a source's columns, found after normalising width, spaces and line breaks.
struct ColumnMap {
    private struct Title {
        let upper: String
        let lower: String
        /// `upper / lower`, or the one title.
        let shown: String
    }

    private let titles: [Title]

    /// One header row, or two of which the upper one is carried to the right over empty cells.
    init(headers: [[String]]) {
        guard headers.count == 2 else {
            titles = (headers.first ?? []).map { Title(upper: "", lower: $0, shown: Self.oneLine($0)) }
            return
        }
        var carried = ""
        titles = (0..<max(headers[0].count, headers[1].count)).map { index in
            let upper = index < headers[0].count ? headers[0][index] : ""
            let lower = index < headers[1].count ? headers[1][index] : ""
            if !upper.isEmpty { carried = upper }
            if lower.isEmpty { return Title(upper: "", lower: upper, shown: Self.oneLine(upper)) }
            return Title(upper: carried, lower: lower, shown: Self.oneLine("\(carried) / \(lower)"))
        }
    }

    var shownTitles: [String] { titles.map(\.shown) }

    /// The column that a title of `wave.yaml` means: `upper / lower` in full, or the lower title where only one column
    /// has it.
    func index(of title: String) -> Result<Int, ColumnError> {
        let key = NearestNames.titleKey(title)
        if let index = titles.firstIndex(where: { NearestNames.titleKey($0.shown) == key }) { return .success(index) }
        let matching = titles.indices.filter { NearestNames.titleKey(titles[$0].lower) == key }
        switch matching.count {
        case 1: return .success(matching[0])
        case 0: return .failure(.missing(nearest: NearestNames.nearest(to: title, among: candidates)))
        default: return .failure(.ambiguous(titles: matching.map { titles[$0].shown }))
        }
    }

    /// Columns under an upper title, with their lower titles.
    func columns(under title: String) -> [(index: Int, title: String)] {
        let key = NearestNames.titleKey(title)
        return titles.indices.filter { !titles[$0].upper.isEmpty && NearestNames.titleKey(titles[$0].upper) == key }
            .map { ($0, titles[$0].lower) }
    }

    func shown(_ index: Int) -> String { titles[index].shown }

    private var candidates: [String] {
        var seen: Set<String> = []
        return titles.flatMap { $0.upper.isEmpty ? [$0.shown] : [$0.shown, $0.upper] }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private static func oneLine(_ title: String) -> String {
        Width.trimmed(title.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    enum ColumnError: Error {
        case missing(nearest: [String])
        case ambiguous(titles: [String])
    }
}
