public import Foundation

/// Folders of the checkout that tests read.
public enum RepositoryFolder {
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    public static let data = root.appending(path: "Data")
    public static let input = root.appending(path: "Tests/Fixtures/input")
    public static let golden = root.appending(path: "Tests/Fixtures/golden")
    /// Real gazetteers and boundaries that are not part of the repository; `nil` where they are not beside it.
    public static var realData: URL? {
        let folder = root.deletingLastPathComponent().appending(path: "shared/data")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }
}

/// A folder of its own for one test, removed when the value goes.
public final class ScratchFolder: Sendable {
    public let url: URL

    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "tsunagi-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    @discardableResult
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> URL {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file
    }

    @discardableResult
    public func write(_ text: String, to name: String) throws -> URL { try write(text.utf8, to: name) }
}
