/// The municipalities of a gazetteer by name, for places that were renamed.
struct RenamedMunicipalities {
    private struct Name: Hashable {
        let prefecture: String
        let letters: [UInt16]
    }

    private let municipalities: [MunicipalityName]
    private let prefectures: Prefectures
    /// One for most names, all wards for that of a designated city.
    private var indexes: [Name: [UInt16]] = [:]

    init(_ municipalities: [MunicipalityName], _ prefectures: Prefectures, _ reader: LetterReader) {
        self.municipalities = municipalities
        self.prefectures = prefectures
        for (index, municipality) in municipalities.enumerated() {
            let prefecture = prefectures.name(of: municipality.prefectureCode) ?? ""
            for name in [municipality.name, municipality.city].compactMap({ $0 }) {
                let letters = reader.read(name).letters
                indexes[Name(prefecture: prefecture, letters: letters), default: []].append(UInt16(index))
            }
        }
    }

    func indexes(_ name: String, _ prefecture: String, _ reader: LetterReader) -> [UInt16] {
        indexes[Name(prefecture: prefecture, letters: reader.read(name).letters)] ?? []
    }

    /// 水沢 for 奥州市: what municipalities that are a part of one now were called, without 郡, 市, 町 and 村.
    func formerNames(_ renamed: RenamedPlaces, _ reader: LetterReader) -> [UInt16: [[UInt16]]] {
        var result: [UInt16: [[UInt16]]] = [:]
        for entry in renamed.entries where entry.municipality.isEmpty {
            let name = MunicipalityName(code: 0, name: entry.former)
            let former = reader.read(String((name.nameWithoutCounty ?? entry.former).dropLast())).letters
            guard former.count > 1 else { continue }
            for index in indexes(entry.present, entry.prefecture, reader) {
                result[index, default: []].append(former)
            }
        }
        return result
    }

    /// How names are written that the list hasn't, or hasn't yet; never in the place of a name that it has in the same
    /// prefecture.
    func forms(
        _ renamed: RenamedPlaces, besides known: [(letters: [UInt16], form: FormRecord)],
        _ reader: LetterReader
    ) -> [(letters: [UInt16], form: FormRecord)] {
        let taken = Set(known.map { Form(letters: $0.letters, prefecture: prefecture(of: $0.form)) })
        // 甲区 alone is one of those that there are, and not one more.
        let takenAnywhere = Set(known.map(\.letters))
        var added: Set<Added> = []
        var forms: [(letters: [UInt16], form: FormRecord)] = []
        for entry in renamed.entries where entry.municipality.isEmpty {
            for (written, meant) in [(entry.former, entry.present), (entry.present, entry.former)]
            where indexes(written, entry.prefecture, reader).isEmpty {
                for index in indexes(meant, entry.prefecture, reader) {
                    let code = municipalities[Int(index)].code
                    for (name, extent) in MunicipalityName(code: code, name: written).forms {
                        let letters = reader.read(name).letters
                        let form = Form(letters: letters, prefecture: code / 1000)
                        guard !taken.contains(form), extent == .full || !takenAnywhere.contains(letters),
                            added.insert(Added(form: form, municipality: index)).inserted
                        else { continue }
                        forms.append(
                            (
                                letters,
                                FormRecord(municipality: index, extent: extent.rawValue, isRenamed: 1)
                            ))
                    }
                }
            }
        }
        return forms
    }

    private func prefecture(of form: FormRecord) -> UInt32 { municipalities[Int(form.municipality)].code / 1000 }

    private struct Form: Hashable {
        let letters: [UInt16]
        let prefecture: UInt32
    }

    private struct Added: Hashable {
        let form: Form
        let municipality: UInt16
    }
}
