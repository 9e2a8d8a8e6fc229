import Glibc
import Model

/// A file that is read from any position: on disk where it can be, in memory when it came through a pipe.
///
/// It is read and not mapped: a mapped file that shrinks on a network share kills the process.
final class InputFile {
    private enum Content {
        case descriptor(Int32)
        case memory([UInt8])
    }

    let location: CellLocation
    /// Bytes.
    let size: Int
    private let content: Content

    init(path: String, name: String, limits: Limits = Limits()) throws(StageError) {
        location = CellLocation(file: name)
        let descriptor = try InputFile.open(path: path, location: location)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let error = InputFile.unreadable(location, errno)
            close(descriptor)
            throw error
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            content = .descriptor(descriptor)
            size = Int(status.st_size)
        case S_IFDIR:
            close(descriptor)
            throw InputFile.unreadable(location, EISDIR)
        default:
            defer { close(descriptor) }
            let bytes = try InputFile.readAll(descriptor, location: location, limit: limits.pipedBytes)
            content = .memory(bytes)
            size = bytes.count
        }
    }

    init(bytes: [UInt8], name: String) {
        location = CellLocation(file: name)
        content = .memory(bytes)
        size = bytes.count
    }

    deinit {
        if case .descriptor(let descriptor) = content { close(descriptor) }
    }

    /// Reads up to `buffer.count` bytes from `offset`; fewer only at the end of the file.
    func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int) throws(StageError) -> Int {
        switch content {
        case .memory(let bytes):
            let count = max(0, min(buffer.count, bytes.count - offset))
            if count > 0 {
                bytes.withUnsafeBytes {
                    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
                }
            }
            return count
        case .descriptor(let descriptor):
            var filled = 0
            while filled < buffer.count {
                let got = pread(descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(offset + filled))
                if got == 0 { break }
                if got < 0 {
                    if errno == EINTR { continue }
                    throw InputFile.unreadable(location, errno)
                }
                filled += got
            }
            return filled
        }
    }

    /// The first bytes of the file, at most `count`.
    func prefix(_ count: Int) throws(StageError) -> [UInt8] {
        try bytes(from: 0, count: count)
    }

    func bytes(from offset: Int, count: Int) throws(StageError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: max(0, min(count, size - offset)))
        var result: Result<Int, StageError> = .success(0)
        buffer.withUnsafeMutableBytes { raw in
            do throws(StageError) {
                result = .success(try read(into: raw, from: offset))
            } catch {
                result = .failure(error)
            }
        }
        buffer.removeLast(buffer.count - (try result.get()))
        return buffer
    }

    /// A C stream on the same file, for the caller to close; `nil` for a file in memory.
    func duplicate() throws(StageError) -> UnsafeMutablePointer<FILE>? {
        guard case .descriptor(let descriptor) = content else { return nil }
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        if copy >= 0 {
            if let stream = fdopen(copy, "rb") { return stream }
            close(copy)
        }
        throw InputFile.unreadable(location, errno)
    }

    private static func open(path: String, location: CellLocation) throws(StageError) -> Int32 {
        var descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT || errno == ENOTDIR {
            let neighbours = Neighbours(of: path)
            guard let twin = neighbours.twin else {
                throw StageError(.fileMissing, at: location, expected: neighbours.nearest.joined(separator: ", "))
            }
            descriptor = Glibc.open(twin, O_RDONLY | O_CLOEXEC)
        }
        guard descriptor >= 0 else { throw unreadable(location, errno) }
        return descriptor
    }

    private static func readAll(_ descriptor: Int32, location: CellLocation, limit: Int) throws(StageError) -> [UInt8] {
        var bytes: [UInt8] = []
        let chunk = 1 << 16
        while true {
            let old = bytes.count
            guard old <= limit else {
                throw StageError(.fileTooLarge, at: location, found: "> \(limit) bytes", expected: "\(limit) bytes")
            }
            bytes.append(contentsOf: repeatElement(0, count: chunk))
            let got = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + old, chunk) }
            let failure = errno
            bytes.removeLast(chunk - max(0, got))
            if got == 0 { return bytes }
            if got < 0, failure != EINTR { throw unreadable(location, failure) }
        }
    }

    private static func unreadable(_ location: CellLocation, _ code: Int32) -> StageError {
        StageError(.fileUnreadable, at: location, found: SystemReason.found(code))
    }
}
