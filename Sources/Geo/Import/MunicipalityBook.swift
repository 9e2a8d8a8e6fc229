internal import Text

/// The municipalities that lists name, with or without a code, and the code that each gets in the end.
struct MunicipalityBook {
    struct Entry: Hashable {
        /// Five digits; 0 where the list has none.
        let code: UInt32
        /// Empty where the list has none.
        let prefecture: String
        /// With 郡 and 区.
        let name: String
    }

    private(set) var entries: [Entry] = []
    private var indexes: [Entry: Int] = [:]

    mutating func index(of entry: Entry) -> Int {
        if let known = indexes[entry] { return known }
        indexes[entry] = entries.count
        entries.append(entry)
        return entries.count - 1
    }

    /// Codes that stand for no municipality: official ones end below 800.
    static func isOfficial(_ code: UInt32) -> Bool { code % 1000 < 800 }

    /// What each entry is in the gazetteer.
    struct Resolution {
        var codes: [UInt32] = []
        /// One name for each code.
        var names: [UInt32: String] = [:]
        /// Entries whose code isn't known.
        var withoutCode: [Int] = []
        /// The code of rows that can't be used, since their prefecture has names of no municipality by the hundred.
        static let unusable: UInt32 = 0
    }

    /// Gives each entry its code: that of an earlier entry with the same name, its own, that of the official list, or one
    /// that no municipality has. Codes change with reorganisations (浜松市天竜区), and no prefecture has a name twice.
    func resolve(
        prefectures: Prefectures, official: MunicipalityCodes, table: LetterTable
    ) -> Resolution {
        let reader = LetterReader(table: table)
        var known: [Name: UInt32] = [:]
        func names(_ prefecture: UInt32, _ name: String) -> [Name] {
            let letters = reader.read(name).letters
            let short = MunicipalityName(code: prefecture * 1000, name: name).nameWithoutCounty
            var keys = [Name(prefecture: prefecture, letters: letters)]
            if let short {
                keys.append(Name(prefecture: prefecture, letters: reader.read(short).letters))
            }
            return keys
        }
        for (code, name) in entries.map({ ($0.code, $0.name) }) + official.all where code > 0 {
            for key in names(code / 1000, name) where known[key] == nil { known[key] = code }
        }
        var resolution = Resolution()
        var named: [Name: UInt32] = [:]
        var synthetic: [Name: UInt32] = [:]
        var used: [UInt32: UInt32] = [:]
        for (index, entry) in entries.enumerated() {
            var code = entry.code
            if code > 0 {
                let key = names(code / 1000, entry.name)[0]
                code = named[key] ?? code
                named[key] = code
            } else {
                let prefecture = prefectures.code(of: entry.prefecture).flatMap { UInt32($0) } ?? 0
                let keys = names(prefecture, entry.name)
                if let same = keys.lazy.compactMap({ known[$0] }).first {
                    code = same
                } else if let key = keys.first {
                    let count = used[prefecture, default: 0]
                    code = synthetic[key] ?? (count < 200 ? prefecture * 1000 + 800 + count : Resolution.unusable)
                    if synthetic[key] == nil {
                        resolution.withoutCode.append(index)
                        used[prefecture, default: 0] += 1
                        synthetic[key] = code
                    }
                }
            }
            resolution.codes.append(code)
            if resolution.names[code] == nil { resolution.names[code] = entry.name }
        }
        // 住居表示 has no 郡: another list knows the full name.
        for (code, name) in entries.map({ ($0.code, $0.name) }) + official.all {
            if let short = resolution.names[code], name.hasSuffix(short), name.utf8.count > short.utf8.count {
                resolution.names[code] = name
            }
        }
        return resolution
    }

    private struct Name: Hashable {
        let prefecture: UInt32
        let letters: [UInt16]
    }
}
