/// 市区町村 as a gazetteer names it, with the parts that people leave out.
struct MunicipalityName {
    /// Five digits.
    let code: UInt32
    /// With 郡 and 区, such as 菊池郡大津町.
    let name: String
    /// The name without its 郡; `nil` where there is none. 郡山市 and 小郡市 have none.
    let nameWithoutCounty: String?
    /// City and ward of a designated city, such as 甲市 and 乙区.
    let city: String?
    let ward: String?

    var prefectureCode: String { (code < 10_000 ? "0" : "") + String(code / 1000) }

    init(code: UInt32, name: String) {
        self.code = code
        self.name = name
        let characters = Array(name)
        if let last = characters.last, last == "町" || last == "村",
            let county = characters.dropFirst().firstIndex(of: "郡"),
            county < characters.count - 2
        {
            nameWithoutCounty = String(characters[(county + 1)...])
        } else {
            nameWithoutCounty = nil
        }
        if characters.last == "区", let end = characters.lastIndex(of: "市"), end > 0, end < characters.count - 2 {
            city = String(characters[...end])
            ward = String(characters[(end + 1)...])
        } else {
            city = nil
            ward = nil
        }
    }

    var forms: [(name: String, extent: MunicipalityExtent)] {
        var forms: [(name: String, extent: MunicipalityExtent)] = [(name, .full)]
        if let nameWithoutCounty { forms.append((nameWithoutCounty, .withoutCounty)) }
        if let city { forms.append((city, .city)) }
        if let ward { forms.append((ward, .ward)) }
        return forms
    }

    /// Designated cities of a prefecture have codes from 100, 130, 140 and 150 on, and their wards the numbers behind
    /// (JIS X 0402; 総務省 全国地方公共団体コード): the ward with the lowest code says which. Where no ward has an official
    /// code, the city has none either, and they share the lowest of theirs.
    static func cityCodes(of all: [MunicipalityName]) -> [UInt32] {
        var lowest: [String: UInt32] = [:]
        for municipality in all {
            guard let city = municipality.city else { continue }
            let key = municipality.prefectureCode + city
            // Codes that are not official are larger than those that are.
            lowest[key] = min(lowest[key] ?? municipality.code, municipality.code)
        }
        return all.map { municipality in
            guard let city = municipality.city, let code = lowest[municipality.prefectureCode + city] else {
                return municipality.code
            }
            guard MunicipalityBook.isOfficial(code) else { return code }
            let number = code % 1000
            return code / 1000 * 1000 + ([150, 140, 130, 100].first { number >= $0 } ?? number)
        }
    }
}
