internal import Tabular
internal import Text

/// Names for comparison: a peer that writes 霞ヶ関 for 霞が関, or leaves 大字 out, has found the town.
struct FoldedName {
    private let variants: CharacterVariants
    private static let spellings: [Unicode.Scalar: Unicode.Scalar] = [
        "ヶ": "ケ", "が": "ケ", "ガ": "ケ", "カ": "ケ", "之": "の", "乃": "の", "ノ": "の", "ツ": "つ", "ッ": "つ", "っ": "つ", "ヱ": "エ",
        "ェ": "エ",
    ]

    /// - Parameter data: the folder of the program's data.
    init(data: String) throws {
        let path = "\(data)/text/kanji_variants.csv"
        let table = try HeaderedTable(path: path, name: path, requiring: ["variant", "standard"])
        variants = CharacterVariants(pairs: table.records.map { ($0["variant"], $0["standard"]) })
    }

    func callAsFunction(_ name: String) -> String {
        var folded = Self.withKanjiNumerals(Width.foldedWithoutSpaces(name))
        for word in ["(大字なし)", "大字", "字"] { folded = folded.replacing(word, with: "") }
        folded = folded.replacing("番町", with: "番丁").replacing("通り", with: "通")
        let scalars = variants.standardized(folded).unicodeScalars.map { Self.spellings[$0] ?? $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    private static func withKanjiNumerals(_ name: String) -> String {
        var (result, digits) = ("", "")
        for character in name + "\n" {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else {
                if !digits.isEmpty { result += Int(digits).map(Numerals.kanji) ?? digits }
                digits = ""
                result.append(character)
            }
        }
        return String(result.dropLast())
    }
}
