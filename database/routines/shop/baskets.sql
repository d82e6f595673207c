-- A partner's own purchases stay in its client universe: its partner columns stay empty.
do $$
declare t text;
begin
  foreach t in array array['baskets', 'basket_lines', 'purchase_requests'] loop
    execute format('create trigger stamp before insert on %I for each row execute function app.stamp(%L)', t,
      'select nullif(c.ambassador_id, c.id) as ambassador_id, nullif(c.operator_id, c.id) as operator_id from companies c where c.id = ($1).company_id');
    execute format('select app.protect(%L)', t);
  end loop;
end $$;

-- A basket is its author's alone. An operator reads what its client asks; the basket stays its author's to write.
create policy own_basket on baskets as restrictive to {{u_all}}
  using (user_id = (select app.user_id()) or (state = 'requested' and current_setting('role') = '{{u_operator}}'));
create policy own_basket on basket_lines as restrictive to {{u_all}} using (exists (select from baskets b where b.id = basket_lines.basket_id));
do $$
declare
  verb text;
  part text;
begin
  foreach verb in array array['insert', 'update', 'delete'] loop
    part := case verb when 'insert' then 'with check' else 'using' end;
    execute format('create policy author_%s on baskets as restrictive for %s to {{u_all}} %s (user_id = (select app.user_id()))', verb, verb, part);
    execute format('create policy author_%s on basket_lines as restrictive for %s to {{u_all}} %s '
      '(exists (select from baskets b where b.id = basket_lines.basket_id and b.user_id = (select app.user_id())))', verb, verb, part);
  end loop;
end $$;
grant select, insert, delete on baskets, basket_lines to {{u_all}};
grant update (state, updated_at, version) on baskets to {{u_all}};
grant update (position, offer_version_id, site_ids, values, commitment_months, wished_on, onsite_contact_id, seen, version) on basket_lines to {{u_all}};
grant select, insert, update, delete on baskets, basket_lines to {{worker}};

-- Asked by an operator's client, answered by the operator.
create policy own_basket on purchase_requests as restrictive for insert to {{u_end_client}}
  with check (exists (select from baskets b where b.id = purchase_requests.basket_id and b.user_id = (select app.user_id())));
grant select on purchase_requests to {{u_all}};
grant insert (id, basket_id, company_id, message, requested_at, requested_by_name) on purchase_requests to {{u_end_client}};
grant update (state, answer, answered_at, version) on purchase_requests to {{u_operator}};
grant select, insert, update on purchase_requests to {{worker}};

alter table sale_terms_versions enable row level security;
create policy staff on sale_terms_versions to {{u_carrier}}, {{worker}}, {{identity}} using (true);
create policy readers on sale_terms_versions for select to {{u_customers}} using (true);
grant select, insert, update, delete on sale_terms_versions to {{u_carrier}}, {{worker}};
grant select on sale_terms_versions to {{u_customers}};

create function app.ordering_block(p_company uuid) returns text language sql stable security definer set search_path = pg_catalog, public as $$
-- Why a company that the caller sees may not order: itself or who pays is blocked. Its operator's state is not told to the client itself.
  select case
    when c.state <> 'active' then 'company_inactive'
    when c.financial_state = 'blocked' then 'company_blocked'
    when (o.financial_state = 'blocked' or o.state <> 'active') and current_setting('role') <> '{{u_end_client}}' then 'payer_blocked'
  end
  from companies c left join companies o on o.id = nullif(c.operator_id, c.id)
  where c.id = p_company
    and (current_setting('role') = '{{u_carrier}}' or session_user = '{{worker}}'
      or nullif(current_setting('app.company_id', true), '')::uuid in (c.id, c.ambassador_id, c.operator_id))
$$;
grant execute on function app.ordering_block to {{u_all}}, {{worker}};
