import Model

/// Says what a file is that is no GeoJSON, so that a person knows what to do with it.
enum GeoJSONFormat {
    /// - Parameter head: the first bytes of the file.
    /// - Throws: `geojsonWanted` for a file of another format.
    static func check(_ head: [UInt8], name: String) throws(StageError) {
        if let kind = kind(head, name: name.lowercased()) {
            throw StageError(.geojsonWanted, at: CellLocation(file: name), found: kind)
        }
    }

    private static func kind(_ head: [UInt8], name: String) -> String? {
        let signatures: [(bytes: [UInt8], kind: String)] = [
            ([0x50, 0x4B, 0x03, 0x04], "ZIP"), ([0x50, 0x4B, 0x05, 0x06], "ZIP"), ([0x1F, 0x8B], "gzip"),
            ([0x00, 0x00, 0x27, 0x0A], "Shapefile (.shp)"), (Array("SQLite format 3".utf8), "GeoPackage"),
            (Array("fgb".utf8), "FlatGeobuf"), (Array("%PDF-".utf8), "PDF"), (Array("7z".utf8) + [0xBC, 0xAF], "7z"),
            (Array("Rar!".utf8), "RAR"), ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Excel 97-2003 (.xls)"),
        ]
        if head.isEmpty { return "0 bytes" }
        if let match = signatures.first(where: { head.starts(with: $0.bytes) }) { return match.kind }
        for ending in [".shp", ".shx", ".dbf", ".prj"] where name.hasSuffix(ending) { return "Shapefile (\(ending))" }
        let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let first = text.first else { return head.count < 1024 ? "0 bytes" : nil }
        if first == "<" {
            let start = text.lowercased()
            return ["kml", "gml", "html"].first { start.contains("<" + $0) || start.contains(":" + $0) }
                .map { $0.uppercased() } ?? "XML"
        }
        // UTF-16 begins with a mark, or has NUL beside the first letter.
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(4).contains(0) {
            return nil
        }
        return first == "{" ? nil : String(text.prefix(20))
    }
}
