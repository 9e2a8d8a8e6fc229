import Foundation
import TestSupport

/// A copy of the first demonstration wave in a folder of its own, with a place for output beside it.
struct WaveFolder {
    let scratch: ScratchFolder
    let url: URL
    let out: URL
    var path: String { url.path }

    init() throws {
        scratch = try ScratchFolder()
        url = scratch.url.appending(path: "wave")
        out = scratch.url.appending(path: "out")
        try FileManager.default.copyItem(at: RepositoryFolder.data.appending(path: "demo/r6"), to: url)
    }

    func edit(_ file: String, _ change: (String) -> String) throws {
        let place = url.appending(path: file)
        try change(try String(contentsOf: place, encoding: .utf8)).write(to: place, atomically: true, encoding: .utf8)
    }

    func append(_ text: String, to file: String) throws { try edit(file) { $0 + text } }

    /// Names in the folder that holds wave and output, hidden ones too.
    func namesBeside() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).sorted()
    }
}
