internal import Model
internal import Text

/// Columns that together hold the answers to one question: a column for each option, or several for several choices.
struct ColumnGroups {
    struct Group {
        let columns: [DraftColumn]
        let place: FileQuestion.Place
        /// What each column stands for: a label or a number.
        let stars: [String]
        let title: String
        let isMarks: Bool
    }

    let words: SurveyWords
    /// Whether a cell, folded, holds no answer.
    let isMissing: (String) -> Bool

    func groups(_ columns: [DraftColumn]) -> [Group] {
        var groups = underTitles(columns)
        let taken = Set(groups.flatMap { $0.columns.map(\.index) })
        groups += numbered(columns.filter { !taken.contains($0.index) })
        return groups
    }

    // MARK: - Under an upper title

    private func underTitles(_ columns: [DraftColumn]) -> [Group] {
        var groups: [Group] = []
        for run in runs(columns.filter { !$0.title.upper.isEmpty }, by: \.title.upper) {
            let marks = run.filter { isMarkColumn($0, number: nil) }
            // Other columns may stand under the same title, such as the text of その他.
            guard marks.count >= 2, marks.count * 2 > run.count, marks.contains(where: { $0.filled > 0 }) else {
                continue
            }
            let upper = run[0].title.upper
            let isAlone = columns.count { NearestNames.titleKey($0.title.upper) == NearestNames.titleKey(upper) }
            let titles = marks.compactMap(\.written)
            groups.append(
                Group(
                    columns: marks,
                    place: isAlone == marks.count ? .under(title: oneLine(upper)) : .titles(titles),
                    stars: marks.map(\.title.lower), title: upper, isMarks: true))
        }
        return groups
    }

    private func runs(_ columns: [DraftColumn], by key: (DraftColumn) -> String) -> [[DraftColumn]] {
        var runs: [[DraftColumn]] = []
        for column in columns {
            if let last = runs.last?.last, key(last) == key(column) {
                runs[runs.count - 1].append(column)
            } else {
                runs.append([column])
            }
        }
        return runs
    }

    // MARK: - By their own titles

    /// Q2_1, Q2_2 …; 活動内容_心の健康, 活動内容_いじめ …; 回答1, 回答2 ….
    private func numbered(_ columns: [DraftColumn]) -> [Group] {
        var groups: [Group] = []
        var index = 0
        while index < columns.count {
            if let (group, count) = longest(from: index, in: columns) {
                groups.append(group)
                index += count
            } else {
                index += 1
            }
        }
        return groups
    }

    private func longest(from start: Int, in columns: [DraftColumn]) -> (Group, Int)? {
        for cut in Self.cuts(columns[start].title.shown) {
            let run = columns[start...].prefix { column in
                column.title.shown.hasPrefix(cut.prefix) && column.title.shown.hasSuffix(cut.suffix)
                    && column.title.shown.count > cut.prefix.count + cut.suffix.count && column.written != nil
            }
            guard run.count >= 2 else { continue }
            let stars = run.map {
                Width.trimmed(String($0.title.shown.dropFirst(cut.prefix.count).dropLast(cut.suffix.count)))
            }
            if let found = group(Array(run), cut: cut, stars: stars) { return (found, found.columns.count) }
        }
        return nil
    }

    private func group(_ run: [DraftColumn], cut: Cut, stars: [String]) -> Group? {
        let numbers = stars.map { Int(Width.foldedWithoutSpaces($0)) }
        let isNumbered = zip(numbers, numbers.dropFirst()).allSatisfy { a, b in a != nil && b != nil && a! < b! }
        if isNumbered != cut.isNumber { return nil }
        let marks = zip(run, numbers).prefix { isMarkColumn($0, number: $1) }.map(\.0)
        if marks.count >= (isNumbered && !isBareNumber(cut, stars) ? 2 : 3), marks.contains(where: { $0.filled > 0 }) {
            return made(marks, cut, Array(stars.prefix(marks.count)), isMarks: true)
        }
        guard isNumbered, numbers.first == 1, !isBareNumber(cut, stars), sharesValues(run) else { return nil }
        return made(run, cut, stars, isMarks: false)
    }

