internal import FoundationEssentials
internal import Model
internal import Tabular

/// `waves.csv`: how each wave of a folder ended. It holds no times, so that the same waves give the same bytes.
struct WaveTable {
    static let name = "waves.csv"
    static let columns = [
        "folder", "wave_id", "label", "status", "exit_status", "organizations", "asked", "answered", "members", "picks",
        "errors", "warnings", "reason",
    ]

    let url: URL

    init(in folder: URL) { url = folder.appending(path: Self.name) }

    /// - Throws: `StageError` when there is a file of that name that isn't ours.
    func check() throws(StageError) {
        guard FileManager.default.fileExists(atPath: url.path) else { return }
        let beginning = Self.columns.prefix(4).joined(separator: ",")
        guard let bytes = try? Data(contentsOf: url), bytes.starts(with: Data(beginning.utf8)) else {
            throw StageError(
                .outputHoldsOthers, at: CellLocation(file: url.deletingLastPathComponent().path), found: Self.name)
        }
    }

    func write(_ reports: [WaveReport], language: Language) throws(StageError) {
        var writer = CSVWriter()
        writer.row(Self.columns)
        for report in reports { writer.row(cells(report, language)) }
        let file = try OutputFile(url, replaces: true, mode: 0o600)
        try OutputFile.write(writer.bytes, to: file)
        try file.publish()
    }

    private func cells(_ report: WaveReport, _ language: Language) -> [String] {
        let counts = report.counts
        let numbers = [
            counts?.organizations, counts?.asked, counts?.answered, counts?.members, counts?.picks, counts?.errors,
            counts?.warnings,
        ]
        return [report.name, report.id, report.label, report.status.rawValue]
            + [report.exitStatus.map { "\($0)" } ?? ""] + numbers.map { $0.map { "\($0)" } ?? "" }
            + [report.reason?.sentence(in: language) ?? ""]
    }
}
