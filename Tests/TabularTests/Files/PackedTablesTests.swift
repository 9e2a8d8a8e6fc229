import Foundation
import Model
import Tabular
import TestSupport
import Testing

struct PackedTablesTests {
    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private static let csv = Array("a,b\n1,2\n".utf8)

    /// Names and first cells of all tables.
    private func tables(_ bytes: [UInt8], name: String = "x.bin", limits: Limits = Limits()) throws -> [String] {
        let file = try folder.write(bytes, to: name)
        return try PackedTables.open(path: file.path, name: name, limits: limits).map { member in
            let reader = try member.reader()
            var row = Row()
            var cells: [String] = []
            while try reader.next(into: &row) { cells.append(row[0]) }
            return member.name + ": " + cells.joined(separator: " ")
        }
    }

    private func problem(_ bytes: [UInt8], limits: Limits = Limits()) throws -> Problem? {
        do {
            let all = try tables(bytes, limits: limits)
            Issue.record("read \(all)")
            return nil
        } catch let error as StageError {
            return error.problems.first
        }
    }

    private static func archive(_ entries: [(String, [UInt8])]) -> [UInt8] {
        var zip = ZipBuilder()
        for (name, bytes) in entries { zip.add(name, bytes) }
        return zip.finished()
    }

    @Test(arguments: ["list.csv", "list.zip", "list.gz", "list"])
    func aPlainTableIsItsOnlyMember(name: String) throws {
        #expect(try tables(Self.csv, name: name) == ["\(name): a 1"])
    }

    @Test(arguments: ["list.csv", "list.zip"])
    func anArchiveIsKnownByItsContent(name: String) throws {
        let bytes = Self.archive([("30000-17.0b/30_2023.csv", Self.csv)])
        #expect(try tables(bytes, name: name) == ["\(name)/30000-17.0b/30_2023.csv: a 1"])
    }

    @Test
    func severalTablesComeInTheArchivesOrder() throws {
        let bytes = Self.archive([("b.csv", Array("z".utf8)), ("c/", []), ("c/a.txt", Array("y\n1".utf8))])
        #expect(try tables(bytes) == ["x.bin/b.csv: z", "x.bin/c/a.txt: y 1"])
    }

    @Test
    func whatIsNoTableIsPassedOver() throws {
        let bytes = Self.archive([
            ("readme.pdf", Array("%PDF-1.4 …".utf8)), ("format.html", Array("<!DOCTYPE html><html></html>".utf8)),
            ("META.xml", Array("<?xml version=\"1.0\"?><a/>".utf8)), ("empty.csv", []),
            ("__MACOSX/._a.csv", [0, 5, 0x16, 7, 0, 2, 0, 0]), ("a.csv", Self.csv),
        ])
        #expect(try tables(bytes) == ["x.bin/a.csv: a 1"])
    }

    @Test
    func gzipIsUnpacked() throws {
        let long = Array(String(repeating: "熊本市中央区,1\n", count: 100_000).utf8)
        let file = try folder.write(try GzipBuilder.packed(long), to: "long")
        let member = try #require(try PackedTables.open(path: file.path, name: "long").first)
        // Twice: nothing is used up by reading.
        for _ in 0..<2 {
            let reader = try member.reader()
            var row = Row()
            var rows = 0
            while try reader.next(into: &row) { rows += 1 }
            #expect(rows == 100_000)
        }
    }

    /// As `cat a.gz b.gz` and tapes make them.
    @Test
    func membersOfGzipFollowOneAnother() throws {
        let bytes = try GzipBuilder.packed(Self.csv) + GzipBuilder.packed(Array("3,4\n".utf8))
        #expect(try tables(bytes) == ["x.bin: a 1 3"])
        #expect(try tables(bytes + Array(repeating: 0, count: 1000)) == ["x.bin: a 1 3"])
    }

    @Test
    func packedTwice() throws {
        let packed = try GzipBuilder.packed(Self.csv)
        let inner = Self.archive([("a.csv", Self.csv)])
        #expect(try tables(Self.archive([("a.csv.gz", packed)])) == ["x.bin/a.csv.gz: a 1"])
        #expect(try tables(Self.archive([("in.zip", inner)])) == ["x.bin/in.zip/a.csv: a 1"])
        #expect(try tables(try GzipBuilder.packed(inner)) == ["x.bin/a.csv: a 1"])
    }

