import Model

/// What a file is by its content; the name only settles what content leaves open.
enum FileFormat {
    case text
    /// A ZIP archive that may be a workbook.
    case archive

    /// - Throws: `formatNotSupported`, `fileEncrypted` or `fileDamaged` for what is neither.
    static func detect(_ file: InputFile) throws(StageError) -> FileFormat {
        let head = try file.prefix(1024)
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            return .archive
        }
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            throw try holdsEncryptedPackage(file)
                ? StageError(.fileEncrypted, at: file.location)
                : unsupported(file, "Excel 97-2003 (.xls)")
        }
        if let kind = foreignKind(head) { throw unsupported(file, kind) }
        if namesWorkbook(file.location.file) {
            if file.size == 0 { throw StageError(.fileDamaged, at: file.location, found: "0 bytes") }
            throw unsupported(file, "text")
        }
        return .text
    }

    static func unsupported(_ file: InputFile, _ kind: String) -> StageError {
        StageError(.formatNotSupported, at: file.location, found: kind, expected: "xlsx / csv")
    }

    private static func namesWorkbook(_ name: String) -> Bool {
        let name = name.lowercased()
        return [".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb"].contains { name.hasSuffix($0) }
    }

    /// Formats that are neither, by the bytes that they begin with.
    private static func foreignKind(_ head: [UInt8]) -> String? {
        let signatures: [(bytes: [UInt8], kind: String)] = [
            (Array("%PDF-".utf8), "PDF"),
            ([0x1F, 0x8B], "gzip"),
            ([0x89, 0x50, 0x4E, 0x47], "PNG"),
            ([0xFF, 0xD8, 0xFF], "JPEG"),
            (Array("7z".utf8) + [0xBC, 0xAF], "7z"),
            (Array("Rar!".utf8), "RAR"),
            (Array("{\\rtf".utf8), "RTF"),
            (Array("SQLite format 3".utf8), "SQLite"),
            (Array("ID;P".utf8), "SYLK (.slk)"),
            (Array("MIME-Version:".utf8), "MHTML"),
            (Array("TABLE\n0,1\n".utf8), "DIF"),
            (Array("TABLE\r\n0,1\r\n".utf8), "DIF"),
            // The records with which workbooks began before there was a container around them.
            ([0x09, 0x08, 0x08, 0x00], "Excel 5 (.xls)"),
            ([0x09, 0x04, 0x06, 0x00], "Excel 4 (.xls)"),
            ([0x09, 0x02, 0x06, 0x00], "Excel 3 (.xls)"),
            ([0x09, 0x00, 0x04, 0x00], "Excel 2 (.xls)"),
        ]
        if let match = signatures.first(where: { head.starts(with: $0.bytes) }) { return match.kind }
        return markupKind(head)
    }

    /// Web pages and XML that systems hand out under the name of a spreadsheet.
    private static func markupKind(_ head: [UInt8]) -> String? {
        var text = head[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        text = text.drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
        guard text.first == UInt8(ascii: "<") else { return nil }
        let start = String(decoding: text.prefix(20), as: UTF8.self).lowercased()
        if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || start.hasPrefix("<table") { return "HTML" }
        return start.hasPrefix("<?xml") ? "XML" : nil
    }

    /// Excel keeps a workbook with a password as the stream "EncryptedPackage" of an OLE file, whose directory may
    /// stand anywhere in it.
    private static func holdsEncryptedPackage(_ file: InputFile) throws(StageError) -> Bool {
        let wanted = Array("EncryptedPackage".utf16.map { [UInt8($0), 0] }.joined())
        let step = 1 << 20
        var offset = 0
        while offset < file.size {
            let chunk = try file.bytes(from: offset, count: step + wanted.count)
            if chunk.firstPlace(of: wanted) != nil { return true }
            offset += step
        }
        return false
    }
}
