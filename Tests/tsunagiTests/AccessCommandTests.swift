import Foundation
import TestSupport
import Testing

/// `tsunagi access`, as a shell sees it.
@Suite("Measuring what people reach") struct AccessCommandTests {
    private let scratch: ScratchFolder

    /// Two points of demand and two providers, each within 250 m or not.
    init() throws {
        scratch = try ScratchFolder()
        try scratch.write("id,x,y,pop\n西,1000,0,8\n\"東,1\",1000,300,24\n", to: "demand.csv")
        try scratch.write("id,x,y,cap\np,1000,100,4\nq,1000,500,6\n", to: "supply.csv")
    }

    private static let arguments = ["access", "--demand", "demand.csv", "--supply", "supply.csv", "--catchment", "250"]

    private func run(_ options: [String], demand: String? = nil) throws -> Program.Result {
        try Program.run(Self.arguments + options, in: scratch.url, standardInput: demand)
    }

    @Test("writes a row for each row of the demand, in its order, and a column for each measure")
    func measures() throws {
        let result = try run([
            "--weights", "step:250=1", "--measures", "e2sfca,bfca,count,supply,nearest,nearest:2", "--lang", "en",
        ])
        #expect(result.status == 0)
        #expect(
            result.output == """
                id,e2sfca,bfca,count,supply,nearest,nearest_2
                西,0.125,0.1,1,4,100,
                "東,1",0.375,0.6,2,10,200,200

                """)
        #expect(result.errors.contains("2 rows of people, 2 providers, weights step:250=1"))
        #expect(result.errors.contains("people with a provider within the radius: 100.0%"))
        #expect(result.errors.contains("in anybody's reach 10.000, handed out (ΣP·A) 10.000"))
    }

    @Test("says how many fall short of a floor, how far, and how unequal it is")
    func floor() throws {
        let result = try run([
            "--weights", "step:250=1", "--measures", "e2sfca,count", "--floor", "0.25", "--floor", "count=2",
            "--output", "out.csv", "--json",
        ])
        #expect(result.status == 0)
        // 8 of 32 people have half of 0.25, and one provider.
        for member in [
            #""event":"done""#, #""fgt0_e2sfca":0.25"#, #""fgt1_e2sfca":0.125"#, #""floor_e2sfca":0.25"#,
            #""fgt0_count":0.25"#, #""fgt1_count":0.125"#, #""gini_e2sfca":0.15"#, #""capacity_reached":10"#,
            #""people_reached":32"#, #""rows":2"#, #""weights":"step:250=1""#,
        ] { #expect(result.output.contains(member), "\(member)") }
        #expect(try scratch.url.contents()["out.csv"]?.starts(with: [0xEF, 0xBB, 0xBF]) == true)
    }

    @Test("measures E2SFCA and the plain count where nothing is said, with a Gaussian of half the radius")
    func usual() throws {
        let usual = try run([])
        #expect(usual.output == (try run(["--weights", "gaussian:125", "--measures", "e2sfca,count"]).output))
        #expect(usual.output.hasPrefix("id,e2sfca,count\n"))
        #expect(usual.errors.contains("gaussian:125"))
        #expect(try run(["--quiet"]).errors.isEmpty)
    }

    @Test("either table can come through standard input, but not both")
    func standardInput() throws {
        let demand = "id,x,y,pop\nz,1000,0,10\n"
        let piped = try Program.run(
            ["access", "--demand", "-", "--supply", "supply.csv", "--catchment", "250"], in: scratch.url,
            standardInput: demand)
        #expect(piped.status == 0 && piped.output.contains("\nz,0.4,1\n"))
        let supply = try Program.run(
            ["access", "--demand", "demand.csv", "--supply", "-", "--catchment", "250", "--measures", "count"],
            in: scratch.url, standardInput: "id,x,y,cap\np,1000,100,4\n")
        #expect(supply.output == "id,count\n西,1\n\"東,1\",1\n")
        let both = try Program.run(
            ["access", "--demand", "-", "--supply", "-", "--catchment", "250"], in: scratch.url, standardInput: demand)
        #expect(both.status == 2 && both.output.isEmpty && both.errors.contains("--supply -"))
    }

    @Test("a row whose numbers can't be used stays with empty measures, a provider is left out, and both are told")
    func badNumbers() throws {
        let header = "id,x,y,pop\n"
        for (cells, column) in [
            ("1000,0,-1", "pop"), ("1000,0,", "pop"), ("1000,0,many", "pop"), ("nan,0,1", "x"), ("1000,inf,1", "y"),
            ("1e999,0,1", "x"), ("1000,0x10,1", "y"), ("1000,0,\"1,234\"", "pop"), ("1000,0,1e300", "pop"),
        ] {
            try scratch.write(header + "a,\(cells)\nb,1000,0,10\n", to: "bad.csv")
            let result = try Program.run(
                ["access", "--demand", "bad.csv", "--supply", "supply.csv", "--catchment", "250", "--lang", "en"],
                in: scratch.url)
            #expect(result.status == 1)
            #expect(result.output == "id,e2sfca,count\na,,\nb,0.4,1\n", "\(cells)")
            #expect(result.errors.contains("error bad.csv row 2 \"\(column)\""), "\(cells)")
        }
        try scratch.write("id,x,y,cap\np,1000,100,4\nq,１０００,5OO,6\nr,１０００,５００,6\n", to: "supply.csv")
        let result = try run(["--lang", "en", "--measures", "count", "--json", "--output", "out.csv"])
        #expect(result.status == 1 && result.errors.contains("error supply.csv row 3 \"y\""))
        #expect(result.output.contains(#""providers":2"#) && result.output.contains(#""providers_unused":1"#))
    }

    @Test("ids that are missing or stand twice are told, and every row counts")
    func identifiers() throws {
        try scratch.write("id,x,y,pop\na,1000,0,10\na,1000,0,10\n,1000,0,10\n", to: "demand.csv")
        let result = try run(["--lang", "en", "--measures", "count"])
        #expect(result.status == 0 && result.output == "id,count\na,1\na,1\n,1\n")
        #expect(result.errors.contains("warning demand.csv row 3 \"id\"") && result.errors.contains("row 2 as well"))
        #expect(result.errors.contains("warning demand.csv row 4 \"id\""))
    }

    @Test("columns can be called otherwise, or named by their number")
    func columns() throws {
        try scratch.write("人口,easting_m,northing_m,町\n10,1000,0,a\n", to: "demand.csv")
        let names = ["id=町", "x=easting_m", "y=3", "pop=人口"].flatMap { ["--demand-column", $0] }
        let result = try run(["--measures", "supply"] + names)
        #expect(result.status == 0 && result.output == "id,supply\na,4\n")
        let missing = try run([])
        #expect(missing.status == 2 && missing.output.isEmpty)
        for field in ["id", "x", "y", "pop"] { #expect(missing.errors.contains("「\(field)」"), "\(field)") }
        try scratch.write("id,x,x,y,pop\na,1000,1,0,10\n", to: "demand.csv")
        #expect(try run([]).errors.contains("--demand-column x=2, --demand-column x=3"))
        #expect(try run(["--demand-column", "x=3"]).status == 2)
        for wrong in ["x", "cap=x", "=x"] { #expect(try run(["--demand-column", wrong]).status == 2) }
    }

    @Test("latitude and longitude are refused, with the word that metres are needed")
    func degrees() throws {
        try scratch.write("id,x,y,pop\na,130.7,32.8,10\nb,130.8,32.9,5\n", to: "demand.csv")
        let result = try run(["--output", "out.csv"])
        #expect(result.status == 2 && result.errors.contains("メートル") && result.errors.contains("130.7, 32.8"))
        #expect(try scratch.url.contents()["out.csv"] == nil)
        #expect(try run(["--lang", "en"]).errors.contains("metres"))
    }

    @Test(
        "options that can't be understood are told all together, with what was perhaps meant",
        arguments: [
            (["--catchment", "0"], "--catchment"), (["--catchment", "-5"], "catchment"),
            (["--catchment", "nan"], "--catchment"), (["--weights", "gausian:100"], "gaussian"),
            (["--weights", "gaussian"], "gaussian:1000"), (["--weights", "gaussian:0"], "gaussian:1000"),
            (["--weights", "step:100=1,50=2"], "step:600=1"), (["--weights", "gravity:2,0"], "gravity:2,100"),
            (["--weights", "logistic:5"], "logistic:1000,400"), (["--measures", "e2fca"], "e2sfca"),
            (["--measures", "count,count"], "count"), (["--measures", ""], "count"),
            (["--measures", "nearest:0"], "nearest:1"), (["--measures", "count:2"], "count"),
            (["--floor", "bfca=1"], "bfca"), (["--floor", "0"], "e2sfca=0.02"),
            (["--floor", "nearest=5", "--measures", "nearest,count"], "count"), (["--json"], "--output"),
        ])
    func mistakes(options: [String], word: String) throws {
        let result = try run(options)
        #expect(result.status == 2 && result.output.isEmpty && result.errors.contains(word), "\(result.errors)")
    }

    @Test("several mistakes come at once")
    func severalMistakes() throws {
        let options = try run(["--weights", "x:1", "--measures", "y,z"])
        #expect(options.errors.split(separator: "\n").count == 3)
        try scratch.write("id,x\n", to: "demand.csv")
        try scratch.write("", to: "supply.csv")
        let files = try run([])
        #expect(files.status == 2 && files.errors.contains("demand.csv") && files.errors.contains("supply.csv"))
    }

    @Test("tables without rows are told, and whoever reaches nothing has 0 and no nearest")
    func emptyTables() throws {
        try scratch.write("id,x,y,cap\n", to: "supply.csv")
        let result = try run(["--measures", "e2sfca,bfca,count,supply,nearest"])
        #expect(result.status == 0 && result.errors.contains("supply.csv"))
        #expect(result.output == "id,e2sfca,bfca,count,supply,nearest\n西,0,0,0,0,\n\"東,1\",0,0,0,0,\n")
        try scratch.write("id,x,y,pop\n", to: "demand.csv")
        #expect(try run([]).output == "id,e2sfca,count\n")
    }

    @Test("a file that is there is left alone without --force, and an input always")
    func output() throws {
        #expect(try run(["--output", "out.csv"]).status == 0)
        let before = try scratch.url.contents()["out.csv"]
        #expect(try run(["--output", "out.csv", "--measures", "count"]).status == 2)
        #expect(try scratch.url.contents()["out.csv"] == before)
        #expect(try run(["--output", "out.csv", "--measures", "count", "--force"]).status == 0)
        #expect(try scratch.url.contents()["out.csv"] != before)
        #expect(try run(["--output", "demand.csv", "--force"]).status == 2)
        #expect(try scratch.url.contents().keys.sorted() == ["demand.csv", "out.csv", "supply.csv"])
    }

    @Test("numbers are as short as they can be, and have no exponent")
    func numbers() throws {
        try scratch.write("id,x,y,pop\na,1000,0,1e8\nb,1000,0,0.5\n", to: "demand.csv")
        try scratch.write("id,x,y,cap\np,1000,3,0.25\n", to: "supply.csv")
        let result = try run(["--weights", "step:250=1", "--measures", "e2sfca,supply,nearest"])
        let rows = result.output.split(separator: "\n").dropFirst()
        #expect(rows.allSatisfy { $0.hasSuffix(",0.25,3") && !$0.contains("e") && $0.contains(",0.00000000249999998") })
    }
}
