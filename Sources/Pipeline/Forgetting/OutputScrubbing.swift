internal import FoundationEssentials
internal import Model
internal import Reporting
internal import Store
internal import Tabular

/// Makes an output anew without an organisation: its register and its tables; what can't be made without the whole run
/// is left out until the next one.
struct OutputScrubbing {
    private let output: KnownOutput
    private let known: KnownOrganization
    private let scope: ForgottenSubject.Scope
    private let today: CivilDate

    init(_ output: KnownOutput, known: KnownOrganization, scope: ForgottenSubject.Scope, today: CivilDate) {
        self.output = output
        self.known = known
        self.scope = scope
        self.today = today
    }

    /// What becomes of a file.
    private enum Fate {
        case kept
        case changed(ForgottenTable.Result)
        case removed
    }

    /// What would be done; nothing is written.
    func plan() throws(StageError) -> ForgettingOutcome.OutputChange {
        let fates = try self.fates()
        let register = try Register(reading: output.registerFile.path, name: output.registerFile.path)
        let rows = try register.write(without: removal, to: nil)
        try register.close()
        return change(fates, registerRows: rows)
    }

    /// Builds the new output beside the old one and exchanges them.
    func run(publishing folder: OutputFolder?) throws(StageError) -> ForgettingOutcome.OutputChange {
        guard let folder else { return try plan() }
        let fates = try self.fates()
        var manifest = output.manifest
        for (file, fate) in fates {
            switch fate {
            case .kept: try copy(file, to: folder.staging)
            case .removed: manifest.remove(output: file)
            case .changed(let table):
                try copy(file, replacing: table.bytes, to: folder.staging)
                let url = folder.staging.appending(path: file)
                manifest.change(
                    output: file, sha256: try FileDigest.sha256(of: url, name: file), rowCount: table.rowCount)
            }
        }
        let rows = try writeRegister(to: folder.staging)
        let place = folder.staging.appending(path: Run.registerFile)
        manifest.change(
            output: Run.registerFile, sha256: try FileDigest.sha256(of: place, name: Run.registerFile), rowCount: nil)
        let change = change(fates, registerRows: rows)
        manifest.note(
            forgottenOn: today, scope.rawValue, changed: change.changedFiles, removed: change.removedFiles)
        try write(to: folder.staging.appending(path: OutputFolder.marker), mode: 0o600) { try manifest.encoded() }
        _ = try folder.publish()
        return change
    }

    private func change(_ fates: [(file: String, fate: Fate)], registerRows: Int) -> ForgettingOutcome.OutputChange {
        ForgettingOutcome.OutputChange(
            folder: output.url, registerRows: registerRows,
            changedFiles: fates.compactMap { if case .changed = $0.fate { $0.file } else { nil } },
            removedFiles: fates.compactMap { if case .removed = $0.fate { $0.file } else { nil } })
    }

    // MARK: What becomes of each file

    /// All but the register and the manifest. A page or a workbook is never searched: what is written in it can be cut,
    /// escaped or packed, and the next run makes it anew.
    private func fates() throws(StageError) -> [(file: String, fate: Fate)] {
        var fates: [(file: String, fate: Fate)] = []
        for file in output.manifest.outputs where file != Run.registerFile {
            let url = output.url.appending(path: file)
            // Somebody may have taken it away.
            guard FileManager.default.fileExists(atPath: url.path) else {
                fates.append((file, .removed))
                continue
            }
            switch url.pathExtension {
            case "csv" where Editions.isDirectory(file), "json" where Editions.isDirectory(file):
                fates.append((file, .removed))
            case "csv":
                let table = try ForgottenTable(url, file: file).without(known, scope, in: output)
                fates.append((file, table.map { $0.isToBeRemoved ? .removed : .changed($0) } ?? .kept))
            case "json": fates.append((file, try mentions(url) ? .removed : .kept))
            default: fates.append((file, .removed))
            }
        }
        return fates
    }

    private func mentions(_ url: URL) throws(StageError) -> Bool {
        do {
            return known.mentions.isIn(String(decoding: try Data(contentsOf: url), as: UTF8.self))
        } catch {
            throw StageError(.fileUnreadable, at: CellLocation(file: url.path), found: SystemReason.found(in: error))
        }
    }

    private var removal: RegisterRemoval {
        let mentions = known.mentions
        return RegisterRemoval(
            organizationIDs: known.ids, isOfContactsOnly: scope == .contacts, isMentioned: { mentions.isIn($0) })
    }

    // MARK: Writing

    private func writeRegister(to staging: URL) throws(StageError) -> Int {
        let place = staging.appending(path: Run.registerFile)
        // Closed to others before anything is in it.
        try write(to: place, mode: 0o600) { Data() }
        let register = try Register(reading: output.registerFile.path, name: output.registerFile.path)
        let rows = try register.write(without: removal, to: place.path)
        try register.close()
        return rows
    }

    /// With the rights of the file that it stands for.
    private func copy(_ file: String, replacing bytes: [UInt8]? = nil, to staging: URL) throws(StageError) {
        let (source, target) = (output.url.appending(path: file), staging.appending(path: file))
        do {
            if file.contains("/") {
                let folder = target.deletingLastPathComponent()
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                try FileManager.default.setAttributes(
                    [.posixPermissions: try Self.mode(source.deletingLastPathComponent())], ofItemAtPath: folder.path)
            }
        } catch {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: target.path), found: SystemReason.found(in: error))
        }
        let mode = (try? Self.mode(source)) ?? 0o600
        try write(to: target, mode: mode) { try bytes.map { Data($0) } ?? Data(contentsOf: source) }
    }

    private static func mode(_ url: URL) throws -> Int {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int ?? 0o600
    }

    private func write(to url: URL, mode: Int, _ bytes: () throws -> Data) throws(StageError) {
        do {
            try bytes().write(to: url)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: url.path)
        } catch {
            throw StageError(.outputUnwritable, at: CellLocation(file: url.path), found: SystemReason.found(in: error))
        }
    }
}
