/// Names of representatives in the form in which they compare.
public enum PersonName {
    /// Without spaces, title and office, in standard kanji; `nil` when nothing is left.
    public static func key(_ text: String, variants: CharacterVariants) -> String? {
        var scalars = Width.scalarsWithoutSpaces(text)
        variants.standardize(&scalars)
        var name = scalars[...]
        while let title = titles.first(where: { name.count > $0.count && name.starts(with: $0) }) {
            name = name.dropFirst(title.count)
        }
        return name.isEmpty ? nil : String(scalars: name)
    }

    /// Longer ones first.
    private static let titles: [[Unicode.Scalar]] = [
        "代表取締役社長", "代表取締役", "代表理事", "業務執行理事", "事務局長", "理事長", "施設長", "センター長", "支部長", "委員長", "代表者", "代表", "会長",
        "所長", "園長", "館長", "院長", "校長", "局長", "社長", "塾長", "主宰", "主任", "氏名:",
    ].map { Array($0.unicodeScalars) }
}
