-- Header search: a word table kept by triggers, read by a function that carries the tenant predicate itself (row security would forbid the index).

create table search_entries (
  id uuid primary key,
  kind text not null check (kind in ('company', 'site', 'contact', 'user')),
  company_id uuid not null references companies,
  ambassador_id uuid references companies,
  operator_id uuid references companies,
  site_id uuid references sites,
  reference text not null,
  company_reference text not null,
  label text not null,
  sublabel text,
  words text[] not null
);
create index on search_entries (company_id);
create index on search_entries (ambassador_id);
create index on search_entries (operator_id);
create index on search_entries (site_id);

-- One row per word: a prefix is a range of an index led by the tenant, so the first matches come without reading the others.
create table search_words (
  word text collate "C" not null,
  entry_id uuid not null references search_entries on delete cascade,
  company_id uuid not null,
  ambassador_id uuid,
  operator_id uuid,
  primary key (entry_id, word)
);
create function app.index_search_words() returns void language sql as $$
  create index search_words_lead on public.search_words (word, entry_id);
  create index search_words_company on public.search_words (company_id, word);
  create index search_words_ambassador on public.search_words (ambassador_id, word) where ambassador_id is not null;
  create index search_words_operator on public.search_words (operator_id, word) where operator_id is not null;
$$;
revoke all on function app.index_search_words() from public;
select app.index_search_words();

alter table search_entries enable row level security;
alter table search_words enable row level security;
create policy worker on search_entries to {{worker}} using (true);
create policy worker on search_words to {{worker}} using (true);

-- Lower case, no accents, punctuation as spaces.
create function app.fold(p text) returns text language sql stable parallel safe set search_path = pg_catalog, public as $$
  select btrim(regexp_replace(lower(public.unaccent(coalesce(p, ''))), '[^a-z0-9]+', ' ', 'g'))
$$;

-- Words too common in names and addresses to find anything by.
create function app.is_noise(p text) returns boolean language sql immutable parallel safe as $$
  select length(p) < 2 or p in ('de', 'du', 'des', 'la', 'le', 'les', 'et', 'rue', 'avenue', 'boulevard', 'place', 'chemin', 'allee', 'quai', 'impasse', 'cours')
$$;

-- The words under which a text is found: its words, references without padding (OIP-00000002 → oip2), French numbers in national form.
create function app.words_of(p_text text, p_references text[], p_phones text[]) returns text[] language sql stable set search_path = pg_catalog, public, app as $$
  select coalesce(array_agg(distinct w), '{}') from (
    select unnest(string_to_array(app.fold(p_text), ' ')) as w
    union all
    select regexp_replace(replace(app.fold(r), ' ', ''), '^([a-z]*)0*([0-9]+)$', '\1\2') from unnest(p_references) r where r is not null
    union all
    select regexp_replace(regexp_replace(p, '^\+33', '0'), '[^0-9]', '', 'g') from unnest(p_phones) p where p is not null
  ) all_words where w <> '' and not app.is_noise(w)
$$;

create function app.put_search_entry(
  p_id uuid, p_kind text, p_company uuid, p_site uuid, p_reference text, p_label text, p_sublabel text, p_text text, p_references text[], p_phones text[])
returns void language plpgsql security definer set search_path = pg_catalog, public, app as $$
declare
  c record;
  w text[] := app.words_of(p_text, p_references, p_phones);
begin
  select ambassador_id, operator_id, reference into c from companies where id = p_company;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words)
    values (p_id, p_kind, p_company, c.ambassador_id, c.operator_id, p_site, p_reference, c.reference, p_label, p_sublabel, w)
    on conflict (id) do update set ambassador_id = excluded.ambassador_id, operator_id = excluded.operator_id, site_id = excluded.site_id,
      label = excluded.label, sublabel = excluded.sublabel, words = excluded.words;
  delete from search_words where entry_id = p_id;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(w), p_id, p_company, c.ambassador_id, c.operator_id;
end $$;
revoke all on function app.put_search_entry(uuid, text, uuid, uuid, text, text, text, text, text[], text[]) from public;

create function app.index_company() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.put_search_entry(new.id, 'company', new.id, null, new.reference, new.name, new.siren, concat_ws(' ', new.name, new.siren, new.vat_number),
    array[new.reference], array[new.phone]);
  return null;
end $$;
create trigger index_for_search after insert or update of name, siren, vat_number, phone, ambassador_id, operator_id on companies
  for each row execute function app.index_company();

create function app.index_site() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.put_search_entry(new.id, 'site', new.company_id, new.id, new.id::text, new.name, concat_ws(' ', new.postcode, new.city),
    concat_ws(' ', new.name, new.street, new.city, new.postcode, new.siret), '{}', array[new.phone]);
  return null;
end $$;
create trigger index_for_search after insert or update of name, street, city, postcode, siret, phone, ambassador_id, operator_id on sites
  for each row execute function app.index_site();

create function app.index_contact() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  if new.archived_at is not null then
    delete from search_entries where id = new.id;
  else
    perform app.put_search_entry(new.id, 'contact', new.company_id, new.site_id, new.id::text, btrim(new.first_name || ' ' || new.last_name), new.email,
      concat_ws(' ', new.first_name, new.last_name, split_part(new.email, '@', 1)), '{}', array[new.phone, new.mobile]);
  end if;
  return null;
