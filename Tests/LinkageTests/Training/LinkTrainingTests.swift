import Foundation
import Linkage
import TestSupport
import Testing
import Text

/// What weights are learned from lists that are made with known shares.
@Suite("Training of weights")
struct LinkTrainingTests {
    private func train(_ lists: MadeLists, mostRounds: Int = 100) throws -> LinkTraining.Result {
        LinkTraining(lexicon: try CarriedNames.shared.get().lexicon, mostRounds: mostRounds).train(lists.a, lists.b)
    }

    @Test("the shares that lists were made with are found again", arguments: [0.35, 0.6, 0.9])
    func shares(same: Double) throws {
        let count = 1500
        let result = try train(try MadeLists(count, MadeLists.Shares(representative: same), seed: 1))
        #expect(result.isConverged && result.rounds > 1 && result.candidateCount > count)
        // Those that have moved and have another head as well are hardly known by their name.
        #expect((0.5...0.62).contains(result.expectedPairs / Double(count)), "\(result.expectedPairs)")
        #expect(abs(result.model.matched - result.expectedPairs / Double(count)) < 0.02)
        // One of fifty persons is the same by chance. Pretended pairs keep the weights nearer to those before.
        let made = [ValueAgreement.same: log2(same * 50), .different: log2((1 - same) / 0.98)]
        for (agreement, weight) in made {
            let shipped = try #require(LinkModel.shipped.representative[agreement])
            let learned = try #require(result.model.representative[agreement])
            #expect(abs(learned - weight) < 0.3 + abs(shipped - weight) * 0.6, "\(agreement) \(learned), not \(weight)")
        }
        #expect(result.model.representative[.missing] == 0)
    }

    @Test("what few pairs say moves no weight far")
    func fewPairs() throws {
        let result = try train(try MadeLists(15, MadeLists.Shares(matched: 1, representative: 0), seed: 2))
        for (agreement, weight) in LinkModel.shipped.representative {
            #expect(abs(try #require(result.model.representative[agreement]) - weight) < 1, "\(agreement)")
        }
        for (agreement, weight) in LinkModel.shipped.contact {
            #expect(abs(try #require(result.model.contact[agreement]) - weight) < 1, "\(agreement)")
        }
    }

    @Test("comparisons that the lists don't have keep their weights")
    func noEvidence() throws {
        let model = try train(try MadeLists(500, seed: 3)).model
        #expect(model.corporateNumber == LinkModel.shipped.corporateNumber)
        #expect(model.legalForm == LinkModel.shipped.legalForm)
        #expect(model.unseenNames == LinkModel.shipped.unseenNames && model.doubled == LinkModel.shipped.doubled)
        #expect(model.version == LinkModel.shipped.version)
    }

    @Test("lists with nothing in common, and empty ones, teach nothing")
    func nothingInCommon() throws {
        let apart = try train(try MadeLists(500, MadeLists.Shares(matched: 0), seed: 4))
        #expect(apart.expectedPairs < LinkTraining.fewestPairs)
        var lists = try MadeLists(50, seed: 4)
        lists.b = []
        #expect(try train(lists).expectedPairs == 0)
        lists.a = []
        #expect(try train(lists).expectedPairs == 0)
    }

    @Test("the same lists give the same weights, and records in another order do too")
    func order() throws {
        var lists = try MadeLists(400, seed: 5)
        let first = try train(lists)
        #expect(try train(lists).model == first.model)
        var random = SeededGenerator(seed: 6)
        lists.a.shuffle(using: &random)
        lists.b.shuffle(using: &random)
        let other = try train(lists)
        for (agreement, weight) in first.model.name {
            #expect(abs(try #require(other.model.name[agreement]) - weight) < 0.001)
        }
        #expect(abs(other.expectedPairs - first.expectedPairs) < 0.1)
    }

    @Test("siblings in one office are learned as no organisation of the same name")
    func siblings() throws {
        var lists = try MadeLists(300, seed: 7)
        // Every office has two more bodies with its telephone and its head, which the other list has as well.
        for word in ["家族会", "後援会"] {
            for index in 0..<300 {
                var sibling = lists.a[index]
                sibling.name = try LinkEntry("\(sibling.name.core)\(word)").name
                if word == "家族会" { lists.a.append(sibling) } else { lists.b.append(sibling) }
            }
        }
        let result = try train(lists)
        for agreement in [NameAgreement.place, .extended, .similar, .sibling, .different] {
            #expect(result.model.name[agreement] == LinkModel.shipped.name[agreement])
        }
        let linker = ListLinker(lexicon: try CarriedNames.shared.get().lexicon, model: result.model)
        let linked = linker.link(lists.a, lists.b, least: 0.5).pairs
        let wrong = linked.filter { $0.name == .sibling }.count
        #expect(linked.count > 150 && wrong <= 3, "\(wrong) of \(linked.count)")
    }

    @Test("no agreement says less than a difference, whatever the lists are", arguments: 10...15 as ClosedRange<UInt64>)
    func sensibleOrder(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let shares = MadeLists.Shares(
            matched: .random(in: 0...1, using: &random), representative: .random(in: 0...1, using: &random),
            persons: .random(in: 1...100, using: &random), moved: .random(in: 0...1, using: &random))
        let model = try train(try MadeLists(300, shares, seed: seed)).model
        func weight<Key>(_ weights: [Key: Double], _ key: Key) throws -> Double { try #require(weights[key]) }
        let same = try weight(model.name, .same)
        for agreement in [NameAgreement.spelling, .slip, .part, .shortened] {
            #expect(try weight(model.name, agreement) <= same)
        }
        #expect(try weight(model.contact, .several) >= weight(model.contact, .one))
        #expect(try weight(model.contact, .different) <= 0 && weight(model.contact, .postalCode) >= 0)
        #expect(try weight(model.contact, .severalDifferent) <= weight(model.contact, .different))
        for weights in [model.representative, model.legalForm] {
            #expect(try weight(weights, .same) >= 0 && weight(weights, .different) <= 0)
        }
        let all = Array(model.name.values) + Array(model.contact.values) + Array(model.representative.values)
        #expect(all.allSatisfy { $0.isFinite && abs($0) < 50 })
        #expect(model.matched > 0 && model.matched <= 1)
    }

    @Test("a training that is cut short says so")
    func cutShort() throws {
        let result = try train(try MadeLists(300, seed: 8), mostRounds: 1)
        #expect(result.rounds == 1 && !result.isConverged)
        #expect(result.model != LinkModel.shipped)
    }

    @Test("one list teaches by its doubles")
    func oneList() throws {
        let lists = try MadeLists(600, MadeLists.Shares(matched: 0.3), seed: 9)
        let result = LinkTraining(lexicon: try CarriedNames.shared.get().lexicon).train(lists.a + lists.b, nil)
        #expect(abs(result.expectedPairs - 180) < 25, "\(result.expectedPairs)")
        // 180 of 1,200 records, drawn towards the 2 in 100 of before.
        #expect((0.05...0.15).contains(result.model.doubled), "\(result.model.doubled)")
        #expect(result.model.matched == LinkModel.shipped.matched)
    }
}
