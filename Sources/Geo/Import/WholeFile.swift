import Glibc
import Model

/// Writes files that appear as a whole or not at all.
enum WholeFile {
    /// - Throws: `outputUnwritable`; what was at the path is as it was then.
    static func write(_ bytes: [UInt8], to path: String, name: String) throws(StageError) {
        let (temporary, descriptor) = try temporaryFile(beside: path, name: name)
        do throws(StageError) {
            defer { close(descriptor) }
            try write(bytes, to: descriptor, name: name)
            guard fsync(descriptor) == 0 else { throw unwritable(name) }
        } catch {
            unlink(temporary)
            throw error
        }
        guard rename(temporary, path) == 0 else {
            let error = unwritable(name)
            unlink(temporary)
            throw error
        }
        syncFolder(of: path)
    }

    private static func temporaryFile(
        beside path: String, name: String
    ) throws(StageError) -> (path: String, descriptor: Int32) {
        // One of that name may have been left behind by a process that was ended.
        for attempt in 0..<100 {
            let temporary = "\(path).\(getpid())-\(attempt).tmp"
            let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { return (temporary, descriptor) }
            if errno != EEXIST { break }
        }
        throw unwritable(name)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws(StageError) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + offset }, bytes.count - offset)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw unwritable(name) }
            offset += written
        }
    }

    /// The name is on the disk too then. Not every file system can do it, and the file is whole either way.
    private static func syncFolder(of path: String) {
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "."
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func unwritable(_ name: String) -> StageError {
        StageError(.outputUnwritable, at: CellLocation(file: name), found: SystemReason.found(errno))
    }
}
