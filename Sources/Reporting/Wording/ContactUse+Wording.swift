import Model

extension ContactUse {
    /// What was done with representative, contact person, telephone and e-mail of a file.
    var word: String {
        switch self {
        case .noneHeld: "なし"
        case .linking: "名寄せに使用"
        case .unused: "使わない（利用目的による）"
        case .expired: "使わない（保存期限後）"
        }
    }
}
