internal import BenchmarkSupport
internal import Model
internal import Tabular

/// The files that are read.
enum Files {
    static let seed: UInt64 = 20_241_021
    private static let firstDay = CivilDate(year: 2024, month: 10, day: 1)?.daysSince1970 ?? 0
    /// Columns of the CSV behind the answers' time, by the key of `wave.yaml`.
    private static let fields = [
        ("name", "団体名"), ("representative", "代表者名"), ("contact_person", "担当者名"), ("telephone", "電話番号"),
        ("email", "メールアドレス"), ("postal_code", "郵便番号"), ("address", "所在地"),
    ]

    static func writeCSV(_ path: String, rows: Int) throws {
        let file = try OutputFile(path)
        var writer = CSVWriter()
        writer.row(["回答日時"] + fields.map(\.1) + Choices.all.map(\.title) + [Choices.note.title])
        var sheet = AnswerSheet(seed: seed)
        for number in 0..<rows {
            let row = sheet.next()
            writer.row(
                [
                    time(row), row.name, row.representative, row.contact, row.telephone, row.email, row.postalCode,
                    row.address,
                ] + row.choices.map { $0.joined(separator: ", ") } + [row.note])
            if number % 1000 == 0 { try file.write(writer.takeBytes()) }
        }
        try file.write(writer.takeBytes())
    }

    private static func date(_ row: AnswerSheet.Row) -> CivilDate? {
        CivilDate(daysSince1970: firstDay + row.day)
    }

    private static func time(_ row: AnswerSheet.Row) -> String {
        guard let date = date(row) else { return "" }
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(date.year)/\(two(date.month))/\(two(date.day)) \(two(row.minute / 60)):\(two(row.minute % 60))"
    }

    /// An answer sheet of 20 columns, four of them long lists of choices, as a data-entry office hands it in.
    static func writeWideWorkbook(_ path: String, rows: Int) throws {
        let titles =
            ["No.", "到着日"] + fields.map(\.1) + Choices.all.map(\.title)
            + ["普段の活動", "支援の対象", "今後の予定", "会員数", "点数", "備考"]
        var columns = titles.map { WorkbookColumn($0) }
        columns[0].kind = .integer
        columns[1].kind = .date
        columns[17].kind = .integer
        columns[18].kind = .decimal(digits: 2)
        let writer = try WorkbookWriter(path: path, name: path)
        try writer.addSheet(WorkbookSheet(name: "回答", columns: columns))
        var sheet = AnswerSheet(seed: seed)
        for _ in 0..<rows {
            let row = sheet.next()
            let lists = (0..<3).map { list in
                row.choices[1] + (list == 2 ? [] : row.choices[2]) + (list == 0 ? row.choices[0] : [])
            }
            let texts = [
                row.name, row.representative, row.contact, row.telephone, row.email, row.postalCode, row.address,
            ]
            let lead: [WorkbookCell] = [.integer(row.number), dateCell(row)]
            let tail: [WorkbookCell] = [.integer(row.members), .number(Double(row.members) / 8), text(row.note)]
            try writer.row(lead + texts.map(text) + (row.choices + lists).map(joined) + tail)
        }
        try writer.close()
    }

    /// A list of five columns.
    static func writeNarrowWorkbook(_ path: String, rows: Int) throws {
        let columns = [
            WorkbookColumn("No.", .integer), WorkbookColumn("団体名"), WorkbookColumn("所在地"), WorkbookColumn("電話番号"),
            WorkbookColumn("登録日", .date),
        ]
        let writer = try WorkbookWriter(path: path, name: path)
        try writer.addSheet(WorkbookSheet(name: "名簿", columns: columns))
        var sheet = AnswerSheet(seed: seed)
        for _ in 0..<rows {
            let row = sheet.next()
            try writer.row([
                .integer(row.number), .text(row.name), .text(row.address), .text(row.telephone), dateCell(row),
            ])
        }
        try writer.close()
    }

    private static func dateCell(_ row: AnswerSheet.Row) -> WorkbookCell { date(row).map { .date($0) } ?? .blank }
    private static func text(_ text: String) -> WorkbookCell { text.isEmpty ? .blank : .text(text) }
    private static func joined(_ labels: [String]) -> WorkbookCell { text(labels.joined(separator: "、")) }

    /// What makes a wave of the CSV, which lies in the same folder.
    static func writeWave(_ folder: String, csv: String) throws {
        let answers = Choices.all.map { ($0.id, $0.title) } + [(Choices.note.id, Choices.note.title)]
        let columns = [("answered_at", "回答日時")] + fields
        let wave = """
            wave:
              id: bench
              label: 計測
              municipality: {code: "43100", name: 熊本市, prefecture: 熊本県}
              answers_from: 2024-10-01
              answers_until: 2024-11-12
            codebook: codebook.yaml
            areas: {file: areas/kumamoto.csv, report_by: ward}
            gazetteers: [gazetteer/kumamoto_demo.csv]
            sources:
              - file: \(csv)
                role: response
                columns: {\(columns.map { "\($0.0): \($0.1)" }.joined(separator: ", "))}
                answers: {\(answers.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", "))}

            """
        try OutputFile.write(wave, to: "\(folder)/wave.yaml")
        var codebook = "questions:\n"
        for question in Choices.all {
            let options = question.options.enumerated().map {
                "{code: \($0.offset + 1), id: \($0.element.id), label: \($0.element.label)}"
            }
            codebook += """
                  - id: "\(question.id)"
                    label: \(question.title)
                    kind: \(question.isMultiple ? "multiple" : "single")
                    concept: \(question.concept)
                    options: [\(options.joined(separator: ", "))]

                """
        }
        codebook += """
              - {id: "\(Choices.note.id)", label: \(Choices.note.title), kind: text, concept: case_text}

            """
        try OutputFile.write(codebook, to: "\(folder)/codebook.yaml")
    }
}
