grant select on allowed_moves to {{u_all}}, {{identity}}, {{worker}};

create function app.keep_to_lifecycle() returns trigger language plpgsql as $$
-- Whoever moves a row moves it as its lifecycle says: customers' roles, or the carrier's and the worker's. The owner mends.
declare
  side text := case
    when current_user in ('{{u_client}}', '{{u_end_client}}', '{{u_ambassador}}', '{{u_operator}}') then 'customer'
    when current_user in ('{{u_carrier}}', '{{worker}}') then 'carrier'
  end;
  its_kind text := '';
begin
  if tg_table_name = 'orders' then its_kind := new.kind; end if;
  if side is not null and not exists (
    select from allowed_moves m
    where m.table_name = tg_table_name and m.actor = side and m.from_state = old.state and m.to_state = new.state and m.kind = its_kind)
  then
    raise exception 'not a move of the %', side using errcode = '42501', detail = format('%s: %s to %s', tg_table_name, old.state, new.state);
  end if;
  return new;
end $$;
