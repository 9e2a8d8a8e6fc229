/// 〒860-0808 in front of an address.
enum PostalCode {
    /// Index behind the postcode, or 0. Seven digits without the mark count only when no more numbers follow.
    static func end(in text: PlaceText) -> Int {
        var position = 0
        let isMarked = text.count > 0 && text.scalars[0] == Letter.postMark
        if isMarked { position = 1 }
        guard digits(text, &position, 3) else { return isMarked ? 1 : 0 }
        let hasHyphen = position < text.count && Letter.isHyphen(text.scalars[position])
        if hasHyphen { position += 1 }
        guard digits(text, &position, 4) else { return isMarked ? 1 : 0 }
        if position < text.count {
            let next = text.scalars[position]
            if Letter.isDigit(next) || Letter.isHyphen(next) { return isMarked ? 1 : 0 }
        }
        return position
    }

    private static func digits(_ text: PlaceText, _ position: inout Int, _ count: Int) -> Bool {
        guard position + count <= text.count else { return false }
        for offset in 0..<count where !Letter.isDigit(text.scalars[position + offset]) { return false }
        position += count
        return true
    }
}
