internal import Model

extension DraftWording {
    var codebookHeading: [String] {
        [
            self(
                "tsunagi init の下書きです。設問・選択肢・対象は、回答から推定しました。調査票と見比べて直してください。",
                "A draft by tsunagi init: questions, options and skip logic were guessed from the answers. Compare it with the form."
            ),
            self(
                "書き方は docs/reference/codebook-yaml.md にあります。行末の数は、言葉で書かれた回答の件数です。",
                "The keys are described in docs/reference/codebook-yaml.md. Numbers behind options count answers by label."
            ),
        ]
    }

    func asked(_ places: [String]) -> String { self("列：\(list(places))", "Columns: \(list(places))") }

    func conceptGuess(_ concept: QuestionConcept, _ evidence: String) -> String {
        self(
            "推定：concept は \(concept.rawValue)。根拠：「\(evidence)」",
            "Guess: the concept is \(concept.rawValue), from \"\(evidence)\"")
    }

    var conceptOpen: String {
        self("concept は分かりません。当てはまるものがあれば書き換えてください", "The concept is not known; change it if one fits")
    }

    func byPlace(_ titles: [String]) -> String {
        self(
            "要確認：設問の順番だけから対応させた列：\(list(titles.map(quoted)))",
            "to be checked: matched by nothing but their place: \(list(titles.map(quoted)))")
    }

    var orderOpen: String {
        self(
            "セルの中で並んでいない選択肢があり、一部の順は件数などで決めました",
            "Some options never stand in one cell; their order is taken from how often they were chosen")
    }

    func newOptions(_ labels: [String]) -> String {
        self("前回なかった選択肢：\(list(labels))", "Options that the earlier wave didn't have: \(list(labels))")
    }

    func order(_ reason: OptionOrder.Reason) -> String {
        let why: String =
            switch reason {
            case .earlierWave: self("前回の codebook.yaml", "the earlier codebook")
            case .columnTitles: self("選択肢ごとの列の並び", "the order of the columns")
            case .printedNumbers: self("選択肢に付いた番号", "the numbers before the labels")
            case .legend: self("選択肢を並べたセル（凡例など）", "a cell that lists the labels")
            case .cells: self("一つのセルの中での並び", "the order within cells")
            case .sameOptions: self("同じ選択肢の別の設問", "another question with the same options")
            case .meaning: self("言葉の意味の順", "the meaning of the words")
            case .taxonomy: self("よくある一覧の順", "the order of the usual list")
            case .counts, .none:
                self("件数の多い順（調査票の順は分かりません）", "how often they were chosen (the form's order is not known)")
            }
        return self("推定：選択肢の番号。根拠：\(why)", "Guess: the numbers of the options, from \(why)")
    }

    func codeCounts(_ codes: [(Int, Int)]) -> String {
        let shown = codes.map { self("番号\($0.0)：\($0.1)件", "\($0.0): \($0.1)") }
        return self("番号で書かれた回答：\(list(shown))", "Answers by number: \(list(shown))")
    }

    var codesContradict: String {
        self(
            "番号で書かれた回答の割合が、言葉で書かれた回答と大きく違います。番号の順が違うのかもしれません",
            "Answers by number are spread otherwise than those by label; the numbers may be in another order")
    }

    func optionCount(_ count: Int) -> String { self("\(count)件", "\(count)") }

    func optionID(_ label: String) -> String {
        self("要確認：id は近いものを選びました", "to be checked: the nearest id was taken")
    }

    func mergedLabels(_ labels: [String]) -> String {
        self(
            "要確認：当てはまる id がなく「その他」に入れました：\(list(labels))",
            "to be checked: no id fits, counted as other: \(list(labels))")
    }

    func unknownCode(_ code: Int) -> String { self("番号\(code)（言葉が不明）", "No. \(code) (label not known)") }
    var unknownCodeRemark: String {
        self("要確認：番号だけがあり、言葉が分かりません", "to be checked: the files have the number and no label")
    }

    func askedIf(_ found: SkipLogic.Found, _ labels: [String]) -> String {
        let (inside, outside) = (found.inside, found.outside)
        if case .anyAnswered = found.condition {
            return self(
                "推定：対象。続く設問がそろって空欄の行が \(outside.rows)行あるので、どれかに答えた \(inside.rows)行を尋ねた相手とみました（そのうち回答 \(inside.answered)行）",
                "Guess: who was asked. \(outside.rows) rows leave all these questions blank, so the \(inside.rows) with any answer count as asked (\(inside.answered) answered)"
            )
        }
        return self(
            "推定：対象。根拠：「\(labels.joined(separator: "・"))」の \(inside.rows)行では回答 \(inside.answered)行、それ以外の \(outside.rows)行では \(outside.answered)行",
            "Guess: who was asked. Of \(inside.rows) rows with \"\(labels.joined(separator: ", "))\" \(inside.answered) answered, of the other \(outside.rows) \(outside.answered)"
        )
    }

    func strays(_ count: Int) -> String {
        self(
            "一行にしかない言葉 \(count)種類は、自由記述とみて選択肢にしていません（点検の unknown_choice に出ます）",
            "\(count) wordings that stand in one row only were taken for free text (check lists them as unknown_choice)"
        )
    }

    func joined(_ labels: [String]) -> String {
        self(
            "推定：区切り文字を含む一つの選択肢：\(list(labels.map(quoted)))",
            "Guess: options that hold the separator: \(list(labels.map(quoted)))")
    }

    func fewerLabels(_ labels: Int, _ largest: Int) -> String {
        self(
            "番号は\(largest)までありますが、言葉は\(labels)種類です。番号がずれているおそれがあるので、調査票と見比べてください",
            "The numbers reach \(largest), but there are \(labels) labels; check the numbers on the form")
    }

    var otherGuessed: String {
        self("要確認：最後の番号には言葉がなく、「その他」とみました", "to be checked: the last number has no label and was taken for other")
    }

    func missingCodes(_ codes: [Int: Int]) -> String {
        let shown = codes.sorted { $0.key < $1.key }.map { self("「\($0.key)」\($0.value)件", "\($0.key): \($0.value)") }
        return self("推定：無回答を表す番号 \(list(shown))", "Guess: numbers for no answer \(list(shown))")
    }

    var usualList: String { self("よくある一覧（番号だけの回答があるため）", "the usual list (some were chosen by number only)") }

    func addedOptions(_ labels: [String], _ from: String) -> String {
        self(
            "推定：\(from) と同じ選択肢とみて加えたもの：\(list(labels))",
            "Guess: added, since \(from) has the same options: \(list(labels))")
    }

    var earlierWave: String { self("前回の codebook.yaml から", "From the earlier codebook") }

    func earlierUnused(_ ids: [String]) -> String {
        self("前回の設問のうち、今回の列が見つからないもの：\(list(ids))", "Earlier questions without a column this time: \(list(ids))")
    }

    func blankColumn() -> String {
        self("すべて空欄です。自由記述とみました", "Every cell is blank; taken for a text")
    }
}