end $$;
create trigger index_for_search after insert or update of first_name, last_name, email, phone, mobile, site_id, archived_at, ambassador_id, operator_id on contacts
  for each row execute function app.index_contact();

create function app.index_user() returns trigger language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  perform app.put_search_entry(new.id, 'user', new.company_id, new.site_id, new.login, new.display_name, new.login, '', array[new.login], '{}');
  return null;
end $$;
create trigger index_for_search after insert or update of display_name, site_id, ambassador_id, operator_id on users
  for each row execute function app.index_user();

-- Rebuilds everything in one go, after rows were loaded with the triggers off.
create function app.rebuild_search() returns void language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  truncate search_words, search_entries;
  alter table search_words drop constraint search_words_pkey, drop constraint search_words_entry_id_fkey;
  drop index search_words_lead, search_words_company, search_words_ambassador, search_words_operator;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words)
    select c.id, 'company', c.id, c.ambassador_id, c.operator_id, null, c.reference, c.reference, c.name, c.siren,
      app.words_of(concat_ws(' ', c.name, c.siren, c.vat_number), array[c.reference], array[c.phone]) from companies c
    union all
    select s.id, 'site', s.company_id, s.ambassador_id, s.operator_id, s.id, s.id::text, c.reference, s.name, concat_ws(' ', s.postcode, s.city),
      app.words_of(concat_ws(' ', s.name, s.street, s.city, s.postcode, s.siret), '{}', array[s.phone]) from sites s join companies c on c.id = s.company_id
    union all
    select k.id, 'contact', k.company_id, k.ambassador_id, k.operator_id, k.site_id, k.id::text, c.reference, btrim(k.first_name || ' ' || k.last_name), k.email,
      app.words_of(concat_ws(' ', k.first_name, k.last_name, split_part(k.email, '@', 1)), '{}', array[k.phone, k.mobile])
      from contacts k join companies c on c.id = k.company_id where k.archived_at is null
    union all
    select u.id, 'user', u.company_id, u.ambassador_id, u.operator_id, u.site_id, u.login, c.reference, u.display_name, u.login,
      app.words_of('', array[u.login], '{}') from users u join companies c on c.id = u.company_id;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(words), id, company_id, ambassador_id, operator_id from search_entries;
  alter table search_words add primary key (entry_id, word), add foreign key (entry_id) references search_entries on delete cascade;
  perform app.index_search_words();
end $$;
revoke all on function app.rebuild_search() from public;
grant execute on function app.rebuild_search() to {{worker}};

-- What the caller finds, best first. The tenant is the role's, which no statement of the caller can widen.
create function app.search(p_text text, p_kinds text[], p_limit integer)
returns table (kind text, reference text, company_reference text, label text, sublabel text)
language plpgsql stable security definer set search_path = pg_catalog, public, app as $$
declare
  tenant uuid := app.company_id();
  taken text := current_setting('role');
  -- An e-mail address is found by what stands before the @.
  folded text := app.fold(split_part(p_text, '@', 1));
  terms text[];
  lead text;
  tenant_column text := case taken
    when '{{u_client}}' then 'company_id' when '{{u_end_client}}' then 'company_id'
    when '{{u_ambassador}}' then 'ambassador_id' when '{{u_operator}}' then 'operator_id' when '{{u_carrier}}' then null else 'none' end;
begin
  if tenant_column = 'none' then raise exception 'no universe' using errcode = 'MY403'; end if;
  -- A number typed in groups is one word, and so is a reference.
  if folded ~ '^[0-9 ]+$' then folded := replace(folded, ' ', ''); end if;
  if folded ~ '^(oip|e|oc|com) [0-9]+$' then folded := replace(folded, ' ', ''); end if;
  terms := array(select case when t ~ '^(oip|e|oc|com)0*[0-9]+$' then regexp_replace(t, '^([a-z]+)0*([0-9]+)$', '\1\2') else t end
    from unnest(string_to_array(folded, ' ')) t where t <> '' and not app.is_noise(t) limit 6);
  if cardinality(terms) = 0 then return; end if;
  -- The longest term leads: it is the most selective; the others are looked for among what it finds.
  select t into lead from unnest(terms) t order by length(t) desc limit 1;
  return query execute format($q$
    with led as materialized (
      select w.entry_id, (w.word = $1) as exact from search_words w
      where w.word ^@ $1 %s limit 2000
    ), found as (
      select e.*, bool_or(l.exact) as exact from led l join search_entries e on e.id = l.entry_id
      where e.kind = any ($3)
        and ($4 or e.site_id = any ($5))
        and not exists (select from unnest($6::text[]) t where not exists (select from unnest(e.words) ew where ew ^@ t))
      group by e.id limit 400
    )
    select f.kind, f.reference, f.company_reference, f.label, f.sublabel from found f
    order by f.exact desc, array_position(array['company', 'user', 'contact', 'site'], f.kind), f.label, f.id limit $7
  $q$, case when tenant_column is null then '' else format('and w.%I = $2', tenant_column) end)
  using lead, tenant, p_kinds, app.all_sites() or taken in ('{{u_ambassador}}', '{{u_operator}}', '{{u_carrier}}'), app.site_ids(), terms, p_limit;
end $$;
revoke all on function app.search(text, text[], integer) from public;
grant execute on function app.search(text, text[], integer) to {{u_client}}, {{u_end_client}}, {{u_ambassador}}, {{u_operator}}, {{u_carrier}};
