/// How many of those who did not answer can be expected to do something, and whether perhaps nobody does.
///
/// It assumes that within a group answering doesn't depend on the activity. The rate of each group has a beta prior whose
/// mean is the rate of the other groups (itself with Jeffreys' half a positive and half a negative answer) and which
/// weighs as much as half a positive answer. Where nobody at all was seen to do it, each group thus has the rate that
/// Jeffreys' prior gives for all respondents together; where many do, a group mostly speaks for itself.
public struct SilentEstimate: Sendable, Hashable {
    /// A group of organisations that are taken to be alike, such as one type.
    public struct Group: Sendable, Hashable {
        public let respondents: Int
        public let silent: Int
        /// Respondents of the group that do it.
        public let positive: Int

        public init(respondents: Int, silent: Int, positive: Int) {
            self.respondents = respondents
            self.silent = silent
            self.positive = positive
        }
    }

    /// Number among the silent that does it.
    public let expected: Double
    /// Beta-binomial probability that none of the silent does it, 0…1.
    public let probabilityOfNobody: Double

    public init(_ groups: [Group]) {
        let positive = groups.reduce(0) { $0 + $1.positive }
        let respondents = groups.reduce(0) { $0 + $1.respondents }
        var expected = 0.0
        var logarithm = 0.0
        for group in groups where group.silent > 0 {
            let others =
                (Double(positive - group.positive) + 0.5) / (Double(respondents - group.respondents) + 1)
            let yes = Double(group.positive) + 0.5
            let no = Double(group.respondents - group.positive) + 0.5 / others - 0.5
            expected += Double(group.silent) * yes / (yes + no)
            logarithm += Self.logarithmOfNone(of: Double(group.silent), yes: yes, no: no)
        }
        self.expected = expected
        probabilityOfNobody = exponential(logarithm)
    }

    /// ln of B(yes, no + n) / B(yes, no): no success among n draws of a beta-binomial distribution.
    private static func logarithmOfNone(of n: Double, yes: Double, no: Double) -> Double {
        logarithmOfGamma(no + n) - logarithmOfGamma(no) + logarithmOfGamma(yes + no) - logarithmOfGamma(yes + no + n)
    }
}
