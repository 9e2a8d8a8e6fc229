import Foundation

// Usage: embed-text TYPE FOLDER OUTPUT FILE…
// Writes `extension TYPE` with one constant for each file, named by its path below FOLDER (`checks/one_id.sql` becomes
// `checksOneId`), and `all`, in the order of the files.

/// `meeting/by_ward.sql` → `meetingByWard`.
func constantName(_ relativePath: String) -> String {
    let words = relativePath.prefix(while: { $0 != "." }).split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    return words.enumerated()
        .map { $0.offset == 0 ? String($0.element) : $0.element.prefix(1).uppercased() + $0.element.dropFirst() }
        .joined()
}

/// Enough `#` that no quote or backslash of the text ends or interpolates the literal.
func rawLiteral(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"\"\"" + hashes) || text.contains("\\" + hashes) { hashes += "#" }
    return "\(hashes)\"\"\"\n\(text)\n\"\"\"\(hashes)"
}

let arguments = CommandLine.arguments.dropFirst()
guard arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: embed-text TYPE FOLDER OUTPUT FILE…\n".utf8))
    exit(2)
}
let type = arguments[arguments.startIndex]
let folder = URL(fileURLWithPath: arguments[arguments.startIndex + 1]).standardizedFileURL.path + "/"
let output = URL(fileURLWithPath: arguments[arguments.startIndex + 2])

var constants: [String] = []
var source = "// Generated from the files of this target; edit those.\n\nextension \(type) {\n"
for path in arguments.dropFirst(3) {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let relative = url.path.hasPrefix(folder) ? String(url.path.dropFirst(folder.count)) : url.lastPathComponent
    let name = constantName(relative)
    let text = try String(contentsOf: url, encoding: .utf8)
    source += "public static let \(name) = \(type)(name: \"\(relative)\", text: \(rawLiteral(text)))\n\n"
    constants.append(name)
}
source += "public static let all: [\(type)] = [\(constants.joined(separator: ", "))]\n}\n"
try source.write(to: output, atomically: true, encoding: .utf8)
