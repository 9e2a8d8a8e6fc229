import Model

extension AddressReader {
    /// Fills in what an outcome has found.
    func completed(
        _ start: ReadAddress, by outcome: Outcome, of hypothesis: Hypothesis, in text: PlaceText
    ) -> ReadAddress {
        let table = gazetteer.municipalities
        var result = start
        guard let first = outcome.municipalities.first else { return start }
        result.level = .municipality
        result.prefecture = table.all[first].prefecture
        result.prefectureCode = table.all[first].prefectureCode
        if outcome.municipalities.count == 1 {
            result.municipalityCode = table.all[first].code
            result.municipality = table.all[first].name
        } else {
            result.municipalityCode = table.cityCodes[first]
            result.municipality = table.all[first].city ?? table.all[first].name
        }
        if outcome.rank == .town, let town = outcome.match.towns.first {
            return finished(result, townAt: town, outcome.match, text)
        }
        if outcome.municipalities.count == 1, let point = gazetteer.point(of: first) {
            result.latitude = point.latitude
            result.longitude = point.longitude
            result.source = point.source
        }
        let perhaps = outcome.match.towns + outcome.match.near
        result.alternatives = labels(perhaps.isEmpty ? elsewhere(hypothesis, in: text) : perhaps)
        return finished(result, text, from: hypothesis.position, wholeFrom: hypothesis.position)
    }

    private func finished(
        _ start: ReadAddress, townAt index: Int, _ match: TownMatch, _ text: PlaceText
    ) -> ReadAddress {
        var result = start
        let town = gazetteer[index]
        result.level = .town
        result.town = town.town
        result.latitude = town.latitude
        result.longitude = town.longitude
        result.source = town.source
        result.alternatives = labels(match.otherReadings)
        let (lot, end) = LotReader.read(text, from: match.end)
        result.lot = lot
        result.rest = text.written(from: LotReader.behindJoiner(text, match.end))
        result.building = text.written(from: LotReader.behindJoiner(text, end))
        result.key = [town.municipalityCode, town.town, lot].joined(separator: "|")
        return result
    }

    /// Nothing (more) was found: all of it is given back.
    func finished(
        _ start: ReadAddress, _ text: PlaceText, from position: Int, wholeFrom whole: Int
    ) -> ReadAddress {
        var result = start
        result.rest = text.written(from: position)
        guard text.count > whole else { return result }
        let (name, numbers) = Self.comparable(text, from: position)
        result.key = [result.municipalityCode ?? result.prefectureCode ?? "", name, numbers].joined(separator: "|")
        return result
    }

    /// The same name in another ward of the city: what was perhaps meant.
    private func elsewhere(_ hypothesis: Hypothesis, in text: PlaceText) -> [Int] {
        let table = gazetteer.municipalities
        let cities = Set(hypothesis.municipalities.map { table.cityCodes[$0] })
        let others = table.all.indices.filter {
            cities.contains(table.cityCodes[$0]) && !hypothesis.municipalities.contains($0)
        }
        let match = gazetteer.matchTown(in: text, at: hypothesis.position, among: others)
        return match.towns + match.near
    }

    private func labels(_ towns: [Int]) -> [String] {
        towns.prefix(10).map { "\(gazetteer[$0].municipalityCode) \(gazetteer[$0].town)" }
    }

    /// The name before the first number, and up to three numbers, of a text in which no town was found.
    private static func comparable(_ text: PlaceText, from start: Int) -> (name: String, numbers: String) {
        var position = start
        var name = String.UnicodeScalarView()
        while position < text.count, !startsNumbers(text, position) {
            if Letter.isPunctuation(text.scalars[position]) { break }
            if let scalar = Unicode.Scalar(text.scalars[position]) { name.append(scalar) }
            position += 1
        }
        var numbers: [String] = []
        while numbers.count < 3, startsNumbers(text, position),
            let number = AddressNumbers.number(in: text, at: position)
        {
            numbers.append(String(number.value))
            position = number.end
            for mark in [AddressNumbers.chome, AddressNumbers.banchi, AddressNumbers.ban, AddressNumbers.go]
            where text.starts(with: mark, at: position) {
                position += mark.count
                break
            }
            if position < text.count,
                Letter.isHyphen(text.scalars[position]) || text.scalars[position] == Letter.no
            {
                position += 1
            }
        }
        return (String(name), numbers.joined(separator: "-"))
    }

    private static func startsNumbers(_ text: PlaceText, _ position: Int) -> Bool {
        guard let number = AddressNumbers.number(in: text, at: position) else { return false }
        return !number.isKanji || AddressNumbers.isBehindNumber(text, number.end)
    }
}
