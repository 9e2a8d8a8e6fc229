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
        let wave = wave()
        let codebook = root.required("codebook")?.fileReference()
        let areas = root.required("areas")?.mapping(of: ConfigKeys.areas)
        let areaFile = areas?.required("file")?.fileReference()
        let reportBy = areas?["report_by"].map { $0.value(of: Area.Kind.self) } ?? .ward
        let gazetteers = root.required("gazetteers")?.list().compactMap { $0.fileReference() } ?? []
        let size = root["shortlist"]?.mapping(of: ConfigKeys.shortlist)["size"]?.integer(in: 1...1000)
        let notes = root["frame_notes"]?.mapping(of: ConfigKeys.frameNotes)
        let sources = root.required("sources")?.list().compactMap { SourceEntryReader(node: $0).read() } ?? []
        if root["sources"]?.list().isEmpty == true { root.node.report(.keyMissing, expected: "sources") }
        guard let wave, let codebook, let areaFile, let reportBy else { return nil }
        return WaveDescription(
            wave: wave, codebook: codebook, areas: areaFile, reportBy: reportBy, gazetteers: gazetteers,
            needFile: root["need"]?.mapping(of: ConfigKeys.need).required("file")?.fileReference(),
            shortlistSize: size ?? 10, returnedNotes: notes?["returned"]?.texts() ?? [],
            dormantNotes: notes?["dormant"]?.texts() ?? [], previous: root["previous"]?.text(),
            allowPaths: root["allow_paths"]?.texts() ?? [], sources: sources)
    }

    private func wave() -> Wave? {
        guard let node = root.required("wave") else { return nil }
        let wave = node.mapping(of: ConfigKeys.wave)
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
            codeNode.report(.valueType, found: code, expected: "\"43100\"")
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
            answers: answers, noAnswer: Set(source["no_answer"]?.texts().map(Width.folded) ?? []),
            labels: labels(source),
            purpose: source["purpose"]?.text() ?? "", retainUntil: source["retain_until"]?.date(),
            location: node.location)
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

    /// `"1-1": 団体の種類`, or a mapping with `column` or `columns_under`.
    private func answerColumns(
        _ node: ConfigNode, coding: SourceDescription.Coding
    ) -> SourceDescription.AnswerColumns? {
        if node.isScalar { return node.text().map { .one(title: $0, coding: coding) } }
        let mapping = node.mapping(of: ConfigKeys.answerColumns)
        let own = mapping["coded_as"]?.value(of: SourceDescription.Coding.self)
        if own == .marks, mapping["columns_under"] == nil {
            mapping["coded_as"]?.report(.valueUnknown, found: "marks", expected: "labels, codes, columns_under")
        }
        if let title = mapping["columns_under"]?.text() { return .under(title: title) }
        return mapping.required("column")?.text().map { .one(title: $0, coding: own ?? coding) }
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
