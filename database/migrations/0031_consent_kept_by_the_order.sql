-- A small company consents to more than 24 months where it accepts: when it orders, or when it validates what somebody ordered for it, by when it may
-- have become small. The order keeps that consent; its delivery writes it on the contract.
alter table orders add column long_commitment_waiver boolean not null default false;

-- Running creations: as their contract says. Running changes: without it they were neither placed nor validated.
update orders o set long_commitment_waiver = true from subscriptions s, companies c
where s.id = o.subscription_id and c.id = o.company_id and o.state in ('submitted', 'in_delivery') and o.commitment_months > 24
  and case o.kind when 'creation' then s.long_commitment_waiver else c.size in ('micro', 'small', 'nonprofit') end;

grant update (long_commitment_waiver) on orders to {{u_client}}, {{u_operator}};
-- Nobody consents to what still waits for somebody else.
create policy consents_with_order on orders as restrictive for insert to {{u_client}}, {{u_ambassador}}, {{u_operator}}
  with check (not long_commitment_waiver or state = 'submitted');
create function app.keep_consent() returns trigger language plpgsql as $$
begin
  if current_user in ('{{u_client}}', '{{u_ambassador}}', '{{u_operator}}')
    and not (new.long_commitment_waiver and old.state = 'awaiting_client' and new.state = 'submitted') then
    raise exception 'consent is given with the validation' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_consent before update of long_commitment_waiver on orders for each row
  when (old.long_commitment_waiver is distinct from new.long_commitment_waiver) execute function app.keep_consent();
