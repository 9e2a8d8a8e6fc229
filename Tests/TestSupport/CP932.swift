/// Shift_JIS as Windows writes it, for the characters that tests use. The reader asks the system for its table, so the
/// tests have one of their own (JIS X 0208 with the characters of NEC and IBM, as Microsoft published it).
public enum CP932 {
    public struct UnknownCharacter: Error {
        public let character: Character
    }

    /// - Throws: ``UnknownCharacter`` for what the table lacks.
    public static func bytes(_ text: String) throws -> [UInt8] {
        try text.unicodeScalars.flatMap { scalar throws(UnknownCharacter) -> [UInt8] in
            if scalar.isASCII { return [UInt8(scalar.value)] }
            guard let bytes = table[scalar] else { throw UnknownCharacter(character: Character(scalar)) }
            return bytes
        }
    }

    /// Each character with its bytes behind it. Split by scalars: a half-width voiced mark clings to the space before it.
    private static let table: [Unicode.Scalar: [UInt8]] = Dictionary(
        uniqueKeysWithValues: source.unicodeScalars.split { $0 == " " || $0 == "\n" }.compactMap { entry in
            guard let character = entry.first, let code = UInt16(String(Substring(entry.dropFirst())), radix: 16) else {
                return nil
            }
            return (character, code > 0xFF ? [UInt8(code >> 8), UInt8(code & 0xFF)] : [UInt8(code)])
        })

    private static let source = """
        　8140 、8141 ，8143 ・8145 ：8146 ；8147 ？8148 〇815A ー815B ―815C ／815E ～8160 ∥8161 …8163 （8169 ）816A
        「8175 」8176 －817C ×817E ○819B ※81A6 →81A8 ￢81CA ◯81FC ０824F １8250 ２8251 ３8252 ４8253 ５8254 ６8255
        ９8258 Ｅ8264 Ｌ826B Ｎ826D Ｏ826E Ｐ826F Ｔ8273 い82A2 こ82B1 し82B5 す82B7 そ82BB た82BD で82C5 と82C6 ど82C7
        な82C8 の82CC は82CD ひ82D0 ま82DC み82DD も82E0 り82E8 わ82ED イ8343 ウ8345 ォ8348 カ834A ガ834B コ8352 サ8354
        ス8358 ソ835C タ835E ダ835F ト8367 ド8368 ナ8369 フ8374 プ8376 ポ837C マ837D ム8380 メ8381 モ8382 リ838A ル838B
        ロ838D ン8393 ①8740 ②8741 ③8742 ⑫874B Ⅳ8757 ㍻877E №8782 ㊤8785 ㈱878A 意88D3 異88D9 一88EA 員88F5 引88F8
        営8963 園8980 家89C6 火89CE 会89EF 回89F1 開8A4A 外8A4F 該8A59 確8A6D 活8A88 完8AAE 環8AC2 居8B8F 供8B9F 協8BA6
        境8BAB 橋8BB4 九8BE3 熊8C46 恵8C62 結8C8B 月8C8E 県8CA7 見8CA9 元8CB3 原8CB4 個8CC2 五8CDC 午8CDF 後8CE3 行8D73
        高8D82 号8D86 刻8D8F 査8DB8 三8E4F 四8E6C 始8E6E 子8E71 市8E73 紙8E86 児8E99 字8E9A 時8E9E 煮8ECF 社8ED0 者8ED2
        若8EE1 種8EED 受8EF3 十8F5C 出8F6F 所8F8A 昭8FBA 称8FCC 場8FEA 情8FEE 食9048 信904D 新9056 人906C 図907D 水9085
        数9094 成90AC 設90DD 前914F 相918A 送9197 速91AC 他91BC 体91CC 第91E6 担9253 団9263 談926B 調92B2 長92B7 通92CA
        定92E8 提92F1 電9364 度9378 当9396 答939A 働93AD 動93AE 堂93B0 特93C1 内93E0 二93F1 日93FA 任9443 認9446 年944E
        能945C 版94C5 番94D4 非94F1 表955C 秒9562 付9574 部9594 物95A8 分95AA 平95BD 便95D6 簿95EB 報95F1 法9640 本967B
        凡967D 未96A2 無96B3 名96BC 目96DA 問96E2 野96EC 郵9758 予975C 容9765 用9770 覧9797 利9798 了97B9 力97CD 類97DE
        令97DF 例97E1 齢97EE 老9856 六985A 和9861 話9862 ｡A1 ｲB2 ｶB6 ｺBA ﾀC0 ﾄC4 ﾉC9 ﾊCA ﾋCB ﾏCF ﾓD3 ﾘD8 ﾙD9
        ﾜDC ﾝDD ﾞDE 纊ED40 﨑ED95 髙EEE0
        """
}
