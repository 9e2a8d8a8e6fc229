import Testing
import Text

@Suite struct CorporateNumberTests {
    /// 国税庁 and 熊本市, as the 法人番号公表サイト lists them.
    @Test(arguments: ["7000012050002", "9000020431001", "７０００ ０１２０ ５０００２", "7-0000-1205-0002"])
    func aNumberWithTheRightCheckDigitIsTaken(text: String) {
        #expect(CorporateNumber.digits(text)?.count == 13)
    }

    @Test(arguments: ["7000012050003", "1000012050002", "700001205000", "70000120500021", "七000012050002", "", "なし"])
    func anotherIsNot(text: String) {
        #expect(CorporateNumber.digits(text) == nil)
    }

    /// Weights 1 and 2 with modulus 9: every single wrong digit is noticed, but for 0 and 9 changed for each other.
    @Test func aSingleWrongDigitIsNoticed() {
        let right = Array("7000012050002")
        for place in right.indices {
            for digit in "0123456789" where digit != right[place] {
                var wrong = right
                wrong[place] = digit
                let isBlind = Set([digit, right[place]]) == ["0", "9"] && place > 0
                #expect((CorporateNumber.digits(String(wrong)) == nil) == !isBlind)
            }
        }
    }
}
