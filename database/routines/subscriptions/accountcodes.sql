-- An accountcode stands on one site of its contract. It is the partner's: its client does not read it.
create trigger stamp before insert on accountcodes for each row execute function app.stamp(
  'select company_id, ambassador_id, operator_id from subscriptions where id = ($1).subscription_id');
select app.protect('accountcodes', 'site_id');
grant select on accountcodes to {{u_ambassador}}, {{u_operator}}, {{u_carrier}}, {{worker}};
grant update (label, partner_code, version) on accountcodes to {{u_ambassador}}, {{u_operator}};
grant insert, update on accountcodes to {{u_carrier}}, {{worker}};
grant usage on sequence accountcode_number_seq to {{u_all}};
grant usage, select, update on sequence accountcode_number_seq to {{worker}};

create function app.write_accountcode_keys() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  new.label_key := app.fold(new.label);
  new.partner_code_key := app.fold(new.partner_code);
  return new;
end $$;
create trigger write_keys before insert or update of label, partner_code on accountcodes for each row execute function app.write_accountcode_keys();
