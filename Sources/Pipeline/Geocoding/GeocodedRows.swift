internal import FoundationEssentials
internal import Geo
internal import Glibc
internal import Model
internal import Tabular

/// Takes the rows of a table with what their addresses say.
protocol GeocodedRows {
    /// - Parameter fields: `nil` where the address is blank.
    mutating func append(_ row: Row, _ fields: AddressFields?) throws(StageError)
    mutating func finish() throws(StageError)
}

/// The columns that are added to a table.
enum GeocodedColumn: String, CaseIterable {
    case prefecture, municipality, town, block, lot, rest, building, level, latitude, longitude
    case easting = "easting_m"
    case northing = "northing_m"
    case mesh = "mesh_code"
    case confidence, source, alternatives

    /// - Parameter titles: of the input; a name that is among them gets `geo_` in front.
    static func names(besides titles: [String]) -> [String] {
        AddedColumns.names(allCases.map(\.rawValue), besides: titles, prefix: "geo_")
    }
}

extension AddressFields {
    /// Of the third mesh, about 1 km: points of towns are no better.
    var meshCode: Int? {
        hasPoint ? Mesh.number(latitude: point.latitude, longitude: point.longitude, level: .third) : nil
    }

    var alternativeText: String { alternatives.joined(separator: "; ") }
}

/// Rows as a CSV, in a file or on standard output.
struct GeocodedCSV: GeocodedRows {
    private let file: OutputFile?
    private let titleCount: Int
    private var writer: CSVWriter

    private static let chunk = 1 << 18

    /// - Parameter file: `nil` for standard output, where no byte order mark is written.
    init(_ file: OutputFile?, titles: [String]) {
        self.file = file
        titleCount = titles.count
        writer = CSVWriter(byteOrderMark: file != nil)
        writer.row(titles + GeocodedColumn.names(besides: titles))
    }

    mutating func append(_ row: Row, _ fields: AddressFields?) throws(StageError) {
        for index in 0..<titleCount { row.withBytes(at: index) { writer.cell($0) } }
        if let fields { append(fields) } else { for _ in GeocodedColumn.allCases { writer.emptyCell() } }
        // Values without a title move nothing here.
        if row.count > titleCount {
            for index in titleCount..<row.count { row.withBytes(at: index) { writer.cell($0) } }
        }
        writer.endRow()
        if writer.bytes.count >= Self.chunk { try writer.flush(to: file) }
    }

    mutating func finish() throws(StageError) { try writer.flush(to: file) }

    private mutating func append(_ fields: AddressFields) {
        writer.cell(fields.prefecture)
        writer.cell(fields.municipality)
        writer.cell(fields.town)
        writer.cell(fields.block)
        writer.cell(fields.lot)
        writer.cell(fields.rest)
        writer.cell(fields.building)
        writer.cell(fields.level.rawValue)
        let point = fields.point
        writer.cell(point.latitude, decimals: 6)
        writer.cell(point.longitude, decimals: 6)
        writer.cell(point.easting, decimals: 2)
        writer.cell(point.northing, decimals: 2)
        if let mesh = fields.meshCode { writer.cell(mesh) } else { writer.emptyCell() }
        writer.cell(fields.confidence, decimals: 2)
        writer.cell(fields.source)
        if fields.alternativeCount > 0 { writer.cell(fields.alternativeText) } else { writer.emptyCell() }
    }
}

/// Rows as a workbook, for those who go on in Excel.
struct GeocodedWorkbook: GeocodedRows {
    private let writer: WorkbookWriter
    private let titleCount: Int

    init(_ file: OutputFile, titles: [String]) throws(StageError) {
        writer = try WorkbookWriter(path: file.temporary.path, name: file.url.lastPathComponent)
        titleCount = titles.count
        let names = GeocodedColumn.names(besides: titles)
        try writer.addSheet(
            WorkbookSheet(
                name: "geocode",
                columns: titles.map { WorkbookColumn($0) }
                    + zip(GeocodedColumn.allCases, names).map { WorkbookColumn($1, Self.kind($0), width: 14) }))
    }

    mutating func append(_ row: Row, _ fields: AddressFields?) throws(StageError) {
        var cells: [WorkbookCell] = (0..<titleCount).map { .text(row[$0]) }
        cells += fields.map(Self.cells) ?? GeocodedColumn.allCases.map { _ in .blank }
        if row.count > titleCount { cells += (titleCount..<row.count).map { .text(row[$0]) } }
        try writer.row(cells)
    }

    mutating func finish() throws(StageError) { try writer.close() }

    private static func kind(_ column: GeocodedColumn) -> WorkbookColumn.Kind {
        switch column {
        case .latitude, .longitude: .decimal(digits: 6)
        case .easting, .northing, .confidence: .decimal(digits: 2)
        default: .text
        }
    }

    private static func cells(_ fields: AddressFields) -> [WorkbookCell] {
        func text(_ bytes: AddressFields.Text) -> WorkbookCell { .text(String(decoding: bytes, as: UTF8.self)) }
        let point = fields.point
        return [
            text(fields.prefecture), text(fields.municipality), text(fields.town), text(fields.block),
            text(fields.lot), text(fields.rest), text(fields.building), .integer(fields.level.rawValue),
            .number(point.latitude), .number(point.longitude), .number(point.easting), .number(point.northing),
            fields.meshCode.map { .text(String($0)) } ?? .blank, .number(fields.confidence), text(fields.source),
            .text(fields.alternativeText),
        ]
    }
}
