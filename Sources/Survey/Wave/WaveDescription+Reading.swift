public import Model
internal import Tabular
internal import Text

extension WaveDescription {
    /// Reads `wave.yaml`.
    /// - Throws: `StageError` with every problem of the file: syntax, keys, types, values, each with its line.
    public init(yaml: String, file: String) throws(StageError) {
        let problems = ConfigProblems()
        let root = try ConfigNode.root(of: yaml, file: file, problems: problems)
        let description = WaveFileReader(root: root.mapping(of: ConfigKeys.waveFile)).read()
        guard problems.all.isEmpty, let description else { throw StageError(problems.all) }
        self = description
    }
}

private struct WaveFileReader {
    let root: ConfigMapping

    func read() -> WaveDescription? {
        let waveNode = root.required("wave")?.mapping(of: ConfigKeys.wave)
        let wave = waveNode.flatMap(wave)
        let codebook = root.required("codebook")?.fileReference()
        let areas = root.required("areas")?.mapping(of: ConfigKeys.areas)
        let areaFile = areas?.required("file")?.fileReference()
        let reportBy = areas?["report_by"].map { $0.value(of: Area.Kind.self) } ?? .ward
        let mesh = areas?["mesh"].flatMap { meshSize($0, reportBy: reportBy) } ?? .kilometre
        let polygons = areas?["polygons"]?.list().compactMap(polygonDescription) ?? []
        let gazetteers = root.required("gazetteers")?.list().compactMap { $0.fileReference() } ?? []
        let gaps = root["gaps"]?.mapping(of: ConfigKeys.gaps)
        let earlierAnswers = root["earlier_answers"]?.mapping(of: ConfigKeys.earlierAnswers)
        let notes = root["frame_notes"]?.mapping(of: ConfigKeys.frameNotes)
        let sources = root.required("sources")?.list().compactMap { SourceEntryReader(node: $0).read() } ?? []
        if root["sources"]?.list().isEmpty == true { root.node.report(.keyMissing, expected: "sources") }
        reportDoubles(sources)
        guard let wave, let codebook, let areaFile, let reportBy else { return nil }
        return WaveDescription(
            wave: wave, municipalityLine: waveNode?["municipality"]?.location.row, codebook: codebook, areas: areaFile,
            polygons: polygons, mesh: mesh, reportBy: reportBy, gazetteers: gazetteers,
            need: NeedDescription(root["need"]?.mapping(of: ConfigKeys.need)),
            weightWithoutCase: gaps?["weight_without_case"]?.number(in: 0...1) ?? 1,
            absentProbability: gaps?["absent_probability"]?.number(in: 0...1) ?? 0.8,
            reach: root["reach"].flatMap { ReachDescription($0) },
            shortlist: ShortlistDescription(root["shortlist"]), returnedNotes: notes?["returned"]?.texts() ?? [],
            dormantNotes: notes?["dormant"]?.texts() ?? [], closedNotes: notes?["closed"]?.texts() ?? [],
            previous: root["previous"]?.text(),
            earlierAnswers: EarlierAnswersDescription(
                areUsed: earlierAnswers?["use"]?.flag() ?? true,
                staleAfter: earlierAnswers?["stale_after"]?.integer(in: 1...100) ?? 2),
            allowPaths: root["allow_paths"]?.texts() ?? [], sources: sources)
    }

    /// Meshes that nothing is reported by are a slip.
    private func meshSize(_ node: ConfigNode, reportBy: Area.Kind?) -> MeshSize? {
        if reportBy != .mesh { node.report(.keyMissing, expected: "report_by: mesh") }
        return node.value(of: MeshSize.self)
    }

    /// `wards.geojson`, or `{file: x.geojson, kind: school_district, code: ID, name: NAME}`.
    private func polygonDescription(_ node: ConfigNode) -> PolygonDescription? {
        if node.isScalar {
            return node.fileReference().map {
                PolygonDescription(file: $0, kind: nil, code: nil, name: nil, population: nil)
            }
        }
        let mapping = node.mapping(of: ConfigKeys.polygons)
        guard let file = mapping.required("file")?.fileReference() else { return nil }
        return PolygonDescription(
            file: file, kind: mapping["kind"]?.value(of: Area.Kind.self), code: mapping["code"]?.text(),
            name: mapping["name"]?.text(), population: mapping["population"]?.text())
    }

    /// A table that is listed twice would count its answers twice.
    private func reportDoubles(_ sources: [SourceDescription]) {
        var seen: Set<[String?]> = []
        for source in sources where !seen.insert([source.file, source.sheet]).inserted {
            root.node.problems.add(
                Problem(.keyDouble, at: source.location.column("file"), found: source.file))
        }
    }

    private func wave(_ wave: ConfigMapping) -> Wave? {
        let id = wave.required("id").flatMap(identifier)
        let label = wave.required("label")?.text()
        let municipality = wave.required("municipality").flatMap(municipality)
        let from = wave.required("answers_from")?.date()
        let until = wave.required("answers_until")?.date()
        let asOf = wave["as_of"].map { $0.date() } ?? until
        guard let id, let label, let municipality, let from, let until, let asOf else { return nil }
        guard from <= until else {
            wave["answers_until"]?.report(.valueUnknown, found: "\(until)", expected: "≥ \(from)")
            return nil
        }
        return Wave(id: id, label: label, municipality: municipality, answerPeriod: from...until, asOf: asOf)
    }

    /// Ids stand in file names and ids of facts: letters, digits, `-` and `_`.
    private func identifier(_ node: ConfigNode) -> String? {
        guard let text = node.text() else { return nil }
        let isValid = text.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard isValid, !text.isEmpty else {
            node.report(.valueType, found: text, expected: "a–z 0–9 - _")
            return nil
        }
        return text
    }

