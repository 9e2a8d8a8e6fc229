import Text

/// 市区町村 as the gazetteer names it, with the parts that people leave out.
struct Municipality: Sendable, Hashable {
    /// Five digits.
    let code: String
    /// With 郡 and 区, such as 菊池郡大津町.
    let name: String
    let prefecture: String

    var prefectureCode: String { String(code.prefix(2)) }

    /// The name without its 郡; `nil` where there is none. 郡山市 and 小郡市 have none.
    let nameWithoutCounty: String?
    /// City and ward of a designated city, such as 熊本市 and 中央区.
    let city: String?
    let ward: String?

    init(code: String, name: String, prefecture: String) {
        self.code = code
        self.name = name
        self.prefecture = prefecture
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
}

/// The municipalities of a gazetteer and all the ways in which they are written.
struct MunicipalityTable: Sendable {
    /// What a written form leaves open.
    struct Form: Sendable {
        enum Extent: Int, Sendable, Comparable, CaseIterable {
            /// 中央区
            case ward
            /// 熊本市, of a city that has wards
            case city
            /// 大津町
            case withoutCounty
            /// 菊池郡大津町, 熊本市中央区, 合志市
            case full

            static func < (a: Extent, b: Extent) -> Bool { a.rawValue < b.rawValue }
        }

        let municipality: Int
        let extent: Extent
    }

    let all: [Municipality]
    let forms: Lexicon<Form>
    /// For each municipality the code of its city: its own, or that of the designated city that it is a ward of.
    let cityCodes: [String]

    init(_ all: [Municipality], variants: CharacterVariants) {
        self.all = all
        var entries: [(word: [UInt32], meaning: Form)] = []
        for (index, municipality) in all.enumerated() {
            func add(_ name: String?, _ extent: Form.Extent) {
                guard let name else { return }
                entries.append((PlaceText.key(name, variants: variants), Form(municipality: index, extent: extent)))
            }
            add(municipality.name, .full)
            add(municipality.nameWithoutCounty, .withoutCounty)
            add(municipality.city, .city)
            add(municipality.ward, .ward)
        }
        forms = Lexicon(entries)
        cityCodes = Self.cityCodes(of: all)
    }

    /// Municipalities that are the area of a code: the city's wards for 43100, the ward itself for 43101.
    func members(of code: String) -> [Int] {
        all.indices.filter { all[$0].code == code || cityCodes[$0] == code }
    }

    /// Designated cities of a prefecture have codes from 100, 130, 140 and 150 on, and their wards the numbers behind
    /// (JIS X 0402; 総務省 全国地方公共団体コード): the ward with the lowest code says which.
    private static func cityCodes(of all: [Municipality]) -> [String] {
        var lowest: [String: String] = [:]
        for municipality in all {
            guard let city = municipality.city else { continue }
            let key = municipality.prefectureCode + city
            lowest[key] = min(lowest[key] ?? municipality.code, municipality.code)
        }
        return all.map { municipality in
            guard let city = municipality.city, let code = lowest[municipality.prefectureCode + city],
                let number = Int(code.suffix(3))
            else { return municipality.code }
            let base = [150, 140, 130, 100].first { number >= $0 } ?? number
            return municipality.prefectureCode + String(base)
        }
    }
}
