internal import Model

/// What the draft tells the person who looks through it.
enum XLSFormRemark: Sendable, Equatable {
    case source(row: Int, path: String, type: String)
    /// Why the concept was set.
    case conceptGuessed(QuestionConcept)
    /// Most choices fit; those that don't.
    case conceptNear(QuestionConcept, missing: [String])
    /// The list fits, but an earlier question has the concept.
    case conceptTaken(QuestionConcept, by: String)
    case followUpGuessed(QuestionConcept, of: String)
    case conditionLeftOut(row: Int, expression: String)
    case answersInLabel(String)
    case uncounted
    case tooManyChoices(Int)
    case repeated
    case choiceFilter
    case otherText(of: String)
    case labelTwice

    func text(in language: Language) -> String {
        switch language {
        case .japanese: japanese
        case .english: english
        }
    }

    private var japanese: String {
        switch self {
        case .source(let row, let path, let type): "XLSForm \(row)行：\(path)（\(type)）"
        case .conceptGuessed(let concept): "推定：concept は \(concept.rawValue)。根拠：選択肢がすべて、付属の分類と合う"
        case .conceptNear(let concept, let missing):
            "要確認：選択肢の多くが \(concept.rawValue) の分類と合う。合わないもの：\(missing.joined(separator: "、"))"
        case .conceptTaken(let concept, let id):
            "要確認：選択肢は \(concept.rawValue) の分類と合うが、\(id) を先にその設問とした。事例の分類なら case_theme などにする"
        case .followUpGuessed(let concept, let id): "推定：concept は \(concept.rawValue)。根拠：\(id) の選択肢を選んだ団体だけに尋ねている"
        case .conditionLeftOut(let row, let expression):
            "要確認：\(row)行の relevant は、asked_if ではすべてを書けない：\(expression)"
        case .answersInLabel(let label): "ラベルに、ほかの設問の答えが入る（… の所）：\(label)"
        case .uncounted: "要確認：選択肢がこの表にないか、数えられない答えなので、自由記述とした"
        case .tooManyChoices(let count): "要確認：選択肢が \(count) あり、番号（0〜9999）が足りないので、自由記述とした"
        case .repeated: "要確認：繰り返しの中の設問。回答のファイルでは別の表になることがある"
        case .choiceFilter: "choice_filter により、人によって出る選択肢が違う"
        case .otherText(let id): "\(id) の「その他」の記述（or_other が作る欄）"
        case .labelTwice: "同じラベルの選択肢がほかにある"
        }
    }

    private var english: String {
        switch self {
        case .source(let row, let path, let type): "XLSForm row \(row): \(path) (\(type))"
        case .conceptGuessed(let concept):
            "guessed: concept \(concept.rawValue), since every choice is in the taxonomy"
        case .conceptNear(let concept, let missing):
            "check: most choices fit \(concept.rawValue); those that don't: \(missing.joined(separator: ", "))"
        case .conceptTaken(let concept, let id):
            "check: the choices fit \(concept.rawValue), which \(id) was taken for; perhaps case_theme or the like"
        case .followUpGuessed(let concept, let id):
            "guessed: concept \(concept.rawValue), since it is only asked for choices of \(id)"
        case .conditionLeftOut(let row, let expression):
            "check: asked_if can't say all of relevant in row \(row): \(expression)"
        case .answersInLabel(let label): "the label shows answers to other questions (at …): \(label)"
        case .uncounted: "check: taken as text, since the choices are not in this workbook or can't be counted"
        case .tooManyChoices(let count):
            "check: taken as text, since \(count) choices are more than there are numbers (0-9999)"
        case .repeated: "check: asked repeatedly; files of answers may have it in a table of its own"
        case .choiceFilter: "choice_filter: not everybody saw all of the choices"
        case .otherText(let id): "what people wrote for \"other\" in \(id) (made by or_other)"
        case .labelTwice: "another choice has the same label"
        }
    }
}

/// The lines at the top of the file.
struct XLSFormHeading {
    let form: XLSForm
    let labelLanguage: String

    func lines(in language: Language) -> [String] {
        let rows = form.otherRows.map { (type: $0.type, rows: $0.rows.map(String.init).joined(separator: ", ")) }
        switch language {
        case .japanese:
            return ["\(form.file)\(form.title.isEmpty ? " " : "「\(form.title)」")から作った下書きです。「要確認」と「推定」の所を確かめてください。"]
                + (form.languages.count > 1 ? ["ラベルの言語：\(labelLanguage.isEmpty ? "（指定のない列）" : labelLanguage)"] : [])
                + (rows.isEmpty ? [] : ["設問にしなかった行：" + rows.map { "\($0.type)（\($0.rows)行）" }.joined(separator: "、")])
                + ["書き方は docs/reference/codebook-yaml.md にあります。"]
        case .english:
            return [
                "A draft made from \(form.file)\(form.title.isEmpty ? "" : " \"\(form.title)\"");"
                    + " look at \"check\" and \"guessed\"."
            ]
                + (form.languages.count > 1
                    ? ["language of the labels: \(labelLanguage.isEmpty ? "(the column without one)" : labelLanguage)"]
                    : [])
                + (rows.isEmpty
                    ? []
                    : ["rows that are no question: " + rows.map { "\($0.type) (\($0.rows))" }.joined(separator: ", ")])
                + ["How it is written: docs/reference/codebook-yaml.md"]
        }
    }
}
