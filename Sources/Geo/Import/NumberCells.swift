internal import Tabular
internal import Text

/// The cells that say which block or lot a row is.
struct NumberCells {
    /// `24` or `24-16`; several where a cell has several; none where it can't be read.
    let keys: [String]
    /// 7 for a block, 8 for a lot.
    let level: Int
    /// Of the registry; 0 in other lists.
    let id: UInt64
    let isRepresentative: Bool
    /// Where the key stands.
    let field: ListField

    init(_ row: Row, _ columns: ListColumns, _ format: ListFormat) {
        id = Self.id(row, columns)
        switch format {
        case .mlitBlocks:
            field = .block
            keys = Self.parts(row, columns[.block])
            // Where 住居表示 isn't in force, the cell has the lot's number.
            level = columns.has(.hasResidences) && row.digits(columns[.hasResidences]) == 0 ? 8 : 7
            isRepresentative = !columns.has(.isRepresentative) || row.digits(columns[.isRepresentative]) != 0
        case .registryResidences:
            field = .residenceNumber
            keys = Self.joined(row, columns, [.blockNumber, .residenceNumber, .secondResidenceNumber], needed: 2)
            level = 8
            isRepresentative = true
        case .registryParcels:
            field = .parcelNumber
            keys = Self.joined(row, columns, [.parcelNumber, .secondParcelNumber, .thirdParcelNumber], needed: 1)
            level = 8
            isRepresentative = true
        default:
            field = .blockNumber
            keys = Self.parts(row, columns[.blockNumber])
            level = 7
            isRepresentative = true
        }
    }

    /// The ids are digits of fixed length: 3 of the block, 3 of the residence, 5 of what is within it; 15 of a parcel.
    static func id(_ row: Row, _ columns: ListColumns) -> UInt64 {
        if columns.has(.parcelID) { return (row.digits(columns[.parcelID]) ?? 0) &+ 1 }
        guard columns.has(.blockID) else { return 0 }
        var id = row.digits(columns[.blockID]) ?? 0
        for (field, size) in [(ListField.residenceID, 1_000), (.secondResidenceID, 100_000)] as [(ListField, UInt64)] {
            id = id &* size &+ (row.digits(columns[field]) ?? 0)
        }
        return id &+ 1
    }

    /// `24,29` are two.
    private static func parts(_ row: Row, _ index: Int) -> [String] {
        if let number = row.digits(index) { return [String(number)] }
        return Width.folded(row.text(index)).split { $0 == "," || $0 == "、" }.compactMap { key(String($0)) }
    }

    private static func joined(_ row: Row, _ columns: ListColumns, _ fields: [ListField], needed: Int) -> [String] {
        var joined = ""
        for (offset, field) in fields.enumerated() {
            guard !row.isEmpty(columns[field]) else {
                if offset < needed { return [] }
                break
            }
            guard let part = row.digits(columns[field]).map(String.init) ?? key(row.text(columns[field])) else {
                return []
            }
            joined += offset == 0 ? part : "-" + part
        }
        return [joined]
    }

    /// As addresses are looked up: half-width, without spaces and leading zeros.
    private static func key(_ text: String) -> String? {
        let folded = Width.foldedWithoutSpaces(text)
        if let number = UInt32(folded) { return String(number) }
        return folded.isEmpty || folded.utf8.count > 60 ? nil : folded
    }
}
