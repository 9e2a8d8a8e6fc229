import Foundation
import Geo
import Model
import TestSupport
import Testing
import Text

struct AddressReaderPropertyTests {
    /// However a town of the list is written, it is read back, and never as another one.
    @Test
    func renderedAddressesComeBack() throws {
        let data = try CarriedData.shared.get()
        let reader = data.addressReader()
        var generator = SeededGenerator(seed: 43_100)
        for index in 0..<data.gazetteer.townCount {
            let town = data.gazetteer[index]
            for _ in 0..<20 {
                let rendered = Rendering(town, &generator)
                let read = reader.read(rendered.text)
                #expect(read.town == town.town, "\(rendered.text)")
                #expect(read.municipalityCode == town.municipalityCode, "\(rendered.text)")
                #expect(read.number == rendered.lot, "\(rendered.text)")
                #expect(read.key == "\(town.municipalityCode)|\(town.town)|\(rendered.lot)")
            }
        }
    }

    @Test(arguments: [
        "", " ", "〒", "〒860", "0", "-", "ー", "の", "丁目", "1丁目", "番地", "（", "（（（（", "熊本県", "熊本県熊本県熊本県", "字", "大字",
        String(repeating: "1", count: 10_000), String(repeating: "一", count: 10_000),
        String(repeating: "（", count: 10_000), String(repeating: "-", count: 10_000),
        String(repeating: "熊本市", count: 4_000), "熊本市中央区出水" + String(repeating: "3-", count: 5_000),
        "熊本市中央区出水3-" + String(repeating: "9", count: 30), "熊本市中央区出水" + String(repeating: "三", count: 50) + "丁目",
        "\u{0}\u{1}\u{FEFF}熊本\u{301}市", "👨‍👩‍👧‍👦区出水", "\u{E0100}\u{FE0F}", "熊本市中央区出水3丁目\u{202E}12",
        String(repeating: "甲", count: 3_000) + "1", "熊本市中央区出水99999999999999999999丁目",
    ])
    func hostileInputs(address: String) throws {
        let reader = try CarriedData.shared.get().addressReader()
        let read = reader.read(address)
        #expect(read.level <= .town)
        #expect(read.rest.unicodeScalars.count <= address.unicodeScalars.count + 1)
    }

    /// Whatever is cut from, put into or swapped in an address, the reader keeps to its own rules.
    @Test
    func mutatedAddresses() throws {
        let data = try CarriedData.shared.get()
        let reader = data.addressReader()
        let letters = Array("熊本県市中央区出水大字町村丁目番地号の之ヶ１2三十-ー（）〒 　くビル甲字".unicodeScalars)
        var generator = SeededGenerator(seed: 1)
        for index in 0..<6_000 {
            let town = data.gazetteer[index % data.gazetteer.townCount]
            var scalars = Array(Rendering(town, &generator).text.unicodeScalars)
            for _ in 0..<Int.random(in: 1...4, using: &generator) where !scalars.isEmpty {
                let position = Int.random(in: 0..<scalars.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: scalars.remove(at: position)
                case 1: scalars.insert(letters.randomElement(using: &generator) ?? "1", at: position)
                default: scalars[position] = letters.randomElement(using: &generator) ?? "1"
                }
            }
            let read = reader.read(String(String.UnicodeScalarView(scalars)))
            #expect((read.town != nil) == (read.level == .town))
            #expect((read.municipalityCode != nil) == (read.level >= .municipality))
            #expect(read.level == .town || (read.number.isEmpty && read.building.isEmpty))
        }
    }

