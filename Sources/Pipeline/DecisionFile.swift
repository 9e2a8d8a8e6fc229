internal import CSystem
internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Tabular

/// The file that decisions stand in: rows are added and never changed, and columns of one's own are kept.
struct DecisionFile {
    private let url: URL
    private var name: String { url.lastPathComponent }

    init(_ url: URL) { self.url = url }

    /// - Returns: `nil` when there is no such file.
    func read(requiring columns: [String]) throws(StageError) -> HeaderedTable? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try HeaderedTable(path: url.path, name: name, requiring: columns)
    }

    /// Adds rows at the end, in one step; the bytes that are there stay as they are where that can be.
    /// - Parameter table: what the file holds now.
    func append(_ rows: [[String]], columns: [String], to table: HeaderedTable?) throws(StageError) {
        guard let table else { return try replace(with: [columns] + rows) }
        let placed = rows.map { row in
            table.titles.map { title in columns.firstIndex(of: title).map { row[$0] } ?? "" }
        }
        if table.encoding == .utf8, let there = try? Data(contentsOf: url), there.last == UInt8(ascii: "\n") {
            try replace(there + bytes(placed))
        } else {
            // Excel saved it in its own encoding: the same rows, in UTF-8.
            try replace(with: [table.titles] + table.records.map(\.cells) + placed)
        }
    }

    /// All rows, the titles first, in one step; on the disk, with the name that leads to them, when this returns.
    func replace(with rows: [[String]]) throws(StageError) { try replace(bytes(rows)) }

    private func bytes(_ rows: [[String]]) -> [UInt8] {
        var writer = CSVWriter()
        for row in rows { writer.row(row) }
        return writer.bytes
    }

    /// Whoever reads the file finds the old one or the new one whole, even when the process is killed on the way.
    private func replace(_ bytes: some Collection<UInt8>) throws(StageError) {
        // A link stays one.
        let target = url.resolvingSymlinksInPath()
        // A rename asks for the rights of the folder alone.
        if FileManager.default.fileExists(atPath: target.path), access(target.path, W_OK) != 0 {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: target.path), found: SystemReason.found(errno))
        }
        let file = try OutputFile(
            target, replaces: true, mode: 0o600, keepsMode: true, temporary: temporary(of: target))
        try OutputFile.write(Array(bytes), to: file)
        try file.publish()
        try OutputFile.synchronizeFolder(of: target)
    }

    /// The same name each time: what a killed run left is written over by the next.
    private func temporary(of target: URL) -> URL {
        target.deletingLastPathComponent().appending(path: ".\(name).tsunagi-new")
    }
}

/// A turn of one process in a folder; others wait until it ends.
struct FolderTurn {
    private let descriptor: Int32

    init(_ folder: URL) throws(StageError) {
        descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        let result = descriptor < 0 ? errno : tsunagi_lock(descriptor)
        guard result == 0 else {
            if descriptor >= 0 { close(descriptor) }
            throw StageError(
                .fileUnreadable, at: CellLocation(file: folder.path), found: SystemReason.found(result))
        }
    }

    func end() { close(descriptor) }
}
