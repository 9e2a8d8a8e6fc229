import Foundation

/// Something that a person can do wrong, and what the program says about it.
struct Mistake: Sendable {
    let name: String
    /// Of standard error where the run can't go on; of `findings.csv`, without its quotes, where it goes through.
    let message: String
    var arguments: [String] = []
    let make: @Sendable (WaveFolder) throws -> Void

    init(
        _ name: String, says message: String, arguments: [String] = [],
        _ make: @escaping @Sendable (WaveFolder) throws -> Void = { _ in }
    ) {
        self.name = name
        self.message = message
        self.arguments = arguments
        self.make = make
    }

    /// A text of a file replaced by another; it has to be there.
    static func replace(_ old: String, _ new: String, in file: String) -> @Sendable (WaveFolder) throws -> Void {
        { wave in
            try wave.edit(file) { text in
                precondition(text.contains(old), "\(old) is not in \(file)")
                return text.replacing(old, with: new, maxReplacements: 1)
            }
        }
    }

    /// An answer by mail, row 9 of its file.
    static func answer(_ row: String) -> @Sendable (WaveFolder) throws -> Void {
        { try $0.append(row + "\n", to: "04_メール回答.csv") }
    }
}