    /// A complete list of a prefecture: all of its 2,496 rows.
    @Test(.enabled(if: RepositoryFolder.realData != nil, "needs a gazetteer that is not part of the package"))
    func completeGazetteer() throws {
        let data = try CarriedData.shared.get()
        let file = try #require(RepositoryFolder.realData).appending(path: "gazetteer/geolonia_kumamoto_towns.csv")
        var lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
        let header = lines.removeFirst().split(separator: ",", omittingEmptySubsequences: false)
        let columns = try ["city_code", "city", "town"].map { try #require(header.firstIndex(of: Substring($0))) }
        let rows = lines.map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return (String(cells[columns[0]]), "熊本県", String(cells[columns[1]]), String(cells[columns[2]]))
        }
        let gazetteer = try towns(rows)
        let reader = AddressReader(gazetteers: [gazetteer], prefectures: data.prefectures, home: "43100")
        var right = 0
        for index in 0..<gazetteer.townCount {
            let town = gazetteer[index]
            let read = reader.read(town.prefecture + town.municipality + town.town + "12番3号")
            if read.town == town.town, read.municipalityCode == town.municipalityCode { right += 1 }
            #expect(read.town == nil || read.town == town.town)
        }
        #expect(gazetteer.townCount > 2_000)
        #expect(right == gazetteer.townCount)
        // The ward left out: nearly all names are in one ward only.
        #expect(reader.read("熊本市手取本町1-1").municipalityCode == "43101")
        #expect(reader.read("熊本市八王寺町12").municipalityCode == "43100")
        #expect(reader.read("熊本市出水4-12-3").alternatives == ["43101 出水四丁目", "43102 出水四丁目"])
        #expect(reader.read("熊本市二本木126番地").town == nil)
        #expect(reader.read("二本木126番地").municipalityCode == "43103")
    }
}

/// An address as somebody might write it, with a lot of two numbers.
private struct Rendering {
    let text: String
    let lot: String

    init(_ town: Gazetteer.Town, _ generator: inout SeededGenerator) {
        let (block, number) = (
            Int.random(in: 1...60, using: &generator), Int.random(in: 1...40, using: &generator)
        )
        lot = "\(block)-\(number)"
        let wide = Bool.random(using: &generator)
        let hyphen = ["-", "－", "ー", "―", "−", "‐", "の"].randomElement(using: &generator) ?? "-"
        var name = town.town
        if Bool.random(using: &generator) { name = name.replacingOccurrences(of: "大字", with: "") }
        if Bool.random(using: &generator) {
            for (a, b) in [("ケ", "ヶ"), ("ノ", "の"), ("ヶ", "が"), ("壺", "壷")] {
                name = name.replacingOccurrences(of: a, with: b)
            }
        }
        var numbers =
            [
                "\(block)番\(number)号", "\(block)番地\(number)", "\(block)番地の\(number)", "\(block)\(hyphen)\(number)",
            ].randomElement(using: &generator) ?? lot
        if let chome = Self.chome(name), Bool.random(using: &generator) {
            let mark = numbers.contains("番") ? "丁目" : ["丁目", hyphen].randomElement(using: &generator) ?? "丁目"
            name = String(name.dropLast(chome.length)) + "\(chome.number)" + mark
        } else if Bool.random(using: &generator) {
            numbers = "\(Numerals.kanji(block))番\(Numerals.kanji(number))号"
        }
        let building =
            ["", " くすのきビル３階", " 2階", "　201号室", "（旧公民館内）", "（旧公民館内", "　第一マンション101号"].randomElement(using: &generator)
            ?? ""
        let space = ["", "", " ", "　"].randomElement(using: &generator) ?? ""
        let rendered = Self.municipality(town, &generator) + space + name + numbers
        text = (wide ? Self.widened(rendered) : rendered) + building
    }

    /// With and without prefecture and 郡; in towns that one ward only has, without the ward.
    private static func municipality(_ town: Gazetteer.Town, _ generator: inout SeededGenerator) -> String {
        let prefecture = Bool.random(using: &generator) ? town.prefecture : ""
        var name = town.municipality
        if Bool.random(using: &generator), let end = name.firstIndex(of: "郡") {
            name = String(name[name.index(after: end)...])
        }
        if name.hasSuffix("区"), let end = name.firstIndex(of: "市"), Bool.random(using: &generator) {
            name = prefecture.isEmpty && Bool.random(using: &generator) ? String(name[name.index(after: end)...]) : name
        }
        return ["", "〒860-0000 "].randomElement(using: &generator).map { $0 + prefecture + name } ?? name
    }

    private static func chome(_ name: String) -> (number: Int, length: Int)? {
        guard name.hasSuffix("丁目") else { return nil }
        let numerals = name.dropLast(2).reversed().prefix { $0.unicodeScalars.allSatisfy(Numerals.isKanjiNumeral) }
        return Numerals.value(Array(numerals.reversed().flatMap(\.unicodeScalars))).map { ($0, numerals.count + 2) }
    }

    private static func widened(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    ("0"..."9").contains($0) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                }))
    }
}
