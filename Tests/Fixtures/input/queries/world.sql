-- A city of two areas with nine organisations, small enough to count by hand.
insert into wave values ('w1', '第1回', '99100', '某市', '2024-10-01', '2024-11-12', '2024-11-30', 0);

insert into theme values ('t1', 0, 'こども', 0, 0), ('t2', 1, 'DV・性暴力', 0, 1), ('other', 2, 'その他', 1, 0);
insert into support_type values ('s1', 0, '相談', 0), ('s2', 1, '物資', 0), ('other', 2, 'その他', 1);
insert into excluded_pair values ('t2', 's2');
insert into area values ('A1', 0, '東区', 'ward', 300), ('A2', 1, '西区', 'ward', 200);
insert into need values ('A1', 't1', 0.25, 'x'), ('A1', 't2', 0.5, 'x'), ('A2', 't1', 0.25, 'x');

insert into question values
    ('w1', '1', 0, '分野', 'multiple', 'theme', null),
    ('w1', '2', 1, '事例', 'single', 'case_found', '1 = t1'),
    ('w1', '3', 2, '分類', 'multiple', 'case_theme', '2 = yes'), ('w1', '4', 3, '課題', 'multiple', 'difficulty', null);
insert into option values
    ('w1', '1', 't1', 0, 'こども'), ('w1', '1', 't2', 1, 'DV・性暴力'), ('w1', '1', 'other', 2, 'その他'),
    ('w1', '2', 'yes', 0, 'ある'), ('w1', '2', 'no', 1, 'ない'), ('w1', '3', 't1', 0, 'こども'), ('w1', '3', 't2', 1, 'DV・性暴力'),
    ('w1', '4', 'staff', 0, '人手'), ('w1', '4', 'money', 1, '資金');

-- o1 member that answered; o2 member that isn't in the frame and of which nothing is known; o3, o4 answered; o5, o7 are
-- silent; the letter to o6 came back. o8 is a member with a theme and no support type, o9 answered without being asked.
insert into organization (
    organization_id, name, organization_type, geocode_level, service_area_kind, outside_area_codes,
    is_in_frame, is_member, has_responded, is_unreachable, is_location_withheld, may_be_named_in_public
) values
    ('o1', '一の会', 'npo', 3, 'city', '', 1, 1, 1, 0, 0, 1),
    ('o2', '二の会', null, 0, 'part', '', 0, 1, 0, 0, 0, 0),
    ('o3', '三の会', 'npo', 3, 'part', '', 1, 0, 1, 0, 1, 0),
    ('o4', '四の会', 'voluntary', 3, 'part', '', 1, 0, 1, 0, 1, 0),
    ('o5', '五の会', 'npo', 3, 'unknown', '', 1, 0, 0, 0, 0, 0),
    ('o6', '六の会', 'voluntary', 3, 'unknown', '', 1, 0, 0, 1, 0, 0),
    ('o7', '七の会', 'voluntary', 3, 'unknown', '', 1, 0, 0, 0, 0, 0),
    ('o8', '八の会', null, 3, 'part', '', 0, 1, 0, 0, 1, 0),
    ('o9', '九の会', 'npo', 3, 'unknown', '', 0, 0, 1, 0, 0, 0);
insert into organization_consent values ('o1', 'name', 1), ('o1', 'telephone', 0), ('o2', 'name', 0);
insert into organization_area values ('o1', 'A1'), ('o1', 'A2'), ('o2', 'A1'), ('o3', 'A2'), ('o4', 'A1'),
    ('o8', 'A2');
insert into organization_theme values
    ('o1', 't1', 'w1', 'selected', 'r'), ('o3', 't1', 'w1', 'selected', 'r'), ('o3', 't2', 'w1', 'selected', 'r'),
    ('o4', 't2', 'w1', 'selected', 'r'), ('o4', 'other', 'w1', 'selected', 'r'), ('o8', 't2', 'w1', 'member_list', 'r');
insert into organization_support_type values
    ('o1', 's1', 'w1', 'selected', 'r'), ('o3', 's1', 'w1', 'selected', 'r'), ('o3', 's2', 'w1', 'selected', 'r'),
    ('o4', 'other', 'w1', 'selected', 'r');

-- A person said that o3 does t1 by s1 and not by s2; of t2 nobody said anything.
insert into organization_pair values ('o3', 't1', 's2', 0), ('o3', 't1', 's1', 1);

insert into record (
    record_id, wave_id, source_file, source_sheet, source_row, role, organization_id, probability, decided_by, counts,
    content_key
) values
    (1, 'w1', 'f.csv', null, 2, 'frame', 'o1', 1, 'first', 1, 'k1'),
    (2, 'w1', 'm.xlsx', '名簿', 2, 'member', 'o2', 1, 'first', 1, 'k2'),
    (3, 'w1', 'f.csv', null, 3, 'frame', 'o3', 1, 'first', 1, 'k3'),
    (4, 'w1', 'f.csv', null, 4, 'frame', 'o4', 1, 'first', 1, 'k4'),
    (5, 'w1', 'f.csv', null, 5, 'frame', 'o5', 1, 'first', 1, 'k5'),
    (6, 'w1', 'f.csv', null, 6, 'frame', 'o6', 1, 'first', 1, 'k6'),
    (7, 'w1', 'f.csv', null, 7, 'frame', 'o7', 1, 'first', 1, 'k7'),
    (8, 'w1', 'a.csv', null, 2, 'response', 'o1', 1, 'name', 1, 'k1'),
    (9, 'w1', 'a.csv', null, 3, 'response', 'o3', 1, 'name', 0, 'k3'),
    (10, 'w1', 'a.csv', null, 4, 'response', 'o3', 1, 'name', 1, 'k3'),
    (11, 'w1', 'a.csv', null, 5, 'response', 'o4', 1, 'name', 1, 'k4'),
    (12, 'w1', 'a.csv', null, 6, 'response', null, null, null, 1, ''),
    (13, 'w1', 'm.xlsx', '名簿', 3, 'member', 'o8', 1, 'first', 1, 'k8'),
    (14, 'w1', 'a.csv', null, 7, 'response', 'o9', 1, 'first', 1, 'k9');
