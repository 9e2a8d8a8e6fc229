internal import CSystem
internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Tabular

/// A file that is there as a whole or not at all: it is written under another name beside its place and moved there.
final class OutputFile {
    let url: URL
    /// Where it is written until it is published.
    let temporary: URL
    private var descriptor: Int32

    /// - Parameters:
    ///   - replaces: whether a file that is there is replaced.
    ///   - mode: who may read it.
    ///   - keepsMode: whether a file that is replaced leaves its mode to the new one.
    ///   - temporary: where it is written; `nil` for a name that no other process takes.
    /// - Throws: `fileExists` or `outputUnwritable`.
    init(
        _ url: URL, replaces: Bool, mode: mode_t = 0o644, keepsMode: Bool = false, temporary: URL? = nil
    ) throws(StageError) {
        self.url = url
        self.temporary =
            temporary
            ?? url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).tsunagi-\(getpid())")
        var status = stat()
        var kept: mode_t?
        if lstat(url.path, &status) == 0 {
            guard status.st_mode & S_IFMT != S_IFDIR else { throw Self.failure(url, EISDIR) }
            guard replaces else {
                throw StageError(.fileExists, at: CellLocation(file: url.path), expected: "--force")
            }
            if keepsMode { kept = status.st_mode & 0o777 }
        }
        descriptor = open(self.temporary.path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw Self.failure(url, errno) }
        if let kept { fchmod(descriptor, kept) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(temporary.path)
    }

    /// Whether its name says that it is a workbook.
    var isWorkbook: Bool { url.pathExtension.lowercased() == "xlsx" }

    func write(_ bytes: UnsafeRawBufferPointer) throws(StageError) {
        if let error = Self.write(bytes, to: descriptor) { throw Self.failure(url, error) }
    }

    /// Moves the file to its place once it is on the disk.
    func publish() throws(StageError) {
        // A library may have written it by its name.
        let written = open(temporary.path, O_RDONLY | O_CLOEXEC)
        guard written >= 0 else { throw Self.failure(url, errno) }
        let synchronized = fsync(written)
        let error = errno
        close(written)
        guard synchronized == 0 else { throw Self.failure(url, error) }
        guard rename(temporary.path, url.path) == 0 else { throw Self.failure(url, errno) }
        close(descriptor)
        descriptor = -1
    }

    /// Sees to it that the name of a published file is on the disk too.
    static func synchronizeFolder(of url: URL) throws(StageError) {
        let folder = open(url.deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw failure(url, errno) }
        defer { close(folder) }
        // Not every file system can do it for a folder.
        guard fsync(folder) == 0 || errno == EINVAL else { throw failure(url, errno) }
    }

    static func writeToStandardOutput(_ bytes: UnsafeRawBufferPointer) throws(StageError) {
        if let error = write(bytes, to: STDOUT_FILENO) { throw failure(URL(filePath: "/dev/stdout"), error) }
    }

    /// - Parameter file: `nil` for standard output.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: OutputFile?) throws(StageError) {
        if let file { try file.write(bytes) } else { try writeToStandardOutput(bytes) }
    }

    /// - Parameter file: `nil` for standard output.
    static func write(_ bytes: [UInt8], to file: OutputFile?) throws(StageError) {
        var failure: StageError?
        bytes.withUnsafeBytes { bytes in
            do throws(StageError) { try write(bytes, to: file) } catch { failure = error }
        }
        if let failure { throw failure }
    }

    /// - Returns: an `errno`; `nil` when all is written.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return errno }
            rest = UnsafeRawBufferPointer(rebasing: rest[written...])
        }
        return nil
    }

    private static func failure(_ url: URL, _ error: Int32) -> StageError {
        StageError(.outputUnwritable, at: CellLocation(file: url.path), found: SystemReason.found(error))
    }
}

extension CSVWriter {
    /// Hands over what was written, between two rows.
    ///
    /// - Parameter file: `nil` for standard output.
    /// - Throws: `outputUnwritable`
    mutating func flush(to file: OutputFile?) throws(StageError) {
        var failure: StageError?
        drain { bytes in
            do throws(StageError) { try OutputFile.write(bytes, to: file) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
