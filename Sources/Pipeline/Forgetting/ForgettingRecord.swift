internal import FoundationEssentials
internal import Model
internal import Tabular

/// What was done, for the files of the section in charge: no name, no id and no value of the organisation.
struct ForgettingRecord {
    let bytes: [UInt8]

    init(_ outcome: ForgettingOutcome, scope: ForgottenSubject.Scope, today: CivilDate) {
        // Opened in Excel.
        var writer = CSVWriter(byteOrderMark: true)
        writer.row(["done_on", "scope", "action", "folder", "file", "sheet", "row", "count"])
        func row(_ action: String, folder: String = "", _ location: CellLocation? = nil, count: Int? = nil) {
            writer.row([
                today.description, scope.rawValue, action, folder, location?.file ?? "", location?.sheet ?? "",
                location?.row.map(String.init) ?? "", count.map(String.init) ?? "",
            ])
        }
        for change in outcome.decisions {
            let (folder, file) = (change.file.deletingLastPathComponent().path, CellLocation(file: Decisions.file))
            row("decisions_removed", folder: folder, file, count: change.removedRows)
            row("hashes_added", folder: folder, file, count: change.addedRows)
        }
        for change in outcome.outputs {
            let folder = change.folder.path
            row("register_changed", folder: folder, CellLocation(file: Run.registerFile), count: change.registerRows)
            for file in change.changedFiles { row("table_changed", folder: folder, CellLocation(file: file)) }
            for file in change.removedFiles { row("file_removed", folder: folder, CellLocation(file: file)) }
        }
        for location in outcome.inputRows { row("still_in_input", location) }
        for location in outcome.mentions { row("named_by_others", location) }
        bytes = writer.bytes
    }
}
