extension LinkWeight {
    /// What was compared and what came out, without the bits.
    public func words(in language: Language) -> String {
        let subject = comparison.label(in: language)
        let outcome = outcomeWords(in: language)
        switch language {
        case .japanese: return outcome.isEmpty ? subject : "\(subject)：\(outcome)"
        case .english: return outcome.isEmpty ? subject : "\(subject): \(outcome)"
        }
    }

    private func outcomeWords(in language: Language) -> String {
        switch comparison {
        case .prior, .unclaimed: ""
        case .name: agreement.wordsOfNames(in: language)
        case .contact: agreement.wordsOfContacts(in: language)
        case .representative, .corporateNumber, .legalForm: agreement.wordsOfValues(in: language)
        }
    }
}

extension LinkWeight.Comparison {
    public func label(in language: Language) -> String {
        switch (self, language) {
        case (.prior, .japanese): "比べる前の見込み"
        case (.prior, .english): "before comparing"
        case (.name, .japanese): "名称"
        case (.name, .english): "name"
        case (.contact, .japanese): "連絡先（電話・メール・番地）"
        case (.contact, .english): "contact (telephone, mail, lot)"
        case (.representative, .japanese): "代表者"
        case (.representative, .english): "representative"
        case (.corporateNumber, .japanese): "法人番号"
        case (.corporateNumber, .english): "corporate number"
        case (.legalForm, .japanese): "法人格"
        case (.legalForm, .english): "legal form"
        case (.unclaimed, .japanese): "どちらにもほかの相手がない"
        case (.unclaimed, .english): "neither has another partner"
        }
    }
}

extension LinkWeight.Agreement {
    fileprivate func wordsOfNames(in language: Language) -> String {
        switch (self, language) {
        case (.spelling, .japanese): "表記の違い（同じ語）"
        case (.spelling, .english): "the same words, spelt otherwise"
        case (.slip, .japanese): "一、二字の書き誤り"
        case (.slip, .english): "a slip of a letter or two"
        case (.part, .japanese): "支部・事務局などの付記"
        case (.part, .english): "a branch or an office of it"
        case (.place, .japanese): "一方に地名が付いている"
        case (.place, .english): "one has a place in it"
        case (.shortened, .japanese): "一部を略した形"
        case (.shortened, .english): "shortened"
        case (.extended, .japanese): "一方に語が加わっている"
        case (.extended, .english): "one has a word more"
        case (.similar, .japanese): "似ている"
        case (.similar, .english): "similar"
        case (.sibling, .japanese): "別の団体を示す語が違う"
        case (.sibling, .english): "a word that tells organisations apart"
        default: wordsOfValues(in: language)
        }
    }

    fileprivate func wordsOfContacts(in language: Language) -> String {
        switch (self, language) {
        case (.several, .japanese): "二つ以上が同じ"
        case (.several, .english): "two or more are the same"
        case (.one, .japanese): "一つが同じ"
        case (.one, .english): "one is the same"
        case (.postalCode, .japanese): "郵便番号だけが同じ"
        case (.postalCode, .english): "only the postcode is the same"
        case (.severalDifferent, .japanese): "二つ以上が違う"
        case (.severalDifferent, .english): "two or more differ"
        default: wordsOfValues(in: language)
        }
    }

    fileprivate func wordsOfValues(in language: Language) -> String {
        switch (self, language) {
        case (.same, .japanese): "同じ"
        case (.same, .english): "the same"
        case (.different, .japanese): "違う"
        case (.different, .english): "different"
        case (.missing, .japanese): "一方にない"
        case (.missing, .english): "missing"
        default: ""
        }
    }
}
