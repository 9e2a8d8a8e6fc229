internal import FoundationEssentials
internal import Model
internal import Pipeline

/// Tells of the waves of a folder as they end, each with its own messages together, and of all of them at the end.
struct BatchReporter: Sendable {
    let options: SharedOptions

    func report(_ event: BatchEvent) {
        if options.json {
            for problem in event.problems { Output.line(problem.text) }
            Output.line(event.json.text)
        }
        let messages = event.messages.split(separator: "\n").map { "\n  \($0)" }.joined()
        if options.quiet && messages.isEmpty { return }
        // In one piece, so that nothing else that writes there comes between.
        Output.error(heading(event) + messages)
    }

    private func heading(_ event: BatchEvent) -> String {
        let report = event.report
        var text = "[\(event.number)/\(event.count)] \(report.name)" + help("：", ": ") + report.status.label
        if let counts = report.counts {
            text += help(
                "　団体 \(counts.organizations)、指摘 \(counts.findings)",
                ", \(counts.organizations) organisations, \(counts.findings) findings")
        }
        switch report.reason {
        // Stands among the wave's own messages.
        case .message, nil: break
        case let reason?: text += help("　", ", ") + reason.sentence(in: options.lang)
        }
        guard report.exitStatus != nil else { return text }
        return text + help("　", ", ") + GazetteerReport.decimal(event.seconds) + help("秒", " s")
    }

    func conclude(_ outcome: BatchOutcome) -> ExitStatus {
        if options.json { Output.line(outcome.json.text) } else { show(outcome) }
        if outcome.isInterrupted {
            Output.error(
                help(
                    "中断しました。終わらなかった調査の前回の出力はそのままです。",
                    "Interrupted; the waves that did not end keep their previous output."))
            return .interrupted
        }
        let hasFailed = !outcome.reports(.failed).isEmpty || !outcome.reports(.notRun).isEmpty
        return hasFailed ? .someFailed : outcome.reports(.doneWithErrors).isEmpty ? .done : .doneWithErrors
    }

    private func show(_ outcome: BatchOutcome) {
        let sums = WaveReport.Status.allCases.compactMap { status -> String? in
            let reports = outcome.reports(status)
            guard !reports.isEmpty || status == .done else { return nil }
            let names = status == .done ? "" : help("（", " (") + named(reports) + help("）", ")")
            return "\(status.label) \(reports.count)" + names
        }
        Output.line(
            help("調査 \(outcome.reports.count)：", "\(outcome.reports.count) waves: ")
                + sums.joined(separator: help("、", ", ")))
        Output.line(help("一覧：", "table: ") + outcome.table.path)
    }

    private func named(_ reports: [WaveReport]) -> String {
        let names = reports.prefix(10).map(\.name).joined(separator: help("、", ", "))
        return reports.count > 10 ? names + help("…", " …") : names
    }
}

extension WaveReport.Status {
    fileprivate var label: String {
        switch self {
        case .done: help("終わりました", "done")
        case .doneWithErrors: help("終わりました（エラーの指摘あり）", "done, with errors")
        case .failed: help("実行できませんでした", "could not run")
        case .notRun: help("実行していません", "not run")
        case .interrupted: help("中断しました", "interrupted")
        }
    }
}

extension BatchEvent {
    fileprivate var json: JSONLine {
        var members: [String: JSONLine.Value] = [
            "event": .text("wave"), "wave_folder": .text(report.name), "wave": .text(report.id),
            "label": .text(report.label), "status": .text(report.status.rawValue), "seconds": .number(seconds),
            "output": .text(report.output.path),
        ]
        if let status = report.exitStatus { members["exit_status"] = .integer(Int(status)) }
        if let counts = report.counts { members.merge(counts.json) { own, _ in own } }
        if let reason = report.reason { members["reason"] = .text(reason.sentence(in: ChosenLanguage.value)) }
        return JSONLine(members)
    }

    /// What kept the wave from being run, as its own run said, with the name of its folder.
    fileprivate var problems: [JSONLine] {
        output.split(separator: "\n").compactMap { line in
            guard let problem = try? JSONDecoder().decode(WaveProblem.self, from: Data(line.utf8)),
                problem.event == "problem"
            else { return nil }
            return JSONLine(problem.members(of: report.name))
        }
    }
}

extension BatchOutcome {
    fileprivate var json: JSONLine {
        var members: [String: JSONLine.Value] = [
            "event": .text("done"), "table": .text(table.path), "waves": .integer(reports.count),
        ]
        for status in WaveReport.Status.allCases { members[status.rawValue] = .integer(reports(status).count) }
        return JSONLine(members)
    }
}

extension WaveReport.Counts {
    fileprivate var json: [String: JSONLine.Value] {
        [
            "organizations": .integer(organizations), "asked": .integer(asked), "answered": .integer(answered),
            "members": .integer(members), "picks": .integer(picks), "findings": .integer(findings),
            "errors": .integer(errors), "warnings": .integer(warnings),
        ]
    }
}

/// The event `problem` of a wave's run.
private struct WaveProblem: Decodable {
    let event: String
    let code: String
    let file: String
    let found: String
    let expected: String
    let message: String
    let sheet: String?
    let row: Int?
    let column: String?

    func members(of folder: String) -> [String: JSONLine.Value] {
        var members: [String: JSONLine.Value] = [
            "event": .text(event), "wave_folder": .text(folder), "code": .text(code), "file": .text(file),
            "found": .text(found), "expected": .text(expected), "message": .text(message),
        ]
        if let sheet { members["sheet"] = .text(sheet) }
        if let row { members["row"] = .integer(row) }
        if let column { members["column"] = .text(column) }
        return members
    }
}
