public import Foundation

/// The data folder with its long tables cut short. Reading those takes most of the time of a run of a ``TinyWave``, and
/// tests that are about files and processes, rather than words, run it often.
public enum SmallData {
    private static let folders = ["areas", "platform", "taxonomy", "text"]
    private static let rows = 60

    /// - Returns: a folder `Data` made in `folder`, for `--data`.
    public static func make(in folder: URL) throws -> URL {
        let data = folder.appending(path: "Data")
        for name in folders {
            let (from, to) = (RepositoryFolder.data.appending(path: name), data.appending(path: name))
            try FileManager.default.createDirectory(at: to, withIntermediateDirectories: true)
            for file in try FileManager.default.contentsOfDirectory(atPath: from.path) where file.hasSuffix(".csv") {
                let lines = try Data(contentsOf: from.appending(path: file))
                    .split(separator: UInt8(ascii: "\n"), maxSplits: rows + 1, omittingEmptySubsequences: false)
                try Data(lines.prefix(rows + 1).joined(separator: [UInt8(ascii: "\n")]) + [UInt8(ascii: "\n")])
                    .write(to: to.appending(path: file))
            }
        }
        return data
    }
}
