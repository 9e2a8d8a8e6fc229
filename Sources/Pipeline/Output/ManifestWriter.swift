internal import Analysis
internal import FoundationEssentials
internal import Geo
internal import Linkage
internal import Model
internal import Reporting
internal import Survey
internal import Tabular

/// Writes `manifest.json` last: it names every file with its digest.
struct ManifestWriter {
    let options: RunOptions
    let inputs: WaveInputs
    let evidence: Evidence
    let results: Results

    /// From each list's system to JGD2011, then to the plane.
    private var coordinateOperations: [Manifest.CoordinateOperation] {
        inputs.gazetteers.operations.map {
            Manifest.CoordinateOperation(
                file: $0.list, description: $0.operation.name, accuracyMetres: $0.operation.accuracy,
                points: $0.operation.points)
        }
            + evidence.coordinateOperations.map {
                Manifest.CoordinateOperation(
                    file: nil, description: $0.description, accuracyMetres: $0.accuracy, points: nil)
            }
    }

    func write(
        _ written: [WrittenFile], timings: [(stage: Stage, seconds: Double)], to folder: URL
    ) throws(StageError) {
        let manifest = Manifest(
            program: Manifest.program, version: options.version, configuration: configuration,
            seed: ShortlistStage.seed,
            inputs: try inputFiles(), outputs: try outputFiles(written, in: folder),
            coordinateOperations: coordinateOperations, linkage: linkage,
            notes: notes, timings: timings.map { Manifest.Timing(stage: $0.stage.rawValue, seconds: $0.seconds) })
        let url = folder.appending(path: OutputFolder.marker)
        do {
            try manifest.encoded().write(to: url)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
            let register = folder.appending(path: Run.registerFile)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: register.path)
        } catch {
            throw StageError(
                .outputUnwritable, at: CellLocation(file: OutputFolder.marker), found: SystemReason.found(in: error))
        }
    }

    private var notes: [String] {
        guard results.shortlist.shortlist.isCutByTime else { return [] }
        return [
            "shortlist: the time limit struck; what is published doesn't depend on the clock and is not proven best"
        ]
    }

    private var linkage: Manifest.Linkage {
        let resolved = evidence.resolved
        let (records, earlier) = (resolved.links.count { $0 != nil }, evidence.earlier.records.count)
        // Those of earlier waves are not compared with each other.
        let all = (records + earlier) * (records + earlier - 1) / 2 - earlier * (earlier - 1) / 2
        return Manifest.Linkage(
            model: inputs.linkModel.version, records: records, earlierRecords: earlier,
            comparedPairs: resolved.candidateCount, allPairs: all, reviewPairs: resolved.doubtful.count)
    }

    private var configuration: Manifest.Configuration {
        let wave = inputs.description
        return Manifest.Configuration(
            wave: wave.wave.id, municipalityCode: wave.wave.municipality.code, asOf: wave.wave.asOf.description,
            shortlistSize: results.shortlist.shortlist.size, preset: results.shortlist.preset.rawValue,
            timeLimit: options.timeLimit, timeLimitStruck: results.shortlist.shortlist.isCutByTime,
            absentProbability: results.rules.absentProbability,
            weightWithoutCase: results.rules.weightWithoutCase,
            gazetteers: wave.gazetteers.map(\.path) + options.gazetteers.map(\.lastPathComponent),
            reportBy: wave.reportBy.rawValue, need: need)
    }

    private var need: Manifest.Need {
        let need = inputs.description.need
        return Manifest.Need(
            file: need.file?.path, indicators: need.indicators?.path, priorityThemes: need.priorityThemes.map(\.name),
            priorityWeight: need.priorityWeight, acrossThemes: evidence.need.balance?.rawValue,
            withoutFigure: need.withoutFigure.rawValue)
    }

    private func inputFiles() throws(StageError) -> [Manifest.Input] {
        var files: [Manifest.Input] = []
        for (name, url) in inputs.files {
            files.append(
                Manifest.Input(
                    file: name, sha256: try FileDigest.sha256(of: url, name: name), rowCount: nil, role: nil,
                    purpose: nil, retainUntil: nil))
        }
        let decisions = options.waveFolder.appending(path: Decisions.file)
        if FileManager.default.fileExists(atPath: decisions.path) {
            files.append(
                Manifest.Input(
                    file: Decisions.file, sha256: try FileDigest.sha256(of: decisions, name: Decisions.file),
                    rowCount: nil, role: nil, purpose: nil, retainUntil: nil))
        }
        if let folder = EarlierWaves.folder(options: options, inputs: inputs) {
            let name = folder.appending(path: Run.registerFile).path
            files.append(
                Manifest.Input(
                    file: name, sha256: try FileDigest.sha256(of: URL(filePath: name), name: name), rowCount: nil,
                    role: "previous", purpose: nil, retainUntil: nil))
        }
        return files
            + evidence.read.sources.map {
                Manifest.Input(
                    file: $0.file, sha256: $0.sha256, rowCount: $0.recordCount, role: $0.role.rawValue,
                    purpose: $0.purpose, retainUntil: $0.retainUntil?.description)
            }
    }

    private func outputFiles(_ written: [WrittenFile], in folder: URL) throws(StageError) -> [Manifest.Output] {
        var files: [Manifest.Output] = []
        for file in written + [WrittenFile(path: Run.registerFile, rowCount: nil)] {
            files.append(
                Manifest.Output(
                    file: file.path,
                    sha256: try FileDigest.sha256(of: folder.appending(path: file.path), name: file.path),
                    rowCount: file.rowCount))
        }
        return files.sorted { $0.file < $1.file }
    }
}
