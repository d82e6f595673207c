-- A customer edits the sheet, never its state or its guarantees.
select app.protect('companies');
-- A partner creates plain clients of its own, never a company with another universe.
create policy plain_clients on companies as restrictive for insert to {{u_ambassador}}, {{u_operator}} with check (universes = array['client']);
grant select on companies to {{u_all}}, {{identity}}, {{worker}};
grant update (comment, website, phone, ape_code, size, einvoicing_address, email_sales, email_technical, email_order_desk, email_administrative, second_factor_required, version)
  on companies to {{u_customers}};
grant update (name, vat_number, legal_form) on companies to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}};
grant insert (id, ambassador_id, operator_id, universes, name, siren, vat_number, ape_code, size, legal_form, einvoicing_address, comment, website, phone,
  email_sales, email_technical, email_order_desk, email_administrative)
  on companies to {{u_ambassador}}, {{u_operator}};
grant insert, update on companies to {{u_carrier}}, {{worker}};
grant usage on sequence company_number_seq, mandate_number_seq to {{u_all}}, {{worker}};

create function app.keep_identity() returns trigger language plpgsql as $$
-- Its own administrators change the identity of a company, and the carrier; a partner does not.
begin
  -- Asked of customers alone, in a statement of its own: who else writes has no session to read.
  if current_user in ('{{u_client}}', '{{u_end_client}}', '{{u_ambassador}}', '{{u_operator}}') then
    if new.id <> app.company_id() or not exists (select from users u where u.id = app.user_id() and u.is_administrator) then
      raise exception 'changed by an administrator of the company' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
create trigger keep_identity before update of name, vat_number, legal_form on companies for each row
  when (old.name is distinct from new.name or old.vat_number is distinct from new.vat_number or old.legal_form is distinct from new.legal_form)
  execute function app.keep_identity();

select app.keep_for('company_notes', 'carrier', '{{u_carrier}}, {{worker}}');

create trigger stamp_partner before insert on company_proposals for each row execute function app.stamp_partner();
select app.protect('company_proposals');
-- A proposal is about the sheet of the company, which belongs to no site: under a right limited to sites there is none.
create policy sites on company_proposals as restrictive to {{u_client}}, {{u_end_client}} using ((select app.all_sites()));
-- Only the carrier answers a proposal; what a company changed by itself is its own.
create policy own_part on company_proposals as restrictive for insert to {{u_customers}} with check (answer is null
  and (state = 'pending' or state = 'applied' and company_id = app.company_id() and field in ('name', 'vat_number', 'legal_form')));
create policy own_answer on company_proposals as restrictive for update to {{u_customers}} with check (state in ('pending', 'withdrawn') and answer is null);
grant select on company_proposals to {{u_all}}, {{identity}}, {{worker}};
grant insert, update (state, answer, answered_at) on company_proposals to {{u_all}}, {{worker}};
grant update (ambassador_id, operator_id) on company_proposals to {{worker}};

-- An IBAN in clear is its owner's and the carrier's; partners read the masked one.
create trigger stamp_partner before insert on payment_details for each row execute function app.stamp_partner();
select app.protect('payment_details', 'site_id');
grant select, insert, update on payment_details to {{u_client}}, {{u_end_client}}, {{u_carrier}}, {{worker}};
grant select (id, company_id, ambassador_id, operator_id, site_id, holder_name, iban_masked, bic, billing_name, billing_street, billing_complement,
  billing_postcode, billing_city, billing_country, billing_email, mandate_reference, mandate_scheme, mandate_state, mandate_signed_on, created_at, version,
  mandate_made_at)
  on payment_details to {{u_ambassador}}, {{u_operator}};

alter table issuer_settings enable row level security;
create policy carrier on issuer_settings to {{u_carrier}}, {{worker}} using (true);
create policy readers on issuer_settings for select to {{u_customers}}, {{identity}} using (true);
grant select, insert, update on issuer_settings to {{u_carrier}}, {{worker}};
grant select (company_id, legal_name, legal_form, capital_cents, rcs_city, siren, vat_number, creditor_identifier, iban_masked, bic, street, complement, postcode,
  city, country, phone, website, sender_name, sender_email, terms_of_sale_version, terms_of_sale, logo, logo_type, updated_at, version)
  on issuer_settings to {{u_customers}}, {{identity}};
