/// Towns without a point whose parts have one: the registry places 丙１丁目 and 丙２丁目, but not 丙, and 室 by its
/// 小字 only.
struct TownParts {
    private struct Name: Hashable {
        let code: UInt32
        let letters: [UInt16]
    }

    /// Rows without a point, by name.
    private var wanted: [Name: [Int]] = [:]
    private var codes: Set<UInt32> = []

    init(_ rows: [GazetteerBuilder.Row], _ reader: LetterReader) {
        for (index, row) in rows.enumerated() where row.latitude.isNaN && !row.town.isEmpty {
            let name = Name(code: row.municipalityCode, letters: reader.read(row.town).letters)
            wanted[name, default: []].append(index)
            codes.insert(row.municipalityCode)
        }
    }

    /// The part in the middle of each town that has some; 丁目 are preferred to 小字.
    func centralParts(
        _ rows: [GazetteerBuilder.Row], _ reader: LetterReader
    ) -> [(row: Int, part: Int)] {
        guard !wanted.isEmpty else { return [] }
        var chomes: [Name: [Int]] = [:]
        var koazas: [Name: [Int]] = [:]
        for (index, row) in rows.enumerated() where !row.latitude.isNaN && codes.contains(row.municipalityCode) {
            if row.koazaLength > 0, row.koazaLength < row.town.utf8.count {
                let town = String(decoding: row.town.utf8.dropLast(row.koazaLength), as: UTF8.self)
                let name = Name(code: row.municipalityCode, letters: reader.read(town).letters)
                if wanted[name] != nil { koazas[name, default: []].append(index) }
            } else {
                let town = TownName(reader.read(row.town))
                let name = Name(code: row.municipalityCode, letters: town.stem)
                if town.chome > 0, wanted[name] != nil { chomes[name, default: []].append(index) }
            }
        }
        var result: [(row: Int, part: Int)] = []
        for (name, parts) in koazas.merging(chomes, uniquingKeysWith: { _, chomes in chomes }) {
            let central = CentralPoint.index(of: parts.map { (rows[$0].latitude, rows[$0].longitude) })
            guard let central, let towns = wanted[name] else { continue }
            result += towns.map { (row: $0, part: parts[central]) }
        }
        return result.sorted { $0.row < $1.row }
    }
}
