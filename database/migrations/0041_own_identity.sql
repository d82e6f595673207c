-- An administrator changes the name, the VAT number and the legal form of the company; the carrier is told and may contest.
alter table company_proposals drop constraint company_proposals_state_check;
alter table company_proposals add constraint company_proposals_state_check
  check (state in ('pending', 'accepted', 'refused', 'withdrawn', 'applied', 'contested'));
alter table company_proposals alter column new_value drop not null;
alter table company_proposals add constraint company_proposals_value
  check (new_value is not null or (state in ('applied', 'contested') and field in ('vat_number', 'legal_form')));
comment on table company_proposals is 'A change of a company''s identity: proposed to the carrier, or made by an administrator of the company (applied).';
