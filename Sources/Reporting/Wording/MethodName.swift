import Model

extension Shortlist {
    /// How the combination was found, for people.
    var methodName: String {
        switch method {
        case "greedy": "効果の大きい順に選ぶ方法"
        case let method where method.hasPrefix("greedy+"): "効果の大きい順に選び、厳密な最適化で確かめる方法"
        default: method
        }
    }
}
