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
    static func run(
        _ inputs: WaveInputs, keepsRecords: Bool = true, forgotten: inout ForgottenList
    ) throws(StageError) -> Result {
        let reader = SourceReader(wave: inputs.description, questionnaire: inputs.questionnaire)
        var result = Result()
        var problems: [Problem] = []
        for (source, path) in zip(inputs.description.sources, inputs.sourcePaths) {
            do throws(StageError) {
                var said: [Finding] = []
                let read = try reader.forEachRecord(of: source, at: path.path) { record in
                    let remainder = forgotten.remainder(of: record, findings: &said)
                    if keepsRecords, let remainder { result.records.append(remainder) }
                }
                result.findings += disclosed(read.findings, said) + said
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
                        retainUntil: source.retainUntil, contacts: source.contactUse(asOf: inputs.wave.asOf)))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return result
    }

    /// Findings without those that repeat what stands in a row that is forgotten.
    /// - Parameter said: of the rows that are forgotten, or whose contacts are.
    private static func disclosed(_ findings: [Finding], _ said: [Finding]) -> [Finding] {
        guard !said.isEmpty else { return findings }
        var codes: [CellLocation: ProblemCode] = [:]
        for finding in said { codes[finding.problem.location] = finding.problem.code }
        return findings.filter { finding in
            var row = finding.problem.location
            row.column = nil
            return switch codes[row] {
            case .recordForgotten: false
            case .contactsForgotten: ![.telephoneMalformed, .emailMalformed].contains(finding.problem.code)
            default: true
            }
        }
    }
}
