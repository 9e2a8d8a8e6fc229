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

    /// The ways in which people leave parts of it out.
    var shortened: [(letters: [UInt16], kind: StemKind)] {
        var result: [(letters: [UInt16], kind: StemKind)] = []
        if let line = withoutLine { result.append((line, .withoutLine)) }
        if let withoutNo { result.append((withoutNo, .withoutEnding)) }
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

    /// 鷹巣 for 鷹ノ巣.
    private var withoutNo: [UInt16]? {
        guard let no = stem.indices.dropFirst().dropLast().first(where: { stem[$0] == Letter.no }),
            Letter.isKanji(stem[no - 1]), Letter.isKanji(stem[no + 1])
        else { return nil }
        return Array(stem[..<no]) + Array(stem[(no + 1)...])
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
