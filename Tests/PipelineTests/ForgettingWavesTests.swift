import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite("Forgetting in several waves")
struct ForgettingWavesTests {
    /// Two waves, of which the second was run with the first as its previous one.
    private func waves() throws -> (first: ForgetWave, second: ForgetWave) {
        let first = try ForgetWave()
        try first.run()
        let second = try ForgetWave(
            ForgetWave.Settings(id: "f2", year: 2025, previous: first.output), beside: first)
        try second.run()
        return (first, second)
    }

    @Test("both outputs and both decision files are cleared at once, and neither rerun brings it back")
    func both() throws {
        let (first, second) = try waves()
        let id = try second.id()
        #expect(try first.id() == id)
        let outcome = try second.forget(
            id, [second.output, first.output], waves: [second.folder, first.folder])
        #expect(outcome.outputs.count == 2 && outcome.decisions.count == 2 && outcome.warnings.isEmpty)
        #expect(outcome.inputRows.map(\.file).contains("f1:frame.csv"))
        #expect(try second.marked(ForgetWave.markers + [id]).isEmpty)
        try first.run()
        try second.run()
        #expect(try second.marked(ForgetWave.markers + [id]).isEmpty)
    }

    @Test("an output that wasn't named is said; a next wave that is run with it still holds nothing")
    func unnamed() throws {
        let (first, second) = try waves()
        let outcome = try second.forget(try second.id())
        #expect(outcome.warnings.map(\.code) == [.outputNotNamed])
        #expect(outcome.warnings.map(\.location.file) == [first.output.path])
        try second.run()
        #expect(try second.marked().allSatisfy { $0.hasPrefix("out-f1/") })
        // The second step: the first wave, by the id that only its own output knows by now.
        try second.forget(
            try first.id(), [second.output, first.output], waves: [second.folder, first.folder])
        #expect(try second.marked().isEmpty)
    }

    @Test("a later wave doesn't bring it back, with the decisions of this one")
    func later() throws {
        let first = try ForgetWave()
        try first.run()
        try first.forget(try first.id())
        let next = try ForgetWave(
            ForgetWave.Settings(id: "f2", year: 2025, previous: first.output), beside: first)
        try FileManager.default.copyItem(at: first.decisions, to: next.decisions)
        let outcome = try next.run()
        #expect(outcome.organizationCount == ForgetWave.others.count)
        #expect(try next.marked().isEmpty)
    }

    @Test("whatever it was killed after, the same call finishes it")
    func killed() throws {
        let (first, second) = try waves()
        let id = try second.id()
        let (outputs, folders) = ([second.output, first.output], [second.folder, first.folder])
        let whole = second.scratch.url.appending(path: "saved")
        try FileManager.default.createDirectory(at: whole, withIntermediateDirectories: true)
        let names = ["out-f1", "out-f2", "wave-f1", "wave-f2"]
        func copy(from: URL, to: URL, _ names: [String]) throws {
            for name in names {
                try? FileManager.default.removeItem(at: to.appending(path: name))
                try FileManager.default.copyItem(
                    at: from.appending(path: name), to: to.appending(path: name))
            }
        }
        try copy(from: second.scratch.url, to: whole, names)
        // The steps in their order: the decisions of each wave, then each output.
        for steps in 1...3 {
            try copy(from: whole, to: second.scratch.url, names)
            try second.forget(id, outputs, waves: folders)
            let undone = Array(["wave-f2", "wave-f1", "out-f2", "out-f1"].dropFirst(steps))
            try copy(from: whole, to: second.scratch.url, undone)
            try second.forget(id, outputs, waves: folders)
            #expect(try second.marked(ForgetWave.markers + [id]).allSatisfy { $0.hasPrefix("saved/") })
            for wave in [first, second] {
                let rows = try TableFile(wave.decisions).rows.filter { $0["kind"] == "forget" }
                #expect(!rows.isEmpty)
                try wave.run()
            }
            #expect(try second.marked(ForgetWave.markers + [id]).allSatisfy { $0.hasPrefix("saved/") })
        }
    }

    @Test("what an interrupted call left beside the output is cleared, though it is forgotten by then")
    func leftovers() throws {
        let wave = try ForgetWave()
        try wave.run()
        let id = try wave.id()
        let old = wave.scratch.url.appending(path: ".out-f1.tsunagi-new")
        let saved = wave.scratch.url.appending(path: "saved")
        try FileManager.default.copyItem(at: wave.output, to: saved)
        try wave.forget(id)
        try FileManager.default.moveItem(at: saved, to: old)
        #expect(try !wave.marked().isEmpty)
        #expect(try wave.forget(id).isForgottenAlready)
        #expect(try wave.marked().isEmpty)
    }

    @Test("an id that was given up when two were found to be one leads to the whole")
    func alias() throws {
        let wave = try ForgetWave(
            ForgetWave.Settings(frameRows: [["MARKもとの会", "熊本県熊本市西区春日1-2-3", ""]]))
        try wave.write(
            """
            kind,verdict,subject_a,subject_b,note,decided_on,taken_from
            link,same,mark見守り隊|熊本県熊本市北区弓削1-11-7markaddress,markもとの会|熊本県熊本市西区春日1-2-3,,2024-11-20,hand

            """, "decisions.csv")
        try wave.run()
        let merged = try #require(try wave.table("id_aliases.csv").first)
        let (alias, id) = (merged["alias_id"] ?? "", merged["organization_id"] ?? "")
        #expect(alias != id)
        try wave.forget(alias)
        #expect(try wave.marked(ForgetWave.markers + [id, alias]).isEmpty)
        let outcome = try wave.run()
        #expect(outcome.organizationCount == ForgetWave.others.count)
        #expect(try wave.marked(ForgetWave.markers + [id, alias]).isEmpty)
        for given in [id, alias] { #expect(try wave.forget(given).isForgottenAlready) }
    }
}
