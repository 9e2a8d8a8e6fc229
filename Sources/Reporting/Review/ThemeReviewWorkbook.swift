import Model
import Tabular

extension SheetBook {
    /// `review/themes.xlsx`: each free text once, with what it was taken for and a place for the decision.
    static func themeReview(_ presentation: Presentation) -> SheetBook {
        let vocabulary = presentation.report.vocabulary
        return SheetBook(
            path: ThemeReview.path, created: presentation.report.wave.asOf,
            sheets: [
                decisions(presentation.report.reviewedTexts, vocabulary), list(vocabulary),
                names(presentation.report.nameHints, vocabulary),
            ])
    }

    private static func decisions(_ texts: [ReviewedText], _ vocabulary: Taxonomy) -> Sheet {
        let input = CellStyle(fill: .input)
        return Sheet(
            layout: WorkbookSheet(
                name: ThemeReview.sheetName, title: ThemeReview.title, notes: ThemeReview.notes,
                columns: ThemeReview.Column.allCases.map(\.layout), frozenColumns: 4),
            lines: texts.map { text in
                Sheet.Line(
                    cells: ThemeReview.Column.allCases.map { $0.cell(of: text, vocabulary) },
                    styles: [0: input, 1: input, 2: input])
            })
    }

    /// What can stand under 正しい分類.
    private static func list(_ vocabulary: Taxonomy) -> Sheet {
        let themes = vocabulary.themes.filter { !$0.isResidual }.map {
            (ThemeReview.word(.theme), $0.label, $0.definition)
        }
        let types = vocabulary.supportTypes.filter { !$0.isResidual }.map {
            (ThemeReview.word(.supportType), $0.label, $0.definition)
        }
        return Sheet(
            layout: WorkbookSheet(
                name: ThemeReview.listSheetName, title: "「正しい分類」に書ける名前", notes: [],
                columns: [
                    WorkbookColumn("何の分類か", width: 14), WorkbookColumn("名前", width: 22),
                    WorkbookColumn("含むもの", width: 70),
                ]),
            lines: (themes + types).map { subject, label, definition in
                Sheet.Line(cells: [.words(subject), .words(label), .words(definition)])
            })
    }

    private static func names(_ hints: [NameHint], _ vocabulary: Taxonomy) -> Sheet {
        Sheet(
            layout: WorkbookSheet(
                name: ThemeReview.namesSheetName, title: "活動内容が分からず、名称から思い浮かぶ団体",
                notes: [
                    "読むための一覧です。ここには記入しません。名称だけでは分類を付けません。団体に確かめて、名簿や回答に書き足してください。"
                ],
                columns: [
                    WorkbookColumn("団体", width: 34), WorkbookColumn("思い浮かぶ活動内容", width: 26),
                    WorkbookColumn("もとの言葉", width: 26), WorkbookColumn("ファイルと行", width: 28),
                ]),
            lines: hints.map { hint in
                Sheet.Line(cells: [
                    .words(hint.mention.name), .words(hint.guesses.map { vocabulary.label(.theme, $0.id) }),
                    .words(hint.guesses.flatMap(\.evidence).map(\.words)),
                    .words(hint.mention.reference.location.description(in: .japanese)),
                ])
            })
    }
}

extension ThemeReview.Column {
    fileprivate var layout: WorkbookColumn {
        switch self {
        case .decision: WorkbookColumn(rawValue, width: 11, choices: ThemeReview.Decision.allCases.map(\.rawValue))
        case .correction: WorkbookColumn(rawValue, width: 20)
        case .note: WorkbookColumn(rawValue, width: 10)
        case .text: WorkbookColumn(rawValue, width: 30)
        case .state, .subject: WorkbookColumn(rawValue, width: 11)
        case .assigned, .guess1, .guess2, .fromName, .chosen: WorkbookColumn(rawValue, width: 15)
        case .evidence: WorkbookColumn(rawValue, width: 26)
        case .question, .names, .places: WorkbookColumn(rawValue, width: 20)
        case .count: WorkbookColumn(rawValue, .integer, width: 6)
        }
    }

    fileprivate func cell(of text: ReviewedText, _ vocabulary: Taxonomy) -> WorkbookCell {
        func label(_ id: String) -> String { vocabulary.label(text.subject, id) }
        let assigned = text.coding.codes.filter { $0.standing == .assigned }
        let guesses = text.coding.guesses
        return switch self {
        case .decision, .correction, .note: .blank
        case .text: .words(text.text)
        case .state: .words(text.stateWord)
        case .assigned: .words(assigned.map { label($0.id) })
        case .guess1: .words(guesses.first.map { label($0.id) })
        case .guess2: .words(guesses.dropFirst().first.map { label($0.id) })
        case .evidence:
            .words((assigned.isEmpty ? guesses : assigned).map { $0.reason(label($0.id)) }, separator: "\n")
        case .fromName: .words(text.nameGuesses.map(label))
        case .chosen: .words(text.chosen)
        case .subject: .words(ThemeReview.word(text.subject))
        case .question: .words(text.question)
        case .names: .words(Listing.first(text.mentions.map(\.name), unit: "団体"))
        case .count: .integer(text.mentions.count)
        case .places:
            .words(
                Listing.first(text.mentions.map { $0.reference.location.description(in: .japanese) }, unit: "行"))
        }
    }
}

extension ReviewedText {
    fileprivate var stateWord: String {
        switch state {
        case .open: "要確認"
        case .assigned: "付けた"
        case .outside: "どれでもない"
        case .decided: "判定済み"
        }
    }
}

extension Coding.Code {
    /// 不登校：「登校しぶり」（その一部）
    fileprivate func reason(_ label: String) -> String {
        "\(label)：" + evidence.map { "「\($0.words)」（\($0.rule.word)）" }.joined()
    }
}

extension Coding.Rule {
    fileprivate var word: String {
        switch self {
        case .learned: "前の判定"
        case .exact: "同じ意味"
        case .narrower: "その一部"
        case .hint: "ありうる"
        case .slip: "打ち間違いか"
        case .similar: "字が似ている"
        }
    }
}
