import Foundation
import Linkage
import Tabular
import TestSupport
import Testing
import Text

/// Linking of two lists, pair by pair.
@Suite("Linking of lists")
struct ListLinkerTests {
    private func link(_ a: [LinkEntry], _ b: [LinkEntry], least: Double = 0.05) throws -> [ListLinker.Pair] {
        ListLinker(lexicon: try CarriedNames.shared.get().lexicon).link(a, b, least: least).pairs
    }

    /// Others, so that there is something to be rare among.
    private func others(_ count: Int) throws -> [LinkEntry] {
        try (0..<count).map { try LinkEntry("ちがう会その\($0)番", telephone: "09900\(10000 + $0)") }
    }

    @Test("a name that nobody else has links without a contact; the bits add up to the probability")
    func uniqueName() throws {
        let a = try others(200) + [LinkEntry("特定非営利活動法人あおぞら学習支援ネットワーク", telephone: "0963000001")]
        let pairs = try link(a, [try LinkEntry("あおぞら学習支援ネットワーク")])
        #expect(pairs.count == 1 && pairs[0].a == 200 && pairs[0].probability > 0.9)
        let bits = pairs[0].bits
        let sum = bits.prior + bits.name + bits.contact + bits.representative + bits.corporateNumber + bits.legalForm
        #expect(abs(bits.total - sum) < 1e-9)
        #expect(abs(pairs[0].probability - 1 / (1 + exp2(-sum))) < 1e-9)
    }

    @Test("of two that fit alike, neither is linked: a record has one partner at most")
    func twoPartners() throws {
        let a = try others(200) + [LinkEntry("子ども会連合"), LinkEntry("子ども会連合")]
        let pairs = try link(a, [try LinkEntry("子ども会連合")])
        #expect(pairs.map(\.a) == [200, 201])
        #expect(pairs.allSatisfy { $0.probability <= 0.5 } && pairs.reduce(0) { $0 + $1.probability } <= 1)
    }

    @Test("siblings in one office stay apart, whatever they share")
    func siblings() throws {
        let office = (telephone: "0963111111", email: "info@example.jp", lot: "大江1-2-3")
        func member(_ name: String) throws -> LinkEntry {
            try LinkEntry(
                name, telephone: office.telephone, email: office.email, lot: office.lot, representative: "山田花子")
        }
        let names = ["ひかり福祉会", "ひかり福祉会家族会", "第二ひかり福祉会", "ひかり福祉会後援会", "出水友の会", "健軍友の会"]
        let a = try others(300) + names.map(member)
        for (index, name) in names.enumerated() {
            let linked = try link(a, [try member(name)]).filter { $0.probability >= 0.5 }
            #expect(linked.map(\.a) == [300 + index], "\(name)")
        }
        let left = try others(300) + [member(names[0])]
        for name in names.dropFirst() {
            #expect(try link(left, [try member(name)]).allSatisfy { $0.probability < 0.5 }, "\(name)")
        }
    }

    @Test("another corporate number keeps a name and an office apart, another legal form does not")
    func corporateNumbers() throws {
        let a = try others(200) + [LinkEntry("みどりの風", telephone: "0963222222", corporateNumber: "3000012010001")]
        let other = try LinkEntry("みどりの風", telephone: "0963222222", corporateNumber: "8700110005901")
        let incorporated = try LinkEntry("一般社団法人みどりの風", telephone: "0963222222")
        #expect(try link(a, [other]).allSatisfy { $0.probability < 0.9 })
        #expect(try #require(try link(a, [incorporated]).first).probability > 0.99)
    }

    @Test("doubles of one list are pairs of it, the earlier record first")
    func doubles() throws {
        let entries =
            try others(200)
            + ["第二あおぞら学習支援ネットワーク", "あおぞら学習支援ネットワーク", "（特非）あおぞら学習支援ネットワーク"].map {
                try LinkEntry($0, telephone: "0963000001")
            }
        let pairs = ListLinker(lexicon: try CarriedNames.shared.get().lexicon).doubles(in: entries, least: 0.5).pairs
        #expect(pairs.map { [$0.a, $0.b] } == [[201, 202]])
    }

