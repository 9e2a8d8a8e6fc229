internal import Model
internal import Text

/// Which columns hold what is known of an organisation, by their titles and by what stands in them.
struct FieldGuesser {
    struct Guess {
        let field: RecordField
        let column: Int
        /// By the values alone; the title says nothing.
        let isByContent: Bool
    }

    let words: SurveyWords
    let names: NameNormalizer
    let isAddress: (String) -> Bool

    /// Each field and each column once, best first.
    func guesses(_ columns: [DraftColumn], role: Role) -> [Guess] {
        var candidates: [(guess: Guess, score: Double)] = []
        for column in columns where column.written != nil {
            let titles = titleScores(column)
            for field in RecordField.allCases where Self.fits(field, role) {
                let title = titles[field.rawValue] ?? 0
                guard title > 0 || Self.tellsByContent(field) else { continue }
                let content = contentScore(column, field, role: role)
                guard content > -5, title > 0 || content >= 4 else { continue }
                candidates.append((Guess(field: field, column: column.index, isByContent: title == 0), title + content))
            }
        }
        candidates.sort { ($1.score, $0.guess.column) < ($0.score, $1.guess.column) }
        var taken: [Guess] = []
        for (guess, _) in candidates
        where !taken.contains(where: { $0.field == guess.field || $0.column == guess.column }) {
            taken.append(guess)
        }
        return taken.sorted { order($0.field) < order($1.field) }
    }

    /// Whether a title names or reaches a person, so that its values must not be shown.
    func isPersonal(_ title: String) -> Bool {
        words.holds(.personal, "contains", in: title) && !words.holds(.personal, "except", in: title)
    }

    private func order(_ field: RecordField) -> Int { RecordField.allCases.firstIndex(of: field) ?? 0 }

    private static func fits(_ field: RecordField, _ role: Role) -> Bool {
        switch field {
        case .answeredAt: role == .response
        case .answeredBefore, .section: role == .frame
        case .organizationType: role == .frame || role == .member
        case .joinedOn, .addressConsent, .telephoneConsent: role == .member
        case .serviceAreaText: role == .member
        case .publicConsent: role == .member || role == .response
        case .leafletConsent: role == .member || role == .invitation
        case .invitedOn, .invitationMethod, .invitationOutcome: role == .invitation
        default: true
        }
    }

    /// Fields whose values have a form of their own.
    private static func tellsByContent(_ field: RecordField) -> Bool {
        switch field {
        case .telephone, .email, .postalCode, .corporateNumber, .address, .answeredAt, .joinedOn, .invitedOn, .name:
            true
        default: false
        }
    }

    /// By field: 5 or 4 where the title is a word of the field, up to 2 where it holds one and hardly says more.
    private func titleScores(_ column: DraftColumn) -> [String: Double] {
        let whole = column.title.lower.isEmpty ? column.title.upper : column.title.lower
        let bare = QuestionNumber(column.bareTitle, words: words)?.rest ?? column.bareTitle
        var scores: [String: Double] = [:]
        let key = words.key(bare)
        if let longest = words.longest(.field, in: bare), longest.length >= 2 {
            let share = Double(longest.length) / Double(max(1, key.count))
            if share >= 0.5 { scores[longest.id] = 2 * share }
        }
        for id in words.ids(.field, of: bare) { scores[id] = 4 }
        for id in words.ids(.field, of: whole) { scores[id] = 5 }
        return scores
    }

    /// At least 4 where the values alone tell the field, −10 where they rule it out.
    private func contentScore(_ column: DraftColumn, _ field: RecordField, role: Role) -> Double {
        guard column.filled > 0 else { return 0 }
        func form(_ holds: (String) -> Bool) -> Double {
            let share = column.share(holds)
            return share < 0.3 ? -10 : share >= 0.8 && column.filled >= 3 ? 4.5 : share
        }
        switch field {
        case .telephone: return form(CellForm.isTelephone)
        case .email: return form(CellForm.isEmail)
        case .postalCode: return form(CellForm.isPostalCode)
        case .corporateNumber: return form(CellForm.isCorporateNumber)
        case .address:
            let share = column.share(isAddress)
            return share >= 0.8 && column.filled >= 3 ? 4 + share / 2 : share < 0.1 ? -10 : share
        case .answeredAt, .joinedOn, .invitedOn: return dateScore(column)
        case .name: return nameScore(column)
        case .listNumber: return listNumberScore(column)
        case .publicConsent, .leafletConsent, .addressConsent, .telephoneConsent, .locationWithheld, .answeredBefore:
            return column.share { Marks.meaning($0) != nil } >= 0.5 ? 1 : column.counts.count > 6 ? -10 : 0
        case .organizationType, .section: return column.filled >= 20 && column.distinctShare > 0.7 ? -10 : 0
        case .nameKana: return column.share { $0.unicodeScalars.allSatisfy(Self.isKana) } > 0.5 ? 2 : 0
        case .note where role == .response: return 0
        default: return column.share(CellForm.isDate) > 0.8 ? -10 : 0
        }
    }

    private func dateScore(_ column: DraftColumn) -> Double {
        let share = column.share { CellForm.isDate($0) || JapaneseDate.moment(serial: $0) != nil }
        let dates = column.share(CellForm.isDate)
        return dates >= 0.8 && column.filled >= 3 ? 4 : share >= 0.5 ? 1 : -10
    }

    private func nameScore(_ column: DraftColumn) -> Double {
        if column.share(CellForm.isNumber) > 0.5 || column.share(CellForm.isDate) > 0.5 { return -10 }
        if column.share(isAddress) > 0.8 || column.share(CellForm.isEmail) > 0.5 { return -10 }
        guard column.filled >= 5 else { return 0 }
        if column.distinctShare < 0.5 { return -10 }
        let formed = column.share { names.normalize($0).legalFormID != nil && $0.count > 6 }
        return column.distinctShare > 0.9 && formed >= 0.3 ? 4 : 0
    }

    private func listNumberScore(_ column: DraftColumn) -> Double {
        let digits = column.share { $0.unicodeScalars.contains { ("0"..."9").contains($0) } && $0.count <= 16 }
        return digits > 0.9 && column.distinctShare > 0.9 ? 1 : -10
    }

    private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
        (0x3041...0x30FF).contains(scalar.value) || Width.isSpace(scalar) || scalar == "・"
    }
}
