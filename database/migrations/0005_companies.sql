-- Payment coordinates: one set for the company and one per site; a mandate knows when it was made.
alter table payment_details add column mandate_made_at timestamptz;
update payment_details set mandate_made_at = created_at;
create unique index on payment_details (company_id, site_id) nulls not distinct;
grant select (mandate_made_at) on payment_details to {{u_ambassador}}, {{u_operator}};

-- A person with access is shown and limited like their contact: the login follows, whoever changes the contact.
create function app.follow_contact() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update users set display_name = btrim(concat_ws(' ', new.first_name, new.last_name)), site_id = new.site_id where contact_id = new.id;
  return null;
end $$;
create trigger follow_contact after update of first_name, last_name, site_id on contacts for each row
  when ((old.first_name, old.last_name, old.site_id) is distinct from (new.first_name, new.last_name, new.site_id))
  execute function app.follow_contact();
