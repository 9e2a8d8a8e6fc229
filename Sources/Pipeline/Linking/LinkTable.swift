internal import FoundationEssentials
internal import Linkage
internal import Model
internal import Tabular
internal import Text

/// A list of organisations as `link` reads it.
struct LinkTable {
    /// What a column may hold, by the name that an option gives it.
    enum Field: String, CaseIterable {
        case id, name, postal, address, tel, email, representative
        case corporateNumber = "corporate_number"

        /// Titles that lists have, folded; a title may say more (団体の名称).
        var titles: [String] {
            switch self {
            case .id: ["id", "番号", "no", "no.", "管理番号", "団体id"]
            case .name: ["name", "団体名", "名称", "法人名", "団体名称", "事業所名", "組織名"]
            case .postal: ["postal", "郵便番号", "〒", "zip"]
            case .address: ["address", "所在地", "住所"]
            case .tel: ["tel", "電話番号", "電話", "連絡先電話番号", "phone"]
            case .email: ["email", "メールアドレス", "メール", "e-mail", "mail"]
            case .representative: ["representative", "代表者", "代表者名", "代表者氏名"]
            case .corporateNumber: ["corporate_number", "法人番号"]
            }
        }
    }

    let ids: [String]
    /// As a spreadsheet numbers them.
    let rows: [Int]
    /// `nil` for a file that has none.
    let sheet: String?
    let entries: [LinkEntry]
    let findings: [Finding]

    /// - Parameter titles: of columns that are called otherwise than usual.
    /// - Throws: `StageError` when the file can't be read or has no column of names.
    init(path: String, name: String, titles: [Field: String], names: NameData) throws(StageError) {
        let reader = try TableReader(path: path, name: name)
        var row = Row()
        let columns = try Self.columns(reader, name, titles, &row)
        var ids: [String] = []
        var rows: [Int] = []
        var entries: [LinkEntry] = []
        var findings: [Finding] = []
        while try reader.next(into: &row) {
            guard !row.isBlank else { continue }
            func cell(_ field: Field) -> String { columns[field].map { row[$0] } ?? "" }
            if cell(.name).isEmpty {
                findings.append(
                    Finding(.warning, .nameMissing, at: CellLocation(file: name, sheet: reader.sheet, row: row.number)))
            }
            rows.append(row.number)
            ids.append(columns[.id] == nil ? String(row.number) : cell(.id))
            entries.append(
                LinkEntry(
                    name: names.normalizer.normalize(cell(.name)),
                    telephone: ContactKeys.telephone(cell(.tel)), email: ContactKeys.email(cell(.email)),
                    postalCode: ContactKeys.postalCode(cell(.postal)),
                    lot: LotText.key(cell(.address), variants: names.variants),
                    representative: PersonName.key(cell(.representative), variants: names.variants),
                    corporateNumber: CorporateNumber.thirteenDigits(cell(.corporateNumber))))
        }
        self.ids = ids
        self.rows = rows
        sheet = reader.sheet
        self.entries = entries
        self.findings = findings + reader.problems.map { Finding(.error, $0) }
    }

    private static func columns(
        _ reader: TableReader, _ name: String, _ wanted: [Field: String], _ row: inout Row
    ) throws(StageError) -> [Field: Int] {
        let header = try HeaderRow(of: reader, name: name, row: &row)
        var columns: [Field: Int] = [:]
        var problems: [Problem] = []
        for field in Field.allCases {
            if let title = wanted[field] {
                columns[field] = header.column(titled: title)
                guard columns[field] == nil else { continue }
                problems.append(header.missing(title))
            } else {
                columns[field] = field.titles.lazy.compactMap { header.keys.firstIndex(of: $0) }.first
            }
        }
        if columns[.name] == nil, wanted[.name] == nil {
            problems.append(
                Problem(
                    .columnMissing, at: header.location, found: Field.name.titles[1],
                    expected: header.titles.prefix(20).joined(separator: ", ")))
        }
        guard problems.isEmpty else { throw StageError(problems) }
        return columns
    }
}
