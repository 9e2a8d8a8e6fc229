internal import FuzzSupport
internal import Model
internal import Tabular

/// An archive as it is, or parts of one in the form of ``WorkbookText``.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let input = UnsafeBufferPointer(start: data, count: size)
    var options = TableOptions()
    options.limits.archiveEntries = 100
    options.limits.unpackedBytes = 1 << 20
    options.limits.sharedStringBytes = 1 << 16
    options.limits.rowBytes = 1 << 14
    if input.starts(with: [0x50, 0x4B]) {
        check(ReadTable(input, name: "a.xlsx", options))
    } else {
        let text = WorkbookText(Array(input))
        options.sheet = text.sheet
        options.spreadsMergedCells = text.spreadsMergedCells
        check(ReadTable(text.archive, name: "a.xlsx", options))
    }
    return 0
}

private func check(_ table: ReadTable) {
    expect(table.numbers.allSatisfy { (1...1_048_576).contains($0) }, "a row of a sheet has one of Excel's numbers")
    expect(table.problems.isEmpty, "a workbook is read or refused")
}
