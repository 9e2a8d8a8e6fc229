import Foundation
import Tabular
import TestSupport
import Testing

/// `tsunagi areas`, as a shell sees it.
@Suite("The table of areas from polygons")
struct AreasCommandTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"N03_001":"甲県","N03_003":null,"N03_004":"乙市","N03_005":"東区","N03_007":"43102"},
            "geometry":{"type":"Polygon","coordinates":[[[130,32],[130.1,32],[130.1,32.1],[130,32.1],[130,32]]]}},
            {"type":"Feature","properties":{"N03_001":"甲県","N03_003":"丙郡","N03_004":"丁町","N03_005":null,"N03_007":"43443"},
            "geometry":{"type":"Polygon","coordinates":[[[130.1,32],[130.2,32],[130.2,32.1],[130.1,32.1],[130.1,32]]]}},
            {"type":"Feature","properties":{"N03_001":"甲県","N03_004":"所属未定地","N03_007":null},
            "geometry":{"type":"Polygon","coordinates":[[[130.1,32],[130.2,32],[130.2,32.1],[130.1,32]]]}}
            ]}
            """, to: "n03.geojson")
        try scratch.write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"ID":7,"LABEL":"出水小学校"},
            "geometry":{"type":"Polygon","coordinates":[[[130,32],[130.05,32],[130.05,32.05],[130,32.05],[130,32]]]}}
            ]}
            """, to: "own.geojson")
    }

    private func areas(_ arguments: [String]) throws -> Program.Result {
        try Program.run(["areas"] + arguments, in: scratch.url)
    }

    @Test("prefecture, city, ward and neighbours are written with size and source")
    func table() throws {
        let result = try areas(["n03.geojson", "--within", "43102", "--lang", "en"])
        #expect(result.status == 0)
        let whole = try areas(["n03.geojson", "--within", "43100"])
        #expect(whole.status == 0)
        let lines = whole.output.split(separator: "\n").map(String.init)
        let source = "国土数値情報（行政区域データ）（国土交通省）：n03.geojson"
        #expect(
            lines == [
                "area_code,area,kind,parent_codes,population,population_as_of,area_km2,source",
                "43,甲県,prefecture,,,,,\(source)", "43100,乙市,municipality,43,,,,\(source)",
                "43443,丁町,municipality,43,,,104.72,\(source)", "43102,東区,ward,43100,,,104.72,\(source)",
            ])
        #expect(whole.errors.contains("所属未定地") && whole.errors.contains("［feature 3］ 6行「N03_007」"))
        #expect(whole.errors.contains("4地域：都道府県 1、市区町村 2、区 1"))
    }

    @Test("a table is completed, and what was written is read again as it is")
    func again() throws {
        let arguments = [
            "n03.geojson", "own.geojson", "--within", "43100", "--mesh", "1km", "--output",
        ]
        let own = try areas([
            "own.geojson", "--layout", "kind=school_district,code=ID,name=LABEL", "--output", "own.csv",
        ])
        #expect(own.status == 0)
        #expect(
            try String(contentsOf: scratch.url.appending(path: "own.csv"), encoding: .utf8).contains(
                "7,出水,school_district"))
        let first = try areas(["n03.geojson", "--within", "43100", "--mesh", "1km", "--output", "a.csv"])
        #expect(first.status == 0)
        let second = try areas([
            "n03.geojson", "--within", "43100", "--mesh", "1km", "--base", "a.csv", "--output", "b.csv",
        ])
        #expect(second.status == 0, "\(arguments)")
        let (a, b) = (scratch.url.appending(path: "a.csv"), scratch.url.appending(path: "b.csv"))
        #expect(try Data(contentsOf: a) == Data(contentsOf: b))
        #expect(try Data(contentsOf: a).starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(try String(contentsOf: a, encoding: .utf8).contains("48300000,48300000,mesh,43102,,,"))
    }

    @Test(
        "mistakes end with status 2, and nothing is written",
        arguments: [
            (["n03.geojson", "--within", "431"], "--within"), (["n03.geojson", "--mesh", "2km"], "--mesh"),
            (["n03.geojson", "--layout", "kind=house"], "kind=house"), (["own.geojson"], "ID, LABEL"),
            (["nowhere.geojson"], "nowhere.geojson"), (["n03.geojson", "--within", "99999"], "43102 乙市東区, 43443 丁町"),
            (["n03.geojson", "--json"], "--output"), ([], "polygons"),
            (["own.geojson", "--layout", "code=NUMBER"], "ID, LABEL"),
        ])
    func mistakes(arguments: [String], message: String) throws {
        let output = scratch.url.appending(path: "out.csv")
        let result = try areas(arguments + (arguments.contains("--json") ? [] : ["--output", output.path]))
        #expect(result.status == 2)
        #expect(result.output.isEmpty || arguments.contains("--json"))
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: output.path))
    }

    @Test("a file that is there is replaced only when asked for, and --json tells what was written")
    func replacing() throws {
        try scratch.write("keep", to: "out.csv")
        #expect(try areas(["n03.geojson", "--output", "out.csv"]).status == 2)
        let result = try areas(["n03.geojson", "--output", "out.csv", "--force", "--json"])
        #expect(result.status == 0)
        #expect(result.output.contains("\"event\":\"done\"") && result.output.contains("\"areas\":4"))
        #expect(result.output.contains("\"ward\":1"))
    }
}
