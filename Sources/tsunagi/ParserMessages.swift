internal import ArgumentParser
internal import Model

/// What the argument parser has to say, in the language of whoever reads it.
enum ParserMessages {
    /// Shows help on standard output, and a mistake in the arguments on standard error.
    static func show(_ error: any Error) -> ExitStatus {
        let text = translated(Tsunagi.fullMessage(for: error))
        if Tsunagi.exitCode(for: error) == .success {
            Output.line(text)
            return .done
        }
        Output.error(text)
        return .couldNotRun
    }

    private static func translated(_ text: String) -> String {
        guard ChosenLanguage.value == .japanese else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            for (english, japanese) in beginnings where line.hasPrefix(english) {
                return mistake(japanese + line.dropFirst(english.count))
            }
            return mistake(String(line))
        }.joined(separator: "\n")
    }

    private static let beginnings = [
        ("OVERVIEW: ", ""), ("USAGE: ", "使い方："), ("Usage: ", "使い方："), ("ARGUMENTS:", "引数："), ("OPTIONS:", "オプション："),
        ("SUBCOMMANDS:", "コマンド："), ("Error: ", "エラー："), ("Help:  ", "説明："),
        ("  See 'tsunagi help <subcommand>' for detailed help.", "  コマンドの詳しい説明：tsunagi <コマンド> --help"),
    ]

    /// The parser's sentences that a person meets most.
    private static func mistake(_ line: String) -> String {
        var line = line
        for (english, japanese) in sentences { line = line.replacing(english, with: japanese) }
        return line
    }

    private static let sentences = [
        ("Missing expected argument", "引数が足りません："), ("Missing value for", "値がありません："),
        ("Unknown option", "そのようなオプションはありません："), ("Did you mean", "もしかして"), ("Unexpected argument", "余分な引数です："),
        ("Show help information.", "この説明を表示します。"), ("Show the version.", "版を表示します。"),
        ("See '", "詳しくは '"), ("' for more information.", "' を見てください。"), ("for more information.", "を見てください。"),
        ("(default: ", "（既定："), ("is invalid for", "は使えません："), ("(values: ", "（値："),
    ]
}
