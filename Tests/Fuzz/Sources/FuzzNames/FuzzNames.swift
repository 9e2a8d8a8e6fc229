internal import FuzzSupport
internal import Text

/// The text up to the first line break is compared with the rest.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    let text = String(decoding: UnsafeBufferPointer(start: data, count: size), as: UTF8.self)
    checkWidth(text)
    checkName(text)
    checkContact(text)
    let parts = text.unicodeScalars.split(separator: "\n", maxSplits: 1).map { String($0) }
    if parts.count == 2 { checkDistance(parts[0], parts[1]) }
    return 0
}

private func checkWidth(_ text: String) {
    let folded = Width.folded(text)
    expect(isSame(Width.folded(folded), folded), "folding twice is folding once")
    let dense = Width.foldedWithoutSpaces(text)
    expect(!dense.unicodeScalars.contains(where: Width.isSpace), "no space is left")
    expect(isSame(Width.foldedWithoutSpaces(folded), dense), "folding before doesn't matter")
    let trimmed = Width.trimmed(text)
    expect(isSame(Width.trimmed(trimmed), trimmed), "trimming twice is trimming once")
    for end in [trimmed.unicodeScalars.first, trimmed.unicodeScalars.last] {
        expect(end.map(Width.isSpace) != true, "trimmed text has no space at its ends")
    }
}

private func checkName(_ text: String) {
    let name = normalizer.normalize(text)
    expect(normalizer.normalize(Width.folded(text)) == name, "width doesn't matter to a name")
    expect(!name.core.unicodeScalars.contains(where: Width.isSpace), "a core has no spaces")
    let (core, loose) = (Array(name.core.utf8), Array(name.looseCore.utf8))
    expect(core.starts(with: loose) || core.reversed().starts(with: loose.reversed()), "the loose core is part of it")
    if let form = name.legalFormID { expect(formIDs.contains(form), "a legal form is one of those that are known") }
    expect(text.isEmpty == legalForms.split(text).core.isEmpty, "a name never is nothing but its legal form")
    let key = AddressText.key(text, variants: variants)
    expect(isSame(AddressText.key(key, variants: variants), key), "a key is its own key")
}

private func checkContact(_ text: String) {
    if let telephone = ContactKeys.telephone(text) {
        expect((10...11).contains(telephone.utf8.count) && telephone.hasPrefix("0"), "a telephone number is Japanese")
        expect(ContactKeys.telephone(telephone) == telephone, "a telephone number is its own key")
    }
    if let email = ContactKeys.email(text) { expect(ContactKeys.email(email) == email, "an address is its own key") }
    if let code = ContactKeys.postalCode(text) {
        expect(code.utf8.count == 7 && ContactKeys.postalCode(code) == code, "a postcode is its own key")
    }
    if let number = CorporateNumber.digits(text) {
        expect(number.utf8.count == 13 && CorporateNumber.digits(number) == number, "a number is its own key")
    }
}

private func checkDistance(_ a: String, _ b: String) {
    let (left, right) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let distance = EditDistance.between(left, right)
    expect(distance == EditDistance.between(right, left), "a distance is the same both ways")
    expect((distance == 0) == (left == right), "only the same text is at no distance")
    expect(distance >= abs(left.count - right.count) && distance <= max(left.count, right.count), "a distance fits")
    expect(NearestNames.nearest(to: a, among: [b, a, ""], limit: 2).count <= 2, "no more names than asked for")
}

/// Scalar for scalar; `==` takes composed and decomposed characters for the same.
private func isSame(_ a: String, _ b: String) -> Bool { a.unicodeScalars.elementsEqual(b.unicodeScalars) }

private let formIDs = ["npo", "company", "association"]
private let legalForms = LegalForms([
    LegalForms.Spelling(formID: "npo", text: "特定非営利活動法人"), LegalForms.Spelling(formID: "npo", text: "NPO法人"),
    LegalForms.Spelling(formID: "npo", text: "(特非)"), LegalForms.Spelling(formID: "npo", text: "特非)"),
    LegalForms.Spelling(formID: "company", text: "株式会社"), LegalForms.Spelling(formID: "company", text: "(株)"),
    LegalForms.Spelling(formID: "association", text: "一般社団法人"),
    LegalForms.Spelling(formID: "association", text: "一社", isCertain: false),
])
private let variants = CharacterVariants(
    pairs: [(variant: "髙", standard: "高"), ("﨑", "崎"), ("邊", "辺"), ("邉", "辺")])
private let normalizer = NameNormalizer(legalForms: legalForms, variants: variants)
