/// 法人格: the legal forms of organisations in all the ways in which they are written.
public struct LegalForms: Sendable {
    public struct Spelling: Sendable, Hashable {
        /// Stable id, such as `specified_nonprofit`.
        public let formID: String
        /// As it is written, such as 特定非営利活動法人 or (特非).
        public let text: String
        /// Whether it is always a legal form. 一社 without brackets is also a place in Nagoya: such a spelling counts
        /// only where something else speaks for it.
        public let isCertain: Bool

        public init(formID: String, text: String, isCertain: Bool = true) {
            self.formID = formID
            self.text = text
            self.isCertain = isCertain
        }
    }

    private let certain: FormList
    private let uncertain: FormList

    public init(_ spellings: some Sequence<Spelling>) {
        certain = FormList(spellings.filter(\.isCertain))
        uncertain = FormList(spellings.filter { !$0.isCertain })
    }

    /// Takes legal forms off both ends of a folded, lower-case name without spaces.
    /// A name that is nothing but a legal form stays as it is.
    public func split(_ name: String) -> (core: String, formID: String?) {
        let (core, formID) = split(Array(name.unicodeScalars)[...])
        return (String(scalars: core), formID)
    }

    /// Takes off spellings that may or may not be a legal form, for a comparison that other evidence bears out.
    public func withoutUncertain(_ name: String) -> String {
        String(scalars: withoutUncertain(Array(name.unicodeScalars)[...]))
    }

    func split(_ name: ArraySlice<Unicode.Scalar>) -> (core: ArraySlice<Unicode.Scalar>, formID: String?) {
        var core = name
        var formID: String?
        while let (rest, found) = certain.removingOne(from: core) {
            core = rest
            formID = formID ?? found
        }
        return (core, formID)
    }

    func withoutUncertain(_ name: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        guard let (rest, _) = uncertain.removingOne(from: name), !certain.contains(name) else { return name }
        return rest
    }
}

/// Spellings of legal forms as they are looked for at the ends of names.
private struct FormList: Sendable {
    private struct Form {
        /// Folded, lower case.
        let text: [Unicode.Scalar]
        let formID: String
        /// 特非) stands in front when its first bracket got lost; behind a name it closes a note, as in (山形大学).
        let mayEnd: Bool

        init(_ spelling: LegalForms.Spelling) {
            text = Array(Width.foldedWithoutSpaces(spelling.text).lowercased().unicodeScalars)
            formID = spelling.formID
            mayEnd = text.last != ")" || text.contains("(")
        }
    }

    /// Longest first, so that 認定特定非営利活動法人 is not read as 特定非営利活動法人.
    private let forms: [Form]
    /// Which of them begin, and which may end, with a letter: few names do at all.
    private var byFirst: [Unicode.Scalar: [Int]] = [:]
    private var byLast: [Unicode.Scalar: [Int]] = [:]

    init(_ spellings: [LegalForms.Spelling]) {
        forms = spellings.map(Form.init).filter { !$0.text.isEmpty }
            .sorted { ($1.text.count, String(scalars: $0.text)) < ($0.text.count, String(scalars: $1.text)) }
        for (index, form) in forms.enumerated() {
            if let first = form.text.first { byFirst[first, default: []].append(index) }
            if form.mayEnd, let last = form.text.last { byLast[last, default: []].append(index) }
        }
    }

    func contains(_ name: ArraySlice<Unicode.Scalar>) -> Bool { forms.contains { $0.text.elementsEqual(name) } }

    /// The name without the longest form that stands at one of its ends, and the id of that form.
    func removingOne(from name: ArraySlice<Unicode.Scalar>) -> (ArraySlice<Unicode.Scalar>, String)? {
        guard let first = name.first, let last = name.last else { return nil }
        let atFront = byFirst[first]?.first { forms[$0].text.count < name.count && name.starts(with: forms[$0].text) }
        let atEnd = byLast[last]?.first {
            forms[$0].text.count < name.count && name.suffix(forms[$0].text.count).elementsEqual(forms[$0].text)
        }
        switch (atFront, atEnd) {
        case (let front?, let end) where front <= end ?? front:
            return (name.dropFirst(forms[front].text.count), forms[front].formID)
        case (_, let end?):
            return (name.dropLast(forms[end].text.count), forms[end].formID)
        default:
            return nil
        }
    }
}
