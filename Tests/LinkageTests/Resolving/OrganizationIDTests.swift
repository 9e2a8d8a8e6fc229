import Linkage
import Testing

@Suite struct OrganizationIDTests {
    /// Worked out apart from this code, in Python:
    /// `"o" + base64.b32encode(hashlib.sha256(key.encode()).digest()).decode().lower()[:12]`
    @Test(arguments: [
        ("ひまわりの会|熊本市中央区手取本町1-1", "orlwhisa3jevd"), ("ひまわりの会|", "oy4bnso2lnyhb"), ("|", "ozps47x34eemk"),
        ("a", "ozklycewkdo64"),
    ])
    func anIdIsTheBeginningOfAHash(contentKey: String, id: String) {
        #expect(OrganizationID.id(contentKey: contentKey) == id)
    }

    @Test func anIdIsAnOAndTwelveLettersOfBase32() {
        for number in 0..<500 {
            let id = OrganizationID.id(contentKey: "団体\(number)|")
            #expect(id.utf8.count == 13 && id.hasPrefix("o"))
            #expect(id.allSatisfy { ("a"..."z").contains($0) || ("2"..."7").contains($0) })
        }
    }

    @Test func twoOfOneContentGetIdsOfTheirOwn() {
        let key = "ひまわりの会|熊本市中央区手取本町1-1"
        // The second one is the hash of the key with `#2`.
        #expect(
            OrganizationID.ids(contentKeys: [key, "a", key]) == ["orlwhisa3jevd", "ozklycewkdo64", "ocogkri5ncqyf"])
    }

    @Test func idsThatOthersHaveAreAvoided() {
        let key = "ひまわりの会|熊本市中央区手取本町1-1"
        #expect(OrganizationID.ids(contentKeys: [key], avoiding: ["orlwhisa3jevd"]) == ["ocogkri5ncqyf"])
        #expect(Set(OrganizationID.ids(contentKeys: Array(repeating: key, count: 20))).count == 20)
        #expect(OrganizationID.ids(contentKeys: []).isEmpty)
    }
}
