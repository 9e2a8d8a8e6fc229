/// The questionnaire of a city that asks with KoboToolbox: groups, repeats, skip logic, two languages, HTML.
enum CityForm {
    static let text = """
        survey
        | type | name | label::English (en) | label::日本語 (ja) | hint::日本語 (ja) | required | relevant | appearance | choice_filter | calculation | repeat_count |
        | start | start | | | | | | | | | |
        | end | end | | | | | | | | | |
        | today | today | | | | | | | | | |
        | note | intro | Thank you. | **ご協力ありがとうございます。**⏎所要時間は10分です。 | | | | | | | |
        | begin_group | org | Your organisation | 団体について | | | | field-list | | | |
        | text | org_name | Name | 団体名 | 正式名称 | yes | | | | | |
        | select_one org_type | org_type | Kind of organisation | 団体の種類 | | yes | | | | | |
        | select_one area or_other | area | Where are you active? | 活動の範囲 | | yes | | | | | |
        | text | area_places | Which places? | 具体的な地域名 | | | selected(${area}, 'part') | | | | |
        | integer | members | Members | 会員数 | | | | | | | |
        | date | founded | Founded | 設立年月日 | | | | | | | |
        | end_group | | | | | | | | | | |
        | begin_group | activity | Activities | 活動について | | | | | | | |
        | select_multiple themes | themes | Whom do you support? | <span style="color:red">支援につながる活動内容</span>（いくつでも） | | yes | | | | | |
        | text | themes_other | Other (please say) | その他の内容 | | | selected(${themes}, 'other') | | | | |
        | begin group | support | Support | 支援の方法 | | | count-selected(${themes}) > 0 and not(selected(${themes}, 'none')) | | | | |
        | select_multiple kinds | kinds | How do you support? | 支援につながる活動の種類 | | | | | | | |
        | select_one yesno | commissioned | Commissioned by the city? | 市からの委託 | | | | | | | |
        | select_one frequency | frequency | How often? | 活動の頻度 | | | | minimal | | | |
        | select_one yesno | cases | Did you reach somebody? | 支援につながった事例はありますか | | | | | | | |
        | end group | | | | | | | | | | |
        | select_multiple case_themes | case_themes | What was it about? | 事例の分類 | | | ${cases} = 'yes' | | | | |
        | text | case_text | Tell us about ${org_name} | ${org_name}の事例を教えてください | | | ${cases} = 'yes' and ${members} > 5 | multiline | | | |
        | end_group | | | | | | | | | | |
        | begin_repeat | places | Places | 拠点 | | | | | | | ${members} |
        | text | place_name | Name of the place | 拠点の名称 | | | | | | | |
        | geopoint | place_point | Where is it? | 拠点の位置 | | | | | | | |
        | end_repeat | | | | | | | | | | |
        | select_one yesno | need | Is more needed? | 取り組む必要性を感じますか | | | string-length(${org_name}) > 0 | | | | |
        | select_multiple difficulties or_other | difficulties | What is difficult? | 取り組む上での課題 | | | ${need} != 'no' | | | | |
        | select_one join | join | Will you join? | PFへの参加 | | | not(${need} = 'no' or ${commissioned} = 'yes') | | | | |
        | select_one_from_file schools.csv | school | Nearest school | 最寄りの小学校 | | | | | | | |
        | calculate | score | | | | | | | | ${members} * 2 | |
        | text | remarks | Anything else? | 自由意見 | | | ${score} > 10 | multiline | | | |
        choices
        | list_name | name | label::English (en) | label::日本語 (ja) | sort |
        | org_type | npo | NPO | NPO法人 | 1 |
        | org_type | welfare | Social welfare corporation | 社会福祉法人 | 2 |
        | org_type | voluntary | Voluntary group | 任意団体 | 3 |
        | org_type | 99 | Other | その他 | 4 |
        | | | | | |
        | area | part | Part of the city | 市内の一部地域 | |
        | area | city | The whole city | 市内全域 | |
        | area | prefecture | The whole prefecture | 県内全域 | |
        | themes | 1 | Children | こども | |
        | themes | 2 | Child rearing | 子育て | |
        | themes | 3 | Young people | 若者 | |
        | themes | 4 | Older people | 高齢者 | |
        | themes | 5 | Poverty | 生活困窮 | |
        | themes | 6 | Foreign residents | 外国人 | |
        | themes | 7 | School absence | 不登校 | |
        | themes | other | Other | その他（具体的に） | |
        | themes | none | None | 支援につながる活動はない | |
        | kinds | consultation | Consultation | 相談窓口の開設 | |
        | kinds | place | Place to be | 居場所づくり | |
        | kinds | goods | Goods | 物的支援・食糧支援 | |
        | kinds | outreach | Outreach | アウトリーチ支援 | |
        | kinds | other | Other | その他 | |
        | yesno | yes | Yes | はい | |
        | yesno | no | No | いいえ | |
        | frequency | daily | Daily | ほぼ毎日 | |
        | frequency | weekly | Weekly | 週に数回 | |
        | frequency | monthly | Monthly | 月に数回 | |
        | case_themes | 1 | Children | こども | |
        | case_themes | 2 | Child rearing | 子育て | |
        | case_themes | 3 | Young people | 若者 | |
        | case_themes | 4 | Older people | 高齢者 | |
        | case_themes | 5 | Poverty | 生活困窮 | |
        | case_themes | 6 | Foreign residents | 外国人 | |
        | case_themes | 7 | School absence | 不登校 | |
        | case_themes | 8 | Other | その他 | |
        | difficulties | money | Money | 資金 | |
        | difficulties | people | People | 人手 | |
        | join | wants | Yes | 参加したい | |
        | join | considers | Perhaps | 検討したい | |
        | join | declines | No | 参加しない | |
        settings
        | form_title | form_id | default_language | version |
        | 支援団体アンケート | resource_survey | English (en) | 2026 |
        """
}
