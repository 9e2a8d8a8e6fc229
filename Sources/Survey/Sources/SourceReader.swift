public import Model
internal import Tabular
internal import Text

/// Reads one source of a wave into records and findings.
public struct SourceReader {
    /// What a source holds, its records aside.
    public struct Summary: Sendable {
        public var recordCount = 0
        public var findings: [Finding] = []
        /// The sheet that was read, where the file has sheets.
        public var sheet: String?
    }

    public struct Result: Sendable {
        public var records: [Record]
        public var findings: [Finding]
        public var sheet: String?
    }

    private let wave: WaveDescription
    private let questionnaire: Questionnaire

    public init(wave: WaveDescription, questionnaire: Questionnaire) {
        self.wave = wave
        self.questionnaire = questionnaire
    }

    /// All records of a source.
    /// - Throws: as ``forEachRecord(of:at:_:)``.
    public func read(_ source: SourceDescription, at path: String) throws(StageError) -> Result {
        var records: [Record] = []
        let summary = try forEachRecord(of: source, at: path) { records.append($0) }
        return Result(records: records, findings: summary.findings, sheet: summary.sheet)
    }

    /// Hands over the records one by one, and keeps none.
    /// - Parameter path: where the file lies.
    /// - Throws: `StageError` when the file can't be read or its header doesn't have the columns; whatever is wrong with
    ///   a row is a finding.
    public func forEachRecord(
        of source: SourceDescription, at path: String, _ body: (Record) -> Void
    ) throws(StageError) -> Summary {
        let options = TableOptions(
            sheet: source.sheet, encoding: source.encoding, delimiter: source.delimiter?.asciiValue)
        let table = try TableReader(path: path, name: source.file, options: options)
        var row = Row()
        let headers = try headers(of: source, table: table, row: &row)
        let columns = ColumnMap(headers: headers, isSpread: table.mergesUpperTitles(inRow: source.headerRow))
        let header = CellLocation(
            file: source.file, sheet: table.sheet, row: source.headerRow + source.headerRows - 1)
        let contacts = source.contactUse(asOf: wave.wave.asOf)
        let plan = try SourcePlan(
            source: source, questionnaire: questionnaire, columns: columns, header: header, contacts: contacts)
        var summary = Summary(findings: plan.findings, sheet: table.sheet)
        summary.findings += contactFindings(source, contacts, at: CellLocation(file: source.file, sheet: table.sheet))
        let reader = RowReader(wave: wave, source: source, plan: plan)
        while try table.next(into: &row) {
            guard !row.isBlank else { continue }
            if columns.isRepeated(by: row) {
                summary.findings.append(
                    Finding(
                        .info, .headerRepeated,
                        at: CellLocation(file: source.file, sheet: table.sheet, row: row.number)))
                continue
            }
            let reference = RecordReference(file: source.file, sheet: table.sheet, row: row.number)
            body(reader.record(row, reference: reference, findings: &summary.findings))
            reportUntitled(row, columns, at: reference.location, findings: &summary.findings)
            summary.recordCount += 1
        }
        summary.findings += table.problems.map { Finding(.error, $0) } + remarks(on: table, of: source)
        return summary
    }

    private func contactFindings(
        _ source: SourceDescription, _ contacts: ContactUse, at location: CellLocation
    ) -> [Finding] {
        switch contacts {
        case .noneHeld, .linking: []
        case .unused: [Finding(.info, .contactsLeftOut, at: location, found: "contacts: unused")]
        case .expired:
            [
                Finding(
                    .info, .contactsLeftOut, at: location,
                    found: "retain_until: \(source.retainUntil?.description ?? "")",
                    expected: wave.wave.asOf.description)
            ]
        }
    }

    /// A value that stands under no title is lost, and often a comma too many has moved the others.
    private func reportUntitled(
        _ row: Row, _ columns: ColumnMap, at location: CellLocation, findings: inout [Finding]
    ) {
        for index in 0..<row.count where columns.isUntitled(index) && !row.isBlank(index) {
            findings.append(
                Finding(
                    .warning, .cellWithoutTitle, at: location, found: Width.trimmed(row[index]),
                    expected: CellRange.letters(ofColumn: index + 1)))
        }
    }

    /// What a person would want to know of the file as a whole.
    private func remarks(on table: TableReader, of source: SourceDescription) -> [Finding] {
        var remarks: [Finding] = []
        if let sheet = source.sheet, table.sheet == nil {
            remarks.append(Finding(.info, .sheetNotUsed, at: CellLocation(file: source.file), found: sheet))
        }
        if table.hiddenRows > 0 {
            remarks.append(
                Finding(
                    .info, .rowsHidden, at: CellLocation(file: source.file, sheet: table.sheet),
                    found: String(table.hiddenRows)))
        }
        let location = CellLocation(file: source.file, sheet: table.sheet)
        if !table.hiddenColumns.isEmpty {
            let columns = table.hiddenColumns.map {
                $0.count == 1
                    ? CellRange.letters(ofColumn: $0.lowerBound)
                    : [$0.lowerBound, $0.upperBound].map(CellRange.letters).joined(separator: "–")
            }
            remarks.append(Finding(.info, .columnsHidden, at: location, found: columns.joined(separator: ", ")))
        }
        let uncalculated = table.uncalculatedCells.filter { $0.rows.lowerBound >= source.headerRow }
        if !uncalculated.isEmpty {
            remarks.append(
                Finding(
                    .warning, .formulaNotCalculated, at: location,
                    found: uncalculated.prefix(20).map(\.name).joined(separator: ", ")))
        }
        let merged = table.mergedRanges.filter {
            $0.rows.count > 1 && $0.rows.lowerBound >= source.headerRow + source.headerRows
        }
        if !merged.isEmpty {
            remarks.append(
                Finding(
                    .warning, .cellsMerged, at: location,
                    found: merged.prefix(20).map(\.name).joined(separator: ", ")))
        }
        return remarks
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
                expected: source.headerRows == 1 ? "\(source.headerRow)" : "\(source.headerRow)–\(source.headerRow + 1)"
            )
        }
        return headers
    }
}

extension TableReader {
    /// Whether cells of the upper header row are merged to the right: then the merges say which columns a title spans.
    fileprivate func mergesUpperTitles(inRow row: Int) -> Bool {
        mergedRanges.contains { $0.rows.contains(row) && $0.columns.count > 1 }
    }
}
