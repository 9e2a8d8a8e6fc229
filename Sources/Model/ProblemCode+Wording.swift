extension ProblemCode {
    /// The words for each problem, for people who fill in spreadsheets and not for programmers.
    public var wording: Wording {
        switch self {
        case .waveFileMissing:
            Wording(
                "調査フォルダに {expected} がありません[。すぐ下のフォルダ（{found} を見ました）にもありません]",
                "the wave folder has no {expected}[; nor has any of the {found} folders directly in it]")
        case .wavesInCircle:
            Wording(
                "previous が輪になっています（{found}）。どれを先に実行するか決まりません",
                "previous goes round in a circle ({found}), so that none of them can be the first")
        case .outputMissing:
            Wording(
                "出力フォルダに {expected} がありません。tsunagi run --out で書いたフォルダを示してください",
                "the output folder has no {expected}; give a folder that tsunagi run --out wrote")
        case .previousMissing:
            Wording("前回の出力フォルダに {expected} がありません", "the output folder of the previous wave has no {expected}")
        case .fileMissing:
            Wording(
                "ファイル[「{found}」]がありません[。近い名前：{expected}]", "no such file[ \"{found}\"][; the nearest name: {expected}]")
        case .fileUnreadable: Wording("ファイルを読めません（{found}）", "the file can't be read ({found})")
        case .formatNotSupported:
            Wording(
                "この形式（{found}）は読めません。{expected} で保存し直してください",
                "this format ({found}) can't be read; save it again as {expected}")
        case .fileEncrypted:
            Wording(
                "パスワードで保護されたファイルです。パスワードを外して保存し直してください",
                "the file is protected by a password; save it again without one")
        case .fileDamaged: Wording("ファイルが壊れています（{found}）", "the file is damaged ({found})")
        case .fileTooLarge:
            Wording(
                "ファイルの中身が大きすぎます（{found}、上限 {expected}）", "the file holds too much ({found}; the limit is {expected})")
        case .archiveWithoutTable:
            Wording(
                "圧縮ファイルの中に表（CSV・Excel）がありません[。中身：{found}]",
                "the archive holds no table (CSV or Excel)[; it holds: {found}]")
        case .sheetMissing:
            Wording("シート「{found}」がありません。あるシート：{expected}", "no sheet \"{found}\"; it has: {expected}")
        case .headerMissing:
            Wording("見出し行（{expected}行目）がありません", "there is no header in row {expected}")
        case .columnMissing:
            Wording("列「{found}」が見つかりません[。近い見出し：{expected}]", "no column \"{found}\"[; the closest titles: {expected}]")
        case .columnAmbiguous:
            Wording(
                "列「{found}」が複数あります[。次のように書き分けてください：{expected}]",
                "there are several columns \"{found}\"[; tell them apart: {expected}]")
        case .columnNotMapped:
            Wording("列「{found}」は使われていません", "column \"{found}\" is not used")
        case .undecodableBytes:
            Wording(
                "文字コード {expected} として読めないバイトがあります（{found}）",
                "bytes that are not {expected} ({found})")
        case .brokenCharacters:
            Wording(
                "半分しかない文字など、文字として読めない符号があります（セル {found}）。「\u{FFFD}」として読みました",
                "half characters or others that are no text (cell {found}); read as \"\u{FFFD}\"")
        case .unclosedQuote:
            Wording("引用符（\"）が閉じていません", "a quotation mark (\") is not closed")
        case .encodingUnknown:
            Wording("文字コード「{found}」は扱えません。使えるもの：{expected}", "unknown encoding \"{found}\"; known: {expected}")

        case .yamlSyntax: Wording("YAML として読めません（{found}）", "this is not YAML ({found})")
        case .jsonSyntax: Wording("JSON として読めません（{found}）", "this is not JSON ({found})")
        case .keyUnknown: Wording("キー「{found}」はありません。近いキー：{expected}", "no key \"{found}\"; the nearest: {expected}")
        case .keyMissing: Wording("キー「{expected}」が必要です", "the key \"{expected}\" is missing")
        case .keyDouble: Wording("「{found}」が二度あります", "\"{found}\" stands twice")
        case .keysExclusive:
            Wording("「{found}」と「{expected}」は一緒に書けません", "\"{found}\" and \"{expected}\" can't stand together")
        case .valueType:
            Wording(
                "値[「{found}」]の形が違います。必要な形：{expected}", "the value[ \"{found}\"] has the wrong form; needed: {expected}")
        case .valueUnknown:
            Wording("「{found}」という値はありません[。近い値：{expected}]", "no value \"{found}\"[; the nearest: {expected}]")
        case .valueAmbiguous:
            Wording(
                "「{found}」はいくつかあります。どれかを示してください[：{expected}]",
                "\"{found}\" is more than one; name one of them[: {expected}]")
        case .organizationUnknown:
            Wording(
                "団体ID「{found}」はこの出力にありません。organizations.csv の organization_id を示してください",
                "no organisation \"{found}\" in this output; give an organization_id of organizations.csv")
        case .questionUnknown:
            Wording(
                "選択肢のある設問「{found}」はありません。ある設問：{expected}", "no question \"{found}\" with options; there are: {expected}"
            )
        case .conditionSyntax:
            Wording(
                "条件「{found}」を読めません。書き方の例：{expected}", "the condition \"{found}\" can't be read; for example: {expected}"
            )
        case .pathOutside:
            Wording(
                "「{found}」は調査フォルダの外です。使うには allow_paths に加えてください",
                "\"{found}\" lies outside the wave folder; add it to allow_paths to use it")
        case .dataMissing:
            Wording(
                "付属データ「{found}」が見つかりません。--data で場所を指定してください",
                "the data file \"{found}\" was not found; say where with --data")

        case .formCellEmpty: Wording("{expected} の欄が空です", "the cell \"{expected}\" is empty")
        case .formGroupUnmatched:
            Wording("「{found}」に対応する {expected} がありません", "\"{found}\" has no {expected} of its own")
        case .formConditionLeftOut:
            Wording(
                "条件「{found}」は、asked_if ではすべてを書けません。設問の上に書き残しました",
                "asked_if can't say all of the condition \"{found}\"; it stands in a remark above the question")
        case .formTakenAsText:
            Wording(
                "「{found}」は、選択肢がこのファイルにないか、数えられない答えです。自由記述（text）としました",
                "\"{found}\" has choices that are not in this file, or can't be counted; taken as text")
        case .formRepeated:
            Wording(
                "「{found}」は繰り返しの中の設問です。一つの団体に一つの答えとしました",
                "\"{found}\" is asked repeatedly; taken as one answer for each organisation")

        case .nameMissing: Wording("団体名が空です。この行は団体に結び付けられません", "the name is empty; the row belongs to no organisation")
        case .unknownChoice:
            Wording("選択肢にない回答「{found}」[。選択肢：{expected}]", "\"{found}\" is none of the choices[: {expected}]")
        case .themeTextDoubtful:
            Wording(
                "活動内容の自由記述「{found}」は、はっきりしないので分類していません[。近い活動内容：{expected}]",
                "the text \"{found}\" is not clear enough to be coded[; near to: {expected}]")
        case .answerNotAsked:
            Wording(
                "対象外の設問に回答[「{found}」]があります（対象：{expected}）。集計には入れません",
                "an answer[ \"{found}\"] to a question that was not asked (asked if {expected}); it is not counted")
        case .severalChosen:
            Wording(
                "一つだけ選ぶ設問に複数の回答「{found}」。無回答として扱います",
                "several answers \"{found}\" where one was asked; taken as no answer")
        case .answerUnreadable:
            Wording(
                "読み取れなかった回答（{found}）です。調査票の原本を確かめてください。無回答として扱います",
                "an answer that could not be read ({found}); look at the paper; taken as no answer")
        case .doubleAnswer:
            Wording(
                "同じ団体の回答がほかにあります。数えるのは {expected} です", "the organisation answered more than once; {expected} counts")
        case .dateUnreadable:
            Wording("日付「{found}」を読めません（例：{expected}）", "the date \"{found}\" can't be read (for example {expected})")
        case .dateOutsideSurvey:
            Wording(
                "日付「{found}」は調査期間（{expected}）の外です", "the date \"{found}\" is outside the survey period ({expected})")
        case .dateFromSerial:
            Wording(
                "「{found}」を Excel の日付の通し番号とみなし、{expected} と読みました",
                "\"{found}\" was taken for a serial date of Excel and read as {expected}")
        case .frameReturned: Wording("備考「{found}」：調査票が届いていません", "note \"{found}\": the questionnaire did not arrive")
        case .frameClosed: Wording("備考「{found}」：廃止・解散などとされています", "note \"{found}\": has closed")
        case .frameDormant: Wording("備考「{found}」：休止中かもしれません", "note \"{found}\": perhaps no longer active")
        case .frameDouble:
            Wording("「{found}」は {expected} と同じ団体です", "\"{found}\" is the same organisation as {expected}")
        case .notInFrame: Wording("「{found}」は調査対象名簿にありません", "\"{found}\" is not in the list of those asked")
        case .protectionUnreadable:
            Wording(
                "所在地秘匿の欄「{found}」を読めません（{expected}）。秘匿として扱います",
                "\"{found}\" in the field on withholding the address can't be read ({expected}); taken as withheld")
        case .numberUnreadable: Wording("数値「{found}」を読めません", "the number \"{found}\" can't be read")
        case .telephoneMalformed:
            Wording("電話番号「{found}」の形が違います（例：{expected}）", "\"{found}\" is no telephone number (for example {expected})")
        case .emailMalformed:
            Wording("メールアドレス「{found}」の形が違います（例：{expected}）", "\"{found}\" is no mail address (for example {expected})")
        case .postalCodeMalformed:
            Wording("郵便番号「{found}」の形が違います（例：{expected}）", "\"{found}\" is no postcode (for example {expected})")
        case .corporateNumberWrong:
            Wording(
                "法人番号「{found}」が正しくありません（13桁、検査数字が合うもの）",
                "\"{found}\" is no corporate number (thirteen digits with the right check digit)")
        case .sheetNotUsed:
            Wording("シートのないファイルなので、sheet の「{found}」は使いません", "the file has no sheets; \"{found}\" is not used")
        case .rowsHidden:
            Wording("隠れた行が {found} 行あります。ほかの行と同じに読みました", "{found} hidden rows were read like the others")
        case .columnsHidden:
            Wording("隠れた列（{found}）があります。ほかの列と同じに読みました", "hidden columns ({found}) were read like the others")
        case .headerRepeated: Wording("見出しと同じ行です。読み飛ばしました", "a row like the header was passed over")
        case .cellWithoutTitle:
            Wording(
                "見出しのない列（{expected}）に「{found}」があります。使いません。列がずれていないか確かめてください",
                "\"{found}\" stands in a column without a title ({expected}) and is not used; perhaps the columns have shifted"
            )
        case .cellError:
            Wording("Excel のエラー値「{found}」です。空欄とみなします", "\"{found}\" is an error of Excel; taken as blank")
        case .formulaNotCalculated:
            Wording(
                "計算結果のない数式です（{found}）。空欄とみなします。Excel で開いて保存し直してください",
                "formulas without a result ({found}) are taken as blank; open the file in Excel and save it again")
        case .cellsMerged:
            Wording(
                "結合されたセル（{found}）の値は、初めの行だけのものとして読みました",
                "the value of merged cells ({found}) counts for their first row alone")
        case .sourceEmpty: Wording("記入のある行が一つもありません", "there is no row with an entry")
        case .consentUnreadable:
            Wording(
                "同意欄「{found}」を読めません（{expected}）。同意なしとして扱います",
                "the consent \"{found}\" can't be read ({expected}); taken as no")

        case .addressNotFound:
            Wording(
                "所在地「{found}」を町名まで特定できません。review/addresses.xlsx で判定してください",
                "the address \"{found}\" was not found down to its town; decide in review/addresses.xlsx")
        case .addressAmbiguous:
            Wording(
                "所在地「{found}」は一つに決まりません（{expected}）。review/addresses.xlsx で判定してください",
                "the address \"{found}\" fits several places ({expected}); decide in review/addresses.xlsx")
        case .addressDoubtful:
            Wording(
                "所在地「{found}」を「{expected}」と読みました。確かではないので、review/addresses.xlsx で判定してください",
                "the address \"{found}\" was taken for \"{expected}\", not for sure; decide in review/addresses.xlsx")
        case .addressAnswerNotFound:
            Wording(
                "所在地「{found}」の判定「{expected}」を町名まで特定できません。review/addresses.xlsx でもう一度判定してください",
                "what was decided for the address \"{found}\", \"{expected}\", was not found down to its town;"
                    + " decide again in review/addresses.xlsx")
        case .addressLeftOpen:
            Wording(
                "所在地「{found}」は、判定により、町名を決めないままにしています",
                "the address \"{found}\" stays without a town, as was decided")
        case .areaNotNamed:
            Wording("活動の範囲が「{found}」ですが、地域名がありません", "the service area is \"{found}\", but names no place")
        case .areaOutsideOnly:
            Wording(
                "活動の範囲「{found}」には、市外の地名しかありません。市内でも活動しているかを確かめ、review/areas.xlsx で判定してください。それまでは、どの地域にも数えません",
                "the service area \"{found}\" names only places outside; ask whether it works inside as well, and decide in"
                    + " review/areas.xlsx; until then it counts for none")
        case .areaNotPlaced:
            Wording(
                "活動の範囲「{found}」が、どの地域に当たるか分かりません。その部分は、どの地域にも数えません",
                "nobody knows in which areas the places \"{found}\" of the service area lie; they count for none")
        case .areaNotUnderstood:
            Wording("活動の範囲「{found}」の地域名が分かりません", "the places in the service area \"{found}\" are not known")
        case .venueWithheld:
            Wording(
                "「{found}」は所在地を秘匿する団体なので、この場所は届き方の計算に使いません",
                "the place of \"{found}\" is withheld, so that it is not used for reach")
        case .areaWide:
            Wording(
                "活動の範囲「{found}」は広域として別に数え、どの地域にも数えません。市内で活動しているかを確かめ、review/areas.xlsx で判定してください",
                "the service area \"{found}\" is counted apart as wide and for no area; ask whether it works inside, and"
                    + " decide in review/areas.xlsx")
        case .areaAnswerNotUnderstood:
            Wording(
                "活動の範囲「{found}」の判定「{expected}」の地域名が分かりません。review/areas.xlsx でもう一度判定してください",
                "what was decided for the service area \"{found}\", \"{expected}\", names no area that is known; decide again in"
                    + " review/areas.xlsx")
        case .coordinateOperation:
            Wording("座標変換：{found}（精度 {expected}）", "coordinate operation: {found} (accuracy {expected})")
        case .pointsMissing:
            Wording(
                "座標のない町字が {found} 件あります（例：{expected}）。市区町村の位置で代えます",
                "{found} towns have no point (such as {expected}); the municipality's point stands for them")
        case .gridNotUsed:
            Wording(
                "格子ファイル {found} は使っていません[（{expected}）]", "the grid {found} is not used[ ({expected})]")
        case .pointsUnmatched:
            Wording(
                "町字や番号の一覧にない座標が {found} 件あります（例：{expected}）。使いません",
                "{found} points belong to nothing in the lists (such as {expected}) and are not used")
        case .rowsAbolished:
            Wording(
                "廃止・削除された行が {found} 件あります（例：{expected}）。使いません",
                "{found} rows are abolished or deleted (such as {expected}) and are not used")
        case .koazaWithoutTown:
            Wording(
                "大字のわからない小字が {found} 件あります（例：{expected}）。使いません",
                "{found} sections (koaza) have no town (such as {expected}) and are not used")
        case .townAlone:
            Wording(
                "町名までを書いてください[（{expected}）]。番地や建物は使いません",
                "name the town alone[ ({expected})]; lots and buildings are not used")
        case .townUnknown:
            Wording(
                "町字のない番号が {found} 件あります（例：{expected}）。使いません",
                "{found} numbers have no town (such as {expected}) and are not used")
        case .rowNotUsed:
            Wording(
                "この行は使えません[：{found}][（必要なもの：{expected}）]", "the row can't be used[: {found}][ (needed: {expected})]")
        case .listUnknown:
            Wording(
                "住所の一覧として知られていない表です（見出し：{found}）。読めるもの：{expected}",
                "no list of addresses that is known (titles: {found}); known are: {expected}")
        case .alreadyImported:
            Wording(
                "取り込み済みの地名辞典です。元の一覧を指定してください",
                "a gazetteer that was imported already; name the lists that it was made of")
        case .notAGazetteer:
            Wording(
                "地名辞典（.gazetteer）ではありません。住所の一覧なら、先に tsunagi gazetteer import で取り込みます",
                "no gazetteer file; a list of addresses is turned into one by tsunagi gazetteer import")
        case .planeZoneMissing:
            Wording(
                "平面直角座標の系がわかりません。列 epsg に書くか、gazetteer import の --epsg で示してください（例：{expected}）",
                "the plane zone is not known; write it into a column epsg or say it with --epsg of gazetteer import "
                    + "(for example {expected})")
        case .systemKnown:
            Wording(
                "--epsg {found} を使う一覧がありません。公開されている一覧の測地系は、形式から決まります",
                "no list asks for --epsg {found}; published lists say themselves which reference system they are in")
        case .municipalityWithoutCode:
            Wording(
                "「{found}」の市区町村コードがわかりません。コードなしで登録します",
                "the code of \"{found}\" is not known; it is kept without one")
        case .projectionFailed:
            Wording("座標を変換できません（{found}）", "the coordinates can't be projected ({found})")

        case .geojsonWanted:
            Wording(
                "GeoJSON ではありません（{found}）。圧縮ファイルは展開し、シェープファイルなどは QGIS の「エクスポート」で、"
                    + "形式 GeoJSON、座標参照系 EPSG:6668 を選んで保存し、そのファイルを示してください",
                "this is no GeoJSON ({found}); unpack an archive, and save a shapefile or the like as GeoJSON with EPSG:6668, "
                    + "by \"Export\" of QGIS")
        case .polygonLayoutUnknown:
            Wording(
                "区域の属性の並びが知られていないものです（属性：{found}）。polygons に kind、code、name を書いてください。"
                    + "書かなくてよいもの：{expected}",
                "the properties are none that is known ({found}); say kind, code and name under polygons. Known are: "
                    + "{expected}")
        case .propertyMissing:
            Wording("属性「{found}」がありません。ある属性：{expected}", "no property \"{found}\"; there are: {expected}")
        case .polygonCodeMissing:
            Wording(
                "コードのない区域[「{found}」]です。使いません", "an area[ \"{found}\"] without a code; it is not used")
        case .polygonNameMissing:
            Wording(
                "名称のない区域[（コード {found}）]です。使いません", "an area[ ({found})] without a name; it is not used")
        case .polygonNameDiffers:
            Wording(
                "同じコードの区域に、別の名称「{found}」があります。先の名称（{expected}）を使います",
                "another name, \"{found}\", for an area with the same code; the first one is used ({expected})")
        case .polygonOutsideJapan:
            Wording(
                "座標 {found} が日本の外です。経度、緯度の順に、{expected} の度で書きます。この区域は使いません",
                "the coordinates {found} are not in Japan; they are longitude and latitude in degrees, {expected}; the area "
                    + "is not used")
        case .coordinatesSwapped:
            Wording(
                "座標 {found} は、緯度と経度が逆です。GeoJSON は経度が先です（{expected}）。この区域は使いません",
                "latitude and longitude are exchanged in {found}; GeoJSON has longitude first ({expected}); the area is not "
                    + "used")
        case .ringOpen:
            Wording(
                "区域の境界が閉じていません（始まり {found}）。終わりから始まりへ直線で閉じました",
                "the border is not closed (it begins at {found}); it was closed by a straight line")
        case .ringBroken:
            Wording(
                "区域の境界の点が足りません（{found}、必要な数 {expected}）。この輪は使いません",
                "the border has too few points ({found}, needed {expected}); the ring is not used")
        case .areaWithoutPolygon:
            Wording(
                "地域「{found}」の区域（ポリゴン）がありません[。名称の近い区域：{expected}]",
                "no polygon for the area \"{found}\"[; polygons with a similar name: {expected}]")
        case .polygonsElsewhere:
            Wording(
                "{found} の区域のうち、市区町村 {expected} の中にあるものがありません",
                "none of the {found} areas lies in the municipality {expected}")
        case .townsOutsideAreas:
            Wording(
                "どの地域の中にもない町が {found} あります（例：{expected}）。活動の範囲に書かれても、地域に直せません",
                "{found} towns lie in no area (such as {expected}); where they are named as a service area, they count for "
                    + "none")
        case .populationUnknown:
            Wording(
                "空白を示す地域（{found}）に人口がないので、需要をすべての地域に等しく割り振りました",
                "the areas ({found}) have no population; the need is shared equally between them")

        case .needSmallCount:
            Wording(
                "数値「{found}」は {expected} 未満です。個人が分かるおそれがあります。x（秘匿）にするか、広い地域でまとめてください。公開用の出力には出ません",
                "the figure \"{found}\" is below {expected} and may tell who is meant; keep it back (x) or give it for a larger"
                    + " area; it is in no public output")
        case .needDashZero:
            Wording(
                "「{found}」を、該当なし（0）と読みました。数値がないのなら空欄か … に、秘匿なら x にしてください",
                "\"{found}\" was read as none (0); leave it blank or write … where there is no figure, x where it is kept back"
            )
        case .needTotalDiffers:
            Wording(
                "全体の数値 {found} が、内訳の合計 {expected} と違います。内訳を使います",
                "the total {found} is not the sum of its parts, {expected}; the parts are used")
        case .needRestNegative:
            Wording(
                "全体の数値 {found} より、内訳の合計 {expected} のほうが大きくなっています。足りない地域の残りを求められないので、内訳だけを使います",
                "the total {found} is less than the sum of the parts that are there, {expected}; nothing is left for the others,"
                    + " and only the parts are used")
        case .needMeasuresMixed:
            Wording(
                "一つの活動内容に、数値の種類が二つあります（「{found}」と、{expected}行目）。一つにそろえてください",
                "one theme is counted in two ways (\"{found}\" and row {expected}); use one of them")
        case .needUnitsDiffer:
            Wording(
                "活動内容によって数値の種類が違います（{found}）。活動内容どうしの重さは across_themes: {expected} で決めました",
                "themes are counted in different ways ({found}); they weigh against each other by across_themes: {expected}"
            )
        case .needBaseMissing:
            Wording(
                "「{found}」の「{expected}」がありません。割合から人数を求められなければ数値なしとし、地域への割り振りには人口を使います",
                "\"{found}\" has no \"{expected}\": a share of it gives no figure, and the population serves to split one"
            )
        case .needShareSmall:
            Wording(
                "割合 {found} を {found}％ と読みました。小数で書いた割合なら、100 を掛けた値にしてください",
                "the share {found} was read as {found} per cent; multiply by 100 if it is a fraction")
        case .needSourceMissing:
            Wording("この欄のない数値が {found} あります", "{found} figures leave this empty")
        case .needNoFigure:
            Wording(
                "使える数値が一つもありません。声掛け候補を求められません",
                "there is no figure that can be used, and so no shortlist")

        case .numberWanted:
            Wording(
                "使える数ではありません[（「{found}」）]。必要な数：{expected}",
                "no number that can be used[ (\"{found}\")]; needed: {expected}")
        case .coordinatesInDegrees:
            Wording(
                "座標（例：{found}）が緯度・経度のようです。メートルの座標（平面直角座標など）が必要です。tsunagi geocode の easting_m と northing_m が使えます",
                "the coordinates (such as {found}) look like latitude and longitude; metres on a plane are needed, such as "
                    + "easting_m and northing_m of tsunagi geocode")
        case .pointDoubled:
            Wording(
                "番号（id）「{found}」は {expected}行にもあります。どちらの行も数えます",
                "the id \"{found}\" stands in row {expected} as well; both rows count")
        case .pointWithoutID:
            Wording("番号（id）が空です。この行も数えます", "the id is empty; the row counts like the others")

        case .linkDoubtful:
            Wording(
                "「{found}」は {expected} と同じ団体かもしれません。review/links.xlsx で判定してください",
                "\"{found}\" may be the same organisation as {expected}; decide in review/links.xlsx")
        case .identifierMissing:
            Wording(
                "番号（id）が空です。この行も比べますが、結果の番号も空欄になります",
                "the id is empty; the row is compared like the others, and the result has no id for it")
        case .identifierDoubled:
            Wording(
                "番号（id）「{found}」は {expected}行にもあります。どちらの行も比べますが、結果の番号では見分けられません",
                "the id \"{found}\" stands in row {expected} as well; both rows are compared, and the result can't tell "
                    + "them apart")
        case .listTwice:
            Wording(
                "同じファイルが二度示されています。名簿の中の重複を探すには、一つだけ示してください",
                "the same file was named twice; to look for doubles in a list, name it once")
        case .linkModelVersion:
            Wording(
                "重みの版「{found}」は使えません（使える版：{expected}）。tsunagi link train で作り直してください",
                "weights of version \"{found}\" can't be used, only those of {expected}; make them again with "
                    + "tsunagi link train")
        case .trainingSmall:
            Wording(
                "同じ団体と見込まれる組が {found} しかありません（目安は {expected} 以上）。学んだ重みは偶然に左右されるので、元の重みを使うほうが確かです",
                "the lists are expected to share {found} organisations only, where at least {expected} are wanted; what is "
                    + "learned from them depends on chance, and the weights that the program comes with are surer")
        case .trainingUnfinished:
            Wording(
                "{found} 回くり返しても、重みが落ち着きませんでした。最後の重みを書きました",
                "the weights were still moving after {found} rounds; the last ones were written")
        case .trainingImpossible:
            Wording(
                "重みを学べません。同じ団体と見込まれる組が {found} しかなく、少なくとも {expected} は必要です",
                "nothing can be learned: the lists are expected to share {found} organisations, and at least {expected} are "
                    + "needed")
        case .decisionUnreadable:
            Wording("判定「{found}」を読めません。書き方：{expected}", "the decision \"{found}\" can't be read; write {expected}")
        case .decisionIncomplete:
            Wording("判定「{found}」には、「{expected}」の記入も必要です", "the decision \"{found}\" needs \"{expected}\" as well")
        case .decisionContradicts:
            Wording(
                "判定「{found}」はほかの判定と食い違います（{expected}）", "the decision \"{found}\" contradicts another one ({expected})")
        case .decisionUnmatched:
            Wording("判定の対象「{found}」がデータにありません", "the decision speaks of \"{found}\", which is not in the data")
        case .reviewChanged:
            Wording(
                "実行している間に、このファイルが保存されました。まだ読んでいない判定が消えないように、出力を置き換えていません。保存して Excel を閉じ、もう一度実行してください",
                "the file was saved while the run went on; so that no decision is lost, the output was not replaced: save it, "
                    + "close Excel and run again")

        case .reviewNotTakenIn:
            Wording(
                "記入された判定 {found} 件が、まだ取り込まれていません。先に tsunagi run を実行してください",
                "{found} decisions that were filled in are not taken in yet; run tsunagi run first")
        case .recordForgotten:
            Wording(
                "忘れることにした団体の行なので、使いませんでした。元のファイルには残っています",
                "the row is of an organisation that is forgotten and was not used; the file still holds it")
        case .contactsForgotten:
            Wording(
                "連絡先を忘れることにした団体の行なので、代表者・担当者・電話・メールを使いませんでした。元のファイルには残っています",
                "the row is of an organisation whose contacts are forgotten; they were not used, and the file still holds them"
            )
        case .nameForgotten:
            Wording(
                "忘れることにした団体と名称が同じですが、所在地や連絡先が違うか分からないため、別の団体として残しました。同じ団体なら、もう一度 tsunagi forget を実行してください",
                "the row has the name of an organisation that is forgotten, but neither its address nor its contacts, and was kept "
                    + "as another one; if it is the same, run tsunagi forget again")
        case .outputNotNamed:
            Wording(
                "この出力にも同じ団体があります。--out に加えて、もう一度実行してください",
                "this output holds the organisation as well; run again with it as a further --out")
        case .contactsLeftOut:
            Wording(
                "代表者・担当者・電話・メールを使いませんでした（{found}[。基準日は {expected}]）",
                "representative, contact person, telephone and e-mail were not used ({found}[; the wave is as of {expected}])"
            )
        case .retentionPassed:
            Wording(
                "保存期限（{found}）を過ぎています。ファイルと、それを読んだ出力を残してよいか確かめてください",
                "the term of retention ({found}) has passed; see whether the file and what was made of it may be kept")

        case .pairUnmatched:
            Wording(
                "「{found}」は {expected} の表にありません。この行は使いません",
                "\"{found}\" is not in the table {expected}; the row is not used")
        case .rowDoubled:
            Wording(
                "「{found}」は {expected}行にもあります。先の行を使いました",
                "\"{found}\" stands in row {expected} as well, which was used; this row was not")
        case .candidatesFew:
            Wording(
                "指定した数（{expected}）より、団体の数（{found}）が少なくなっています",
                "there are fewer organisations ({found}) than were asked for ({expected})")
        case .constraintsClash:
            Wording(
                "次の条件を同時に満たす組合せはありません。どれか一つを外すか、緩めてください：{expected}",
                "no combination keeps to all of these; leave one out, or loosen it: {expected}")
        case .costMissing:
            Wording(
                "費用の分からない候補が{found}団体あります。費用の表に加えるか、{expected}（表にない団体の費用）を書いてください",
                "{found} candidates have no cost; add them to the table, or state {expected}")
        case .costTwice:
            Wording("同じ団体の費用が二つあります（{found} と {expected}）", "an organisation has two costs ({found} and {expected})")
        case .organizationNotKnown:
            Wording(
                "団体「{found}」が一つに決まりません。名簿の名称か団体IDを書いてください[（近いもの：{expected}）]",
                "\"{found}\" is not one organisation; give its name as listed, or its id[ (near: {expected})]")
        case .organizationIsMember:
            Wording("「{found}」はすでにPFに参加しています", "\"{found}\" is a member already")
        case .invitationOutcomeUnknown:
            Wording(
                "声掛けの結果「{found}」が分かりません。この行は使いません（書き方：{expected}）",
                "the outcome \"{found}\" of an invitation is not understood; the row is not used (write {expected})")
        case .joinedButNotMember:
            Wording(
                "「{found}」は参加済みとされていますが、参加団体の名簿にありません。声掛け候補には入れていません",
                "\"{found}\" is said to have joined, but the list of members lacks it; it is not proposed")

        case .fileExists:
            Wording("すでにあります[。書き換えるには {expected} を付けてください]", "is there already[; {expected} overwrites it]")
        case .outputIsInput:
            Wording("取り込む一覧と同じファイルです。別の名前にしてください", "this is one of the lists; name another file")
        case .outputNotOurs:
            Wording(
                "出力先は Tsunagi の出力フォルダではないので書き込みません。空のフォルダか新しい名前を指定してください",
                "the output folder was not written by Tsunagi and is left alone; name an empty or a new one")
        case .outputHoldsOthers:
            Wording(
                "出力先に Tsunagi のものでない「{found}」があります。置き換えると消えるため、移してから実行してください",
                "the output folder holds \"{found}\", which Tsunagi did not write and which would be lost; move it first"
            )
        case .outputOfOtherWave:
            Wording(
                "出力先には別の調査回「{found}」の結果があります（今回は「{expected}」）。別のフォルダを指定してください",
                "the output folder holds the result of another wave, \"{found}\" (this is \"{expected}\"); name another one"
            )
        case .outputOfOneWave:
            Wording(
                "出力先は、一つの調査回の出力フォルダです。フォルダの中の調査をまとめて実行するときは、別のフォルダを指定してください",
                "the output folder is that of a single wave; name another one for the waves of a folder")
        case .populationMissing:
            Wording(
                "「{found}」の人口がないため、需要の数値がありません", "\"{found}\" has no population, and so no figure for its need")
        case .outputBusy: Wording("別の実行がこの出力先を使っています", "another run is using this output folder")
        case .outputUnwritable: Wording("書き込めません（{found}）", "can't be written ({found})")
        case .textCut:
            Wording(
                "文字列「{found}」はセルに入りきらないため、{expected}文字で切りました",
                "the text \"{found}\" does not fit into a cell and was cut to {expected} characters")
        case .exchangeInTwoSteps:
            Wording(
                "このファイルシステムでは一度に入れ替えられないため、二段階で置き換えました",
                "the file system can't exchange folders in one step; it was done in two")
        case .registerUnusable: Wording("台帳を読めません（{found}）", "the register can't be read ({found})")
        case .registerCheckFailed:
            Wording(
                "台帳の点検「{found}」に合わない行があります（{expected}）", "rows of the register fail the check \"{found}\" ({expected})")
        }
    }
}
