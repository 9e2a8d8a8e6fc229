import Testing
import Text

struct PersonNameTests {
    private let variants = CharacterVariants(pairs: [(variant: "澤", standard: "沢"), (variant: "﨑", standard: "崎")])

    @Test(arguments: [
        ("山田　花子", "山田花子"), ("代表理事 澤田一郎", "沢田一郎"), ("理事長　宮﨑 真理", "宮崎真理"), ("会長", "会長"), ("代表取締役社長 森隆", "森隆"),
        ("会長代表 森隆", "森隆"),
    ])
    func keys(text: String, key: String) { #expect(PersonName.key(text, variants: variants) == key) }

    @Test func nothing() { #expect(PersonName.key("　 ", variants: variants) == nil) }
}
