internal import ArgumentParser
internal import FoundationEssentials
internal import Model
internal import Pipeline

struct AreasCommand: StatusCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: help(
            "区域のデータ（GeoJSON）から、地域の表を作ります。", "Makes the table of areas from polygons (GeoJSON)."),
        usage: "tsunagi areas <polygons> … [--within <code>] [options]",
        discussion: help(
            """
            国土数値情報の行政区域（N03）、小学校区（A27）などの GeoJSON を読み、
            wave.yaml の areas の file で使える表を書きます。どの区にあるかと面積は、
            区域から求めます。書いた表は、Excel で直して使えます。
            --output がなければ、標準出力に CSV を書きます。

            例：
              tsunagi areas N03_99.geojson A27_99.geojson \\
                --within 99100 --output 地域.csv
            """,
            """
            Reads GeoJSON of municipalities (N03), school districts (A27) and others,
            and writes the table that areas.file of wave.yaml reads. What lies in which
            ward, and the size, come from the polygons. Without --output, a CSV goes to
            standard output.

            Example:
              tsunagi areas N03_99.geojson A27_99.geojson \\
                --within 99100 --output areas.csv
            """))

    @Argument(
        help: argumentHelp(
            "区域の GeoJSON（二つ以上なら、先のものが優先）", "GeoJSON of areas, the surer one first", valueName: "polygons"))
    var polygons: [String]

    @Option(
        help: argumentHelp("今ある地域の表。その行は変えず、足りない地域を加える", "a table of areas to complete", valueName: "file"))
    var base: String?

    @Option(
        help: argumentHelp(
            "市区町村のコード（5桁）。その中の地域だけにする",
            "five-digit code: only the municipality's parts, and names around it", valueName: "code"))
    var within: String?

    @Option(
        help: argumentHelp("メッシュを加える。1km、500m、250m", "add meshes of 1km, 500m or 250m", valueName: "size"))
    var mesh: String?

    @Option(
        help: argumentHelp(
            "独自の属性の名前。kind=town,code=ID,name=NAME",
            "properties of a file of your own: kind=town,code=ID,name=NAME", valueName: "names"))
    var layout: String?

    @Option(help: argumentHelp("測地系の変換に使う格子のフォルダ", "folder with grids for the change of datum", valueName: "folder"))
    var grids: String?

    @Option(help: argumentHelp("書き出す CSV（既定は標準出力）", "file to write (standard output otherwise)", valueName: "file"))
    var output: String?

    @Flag(help: argumentHelp("すでにあるファイルを置き換える", "replace a file that is there"))
    var force = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if polygons.contains("") || base == "" || output == "" {
            throw ValidationError(help("ファイル名が空です", "the name of a file is empty"))
        }
        if let within, within.utf8.count != 5 || UInt32(within) == nil {
            throw ValidationError(help("--within は5桁の数字です：\(within)", "--within has five digits: \(within)"))
        }
        if let mesh, !AreaTabling.meshSizes.contains(mesh) {
            let sizes = AreaTabling.meshSizes.joined(separator: ", ")
            throw ValidationError(help("--mesh は \(sizes) です：\(mesh)", "--mesh is one of \(sizes): \(mesh)"))
        }
        _ = try ownLayout()
        if shared.json, output == nil {
            throw ValidationError(help("--json には --output が必要です", "--json needs --output"))
        }
    }

    func perform() throws -> ExitStatus {
        let outcome = try AreaTabling(
            polygons: polygons.map { URL(filePath: $0) }, base: base.map { URL(filePath: $0) }, municipality: within,
            mesh: mesh, layout: try ownLayout(), grids: grids.map { URL(filePath: $0) },
            output: output.map { URL(filePath: $0) }, replaces: force, dataFolder: try shared.dataFolder()
        ).run()
        for line in FindingList(findings: outcome.findings, language: shared.lang).lines { Output.error(line) }
        show(outcome)
        return .done
    }

    /// `kind=school_district,code=SCHOOL_ID,name=SCHOOL_NAME`
    private func ownLayout() throws -> AreaTabling.Layout? {
        guard let layout else { return nil }
        var own = AreaTabling.Layout()
        for entry in layout.split(separator: ",") {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            switch (parts.first, parts.count) {
            case ("kind", 2) where Area.Kind(rawValue: parts[1]) != nil: own.kind = Area.Kind(rawValue: parts[1])
            case ("code", 2): own.code = parts[1]
            case ("name", 2): own.name = parts[1]
            case ("population", 2): own.population = parts[1]
            default:
                let kinds = Area.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(
                    help(
                        "--layout の「\(entry)」を読めません。kind（\(kinds)）、code、name、population が書けます",
                        "\"\(entry)\" of --layout can't be read; there are kind (\(kinds)), code, name, population"))
            }
        }
        return own
    }

    private func show(_ outcome: AreaTabling.Outcome) {
        if shared.json {
            var members: [String: JSONLine.Value] = [
                "event": .text("done"), "areas": .integer(outcome.areaCount),
                "findings": .integer(outcome.findings.count),
            ]
            if let output { members["output"] = .text(output) }
            for kind in Area.Kind.allCases { members[kind.rawValue] = .integer(outcome.counts[kind] ?? 0) }
            Output.line(JSONLine(members).text)
        } else if !shared.quiet {
            let counts = Area.Kind.allCases.compactMap { kind in
                outcome.counts[kind].map { "\(label(kind)) \($0.grouped)" }
            }
            Output.error(
                help("\(outcome.areaCount.grouped)地域：", "\(outcome.areaCount.grouped) areas: ")
                    + counts.joined(separator: help("、", ", ")))
        }
    }

    private func label(_ kind: Area.Kind) -> String {
        switch kind {
        case .prefecture: help("都道府県", "prefectures")
        case .municipality: help("市区町村", "municipalities")
        case .ward: help("区", "wards")
        case .schoolDistrict: help("小学校区", "school districts")
        case .town: help("町", "towns")
        case .mesh: help("メッシュ", "meshes")
        }
    }
}
