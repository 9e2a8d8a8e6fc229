internal import FoundationEssentials
internal import Model
internal import Store
internal import Tabular

/// An output as it stands, with what its register knows.
struct KnownOutput {
    let url: URL
    let wave: String
    let manifest: ManifestDocument
    let records: [EarlierRecord]
    let held: [HeldText]
    /// Ids that are no more, and those that stand for them.
    let aliases: [(alias: String, id: String)]

    var registerFile: URL { url.appending(path: Run.registerFile) }

    /// - Throws: `StageError` when the folder holds no output that can be read.
    init(_ url: URL) throws(StageError) {
        self.url = url
        manifest = try ManifestDocument(url.appending(path: OutputFolder.marker))
        wave = manifest.wave ?? ""
        let file = url.appending(path: Run.registerFile)
        guard FileManager.default.fileExists(atPath: file.path) else {
            throw StageError(.outputMissing, at: CellLocation(file: url.path), expected: Run.registerFile)
        }
        let register = try Register(reading: file.path, name: file.path)
        records = try register.knownRecords()
        held = try register.heldTexts()
        try register.close()
        let table = url.appending(path: "id_aliases.csv")
        if FileManager.default.fileExists(atPath: table.path) {
            aliases = try HeaderedTable(
                path: table.path, name: table.lastPathComponent, requiring: ["alias_id", "organization_id"]
            ).records.map { ($0["alias_id"], $0["organization_id"]) }
        } else {
            aliases = []
        }
    }

    /// Ids of the organisations of its wave.
    var organizationIDs: Set<String> { Set(held.map(\.organizationID)) }

    /// The register of the wave before that it was made with.
    var previousRegister: URL? {
        manifest.inputs.first { $0.role == "previous" }.map { URL(filePath: $0.file) }
    }
}
