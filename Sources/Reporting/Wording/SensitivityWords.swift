import Model

extension GapSensitivity.Assumption {
    /// As a planner reads it.
    var label: String {
        switch self {
        case .stated: "この報告書の仮定"
        case .equalThemes: "すべての活動内容を同じ重さに"
        case .withoutPriority: "重点分野を区別しない"
        case .caseMix: "支援した事例の数で重み付け（すでに支援されている人の数で、需要ではありません）"
        case .lessInclined: "回答していない団体の活動が半分"
        case .casesOnly: "事例のある団体だけで数える"
        }
    }
}
