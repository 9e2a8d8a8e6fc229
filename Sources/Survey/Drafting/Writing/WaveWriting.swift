internal import Model
internal import Tabular
internal import Text

/// Writes `wave.yaml`.
struct WaveWriting {
    let wording: DraftWording
    let words: SurveyWords
    let tables: [DraftTable]
    let questions: [DraftQuestion]
    let facts: WaveFacts
    let unused: [String]

    /// - Returns: the file, what has to be looked at, and the file with its gaps filled by anything that reads.
    func write() -> (text: String, doubts: [DraftDoubt], readable: String) {
        let lines = lines(filling: false)
        return (lines.text, lines.doubts, self.lines(filling: true).text)
    }

    private func lines(filling: Bool) -> DraftLines {
        var lines = DraftLines(file: "wave.yaml")
        for remark in wording.waveHeading { lines.remark(remark) }
        wave(into: &lines, filling: filling)
        frameNotes(into: &lines)
        lines.add("sources:")
        for (index, table) in tables.enumerated() {
            if index > 0 { lines.add("") }
            source(table, into: &lines)
        }
        if !unused.isEmpty {
            lines.add("")
            for sentence in unused {
                lines.doubt(sentence, weight: 3)
                lines.remark(sentence)
            }
        }
        return lines
    }

    // MARK: - The wave

    private func wave(into lines: inout DraftLines, filling: Bool) {
        lines.add("wave:")
        let year = facts.period.map { WaveFacts.fiscalYear(of: $0.first) }
        if let year { lines.remark(wording.name(wording(year.label, year.english)), indent: 2) }
        lines.add("id: \(year?.id ?? "w1")", indent: 2)
        let label = year.map { wording("\($0.label)調査", "Survey \($0.english)") } ?? wording("調査", "Survey")
        lines.add("label: \(YAMLText.scalar(label))", indent: 2)
        municipality(into: &lines, filling: filling)
        if let period = facts.period {
            for remark in wording.period(period) { lines.remark(remark, indent: 2) }
            if !period.outliers.isEmpty { lines.doubt(wording.period(period)[1], weight: 4) }
            lines.add("answers_from: \(period.first)", indent: 2)
            lines.add("answers_until: \(period.last)", indent: 2)
        } else {
            lines.doubt(wording.periodMissing, weight: 9)
            lines.remark(wording.periodMissing, indent: 2)
            lines.add("answers_from:" + (filling ? " 2000-01-01" : ""), indent: 2)
            lines.add("answers_until:" + (filling ? " 2000-01-01" : ""), indent: 2)
        }
        lines.add("")
        lines.add("codebook: codebook.yaml")
        places(into: &lines, filling: filling)
        lines.remark(wording.shortlist)
        lines.add("shortlist: {size: 10}")
        lines.add("")
    }

    private func municipality(into lines: inout DraftLines, filling: Bool) {
        let city = facts.city
        if let city, let known = city.known {
            lines.remark(wording.city(city), indent: 2)
            lines.add(
                "municipality: {code: \"\(known.code)\", name: \(flow(known.name)), prefecture: \(flow(known.prefecture))}",
                indent: 2)
            return
        }
        lines.remark(wording.cityUnknown(city?.name ?? ""), indent: 2)
        if let city { lines.remark(wording.city(city), indent: 2) }
        lines.doubt(wording.cityUnknown(city?.name ?? ""), weight: 10)
        lines.add("municipality:", indent: 2)
        lines.add("code:" + (filling ? " \"00000\"" : ""), indent: 4)
        func value(_ text: String?) -> String {
            let known = text.flatMap { $0.isEmpty ? nil : YAMLText.scalar($0) }
            return (known ?? (filling ? "x" : "")).isEmpty ? "" : " \(known ?? "x")"
        }
        lines.add("name:" + value(city?.name), indent: 4)
        lines.add("prefecture:" + value(city?.prefecture), indent: 4)
    }

