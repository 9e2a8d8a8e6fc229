internal import Model
internal import Tabular
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
    private let lowerKeys: [String]

    /// One header row, or two of which the upper one is carried to the right over empty cells.
    /// - Parameter isSpread: whether merged cells have done that already; then an empty cell is empty.
    init(headers: [[String]], isSpread: Bool = false) {
        titles =
            headers.count == 2
            ? Self.titles(headers[0], headers[1], isSpread: isSpread) : Self.titles(headers.first ?? [])
        lowerKeys = titles.map { NearestNames.titleKey($0.lower) }
    }

    private static func titles(_ row: [String]) -> [Title] {
        row.map { Title(upper: "", lower: $0, shown: oneLine($0)) }
    }

    private static func titles(_ uppers: [String], _ lowers: [String], isSpread: Bool) -> [Title] {
        var carried = ""
        return (0..<max(uppers.count, lowers.count)).map { index in
            let upper = index < uppers.count ? uppers[index] : ""
            let lower = index < lowers.count ? lowers[index] : ""
            if !upper.isEmpty || isSpread { carried = upper }
            if lower.isEmpty { return Title(upper: "", lower: upper, shown: oneLine(upper)) }
            if carried.isEmpty { return Title(upper: "", lower: lower, shown: oneLine(lower)) }
            return Title(upper: carried, lower: lower, shown: oneLine("\(carried) / \(lower)"))
        }
    }

    var shownTitles: [String] { titles.map(\.shown) }

    /// The column that a title of `wave.yaml` means: the title in full (`upper / lower`), or the lower one. Only one
    /// column may have it; of several with one title, `title#2` is the second.
    func index(of title: String) -> Result<Int, ColumnError> {
        let key = NearestNames.titleKey(title)
        var matching = titles.indices.filter { NearestNames.titleKey(titles[$0].shown) == key }
        if matching.isEmpty { matching = titles.indices.filter { NearestNames.titleKey(titles[$0].lower) == key } }
        if matching.isEmpty, let (name, number) = Self.numbered(title) {
            let same = titles.indices.filter { NearestNames.titleKey(titles[$0].shown) == NearestNames.titleKey(name) }
            if same.indices.contains(number - 1) { return .success(same[number - 1]) }
        }
        switch matching.count {
        case 1: return .success(matching[0])
        case 0: return .failure(.missing(nearest: NearestNames.nearest(to: title, among: candidates)))
        default: return .failure(.ambiguous(titles: Self.toldApart(matching.map { titles[$0].shown })))
        }
    }

    /// Columns under an upper title, with their lower titles.
    func columns(under title: String) -> [(index: Int, title: String)] {
        let key = NearestNames.titleKey(title)
        return titles.indices.filter { !titles[$0].upper.isEmpty && NearestNames.titleKey(titles[$0].upper) == key }
            .map { ($0, titles[$0].lower) }
    }

    /// Columns whose title, in full or the lower one, matches a pattern with one `*`, and what stands for the star.
    func columns(matching pattern: String) -> [(index: Int, star: String)] {
        let parts = NearestNames.titleKey(pattern).split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return [] }
        func star(_ title: String) -> String? {
            let key = NearestNames.titleKey(title)
            guard key.utf8.count > parts[0].utf8.count + parts[1].utf8.count, key.hasPrefix(parts[0]),
                key.hasSuffix(parts[1])
            else { return nil }
            return String(key.dropFirst(parts[0].count).dropLast(parts[1].count))
        }
        return titles.indices.compactMap { index in
            (star(titles[index].shown) ?? star(titles[index].lower)).map { (index, $0) }
        }
    }

    func shown(_ index: Int) -> String { titles[index].shown }

    /// Whether a row repeats the titles: two or more of them, and nothing else.
    func isRepeated(by row: Row) -> Bool {
        var same = 0
        for index in 0..<row.count where !row.isBlank(index) {
            guard index < lowerKeys.count, NearestNames.titleKey(row[index]) == lowerKeys[index] else { return false }
            same += 1
        }
        return same >= 2
    }

    /// Columns that have no title, from 0, beyond the header as well.
    func isUntitled(_ index: Int) -> Bool { index >= titles.count || titles[index].shown.isEmpty }

    /// What a person may have meant: titles in full and upper titles, each once.
    var candidates: [String] {
        var seen: Set<String> = []
        return titles.flatMap { $0.upper.isEmpty ? [$0.shown] : [$0.shown, $0.upper] }
            .filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private static func numbered(_ title: String) -> (String, Int)? {
        guard let mark = title.lastIndex(of: "#"), let number = Int(title[title.index(after: mark)...]) else {
            return nil
        }
        return (String(title[..<mark]), number)
    }

    /// Titles as they can be written in `wave.yaml`, with a number where they are the same.
    private static func toldApart(_ titles: [String]) -> [String] {
        titles.enumerated().map { offset, title in
            let same = titles.count { $0 == title }
            return same == 1 ? title : "\(title)#\(titles[...offset].count { $0 == title })"
        }
    }

    private static func oneLine(_ title: String) -> String {
        Width.trimmed(title.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    enum ColumnError: Error {
        case missing(nearest: [String])
        case ambiguous(titles: [String])
    }
}
