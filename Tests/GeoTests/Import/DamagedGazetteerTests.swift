import Foundation
import Model
import TestSupport
import Testing

@testable import Geo

/// A gazetteer that isn't as it was written is refused; whatever its bytes are, nothing outside them is read.
@Suite("Damaged gazetteers")
struct DamagedGazetteerTests {
    private let bytes: [UInt8]
    private let folder: ScratchFolder

    init() throws {
        bytes = try Imported([
            ("mlit.csv", try cp932(SampleList.mlitTowns)), ("blocks.csv", try cp932(SampleList.blocks)),
        ]).gazetteer.bytes
        folder = try ScratchFolder()
    }

    private func opened(_ bytes: [UInt8]) throws -> Gazetteer {
        let file = try folder.write(bytes, to: "x.gazetteer")
        return try Gazetteer(path: file.path, name: "x.gazetteer")
    }

    private func info(_ bytes: [UInt8]) throws -> GazetteerInfo {
        let file = try folder.write(bytes, to: "x.gazetteer")
        return try GazetteerInfo(path: file.path, name: "x.gazetteer")
    }

    @Test("what was written is opened")
    func whole() throws {
        #expect(try opened(bytes).townCount == 3)
        #expect(try info(bytes).towns == 3)
    }

    @Test("a copy that broke off is refused", arguments: [16, 24, 31, 100, 239, 240, 1000, 0.5, 0.99, -1])
    func truncated(count: Double) throws {
        let kept = count < 0 ? bytes.count - 1 : count < 1 ? Int(count * Double(bytes.count)) : Int(count)
        let error = try #require(throws: StageError.self) { try opened(Array(bytes.prefix(kept))) }
        #expect(error.problems.map(\.code) == [.fileDamaged])
        #expect(throws: StageError.self) { try info(Array(bytes.prefix(kept))) }
    }

    @Test("a single bit is noticed, wherever it is", arguments: 0..<20)
    func flipped(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<10 {
            var bytes = bytes
            bytes[Int.random(in: 16..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            let error = try #require(throws: StageError.self) { try opened(bytes) }
            #expect(error.problems.map(\.code) == [.fileDamaged])
        }
    }

    @Test("of another version, or nothing of ours")
    func others() throws {
        var other = bytes
        other[15] = 200
        #expect(
            try #require(throws: StageError.self) { try opened(other) }.problems.map(\.code) == [.formatNotSupported])
        for text in [SampleList.plain, "TSUNAGI"] {
            let error = try #require(throws: StageError.self) { try info(Array(text.utf8)) }
            #expect(error.problems.map(\.code) == [.notAGazetteer])
        }
        #expect(try #require(throws: StageError.self) { try info([]) }.problems.map(\.code) == [.fileDamaged])
    }

    /// As if it had been written so: the sum is right.
    @Test("whatever an index says, reading stays within the file", arguments: 0..<60)
    func hostile(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let prefectures = try Imported.prefectures()
        // The first section behind the header is text, then come the 128 kB of the table of letters.
        let indexes = (bytes.count - 4000)..<bytes.count
        for _ in 0..<20 {
            var bytes = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let range = Bool.random(using: &random) ? indexes : 32..<400
                bytes[Int.random(in: range, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let sum = bytes.withUnsafeBytes { Checksum.value(of: UnsafeRawBufferPointer(rebasing: $0[24...])) }
            withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(16..<24, with: $0) }
            guard let gazetteer = try? opened(bytes) else { continue }
            for index in 0..<gazetteer.townCount { _ = gazetteer[index] }
            let reader = AddressReader(gazetteers: [gazetteer], prefectures: prefectures, home: "43100")
            for address in ["熊本県熊本市中央区健軍1-24-3", "手取本町1-1", "大津町大字室1234", "菊池郡大津町室字門出1", "中央区"] {
                _ = reader.read(address)
            }
            _ = try? GazetteerDescription(json: gazetteer.image.description, name: "x")
        }
    }
}
