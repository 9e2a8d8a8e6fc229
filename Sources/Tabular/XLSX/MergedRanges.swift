import Model

/// The merged ranges of a sheet. They stand behind its rows, so they are looked for before the rows are read: the
/// rows are skipped by their closing tag, and only what follows is parsed.
enum MergedRanges {
    static func find(in part: UInt64, _ archive: ZipArchive, _ buffer: ChunkBuffer) throws(StageError) -> [CellRange] {
        do {
            return try parseTail(try archive.open(part), archive, buffer)
        } catch {
            // The tail can't be told from the rest in UTF-16 or behind a comment with tags in it; a damaged part
            // says so again here.
            let events = MergeEvents()
            try XMLParser.parse(try archive.open(part), location: archive.location, events)
            return events.ranges
        }
    }

    private static func parseTail(
        _ entry: ZipEntry, _ archive: ZipArchive, _ buffer: ChunkBuffer
    ) throws(StageError) -> [CellRange] {
        let events = MergeEvents()
        let parser = try XMLParser(events, part: entry.name, location: archive.location)
        var carry: [UInt8] = []
        var isInTail = false
        while true {
            let count = try entry.read(into: buffer.bytes)
            let chunk = UnsafeRawBufferPointer(rebasing: buffer.bytes[..<count])
            if isInTail {
                try parser.feed(chunk, isLast: count == 0)
                if count == 0 { return events.ranges }
                continue
            }
            if count == 0 { break }
            carry.append(contentsOf: chunk)
            if let tail = Tail(carry) {
                isInTail = true
                let opening = Array("<\(tail.prefix)worksheet><\(tail.prefix)sheetData>".utf8)
                let text = opening + carry[tail.start...]
                try feed(parser, text)
            }
            carry.removeFirst(max(0, carry.count - 64))
        }
        throw archive.damaged("\(entry.name): sheetData")
    }

    private static func feed(_ parser: XMLParser, _ bytes: [UInt8]) throws(StageError) {
        var result: Result<Void, StageError> = .success(())
        bytes.withUnsafeBytes { raw in
            do throws(StageError) {
                try parser.feed(raw, isLast: false)
            } catch {
                result = .failure(error)
            }
        }
        try result.get()
    }

    /// Where the rows end in a piece of a sheet: at `</sheetData>`, which may have a prefix.
    private struct Tail {
        let start: Int
        let prefix: String

        init?(_ bytes: [UInt8]) {
            let name = Array("sheetData>".utf8)
            var place = bytes.firstPlace(of: name)
            while let found = place {
                if let start = Tail.startOfClosingTag(bytes, nameAt: found.lowerBound) {
                    self.start = start
                    prefix = String(decoding: bytes[start + 2..<found.lowerBound], as: UTF8.self)
                    return
                }
                place = bytes.firstPlace(of: name, from: found.upperBound)
            }
            return nil
        }

        /// The place of `</` before a name and its prefix.
        private static func startOfClosingTag(_ bytes: [UInt8], nameAt name: Int) -> Int? {
            var start = name
            if start > 0, bytes[start - 1] == UInt8(ascii: ":") {
                start -= 1
                while start > 0, name - start < 40, !"/<> ".utf8.contains(bytes[start - 1]) { start -= 1 }
            }
            guard start >= 2, bytes[start - 1] == UInt8(ascii: "/"), bytes[start - 2] == UInt8(ascii: "<") else {
                return nil
            }
            return start - 2
        }
    }
}

private final class MergeEvents: XMLEvents {
    var ranges: [CellRange] = []
    private static let mostRanges = 1 << 20

    override var failure: XMLFailure? {
        ranges.count > Self.mostRanges
            ? .tooLarge(found: "> \(Self.mostRanges) mergeCell", limit: "\(Self.mostRanges)") : nil
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "mergeCell" else { return }
        for (name, value) in attributes where name == "ref" {
            if let range = CellRange(value) { ranges.append(range) }
        }
    }
}
