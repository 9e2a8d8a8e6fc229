internal import Model

/// Lines of a file, and which of them have to be looked at.
struct DraftLines {
    let file: String
    private(set) var lines: [String] = []
    private(set) var doubts: [DraftDoubt] = []

    init(file: String) { self.file = file }

    var text: String { lines.map { $0 + "\n" }.joined() }

    mutating func add(_ line: String, indent: Int = 0) {
        lines.append(line.isEmpty ? "" : String(repeating: " ", count: indent) + line)
    }

    /// A remark, each of its lines behind `#`.
    mutating func remark(_ text: String, indent: Int = 0) {
        for line in text.split(whereSeparator: \.isNewline) { add("# \(line)", indent: indent) }
    }

    /// Says that the next line has to be looked at.
    mutating func doubt(_ text: String, weight: Int) {
        doubts.append(DraftDoubt(file: file, line: lines.count + 1, text: text, weight: weight))
    }
}
