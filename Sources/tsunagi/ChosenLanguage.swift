public import ArgumentParser
public import Model
internal import Pipeline

/// The language of help and messages. Help texts are made before arguments are parsed, so it is looked for by hand.
enum ChosenLanguage {
    static let value: Language = {
        let arguments = ProgramFile.arguments
        for (index, argument) in arguments.enumerated() {
            if argument.hasPrefix("--lang=") { return Language(rawValue: String(argument.dropFirst(7))) ?? .japanese }
            if argument == "--lang", index + 1 < arguments.count {
                return Language(rawValue: arguments[index + 1]) ?? .japanese
            }
        }
        return .japanese
    }()
}

extension Language: ExpressibleByArgument {}