insert into source (wave_id, file, sheet, role, purpose, retain_until, sha256, record_count) values
    ('w1', 'm.xlsx', '名簿', 'member', '参加団体の管理', '2030-03-31', '', 2);
insert into record_field
select record_id, 'name', 'N', 0
from record
where organization_id is not null;

-- The letter to o6 came back; a note of the member list says nothing of that.
insert into record_field values (6, 'note', '返戻', 1), (2, 'note', 'メモ', 1);

-- Record 9 is the earlier answer of o3 and doesn't count; o4 was not asked the second question and answered it. o1 tells of
-- a case, o9 has none, and o3 left it open. The fourth question is about difficulties: o1 is the one member, o9 was not asked.
insert into answer values
    (8, '1', 1, 1, null), (8, '2', 1, 1, null), (8, '3', 1, 1, null),
    (9, '1', 1, 1, null),
    (10, '1', 1, 1, null), (10, '2', 1, 0, null), (10, '3', 0, 0, null),
    (11, '1', 1, 1, null), (11, '2', 0, 1, null),
    (14, '1', 1, 1, null), (14, '2', 1, 1, null), (14, '3', 0, 0, null), (8, '4', 1, 1, null), (9, '4', 1, 1, null),
    (10, '4', 1, 1, null), (11, '4', 1, 0, null), (14, '4', 0, 1, null);
insert into answer_option values
    (8, '1', 't1'), (8, '2', 'yes'), (8, '3', 't1'), (9, '1', 'other'), (10, '1', 't1'), (10, '1', 't2'), (11, '1', 't2'),
    (11, '1', 'other'), (11, '2', 'no'), (14, '1', 't1'),
    (14, '2', 'no'), (8, '4', 'staff'), (9, '4', 'money'), (10, '4', 'staff'), (10, '4', 'money'), (14, '4', 'staff');

-- What the year before knew: o1 under another name, and o0, which is gone. The answer of o9 was weighed against o4 and o0.
insert into earlier_record values
    (1, 'o0', 'w0', '2023-11-30', 'f.csv', null, 2, 'frame', 'k0', '零の会', '町1', null, '0990', null, null, null, null),
    (2, 'o1', 'w0', '2023-11-30', 'm.xlsx', '名簿', 3, 'member', 'k1', '旧一の会', null, null, null, 'a@b', '乙', '7', '2029-03-31');

-- o7 answered then and not now; the place of o0 was withheld.
insert into wave values ('w0', '前回', '99100', '某市', '', '', '2023-11-30', 1);
insert into organization_history values
    ('o7', 'w0', 1, 0, 1, 0), ('o1', 'w0', 0, 1, 0, 0), ('o0', 'w0', 1, 0, 0, 1);
insert into earlier_answer values ('o7', 'w0', 1);
insert into earlier_answer_case values ('o7', 't2'), ('o7', 't1');
insert into organization_theme values ('o7', 't1', 'w0', 'selected', '前回：r');
insert into invitation values
    (1, 'o1', 'w0', '2023-12-01', '参加', 'i.csv', null, 2), (2, 'o4', 'w1', null, '辞退', 'i.xlsx', '記録', 3);
insert into decision values
    (2, 'area', 'city', 'k3', '', '', '2024-12-01', 'review/areas.xlsx'),
    (1, 'link', 'same', 'k0', 'k1', '電話で確認', '2023-12-01', '');
-- Of the member o2 the list says where it works.
insert into record_field values (2, 'service_area_text', '東区', 0);
insert into record_pair values
    (1, 14, null, 1, 0.5, 'review'), (2, 14, 4, null, 0.125, 'apart');
insert into record_pair_weight values
    (1, 0, 'prior', 'none', -4.0), (1, 1, 'name', 'similar', 4.0), (2, 0, 'prior', 'none', -4.0);

-- The answer of o3 and that of o1 hold the same words.
insert into coded_text values
    (1, 8, '1', 'theme', '里親', 'assigned'), (2, 10, '1', 'theme', 'にゃー', 'none:unknown_words'),
    (3, 10, '1', 'theme', '里親', 'assigned');
insert into coded_text_code values
    (1, 0, 't1', 'assigned', 0.95, '里親', 'narrower'), (3, 0, 't1', 'assigned', 0.95, '里親', 'narrower');

-- Who reaches two of the cells, and one of their pairs.
insert into coverage_cell values
    ('A2', 't1', null, 0.25, 1, 2, 0.5, 'thin', 0), ('A1', 't1', 's1', 0.125, 1, 1, 0.25, 'thin', 0),
    ('A1', 't1', null, 0.25, 1, 1, 0.5, 'thin', 0), ('A1', 't2', null, 0.5, 0, 1, 0.5, 'recruitable', 0),
    ('A1', null, 's1', null, 1, 1, 0.5, 'thin', 0);

-- What the need rests on, and the list of invitations; of o4 it isn't known with what chance was reckoned.
insert into need_figure values
    ('A1', 't1', 'given', 12, null, null, '人', '相談', '統計', '2024', 0),
    ('A1', 't2', 'withheld', null, null, null, '人', '相談', '統計', '2024', 0);
insert into shortlist_pick values
    ('w1', 1, 'o3', 0.5, 0.5, 0.625, 0.75), ('w1', 2, 'o4', 0.25, 0.75, 0.875, null);
