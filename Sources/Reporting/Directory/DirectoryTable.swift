import Model
import Tabular

extension DelimitedTable {
    /// `directory.csv`: one row a member, with the first columns of the 自治体標準オープンデータセット (デジタル庁) and ours behind
    /// them. Latitude and longitude are JGD2011.
    static func directory(_ directory: MemberDirectory, _ wave: Wave) -> DelimitedTable {
        let owner = [
            MunicipalityCode.withCheckDigit(wave.municipality.code) ?? "",
            wave.municipality.prefecture + wave.municipality.name,
        ]
        return DelimitedTable(
            path: directory.edition.folder + MemberDirectory.tableName,
            header: [
                "全国地方公共団体コード", "ID", "地方公共団体名", "名称", "名称_カナ", "所在地_全国地方公共団体コード", "町字ID", "所在地_連結表記",
                "所在地_都道府県", "所在地_市区町村", "所在地_町字", "所在地_番地以下", "建物名等(方書)", "緯度", "経度", "電話番号", "備考",
                "支援につながる活動内容", "活動の種類", "活動の範囲", "郵便番号",
            ],
            rows: directory.entries.map { directoryRow($0, owner: owner).map(SpreadsheetText.harmless) },
            hasByteOrderMark: true)
    }

    private static func directoryRow(_ entry: MemberDirectory.Entry, owner: [String]) -> [String] {
        let office = entry.office
        let code = office.flatMap { MunicipalityCode.withCheckDigit($0.municipalityCode) } ?? ""
        // No gazetteer carries 町字ID, and nothing is remarked.
        return [owner[0], entry.id, owner[1], entry.name, entry.nameKana, code, "", office?.text ?? ""]
            + [office?.prefecture, office?.municipality, office?.town, office?.number, office?.building]
            .map { $0 ?? "" }
            + [
                MachineText.number(office?.latitude), MachineText.number(office?.longitude), entry.telephone ?? "", "",
                MachineText.list(entry.themes.map(\.label)), MachineText.list(entry.supportTypes.map(\.label)),
                entry.serviceArea, office?.postalCode ?? "",
            ]
    }
}
