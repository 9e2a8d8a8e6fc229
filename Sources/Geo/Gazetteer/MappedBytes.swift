import Glibc
import Model

/// Bytes that stay where they are for as long as anybody holds them: a file mapped into memory, or memory of our own.
///
/// A gazetteer's file is written once and exchanged as a whole, so it doesn't shrink under a reader.
final class MappedBytes: @unchecked Sendable {
    // Nobody writes to the bytes after init; that is why they can be shared.
    let base: UnsafeRawPointer
    let count: Int
    private let isMapped: Bool

    init(copying bytes: [UInt8]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
        bytes.withUnsafeBytes {
            memory.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(memory), byteCount: $0.count)
        }
        base = UnsafeRawPointer(memory)
        count = bytes.count
        isMapped = false
    }

    /// - Throws: `fileMissing` or `fileUnreadable`.
    init(path: String, name: String) throws(StageError) {
        let location = CellLocation(file: name)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StageError(
                errno == ENOENT ? .fileMissing : .fileUnreadable, at: location, found: String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw StageError(.fileDamaged, at: location, found: "0")
        }
        count = Int(status.st_size)
        guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
            throw StageError(.fileUnreadable, at: location, found: String(cString: strerror(errno)))
        }
        base = UnsafeRawPointer(memory)
        isMapped = true
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: base), count)
        } else {
            UnsafeMutableRawPointer(mutating: base).deallocate()
        }
    }
}
