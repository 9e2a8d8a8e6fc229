import Foundation
import Model
import Tabular
import TestSupport
import Testing

/// What comes through a pipe can be read but once, and is read all the same.
@Suite("Pipes")
struct PipeTests {
    /// Path of a pipe that holds the bytes, which have to be few.
    private func cellsThroughPipe(_ bytes: [UInt8], _ options: TableOptions = TableOptions()) throws -> [[String]] {
        let pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
        try pipe.fileHandleForWriting.close()
        let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
        return try cells(TableReader(path: path, name: "-", options: options))
    }

    @Test("a text")
    func text() throws {
        #expect(try cellsThroughPipe(Array("団体,b\n".utf8)) == [["団体", "b"]])
    }

    @Test("a workbook")
    func workbook() throws {
        #expect(try cellsThroughPipe(OddWorkbook("<row><c><v>1</v></c></row>").bytes) == [["1"]])
    }

    @Test("too much")
    func tooMuch() {
        var options = TableOptions()
        options.limits.pipedBytes = 100
        let problem = refusal { _ = try cellsThroughPipe([UInt8](repeating: 0x61, count: 1_000), options) }
        #expect(problem?.code == .fileTooLarge)
    }
}
