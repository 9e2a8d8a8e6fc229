/// The 47 prefectures as they are written: 熊本県, and 熊本 before a municipality.
struct PrefectureForms: Sendable {
    struct Match {
        /// 1…47
        let code: Int
        let length: Int
        let isFull: Bool
    }

    private let forms: [(code: Int, letters: [UInt16], shortLength: Int)]

    init(_ prefectures: Prefectures, table: LetterTable) {
        var letters = AddressLetters(table: table)
        forms = prefectures.codes.compactMap { code in
            guard let number = Int(code), let name = prefectures.name(of: code) else { return nil }
            letters.read(name)
            // 北海道 has no shorter name.
            return (number, letters.letters, name == "北海道" ? letters.count : letters.count - 1)
        }
    }

    func match(_ text: AddressLetters, at position: Int) -> Match? {
        let first = text[position]
        for form in forms where form.letters[0] == first {
            var length = 0
            while length < form.letters.count, text[position + length] == form.letters[length] { length += 1 }
            if length == form.letters.count { return Match(code: form.code, length: length, isFull: true) }
            if length == form.shortLength { return Match(code: form.code, length: length, isFull: false) }
        }
        return nil
    }
}
