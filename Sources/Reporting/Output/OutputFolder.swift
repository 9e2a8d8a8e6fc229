import Foundation
import Model
import Tabular

/// The folder that an edition is written into: makes subfolders, sets who may read what, keeps count of the files.
///
/// Everything is for the owner alone, `public/` for everybody.
struct OutputFolder {
    private let root: URL
    /// In the order of writing.
    private(set) var written: [WrittenFile] = []

    init(_ root: URL) { self.root = root }

    mutating func write(_ table: DelimitedTable) throws(StageError) {
        try write(table.bytes, to: table.path, rowCount: table.rows.count)
    }

    /// Writes a file as a whole.
    mutating func write(_ bytes: [UInt8], to path: String, rowCount: Int? = nil) throws(StageError) {
        let url = try prepare(path)
        do {
            try Data(bytes).write(to: url)
        } catch {
            throw unwritable(path, error)
        }
        written.append(WrittenFile(path: path, rowCount: rowCount))
    }

    mutating func write(_ workbook: SheetBook) throws(StageError) {
        let url = try prepare(workbook.path)
        let problems = try workbook.write(to: url.path)
        written.append(WrittenFile(path: workbook.path, rowCount: workbook.rowCount, problems: problems))
    }

    /// The place of the file, which is there, empty and closed to others before anything is written into it.
    private func prepare(_ path: String) throws(StageError) -> URL {
        let url = root.appending(path: path)
        let isPublic = path.hasPrefix(PublicPage.folder)
        do {
            if let folder = Self.folder(of: path) {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try setMode(isPublic ? 0o755 : 0o700, of: folder)
            }
            try Data().write(to: url)
            try setMode(isPublic ? 0o644 : 0o600, of: path)
        } catch {
            throw unwritable(path, error)
        }
        return url
    }

    private func setMode(_ mode: Int, of path: String) throws {
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: root.appending(path: path).path)
    }

    private func unwritable(_ path: String, _ error: any Error) -> StageError {
        StageError(.outputUnwritable, at: CellLocation(file: path), found: SystemReason.found(in: error))
    }

    /// `review/links.xlsx` → `review`; `nil` for a file of the root.
    private static func folder(of path: String) -> String? {
        path.lastIndex(of: "/").map { String(path[..<$0]) }
    }
}
