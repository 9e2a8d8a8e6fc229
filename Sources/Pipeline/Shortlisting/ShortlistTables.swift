internal import Analysis
internal import FoundationEssentials
internal import Model

/// Cells, organisations and pairs of the standalone command.
struct ShortlistTables {
    private(set) var cells: [String] = []
    private(set) var weights: [Double] = []
    private(set) var organizations: [Organization] = []
    private(set) var pairs: [CoverProblem.Pair] = []
    private(set) var findings: [Finding] = []
    /// Rows of the organisations' table, those that can't be used included.
    private(set) var organizationIDs: [String: Int?] = [:]
    let organizationTable: String

    struct Organization {
        let id: String
        let name: String
        /// p_j, 0…1.
        let acceptance: Double
        let cost: Double
        /// Values of the columns that groups are made of, in their order.
        let groupValues: [String]
    }

    /// - Parameters:
    ///   - groupColumns: titles of the organisations' table.
    ///   - needsCosts: whether a budget asks for them.
    /// - Throws: `StageError` when a table can't be read or lacks a column.
    init(
        cells: URL, organizations: URL, pairs: URL, acceptance: Shortlisting.Acceptance, groupColumns: [String],
        needsCosts: Bool
    ) throws(StageError) {
        var table = try ShortlistTable(
            path: organizations.path, name: organizations.lastPathComponent, requiring: [Self.organizationTitles])
        organizationTable = table.name
        try readOrganizations(&table, acceptance, groupColumns, needsCosts)
        let cellIndices = try readCells(cells)
        try readPairs(pairs, cellIndices)
    }

    private static let organizationTitles = ["org", "organization_id"]

    /// Named by others: findings of a table that was read in a first part.
    private mutating func readOrganizations(
        _ table: inout ShortlistTable, _ acceptance: Shortlisting.Acceptance, _ groupColumns: [String],
        _ needsCosts: Bool
    ) throws(StageError) {
        let id = table.column(Self.organizationTitles)
        let name = table.column(["name", "団体名", "名称"])
        let cost = try costColumn(table, needsCosts)
        let (constant, column) = try acceptance.source(table)
        var groups: [Int] = []
        for title in groupColumns { groups.append(try table.column(titled: title)) }
        var rows: [String: Int] = [:]
        while try table.next() {
            let key = table.text(id)
            if key.isEmpty {
                findings.append(
                    Finding(.error, .rowNotUsed, at: table.location(id), expected: table.title(id ?? 0)))
                continue
            }
            if let first = rows[key] {
                findings.append(
                    Finding(.warning, .rowDoubled, at: table.location(id), found: key, expected: "\(first)"))
                continue
            }
            rows[key] = table.rowNumber
            organizationIDs[key] = .some(nil)
            do throws(ShortlistMistake) {
                let probability = try column.map { column throws(ShortlistMistake) in
                    try table.number(column, in: 0...1, expected: "0…1").get()
                }
                let price = try cost.map { cost throws(ShortlistMistake) in
                    try table.number(cost, in: 0...1e15, expected: "≥ 0").get()
                }
                organizationIDs[key] = organizations.count
                organizations.append(
                    Organization(
                        id: key, name: table.text(name), acceptance: probability ?? constant, cost: price ?? 0,
                        groupValues: groups.map { table.text($0) }))
            } catch {
                findings.append(error.finding)
            }
        }
        if rows.isEmpty { findings.append(Finding(.warning, .sourceEmpty, at: table.location)) }
    }

    private func costColumn(_ table: ShortlistTable, _ isNeeded: Bool) throws(StageError) -> Int? {
        isNeeded ? try table.column(titled: "cost") : nil
    }

    /// - Returns: places of the cells by their ids; `nil` for one that can't be used.
    private mutating func readCells(_ url: URL) throws(StageError) -> [String: Int?] {
        var table = try ShortlistTable(
            path: url.path, name: url.lastPathComponent, requiring: [["cell"], ["weight"]])
        let (id, weight) = (table.column(["cell"]), table.column(["weight"]) ?? 0)
        var rows: [String: Int] = [:]
        var indices: [String: Int?] = [:]
        while try table.next() {
            let key = table.text(id)
            if key.isEmpty {
                findings.append(Finding(.error, .rowNotUsed, at: table.location(id), expected: "cell"))
                continue
            }
            if let first = rows[key] {
                findings.append(
                    Finding(.warning, .rowDoubled, at: table.location(id), found: key, expected: "\(first)"))
                continue
            }
            rows[key] = table.rowNumber
            switch table.number(weight, in: 0...1e15, expected: "≥ 0") {
            case .success(let number):
                indices[key] = cells.count
                cells.append(key)
                weights.append(number)
            case .failure(let mistake):
                indices[key] = .some(nil)
                findings.append(mistake.finding)
            }
        }
        if rows.isEmpty { findings.append(Finding(.warning, .sourceEmpty, at: table.location)) }
        return indices
    }

    private mutating func readPairs(_ url: URL, _ cellIndices: [String: Int?]) throws(StageError) {
        var table = try ShortlistTable(
            path: url.path, name: url.lastPathComponent, requiring: [Self.organizationTitles, ["cell"]])
        let (id, cell) = (table.column(Self.organizationTitles), table.column(["cell"]))
        let quality = table.column(["quality"])
        var rows: [UInt64: Int] = [:]
        while try table.next() {
            let (organizationID, cellID) = (table.text(id), table.text(cell))
            guard let organization = organizationIDs[organizationID] else {
                reject(table.location(id), organizationID, organizationTable)
                continue
            }
            guard let place = cellIndices[cellID] else {
                reject(table.location(cell), cellID, "cell")
                continue
            }
            // What belongs to a row that can't be used was told there.
            guard let organization, let place else { continue }
            let key = UInt64(organization) << 32 | UInt64(place)
            if let first = rows.updateValue(table.rowNumber, forKey: key) {
                rows[key] = first
                findings.append(
                    Finding(
                        .warning, .rowDoubled, at: table.location(id), found: "\(organizationID), \(cellID)",
                        expected: "\(first)"))
                continue
            }
            var share = 1.0
            if let quality, !table.text(quality).isEmpty {
                switch table.number(quality, in: 0...1, expected: "0…1") {
                case .success(let number): share = number
                case .failure(let mistake):
                    findings.append(mistake.finding)
                    continue
                }
            }
            pairs.append(
                CoverProblem.Pair(
                    candidate: organization, cell: place,
                    probability: organizations[organization].acceptance * share))
        }
    }

    private mutating func reject(_ location: CellLocation, _ id: String, _ table: String) {
        findings.append(Finding(.error, .pairUnmatched, at: location, found: id, expected: table))
    }

    var problem: CoverProblem {
        CoverProblem(weights: weights, candidateCount: organizations.count, pairs: pairs)
    }
}

extension Shortlisting.Acceptance {
    /// A number for all, or a column.
    fileprivate func source(_ table: ShortlistTable) throws(StageError) -> (constant: Double, column: Int?) {
        switch self {
        case .number(let number): (number, nil)
        case .usual: (1, table.column(["accept_p"]))
        case .column(let title):
            if title == "column", table.column(["column"]) == nil {
                (1, try table.column(titled: "accept_p"))
            } else {
                (1, try table.column(titled: title))
            }
        }
    }
}
