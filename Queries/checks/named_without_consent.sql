-- An organisation that may be named in public said so last.
select organization.organization_id
from organization
left join organization_consent
    on organization_consent.organization_id = organization.organization_id
    and organization_consent.subject = 'name'
where organization.may_be_named_in_public <> coalesce(organization_consent.is_given, 0)