    private func places(into lines: inout DraftLines, filling: Bool) {
        guard let known = facts.city?.known else {
            lines.remark(wording.areasMissing)
            lines.add(filling ? "areas: {file: x}" : "areas: {file: , report_by: ward}")
            gazetteers([], into: &lines)
            return
        }
        let kinds: [Area.Kind] = [.ward, .schoolDistrict, .town]
        let kind = kinds.first(where: known.areaKinds.contains) ?? .municipality
        lines.add("areas: {file: \(flow(known.areasFile)), report_by: \(kind.rawValue)}")
        gazetteers(known.gazetteerFiles, into: &lines)
    }

    private func gazetteers(_ files: [String], into lines: inout DraftLines) {
        if files.isEmpty {
            lines.doubt(wording.gazetteersMissing, weight: 8)
            lines.remark(wording.gazetteersMissing)
        }
        lines.add("gazetteers: \(YAMLText.list(files))")
    }

    private func flow(_ text: String) -> String { YAMLText.scalar(text, inFlow: true) }

    private func frameNotes(into lines: inout DraftLines) {
        let frames = tables.filter { $0.role == .frame }
        let cells = frames.flatMap { $0.cells(.note) }
        let finder = WaveFactFinder(words: words, known: [])
        let (returned, dormant) = (finder.notes(cells, "returned"), finder.notes(cells, "dormant"))
        guard !returned.isEmpty || !dormant.isEmpty, let frame = frames.first(where: { !$0.cells(.note).isEmpty }),
            let note = frame.fields.first(where: { $0.field == .note })
        else { return }
        lines.remark(wording.notes(frame.columns[note.column].title.shown, returned + dormant))
        lines.add("frame_notes:")
        if !returned.isEmpty { lines.add("returned: \(YAMLText.list(returned.map(\.word)))", indent: 2) }
        if !dormant.isEmpty { lines.add("dormant: \(YAMLText.list(dormant.map(\.word)))", indent: 2) }
        lines.add("")
    }

    // MARK: - Sources

    private func source(_ table: DraftTable, into lines: inout DraftLines) {
        let (sample, header) = (table.sample, table.header)
        lines.remark(wording.role(table.guess), indent: 2)
        lines.remark(wording.table(header.row, header.rows, table.rowCount, sample.isWhole), indent: 2)
        if table.guess.isDoubtful { lines.doubt(wording.role(table.guess), weight: 7) }
        lines.add("- file: \(YAMLText.scalar(sample.file))", indent: 2)
        lines.add("role: \(table.role.rawValue)", indent: 4)
        if let sheet = sample.sheet { lines.add("sheet: \(YAMLText.scalar(sheet))", indent: 4) }
        if header.row > 1 { lines.add("header_row: \(header.row)", indent: 4) }
        if header.rows > 1 { lines.add("header_rows: \(header.rows)", indent: 4) }
        if let encoding = sample.encoding { lines.add("encoding: \(encoding.rawValue)", indent: 4) }
        switch sample.delimiter {
        case UInt8(ascii: "\t"): lines.add("delimiter: tab", indent: 4)
        case UInt8(ascii: ";"): lines.add("delimiter: semicolon", indent: 4)
        default: break
        }
        let isCoded = isCoded(table)
        if isCoded { lines.add("coded_as: codes", indent: 4) }
        missing(table, into: &lines)
        lines.remark(wording.purpose, indent: 4)
        lines.remark(wording.retention, indent: 4)
        fields(table, into: &lines)
        answers(table, isCoded: isCoded, into: &lines)
        leftOver(table, into: &lines)
    }

    private func isCoded(_ table: DraftTable) -> Bool {
        let contents = table.matched.keys.map { table.questions[$0].content }
        return contents.contains(.codes) && !contents.contains(.labels)
    }

