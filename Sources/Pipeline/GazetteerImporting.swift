public import FoundationEssentials
internal import Geo
internal import Glibc
public import Model
internal import Survey

/// Makes a gazetteer of lists of addresses.
public struct GazetteerImporting: Sendable {
    /// Lists in the order of preference, plain or packed.
    public var lists: [URL]
    public var output: URL
    /// Whether a file that is there is replaced.
    public var replaces: Bool
    /// Folder with grids for the change of datum.
    public var grids: URL?
    /// EPSG code of where the points of lists are that don't say so themselves; `nil` for JGD2011.
    public var epsg: Int?
    public var dataFolder: URL

    public init(
        lists: [URL], output: URL, replaces: Bool = false, grids: URL? = nil, epsg: Int? = nil, dataFolder: URL
    ) {
        self.lists = lists
        self.output = output
        self.replaces = replaces
        self.grids = grids
        self.epsg = epsg
        self.dataFolder = dataFolder
    }

    public struct Outcome: Sendable {
        public let summary: GazetteerSummary
        /// In the order of the lists. Of one kind, a list has at most a thousand; one more, without a row, has `+` and the
        /// number of the others in `found`.
        public let findings: [Finding]

        public var hasErrors: Bool { findings.contains { $0.severity == .error } }
    }

    /// - Throws: `StageError` with what is wrong with the lists, or why the gazetteer can't be written; nothing is then.
    public func run() throws(StageError) -> Outcome {
        let system = try referenceSystem()
        // Before anything is read: a person who forgot --force learns it at once.
        try checkPlaces()
        let plan = try plan()
        let names = names()
        var files: [GazetteerImport.File] = []
        for (list, name) in zip(lists, names) {
            files.append(
                GazetteerImport.File(
                    path: list.path, name: name, sha256: try? FileDigest.sha256(of: list, name: name), system: system))
        }
        let imported = try plan.run(files, grids: grids?.path)
        try imported.write(to: output.path, name: output.relativePath)
        // Read back, so that what is told is what is in the file.
        let info = try GazetteerInfo(path: output.path, name: output.relativePath)
        return Outcome(
            summary: GazetteerSummary(info, file: output.relativePath), findings: imported.findings)
    }

    private func referenceSystem() throws(StageError) -> ReferenceSystem? {
        guard let epsg else { return nil }
        guard let system = ReferenceSystem(epsg: epsg) else {
            throw StageError(
                .valueUnknown, at: CellLocation(file: "--epsg"), found: "\(epsg)", expected: ReferenceSystem.known)
        }
        return system
    }

    private func plan() throws(StageError) -> GazetteerImport {
        let places = PlaceData(dataFolder)
        return try places.gazetteerImport(places.prefectures())
    }

    /// What messages and results call the lists: their last components, and paths where those are the same.
    private func names() -> [String] {
        let short = lists.map(\.lastPathComponent)
        return Set(short).count == short.count ? short : lists.map(\.relativePath)
    }

    /// Whether the lists are different files, and the output can be written and is none of them.
    private func checkPlaces() throws(StageError) {
        var known: Set<FileIdentity> = []
        var problems: [Problem] = []
        for list in lists {
            // What isn't there is told when it is read, with names that are near.
            guard let identity = FileIdentity(list.path) else { continue }
            if !known.insert(identity).inserted {
                problems.append(
                    Problem(.keyDouble, at: CellLocation(file: list.relativePath), found: list.lastPathComponent))
            }
        }
        if let problem = gridsProblem ?? outputProblem(lists: known) { problems.append(problem) }
        guard problems.isEmpty else { throw StageError(problems) }
    }

    private var gridsProblem: Problem? {
        guard let grids else { return nil }
        let place = CellLocation(file: grids.relativePath)
        guard let identity = FileIdentity(grids.path) else { return Problem(.fileMissing, at: place) }
        if identity.isFolder { return nil }
        return Problem(.fileUnreadable, at: place, found: SystemReason.found(ENOTDIR))
    }

    private func outputProblem(lists: Set<FileIdentity>) -> Problem? {
        let place = CellLocation(file: output.relativePath)
        func unwritable(_ code: Int32) -> Problem {
            Problem(.outputUnwritable, at: place, found: SystemReason.found(code))
        }
        if let identity = FileIdentity(output.path) {
            if identity.isFolder { return unwritable(EISDIR) }
            if lists.contains(identity) { return Problem(.outputIsInput, at: place) }
            if !replaces { return Problem(.fileExists, at: place, expected: "--force") }
        }
        let folder = output.deletingLastPathComponent()
        guard let identity = FileIdentity(folder.path) else { return unwritable(ENOENT) }
        guard identity.isFolder else { return unwritable(ENOTDIR) }
        return access(folder.path, W_OK) == 0 ? nil : unwritable(errno)
    }
}
