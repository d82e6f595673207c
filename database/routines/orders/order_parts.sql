-- What stands under an order.

do $$
declare t text;
begin
  foreach t in array array['order_items', 'order_steps', 'order_comments', 'order_amendments'] loop
    execute format('create trigger stamp before insert on %I for each row execute function app.stamp(%L)', t,
      'select company_id, ambassador_id, operator_id, site_ids from orders where id = ($1).order_id');
    execute format('select app.protect_sites(%L)', t);
    execute format('grant select on %I to {{u_all}}, {{worker}}', t);
    execute format('grant insert on %I to {{u_carrier}}, {{worker}}', t);
  end loop;
end $$;

-- Items and steps come with their order: a running one is amended and planned by the carrier. Those of a termination that waited come when it is
-- validated, computed that day.
create policy with_order on order_items as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (exists (select from orders o where o.id = order_items.order_id
    and (o.placed_at = (select app.now()) or (o.kind = 'termination' and o.submitted_at = (select app.now())))));
create policy with_order on order_steps as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (state = 'to_do' and exists (select from orders o where o.id = order_steps.order_id and o.submitted_at = (select app.now())));
grant insert on order_items, order_steps, order_comments to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant update on order_items, order_steps, order_comments to {{u_carrier}}, {{worker}};
-- An amended order gets its items anew.
grant delete on order_items, order_steps to {{u_carrier}}, {{worker}};

-- A comment says whose side speaks.
create policy own_side on order_comments as restrictive for insert to {{u_customers}}
  with check (author_universe = case current_user
    when '{{u_operator}}' then 'operator' when '{{u_ambassador}}' then 'ambassador' else 'client' end);
grant insert on order_comments to {{u_end_client}};

alter table order_notes enable row level security;
create policy staff on order_notes to {{u_carrier}}, {{worker}} using (true);
grant select, insert on order_notes to {{u_carrier}}, {{worker}};

create trigger stamp before insert on order_item_amounts for each row execute function app.stamp(
  'select o.id as order_id, o.company_id, o.ambassador_id, o.payer_id from order_items i join orders o on o.id = i.order_id where i.id = ($1).order_item_id');
select app.protect_amounts('order_item_amounts');
grant insert on order_item_amounts to {{u_client}}, {{u_ambassador}}, {{u_operator}};
grant delete on order_item_amounts to {{u_carrier}}, {{worker}};

create trigger stamp before insert on order_amendment_amounts for each row execute function app.stamp(
  'select o.id as order_id, o.company_id, o.ambassador_id, o.payer_id from order_amendments a join orders o on o.id = a.order_id where a.id = ($1).amendment_id');
select app.protect_amounts('order_amendment_amounts');

create trigger stamp before insert on commerce_documents for each row execute function app.stamp(
  'select company_id, ambassador_id, operator_id, payer_id, site_ids from subscriptions where id = ($1).subscription_id');
select app.protect_sites('commerce_documents');
create policy amounts on commerce_documents as restrictive to {{u_end_client}} using (not shows_amounts);
create policy shared on commerce_documents as restrictive to {{u_customers}} using (not internal);
-- A paper with amounts is for who paid then: the partner that comes, and the client that now pays itself, do not read what another paid.
create policy paid on commerce_documents as restrictive to {{u_client}}, {{u_operator}} using (not shows_amounts or payer_id = (select app.company_id()));
create policy paid_by_client on commerce_documents as restrictive to {{u_ambassador}} using (not shows_amounts or payer_id = company_id);
grant select on commerce_documents to {{u_all}}, {{worker}};
grant insert, update on commerce_documents to {{u_carrier}}, {{worker}};
