internal import FoundationEssentials
internal import Model
internal import Reporting

/// What the review files and the ledger of an output held when a run began. What is filled in after that has not been read, and would be
/// lost with the output.
struct ReviewSnapshot {
    /// SHA-256 of each file below `review/` and of the ledger, by its path in the output; empty for one that can't be read.
    private let digests: [String: String]

    init(of output: URL) { digests = Self.digests(output) }

    /// - Parameter output: where the same output is by now.
    /// - Throws: `reviewChanged` for each file that is new, or other than it was. One that is gone has been read.
    func check(_ output: URL) throws(StageError) {
        let changed = Self.digests(output).filter { digests[$0.key] != $0.value }.keys.sorted()
        guard changed.isEmpty else {
            throw StageError(changed.map { Problem(.reviewChanged, at: CellLocation(file: $0)) })
        }
    }

    private static func digests(_ output: URL) -> [String: String] {
        let folder = output.appending(path: OutputFolder.reviewFolder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let reviews = names.filter { !OutputFolder.isTrace($0) }.map { "\(OutputFolder.reviewFolder)/\($0)" }
        let hasLedger = FileManager.default.fileExists(atPath: output.appending(path: LedgerReview.path).path)
        return (reviews + (hasLedger ? [LedgerReview.path] : [])).reduce(into: [:]) { digests, path in
            // Not mapped: the file may shrink while it is read.
            let bytes = try? Data(contentsOf: output.appending(path: path))
            digests[path] = bytes.map(FileDigest.sha256) ?? ""
        }
    }
}
