internal import ArgumentParser
internal import Model

/// What the argument parser has to say, in the language of whoever reads it.
enum ParserMessages {
    /// Shows help on standard output, and a mistake in the arguments on standard error.
    static func show(_ error: any Error) -> ExitStatus {
        // The parser counts characters, and Japanese ones are two columns wide.
        let columns = ChosenLanguage.value == .japanese ? 64 : 80
        let text = LinkCommand.shortened(translated(Tsunagi.fullMessage(for: error, columns: columns)))
        if Tsunagi.exitCode(for: error) == .success {
            Output.line(text)
            return .done
        }
        Output.error(text)
        return .couldNotRun
    }

    /// The parser speaks English; its headings and the sentences that a person can meet are given in Japanese here.
    private static func translated(_ text: String) -> String {
        guard ChosenLanguage.value == .japanese else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in words.reduce(mistake(String(line))) { $0.replacing($1.english, with: $1.japanese) } }
            .map { $0.contains("既定：") && $0.hasSuffix(")") ? $0.dropLast() + "）" : $0 }
            .joined(separator: "\n")
    }

    private static func mistake(_ line: String) -> String {
        if let match = line.wholeMatch(of: /Error: The value '(.*)' is invalid for '(.*)'(.*)/) {
            return "エラー：'\(match.2)' に '\(match.1)' は使えません\(match.3)"
        }
        if let match = line.wholeMatch(of: /Error: Missing expected argument '(.*)'/) {
            return "エラー：引数 \(match.1) が足りません"
        }
        if let match = line.wholeMatch(of: /Error: Missing value for '(.*)'/) {
            return "エラー：'\(match.1)' の値がありません"
        }
        if let match = line.wholeMatch(of: /Error: Unknown option '(.*?)'(?:. Did you mean '(.*)'\?)?/) {
            return "エラー：'\(match.1)' というオプションはありません" + (match.2.map { "。もしかして '\($0)' ですか" } ?? "")
        }
        if let match = line.wholeMatch(of: /Error: (?:Unexpected argument|\d+ unexpected arguments:) (.*)/) {
            return "エラー：余分な引数、または知らないコマンドです：\(match.1)"
        }
        return line
    }

    private static let words: [(english: String, japanese: String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "使い方："), ("Usage: ", "使い方："), ("ARGUMENTS:", "引数："), ("OPTIONS:", "オプション："),
        ("SUBCOMMANDS:", "コマンド："), ("Error: ", "エラー："), ("[options]", "[オプション]"), ("<command>", "<コマンド>"),
        ("Show help information.", "この説明を表示します。"), ("Show the version.", "版を表示します。"),
        ("Show subcommand help information.", "コマンドの説明を表示します。"), ("(default: ", "（既定："), ("; default: ", "、既定："),
        ("(values: ", "（値："), ("Please provide one of", "使える値"),
        ("  See 'tsunagi help <subcommand>' for detailed help.", "  コマンドの詳しい説明：tsunagi <コマンド> --help"),
        (
            "  See 'tsunagi help codebook <subcommand>' for detailed help.",
            "  コマンドの詳しい説明：tsunagi codebook <コマンド> --help"
        ),
        (
            "  See 'tsunagi help gazetteer <subcommand>' for detailed help.",
            "  コマンドの詳しい説明：tsunagi gazetteer <コマンド> --help"
        ), ("Help:  ", "説明："), ("' for more information.", "' を見てください。"), ("  See '", "  詳しくは '"),
    ]
}
