/// The 47 prefectures as they are written: with 県, and without it before a municipality.
struct PrefectureForms: Sendable {
    struct Match {
        /// 1…47
        let code: Int
        let length: Int
        let isFull: Bool
    }

    private let forms: [(code: Int, letters: [UInt16], shortLength: Int)]
    /// Names one behind the other, and where that of each code lies.
    private let names: MappedBytes
    private let places: [Range<Int>]

    init(_ prefectures: Prefectures, table: LetterTable) {
        var names: [UInt8] = []
        var places = Array(repeating: 0..<0, count: 48)
        for code in prefectures.codes {
            guard let number = Int(code), places.indices.contains(number) else { continue }
            let start = names.count
            names += (prefectures.name(of: code) ?? "").utf8
            places[number] = start..<names.count
        }
        self.names = MappedBytes(copying: names)
        self.places = places
        let reader = LetterReader(table: table)
        forms = prefectures.codes.compactMap { code in
            guard let number = Int(code), let name = prefectures.name(of: code) else { return nil }
            let letters = reader.read(name)
            // 北海道 has no shorter name.
            return (number, letters.letters, name == "北海道" ? letters.count : letters.count - 1)
        }
    }

    /// - Parameter code: 1…47; empty for others.
    func name(of code: Int) -> UnsafeBufferPointer<UInt8> {
        guard places.indices.contains(code) else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(
            start: (names.base + places[code].lowerBound).assumingMemoryBound(to: UInt8.self),
            count: places[code].count)
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
