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

    /// - Throws: `fileMissing`, `fileUnreadable`, or `fileDamaged` for an empty file.
    init(path: String, name: String) throws(StageError) {
        let location = CellLocation(file: name)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw StageError(.fileMissing, at: location) }
            throw StageError(.fileUnreadable, at: location, found: SystemReason.found(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw StageError(.fileUnreadable, at: location, found: SystemReason.found(errno))
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw StageError(.fileUnreadable, at: location, found: SystemReason.found(EISDIR))
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw StageError(.fileDamaged, at: location, found: "\(status.st_size) bytes")
        }
        count = Int(status.st_size)
        guard let memory = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else {
            throw StageError(.fileUnreadable, at: location, found: SystemReason.found(errno))
        }
        base = UnsafeRawPointer(memory)
        isMapped = true
    }

    /// Whether the bytes of a gazetteer are those that were written, see ``Checksum``.
    var isUnchanged: Bool {
        guard count >= Checksum.place.upperBound else { return false }
        let all = UnsafeRawBufferPointer(start: base, count: count)
        let written = all.loadUnaligned(fromByteOffset: Checksum.place.lowerBound, as: UInt64.self)
        let behind = UnsafeRawBufferPointer(rebasing: all[Checksum.place.upperBound...])
        return UInt64(littleEndian: written) == Checksum.value(of: behind)
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: base), count)
        } else {
            UnsafeMutableRawPointer(mutating: base).deallocate()
        }
    }
}
