public import Model

/// The tables in a file that is a table itself, or holds tables in a ZIP archive or as gzip. What it is its content
/// says; names don't matter.
public struct PackedTables: Sendable {
    /// A table that may be packed. Nothing of it stays in memory between two readings.
    public struct Member: Sendable {
        /// What messages call it: `outer.zip/folder/inner.csv`, or the file's own name.
        public let name: String
        private let path: String
        private let outerName: String
        private let steps: [Unpacking.Step]
        private let limits: Limits

        init(path: String, outerName: String, name: String, steps: [Unpacking.Step], limits: Limits) {
            self.path = path
            self.outerName = outerName
            self.name = name
            self.steps = steps
            self.limits = limits
        }

        /// Begins to read the table. A packed one is unpacked into memory once, for as long as the reader lives.
        ///
        /// - Parameter options: their limits are those that the file was opened with.
        /// - Throws: as ``TableReader/init(path:name:options:)``.
        public func reader(options: TableOptions = TableOptions()) throws(StageError) -> TableReader {
            var options = options
            options.limits = limits
            let outer = try InputFile(path: path, name: outerName, limits: limits)
            return try TableReader(try Unpacking.follow(steps, from: outer, name: name, limits: limits), options)
        }
    }

    /// The tables of a file in its own order; never empty.
    ///
    /// What lies beside the tables in an archive and is none of them (PDF, web pages, XML, pictures, what macOS adds) is
    /// passed over; a text of any other kind is handed out. Archives in archives are opened, to a depth of
    /// ``Unpacking/maximumDepth``.
    ///
    /// - Parameters:
    ///   - path: where the file is.
    ///   - name: what messages call it.
    /// - Throws: `fileMissing`, `fileUnreadable`, `fileEncrypted`, `fileDamaged`, `fileTooLarge`, and
    ///   `archiveWithoutTable` for an archive that holds no table.
    public static func open(
        path: String, name: String, limits: Limits = Limits()
    ) throws(StageError) -> [Member] {
        let file = try InputFile(path: path, name: name, limits: limits)
        var search = TableSearch(limits: limits)
        try search.look(at: file, steps: [])
        guard !search.found.isEmpty else {
            throw StageError(
                .archiveWithoutTable, at: file.location, found: search.others.prefix(3).joined(separator: ", "))
        }
        return search.found.map {
            Member(path: path, outerName: name, name: $0.name, steps: $0.steps, limits: limits)
        }
    }
}

/// Goes through a file and the archives in it, and notes how to get at each table.
private struct TableSearch {
    let limits: Limits
    var found: [(name: String, steps: [Unpacking.Step])] = []
    /// Names of what is no table.
    var others: [String] = []

    init(limits: Limits) { self.limits = limits }

    mutating func look(at file: InputFile, steps: [Unpacking.Step]) throws(StageError) {
        switch try PackedFormat.detect(file) {
        case .table:
            found.append((file.location.file, steps))
        case .archive where steps.count < Unpacking.maximumDepth:
            try look(into: try ZipArchive(file, limits: limits), file: file, steps: steps)
        case .gzip where steps.count < Unpacking.maximumDepth:
            // Only the beginning is looked at; what is packed twice has to be unpacked to be looked into.
            let beginning = InputFile(
                bytes: try Gunzip.prefix(of: file, count: PackedFormat.sampleSize, limits: limits),
                name: file.location.file)
            if case .table = try PackedFormat.detect(beginning, isWhole: false) {
                found.append((file.location.file, steps + [.gzip]))
            } else if PackedFormat.isOther(beginning) {
                others.append(file.location.file)
            } else {
                let whole = try Unpacking.follow([.gzip], from: file, name: file.location.file, limits: limits)
                try look(at: whole, steps: steps + [.gzip])
            }
        case .archive, .gzip, .other:
            // By itself the file is refused with the reason; in an archive it lies beside the tables.
            if steps.isEmpty { found.append((file.location.file, steps)) } else { others.append(file.location.file) }
        }
    }

    private mutating func look(
        into archive: ZipArchive, file: InputFile, steps: [Unpacking.Step]
    ) throws(StageError) {
        let outer = file.location.file
        for index in 0..<archive.count {
            guard let entry = archive.name(of: index), !entry.hasSuffix("/") else { continue }
            let name = outer + "/" + entry
            let inner = steps + [.entry(index)]
            let beginning = InputFile(
                bytes: try archive.prefix(of: index, count: PackedFormat.sampleSize), name: name)
            guard beginning.size > 0 else { continue }
            switch try PackedFormat.detect(beginning, isWhole: false) {
            case .table:
                found.append((name, inner))
            case .archive, .gzip:
                try look(
                    at: try Unpacking.unpack(index, of: archive, name: name, limits: limits), steps: inner)
            case .other:
                others.append(name)
            }
        }
    }
}
