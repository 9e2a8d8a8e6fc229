internal import FoundationEssentials
internal import Glibc
internal import Model
internal import Survey
internal import Tabular

/// The waves whose folders lie directly in one folder, and which of them needs the output of which other.
struct WaveBatch {
    struct Wave {
        /// Name of its folder, and of its output.
        let name: String
        let folder: URL
        let output: URL
        /// Empty where its `wave.yaml` can't be read: running it says why.
        let id: String
        let label: String
        /// Where the output of another wave of the batch is its `previous`.
        fileprivate(set) var earlier: Int?
    }

    /// In the order of their names.
    let waves: [Wave]

    /// - Parameter output: the folder that the waves' outputs lie in.
    /// - Throws: `StageError` when there is none, or when waves wait for each other in a circle.
    init(_ folder: URL, output: URL) throws(StageError) {
        let folders = try Self.subfolders(of: folder)
        let found = folders.filter(Self.isWave).map { Self.described($0, output: output) }
        guard !found.isEmpty else {
            throw StageError(
                .waveFileMissing, at: CellLocation(file: folder.path), found: "\(folders.count)",
                expected: WaveInputs.waveFile)
        }
        var waves = found.map(\.wave)
        var byOutput: [String: Int] = [:]
        for (index, wave) in waves.enumerated() { byOutput[Self.realPath(wave.output.path)] = index }
        for (index, previous) in found.map(\.previous).enumerated() {
            let earlier = previous.flatMap { byOutput[Self.realPath($0)] }
            // A wave's own last output is there already, or never will be.
            if earlier != index { waves[index].earlier = earlier }
        }
        self.waves = waves
        try checkOrder()
    }

    /// Neither hidden, nor what a run left.
    private static func subfolders(of folder: URL) throws(StageError) -> [URL] {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: folder.path), found: SystemReason.found(in: error))
        }
        return names.filter { !$0.hasPrefix(".") }.sorted().map { folder.appending(path: $0) }
            .filter { FileIdentity($0.path)?.isFolder == true && !OutputFolder.isOutput($0) }
    }

    private static func isWave(_ folder: URL) -> Bool {
        FileIdentity(folder.appending(path: WaveInputs.waveFile).path)?.isFile == true
    }

    private static func described(_ folder: URL, output: URL) -> (wave: Wave, previous: String?) {
        let name = folder.lastPathComponent
        let text = try? String(contentsOf: folder.appending(path: WaveInputs.waveFile), encoding: .utf8)
        let description = text.flatMap { try? WaveDescription(yaml: $0, file: WaveInputs.waveFile) }
        let wave = Wave(
            name: name, folder: folder, output: output.appending(path: name), id: description?.wave.id ?? "",
            label: description?.wave.label ?? "")
        let previous = description?.previous.map { $0.hasPrefix("/") ? $0 : "\(folder.path)/\($0)" }
        return (wave, previous)
    }

    /// Each wave waits for one other at most, so that a circle is found by following.
    private func checkOrder() throws(StageError) {
        for start in waves.indices {
            var path = [start]
            while let next = waves[path[path.count - 1]].earlier, path.count <= waves.count {
                path.append(next)
                guard next == start else { continue }
                throw StageError(
                    .wavesInCircle,
                    at: CellLocation(file: "\(waves[start].name)/\(WaveInputs.waveFile)", column: "previous"),
                    found: path.map { waves[$0].name }.joined(separator: " → "))
            }
        }
    }

    /// Without links and `..`, whether it is there or will be.
    private static func realPath(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        let url = URL(filePath: path)
        let (name, parent) = (url.lastPathComponent, url.deletingLastPathComponent().path)
        guard parent != path, !name.isEmpty else { return path }
        let real = realPath(parent)
        return name == ".." ? URL(filePath: real).deletingLastPathComponent().path : "\(real)/\(name)"
    }
}
