/// A town's name as it is looked up: 上水前寺一丁目 is the stem 上水前寺 with 丁目 1.
struct TownName {
    /// Letters without the 丁目. A town that is called 一丁目 and nothing else keeps it.
    let stem: [UInt16]
    /// 0 where the name has no 丁目.
    let chome: Int

    init(_ letters: AddressLetters) {
        var stem = letters.letters
        var ending = 0
        if stem.count > 2, stem[stem.count - 1] == Letter.eye, stem[stem.count - 2] == Letter.block { ending = 2 }
        // Sakai has 四丁 and no 目.
        if stem.count > 1, stem[stem.count - 1] == Letter.block { ending = 1 }
        let number = stem.count - ending - 1
        if ending > 0, number > 0, Letter.isNumber(stem[number]), (1...999).contains(letters.value(number)) {
            let value = letters.value(number)
            stem.removeLast(ending + 1)
            if letters.isRowOfDigits(number) {
                // Lists write 二十一丁目 for 21, so 助七一丁目 is the first of 助七.
                stem.append(Letter.number(value / 10))
                chome = value % 10
            } else {
                chome = value
            }
        } else {
            chome = 0
        }
        self.stem = stem
    }

    /// A way in which people shorten a name.
    struct Short {
        let letters: [UInt16]
        let kind: StemKind
        /// Whether the number of the town is in the letters.
        let hasNumber: Bool
    }

    /// The number of the town that a shorter form of it has in the place of a 丁目.
    var number: Int { chome > 0 ? chome : numbered?.value ?? 0 }

    /// The ways in which people leave parts of it out.
    var shortened: [Short] {
        let numbered = numbered
        var result = shortenedStems.map { Short(letters: $0.letters, kind: $0.kind, hasNumber: numbered != nil) }
        if let numbered { result.append(Short(letters: numbered.stem, kind: .withoutEnding, hasNumber: false)) }
        if let joined { result.append(Short(letters: joined, kind: .withoutLine, hasNumber: true)) }
        return result
    }

    private var shortenedStems: [(letters: [UInt16], kind: StemKind)] {
        var result: [(letters: [UInt16], kind: StemKind)] = []
        if let line = withoutLine { result.append((line, .withoutLine)) }
        result += withoutLinks.map { ($0, .withoutEnding) }
        // 城南町沈目: the 町 is one that was merged into the city, or a district.
        if let town = stem.dropFirst().dropLast().firstIndex(where: {
            $0 == Letter.town || $0 == Letter.village || $0 == Letter.ward
        }),
            !Letter.isNumber(stem[town + 1]), !Letter.isNumber(stem[town - 1])
        {
            let rest = Array(stem[(town + 1)...])
            if stem[town] == Letter.town { result.append((Array(stem[..<town]) + rest, .withoutTownSign)) }
            if rest.count >= 2 { result.append((rest, .withoutFormerTown)) }
        }
        if stem.count >= 3, stem.last == Letter.town, !Letter.isNumber(stem[stem.count - 2]) {
            result.append((Array(stem.dropLast()), .withoutEnding))
        }
        return result
    }

    /// 茅崎市 for 茅ヶ崎市.
    static func withoutKe(_ name: [UInt16]) -> [UInt16]? {
        guard let ke = name.indices.dropFirst().dropLast().first(where: { name[$0] == Letter.ke }),
            Letter.isKanji(name[ke - 1]), Letter.isKanji(name[ke + 1])
        else { return nil }
        return Array(name[..<ke]) + Array(name[(ke + 1)...])
    }

    /// 鷹巣 for 鷹ノ巣, 梅丘 for 梅ヶ丘, 四谷 for 四ツ谷, 五通 for 五の通.
    private var withoutLinks: [[UInt16]] {
        stem.indices.dropFirst().dropLast().filter { index in
            Letter.isLink(stem[index]) && Letter.isKanji(stem[index + 1])
                && (Letter.isKanji(stem[index - 1]) || Letter.isNumber(stem[index - 1]))
        }.map { Array(stem[..<$0]) + Array(stem[($0 + 1)...]) }
    }

    /// つつじが丘北3 for つつじが丘北三番町, 礎町通1 for 礎町通一ノ町: the number is written as that of a 丁目.
    private var numbered: (stem: [UInt16], value: Int)? {
        guard chome == 0 else { return nil }
        let endings: [[UInt16]] = [[Letter.number, Letter.town], [Letter.no, Letter.town], [Letter.number]]
        guard
            let ending = endings.first(where: { stem.count > $0.count + 2 && stem.suffix($0.count).elementsEqual($0) })
        else { return nil }
        let number = stem.count - ending.count - 1
        guard let value = Letter.value(stem[number]), (1...99).contains(value) else { return nil }
        return (Array(stem[..<number]), value)
    }

    /// 与一四 is written for the fourth of 与一: one row of numerals.
    private var joined: [UInt16]? {
        guard (1...9).contains(chome), stem.count > 1, let last = stem.last, let value = Letter.value(last),
            (1...9).contains(value)
        else { return nil }
        return stem.dropLast() + [Letter.number(value * 10 + chome)]
    }

    /// 北3西 for 北三条西: 条 is left out between a number and a direction.
    private var withoutLine: [UInt16]? {
        guard
            let line = stem.indices.first(where: { index in
                index > 0 && stem[index] == Letter.line && Letter.isNumber(stem[index - 1]) && index + 1 < stem.count
            })
        else { return nil }
        return Array(stem[..<line]) + Array(stem[(line + 1)...])
    }
}
