import Foundation
import Model
import TestSupport
import Testing

@testable import Geo

struct GazetteerImportTests {
    // MARK: Formats

    @Test
    func mlitTowns() throws {
        let imported = try Imported([("43.csv", try cp932(SampleList.mlitTowns))])
        #expect(imported.names == ["熊本市中央区手取本町", "熊本市中央区健軍一丁目", "菊池郡大津町大字室"])
        #expect(imported.lists.map(\.format) == ["mlit_towns"])
        #expect(imported.lists.map(\.rows) == [3])
        let point = imported.image.towns[0].point
        #expect(abs(point.northing - -21799.22) < 0.005)
        #expect(abs(point.easting - -27355.76) < 0.005)
        #expect(imported.findings(.coordinateOperation).map(\.expected) == ["1.0 m"])
    }

    @Test
    func mlitBlocks() throws {
        let imported = try Imported([
            ("43.csv", try cp932(SampleList.mlitTowns)), ("blocks.csv", try cp932(SampleList.blocks)),
        ])
        #expect(imported.numbers("健軍一丁目") == ["24@7", "29@7", "3@7"])
        #expect(imported.numbers("大字室") == ["1234@8"])
        // The row that is marked stands for its block.
        #expect(imported.point("健軍一丁目", "3")?.latitude == 32.7903)
        #expect(imported.point("健軍一丁目", "24")?.latitude == 32.7901)
        #expect(imported.lists.map(\.numbers) == [0, 4])
        #expect(imported.lists.map(\.numberRows) == [0, 3])
        #expect(imported.lists.map(\.merged) == [0, 1])
        #expect(imported.lists.map(\.leftOut) == [0, 1])
        #expect(imported.findings(.rowsAbolished).map(\.location.row) == [5])
    }

    /// Older releases: 13 columns, without 小字・通称名.
    @Test
    func mlitBlocksOfOlderReleases() throws {
        let old = SampleList.blocks.replacingOccurrences(of: "\"小字・通称名\",", with: "")
            .replacingOccurrences(of: "大字・丁目名", with: "大字・町丁目名").replacingOccurrences(of: ",\"\",", with: ",")
        let imported = try Imported([("a.csv", try cp932(SampleList.mlitTowns)), ("b.csv", try cp932(old))])
        #expect(imported.numbers("健軍一丁目") == ["24@7", "29@7", "3@7"])
        #expect(imported.lists.last?.format == "mlit_blocks")
    }

    /// Without a list of towns, the names are their own, and a town lies where its blocks are.
    @Test
    func mlitBlocksAlone() throws {
        let imported = try Imported([("blocks.csv", try cp932(SampleList.blocks))])
        #expect(imported.names == ["熊本市中央区健軍一丁目", "菊池郡大津町大字室"])
        let town = try #require(imported.town("健軍一丁目"))
        #expect([32.7901, 32.7903].contains(town.latitude))
        #expect(imported.findings(.municipalityWithoutCode).map(\.found) == ["熊本県熊本市中央区", "熊本県菊池郡大津町"])
        #expect(imported.towns.filter { MunicipalityBook.isOfficial($0.code) }.isEmpty)
        #expect(imported.towns.allSatisfy { $0.code / 1000 == 43 })
    }

    @Test
    func codesOfAListOfMunicipalities() throws {
        let folder = try ScratchFolder()
        let codes = try folder.write(
            "municipality_code,municipality\n43101,熊本市中央区\n43403,菊池郡大津町\n", to: "codes.csv")
        let blocks = try folder.write(try cp932(SampleList.blocks), to: "blocks.csv")
        let imported = try Imported(
            [GazetteerImport.File(path: blocks.path, name: "blocks.csv")],
            by: Imported.plan(codes: try MunicipalityCodes.load(path: codes.path, name: "codes.csv")))
        #expect(imported.towns.map(\.code) == [43101, 43403])
        #expect(imported.findings(.municipalityWithoutCode).isEmpty)
    }

