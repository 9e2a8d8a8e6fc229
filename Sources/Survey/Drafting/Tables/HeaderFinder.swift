internal import Model
internal import Text

/// Where the header of a table stands.
struct HeaderGuess: Sendable, Equatable {
    /// Row of the (upper) header, as a spreadsheet numbers it.
    let row: Int
    /// 1 or 2
    let rows: Int
    /// Position of the first row of data among the lines of the sample.
    let firstLine: Int
    /// Titles, upper row first.
    let headers: [[String]]
}

/// Finds the header of a table below titles, dates and notes.
struct HeaderFinder {
    private static let rowsLookedAt = 40
    private static let linesBelow = 300
    /// Share of the columns that a header names.
    private static let leastFilled = 0.6
    private static let leastTitles = 0.9
    private static let leastDistinct = 0.5

    let words: SurveyWords

    /// `nil` when no row looks like one.
    func find(_ sample: TableSample) -> HeaderGuess? {
        let candidates = sample.lines.indices.prefix(Self.rowsLookedAt).filter { isHeader(sample, $0) }
        guard let first = candidates.first else { return nil }
        // A row of words above the header, such as a note in several cells, names no field that is known.
        let chosen =
            knownTitles(sample.lines[first]) > 0
            ? first : candidates.first { knownTitles(sample.lines[$0]) > 1 && $0 <= first + 10 } ?? first
        return guess(sample, at: chosen)
    }

    private func guess(_ sample: TableSample, at index: Int) -> HeaderGuess {
        func made(_ first: Int, _ last: Int) -> HeaderGuess {
            HeaderGuess(
                row: sample.lines[first].number, rows: last - first + 1, firstLine: last + 1,
                headers: sample.lines[first...last].map(\.cells))
        }
        if hasUpperRow(sample, index) { return made(index - 1, index) }
        if hasLowerRow(sample, index) { return made(index, index + 1) }
        return made(index, index)
    }

    private func isHeader(_ sample: TableSample, _ index: Int) -> Bool {
        let line = sample.lines[index]
        let filled = line.filled
        let below = sample.lines[(index + 1)...].prefix(Self.linesBelow)
        let used = Set(below.flatMap(\.filled)).union(filled)
        // Two words above a table of two columns are its title and its date as often as not.
        guard !filled.isEmpty, Double(filled.count) >= Self.leastFilled * Double(used.count) else { return false }
        if used.count == 1, below.isEmpty { return false }
        let isUnderUpper = hasUpperRow(sample, index)
        let titles = filled.filter {
            CellForm.isTitle(line[$0]) || isUnderUpper && CellForm.isInteger(line[$0])
        }
        guard Double(titles.count) >= Self.leastTitles * Double(filled.count) else { return false }
        if hasLowerRow(sample, index) { return true }
        return distinctShare(sample, index, under: isUnderUpper) >= Self.leastDistinct
    }

    private func distinctShare(_ sample: TableSample, _ index: Int, under upper: Bool) -> Double {
        let line = sample.lines[index]
        var carried = ""
        var names: Set<[String]> = []
        for column in line.filled {
            if upper, !sample.lines[index - 1][column].isEmpty { carried = sample.lines[index - 1][column] }
            names.insert([carried, NearestNames.titleKey(line[column])])
        }
        return Double(names.count) / Double(max(1, line.filled.count))
    }

    private func knownTitles(_ line: TableSample.Line) -> Int {
        line.filled.count { words.id(.field, of: ColumnTitle.bare(line[$0])) != nil }
    }

    /// Whether the row right above holds titles of groups: words, with room to the right of at least one of them.
    private func hasUpperRow(_ sample: TableSample, _ index: Int) -> Bool {
        guard index > 0, sample.lines[index].number == sample.lines[index - 1].number + 1 else { return false }
        let (upper, lower) = (sample.lines[index - 1], sample.lines[index])
        let filled = upper.filled
        guard filled.count >= 2, filled.allSatisfy({ CellForm.isTitle(upper[$0]) }) else { return false }
        // Titles of single columns stand above blank cells; a row that fills every cell is a header itself.
        return groups(upper, lower).contains { $0.count > 1 && areTitles(lower, $0) }
            && Set(filled.map { upper[$0] }).count >= 2
            && Set(filled.map { upper[$0] }).count < max(2, lower.filled.count)
    }

    /// Whether the row right below tells apart the columns of groups, with blanks below the titles of single columns.
    private func hasLowerRow(_ sample: TableSample, _ index: Int) -> Bool {
        guard index + 1 < sample.lines.count, sample.lines[index + 1].number == sample.lines[index].number + 1 else {
            return false
        }
        let (upper, lower) = (sample.lines[index], sample.lines[index + 1])
        let groups = groups(upper, lower)
        let wide = groups.filter { $0.count > 1 }
        let single = groups.filter { $0.count == 1 }.flatMap(\.self)
        // One title over everything is that of the sheet.
        guard !wide.isEmpty, groups.count > 1, wide.allSatisfy({ areTitles(lower, $0) }) else { return false }
        return single.count { lower[$0].isEmpty } * 10 >= single.count * 8
    }

    /// Columns that belong together: a title and the blank or equal cells to its right.
    private func groups(_ upper: TableSample.Line, _ lower: TableSample.Line) -> [[Int]] {
        var groups: [[Int]] = []
        var title = ""
        for column in 0..<max(upper.cells.count, lower.cells.count) {
            if !upper[column].isEmpty, upper[column] != title || groups.isEmpty {
                title = upper[column]
                groups.append([column])
            } else if !groups.isEmpty, !lower[column].isEmpty {
                groups[groups.count - 1].append(column)
            }
        }
        return groups
    }

    /// Different words, or the numbers 1, 2, 3 ….
    private func areTitles(_ line: TableSample.Line, _ columns: [Int]) -> Bool {
        let cells = columns.map { line[$0] }
        guard Set(cells).count == cells.count, !cells.contains("") else { return false }
        if cells.allSatisfy(CellForm.isTitle) { return true }
        let numbers = cells.compactMap(CellForm.integer)
        return numbers.count == cells.count && numbers.count >= 2 && zip(numbers, numbers.dropFirst()).allSatisfy(<)
    }
}
