internal import Model
internal import Text

/// The options of one question, out of a list of choices.
struct OptionDrafting {
    let options: [Question.Option]
    /// Names in the form and ids in the codebook.
    let ids: [(name: String, id: String)]
    let match: TaxonomyMatch?
    /// Behind an option, by its id.
    let remarks: [String: XLSFormRemark]

    private static let largestCode = 9999

    /// - Returns: `nil` where there are more choices than a codebook has numbers for.
    init?(choices: [(name: String, texts: [String])], taxonomy: Taxonomy) {
        guard choices.count <= Self.largestCode else { return nil }
        let labels = choices.map { choice in
            choice.texts.lazy.map { LabelText($0).text }.first { !NearestNames.titleKey($0).isEmpty } ?? choice.name
        }
        let named = zip(choices, labels).map { (name: $0.name, label: $1) }
        match = TaxonomyMatch.best(for: named, taxonomy: taxonomy)
        let codes = Self.codes(of: choices.map(\.name))
        let ids = Self.ids(of: named, codes: codes, match: match)
        var wordings = WordingsInUse()
        var remarks: [String: XLSFormRemark] = [:]
        // All labels first: they are what people see, other wordings give way.
        let distinct = zip(named, ids).map { choice, id -> String in
            let label = wordings.distinctLabel(choice.label, or: choice.name)
            if label != choice.label { remarks[id] = .labelTwice }
            return label
        }
        options = choices.indices.map { index in
            let raw = choices[index].texts.first.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
            let others = [choices[index].name] + (raw.map { [$0] } ?? [])
            return Question.Option(
                id: ids[index], code: codes[index], label: distinct[index],
                alsoWritten: others.filter { wordings.take($0) })
        }
        self.ids = zip(choices, ids).map { ($0.name, $1) }
        self.remarks = remarks
    }

    // MARK: - Codes

    /// The name where it is a number, else the position, else the next free number.
    private static func codes(of names: [String]) -> [Int] {
        var taken: Set<Int> = []
        var codes = names.map { name -> Int? in
            guard name.allSatisfy({ $0.isASCII && $0.isNumber }), let code = Int(name), code <= largestCode,
                taken.insert(code).inserted
            else { return nil }
            return code
        }
        for index in codes.indices where codes[index] == nil {
            var code = index + 1
            while !taken.insert(code).inserted { code += 1 }
            codes[index] = code
        }
        // Beyond the largest code there is room below: the list is no longer than that.
        var free = (0...largestCode).lazy.filter { !taken.contains($0) }.makeIterator()
        return codes.map { code in code.map { $0 <= largestCode ? $0 : free.next() ?? $0 } ?? 0 }
    }

    // MARK: - Ids

    private static func ids(
        of choices: [(name: String, label: String)], codes: [Int], match: TaxonomyMatch?
    ) -> [String] {
        if let meanings = yesAndNo(choices.map(\.label)) { return meanings }
        var taken: Set<String> = []
        var ids = choices.indices.map { index -> String? in
            guard let id = match?.ids[index], taken.insert(id).inserted else { return nil }
            return id
        }
        for (index, choice) in choices.enumerated() where ids[index] == nil {
            let name = isGoodID(choice.name) ? choice.name : "c\(codes[index])"
            var (id, copy) = (name, 2)
            while !taken.insert(id).inserted {
                id = "\(name)_\(copy)"
                copy += 1
            }
            ids[index] = id
        }
        return ids.compactMap { $0 }
    }

    /// はい and いいえ are `yes` and `no` in every questionnaire.
    private static func yesAndNo(_ labels: [String]) -> [String]? {
        guard labels.count == 2, let first = Marks.meaning(labels[0]), let second = Marks.meaning(labels[1]),
            first != second
        else { return nil }
        return [first ? "yes" : "no", second ? "yes" : "no"]
    }

    private static func isGoodID(_ name: String) -> Bool {
        guard let first = name.first, first.isASCII, first.isLetter, name.utf8.count <= 40 else { return false }
        return name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") }
    }
}

/// What the options of a question are written as: each wording can mean one of them only.
private struct WordingsInUse {
    private var keys: Set<String> = []

    mutating func take(_ wording: String) -> Bool {
        let key = NearestNames.titleKey(wording)
        return !key.isEmpty && keys.insert(key).inserted
    }

    /// The label, with its name or a number behind it where another option has the same.
    mutating func distinctLabel(_ label: String, or name: String) -> String {
        for candidate in [label, "\(label)（\(name)）"] where take(candidate) { return candidate }
        var copy = 2
        while !take("\(label)（\(copy)）") { copy += 1 }
        return "\(label)（\(copy)）"
    }
}