    private func municipality(_ node: ConfigNode) -> Wave.Municipality? {
        let mapping = node.mapping(of: ConfigKeys.municipality)
        guard let codeNode = mapping.required("code"), let code = codeNode.text() else { return nil }
        guard code.utf8.count == 5, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            codeNode.report(.valueType, found: code, expected: "\"13101\"")
            return nil
        }
        guard let name = mapping.required("name")?.text(), let prefecture = mapping.required("prefecture")?.text()
        else { return nil }
        return Wave.Municipality(code: code, name: name, prefecture: prefecture)
    }
}

private struct SourceEntryReader {
    let node: ConfigNode

    func read() -> SourceDescription? {
        let source = node.mapping(of: ConfigKeys.source)
        let file = source.required("file")?.text()
        let role = source.required("role")?.value(of: Role.self)
        let columns = columns(source)
        let coding = source["coded_as"]?.value(of: SourceDescription.Coding.self) ?? .labels
        let answers = answers(source, coding: coding)
        let headerRows = source["header_rows"]?.integer(in: 1...2) ?? 1
        if headerRows == 1, answers.values.contains(where: \.isUnderTitle) {
            node.report(.keyMissing, expected: "header_rows: 2")
        }
        guard let file, let role else { return nil }
        return SourceDescription(
            file: file, role: role, sheet: source["sheet"]?.text(),
            headerRow: source["header_row"]?.integer(in: 1...1000) ?? 1, headerRows: headerRows,
            encoding: source["encoding"]?.value(of: TextEncoding.self), delimiter: delimiter(source), columns: columns,
            answers: answers, missing: source.missingCodes, labels: labels(source),
            purpose: source["purpose"]?.text() ?? "", retainUntil: source["retain_until"]?.date(),
            contacts: source["contacts"]?.value(of: SourceDescription.ContactPurpose.self) ?? .linking,
            location: node.location, questionLines: questionLines(source))
    }

    private func questionLines(_ source: ConfigMapping) -> [String: Int] {
        let entries = ["answers", "labels"].compactMap { source[$0] }.filter(\.isMapping).flatMap { $0.entries() }
        return Dictionary(
            entries.compactMap { id, line, _ in line.map { (id, $0) } }, uniquingKeysWith: { first, _ in first })
    }

    private func columns(_ source: ConfigMapping) -> [RecordField: String] {
        guard let node = source.required("columns") else { return [:] }
        let mapping = node.mapping(of: RecordField.allCases.map(\.rawValue))
        var columns: [RecordField: String] = [:]
        for field in RecordField.allCases {
            if let title = mapping[field.rawValue]?.text() { columns[field] = title }
        }
        if columns[.name] == nil { node.report(.keyMissing, expected: RecordField.name.rawValue) }
        return columns
    }

    private func answers(
        _ source: ConfigMapping, coding: SourceDescription.Coding
    ) -> [String: SourceDescription.AnswerColumns] {
        var answers: [String: SourceDescription.AnswerColumns] = [:]
        for (question, _, node) in source["answers"]?.entries() ?? [] {
            answers[question] = answerColumns(node, coding: coding)
        }
        return answers
    }

    /// `"1-1": 団体の種類`, or a mapping with `column`, `columns` or `columns_under`.
    private func answerColumns(
        _ node: ConfigNode, coding: SourceDescription.Coding
    ) -> SourceDescription.AnswerColumns? {
        if node.isScalar { return node.text().map { .one(title: $0, coding: coding) } }
        let mapping = node.mapping(of: ConfigKeys.answerColumns)
        let places = ["columns_under", "columns", "column"].filter { mapping[$0] != nil }
        if places.count > 1 { mapping[places[1]]?.report(.keysExclusive, found: places[1], expected: places[0]) }
        let own = mapping["coded_as"]?.value(of: SourceDescription.Coding.self)
        if own == .marks, places.first == "column" {
            mapping["coded_as"]?.report(
                .valueUnknown, found: "marks", expected: "labels, codes, columns, columns_under")
        }
        switch places.first {
        case "columns_under": return mapping["columns_under"]?.text().map { .under(title: $0) }
        case "columns":
            return mapping["columns"].flatMap(columnSelection).map { .several($0, coding: own ?? .marks) }
        default: return mapping.required("column")?.text().map { .one(title: $0, coding: own ?? coding) }
        }
    }

    /// `Q2_*`, `[第1, 第2]` or `{Q2A: children, Q2B: youth}`.
    private func columnSelection(_ node: ConfigNode) -> SourceDescription.ColumnSelection? {
        if node.isMapping {
            return .byOption(
                node.entries().compactMap { title, _, id in
                    id.text().map { SourceDescription.OptionColumn(title: title, optionID: $0) }
                })
        }
        guard node.isScalar else { return .titles(node.texts()) }
        guard let text = node.text() else { return nil }
        return text.contains("*") ? .pattern(text) : .titles([text])
    }

    private func labels(_ source: ConfigMapping) -> [String: [String: String]] {
        var labels: [String: [String: String]] = [:]
        for (question, _, node) in source["labels"]?.entries() ?? [] {
            labels[question] = Dictionary(
                node.entries().compactMap { label, _, id in id.text().map { (NearestNames.titleKey(label), $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        return labels
    }

    private func delimiter(_ source: ConfigMapping) -> Character? {
        guard let node = source["delimiter"], let text = node.rawText else { return nil }
        switch text {
        case ",", "comma": return ","
        case "\t", "tab": return "\t"
        case ";", "semicolon": return ";"
        default:
            node.report(.valueUnknown, found: text, expected: "comma, tab, semicolon")
            return nil
        }
    }
}
