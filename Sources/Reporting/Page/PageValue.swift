import Mustache

/// What a template is filled with. Text is escaped on its way into the page, whatever the template says.
///
/// The escaping of the template library looks at whole characters, so that a quotation mark with a combining mark
/// behind it would go through and end an attribute; `HTMLText` looks at bytes. The templates therefore begin with
/// `{{% CONTENT_TYPE:TEXT}}`; one that forgets it escapes twice, which is ugly and harmless.
indirect enum PageValue: Sendable {
    case text(String)
    case flag(Bool)
    case list([PageValue])
    case object([String: PageValue])
    /// Markup, style or script of our own; never anything that was read from a file of a survey.
    case trusted(String)

    static func number(_ value: Int) -> PageValue { .text(NumberWords.grouped(value)) }
    static func texts(_ texts: some Sequence<String>) -> PageValue { .list(texts.map { .text($0) }) }
}

extension PageValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral {
    init(stringLiteral value: String) { self = .text(value) }
    init(booleanLiteral value: Bool) { self = .flag(value) }
    init(dictionaryLiteral elements: (String, PageValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }
}

extension PageValue: MustacheParent {
    func child(named name: String) -> Any? {
        guard case .object(let members) = self, let member = members[name] else { return nil }
        switch member {
        case .flag(let flag): return flag
        case .list(let elements): return elements
        case .text, .object, .trusted: return member
        }
    }
}

extension PageValue: MustacheCustomRenderable {
    var renderText: String {
        switch self {
        case .text(let text): HTMLText.escaped(text)
        case .trusted(let markup): markup
        case .flag, .list, .object: ""
        }
    }

    /// A section of an empty text is left out.
    var isNull: Bool {
        switch self {
        case .text(let text), .trusted(let text): text.isEmpty
        case .flag(let flag): !flag
        case .list, .object: false
        }
    }
}
