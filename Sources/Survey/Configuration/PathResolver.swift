public import FoundationEssentials
public import Model
internal import Text

/// Finds the files that `wave.yaml` names: in the wave folder, then in the data folder. Leaving both needs permission.
public struct PathResolver: Sendable {
    private let waveFolder: URL
    private let dataFolder: URL?
    private let allowed: [String]

    /// - Parameter allowed: folders and files outside that `allow_paths` permits, as written there.
    public init(waveFolder: URL, dataFolder: URL?, allowed: [String]) {
        self.waveFolder = waveFolder
        self.dataFolder = dataFolder
        self.allowed = allowed
    }

    /// - Throws: `StageError` with `pathOutside` or `fileMissing` (and the nearest name in its folder).
    public func resolve(_ path: String, at location: CellLocation) throws(StageError) -> URL {
        let bases = [waveFolder, dataFolder].compactMap { $0 }
        let written = path.hasPrefix("/") ? [URL(filePath: path)] : bases.map { $0.appending(path: path) }
        func isPermitted(_ file: URL) -> Bool { bases.contains { isInside(file, $0) } || isAllowed(file) }
        if let found = written.lazy.compactMap(existing).first {
            // What is there may be a link that leads out.
            guard isPermitted(found) else { throw StageError(.pathOutside, at: location, found: path) }
            return found
        }
        guard written.contains(where: isPermitted) else { throw StageError(.pathOutside, at: location, found: path) }
        throw StageError(.fileMissing, at: location, found: path, expected: nearestNames(path))
    }

    /// The file of that name, however its voicing marks are encoded: a Mac writes が as two characters.
    private func existing(_ url: URL) -> URL? {
        if FileManager.default.fileExists(atPath: url.path) { return url }
        let folder = url.deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        // `==` on strings is canonical equivalence.
        return names.first { $0 == url.lastPathComponent }.map { folder.appending(path: $0) }
    }

    private func isInside(_ file: URL, _ folder: URL) -> Bool {
        let folderPath = realPath(folder)
        return realPath(file).hasPrefix(folderPath.hasSuffix("/") ? folderPath : folderPath + "/")
    }

    private func isAllowed(_ file: URL) -> Bool {
        allowed.contains { path in
            let place = path.hasPrefix("/") ? URL(filePath: path) : waveFolder.appending(path: path)
            return isInside(file, place) || realPath(file) == realPath(place)
        }
    }

    private func realPath(_ url: URL) -> String { url.resolvingSymlinksInPath().standardized.path }

    private func nearestNames(_ path: String) -> String {
        let names = [waveFolder, dataFolder].compactMap { $0 }.flatMap { base in
            let folder = base.appending(path: path).deletingLastPathComponent()
            return (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        }
        let wanted = path.split(separator: "/").last.map(String.init) ?? path
        return NearestNames.nearest(to: wanted, among: Set(names).sorted()).joined(separator: ", ")
    }
}