    /// A block without degrees is placed by its plane coordinates.
    @Test
    func planeCoordinatesOfBlocks() throws {
        let text = """
            都道府県名,市区町村名,大字・丁目名,小字・通称名,街区符号・地番,座標系番号,Ｘ座標,Ｙ座標,緯度,経度,住居表示フラグ,代表フラグ,更新前履歴フラグ,更新後履歴フラグ
            熊本県,熊本市中央区,手取本町,,1,2,-21799.22,-27355.76,,,1,1,0,0

            """
        let point = try #require(try Imported(text).point("手取本町", "1"))
        #expect(abs(point.latitude - 32.803078) < 1e-6)
        #expect(abs(point.longitude - 130.707897) < 1e-6)
    }

    @Test
    func registryTownsWithPoints() throws {
        let imported = try Imported([
            ("town.csv", Array(SampleList.registryTowns.utf8)), ("pos.csv", Array(SampleList.registryTownPoints.utf8)),
        ])
        #expect(
            imported.names == [
                "熊本市中央区健軍", "熊本市中央区健軍１丁目", "菊池郡大津町大字室字門出", "菊池郡大津町新町", "菊池郡大津町大字室",
            ])
        #expect(imported.town("健軍１丁目")?.latitude == 32.7903)
        #expect(imported.town("大字室字門出")?.latitude == 32.8801)
        // 健軍 has no point of its own, and lies where its only 丁目 does.
        #expect(imported.town("健軍")?.latitude == 32.7903)
        #expect(imported.lists.map(\.townsPlacedByParts) == [1, 0])
        #expect(imported.lists.map(\.leftOut) == [2, 1])
        #expect(imported.lists.map(\.points) == [0, 2])
        #expect(imported.findings(.rowsAbolished).map(\.location.row) == [4])
        #expect(imported.findings(.koazaWithoutTown).map(\.expected) == ["上ノ原"])
        #expect(imported.findings(.pointsUnmatched).map(\.expected) == ["434035 0009999"])
        let missing = try #require(imported.findings(.pointsMissing).first)
        #expect((missing.found, missing.expected) == ("1", "菊池郡大津町新町"))
        #expect(missing.location.row == 7)
        #expect(imported.lists[0].operations.map(\.points) == [1, 1])
    }

    @Test
    func registryTownsOf2022() throws {
        let imported = try Imported(SampleList.registryTowns2022)
        #expect(imported.names == ["熊本市中央区健軍一丁目"])
        #expect(imported.lists.map(\.format) == ["abr_towns"])
    }

    @Test
    func residences() throws {
        let imported = try Imported([
            ("pos.csv", Array(SampleList.residencePoints.utf8)), ("rsdt.csv", Array(SampleList.residences.utf8)),
            ("town.csv", Array(SampleList.registryTowns.utf8)),
        ])
        // 24-1… and 24 itself, which lies in their middle; 25-1 has no point.
        #expect(imported.numbers("健軍１丁目") == ["24@7", "24-1@8", "24-2@8", "24-3-101@8"])
        #expect(imported.point("健軍１丁目", "24")?.latitude == 32.7902)
        #expect(imported.findings(.pointsMissing).contains { $0.expected == "熊本市中央区健軍１丁目25-1" })
        #expect(imported.lists.allSatisfy { $0.addsUp })
    }

    @Test
    func registryBlocksComeBeforeThoseOfResidences() throws {
        let imported = try Imported([
            ("a", Array(SampleList.residences.utf8)), ("b", Array(SampleList.residencePoints.utf8)),
            ("c", Array(SampleList.registryBlocks.utf8)), ("d", Array(SampleList.registryBlockPoints.utf8)),
        ])
        #expect(imported.point("健軍１丁目", "24")?.latitude == 32.7905)
        #expect(imported.point("健軍１丁目", "A")?.latitude == 32.7906)
    }

    @Test
    func parcels() throws {
        let imported = try Imported([
            ("a", Array(SampleList.parcels.utf8)), ("b", Array(SampleList.parcelPoints.utf8)),
            ("c", Array(SampleList.registryTowns.utf8)),
        ])
        #expect(imported.numbers("大字室字門出") == ["123-4@8"])
        #expect(imported.towns.filter { $0.name == "大字室字門出" }.map(\.municipality) == ["菊池郡大津町"])
    }

    @Test
    func geolonia() throws {
        let imported = try Imported(SampleList.geolonia)
        #expect(imported.lists.map(\.format) == ["geolonia"])
        // （大字なし） is the municipality itself.
        #expect(imported.names == ["熊本市中央区健軍一丁目", "菊池郡大津町大字室門出", "西牟婁郡白浜町", "菊池郡大津町大字室"])
        #expect(imported.image.towns[1].koazaLength == 6)
    }

    @Test
    func geoloniaWithEnglishTitles() throws {
        let imported = try Imported(
            """
            pref_code,pref,city_code,lg_code,city,city_kana,town,town_kana,town_roma,koaza,lat,lng,residential
            43,熊本県,43213,432130,宇城市,ウキシ,松橋町萩尾,,,古城,32.64,130.7,0

            """)
        #expect(imported.lists.map(\.format) == ["geolonia"])
        #expect(imported.town("松橋町萩尾古城")?.code == 43213)
    }

    /// A list may repeat the 小字 in the name.
    @Test
    func plainListsWithPrefectureAndKoaza() throws {
        let imported = try Imported(
            """
            municipality_code,prefecture,municipality,town,koaza,latitude,longitude
            24214,三重県,いなべ市,北勢町阿下喜中川原,中川原,35.153067,136.51015
            24214,三重県,いなべ市,員弁町石仏,,35.110331,136.563477

            """)
        #expect(imported.names == ["いなべ市北勢町阿下喜中川原", "いなべ市員弁町石仏", "いなべ市北勢町阿下喜"])
        #expect(imported.image.towns.map(\.koazaLength) == [9, 0, 0])
    }

    @Test
    func plainListsInOtherSystems() throws {
        let tokyo = try Imported(SampleList.plain, system: ReferenceSystem(epsg: 4301))
        let point = try #require(tokyo.town("健軍一丁目"))
        #expect((0.0030...0.0037).contains(point.latitude - 32.79))
        #expect((-0.0027...(-0.0020)).contains(point.longitude - 130.75))
        #expect(tokyo.findings(.coordinateOperation).first?.found.contains("EPSG:15483") == true)
        let plane = try Imported(
            "municipality_code,municipality,town,northing_m,easting_m,epsg\n43101,熊本市中央区,手取本町,-21799.22,-27355.76,6670\n"
        )
        let town = try #require(plane.town("手取本町"))
        #expect(abs(town.latitude - 32.803078) < 1e-6)
    }

    // MARK: Several lists

    @Test
    func theSameTownInSeveralSpellings() throws {
        let imported = try Imported([
            ("mlit.csv", try cp932(SampleList.mlitTowns)), ("abr.csv", Array(SampleList.registryTowns.utf8)),
            ("2022.csv", Array(SampleList.registryTowns2022.utf8)),
            ("own.csv", Array(SampleList.plain.replacingOccurrences(of: "一丁目", with: "1丁目").utf8)),
        ])
        #expect(
            imported.names == [
                "熊本市中央区手取本町", "熊本市中央区健軍一丁目", "菊池郡大津町大字室", "熊本市中央区健軍", "菊池郡大津町大字室字門出",
                "菊池郡大津町新町",
            ])
        #expect(imported.lists.map(\.merged) == [0, 1, 1, 2])
        #expect(imported.lists.allSatisfy { $0.addsUp })
    }

    @Test
    func aPointComesFromTheListThatHasOne() throws {
        let bare = "municipality_code,municipality,town,latitude,longitude\n43101,熊本市中央区,健軍１丁目,,\n"
        let imported = try Imported([("bare.csv", Array(bare.utf8)), ("own.csv", Array(SampleList.plain.utf8))])
        #expect(imported.town("健軍１丁目")?.latitude == 32.79)
        #expect(imported.town("健軍１丁目")?.source == "own.csv")
        #expect(imported.findings(.pointsMissing).isEmpty)
    }

    /// The 丁目 in the middle stands for the whole, and not the 小字, which may lie beyond them.
    @Test
    func aTownWithoutAPointIsInTheMiddleOfItsParts() throws {
        let imported = try Imported(
            """
            municipality_code,municipality,town,koaza,latitude,longitude
            43101,熊本市中央区,新町,,,
            43101,熊本市中央区,新町一丁目,,32.800,130.700
            43101,熊本市中央区,新町二丁目,,32.802,130.700
            43101,熊本市中央区,新町三丁目,,32.809,130.700
            43101,熊本市中央区,新町,上,32.900,130.900
            43403,菊池郡大津町,大字室,,,
            43403,菊池郡大津町,大字室,門出,32.881,130.871
            43403,菊池郡大津町,大字森,門出,32.891,130.872
            43403,菊池郡大津町,大字森,上ノ原,32.893,130.872
            43403,菊池郡大津町,大字森,下ノ原,32.899,130.872
            43403,菊池郡大津町,大字杉水,,,

            """)
        #expect(imported.town("新町")?.latitude == 32.802)
        #expect(imported.town("大字室")?.latitude == 32.881)
        // No row of the list has it.
        #expect(imported.town("大字森")?.latitude == 32.893)
        #expect(imported.lists.map(\.townsPlacedByParts) == [2])
        #expect(imported.findings(.pointsMissing).map(\.expected) == ["菊池郡大津町大字杉水"])
    }

    /// 築館字萩沢 and 築館萩沢 are 5 km apart.
    @Test
    func namesThatAreAlikeFarApartStayTwo() throws {
        let title = "municipality_code,municipality,town,latitude,longitude\n"
        let imported = try Imported([
            ("a.csv", Array((title + "04213,栗原市,築館字萩沢,38.73,141.02\n").utf8)),
            ("b.csv", Array((title + "04213,栗原市,築館萩沢,38.77,141.02\n").utf8)),
        ])
        #expect(imported.names == ["栗原市築館字萩沢", "栗原市築館萩沢"])
        let one = try Imported(title + "04213,栗原市,築館字萩沢,38.73,141.02\n04213,栗原市,築館萩沢,38.731,141.02\n")
        #expect(one.names.count == 2)
    }

    @Test
    func codesAreTakenFromAnotherList() throws {
        let title = "municipality_code,prefecture,municipality,town,latitude,longitude\n"
        let imported = try Imported([
            ("a.csv", Array((title + ",茨城県,龍ヶ崎市,出し山町,35.9,140.2\n,静岡県,浜松市中区,鴨江一丁目,34.7,137.7\n").utf8)),
            ("b.csv", Array((title + "08208,茨城県,龍ケ崎市,佐貫町,35.93,140.14\n").utf8)),
        ])
        #expect(imported.towns.filter { $0.name != "鴨江一丁目" }.map(\.code) == [8208, 8208])
        #expect(imported.town("鴨江一丁目")?.code == 22800)
        #expect(imported.findings(.municipalityWithoutCode).map(\.found) == ["静岡県浜松市中区"])
    }

    /// The ward kept its name and got another code.
    @Test
    func aMunicipalityWhoseCodeChangedIsOne() throws {
        let title = "municipality_code,municipality,town,latitude,longitude\n"
        let imported = try Imported([
            ("a.csv", Array((title + "22137,浜松市天竜区,船明,34.9,137.8\n").utf8)),
            ("b.csv", Array((title + "22140,浜松市天竜区,山東,34.91,137.8\n").utf8)),
        ])
        #expect(imported.towns.map(\.code) == [22137, 22137])
    }

    // MARK: Packed files

    @Test
    func packedAndPlainGiveTheSame() throws {
        let towns = Array(SampleList.registryTowns.utf8)
        let points = Array(SampleList.registryTownPoints.utf8)
        var zip = ZipBuilder()
        zip.add("x/town.csv", towns)
        zip.add("readme.txt", Array("町字マスター\n".utf8))
        zip.add("x/pos.csv", points)
        let plain = try Imported([("town.csv", towns), ("pos.csv", points)])
        let zipped = try Imported([("all.zip", zip.finished())])
        let gzipped = try Imported([
            ("town.csv.gz", try GzipBuilder.packed(towns)), ("pos.csv.gz", try GzipBuilder.packed(points)),
        ])
        for other in [zipped, gzipped] {
            #expect(other.names == plain.names)
            #expect(other.towns.map(\.latitude).description == plain.towns.map(\.latitude).description)
        }
        #expect(zipped.lists.map(\.name) == ["all.zip/x/town.csv", "all.zip/x/pos.csv"])
        #expect(zipped.findings(.listUnknown).map(\.location.file) == ["all.zip/readme.txt"])
    }

    // MARK: What is wrong

    @Test
    func aFileWithoutAKnownListIsRefused() throws {
        for text in ["氏名,住所\n山田,熊本市\n", "", "lg_code,machiaza_id\n"] {
            #expect(throws: StageError.self) { try Imported(text) }
        }
    }

    /// Each row that can't be used says where it is and what it has.
    @Test(arguments: [
        ("99999,どこか市,町,32.79,130.75", ProblemCode.valueType, "municipality_code", "99999"),
        ("431,どこか市,町,32.79,130.75", .valueType, "municipality_code", "431"),
        ("x,どこか市,町,32.79,130.75", .valueType, "municipality_code", "x"),
        ("43101,,町,32.79,130.75", .rowNotUsed, "municipality", ""),
        (",熊本市中央区,町,32.79,130.75", .rowNotUsed, "municipality_code", "熊本市中央区"),
    ])
    func rowsThatCantBeUsed(row: String, code: ProblemCode, column: String, found: String) throws {
        let imported = try Imported(SampleList.plain + row + "\n")
        let problem = try #require(imported.findings(code).first)
        #expect(problem.location.row == 4)
        #expect(problem.location.column == column)
        #expect(problem.found == found)
        #expect(imported.names.count == 2)
        #expect(imported.lists[0].leftOut == 1)
        #expect(imported.lists[0].addsUp)
    }

    /// Latitude and longitude changed places, words, points at sea level zero: the name stays.
    @Test(arguments: ["130.75,32.79", "北,130.75", "0,0", "32.79,inf"])
    func coordinatesOutsideJapan(cells: String) throws {
        let imported = try Imported(SampleList.plain + "43101,熊本市中央区,桜町,\(cells)\n")
        #expect(imported.town("桜町")?.latitude.isNaN == true)
        #expect(imported.findings(.valueType).map(\.location.row) == [4])
        #expect(imported.findings(.pointsMissing).map(\.found) == ["1"])
    }

    @Test
    func anUnknownSystemIsAFinding() throws {
        let points = SampleList.registryTownPoints.replacingOccurrences(of: "EPSG:6668", with: "EPSG:3857")
        let imported = try Imported([
            ("a", Array(SampleList.registryTowns.utf8)), ("b", Array(points.utf8)),
        ])
        #expect(imported.findings(.valueType).map(\.found) == ["EPSG:3857", "EPSG:3857"])
        #expect(imported.lists[1].leftOut == 2)
    }

    @Test
    func manyWrongRowsAreCounted() throws {
        let rows = (0..<1500).map { "99,市,町\($0),32.79,130.75\n" }.joined()
        let imported = try Imported(SampleList.plain + rows)
        #expect(imported.findings(.valueType).count == 1001)
        #expect(imported.findings(.valueType).last?.found == "+500")
        #expect(imported.lists[0].leftOut == 1500)
    }

    @Test
    func namesThatAreNone() throws {
        let long = String(repeating: "町", count: 50_000)
        let imported = try Imported(
            SampleList.plain + "43101,熊本市中央区,\(long),32.79,130.75\n43101,\(long),桜町,32.79,130.75\n")
        #expect(imported.findings(.rowNotUsed).map(\.location.column) == ["town", "municipality"])
        #expect(imported.names.count == 2)
    }

    @Test
    func moreNamesThanAPrefectureHasCodesFor() throws {
        let rows = (0..<300).map { ",熊本県,市\($0),町,32.79,130.75\n" }.joined()
        let imported = try Imported("municipality_code,prefecture,municipality,town,latitude,longitude\n" + rows)
        #expect(imported.image.municipalities.count == 200)
        #expect(imported.image.municipalities.allSatisfy { $0.code / 1000 == 43 })
        #expect(imported.lists.map(\.leftOut) == [100])
        #expect(imported.lists.allSatisfy { $0.addsUp })
    }

    /// Excel takes the zero away: 04213.
    @Test
    func codesWithoutTheirLeadingZero() throws {
        let imported = try Imported(
            "municipality_code,municipality,town,latitude,longitude\n4213,栗原市,築館,38.73,141.02\n")
        #expect(imported.towns.map(\.code) == [4213])
    }

    /// Bytes changed, cut out and doubled at random: whatever comes of it, rows add up and nothing crashes.
    @Test(arguments: 0..<40)
    func mutatedLists(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let samples = [
            SampleList.mlitTowns, SampleList.blocks, SampleList.registryTowns, SampleList.registryTownPoints,
            SampleList.residences, SampleList.residencePoints, SampleList.parcels, SampleList.geolonia,
            SampleList.plain,
        ]
        let files = samples.enumerated().map { index, text in
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let place = Int.random(in: bytes.count / 3..<bytes.count, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(place + 20, bytes.count))
                default: bytes.insert(contentsOf: bytes[place..<min(place + 30, bytes.count)], at: place)
                }
            }
            return (name: "\(index).csv", bytes: bytes)
        }
        do {
            let imported = try Imported(files)
            #expect(imported.lists.allSatisfy { $0.addsUp })
            #expect(imported.image.towns.allSatisfy { !$0.point.exists || $0.point.easting.isFinite })
        } catch let error as StageError {
            // A title that was hit makes a file unknown.
            #expect(error.problems.allSatisfy { !$0.location.file.isEmpty })
        }
    }

    // MARK: The file

    @Test
    func theFileTellsWhatItIsMadeOf() throws {
        let folder = try ScratchFolder()
        let list = try folder.write(SampleList.plain, to: "list.csv")
        let imported = try Imported([GazetteerImport.File(path: list.path, name: "list.csv", sha256: "ab12")])
        let path = folder.url.appending(path: "x.gazetteer").path
        try imported.gazetteer.write(to: path, name: "x.gazetteer")
        let info = try GazetteerInfo(path: path, name: "x.gazetteer")
        #expect(info.description == imported.gazetteer.description)
        #expect(info.description.lists.map(\.sha256) == ["ab12"])
        #expect((info.municipalities, info.towns, info.townsWithPoint) == (2, 2, 2))
        #expect(info.prefectures == ["熊本県"])
        #expect(info.size == imported.gazetteer.size)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == [
                "list.csv", "x.gazetteer",
            ])
    }

    @Test
    func theSameListsGiveTheSameBytes() throws {
        let one = try Imported(SampleList.geolonia)
        let other = try Imported(SampleList.geolonia)
        #expect(one.gazetteer.bytes == other.gazetteer.bytes)
    }

    /// Gaps between members of a record would carry what memory held before, of other lists perhaps.
    @Test
    func recordsHaveNoGaps() {
        #expect(MemoryLayout<MunicipalityRecord>.size == 5 * 8 + 4 * 8 + 8)
        #expect(MemoryLayout<FormRecord>.size == 12)
        #expect(MemoryLayout<StemRecord>.size == 20)
        #expect(MemoryLayout<TownRecord>.size == 8 + 4 * 8 + 16)
        #expect(MemoryLayout<NumberRecord>.size == 8 + 4 * 8 + 8)
        // Of this one, the two at the end are written as zeros.
        #expect(MemoryLayout<LetterTable.Other>.size == 6 && MemoryLayout<LetterTable.Other>.stride == 8)
    }

    @Test
    func aFileThatCantBeWrittenLeavesNothingBehind() throws {
        let folder = try ScratchFolder()
        let imported = try Imported(SampleList.plain)
        let target = folder.url.appending(path: "there")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        #expect(throws: StageError.self) { try imported.gazetteer.write(to: target.path, name: "there") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["there"])
    }
}
