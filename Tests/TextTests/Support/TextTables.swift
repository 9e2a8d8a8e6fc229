import Foundation
import TestSupport
import Text

/// The tables in `Data/text` as every wave is read with them.
enum TextTables {
    struct Spelling: Sendable {
        let formID: String
        let text: String
        let isCertain: Bool
    }

    static let spellings = rows("legal_forms.csv").map {
        Spelling(formID: $0["form_id"] ?? "", text: $0["spelling"] ?? "", isCertain: $0["certainty"] == "certain")
    }

    static let variantPairs = rows("kanji_variants.csv").map {
        (variant: $0["variant"] ?? "", standard: $0["standard"] ?? "")
    }

    static let variants = CharacterVariants(pairs: variantPairs)

    static let legalForms = LegalForms(
        spellings.map { LegalForms.Spelling(formID: $0.formID, text: $0.text, isCertain: $0.isCertain) })

    static let names = NameNormalizer(legalForms: legalForms, variants: variants)

    /// The two tables have no quoted cells.
    private static func rows(_ name: String) -> [[String: String]] {
        let file = RepositoryFolder.data.appending(path: "text/\(name)")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let lines = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        return lines.dropFirst().map { Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first }) }
    }
}
