-- Grain: weight of a pair of records of two organisations (of one, where :a and :b are the same), the most probable first.
-- Inputs: record, record_field, wave, earlier_record, record_pair, record_pair_weight.
with side as (
    select
        record.record_id,
        null as earlier_record_id,
        record.organization_id,
        record.wave_id,
        record.source_file,
        record.source_sheet,
        record.source_row,
        record_field.value as name
    from record
    join record_field on record_field.record_id = record.record_id and record_field.field = 'name'
    union all
    select null, earlier_record_id, organization_id, wave_id, source_file, source_sheet, source_row, name
    from earlier_record
)
select
    record_pair.record_pair_id,
    record_pair.probability,
    record_pair.outcome,
    one.organization_id as organization_a,
    one.wave_id as wave_a,
    one.source_file as file_a,
    one.source_sheet as sheet_a,
    one.source_row as row_a,
    one.name as name_a,
    one.earlier_record_id is not null as is_earlier_a,
    other.organization_id as organization_b,
    other.wave_id as wave_b,
    other.source_file as file_b,
    other.source_sheet as sheet_b,
    other.source_row as row_b,
    other.name as name_b,
    other.earlier_record_id is not null as is_earlier_b,
    record_pair_weight.comparison,
    record_pair_weight.agreement,
    record_pair_weight.bits
from record_pair
join record_pair_weight using (record_pair_id)
join side as one on one.record_id = record_pair.record_id
join side as other
    on other.record_id = record_pair.other_record_id
    or other.earlier_record_id = record_pair.other_earlier_record_id
where (one.organization_id = :a and other.organization_id = :b)
    or (one.organization_id = :b and other.organization_id = :a)
order by record_pair.probability desc, record_pair.record_pair_id, record_pair_weight.position
