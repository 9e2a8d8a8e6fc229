internal import Model

/// The sentences of drafts, in the language of whoever reads them.
struct DraftWording: Sendable {
    let language: Language

    func callAsFunction(_ japanese: String, _ english: String) -> String {
        language == .japanese ? japanese : english
    }

    private var stop: String { self("、", ", ") }

    func list(_ parts: [String]) -> String { parts.joined(separator: stop) }
    /// The title that every table must have.
    var nameTitle: String { self("団体名", "name of the organisation") }

    func quoted(_ text: String) -> String { self("「\(text)」", "\"\(text)\"") }

    // MARK: - wave.yaml

    var waveHeading: [String] {
        [
            self(
                "tsunagi init の下書きです。「推定」は根拠とともに書いてあります。違っていたら直してください。",
                "A draft by tsunagi init. Every guess says what it rests on; put right what is wrong."),
            self("書き方は docs/reference/wave-yaml.md にあります。", "The keys are described in docs/reference/wave-yaml.md."),
        ]
    }

    func period(_ period: WaveFacts.Period) -> [String] {
        let outliers = period.outliers.sorted { $0.key < $1.key }.map {
            self("\($0.key)（\($0.value)件）", "\($0.key) (\($0.value))")
        }
        return [
            self(
                "推定：調査の期間。根拠：回答の日付 \(period.count)件の最初と最後",
                "Guess: the period. From the first and last of \(period.count) dates of answers"),
            outliers.isEmpty
                ? ""
                : self(
                    "ほかから離れた日付は期間に入れていません：\(list(outliers))",
                    "Dates far from the others were left outside: \(list(outliers))"),
        ].filter { !$0.isEmpty }
    }

    var periodMissing: String {
        self(
            "回答の日付が見つからないため、調査の期間を書いてください（例：2024-10-01）",
            "No dates of answers were found: write the first and last day, such as 2024-10-01")
    }

    func name(_ label: String) -> String {
        self("推定：回の名前。根拠：回答の日付の年度（\(label)）", "Guess: the wave's name, by the fiscal year of its dates (\(label))")
    }

    func city(_ city: WaveFacts.City) -> String {
        self(
            "推定：市区町村。根拠：住所 \(city.total)件のうち \(city.count)件が\(city.name)",
            "Guess: the municipality. \(city.count) of \(city.total) addresses name \(city.name)")
    }

    func cityUnknown(_ name: String) -> String {
        self(
            "\(name.isEmpty ? "市区町村が分かりません" : "\(name)の地域の表が付属データにありません")。5桁の市区町村コードと名称、地域の表（areas）を書いてください",
            "\(name.isEmpty ? "The municipality is not known" : "The data files have no areas for \(name)"): write its code of five digits, its name and a table of areas"
        )
    }

    var areasMissing: String {
        self(
            "地域の表の作り方は docs/reference/data-files.md にあります",
            "docs/reference/data-files.md tells how to make a table of areas")
    }

    var gazetteersMissing: String {
        self(
            "この市の地名の表が付属データにありません。用意して書いてください（docs/reference/data-files.md）",
            "The data files have no gazetteer of this city; add one (docs/reference/data-files.md)")
    }

    var shortlist: String { self("声掛け候補の数（仮の値）", "Size of the shortlist (to be chosen)") }

    func notes(_ title: String, _ found: [(word: String, count: Int)]) -> String {
        let words = found.map { self("\($0.word) \($0.count)件", "\($0.word) \($0.count)") }
        return self(
            "推定：名簿の「\(title)」の言葉。根拠：\(list(words))", "Guess: words in \"\(title)\" of the frame: \(list(words))")
    }

    // MARK: - Sources