    private func made(_ columns: [DraftColumn], _ cut: Cut, _ stars: [String], isMarks: Bool) -> Group {
        let title = Width.trimmed(
            cut.prefix.trimmingEnd { " _-－＿・:：.．([（［【〔".contains($0) }
                + cut.suffix.trimmingStart {
                    ")]）］】〕 ".contains($0)
                })
        return Group(
            columns: columns, place: .pattern("\(cut.prefix)*\(cut.suffix)"), stars: stars,
            title: title.isEmpty ? columns[0].title.shown : title, isMarks: isMarks)
    }

    /// 問1, 問2, 問3 are questions and not options of one.
    private func isBareNumber(_ cut: Cut, _ stars: [String]) -> Bool {
        guard let number = QuestionNumber("\(cut.prefix)\(stars[0])\(cut.suffix)", words: words) else { return false }
        let key = Width.trimmed(cut.prefix)
        // 問2-1 could be option 1 of question 2; then the prefix has a number of its own behind 問 and a mark like _.
        return number.text.hasSuffix(String(Int(Width.folded(stars[0])) ?? -1)) && !key.hasSuffix("_")
            && !key.hasSuffix("(") && !key.hasSuffix("（") && !key.hasSuffix("[")
    }

    /// Whether several columns hold choices from one list.
    private func sharesValues(_ run: [DraftColumn]) -> Bool {
        let values = run.map { Set($0.counts.keys.filter { !isMissing($0) }) }.filter { !$0.isEmpty }
        guard values.count >= 2, !run.contains(where: { $0.share(CellForm.isTelephone) > 0.5 }) else { return false }
        let all = values.reduce(into: Set<String>()) { $0.formUnion($1) }
        let common = values.dropFirst().count { !$0.isDisjoint(with: values[0]) }
        return common * 2 >= values.count - 1 && all.count * 2 <= values.reduce(0) { $0 + $1.count } + 2
    }

    /// Nothing but marks, the column's own number and codes of no answer.
    func isMarkColumn(_ column: DraftColumn, number: Int?) -> Bool {
        column.counts.keys.allSatisfy { CellForm.isMark($0) || isMissing($0) || $0 == number.map(String.init) }
    }

    private func oneLine(_ title: String) -> String {
        Width.trimmed(title.split(whereSeparator: \.isNewline).joined(separator: " "))
    }

    struct Cut: Equatable {
        let prefix: String
        let suffix: String
        let isNumber: Bool
    }

    /// Places where a title can be cut into what is common and what is the option, the likeliest first.
    static func cuts(_ title: String) -> [Cut] {
        var cuts: [Cut] = []
        let characters = Array(title)
        if let closing = characters.last,
            let opening = [")": "(", "）": "（", "]": "[", "］": "［", "】": "【"][String(closing)],
            let open = characters.lastIndex(of: Character(opening)), open > 0, open < characters.count - 2
        {
            let inner = String(characters[(open + 1)..<(characters.count - 1)])
            cuts.append(
                Cut(
                    prefix: String(characters[...open]), suffix: String(closing),
                    isNumber: Int(Width.folded(inner)) != nil))
        }
        let digits = characters.reversed().prefix { $0.isNumber && Int(Width.folded(String($0))) != nil }.count
        if digits > 0, digits < characters.count {
            cuts.append(Cut(prefix: String(characters.dropLast(digits)), suffix: "", isNumber: true))
        }
        for (index, character) in characters.enumerated().reversed()
        where "_＿:：/／-－・|｜ 　.．>＞".contains(character) && index > 0 && index < characters.count - 1 {
            cuts.append(Cut(prefix: String(characters[...index]), suffix: "", isNumber: false))
        }
        return cuts
    }
}

extension String {
    fileprivate func trimmingEnd(_ drop: (Character) -> Bool) -> String {
        var text = self[...]
        while let last = text.last, drop(last) { text = text.dropLast() }
        return String(text)
    }

    fileprivate func trimmingStart(_ drop: (Character) -> Bool) -> String { String(self.drop(while: drop)) }
}
