internal import Model
internal import Text

/// Goes through the rows of the survey sheet: which are questions, and in which groups they stand.
struct XLSFormRows {
    private struct Group {
        let section: XLSFormType.Section
        let name: String
        let row: Int
        let typeText: String
        let condition: XLSForm.Relevance?
        /// Names that stand in it, with their rows.
        var names: Set<String> = []
    }

    private(set) var questions: [XLSForm.Question] = []
    private(set) var otherRows: [(type: String, rows: [Int])] = []
    private(set) var problems: [Problem] = []

    private let sheet: XLSFormSheet
    private let lists: [String: [String]]
    /// The first stands for the form itself.
    private var groups = [Group(section: .group, name: "", row: 0, typeText: "", condition: nil)]
    /// How many rows have a name, whatever they are.
    private var nameCounts: [String: Int] = [:]
    private var conditions: [XLSForm.Relevance] = []

    /// - Parameter lists: names of the choices by list.
    init(sheet: XLSFormSheet, lists: [String: [String]]) {
        self.sheet = sheet
        self.lists = lists
    }

    static func isYes(_ text: String) -> Bool { ["yes", "true", "true()"].contains(text.lowercased()) }

    mutating func read(_ record: XLSFormSheet.Record) {
        guard !Self.isYes(sheet.value("disabled", in: record)) else { return }
        let typeText = sheet.value("type", in: record)
        guard !typeText.isEmpty else {
            // A remark, unless somebody forgot the type of a question.
            if !sheet.value("name", in: record).isEmpty {
                report(.formCellEmpty, "type", record.row, expected: "type")
            }
            return
        }
        do throws(XLSFormType.Mistake) {
            switch try XLSFormType(typeText) {
            case .begin(let section): begin(section, typeText, record)
            case .end(let section): end(section, typeText, record)
            case .notAsked, .notRead: leaveOut(typeText, record)
            case .question(let kind): question(kind, typeText, record)
            }
        } catch {
            switch error {
            case .noList(let command):
                report(.valueType, "type", record.row, found: typeText, expected: "\(command) <list_name>")
            case .unknown(let nearest):
                report(.valueUnknown, "type", record.row, found: typeText, expected: nearest.joined(separator: ", "))
            }
        }
    }

    /// What can be told once every row is known.
    mutating func finish() {
        for group in groups.dropFirst() {
            report(
                .formGroupUnmatched, "type", group.row, found: group.typeText,
                expected: "end_\(group.section.rawValue)")
        }
        for condition in conditions { checkReferences(of: condition) }
    }

    // MARK: - Rows

    private mutating func begin(_ section: XLSFormType.Section, _ typeText: String, _ record: XLSFormSheet.Record) {
        let name = sheet.value("name", in: record)
        take(name, record.row)
        let condition = relevance(record)
        groups.append(
            Group(section: section, name: name, row: record.row, typeText: typeText, condition: condition))
    }

    private mutating func end(_ section: XLSFormType.Section, _ typeText: String, _ record: XLSFormSheet.Record) {
        guard groups.count > 1, let group = groups.last else {
            report(
                .formGroupUnmatched, "type", record.row, found: typeText, expected: "begin_\(section.rawValue)")
            return
        }
        if group.section != section {
            report(
                .formGroupUnmatched, "type", record.row, found: typeText, expected: "begin_\(section.rawValue)")
        }
        groups.removeLast()
    }

    private mutating func leaveOut(_ typeText: String, _ record: XLSFormSheet.Record) {
        take(sheet.value("name", in: record), record.row)
        let type = typeText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if let index = otherRows.firstIndex(where: { $0.type == type }) {
            otherRows[index].rows.append(record.row)
        } else {
            otherRows.append((type, [record.row]))
        }
    }

    private mutating func question(_ kind: XLSForm.Kind, _ typeText: String, _ record: XLSFormSheet.Record) {
        let name = sheet.value("name", in: record)
        let labels = sheet.labels("label", in: record)
        let isComputed = !sheet.value("calculation", in: record).isEmpty && labels.texts.isEmpty
        guard !isComputed else { return leaveOut("calculate", record) }
        guard !name.isEmpty else { return report(.formCellEmpty, "name", record.row, expected: "name") }
        take(name, record.row)
        var kind = kind
        if case .select(let list, _, let takesOther) = kind {
            if takesOther { take("\(name)_other", record.row) }
            // Choices that the device looks up in a file; the list only names its columns.
            if sheet.value("appearance", in: record).contains("search(") {
                kind = .uncounted
            } else if lists[list] == nil {
                let nearest = NearestNames.nearest(to: list, among: lists.keys.sorted())
                report(.valueUnknown, "type", record.row, found: list, expected: nearest.joined(separator: ", "))
            }
        }
        let own = relevance(record)
        questions.append(
            XLSForm.Question(
                row: record.row, name: name, type: kind,
                typeText: typeText.split(whereSeparator: \.isWhitespace).joined(separator: " "), labels: labels,
                groups: groups.dropFirst().map(\.name).filter { !$0.isEmpty },
                conditions: groups.compactMap(\.condition) + (own.map { [$0] } ?? []),
                isRepeated: groups.contains { $0.section == .repeat },
                hasChoiceFilter: !sheet.value("choice_filter", in: record).isEmpty))
    }

    private mutating func relevance(_ record: XLSFormSheet.Record) -> XLSForm.Relevance? {
        let expression = sheet.value("relevant", in: record)
        guard !expression.isEmpty else { return nil }
        let condition = XLSForm.Relevance(row: record.row, expression: expression)
        conditions.append(condition)
        return condition
    }

    // MARK: - Names

    /// The same name may stand in two groups, but not twice in one.
    private mutating func take(_ name: String, _ row: Int) {
        guard !name.isEmpty else { return }
        nameCounts[name, default: 0] += 1
        if !groups[groups.count - 1].names.insert(name).inserted { report(.keyDouble, "name", row, found: name) }
    }

    private mutating func checkReferences(of condition: XLSForm.Relevance) {
        var checked: Set<String> = []
        for name in XPathExpression.references(in: condition.expression) where checked.insert(name).inserted {
            switch nameCounts[name] ?? 0 {
            case 0:
                let nearest = NearestNames.nearest(to: name, among: nameCounts.keys.sorted())
                report(
                    .valueUnknown, "relevant", condition.row, found: "${\(name)}",
                    expected: nearest.map { "${\($0)}" }.joined(separator: ", "))
            case 1: break
            default: report(.keyDouble, "relevant", condition.row, found: "${\(name)}")
            }
        }
    }

    private mutating func report(
        _ code: ProblemCode, _ column: String, _ row: Int, found: String = "", expected: String = ""
    ) {
        problems.append(Problem(code, at: sheet.place(column, row: row), found: found, expected: expected))
    }
}
