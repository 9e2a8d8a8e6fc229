import Text

/// What the room does with names, addresses and numbers, written with strings and characters for the reader. Slow.
enum PlainText {
    static func standardized(_ text: String) -> String {
        String(text.unicodeScalars.map { variants[String($0)] ?? Character($0) })
    }

    private static let variants = Dictionary(
        uniqueKeysWithValues: TextTables.variantPairs.map { ($0.variant, Character($0.standard)) })

    /// Core, loose core, legal form and notes.
    static func normalized(_ name: String) -> (core: String, looseCore: String, formID: String?, notes: [String]) {
        var core = longVowels(standardized(Width.foldedWithoutSpaces(name).lowercased()))
        var formID: String?
        var notes: [String] = []
        while true {
            while let (rest, form) = removingForm(from: core, isCertain: true) {
                core = rest
                formID = formID ?? form
            }
            guard let (rest, note) = removingNote(from: core) else { break }
            core = rest
            notes.append(note)
        }
        core.removeAll { "・「」『』".contains($0) }
        let isForm = forms.contains { $0.isCertain && $0.text == core }
        let looseCore = isForm ? core : removingForm(from: core, isCertain: false)?.0 ?? core
        return (core, looseCore, formID, notes)
    }

    static func address(_ address: String) -> String {
        String(
            standardized(folded(address)).filter { $0 != "|" }
                .map { "-‐‑‒–—―−─ー".contains($0) ? "-" : $0 })
    }

    static func person(_ text: String, titles: [String]) -> String? {
        var name = standardized(Width.foldedWithoutSpaces(text))
        while let title = titles.first(where: { name.hasPrefix($0) && name != $0 }) {
            name.removeFirst(title.count)
        }
        return name.isEmpty ? nil : name
    }

    static func digits(_ text: String) -> String { Width.folded(text).filter { "0123456789".contains($0) } }

    private static func folded(_ text: String) -> String { Width.foldedWithoutSpaces(text).lowercased() }

    private static func longVowels(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            let isBehindKatakana = result.unicodeScalars.last.map { (0x30A1...0x30FC).contains($0.value) } ?? false
            result.append("-‐‑‒–—―−─".contains(character) && isBehindKatakana ? "ー" : character)
        }
    }

    private static let forms = TextTables.spellings
        .map { (text: folded($0.text), id: $0.formID, isCertain: $0.isCertain) }
        .sorted { ($1.text.count, $0.text) < ($0.text.count, $1.text) }

    private static func removingForm(from name: String, isCertain: Bool) -> (String, String)? {
        for form in forms where form.isCertain == isCertain && name.count > form.text.count {
            if name.hasPrefix(form.text) { return (String(name.dropFirst(form.text.count)), form.id) }
            let mayEnd = !form.text.hasSuffix(")") || form.text.contains("(")
            if mayEnd, name.hasSuffix(form.text) { return (String(name.dropLast(form.text.count)), form.id) }
        }
        return nil
    }

    private static func removingNote(from name: String) -> (String, String)? {
        let brackets: [Character: Character] = [")": "(", "]": "[", "〕": "〔", "】": "【"]
        guard let closing = name.last, let opening = brackets[closing] else { return nil }
        var depth = 0
        for index in name.indices.reversed() {
            if name[index] == closing { depth += 1 }
            if name[index] == opening { depth -= 1 }
            guard depth == 0 else { continue }
            guard index > name.startIndex else { return nil }
            return (String(name[..<index]), String(name[name.index(after: index)...].dropLast()))
        }
        return nil
    }
}