    func role(_ guess: RoleGuesser.Guess) -> String {
        var shown = guess.evidence.prefix(3).map(quoted)
        if guess.role == .response, guess.choiceColumns >= 3 {
            shown.append(self("選択式の列 \(guess.choiceColumns)", "\(guess.choiceColumns) columns of choices"))
        }
        return self(
            "推定：\(guess.role.label(in: .japanese))。根拠：\(shown.isEmpty ? "ほかの役割を示す言葉がない" : list(shown))",
            "Guess: \(guess.role.rawValue). \(shown.isEmpty ? "No word speaks for another role" : "From \(list(shown))")"
        )
    }

    func table(_ row: Int, _ rows: Int, _ count: Int, _ whole: Bool) -> String {
        let place = rows == 2 ? "\(row)〜\(row + 1)" : "\(row)"
        return self(
            "見出しは\(place)行目、データは\(whole ? "" : "少なくとも")\(count)行",
            "Header in row \(rows == 2 ? "\(row)–\(row + 1)" : "\(row)"), \(whole ? "" : "at least ")\(count) rows of data"
        )
    }

    func noAnswer(_ codes: [(String, Int)]) -> String {
        let shown = codes.map { self("「\($0.0)」\($0.1)セル", "\"\($0.0)\" \($0.1) cells") }
        return self(
            "推定：無回答・非該当を表す値。根拠：選択肢の番号にない値 \(list(shown))",
            "Guess: values for no answer. They stand beyond the options: \(list(shown))")
    }

    func unreadable(_ codes: [(String, Int)]) -> String {
        let shown = codes.map { self("「\($0.0)」\($0.1)セル", "\"\($0.0)\" \($0.1) cells") }
        return self("推定：読み取れなかった回答。根拠：\(list(shown))", "Guess: answers that could not be read: \(list(shown))")
    }

    var purpose: String {
        self("purpose: 利用目的を書き、行頭の # を消してください", "purpose: what the file is used for (take the # away)")
    }
    var retention: String {
        self("retain_until: 2030-03-31 のように保存期限を書けます", "retain_until: 2030-03-31, the end of its storage")
    }

    func byContent(_ field: RecordField) -> String {
        self("推定：見出しでなく中身から", "Guess: by what the cells hold, not by the title")
    }

    func unused(_ titles: [String]) -> String {
        self("使っていない列：\(list(titles))", "Columns that are not used: \(list(titles))")
    }

    func untitled(_ count: Int) -> String {
        self("見出しがなく使えない列：\(count)列", "Columns without a title, which can't be used: \(count)")
    }

    func personal(_ titles: [String]) -> String {
        self("個人に関わる列とみて、設問にしていません：\(list(titles))", "Columns about persons, not taken for questions: \(list(titles))")
    }

    func slash(_ separator: Character) -> String {
        self(
            "区切り「\(separator)」は読めません。「;」などに置き換えてください",
            "The separator \"\(separator)\" can't be read; replace it, for example by ;")
    }

    func several(_ count: Int) -> String {
        self(
            "セルに二つ以上の答えが \(count)件。一つだけ選ぶ設問とみたので、無回答になります",
            "\(count) cells hold several answers; taken for a question with one answer, they count as none")
    }

    // MARK: - What is not read

    func notTable(_ name: String, _ reason: NotTable) -> String {
        switch reason {
        case .noHeader: self("\(name)：見出しのある表が見つからないため、使っていません", "\(name): not used, no table with a header was found")
        case .noRows: self("\(name)：見出しの下に行がないため、使っていません", "\(name): not used, there is no row below the header")
        case .noName: self("\(name)：団体名の列が見つからないため、使っていません", "\(name): not used, no column of names was found")
        case .copy(let other): self("\(name)：\(other)と同じ表なので、使っていません", "\(name): not used, the same table as \(other)")
        case .unreadable(let message): self("\(name)：読めません（\(message)）", "\(name): can't be read (\(message))")
        }
    }

    enum NotTable: Sendable, Equatable {
        case noHeader, noRows, noName
        case copy(of: String)
        case unreadable(String)
    }
}
