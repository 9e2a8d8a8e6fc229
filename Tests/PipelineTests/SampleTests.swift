import Foundation
import TestSupport
import Testing

@Suite("The rendered example in Reports/samples")
struct SampleTests {
    /// `TSUNAGI_RECORD=1` writes it anew.
    @Test("is the one-page summary that the demonstration's first wave gives to a meeting")
    func summary() throws {
        let page = try Data(contentsOf: DemoPair.runs().first.output().appending(path: "meeting/summary.html"))
        let sample = RepositoryFolder.root.appending(path: "Reports/samples/summary.html")
        if ProcessInfo.processInfo.environment["TSUNAGI_RECORD"] != nil { try page.write(to: sample) }
        let expected = try String(contentsOf: sample, encoding: .utf8)
        #expect(String(decoding: page, as: UTF8.self).split(separator: "\n") == expected.split(separator: "\n"))
    }
}
