internal import Text

/// The number that a questionnaire prints before a question: 問2-2, Q3, （1）, 2．
struct PrintedNumber: Equatable {
    /// Digits and letters joined by hyphens, such as `2-2`.
    let id: String
    /// The label without it.
    let rest: String

    /// - Returns: `nil` where the label begins with no number, or with one that may belong to the sentence (3つ以上).
    init?(_ label: String) {
        let text = Width.folded(label).replacing(/[‐‑‒–—―−]/, with: "-")
            .replacing(/([0-9])ー(?=[0-9])/) { "\($0.1)-" }
        let word = /\s*[(\[【〔《<「]?\s*(?:問|設問|質問|(?:[Qq](?:uestion)?|[Nn][Oo])\.?)\s*/
        let number = /[0-9]{1,3}(?:\s*[-.の_]\s*[0-9]{1,3})*(?:-?[a-zA-Z](?![a-zA-Z0-9]))?/
        let mark = /\s*[)\]】〔〕》>」.:、,]+|\s/
        // Without 問, only a mark or a space tells the number from the sentence.
        let alone =
            /\s*[(\[【〔《<「]?\s*([0-9]{1,3}(?:\s*[-.の_]\s*[0-9]{1,3})*(?:-?[a-zA-Z](?![a-zA-Z0-9]))?)(?:\s*[)\]】〔〕》>」.:、,]+|\s)/
        if let start = text.prefixMatch(of: word)?.range.upperBound,
            let match = text[start...].prefixMatch(of: number)
        {
            let behind = text[match.range.upperBound...]
            let end = behind.prefixMatch(of: mark)?.range.upperBound ?? behind.startIndex
            self.init(number: match.output, rest: behind[end...])
        } else if let match = text.prefixMatch(of: alone) {
            self.init(number: match.output.1, rest: text[match.range.upperBound...])
        } else {
            return nil
        }
    }

    private init?(number: Substring, rest: Substring) {
        let rest = Width.trimmed(String(rest))
        guard !rest.isEmpty else { return nil }
        id = number.replacing(/\s*[-.の_]\s*/, with: "-").lowercased()
        self.rest = rest
    }
}
