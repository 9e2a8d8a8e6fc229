/// A reading of the beginning of an address.
struct Reading {
    enum Place {
        /// One of these.
        case municipalities(Indices)
        /// Anywhere in a prefecture, or in Japan.
        case prefecture(Int?)
    }

    let place: Place
    /// Index behind what was written of it.
    let position: Int
    /// How much of the municipality was written; `nil` for nothing.
    let extent: MunicipalityExtent?
    /// 1 where the words leave no doubt.
    let confidence: Double
    /// Whether it counts only with a town that is certain: a municipality that no list has, or a former one, was written.
    var isGuess = false

    /// What was written more fully is believed before what wasn't.
    var rank: Int { isGuess ? -1 : (extent.map { Int($0.rawValue) + 1 } ?? 0) * 1000 + position }
}

/// All readings of an address.
struct Readings {
    private let image: GazetteerImage
    private let home: Indices
    private var all: [Reading] = []

    init(image: GazetteerImage, home: Indices) {
        self.image = image
        self.home = home
        all.reserveCapacity(8)
    }

    /// The most explicit first.
    mutating func sorted() -> [Reading] {
        if all.count > 1 { all.sort { ($0.rank, $0.confidence) > ($1.rank, $1.confidence) } }
        return all
    }

    mutating func add(_ text: AddressLetters, at position: Int, prefecture: PrefectureForms.Match?) {
        let position = Preamble.skippingPunctuation(text, position)
        let before = all.count
        addForms(text, at: position, prefecture: prefecture, confidence: prefecture?.isFull == false ? 0.97 : 1)
        if all.count == before, prefecture != nil {
            // A county that is wrong, or an island in its place: 八丈島八丈町.
            if let behind = behindCounty(text, position) {
                addForms(text, at: behind, prefecture: prefecture, confidence: 0.95)
            }
        }
        if all.count == before { addBehindUnknownMunicipality(text, position, prefecture) }
        addBehindUnknownWard(text)
        // All of it lies in one prefecture.
        if let first = home.first, isIn(prefecture, first) {
            all.append(Reading(place: .municipalities(home), position: position, extent: nil, confidence: 0.95))
        }
        if all.count(where: { !$0.isGuess }) == before, prefecture?.isFull ?? true {
            all.append(
                Reading(
                    place: .prefecture(prefecture?.code), position: position, extent: nil,
                    confidence: prefecture == nil ? 0.7 : 0.85))
        }
    }

    private mutating func addForms(
        _ text: AddressLetters, at position: Int, prefecture: PrefectureForms.Match?, confidence: Double
    ) {
        image.forEachForm(in: text, at: position) { form, length in
            let municipality = Int(form.municipality)
            guard isIn(prefecture, municipality), var extent = MunicipalityExtent(rawValue: form.extent) else { return }
            // Wards of Tokyo are called like those of other cities.
            if prefecture == nil, extent == .full, text[position + length - 1] == Letter.ward,
                !(position..<position + length).contains(where: { text[$0] == Letter.city })
            {
                extent = .ward
            }
            // A ward without more is the one at home, where there is one.
            let isElsewhere = prefecture == nil && extent == .ward && !home.isEmpty && !home.contains(municipality)
            // 緑町 was a municipality, and is a town of a hundred others.
            if form.isRenamed == 1, extent == .withoutCounty, prefecture == nil {
                return add(municipality, extent, position + length, 0.7 * confidence, isGuess: true)
            }
            let isDoubtful = isElsewhere || form.isRenamed == 1
            add(municipality, extent, position + length, isDoubtful ? 0.85 * confidence : confidence)
            // 鹿本郡植木町岩野: the name of the former town is a part of that of 植木町岩野 now.
            if form.isRenamed == 1, extent != .ward {
                let start = behindCounty(text, position) ?? position
                if start < position + length { add(municipality, extent, start, 0.85 * confidence) }
            }
        }
    }

    /// Municipalities that one form stands for are one reading.
    private mutating func add(
        _ municipality: Int, _ extent: MunicipalityExtent, _ position: Int, _ confidence: Double, isGuess: Bool = false
    ) {
        if let index = all.lastIndex(where: {
            $0.position == position && $0.extent == extent && $0.confidence == confidence && $0.isGuess == isGuess
        }), case .municipalities(var municipalities) = all[index].place {
            municipalities.append(municipality)
            all[index] = Reading(
                place: .municipalities(municipalities), position: position, extent: extent,
                confidence: confidence, isGuess: isGuess)
        } else {
            all.append(
                Reading(
                    place: .municipalities(Indices(municipality)), position: position, extent: extent,
                    confidence: confidence, isGuess: isGuess))
        }
    }

    private func isIn(_ prefecture: PrefectureForms.Match?, _ municipality: Int) -> Bool {
        prefecture.map { Int(image.municipalities[municipality].code) / 1000 == $0.code } ?? true
    }

    /// A city whose wards are cut anew: 乙市新区丙町, in a list that has 旧区.
    private mutating func addBehindUnknownWard(_ text: AddressLetters) {
        for reading in all where reading.extent == .city {
            let end = reading.position + 5
            guard let ward = (reading.position + 1..<end).first(where: { text[$0] == Letter.ward }),
                !all.contains(where: { $0.extent == .full && $0.position == ward + 1 })
            else { continue }
            all.append(
                Reading(place: reading.place, position: ward + 1, extent: .city, confidence: 0.85 * reading.confidence))
        }
    }

    /// A municipality that was merged or is misspelt: a town that only one in the prefecture has says where it lies, as
    /// 下益城郡城南町沈目 does.
    private mutating func addBehindUnknownMunicipality(
        _ text: AddressLetters, _ position: Int, _ prefecture: PrefectureForms.Match?
    ) {
        let county = behindCounty(text, position)
        guard prefecture?.isFull ?? (county != nil), !image.hasForm(text, at: position) else { return }
        var ends = county.map { [$0] } ?? []
        let start = county ?? position
        ends += (start + 1..<start + 7).filter {
            switch text[$0] {
            case Letter.city, Letter.ward, Letter.town, Letter.village: true
            default: false
            }
        }.map { $0 + 1 }
        for end in ends {
            all.append(
                Reading(
                    place: .prefecture(prefecture?.code), position: end, extent: nil, confidence: 0.6, isGuess: true))
        }
    }

    private func behindCounty(_ text: AddressLetters, _ position: Int) -> Int? {
        (position + 1..<position + 7).first { text[$0] == Letter.county || text[$0] == Letter.island }.map { $0 + 1 }
    }
}
