/// 法人格: the legal forms of organisations in all the ways in which they are written.
public struct LegalForms: Sendable {
    public struct Spelling: Sendable, Hashable {
        /// Stable id, such as `specified_nonprofit`.
        public let formID: String
        /// As it is written, such as 特定非営利活動法人 or (特非).
        public let text: String

        public init(formID: String, text: String) {
            self.formID = formID
            self.text = text
        }
    }

    /// Folded spellings, longest first, so that 認定特定非営利活動法人 is not read as 特定非営利活動法人.
    private let spellings: [(text: String, formID: String)]

    public init(_ spellings: some Sequence<Spelling>) {
        self.spellings =
            spellings
            .map { (Width.foldedWithoutSpaces($0.text).lowercased(), $0.formID) }
            .filter { !$0.0.isEmpty }
            .sorted { ($1.0.unicodeScalars.count, $0.0) < ($0.0.unicodeScalars.count, $1.0) }
    }

    /// Takes legal forms off both ends of a folded, lower-case name without spaces.
    /// A name that is nothing but a legal form stays as it is.
    public func split(_ name: String) -> (core: String, formID: String?) {
        var core = Substring(name)
        var formID: String?
        while let (rest, found) = removingOne(from: core) {
            core = rest
            formID = formID ?? found
        }
        return (String(core), formID)
    }

    private func removingOne(from name: Substring) -> (Substring, String)? {
        for (text, formID) in spellings where name.utf8.count > text.utf8.count {
            if name.hasPrefix(text) { return (name.dropFirst(text.count), formID) }
            if name.hasSuffix(text) { return (name.dropLast(text.count), formID) }
        }
        return nil
    }
}
