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

    private struct Form {
        /// Folded, lower case.
        let text: String
        let formID: String
        /// 特非) stands in front when its first bracket got lost; behind a name it closes a note, as in (熊本大学).
        let mayEnd: Bool

        init(_ spelling: Spelling) {
            text = Width.foldedWithoutSpaces(spelling.text).lowercased()
            formID = spelling.formID
            mayEnd = !text.hasSuffix(")") || text.contains("(")
        }
    }

    /// Longest first, so that 認定特定非営利活動法人 is not read as 特定非営利活動法人.
    private let certain: [Form]
    private let uncertain: [Form]

    public init(_ spellings: some Sequence<Spelling>) {
        func sorted(_ spellings: [Spelling]) -> [Form] {
            spellings.map(Form.init).filter { !$0.text.isEmpty }
                .sorted { ($1.text.unicodeScalars.count, $0.text) < ($0.text.unicodeScalars.count, $1.text) }
        }
        certain = sorted(spellings.filter(\.isCertain))
        uncertain = sorted(spellings.filter { !$0.isCertain })
    }

    /// Takes legal forms off both ends of a folded, lower-case name without spaces.
    /// A name that is nothing but a legal form stays as it is.
    public func split(_ name: String) -> (core: String, formID: String?) {
        var core = Substring(name)
        var formID: String?
        while let (rest, found) = removingOne(of: certain, from: core) {
            core = rest
            formID = formID ?? found
        }
        return (String(core), formID)
    }

    /// Takes off spellings that may or may not be a legal form, for a comparison that other evidence bears out.
    public func withoutUncertain(_ name: String) -> String {
        if certain.contains(where: { $0.text == name }) { return name }
        return removingOne(of: uncertain, from: Substring(name)).map { String($0.0) } ?? name
    }

    private func removingOne(of forms: [Form], from name: Substring) -> (Substring, String)? {
        // Both are folded, so equal text is equal bytes; comparing characters is ten times slower.
        let bytes = name.utf8
        for form in forms where bytes.count > form.text.utf8.count {
            if bytes.starts(with: form.text.utf8) {
                return (name[bytes.index(bytes.startIndex, offsetBy: form.text.utf8.count)...], form.formID)
            }
            let end = bytes.index(bytes.endIndex, offsetBy: -form.text.utf8.count)
            if form.mayEnd, bytes[end...].elementsEqual(form.text.utf8) { return (name[..<end], form.formID) }
        }
        return nil
    }
}
