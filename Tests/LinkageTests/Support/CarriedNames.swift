import Foundation
import Linkage
import Tabular
import TestSupport
import Text

/// Normaliser and lexicon with the tables that the program carries.
enum CarriedNames {
    struct Tables: Sendable {
        let names: NameNormalizer
        let variants: CharacterVariants
        let lexicon: NameLexicon
    }

    static let shared = Result { try load() }

    private static func load() throws -> Tables {
        func rows(_ name: String, _ columns: [String]) throws -> [HeaderedTable.Record] {
            let path = RepositoryFolder.data.appending(path: "text/\(name)").path
            return try HeaderedTable(path: path, name: name, requiring: columns).records
        }
        let variants = CharacterVariants(
            pairs: try rows("kanji_variants.csv", ["variant", "standard"]).map { ($0["variant"], $0["standard"]) })
        let forms = try rows("legal_forms.csv", ["form_id", "spelling", "certainty"]).map {
            LegalForms.Spelling(formID: $0["form_id"], text: $0["spelling"], isCertain: $0["certainty"] == "certain")
        }
        let spellings = try rows("name_spellings.csv", ["word", "standard", "position"]).map {
            NameLexicon.Spelling(
                word: $0["word"], standard: $0["standard"],
                position: NameLexicon.Spelling.Position(rawValue: $0["position"]) ?? .any)
        }
        let words = try rows("distinguishing_words.csv", ["word", "class", "position"]).compactMap { row in
            NameLexicon.WordClass(rawValue: row["class"]).map { (word: row["word"], class: $0) }
        }
        let lookAlikes = try rows("look_alikes.csv", ["character", "standard"]).map {
            (character: $0["character"], standard: $0["standard"])
        }
        let readings = try rows("kanji_readings.csv", ["kanji", "on"]).map {
            (kanji: $0["kanji"], on: $0["on"].split(separator: ";").map(String.init))
        }
        return Tables(
            names: NameNormalizer(legalForms: LegalForms(forms), variants: variants), variants: variants,
            lexicon: NameLexicon(
                spellings: spellings, words: words, lookAlikes: lookAlikes, readings: readings))
    }
}

extension LinkEntry {
    init(
        _ name: String, telephone: String? = nil, email: String? = nil, lot: String? = nil,
        representative: String? = nil, corporateNumber: String? = nil
    ) throws {
        self.init(
            name: try CarriedNames.shared.get().names.normalize(name), telephone: telephone, email: email, lot: lot,
            representative: representative, corporateNumber: corporateNumber)
    }
}
