public import Model
internal import Text

extension Question {
    /// The option that a list writes by its label, in any width.
    public func option(written text: String) -> Question.Option? {
        let key = NearestNames.titleKey(text)
        return options.first { option in
            NearestNames.titleKey(option.label) == key
                || option.alsoWritten.contains { NearestNames.titleKey($0) == key }
        }
    }
}
