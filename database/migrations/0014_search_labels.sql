-- The carrier looks among everybody: a name typed from its beginning is found by its label, without intersecting frequent words.

alter table search_entries add column label_fold text collate "C" not null default '';
update search_entries set label_fold = app.fold(label);
create index on search_entries (label_fold);

create or replace function app.put_search_entry(
  p_id uuid, p_kind text, p_company uuid, p_site uuid, p_reference text, p_label text, p_sublabel text, p_text text, p_references text[], p_phones text[])
returns void language plpgsql security definer set search_path = pg_catalog, public, app as $$
declare
  c record;
  w text[] := app.words_of(p_text, p_references, p_phones);
begin
  select ambassador_id, operator_id, reference into c from companies where id = p_company;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    values (p_id, p_kind, p_company, c.ambassador_id, c.operator_id, p_site, p_reference, c.reference, p_label, p_sublabel, w, app.fold(p_label))
    on conflict (id) do update set ambassador_id = excluded.ambassador_id, operator_id = excluded.operator_id, site_id = excluded.site_id,
      label = excluded.label, sublabel = excluded.sublabel, words = excluded.words, label_fold = excluded.label_fold;
  delete from search_words where entry_id = p_id;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(w), p_id, p_company, c.ambassador_id, c.operator_id;
end $$;

create or replace function app.rebuild_search() returns void language plpgsql security definer set search_path = pg_catalog, public, app as $$
begin
  truncate search_words, search_entries;
  alter table search_words drop constraint search_words_pkey, drop constraint search_words_entry_id_fkey;
  drop index search_words_lead, search_words_company, search_words_ambassador, search_words_operator;
  insert into search_entries (id, kind, company_id, ambassador_id, operator_id, site_id, reference, company_reference, label, sublabel, words, label_fold)
    select c.id, 'company', c.id, c.ambassador_id, c.operator_id, null, c.reference, c.reference, c.name, c.siren,
      app.words_of(concat_ws(' ', c.name, c.siren, c.vat_number), array[c.reference], array[c.phone]), app.fold(c.name) from companies c
    union all
    select s.id, 'site', s.company_id, s.ambassador_id, s.operator_id, s.id, s.id::text, c.reference, s.name, concat_ws(' ', s.postcode, s.city),
      app.words_of(concat_ws(' ', s.name, s.street, s.city, s.postcode, s.siret), '{}', array[s.phone]), app.fold(s.name) from sites s join companies c on c.id = s.company_id
    union all
    select k.id, 'contact', k.company_id, k.ambassador_id, k.operator_id, k.site_id, k.id::text, c.reference, btrim(k.first_name || ' ' || k.last_name), k.email,
      app.words_of(concat_ws(' ', k.first_name, k.last_name, split_part(k.email, '@', 1)), '{}', array[k.phone, k.mobile]), app.fold(btrim(k.first_name || ' ' || k.last_name))
      from contacts k join companies c on c.id = k.company_id where k.archived_at is null
    union all
    select u.id, 'user', u.company_id, u.ambassador_id, u.operator_id, u.site_id, u.login, c.reference, u.display_name, u.login,
      app.words_of('', array[u.login], '{}'), app.fold(u.display_name) from users u join companies c on c.id = u.company_id;
  insert into search_words (word, entry_id, company_id, ambassador_id, operator_id)
    select unnest(words), id, company_id, ambassador_id, operator_id from search_entries;
  alter table search_words add primary key (entry_id, word), add foreign key (entry_id) references search_entries on delete cascade;
  perform app.index_search_words();
end $$;

create or replace function app.search(p_text text, p_kinds text[], p_limit integer)
returns table (kind text, reference text, company_reference text, label text, sublabel text)
language plpgsql stable security definer set search_path = pg_catalog, public, app as $$
declare
  tenant uuid := app.company_id();
  taken text := current_setting('role');
  -- An e-mail address is found by what stands before the @.
  folded text := app.fold(split_part(p_text, '@', 1));
  terms text[];
  term text;
  lead text;
  few constant integer := 400;
  many constant integer := 10000;
  matches integer;
  fewest integer;
  others text := '';
  tenant_column text := case taken
    when '{{u_client}}' then 'company_id' when '{{u_end_client}}' then 'company_id'
    when '{{u_ambassador}}' then 'ambassador_id' when '{{u_operator}}' then 'operator_id' when '{{u_carrier}}' then null else 'none' end;
  of_tenant text := case when tenant_column is null then '' else format('and w.%I = $2', tenant_column) end;
begin
  if tenant_column = 'none' then raise exception 'no universe' using errcode = 'MY403'; end if;
  -- A number typed in groups is one word, and so is a reference.
  if folded ~ '^[0-9 ]+$' then folded := replace(folded, ' ', ''); end if;
  if folded ~ '^(oip|e|oc|com) [0-9]+$' then folded := replace(folded, ' ', ''); end if;
  terms := array(select distinct case when t ~ '^(oip|e|oc|com)0*[0-9]+$' then regexp_replace(t, '^([a-z]+)0*([0-9]+)$', '\1\2') else t end
    from unnest(string_to_array(folded, ' ')) t where t <> '' and not app.is_noise(t) limit 6);
  if cardinality(terms) = 0 then return; end if;
  lead := terms[1];
  -- The staff look among everybody: several words that begin names are that name, found without intersecting frequent words.
  if tenant_column is null and cardinality(terms) > 1 then
    return query
      select e.kind, e.reference, e.company_reference, e.label, e.sublabel from (
        select s.* from search_entries s where s.label_fold ^@ folded and s.kind = any (p_kinds) order by s.label_fold limit 100
      ) e
      order by e.label_fold, array_position(array['company', 'user', 'contact', 'site'], e.kind), e.id limit p_limit;
    if found then return; end if;
  end if;
  if cardinality(terms) > 1 then
    foreach term in array terms loop
      execute format('select count(*) from (select from search_words w where w.word ^@ $1 %s limit $3) counted', of_tenant)
        into matches using term, tenant, few + 1;
      if fewest is null or matches < fewest then
        fewest := matches;
        lead := term;
      end if;
    end loop;
    if fewest = 0 then return; end if;
    -- Each of them is frequent: entries that have all of them, from the index alone.
    if fewest > few then
      foreach term in array terms loop
        if term <> lead then
          others := others || format(' and w.entry_id in (select w.entry_id from search_words w where w.word ^@ %L %s limit %s)', term, of_tenant, many);
        end if;
      end loop;
    end if;
  end if;
  return query execute format($q$
    with led as materialized (
      select entry_id, bool_or(exact) as exact from (
        select w.entry_id, (w.word = $1) as exact from search_words w where w.word ^@ $1 %s %s limit $8
      ) first_words group by entry_id
    ), found as (
      select e.kind, e.reference, e.company_reference, e.label, e.sublabel, e.id, l.exact from led l join search_entries e on e.id = l.entry_id
      where e.kind = any ($3)
        and ($4 or e.site_id = any ($5))
        and not exists (select from unnest($6::text[]) t where not exists (select from unnest(e.words) ew where ew ^@ t))
      limit 400
    )
    select f.kind, f.reference, f.company_reference, f.label, f.sublabel from found f
    order by f.exact desc, array_position(array['company', 'user', 'contact', 'site'], f.kind), f.label, f.id limit $7
  $q$, of_tenant, others)
  using lead, tenant, p_kinds, app.all_sites() or taken in ('{{u_ambassador}}', '{{u_operator}}', '{{u_carrier}}'), app.site_ids(), terms, p_limit, few;
end $$;
