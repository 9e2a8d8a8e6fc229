import Foundation
import TestSupport
import Testing

/// Places that take nothing, or not enough: the run says so and everything is as it was.
@Suite("A full disk and a read-only folder")
struct FullDiskTests {
    private let scratch: ScratchFolder
    private let data: URL

    init() throws {
        scratch = try ScratchFolder()
        data = try SmallData.make(in: scratch.url)
    }

    private func folder(_ name: String) throws -> URL {
        let folder = scratch.url.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    /// A run that can't write all that it has to: it says why, takes in the decision or not, and leaves nothing else.
    private func expectRefusal(_ result: Program.Result, _ wave: DecidedWave, says reasons: [String]) throws {
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(reasons.contains { result.errors.contains("書き込めません（\($0)") }, "\(result.errors)")
        try expectNothingLeft(wave)
    }

    private func expectNothingLeft(_ wave: DecidedWave) throws {
        try wave.checkNothingLost()
        #expect(try FileManager.default.contentsOfDirectory(atPath: wave.root.path).sorted() == ["out", "wave"])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: wave.wave.path).allSatisfy { !$0.hasPrefix(".") })
    }

    // MARK: Not enough room

    @Test("a limit on the size of files is said, and nothing is lost")
    func sizeLimit() throws {
        let wave = try DecidedWave(in: folder("planning"), data: data)
        for kibibytes in [0, 1, 4, 20, 60] {
            if try !wave.isDecisionWaiting() { try wave.decide() }
            // The messages go through a pipe: the limit would cut them as well.
            let command = "(ulimit -f \(kibibytes); exec \"$0\" \"$@\") 2>&1 | cat >&2"
            let result = try Program.run(
                ["-o", "pipefail", "-c", command, Program.url.path] + wave.arguments(), of: URL(filePath: "/bin/bash"))
            try expectRefusal(result, wave, says: ["書けるファイルの大きさの上限に達しました", "ディスクの読み書きに失敗しました"])
        }
        try #require(try wave.run().status == 0)
        try wave.checkTakenIn()
    }

    @Test(
        "a full and a read-only disk are said, and nothing is lost",
        .enabled(if: SmallDisk.isPossible, "no file system can be mounted"))
    func fullDisk() throws {
        let disk = try SmallDisk(at: folder("disk"), kibibytes: 32 << 10)
        let wave = try DecidedWave(in: disk.url, data: data)
        let size = try disk.usedKibibytes()
        for room in [0, 4, 60, 150, 400] {
            if try !wave.isDecisionWaiting() { try wave.decide() }
            try disk.resize(kibibytes: size + room)
            try expectRefusal(
                try wave.run(), wave, says: ["ディスクの空きがありません", "ディスクの読み書きに失敗しました"])
        }
        if try !wave.isDecisionWaiting() { try wave.decide() }
        try disk.makeReadOnly()
        try expectRefusal(try wave.run(), wave, says: ["読み取り専用の場所です"])
        try disk.resize(kibibytes: 32 << 10)
        try #require(try wave.run().status == 0)
        try wave.checkTakenIn()
    }

    // MARK: Nothing may be written

    /// As a person whom the rights of a folder stop; root would be stopped by none.
    private func runWithinRights(_ arguments: [String]) throws -> Program.Result {
        guard geteuid() == 0 else { return try Program.run(arguments) }
        let rights = ["--bounding-set", "-dac_override,-dac_read_search", Program.url.path]
        return try Program.run(rights + arguments, of: URL(filePath: "/usr/bin/setpriv"))
    }

    private static let canLoseRights: Bool = {
        guard geteuid() == 0 else { return true }
        let arguments = ["--bounding-set", "-dac_override,-dac_read_search", "true"]
        return (try? Program.run(arguments, of: URL(filePath: "/usr/bin/setpriv")).status) == 0
    }()

    private func setMode(_ mode: Int, _ url: URL) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
    }

    @Test(
        "a folder that can't be written to is said, and nothing is lost",
        .enabled(if: canLoseRights, "root may write anywhere here"), arguments: ["planning", "planning/wave"])
    func readOnly(name: String) throws {
        let wave = try DecidedWave(in: folder("planning"), data: data)
        try wave.decide()
        let locked = scratch.url.appending(path: name)
        try setMode(0o500, locked)
        defer { try? setMode(0o700, locked) }
        try expectRefusal(try runWithinRights(wave.arguments()), wave, says: ["権限がありません"])
        #expect(try wave.decisions().isEmpty)
        try setMode(0o700, locked)
        try #require(try wave.run().status == 0)
        try wave.checkTakenIn()
        // With no decision to be taken in, nothing is written into the wave folder.
        if locked == wave.wave.url {
            try setMode(0o500, locked)
            #expect(try runWithinRights(wave.arguments()).status == 0)
        }
    }

    @Test(
        "nothing is forgotten by half where a folder can't be written to",
        .enabled(if: canLoseRights, "root may write anywhere here"), arguments: ["planning", "planning/wave"])
    func forgetReadOnly(name: String) throws {
        let wave = try DecidedWave(in: folder("planning"), data: data)
        let table = try String(contentsOf: wave.out.appending(path: "organizations.csv"), encoding: .utf8)
        let id = try #require(table.split(separator: "\n").dropFirst().first?.split(separator: ",").first)
        let arguments = [
            "forget", String(id), "--wave", wave.wave.path, "--out", wave.out.path, "--data", data.path,
        ]
        let before = try wave.root.contents()
        let locked = scratch.url.appending(path: name)
        try setMode(0o500, locked)
        defer { try? setMode(0o700, locked) }
        try expectRefusal(try runWithinRights(arguments), wave, says: ["権限がありません"])
        #expect(try wave.root.contents() == before)
        try setMode(0o700, locked)
        #expect(try Program.run(arguments).status == 0)
        #expect(try wave.root.contents() != before)
    }
}

/// A file system in memory, of a size that can be changed.
private final class SmallDisk {
    let url: URL

    static let isPossible: Bool = {
        guard geteuid() == 0, let scratch = try? ScratchFolder() else { return false }
        return (try? SmallDisk(at: scratch.url, kibibytes: 64)) != nil
    }()

    init(at url: URL, kibibytes: Int) throws {
        self.url = url
        try Self.mount(["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", url.path])
    }

    private struct NotMounted: Error {
        let reason: String
    }

    deinit { _ = try? Program.run([url.path], of: URL(filePath: "/usr/bin/umount")) }

    /// Also makes it one that can be written to.
    func resize(kibibytes: Int) throws { try Self.mount(["-o", "remount,rw,size=\(kibibytes)k", url.path]) }

    func makeReadOnly() throws { try Self.mount(["-o", "remount,ro", url.path]) }

    func usedKibibytes() throws -> Int {
        var status = statvfs()
        try #require(statvfs(url.path, &status) == 0)
        return Int((status.f_blocks - status.f_bfree) * UInt(status.f_frsize)) >> 10
    }

    private static func mount(_ arguments: [String]) throws {
        let result = try Program.run(arguments, of: URL(filePath: "/usr/bin/mount"))
        guard result.status == 0 else { throw NotMounted(reason: result.errors) }
    }
}
