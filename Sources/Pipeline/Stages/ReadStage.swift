internal import FoundationEssentials
internal import Model
internal import Survey

/// Files → records and findings.
struct ReadStage {
    struct Result {
        var records: [Record] = []
        var findings: [Finding] = []
        var sources: [SourceSummary] = []
    }

    /// - Throws: `StageError` with the problems of every source that can't be read, so that all are mended at once.
    static func run(_ inputs: WaveInputs) throws(StageError) -> Result {
        let reader = SourceReader(wave: inputs.description, questionnaire: inputs.questionnaire)
        var result = Result()
        var problems: [Problem] = []
        for (source, path) in zip(inputs.description.sources, inputs.sourcePaths) {
            do throws(StageError) {
                let read = try reader.read(source, at: path.path)
                result.records += read.records
                result.findings += read.findings
                if read.records.isEmpty {
                    result.findings.append(
                        Finding(
                            source.role == .frame ? .error : .warning, .sourceEmpty,
                            at: CellLocation(file: source.file, sheet: read.sheet)))
                }
                result.sources.append(
                    SourceSummary(
                        file: source.file, sheet: read.sheet, role: source.role, recordCount: read.records.count,
                        sha256: try FileDigest.sha256(of: path, name: source.file), purpose: source.purpose,
                        retainUntil: source.retainUntil))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return result
    }
}