    private func missing(_ table: DraftTable, into lines: inout DraftLines) {
        func sorted(_ codes: [String: Int]) -> [(String, Int)] {
            codes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
        }
        let asked = !table.matched.isEmpty
        if asked, !table.missing.noAnswer.isEmpty {
            let codes = sorted(table.missing.noAnswer)
            lines.remark(wording.noAnswer(codes), indent: 4)
            lines.doubt(wording.noAnswer(codes), weight: 2)
            lines.add("no_answer: \(YAMLText.list(codes.map(\.0)))", indent: 4)
        }
        if asked, !table.missing.unreadable.isEmpty {
            let codes = sorted(table.missing.unreadable)
            lines.remark(wording.unreadable(codes), indent: 4)
            lines.doubt(wording.unreadable(codes), weight: 2)
            lines.add("unreadable: \(YAMLText.list(codes.map(\.0)))", indent: 4)
        }
    }

    private func fields(_ table: DraftTable, into lines: inout DraftLines) {
        lines.add("columns:", indent: 4)
        for guess in table.fields {
            guard let title = table.columns[guess.column].written else { continue }
            let remark = guess.isByContent ? "  # \(wording.byContent(guess.field))" : ""
            if guess.isByContent {
                lines.doubt("\(guess.field.rawValue): \(wording.byContent(guess.field))", weight: 5)
            }
            lines.add("\(guess.field.rawValue): \(YAMLText.scalar(title))\(remark)", indent: 6)
        }
    }

    private func answers(_ table: DraftTable, isCoded: Bool, into lines: inout DraftLines) {
        guard !table.matched.isEmpty else { return }
        lines.add("answers:", indent: 4)
        for (place, index) in table.matched.sorted(by: { $0.value < $1.value }) {
            let (asked, question) = (table.questions[place], questions[index])
            for separator in asked.separators where ChoicePieces.unreadableSeparators.contains(separator) {
                lines.doubt(wording.slash(separator), weight: 8)
                lines.remark(wording.slash(separator), indent: 6)
            }
            if question.kind == .single, asked.severalCells > 0 {
                lines.doubt(wording.several(asked.severalCells), weight: 6)
                lines.remark(wording.several(asked.severalCells), indent: 6)
            }
            lines.add("\(YAMLText.scalar(question.id)): \(value(asked, question, isCoded: isCoded))", indent: 6)
        }
    }

    private func value(_ asked: FileQuestion, _ question: DraftQuestion, isCoded: Bool) -> String {
        let coding = asked.content == .codes ? "codes" : "labels"
        switch asked.place {
        case .one(let title):
            let isUsual = asked.content == .codes ? isCoded : !isCoded || !asked.isChoice
            return isUsual ? YAMLText.scalar(title) : "{column: \(flow(title)), coded_as: \(coding)}"
        case .under(let title): return "{columns_under: \(flow(title))}"
        case .pattern(let pattern):
            return asked.content == .marks
                ? "{columns: \(flow(pattern))}" : "{columns: \(flow(pattern)), coded_as: \(coding)}"
        case .titles(let titles):
            let pairs = zip(titles, asked.options).compactMap { title, option -> String? in
                let key = words.key(option.label)
                let found = question.options.first {
                    option.label.isEmpty
                        ? $0.code == option.code : ([$0.label] + $0.alsoWritten).contains { words.key($0) == key }
                }
                return found.map { "\(flow(title)): \(flow($0.id))" }
            }
            return "{columns: {\(pairs.joined(separator: ", "))}}"
        }
    }

    private func leftOver(_ table: DraftTable, into lines: inout DraftLines) {
        let personal = Set(table.personal.map(\.index))
        let unused = table.unused
        let titles = unused.filter { !personal.contains($0.index) }.map(\.title.shown).filter { !$0.isEmpty }
        if !titles.isEmpty {
            lines.doubt(wording.unused(titles), weight: unused.contains { $0.filled > 0 } ? 3 : 1)
            lines.remark(wording.unused(titles), indent: 4)
        }
        let persons = unused.filter { personal.contains($0.index) }.map(\.title.shown)
        if !persons.isEmpty { lines.remark(wording.personal(persons), indent: 4) }
        let untitled = unused.count { $0.title.shown.isEmpty }
        if untitled > 0 {
            lines.doubt(wording.untitled(untitled), weight: 5)
            lines.remark(wording.untitled(untitled), indent: 4)
        }
    }
}