    @Test("records without a name, empty lists and texts of thousands of letters end well")
    func oddRecords() throws {
        let long = String(repeating: "長い名前の会", count: 2000)
        let odd = try [LinkEntry(""), LinkEntry("会"), LinkEntry(long), LinkEntry("🌈の会"), LinkEntry("NPO法人")]
        #expect(try link([], odd).isEmpty && link(odd, []).isEmpty)
        let pairs = try link(odd, odd)
        #expect(pairs.allSatisfy { (0...1).contains($0.probability) && $0.bits.total.isFinite })
        #expect(pairs.contains { $0.a == 2 && $0.b == 2 && $0.name == .same })
        #expect(!pairs.contains { $0.a == 0 || $0.b == 0 })
    }

    @Test("the same records in another order are linked alike")
    func orderIndependence() throws {
        let a = try others(40) + ["虹の会", "にじの会連絡会", "第二虹の会", "西虹の会"].map { try LinkEntry($0, telephone: "0963333333") }
        let b = try ["にじの会", "虹の会連絡会", "虹の会西"].map { try LinkEntry($0, telephone: "0963333333") }
        let pairs = try link(a, b)
        let reversed = try link(a.reversed(), b.reversed())
        func described(_ pairs: [ListLinker.Pair], _ place: (ListLinker.Pair) -> (Int, Int)) -> Set<String> {
            Set(pairs.map { "\(place($0)) \($0.name) \(($0.probability * 1e9).rounded())" })
        }
        #expect(
            described(pairs) { ($0.a, $0.b) } == described(reversed) { (a.count - 1 - $0.a, b.count - 1 - $0.b) })
    }

    /// Two lists of 600 with noise and siblings in shared offices, and the true pairs; not part of the repository.
    private static let truth = RepositoryFolder.root.deletingLastPathComponent().appending(path: "shared/bench/linkage")

    @Test(
        "on two lists of 600 with siblings in shared offices, F1 is at least .985",
        .enabled(if: FileManager.default.fileExists(atPath: truth.path)))
    func agreesWithTheTruth() throws {
        let tables = try CarriedNames.shared.get()
        func read(_ name: String) throws -> (ids: [String], entries: [LinkEntry]) {
            let rows = try HeaderedTable(
                path: Self.truth.appending(path: name).path, name: name, requiring: ["id", "name", "tel"]
            ).records
            return (
                rows.map { $0["id"] },
                rows.map { row in
                    LinkEntry(
                        name: tables.names.normalize(row["name"]), telephone: ContactKeys.telephone(row["tel"]),
                        email: ContactKeys.email(row["email"]), postalCode: ContactKeys.postalCode(row["postal"]),
                        lot: LotText.key(row["address"], variants: tables.variants),
                        representative: row["representative"].isEmpty
                            ? nil : Width.foldedWithoutSpaces(row["representative"]),
                        corporateNumber: row["corporate_number"])
                }
            )
        }
        let (a, b) = (try read("pairs_600_a.csv"), try read("pairs_600_b.csv"))
        let truth = Set(
            try HeaderedTable(
                path: Self.truth.appending(path: "pairs_600_truth.csv").path, name: "truth",
                requiring: ["id_a", "id_b"]
            ).records.map { "\($0["id_a"]) \($0["id_b"])" })
        let linked = Set(
            try link(a.entries, b.entries, least: 0.5).map { "\(a.ids[$0.a]) \(b.ids[$0.b])" })
        let right = Double(linked.intersection(truth).count)
        let (precision, recall) = (right / Double(linked.count), right / Double(truth.count))
        #expect(2 * precision * recall / (precision + recall) >= 0.985, "\(precision) \(recall)")
    }
}
