import Glibc
import Model

/// Writes files that appear as a whole or not at all.
enum WholeFile {
    static func write(_ bytes: [UInt8], to path: String, name: String) throws(StageError) {
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw unwritable(name) }
        do throws(StageError) {
            defer { close(descriptor) }
            var offset = 0
            while offset < bytes.count {
                let written = bytes.withUnsafeBytes {
                    Glibc.write(descriptor, $0.baseAddress! + offset, bytes.count - offset)
                }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { throw unwritable(name) }
                offset += written
            }
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
    }

    private static func unwritable(_ name: String) -> StageError {
        StageError(.outputUnwritable, at: CellLocation(file: name), found: String(cString: strerror(errno)))
    }
}
