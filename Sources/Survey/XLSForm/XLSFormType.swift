internal import Model
internal import Text

/// What the column `type` says: `select_multiple themes or_other`, `begin group`, `text`.
enum XLSFormType: Equatable {
    case question(XLSForm.Kind)
    case begin(Section)
    case end(Section)
    /// A row that asks nobody: notes, calculations, what the device fills in.
    case notAsked
    /// Asked, but the answer is a place, a picture or a file.
    case notRead

    enum Section: String { case group, `repeat` }

    enum Mistake: Error, Equatable {
        case noList(command: String)
        case unknown(nearest: [String])
    }

    /// - Throws: what is wrong with it.
    init(_ text: String) throws(Mistake) {
        let written = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        // One character for one, so that places stay the same.
        let key = String(
            written.map { character -> Character in
                if character == "_" || character == "-" { return " " }
                return character.isASCII ? Character(character.lowercased()) : character
            })
        if let simple = Self.simple[key] {
            self = simple
            return
        }
        for (command, make) in Self.commands where key == command || key.hasPrefix(command + " ") {
            let rest = Width.trimmed(String(written.dropFirst(command.count)))
            guard !rest.isEmpty else { throw .noList(command: String(written)) }
            self = make(rest)
            return
        }
        if key.hasPrefix("begin loop over ") {
            self = .begin(.repeat)
            return
        }
        let command = key.split(separator: " ").first.map(String.init) ?? key
        throw .unknown(nearest: NearestNames.nearest(to: command, among: Self.shownTypes))
    }

    // MARK: - Lists of choices

    /// Longer ones first: `select one from file` before `select one from`.
    private static let commands: [(command: String, make: @Sendable (String) -> XLSFormType)] = {
        var commands: [(command: String, make: @Sendable (String) -> XLSFormType)] = []
        for command in ["select one", "select1", "select one from", "select one using", "add select one prompt using"] {
            commands.append((command, { select($0, isMultiple: false) }))
        }
        for command in [
            "select multiple", "select multiple from", "select multiple using", "select all that apply",
            "select all that apply from", "add select multiple prompt using",
        ] {
            commands.append((command, { select($0, isMultiple: true) }))
        }
        for command in ["select one from file", "select multiple from file", "select one external", "rank"] {
            commands.append((command, { _ in .question(.uncounted) }))
        }
        return commands.sorted { ($1.command.count, $0.command) < ($0.command.count, $1.command) }
    }()

    private static func select(_ rest: String, isMultiple: Bool) -> XLSFormType {
        // Choices that are the answers of an earlier question stand in no list.
        if rest.hasPrefix("${") { return .question(.uncounted) }
        for suffix in [" or_other", " or other", " or specify other"] where rest.lowercased().hasSuffix(suffix) {
            let list = Width.trimmed(String(rest.dropLast(suffix.count)))
            return .question(.select(list: list, isMultiple: isMultiple, takesOther: true))
        }
        return .question(.select(list: rest, isMultiple: isMultiple, takesOther: false))
    }

    // MARK: - Types of one word

    /// For messages.
    private static let shownTypes = [
        "text", "integer", "decimal", "range", "date", "dateTime", "time", "select_one", "select_multiple",
        "select_one_from_file", "rank", "note", "calculate", "begin_group", "end_group", "begin_repeat", "end_repeat",
        "geopoint", "image", "file", "hidden", "acknowledge", "start", "end", "today",
    ]

    private static let simple: [String: XLSFormType] = {
        var types: [String: XLSFormType] = [:]
        func add(_ type: XLSFormType, _ names: [String]) {
            for name in names {
                types[name] = type
                // Names of the first years of the format.
                types["q \(name)"] = type
                types["add \(name) prompt"] = type
            }
        }
        add(.question(.text), ["text", "string"])
        add(.question(.number), ["integer", "int", "decimal", "range", "percentage"])
        add(.question(.date), ["date", "datetime", "date time"])
        add(.question(.uncounted), ["time", "barcode", "acknowledge", "trigger"])
        add(.notRead, ["geopoint", "location", "gps", "geotrace", "geoshape", "osm"])
        add(.notRead, ["image", "photo", "picture", "audio", "video", "file", "signature"])
        add(.notAsked, ["note", "calculate", "hidden", "csv external", "xml external", "audit", "background audio"])
        add(.notAsked, ["start", "end", "today", "start geopoint", "background geopoint", "username", "email"])
        add(.notAsked, ["deviceid", "device id", "phonenumber", "phone number", "simserial", "sim id", "imei"])
        add(.notAsked, ["subscriberid", "subscriber id", "start time", "end time", "get today", "get start time"])
        add(.notAsked, ["get end time", "get device id", "get phone number", "get sim id", "get subscriber id"])
        add(.notAsked, ["form title", "set form title", "form id", "set form id"])
        for (words, section) in [
            (["group"], Section.group), (["repeat", "lgroup", "looped group", "loop"], .repeat),
        ] {
            for word in words {
                types["begin \(word)"] = .begin(section)
                types["end \(word)"] = .end(section)
            }
        }
        return types
    }()
}
