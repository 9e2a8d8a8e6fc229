public import Model
internal import Text

/// A municipality that the data files know.
public struct KnownMunicipality: Sendable {
    /// Five digits.
    public let code: String
    public let name: String
    public let prefecture: String
    /// As `areas:` names it.
    public let areasFile: String
    /// Kinds of areas that it is divided into, in that file.
    public let areaKinds: Set<Area.Kind>
    public let gazetteerFiles: [String]

    public init(
        code: String, name: String, prefecture: String, areasFile: String, areaKinds: Set<Area.Kind>,
        gazetteerFiles: [String]
    ) {
        self.code = code
        self.name = name
        self.prefecture = prefecture
        self.areasFile = areasFile
        self.areaKinds = areaKinds
        self.gazetteerFiles = gazetteerFiles
    }
}

/// What the rows tell of a wave as a whole: whose it is and when it was.
struct WaveFacts: Sendable {
    struct City: Sendable {
        let name: String
        let prefecture: String
        let known: KnownMunicipality?
        /// Addresses that name it, of all.
        let count: Int
        let total: Int
    }

    /// First and last day of the answers, without those far off.
    struct Period: Sendable {
        let first: CivilDate
        let last: CivilDate
        let count: Int
        /// Days far from the others, with how many answers.
        let outliers: [CivilDate: Int]
    }

    let city: City?
    let period: Period?

    /// 令和6年度: the Japanese fiscal year (April to March) of a day, by era.
    static func fiscalYear(of day: CivilDate) -> (id: String, label: String, english: String) {
        let year = day.month >= 4 ? day.year : day.year - 1
        if year >= 2019 {
            let era = year - 2018
            return ("r\(era)", "令和\(era == 1 ? "元" : String(era))年度", "FY\(year)")
        }
        return year >= 1989
            ? ("h\(year - 1988)", "平成\(year - 1988)年度", "FY\(year)") : ("fy\(year)", "\(year)年度", "FY\(year)")
    }
}

struct WaveFactFinder {
    let words: SurveyWords
    let known: [KnownMunicipality]
    /// Answers so far from the middle one are slips of the pen.
    private static let farDays = 92

    func city(_ addresses: [String]) -> WaveFacts.City? {
        let total = addresses.count
        guard total > 0 else { return nil }
        let folded = addresses.map { Width.foldedWithoutSpaces($0) }
        var counts: [Int: Int] = [:]
        for address in folded {
            if let index = municipality(of: address) { counts[index, default: 0] += 1 }
        }
        if let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 10 >= total * 3 {
            let city = known[best.key]
            return WaveFacts.City(
                name: city.name, prefecture: city.prefecture, known: city, count: best.value, total: total)
        }
        return named(folded)
    }

    /// The known municipality that an address begins with, behind its prefecture.
    private func municipality(of address: String) -> Int? {
        var best: (index: Int, length: Int)?
        for (index, city) in known.enumerated() where city.name.count > best?.length ?? 0 {
            let bare = address.hasPrefix(city.prefecture) ? String(address.dropFirst(city.prefecture.count)) : address
            if bare.hasPrefix(city.name) || county(bare).map({ $0.hasPrefix(city.name) }) ?? false {
                best = (index, city.name.count)
            }
        }
        return best?.index
    }

    /// What stands behind 〜郡.
    private func county(_ address: String) -> Substring? {
        for suffix in words.all(.placeSuffix, "county") {
            guard let range = address.prefix(8).firstRange(of: suffix) else { continue }
            return address[range.upperBound...]
        }
        return nil
    }

    /// A city that no table knows: the name that most addresses begin with.
    private func named(_ addresses: [String]) -> WaveFacts.City? {
        let prefectures = words.all(.placeSuffix, "prefecture").map(Character.init)
        let suffixes = words.all(.placeSuffix, "municipality").map(Character.init)
        var names: [[String]: Int] = [:]
        for address in addresses {
            var (rest, prefecture) = (address[...], "")
            // Names of prefectures have three or four characters.
            if let end = rest.prefix(4).dropFirst(2).firstIndex(where: { prefectures.contains($0) }) {
                prefecture = String(rest[...end])
                rest = rest[rest.index(after: end)...]
            }
            if let behind = county(String(rest)) { rest = behind }
            // 四日市市 has two ends; which one is the city's, all addresses tell together.
            for end in rest.prefix(8).indices where end > rest.startIndex && suffixes.contains(rest[end]) {
                names[[String(rest[...end]), prefecture], default: 0] += 1
            }
        }
        var byName: [String: Int] = [:]
        for (name, count) in names { byName[name[0], default: 0] += count }
        guard let most = byName.values.max(), most * 10 >= addresses.count * 3,
            let best = byName.filter({ $0.value * 10 >= most * 9 && !isPart($0.key, ofOneOf: Array(byName.keys)) })
                .max(by: { ($0.key.count, $1.key) < ($1.key.count, $0.key) })
        else { return nil }
        let prefecture = names.filter { $0.key[0] == best.key && !$0.key[1].isEmpty }
            .max { ($0.value, $1.key[1]) < ($1.value, $0.key[1]) }?.key[1]
        return WaveFacts.City(
            name: best.key, prefecture: prefecture ?? "", known: nil, count: best.value, total: addresses.count)
    }

    /// ひばり市緑町 is a part of ひばり市; 四日市市 and 余市町 are no parts.
    private func isPart(_ name: String, ofOneOf names: [String]) -> Bool {
        guard let city = words.all(.placeSuffix, "municipality").first, !name.hasSuffix(city) else { return false }
        return names.contains { $0.hasSuffix(city) && name.hasPrefix($0) && name.count > $0.count + 1 }
    }

    /// From the dates of the answers.
    func period(_ cells: [String]) -> WaveFacts.Period? {
        let days = cells.compactMap { JapaneseDate.parse($0)?.date ?? JapaneseDate.moment(serial: $0)?.date }.sorted()
        guard !days.isEmpty else { return nil }
        let middle = days[days.count / 2].daysSince1970
        let (near, far) = (
            days.filter { abs($0.daysSince1970 - middle) <= Self.farDays },
            days.filter { abs($0.daysSince1970 - middle) > Self.farDays }
        )
        guard let first = near.first, let last = near.last else { return nil }
        return WaveFacts.Period(
            first: first, last: last, count: days.count,
            outliers: far.reduce(into: [:]) { $0[$1, default: 0] += 1 })
    }

    /// Words of a note that say the questionnaire came back or the organisation has ceased, with the rows.
    func notes(_ cells: [String], _ kind: String) -> [(word: String, count: Int)] {
        var counts: [String: Int] = [:]
        for cell in cells where !cell.isEmpty {
            let key = words.key(cell)
            // One word a note, the longest, so that none is counted twice.
            if let word = words.all(.note, kind).filter({ key.contains($0) }).max(by: { $0.count < $1.count }) {
                counts[word, default: 0] += 1
            }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }
}
