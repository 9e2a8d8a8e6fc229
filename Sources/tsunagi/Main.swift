internal import ArgumentParser
internal import Glibc
internal import Model
internal import Pipeline

/// Exit statuses, as `docs/reference/commands.md` lists them.
enum ExitStatus: Int32 {
    case done = 0
    case doneWithErrors = 1
    case couldNotRun = 2
    /// Some waves of a folder.
    case someFailed = 3
    case interrupted = 130
}

@main
enum Main {
    static func main() {
        let status: ExitStatus
        // A limit on the size of files is said like a full disk, instead of ending the process.
        signal(SIGXFSZ, SIG_IGN)
        do {
            var command = try Tsunagi.parseAsRoot(Arguments.given)
            if let command = command as? any StatusCommand {
                status = try command.perform()
            } else {
                try command.run()
                status = .done
            }
        } catch is RunCancelled {
            Output.error(help("中断しました。前回の出力はそのままです。", "Interrupted; the previous output is untouched."))
            status = .interrupted
        } catch let error as StageError {
            ProblemOutput.show(error.problems)
            status = .couldNotRun
        } catch {
            status = ParserMessages.show(error)
        }
        exit(status.rawValue)
    }
}

/// The arguments as the parser takes them.
enum Arguments {
    /// `tsunagi help run --lang en`: the language was looked for already, and `help` knows no options.
    static var given: [String] { LinkCommand.completed(withoutLanguage) }

    private static var withoutLanguage: [String] {
        let arguments = Array(ProgramFile.arguments.dropFirst())
        guard arguments.first == "help" else { return arguments }
        let option = arguments.firstIndex(of: "--lang") ?? arguments.count
        return (arguments[..<option] + arguments.dropFirst(option + 2)).filter { !$0.hasPrefix("--lang=") }
    }
}

/// Why a command could not run: a line a problem, for people or for programs.
enum ProblemOutput {
    static func show(_ problems: [Problem]) {
        for problem in problems {
            if ProgramFile.arguments.contains("--json") {
                let location = problem.location
                var members: [String: JSONLine.Value] = [
                    "event": .text("problem"), "code": .text(problem.code.rawValue), "file": .text(location.file),
                    "found": .text(problem.found), "expected": .text(problem.expected),
                    "message": .text(problem.sentence(in: ChosenLanguage.value)),
                ]
                if let sheet = location.sheet { members["sheet"] = .text(sheet) }
                if let row = location.row { members["row"] = .integer(row) }
                if let column = location.column { members["column"] = .text(column) }
                Output.line(JSONLine(members).text)
            }
            Output.error(help("エラー ", "error ") + problem.message(in: ChosenLanguage.value))
        }
    }
}

/// A command that says how it ended.
protocol StatusCommand: ParsableCommand {
    func perform() throws -> ExitStatus
}

extension StatusCommand {
    func run() throws { _ = try perform() }
}

/// Results go to standard output, everything else to standard error.
enum Output {
    static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }
    static func error(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { return }
            bytes = bytes.dropFirst(written)
        }
    }
}
