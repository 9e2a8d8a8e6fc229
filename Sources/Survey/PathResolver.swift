public import FoundationEssentials
public import Model
internal import Text

/// Finds the files that `wave.yaml` names: in the wave folder, then in the data folder. Leaving both needs permission.
public struct PathResolver: Sendable {
    private let waveFolder: URL
    private let dataFolder: URL?
    private let allowed: [String]

    /// - Parameter allowed: folders outside that `allow_paths` permits, as written there.
    public init(waveFolder: URL, dataFolder: URL?, allowed: [String]) {
        self.waveFolder = waveFolder
        self.dataFolder = dataFolder
        self.allowed = allowed
    }

    /// - Throws: `StageError` with `pathOutside` or `fileMissing` (and the nearest name in its folder).
    public func resolve(_ path: String, at location: CellLocation) throws(StageError) -> URL {
        var isOutside = false
        for base in [waveFolder, dataFolder].compactMap({ $0 }) {
            let candidate = path.hasPrefix("/") ? URL(filePath: path) : base.appending(path: path)
            guard FileManager.default.fileExists(atPath: candidate.path) else { continue }
            if isInside(candidate, base) || isAllowed(candidate) { return candidate }
            isOutside = true
        }
        guard !isOutside, !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
            throw StageError(.pathOutside, at: location, found: path)
        }
        throw StageError(.fileMissing, at: location, found: path, expected: nearestNames(path))
    }

    private func isInside(_ file: URL, _ folder: URL) -> Bool {
        let folderPath = folder.resolvingSymlinksInPath().standardized.path
        let filePath = file.resolvingSymlinksInPath().standardized.path
        return filePath.hasPrefix(folderPath.hasSuffix("/") ? folderPath : folderPath + "/")
    }

    private func isAllowed(_ file: URL) -> Bool {
        allowed.contains { path in
            isInside(file, path.hasPrefix("/") ? URL(filePath: path) : waveFolder.appending(path: path))
        }
    }

    private func nearestNames(_ path: String) -> String {
        let folder = waveFolder.appending(path: path).deletingLastPathComponent()
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let wanted = path.split(separator: "/").last.map(String.init) ?? path
        return NearestNames.nearest(to: wanted, among: names.sorted()).joined(separator: ", ")
    }
}
