import Foundation
import Model
import TestSupport

@testable import Pipeline

/// The demonstration wave with a need file and what `need:` says of it.
struct NeedWave {
    let wave: DemoWave

    /// - Parameters:
    ///   - need: `need.csv`; none where it is `nil`.
    ///   - keys: further keys of `need:`, one a line.
    init(_ need: String?, indicators: String? = nil, keys: String...) throws {
        wave = try DemoWave.few()
        try write(need, "need.csv")
        try write(indicators, "indicators.csv")
        let files = [need.map { _ in "file: need.csv" }, indicators.map { _ in "indicators: indicators.csv" }]
        let lines = files.compactMap { $0 } + keys
        try wave.edit("wave.yaml") { $0 + "\nneed:\n" + lines.map { "  \($0)\n" }.joined() }
    }

    private func write(_ text: String?, _ name: String) throws {
        try text?.write(to: wave.folder.appending(path: name), atomically: true, encoding: .utf8)
    }

    /// The rows of `need.csv` in the output of a run.
    func writtenNeeds() throws -> [[String: String]] {
        try wave.run()
        return try TableFile(wave.output().appending(path: "need.csv")).rows
    }

    /// The same rows without a run.
    func needs() throws -> [[String: String]] {
        let inputs = try WaveInputs(options: wave.options())
        func text(_ number: Double?) -> String { number.map(ShortestNumber.text) ?? "" }
        return try NeedStage.run(inputs).needs.map { need in
            [
                "area_code": need.areaCode, "theme": inputs.taxonomy.theme(need.themeID)?.label ?? "",
                "weight": text(need.weight), "figure": text(need.figure), "unit": need.unit, "measure": need.measure,
                "low": text(need.interval?.low), "high": text(need.interval?.high), "basis": need.basis.rawValue,
                "source": need.source, "as_of": need.asOf, "is_priority": need.isPriority ? "true" : "false",
            ]
        }
    }

    /// What `check` finds in the files of the need.
    func findings() throws -> [Finding] {
        try Check(wave.options()).run().findings.filter { $0.problem.code.rawValue.hasPrefix("need_") }
    }

    func problems() throws -> [Problem] {
        do {
            _ = try Check(wave.options()).run()
            return []
        } catch let error as StageError {
            return error.problems
        }
    }
}
