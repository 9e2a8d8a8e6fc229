-- Every organisation is spoken of by a record.
select organization.organization_id
from organization
left join record using (organization_id)
where record.record_id is null
