internal import CSystem
internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Tabular

/// An output folder that is replaced as a whole or not at all.
///
/// The new one is built beside it under a name of its own and then exchanged with it in one step. Whatever an
/// interrupted run left beside the folder is cleared by the next one. A lock keeps two runs from the same folder.
final class OutputFolder {
    /// Names the folders that Tsunagi wrote: nothing else is ever replaced.
    static let marker = "manifest.json"
    /// Where the workbooks are that people fill in.
    static let reviewFolder = "review"

    let url: URL
    /// Where the new output is built.
    let staging: URL
    private let lock: FolderLock
    private let wave: String?
    private let review: ReviewSnapshot

    /// Takes the lock, clears what an interrupted run left, and makes an empty staging folder.
    /// - Throws: `StageError` with `outputNotOurs`, `outputBusy` or `outputUnwritable`.
    /// - Parameter wave: id of the wave that is to be written; the output of another one is left alone. `nil` takes
    ///   whatever wave is there.
    init(_ requested: URL, wave: String?) throws(StageError) {
        url = Self.absolute(requested)
        let parent = url.deletingLastPathComponent()
        try Self.asStageError(parent) {
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        }
        lock = try FolderLock(parent.appending(path: ".\(url.lastPathComponent).tsunagi-lock"), guarding: url)
        try Self.recover(url, in: parent)
        try Self.checkOurs(url, wave: wave)
        self.wave = wave
        // Before anybody reads them: what is saved later has surely not been read.
        review = ReviewSnapshot(of: url)
        staging = parent.appending(path: ".\(url.lastPathComponent).tsunagi-new")
        let staging = staging
        try Self.asStageError(staging) {
            try FileManager.default.createDirectory(
                at: staging, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        }
    }

    /// Puts the new output in the place of the old one.
    /// - Parameter exchange: swaps two names in one step; gives 0 or an `errno`.
    /// - Returns: whether it took two steps, because the file system can't exchange folders in one.
    /// - Throws: `reviewChanged` or `outputHoldsOthers` where a person saved something into the old one in the meantime, and
    ///   `outputUnwritable`; the old one is in its place then.
    func publish(exchange: (String, String) -> Int32 = { tsunagi_exchange($0, $1) }) throws(StageError) -> Bool {
        try Self.synchronize(staging)
        guard FileManager.default.fileExists(atPath: url.path) else {
            try Self.rename(staging, to: url)
            return false
        }
        try Self.checkOurs(url, wave: wave)
        try review.check(url)
        let result = exchange(staging.path, url.path)
        if result == 0 {
            // Somebody may have saved a file after the check.
            do throws(StageError) { try review.check(staging) } catch {
                _ = exchange(staging.path, url.path)
                throw error
            }
            Self.remove(staging)
            return false
        }
        guard result == EINVAL || result == ENOSYS else {
            throw StageError(.outputUnwritable, at: CellLocation(file: url.path), found: SystemReason.found(result))
        }
        let old = Self.oldName(url)
        try Self.rename(url, to: old)
        do throws(StageError) {
            try review.check(old)
            try Self.rename(staging, to: url)
        } catch {
            try Self.rename(old, to: url)
            throw error
        }
        Self.remove(old)
        return true
    }

    /// Leaves nothing behind but what was there before.
    func discard() { Self.remove(staging) }

    deinit { discard() }

    // MARK: Before a run

    /// Whether there is an output, or one that an interrupted run had taken from its place.
    static func isThere(_ url: URL) -> Bool {
        [url, oldName(url)].contains { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// Id of the wave that an output is of; `nil` where there is none.
    static func wave(of folder: URL) -> String? { manifest(in: folder)?.configuration.wave }

    /// Without links, `..` and a slash at its end.
    static func absolute(_ url: URL) -> URL {
        // Made absolute before anything else: `..` at the beginning of a relative path would be lost otherwise.
        let path = url.path.hasPrefix("/") ? url.path : FileManager.default.currentDirectoryPath + "/" + url.path
        let standardized = URL(filePath: path).standardized.path
        let isFolder = standardized.hasSuffix("/") && standardized.count > 1
        // A link is followed: its target is what is replaced.
        return URL(filePath: isFolder ? String(standardized.dropLast()) : standardized).resolvingSymlinksInPath()
    }

    /// A run that was killed between two renames left the old output beside its place; it goes back. When something is
    /// in its place by now, the old one is removed only if that is a newer output of ours.
    private static func recover(_ url: URL, in parent: URL) throws(StageError) {
        let old = oldName(url)
        if FileManager.default.fileExists(atPath: old.path) {
            let contents = try? FileManager.default.contentsOfDirectory(atPath: url.path)
            if manifest(in: url) != nil {
                remove(old)
            } else if !FileManager.default.fileExists(atPath: url.path) || contents == [] {
                rmdir(url.path)
                try rename(old, to: url)
            }
        }
        remove(parent.appending(path: ".\(url.lastPathComponent).tsunagi-new"))
    }

    /// Nothing is replaced but an output of the same wave in which nobody has put anything of their own.
    private static func checkOurs(_ url: URL, wave: String?) throws(StageError) {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return }
        let location = CellLocation(file: url.path)
        let paths = isFolder ? try? FileManager.default.subpathsOfDirectory(atPath: url.path) : nil
        guard let paths, paths.isEmpty || manifest(in: url) != nil else {
            throw StageError(.outputNotOurs, at: location)
        }
        guard let manifest = manifest(in: url) else { return }
        if let wave, manifest.configuration.wave != wave {
            throw StageError(.outputOfOtherWave, at: location, found: manifest.configuration.wave, expected: wave)
        }
        let ours = Set(manifest.outputs.map(\.file) + [marker])
        for path in paths.sorted() where !ours.contains(path) && !isTrace(path) && !isReviewText(path, ours) {
            let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: url.appending(path: path).path)) != nil
            guard isFolder, ours.contains(where: { $0.hasPrefix(path + "/") }) else {
                throw StageError(.outputHoldsOthers, at: location, found: path)
            }
        }
    }

