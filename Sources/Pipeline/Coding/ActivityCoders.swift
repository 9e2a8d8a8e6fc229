internal import Model
internal import Survey
internal import Synchronization

/// Coders of free texts, each made when it is first wanted; those without learned codes are kept, as making one takes longer
/// than coding a wave.
final class ActivityCoders: Sendable {
    private let vocabularies: [ActivitySubject: CodingVocabulary]
    private let unlearned = Mutex<[ActivitySubject: ActivityCoder]>([:])

    init(_ vocabularies: [ActivitySubject: CodingVocabulary]) { self.vocabularies = vocabularies }

    /// - Parameter learned: what people decided.
    /// - Returns: `nil` for a subject that has no vocabulary.
    func coder(_ subject: ActivitySubject, learned: [LearnedCode]) -> ActivityCoder? {
        guard let vocabulary = vocabularies[subject] else { return nil }
        guard learned.isEmpty else { return ActivityCoder(vocabulary, learned: learned) }
        return unlearned.withLock { known in
            if let coder = known[subject] { return coder }
            let coder = ActivityCoder(vocabulary)
            known[subject] = coder
            return coder
        }
    }
}
