import Foundation
import Model
import Survey
import TestSupport
import Testing

@Suite struct PathResolverTests {
    private let place = CellLocation(file: "wave.yaml", row: 7, column: "codebook")
    private let scratch: ScratchFolder
    private let wave: URL
    private let data: URL

    init() throws {
        scratch = try ScratchFolder()
        for file in [
            "wave/codebook.yaml", "wave/lists/a.csv", "data/areas/wards.csv", "data/codebook.yaml", "other/secret.csv",
            "third/a.csv",
        ] {
            try scratch.write("x", to: file)
        }
        wave = scratch.url.appending(path: "wave")
        data = scratch.url.appending(path: "data")
    }

    /// The path below the scratch folder, or the problem.
    private func resolve(_ path: String, allowed: [String] = [], data folder: URL? = nil) throws -> String {
        let resolver = PathResolver(waveFolder: wave, dataFolder: folder ?? data, allowed: allowed)
        let found = try resolver.resolve(path, at: place).resolvingSymlinksInPath().standardized.path
        return String(found.dropFirst(scratch.url.resolvingSymlinksInPath().standardized.path.count + 1))
    }

    private func problem(_ path: String, allowed: [String] = []) -> Problem? {
        let error = #expect(throws: StageError.self) { try resolve(path, allowed: allowed) }
        #expect(error?.problems.count == 1)
        return error?.problems.first
    }

    @Test(arguments: [
        ("codebook.yaml", "wave/codebook.yaml"), ("lists/a.csv", "wave/lists/a.csv"),
        ("areas/wards.csv", "data/areas/wards.csv"),
        ("./codebook.yaml", "wave/codebook.yaml"), ("lists/../codebook.yaml", "wave/codebook.yaml"),
    ])
    func theWaveFolderComesBeforeTheDataFolder(path: String, found: String) throws {
        #expect(try resolve(path) == found)
    }

    @Test func theWholePathMayBeWrittenWhenItLiesInside() throws {
        #expect(try resolve(wave.appending(path: "codebook.yaml").path) == "wave/codebook.yaml")
        #expect(try resolve(data.appending(path: "codebook.yaml").path) == "data/codebook.yaml")
    }

    @Test func withoutADataFolderThereIsOnlyTheWave() throws {
        let resolver = PathResolver(waveFolder: wave, dataFolder: nil, allowed: [])
        #expect(throws: StageError.self) { try resolver.resolve("areas/wards.csv", at: place) }
        #expect(try resolver.resolve("codebook.yaml", at: place).lastPathComponent == "codebook.yaml")
    }

    @Test(arguments: ["../other/secret.csv", "lists/../../other/secret.csv", "../nothing.csv", "../third/a.csv"])
    func leavingTheFolderIsRefused(path: String) {
        #expect(problem(path) == Problem(.pathOutside, at: place, found: path))
    }

    @Test func anAbsolutePathOutsideIsRefused() {
        let path = scratch.url.appending(path: "other/secret.csv").path
        #expect(problem(path) == Problem(.pathOutside, at: place, found: path))
        #expect(problem("/etc/passwd") == Problem(.pathOutside, at: place, found: "/etc/passwd"))
    }

    @Test func aLinkThatLeadsOutIsRefused() throws {
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: wave.appending(path: "link.csv").path,
            withDestinationPath: scratch.url.appending(path: "other/secret.csv").path)
        try manager.createSymbolicLink(atPath: wave.appending(path: "folder").path, withDestinationPath: "../other")
        #expect(problem("link.csv") == Problem(.pathOutside, at: place, found: "link.csv"))
        #expect(problem("folder/secret.csv") == Problem(.pathOutside, at: place, found: "folder/secret.csv"))
    }

    @Test func aFolderWhoseNameBeginsAlikeIsOutside() throws {
        try scratch.write("x", to: "wave-old/a.csv")
        #expect(problem("../wave-old/a.csv")?.code == .pathOutside)
    }

    @Test(arguments: ["../other", "../other/", "../other/secret.csv"]) func whatAllowPathsNamesIsPermitted(
        allowed: String
    ) throws {
        #expect(try resolve("../other/secret.csv", allowed: [allowed]) == "other/secret.csv")
    }

    @Test func allowPathsMayBeWrittenInFull() throws {
        let folder = scratch.url.appending(path: "other").path
        #expect(try resolve("\(folder)/secret.csv", allowed: [folder]) == "other/secret.csv")
        #expect(problem("../third/a.csv", allowed: [folder])?.code == .pathOutside)
        #expect(problem("../other/secret.csv", allowed: ["../other/secret"])?.code == .pathOutside)
    }

    @Test func aMissingFileIsAnsweredWithTheNearestInItsFolder() {
        #expect(
            problem("codebok.yaml")
                == Problem(.fileMissing, at: place, found: "codebok.yaml", expected: "codebook.yaml, areas"))
        #expect(problem("lists/b.csv") == Problem(.fileMissing, at: place, found: "lists/b.csv", expected: "a.csv"))
        #expect(
            problem("areas/ward.csv")
                == Problem(.fileMissing, at: place, found: "areas/ward.csv", expected: "wards.csv"))
        #expect(problem("nowhere/x") == Problem(.fileMissing, at: place, found: "nowhere/x"))
    }

    @Test func aNameThatAMacWroteIsFound() throws {
        try scratch.write("x", to: "wave/か\u{3099}いと\u{3099}.csv")
        #expect(try resolve("がいど.csv").unicodeScalars.elementsEqual("wave/か\u{3099}いと\u{3099}.csv".unicodeScalars))
    }

    @Test(arguments: ["", ".", "/"]) func aFolderIsNoFile(path: String) {
        #expect(problem(path)?.code == .pathOutside)
    }
}
