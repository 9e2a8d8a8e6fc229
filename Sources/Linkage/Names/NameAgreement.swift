/// How two names compare, the surest first.
public enum NameAgreement: String, Sendable, CaseIterable, Codable {
    /// The same but for width, spaces, legal form and notes.
    case same
    /// The same words in other spellings: さくら and 桜, サポセン and サポートセンター.
    case spelling
    /// A slip of the pen, or two in a long name.
    case slip
    /// A part of the organisation: 山形支部, 事務局.
    case part
    /// One has a place before it that the other lacks: 山形県手をつなぐ会.
    case place
    /// A word is shortened or left out, in a way that no list knows.
    case shortened
    /// A word more that may or may not be another organisation.
    case extended
    /// Much in common, but no one difference explains it.
    case similar
    /// A word that tells organisations apart: 第二, 西, 家族会, another place.
    case sibling
    case different
    /// One of them has no name.
    case missing

    var ordinal: Int {
        switch self {
        case .same: 0
        case .spelling: 1
        case .slip: 2
        case .part: 3
        case .place: 4
        case .shortened: 5
        case .extended: 6
        case .similar: 7
        case .sibling: 8
        case .different: 9
        case .missing: 10
        }
    }

    /// Whether it is one name, so that how rare it is counts.
    var isOneName: Bool {
        switch self {
        case .same, .spelling, .slip, .part, .place, .shortened: true
        case .extended, .similar, .sibling, .different, .missing: false
        }
    }
}
