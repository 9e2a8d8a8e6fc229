internal import Model
internal import Pipeline

/// A gazetteer, for the terminal or for programs.
struct GazetteerReport {
    let summary: GazetteerSummary

    // MARK: For people

    /// - Parameter seconds: how long it took to make; `nil` for one that was there.
    func lines(seconds: Double? = nil) -> [String] {
        let time = seconds.map { help("　\(Self.decimal($0))秒", "  \(Self.decimal($0)) s") } ?? ""
        return ["\(summary.file)　\(size)\(time)"] + contents
            + summary.sources.enumerated().flatMap { lines(of: $1, number: $0 + 1) } + attributions
    }

    private var contents: [String] {
        let names = summary.prefectures.count <= 3 ? summary.prefectures.joined(separator: help("、", ", ")) : ""
        let prefectures =
            help("都道府県 ", "prefectures ") + "\(summary.prefectures.count)"
            + (names.isEmpty ? "" : help("（\(names)）", " (\(names))"))
        let municipalities = help("市区町村 ", "municipalities ") + summary.municipalities.grouped
        let towns = help("町字 ", "towns ") + summary.towns.grouped
        let points = help(
            "（位置あり \(summary.townsWithPoint.grouped)）", " (\(summary.townsWithPoint.grouped) with a point)")
        let numbers =
            help("街区 ", "blocks ") + summary.blocks.grouped + help("、号・地番 ", ", lots ") + summary.lots.grouped
        let separator = help("、", ", ")
        return [
            "  " + [prefectures, municipalities].joined(separator: separator),
            "  " + towns + points + separator + numbers,
            "  " + help("座標 JGD2011（EPSG:6668）と平面直角座標", "JGD2011 (EPSG:6668) and plane rectangular coordinates"),
        ]
    }

    private func lines(of source: GazetteerSummary.Source, number: Int) -> [String] {
        var lines = [help("一覧\(number) ", "list \(number) ") + source.name]
        let version = source.version.map { help("第\($0)版", "version \($0)") }
        let parts = [source.publisher ?? help("自分の表", "a list of one's own"), version, source.licence].compactMap(
            \.self)
        lines.append("  " + parts.joined(separator: help("、", ", ")))
        lines.append("  " + rows(of: source))
        if source.towns > 0 {
            let placed = source.townsPlacedByParts
            let middle =
                placed == 0
                ? ""
                : help(
                    "（うち丁目・小字・番号のまん中 \(placed.grouped)）",
                    " (\(placed.grouped) in the middle of their parts)")
            lines.append("  " + help("位置のある町字 ", "towns with a point ") + source.townsWithPoint.grouped + middle)
        }
        for operation in source.operations { lines.append("  " + text(operation, from: source.systems)) }
        if let sha256 = source.sha256 { lines.append("  SHA-256 \(sha256)") }
        return lines
    }

    private func rows(of source: GazetteerSummary.Source) -> String {
        let parts = [
            (help("町字 ", "towns "), source.towns), (help("番号 ", "numbers "), source.numberRows),
            (help("位置 ", "points "), source.points), (help("まとめた行 ", "merged "), source.merged),
            (help("使わなかった行 ", "not used "), source.leftOut),
        ].filter { $0.1 > 0 }.map { $0.0 + $0.1.grouped }
        return source.rows.grouped + help("行：", " rows: ") + parts.joined(separator: help("、", ", "))
    }

    private func text(_ operation: GazetteerSummary.Operation, from systems: [Int]) -> String {
        let accuracy = operation.accuracy.map { "\(Self.decimal($0)) m" } ?? "?"
        let given = systems.map { "EPSG:\($0)" }.joined(separator: help("・", ", "))
        return help(
            "座標変換（元は \(given)） \(operation.name)：精度 \(accuracy)、\(operation.points.grouped)点",
            "from \(given): \(operation.name), accuracy \(accuracy), \(operation.points.grouped) points")
    }

    /// The lines that the licences ask for.
    private var attributions: [String] {
        var lines: [String] = []
        for line in summary.sources.compactMap(\.attribution) where !lines.contains("  " + line) {
            lines.append("  " + line)
        }
        guard !lines.isEmpty else { return [] }
        return [help("結果を公開するときに書く出典", "to be written beside published results")] + lines
    }

    private var size: String {
        let bytes = Double(summary.size)
        return bytes < 1e6 ? "\(Self.decimal(bytes / 1e3)) kB" : "\(Self.decimal(bytes / 1e6)) MB"
    }

    /// One decimal.
    static func decimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return (tenths / 10).grouped + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
    }

    // MARK: For programs

    /// What both commands tell of the file.
    var members: [String: JSONLine.Value] {
        [
            "size": .integer(summary.size), "prefectures": .integer(summary.prefectures.count),
            "municipalities": .integer(summary.municipalities), "towns": .integer(summary.towns),
            "towns_with_point": .integer(summary.townsWithPoint), "blocks": .integer(summary.blocks),
            "lots": .integer(summary.lots),
        ]
    }

    /// An object for each list, and for each operation that its points went through.
    var sourceEvents: [String] {
        summary.sources.flatMap { source -> [String] in
            var members: [String: JSONLine.Value] = [
                "event": .text("list"), "file": .text(summary.file), "list": .text(source.name),
                "format": .text(source.format), "rows": .integer(source.rows), "towns": .integer(source.towns),
                "towns_with_point": .integer(source.townsWithPoint),
                "towns_placed_by_parts": .integer(source.townsPlacedByParts), "numbers": .integer(source.numberRows),
                "points": .integer(source.points), "merged": .integer(source.merged),
                "left_out": .integer(source.leftOut),
            ]
            for (key, value) in [
                ("sha256", source.sha256), ("version", source.version), ("licence", source.licence),
                ("attribution", source.attribution),
            ] {
                if let value { members[key] = .text(value) }
            }
            return [JSONLine(members).text] + source.operations.map { event($0, of: source) }
        }
    }

    private func event(_ operation: GazetteerSummary.Operation, of source: GazetteerSummary.Source) -> String {
        var members: [String: JSONLine.Value] = [
            "event": .text("operation"), "file": .text(summary.file), "list": .text(source.name),
            "from": .text(source.systems.map { "EPSG:\($0)" }.joined(separator: ", ")), "to": .text("EPSG:6668"),
            "name": .text(operation.name), "points": .integer(operation.points),
        ]
        if let accuracy = operation.accuracy { members["accuracy_m"] = .number(accuracy) }
        return JSONLine(members).text
    }
}
