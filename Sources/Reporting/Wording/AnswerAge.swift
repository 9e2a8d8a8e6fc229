import Model

/// When an organisation last answered, in words.
enum AnswerAge {
    /// `nil` where it never did, as far as is known.
    static func words(_ organization: Organization) -> String? {
        organization.latestAnswer.map { answer in
            answer.isStale ? "\(answer.waveLabel)（\(answer.wavesAgo)回前。内容が古いおそれ）" : answer.waveLabel
        }
    }
}
