internal import FoundationEssentials
internal import Model
internal import Survey

/// Files → records and findings.
struct ReadStage {
    struct Result {
        /// Empty where they were only looked at.
        var records: [Record] = []
        var findings: [Finding] = []
        var sources: [SourceSummary] = []

        var recordCount: Int { sources.reduce(0) { $0 + $1.recordCount } }
    }

    /// - Parameter keepsRecords: whether the records are wanted, or only what is wrong with them: a file may be larger
    ///   than the memory.
    /// - Throws: `StageError` with the problems of every source that can't be read, so that all are mended at once.
    static func run(_ inputs: WaveInputs, keepsRecords: Bool = true) throws(StageError) -> Result {
        let reader = SourceReader(wave: inputs.description, questionnaire: inputs.questionnaire)
        var result = Result()
        var problems: [Problem] = []
        for (source, path) in zip(inputs.description.sources, inputs.sourcePaths) {
            do throws(StageError) {
                let read = try reader.forEachRecord(of: source, at: path.path) { record in
                    if keepsRecords { result.records.append(record) }
                }
                result.findings += read.findings
                if read.recordCount == 0 {
                    result.findings.append(
                        Finding(
                            source.role == .frame ? .error : .warning, .sourceEmpty,
                            at: CellLocation(file: source.file, sheet: read.sheet)))
                }
                result.sources.append(
                    SourceSummary(
                        file: source.file, sheet: read.sheet, role: source.role, recordCount: read.recordCount,
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