    /// What programs leave beside a file that is open, and file managers in every folder.
    static func isTrace(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix("~$") || name.hasPrefix(".~lock.")
            || ["Thumbs.db", "desktop.ini", ".DS_Store"].contains(name)
    }

    /// A review file that was saved as CSV, beside the workbook: it is read like the workbook.
    private static func isReviewText(_ path: String, _ ours: Set<String>) -> Bool {
        ours.contains { $0.hasPrefix("\(reviewFolder)/") && ReviewIntake.text(ofWorkbook: $0) == path }
    }

    /// SHA-256 of a file as the run wrote it; `nil` where it wrote none.
    static func digest(of file: String, writtenTo folder: URL) -> String? {
        manifest(in: folder)?.outputs.first { $0.file == file }?.sha256
    }

    /// Whether a run wrote the folder.
    static func isOutput(_ folder: URL) -> Bool { manifest(in: folder) != nil }

    private static func manifest(in folder: URL) -> Manifest.Header? {
        guard let data = try? Data(contentsOf: folder.appending(path: marker)) else { return nil }
        let header = try? JSONDecoder().decode(Manifest.Header.self, from: data)
        return header?.program == Manifest.program ? header : nil
    }

    // MARK: File system

    private static func oldName(_ url: URL) -> URL {
        url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).tsunagi-old")
    }

    private static func remove(_ url: URL) { try? FileManager.default.removeItem(at: url) }

    private static func rename(_ from: URL, to: URL) throws(StageError) {
        guard Glibc.rename(from.path, to.path) == 0 else {
            throw StageError(.outputUnwritable, at: CellLocation(file: to.path), found: SystemReason.found(errno))
        }
    }

    /// The data must be on the disk before the name points to it: files first, then the folders that name them.
    private static func synchronize(_ folder: URL) throws(StageError) {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
        for path in names.map({ folder.appending(path: $0).path }) + [folder.path] {
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            let result = descriptor < 0 ? errno : fsync(descriptor) == 0 ? 0 : errno
            if descriptor >= 0 { close(descriptor) }
            guard result == 0 else {
                throw StageError(.outputUnwritable, at: CellLocation(file: path), found: SystemReason.found(result))
            }
        }
    }

    private static func asStageError(_ url: URL, _ body: () throws -> Void) throws(StageError) {
        do {
            try body()
        } catch {
            throw StageError(.outputUnwritable, at: CellLocation(file: url.path), found: SystemReason.found(in: error))
        }
    }
}

/// An advisory lock on a file beside the output folder; the kernel drops it when the process ends, however it ends.
final class FolderLock {
    private let path: String
    private let descriptor: Int32

    init(_ url: URL, guarding folder: URL) throws(StageError) {
        path = url.path
        let location = CellLocation(file: folder.path)
        while true {
            let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard opened >= 0 else {
                throw StageError(.outputUnwritable, at: location, found: SystemReason.found(errno))
            }
            let result = tsunagi_try_lock(opened)
            guard result == 0 else {
                close(opened)
                throw StageError(
                    result == EWOULDBLOCK ? .outputBusy : .outputUnwritable, at: location,
                    found: SystemReason.found(result))
            }
            // The run before may have removed the file between our open and our lock.
            if Self.isSameFile(opened, path) {
                descriptor = opened
                return
            }
            close(opened)
        }
    }

    private static func isSameFile(_ descriptor: Int32, _ path: String) -> Bool {
        var opened = stat()
        var named = stat()
        return fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino
            && opened.st_dev == named.st_dev
    }

    deinit {
        unlink(path)
        close(descriptor)
    }
}