    @Test
    func archivesInArchivesEndSomewhere() throws {
        var bytes = Self.archive([("a.csv", Self.csv)])
        for _ in 0..<8 { bytes = Self.archive([("in.zip", bytes)]) }
        #expect(try problem(bytes)?.code == .archiveWithoutTable)
    }

    @Test
    func aWorkbookIsATableAndNoArchiveOfTables() throws {
        let workbook = OddWorkbook(#"<row r="1"><c t="inlineStr"><is><t>所在地</t></is></c></row>"#).bytes
        #expect(try tables(workbook) == ["x.bin: 所在地"])
        #expect(try tables(Self.archive([("book.xlsx", workbook)])) == ["x.bin/book.xlsx: 所在地"])
    }

    @Test
    func namesInCP932AreShownAsWritten() throws {
        var bytes = Self.archive([("AB.csv", Self.csv)])
        // 番 in the place of AB, in the entry and in the directory, without the mark for UTF-8.
        let places = bytes.indices.filter { bytes[$0...].starts(with: Array("AB.csv".utf8)) }
        for (place, mark) in zip(places, [23, 37]) {
            bytes.replaceSubrange(place..<place + 2, with: [0x94, 0xD4])
            bytes[place - mark] = 0
        }
        #expect(try tables(bytes) == ["x.bin/番.csv: a 1"])
    }

    // MARK: What can't be read

    @Test
    func anArchiveWithoutTables() throws {
        let problem = try problem(Self.archive([("readme.pdf", Array("%PDF-1.4".utf8))]))
        #expect(problem?.code == .archiveWithoutTable)
        #expect(problem?.found == "x.bin/readme.pdf")
        #expect(try self.problem(Self.archive([]))?.code == .archiveWithoutTable)
    }

    @Test
    func anEncryptedArchive() throws {
        var zip = ZipBuilder()
        zip.add("a.csv", Self.csv, isEncrypted: true)
        #expect(try problem(zip.finished())?.code == .fileEncrypted)
    }

    @Test
    func damagedArchives() throws {
        let zip = Self.archive([("a.csv", Self.csv)])
        #expect(try problem(Array(zip.dropLast(30)))?.code == .fileDamaged)
        var wrongSum = ZipBuilder()
        wrongSum.add("a.csv", Self.csv, checksum: 1)
        #expect(try problem(wrongSum.finished())?.code == .fileDamaged)
        let gzip = try GzipBuilder.packed(Array(String(repeating: "a,b\n", count: 5000).utf8))
        #expect(try problem(Array(gzip.dropLast(20)))?.code == .fileDamaged)
        #expect(try problem([0x1F, 0x8B, 8, 0])?.code == .fileDamaged)
        var flipped = gzip
        flipped[gzip.count - 6] ^= 1
        #expect(try problem(flipped)?.code == .fileDamaged)
    }

    @Test
    func whatNoTableIsKeepsItsReason() throws {
        #expect(try problem(Array("%PDF-1.4".utf8))?.code == .formatNotSupported)
    }

    @Test
    func sizesAreLimited() throws {
        var limits = Limits()
        limits.unpackedBytes = 1000
        let long = Array(String(repeating: "a", count: 2000).utf8)
        #expect(try problem(Self.archive([("a.csv", long)]), limits: limits)?.code == .fileTooLarge)
        #expect(try problem(try GzipBuilder.packed(long), limits: limits)?.code == .fileTooLarge)
        limits = Limits()
        limits.archiveEntries = 2
        let many = Self.archive((0..<3).map { ("\($0).csv", Self.csv) })
        #expect(try problem(many, limits: limits)?.code == .fileTooLarge)
    }

    @Test
    func whatSwellsTooMuchIsRefused() throws {
        var zip = ZipBuilder()
        zip.addSpaces("a.csv", count: 64 << 20, after: "a,b\n")
        #expect(try problem(zip.finished())?.code == .fileTooLarge)
        let spaces = try GzipBuilder.packed([UInt8](repeating: 0x20, count: 64 << 20))
        #expect(try problem(spaces)?.code == .fileTooLarge)
    }
}
