/// How long the next step is.
struct SubgradientSteps: Sendable {
    private(set) var length: Double
    private var sinceBetter = 0
    /// How much of the last direction the next one keeps.
    static let memory = 0.7
    static let patience = 20
    static let least = 1e-5

    /// - Parameter length: 1 where nothing is known; less where the prices are good already.
    init(length: Double = 1) { self.length = length }

    mutating func improved(by amount: Double, of value: Double) {
        sinceBetter = amount > Self.least * abs(value) ? 0 : sinceBetter + 1
    }

    mutating func failed() { sinceBetter += 1 }

    mutating func mustShorten() -> Bool {
        guard sinceBetter >= Self.patience else { return false }
        sinceBetter = 0
        length /= 2
        return true
    }
}
