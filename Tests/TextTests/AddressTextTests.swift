import Testing
import Text

@Suite struct AddressTextTests {
    private func key(_ address: String) -> String { AddressText.key(address, variants: TextTables.variants) }

    @Test(arguments: [
        "熊本市中央区手取本町1-1", "熊本市中央区手取本町１－１", "熊本市中央区　手取本町 1‐1", "熊本市中央区手取本町1−1", "熊本市中央区手取本町１ー１", "熊本市中央区手取本町1―1",
        "熊本市中央区手取本町1ｰ1",
    ])
    func hyphensWidthsAndSpacesCompareAsOne(address: String) {
        #expect(key(address) == "熊本市中央区手取本町1-1")
    }

    @Test func kanjiCompareByTheirStandardForm() {
        #expect(key("熊本市西区島﨑") == key("熊本市西区島崎"))
        #expect(key("渡邊ビルＢ棟") == "渡辺ビルb棟")
    }

    @Test func differentPlacesStayDifferent() {
        #expect(key("手取本町1-1") != key("手取本町11"))
        #expect(key("一丁目") != key("1丁目"))
        #expect(key("") == "")
    }
}
