internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Survey
internal import Tabular
internal import Text

/// The tables of the data folder about names of organisations.
struct NameData {
    let normalizer: NameNormalizer
    let variants: CharacterVariants
    let lexicon: NameLexicon

    /// - Throws: `StageError` when a table is missing or lacks a column.
    init(_ folder: URL) throws(StageError) {
        func rows(_ name: String, _ columns: [String]) throws(StageError) -> [HeaderedTable.Record] {
            let table = try ReferenceData.table(name, columns, in: folder)
            return table.records
        }
        let reference = try ReferenceData(dataFolder: folder)
        normalizer = reference.names
        variants = reference.variants
        lexicon = NameLexicon(
            spellings: try rows("text/name_spellings.csv", ["word", "standard", "position"]).map {
                NameLexicon.Spelling(
                    word: $0["word"], standard: $0["standard"],
                    position: NameLexicon.Spelling.Position(rawValue: $0["position"]) ?? .any)
            },
            words: try rows("text/distinguishing_words.csv", ["word", "class"]).compactMap { row in
                NameLexicon.WordClass(rawValue: row["class"]).map { (word: row["word"], class: $0) }
            },
            lookAlikes: try rows("text/look_alikes.csv", ["character", "standard"]).map {
                (character: $0["character"], standard: $0["standard"])
            })
    }
}
