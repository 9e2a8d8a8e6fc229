import Model

/// Whether a file is a table, or something that tables are packed in.
enum PackedFormat {
    case table
    /// A ZIP archive that is no workbook.
    case archive
    case gzip
    /// Neither, such as a PDF.
    case other

    /// How many bytes of a packed file are looked at.
    static let sampleSize = 4096

    /// - Parameter isWhole: false where only the beginning is there.
    static func detect(_ file: InputFile, isWhole: Bool = true) throws(StageError) -> PackedFormat {
        let head = try file.prefix(sampleSize)
        if head.starts(with: [0x1F, 0x8B]) { return .gzip }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return try isWorkbook(file, head, isWhole) ? .table : .archive
        }
        return isOther(file) ? .other : .table
    }

    /// What readers of tables refuse, and what macOS puts into archives.
    static func isOther(_ file: InputFile) -> Bool {
        guard let head = try? file.prefix(sampleSize) else { return false }
        if foreign.contains(where: { head.starts(with: $0) }) { return true }
        if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) { return true }
        do throws(StageError) {
            _ = try FileFormat.detect(InputFile(bytes: head, name: ""))
            return false
        } catch {
            return true
        }
    }

    /// AppleDouble, .DS_Store, LZMA, bzip2, Zstandard.
    private static let foreign: [[UInt8]] = [
        [0, 5, 0x16, 7], [0, 0, 0, 1, 0x42, 0x75, 0x64, 0x31], [0xFD, 0x37, 0x7A, 0x58, 0x5A], Array("BZh".utf8),
        [0x28, 0xB5, 0x2F, 0xFD],
    ]

    /// Workbooks and other documents of Office say what they consist of; other archives have no such list.
    private static func isWorkbook(
        _ file: InputFile, _ head: [UInt8], _ isWhole: Bool
    ) throws(StageError) -> Bool {
        // It stands first nearly always: behind the 30 bytes of its header.
        if head.dropFirst(30).starts(with: contents) { return true }
        guard isWhole else { return false }
        return try ZipArchive(file, limits: Limits()).index(of: "[Content_Types].xml") != nil
    }

    private static let contents = Array("[Content_Types].xml".utf8)
}
