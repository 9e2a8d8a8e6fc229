internal import ArgumentParser
internal import Model

/// The root of the command line.
struct Tsunagi: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tsunagi",
        abstract: help(
            "リソース調査の回答から、支援の空白と声掛け候補を見つけます。",
            "Finds gaps in support and whom to invite, from a survey of organisations."),
        usage: "tsunagi <command> …",
        discussion: help(
            """
            例：
              tsunagi check Data/demo/r6
              tsunagi run Data/demo/r6 --out out/r6

            終了コード：0 正常、1 正常（「エラー」の指摘あり）、
            2 実行できず何も書かなかった、
            3 フォルダの中の調査に、実行できないものがあった、130 中断
            """,
            """
            Examples:
              tsunagi check Data/demo/r6 --lang en
              tsunagi run Data/demo/r6 --out out/r6 --lang en

            Exit status: 0 done; 1 done, with findings of severity "error"; 2 could not run, nothing written;
            3 some waves of a folder failed; 130 interrupted.
            """),
        version: Version.text,
        subcommands: [
            InitCommand.self, CheckCommand.self, RunCommand.self, TabulateCommand.self, CodebookCommand.self,
            GeocodeCommand.self,
            LinkCommand.self, ShortlistCommand.self, MatchCommand.self, ClassifyCommand.self, AccessCommand.self,
            ExplainCommand.self, GazetteerCommand.self, AreasCommand.self, ForgetCommand.self,
        ],
        helpNames: [.long, .customShort("h")])
}

/// The command line's own words, in the language that `--lang` asks for.
func help(_ japanese: String, _ english: String) -> String {
    switch ChosenLanguage.value {
    case .japanese: japanese
    case .english: english
    }
}

/// The same for the help of one argument.
func argumentHelp(_ japanese: String, _ english: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(stringLiteral: help(japanese, english)).named(valueName)
}

extension ArgumentHelp {
    fileprivate func named(_ valueName: String?) -> ArgumentHelp {
        var help = self
        help.valueName = valueName
        return help
    }
}

enum Version {
    static let text = "0.1.0"
}
