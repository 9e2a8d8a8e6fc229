/// Finds the row of an earlier list that is the same town in another spelling: 今福１丁目 and 今福一丁目, 大字室 and 室.
///
/// Within one list such names are two towns, since lists don't write one town twice.
struct FoldedNames {
    private struct Key: Hashable {
        let code: UInt32
        let letters: [UInt16]
    }

    private var rows: [Key: [Int]] = [:]
    private var codes: Set<UInt32> = []

    /// Metres of latitude and longitude beyond which two points aren't one town's.
    private static let farApart = 2000.0

    mutating func row(
        like town: ListTown, code: UInt32, before list: Int, origins: [(list: Int, row: Int)],
        rows all: [GazetteerBuilder.Row], _ rowsByCode: [UInt32: [Int]], _ reader: LetterReader
    ) -> Int? {
        guard let members = rowsByCode[code], let first = members.first, origins[first].list < list else { return nil }
        if codes.insert(code).inserted {
            for row in members where origins[row].list < list {
                let letters = reader.read(all[row].town).letters
                rows[Key(code: code, letters: letters), default: []].append(row)
            }
        }
        return rows[Key(code: code, letters: reader.read(town.name).letters)]?.first { row in
            let isEmpty = all[row].town.isEmpty || town.name.isEmpty
            return isEmpty ? all[row].town.isEmpty && town.name.isEmpty : Self.areNear(all[row], town.point)
        }
    }

    private static func areNear(_ row: GazetteerBuilder.Row, _ point: ListPoint) -> Bool {
        guard point.exists, !row.latitude.isNaN else { return true }
        // A degree of longitude has 95 km at 31°, 81 km at 43°: near enough for a limit that is a guess.
        let north = (row.latitude - point.first) * 111_000
        let east = (row.longitude - point.second) * 90_000
        return north * north + east * east < farApart * farApart
    }
}
