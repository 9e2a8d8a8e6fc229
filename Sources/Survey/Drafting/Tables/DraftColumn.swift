internal import Model
internal import Text

/// A column of a table and what its cells look like.
struct DraftColumn: Sendable {
    let index: Int
    let title: ColumnTitle
    /// As `wave.yaml` can name it; `nil` where no title leads to this column alone.
    let written: String?
    /// Trimmed, by row of data.
    let cells: [String]
    /// Folded values that are not blank, with how often they stand there.
    let counts: [String: Int]
    let filled: Int
    /// The first cells that are not blank, folded, which tell what the column looks like.
    private let looks: [String]
    private static let mostLooks = 1000

    init(index: Int, title: ColumnTitle, written: String?, cells: [String]) {
        self.index = index
        self.title = title
        self.written = written
        self.cells = cells
        var counts: [String: Int] = [:]
        for cell in cells where !cell.isEmpty { counts[Width.folded(cell), default: 0] += 1 }
        self.counts = counts
        filled = counts.values.reduce(0, +)
        looks = cells.lazy.filter { !$0.isEmpty }.prefix(Self.mostLooks).map { Width.folded($0) }
    }

    /// Share of the cells that are not blank for which something holds; 0 where all are blank.
    func share(_ holds: (String) -> Bool) -> Double {
        looks.isEmpty ? 0 : Double(looks.count(where: holds)) / Double(looks.count)
    }

    var distinctShare: Double { filled == 0 ? 0 : Double(counts.count) / Double(filled) }

    /// The words of the title, the lower ones first, without remarks.
    var bareTitle: String { ColumnTitle.bare(title.lower.isEmpty ? title.upper : title.lower) }

    static func columns(of sample: TableSample, header: HeaderGuess) -> [DraftColumn] {
        let map = ColumnMap(headers: header.headers)
        let lines = sample.lines[header.firstLine...]
        let count = max(header.headers.map(\.count).max() ?? 0, lines.map(\.cells.count).max() ?? 0)
        let keys = map.shownTitles.map(NearestNames.titleKey)
        var carried = ""
        return (0..<count).map { index in
            let (upper, lower) = parts(of: header.headers, index, carried: &carried)
            let shown = map.shownTitles.indices.contains(index) ? map.shownTitles[index] : ""
            return DraftColumn(
                index: index, title: ColumnTitle(upper: upper, lower: lower, shown: shown),
                written: written(index, shown: shown, lower: lower, in: map, keys: keys), cells: lines.map { $0[index] }
            )
        }
    }

    private static func parts(
        of headers: [[String]], _ index: Int, carried: inout String
    ) -> (upper: String, lower: String) {
        func cell(_ row: Int) -> String { headers[row].indices.contains(index) ? headers[row][index] : "" }
        guard headers.count == 2 else { return ("", cell(0)) }
        if !cell(0).isEmpty { carried = cell(0) }
        return cell(1).isEmpty ? ("", cell(0)) : (carried, cell(1))
    }

    /// The shortest title that means this column and no other.
    private static func written(
        _ index: Int, shown: String, lower: String, in map: ColumnMap, keys: [String]
    ) -> String? {
        guard !shown.isEmpty else { return nil }
        let same = keys.indices.filter { keys[$0] == keys[index] }
        let number = (same.firstIndex(of: index) ?? 0) + 1
        let oneLine = lower.split(whereSeparator: \.isNewline).joined(separator: " ")
        return [oneLine, shown, "\(shown)#\(number)"].first { title in
            if !title.isEmpty, case .success(index) = map.index(of: title) { true } else { false }
        }
    }
}
