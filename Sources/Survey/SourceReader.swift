public import Model
internal import Tabular
internal import Text

/// Reads one source of a wave into records and findings.
public struct SourceReader {
    public struct Result: Sendable {
        public var records: [Record] = []
        public var findings: [Finding] = []
        /// The sheet that was read, where the file has sheets.
        public var sheet: String?
    }

    private let wave: WaveDescription
    private let questionnaire: Questionnaire

    public init(wave: WaveDescription, questionnaire: Questionnaire) {
        self.wave = wave
        self.questionnaire = questionnaire
    }

    /// - Parameter path: where the file lies.
    /// - Throws: `StageError` when the file can't be read or its header doesn't have the columns; whatever is wrong with
    ///   a row is a finding.
    public func read(_ source: SourceDescription, at path: String) throws(StageError) -> Result {
        let options = TableOptions(
            sheet: source.sheet, encoding: source.encoding, delimiter: source.delimiter?.asciiValue)
        let table = try TableReader(path: path, name: source.file, options: options)
        var row = Row()
        let columns = ColumnMap(headers: try headers(of: source, table: table, row: &row))
        let header = CellLocation(
            file: source.file, sheet: table.sheet, row: source.headerRow + source.headerRows - 1)
        let plan = try SourcePlan(
            source: source, questionnaire: questionnaire, columns: columns, header: header)
        var result = Result(findings: plan.findings, sheet: table.sheet)
        let reader = RowReader(wave: wave, source: source, plan: plan)
        while try table.next(into: &row) {
            guard !row.isBlank else { continue }
            let reference = RecordReference(file: source.file, sheet: table.sheet, row: row.number)
            result.records.append(reader.record(row, reference: reference, findings: &result.findings))
        }
        result.findings += table.problems.map { Finding(.error, $0) }
        return result
    }

    private func headers(
        of source: SourceDescription, table: TableReader, row: inout Row
    ) throws(StageError) -> [[String]] {
        var headers: [[String]] = []
        let wanted = source.headerRow..<(source.headerRow + source.headerRows)
        while headers.count < source.headerRows, try table.next(into: &row) {
            guard wanted.contains(row.number) else {
                if row.number >= wanted.upperBound { break }
                continue
            }
            headers.append((0..<row.count).map { Width.trimmed(row[$0]) })
        }
        guard headers.count == source.headerRows, headers.contains(where: { $0.contains { !$0.isEmpty } }) else {
            throw StageError(
                .headerMissing, at: CellLocation(file: source.file, sheet: table.sheet),
                expected: String(source.headerRow))
        }
        return headers
    }
}
