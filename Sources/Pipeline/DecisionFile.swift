internal import CSystem
internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Tabular

/// The file that decisions stand in: rows are appended and never rewritten, and columns of one's own are kept.
struct DecisionFile {
    private let url: URL
    private var name: String { url.lastPathComponent }

    init(_ url: URL) { self.url = url }

    /// - Returns: `nil` when there is no such file.
    func read(requiring columns: [String]) throws(StageError) -> HeaderedTable? {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        return try HeaderedTable(path: url.path, name: name, requiring: columns)
    }

    /// - Parameter table: what the file holds now.
    func append(_ rows: [[String]], columns: [String], to table: HeaderedTable?) throws(StageError) {
        guard let table else {
            return try write(bytes([columns] + rows), flags: O_WRONLY | O_CREAT | O_EXCL, to: url)
        }
        let placed = rows.map { row in
            table.titles.map { title in columns.firstIndex(of: title).map { row[$0] } ?? "" }
        }
        if table.encoding == .utf8, endsWithNewline() {
            try write(bytes(placed), flags: O_WRONLY | O_APPEND, to: url)
        } else {
            // Excel saved it in its own encoding: the same rows, in UTF-8, in one step.
            try replace(bytes([table.titles] + table.records.map(\.cells) + placed))
        }
    }

    private func bytes(_ rows: [[String]]) -> [UInt8] {
        var writer = CSVWriter()
        for row in rows { writer.row(row) }
        return writer.bytes
    }

    private func endsWithNewline() -> Bool {
        (try? Data(contentsOf: url, options: .alwaysMapped))?.last == UInt8(ascii: "\n")
    }

    /// All rows, the titles first, in one step; on the disk, with the name that leads to them, when this returns.
    func replace(with rows: [[String]]) throws(StageError) {
        try replace(bytes(rows))
        let folder = open(url.resolvingSymlinksInPath().deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { throw failure() }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw failure() }
    }

    private func replace(_ bytes: [UInt8]) throws(StageError) {
        let target = url.resolvingSymlinksInPath()
        let temporary = target.deletingLastPathComponent().appending(path: ".\(name).tsunagi-new")
        unlink(temporary.path)
        try write(bytes, flags: O_WRONLY | O_CREAT | O_EXCL, to: temporary)
        var status = stat()
        if stat(target.path, &status) == 0 { chmod(temporary.path, status.st_mode & 0o777) }
        guard rename(temporary.path, target.path) == 0 else { throw failure() }
    }

    /// All of it is on the disk when this returns.
    private func write(_ bytes: [UInt8], flags: Int32, to file: URL) throws(StageError) {
        let descriptor = open(file.path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { throw failure() }
            rest = rest.dropFirst(written)
        }
        guard fsync(descriptor) == 0 else { throw failure() }
    }

    private func failure() -> StageError {
        StageError(.outputUnwritable, at: CellLocation(file: url.path), found: String(cString: strerror(errno)))
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
                .fileUnreadable, at: CellLocation(file: folder.path), found: String(cString: strerror(result)))
        }
    }

    func end() { close(descriptor) }
}
