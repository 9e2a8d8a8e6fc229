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

    /// Paths in the data folder, for the manifest, beside those of `ReferenceData`.
    static let files = [
        "text/name_spellings.csv", "text/distinguishing_words.csv", "text/look_alikes.csv", "text/kanji_readings.csv",
    ]

    /// - Throws: `StageError` when a table is missing or lacks a column.
    init(_ folder: URL) throws(StageError) {
        let reference = try ReferenceData(dataFolder: folder)
        normalizer = reference.names
        variants = reference.variants
        lexicon = try Self.lexicon(folder)
    }

    /// - Throws: `StageError` when a table is missing or lacks a column.
    static func lexicon(_ folder: URL) throws(StageError) -> NameLexicon {
        func rows(_ name: String, _ columns: [String]) throws(StageError) -> [HeaderedTable.Record] {
            let table = try ReferenceData.table(name, columns, in: folder)
            return table.records
        }
        return NameLexicon(
            spellings: try rows("text/name_spellings.csv", ["word", "standard", "position"]).map {
                NameLexicon.Spelling(
                    word: $0["word"], standard: $0["standard"],
                    position: NameLexicon.Spelling.Position(rawValue: $0["position"]) ?? .any)
            },
            // What the table of words says of one that is the name of a city as well counts more.
            words: try municipalities(folder)
                + rows("text/distinguishing_words.csv", ["word", "class"]).compactMap { row in
                    NameLexicon.WordClass(rawValue: row["class"]).map { (word: row["word"], class: $0) }
                },
            lookAlikes: try rows("text/look_alikes.csv", ["character", "standard"]).map {
                (character: $0["character"], standard: $0["standard"])
            },
            readings: try rows("text/kanji_readings.csv", ["kanji", "on"]).map {
                (kanji: $0["kanji"], on: $0["on"].split(separator: ";").map(String.init))
            })
    }

    /// Names of municipalities as words of places, those of cities without 市 as well; neither wards, which have names like
    /// 緑 and 若葉, nor a name of one letter.
    private static func municipalities(
        _ folder: URL
    ) throws(StageError) -> [(word: String, class: NameLexicon.WordClass)] {
        let table = try ReferenceData.table("areas/municipalities.csv", ["municipality"], in: folder)
        var words: Set<String> = []
        for record in table.records {
            let name = record["municipality"]
            // A ward names its city as well; of a name with two 市 the last one counts.
            let city = name.lastIndex(of: "市").map { name[...$0] }
            words.insert(city.map(String.init) ?? name)
            if let bare = city?.dropLast(), bare.count > 1 { words.insert(String(bare)) }
        }
        return words.sorted().map { (word: $0, class: .region) }
    }
}
