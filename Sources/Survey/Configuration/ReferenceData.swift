public import FoundationEssentials
public import Model
public import Tabular
public import Text

/// The tables in `Data/` that every wave is read with.
public struct ReferenceData: Sendable {
    public let taxonomy: Taxonomy
    public let names: NameNormalizer
    public let variants: CharacterVariants
    /// Labels of legal forms by id.
    public let legalFormLabels: [String: String]

    /// Paths in the data folder, for the manifest.
    public static let files = [
        "taxonomy/themes.csv", "taxonomy/support_types.csv", "taxonomy/excluded_pairs.csv",
        "text/legal_forms.csv", "text/kanji_variants.csv", "text/place_variants.csv",
    ]

    /// - Throws: `StageError` when a table is missing or lacks a column.
    public init(dataFolder: URL) throws(StageError) {
        func table(_ name: String, _ columns: [String]) throws(StageError) -> HeaderedTable {
            try Self.table(name, columns, in: dataFolder)
        }
        let themes = try table(
            "taxonomy/themes.csv",
            ["theme_id", "label", "label_en", "is_residual", "withholds_location", "definition"])
        let types = try table(
            "taxonomy/support_types.csv", ["support_type_id", "label", "label_en", "is_residual", "definition"])
        let pairs = try table("taxonomy/excluded_pairs.csv", ["theme_id", "support_type_id"])
        let forms = try table("text/legal_forms.csv", ["form_id", "label", "spelling", "certainty"])
        let kanji = try table("text/kanji_variants.csv", ["variant", "standard"])

        taxonomy = Taxonomy(
            themes: themes.records.map {
                Theme(
                    id: $0["theme_id"], label: $0["label"], englishLabel: $0["label_en"],
                    isResidual: $0["is_residual"] == "true", withholdsLocation: $0["withholds_location"] == "true",
                    definition: $0["definition"])
            },
            supportTypes: types.records.map {
                SupportType(
                    id: $0["support_type_id"], label: $0["label"], englishLabel: $0["label_en"],
                    isResidual: $0["is_residual"] == "true", definition: $0["definition"])
            },
            excludedPairs: Set(pairs.records.map { [$0["theme_id"], $0["support_type_id"]] }))
        variants = CharacterVariants(pairs: kanji.records.map { ($0["variant"], $0["standard"]) })
        names = NameNormalizer(
            legalForms: LegalForms(
                forms.records.map {
                    LegalForms.Spelling(
                        formID: $0["form_id"], text: $0["spelling"], isCertain: $0["certainty"] == "certain")
                }),
            variants: variants)
        legalFormLabels = Dictionary(
            forms.records.map { ($0["form_id"], $0["label"]) }, uniquingKeysWith: { first, _ in first })
    }

    /// Which kanji stand for which in names of places.
    /// - Throws: `StageError` when the table is missing or lacks a column.
    public static func placeVariants(dataFolder: URL) throws(StageError) -> CharacterVariants {
        let places = try table("text/place_variants.csv", ["variant", "standard"], in: dataFolder)
        return CharacterVariants(pairs: places.records.map { ($0["variant"], $0["standard"]) })
    }

    /// A table of the data folder.
    /// - Throws: `StageError` when it is missing or lacks a column.
    public static func table(
        _ name: String, _ columns: [String], in dataFolder: URL
    ) throws(StageError) -> HeaderedTable {
        let path = dataFolder.appending(path: name).path
        guard FileManager.default.fileExists(atPath: path) else {
            throw StageError(.dataMissing, at: CellLocation(file: dataFolder.path), found: name)
        }
        return try HeaderedTable(path: path, name: name, requiring: columns)
    }
}
