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

    /// What was written more fully is believed before what wasn't.
    var rank: Int { (extent.map { Int($0.rawValue) + 1 } ?? 0) * 1000 + position }
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
        addBehindUnknownWard(text)
        // All of it lies in one prefecture.
        if let first = home.first, isIn(prefecture, first) {
            all.append(Reading(place: .municipalities(home), position: position, extent: nil, confidence: 0.95))
        }
        if all.count == before, prefecture?.isFull ?? true {
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
            // Tokyo's 中央区 is called like the wards of ten cities.
            if prefecture == nil, extent == .full, text[position + length - 1] == Letter.ward,
                !(position..<position + length).contains(where: { text[$0] == Letter.city })
            {
                extent = .ward
            }
            // 中央区 without more is the one at home, where there is one.
            let isElsewhere = prefecture == nil && extent == .ward && !home.isEmpty && !home.contains(municipality)
            add(municipality, extent, position + length, isElsewhere ? 0.85 * confidence : confidence)
        }
    }

    /// Municipalities that one form stands for are one reading.
    private mutating func add(_ municipality: Int, _ extent: MunicipalityExtent, _ position: Int, _ confidence: Double)
    {
        if let index = all.lastIndex(where: {
            $0.position == position && $0.extent == extent && $0.confidence == confidence
        }), case .municipalities(var municipalities) = all[index].place {
            municipalities.append(municipality)
            all[index] = Reading(
                place: .municipalities(municipalities), position: position, extent: extent,
                confidence: confidence)
        } else {
            all.append(
                Reading(
                    place: .municipalities(Indices(municipality)), position: position, extent: extent,
                    confidence: confidence))
        }
    }

    private func isIn(_ prefecture: PrefectureForms.Match?, _ municipality: Int) -> Bool {
        prefecture.map { Int(image.municipalities[municipality].code) / 1000 == $0.code } ?? true
    }

    /// A city whose wards are cut anew: 浜松市中央区元城町, in a list that has 中区.
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

    private func behindCounty(_ text: AddressLetters, _ position: Int) -> Int? {
        (position + 1..<position + 7).first { text[$0] == Letter.county || text[$0] == Letter.island }.map { $0 + 1 }
    }
}
