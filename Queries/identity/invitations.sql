-- Grain: row of a ledger of invitations, of this wave and of earlier ones.
-- Inputs: invitation.
select organization_id, wave_id, invited_on, outcome, source_file, source_sheet, source_row
from invitation
order by invitation_id
