create function app.search_tenant() returns text language plpgsql stable set search_path = pg_catalog, public as $$
-- The column of the words that keeps the caller within its own; null for the staff, who look among everybody. It is the role's, which no statement
-- of the caller can widen.
declare
  tenant_column text := case current_setting('role')
    when '{{u_client}}' then 'company_id' when '{{u_end_client}}' then 'company_id'
    when '{{u_ambassador}}' then 'ambassador_id' when '{{u_operator}}' then 'operator_id' when '{{u_carrier}}' then null else 'none' end;
begin
  if tenant_column = 'none' then raise exception 'no universe' using errcode = 'MY403'; end if;
  return tenant_column;
end $$;

create function app.search_text(p_text text) returns text language sql stable set search_path = pg_catalog, public, app as $$
-- As texts are compared. An e-mail address is found by what stands before the @; a number typed in groups is one word, and so is a reference.
  select case when folded ~ '^[0-9 ]+$' or folded ~ '^(oip|e|oc|com) [0-9]+$' then replace(folded, ' ', '') else folded end
  from app.fold(split_part(p_text, '@', 1)) folded
$$;

create function app.search_exactly(p_text text, p_kinds text[], p_limit integer)
returns table (id uuid, kind text, reference text, company_reference text, label text, sublabel text)
language plpgsql stable set search_path = pg_catalog, public, app as $$
-- What the caller finds by beginnings of words, best first. The rarest word leads, and words that are all frequent are intersected in the index, so that
-- no query reads thousands of entries.
declare
  tenant uuid := app.company_id();
  tenant_column text := app.search_tenant();
  folded text := app.search_text(p_text);
  terms text[];
  term text;
  lead text;
  few constant integer := 400;
  many constant integer := 10000;
  matches integer;
  fewest integer;
  others text := '';
  of_tenant text := case when tenant_column is null then '' else format('and w.%I = $2', tenant_column) end;
begin
  terms := array(select distinct case when t ~ '^(oip|e|oc|com)0*[0-9]+$' then regexp_replace(t, '^([a-z]+)0*([0-9]+)$', '\1\2') else t end
    from unnest(string_to_array(folded, ' ')) t where t <> '' and not app.is_noise(t) limit 6);
  if cardinality(terms) = 0 then return; end if;
  lead := terms[1];
  -- The staff look among everybody: several words that begin names are that name, found without intersecting frequent words.
  if tenant_column is null and cardinality(terms) > 1 then
    return query
      select e.id, e.kind, e.reference, e.company_reference, e.label, e.sublabel from (
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
    select f.id, f.kind, f.reference, f.company_reference, f.label, f.sublabel from found f
    order by f.exact desc, array_position(array['company', 'user', 'contact', 'site'], f.kind), f.label, f.id limit $7
  $q$, of_tenant, others)
  using lead, tenant, p_kinds, app.all_sites() or tenant_column is distinct from 'company_id', app.site_ids(), terms, p_limit, few;
end $$;

create function app.spellings(p_word text) returns setof text language sql immutable parallel safe set search_path = pg_catalog as $$
-- What a word may have been meant to be: two letters swapped, one forgotten, wrong or too many.
  with letters (letter) as (select regexp_split_to_table('abcdefghijklmnopqrstuvwxyz', '')), places (at) as (select generate_series(0, length(p_word)))
  select left(p_word, at) || letter || substr(p_word, at + 1) from places, letters
  union select left(p_word, at) || letter || substr(p_word, at + 2) from places, letters where at < length(p_word)
  union select left(p_word, at) || substr(p_word, at + 2) from places where at < length(p_word)
  union select left(p_word, at) || substr(p_word, at + 2, 1) || substr(p_word, at + 1, 1) || substr(p_word, at + 3) from places where at < length(p_word) - 1
  except select p_word
$$;

create function app.respellings(p_text text) returns text[] language plpgsql stable security definer set search_path = pg_catalog, public, app as $$
-- The text with a typing error less in each of its words, as words of the caller's own index are spelled; nearest first. Each spelling is a look at the
-- beginning of a range: it costs the same whatever the number of rows. References and numbers are left alone: one digit off is another one.
declare
  tenant_column text := app.search_tenant();
  tenant uuid := app.company_id();
  probe constant text := format(
    'select first.word from search_words first where %s first.word >= $2 and first.word < $2 || %L order by first.word limit 1',
    case when tenant_column is null then '' else format('first.%I = $1 and', tenant_column) end, U&'\+10FFFF');
  spelled constant text := format(
    'select array(select s from app.spellings($2) s, lateral (%s) met order by met.word = s desc, length(s) desc, s limit 6)', replace(probe, '$2', 's'));
  shortest constant integer := 4;
  most constant integer := 8;
  terms text[] := array(select t from unnest(string_to_array(app.search_text(p_text), ' ')) t where t <> '' limit 6);
  known boolean[] := '{}';
  found boolean;
  near text[];
  texts text[] := array[''];
  single text[] := '{}';
begin
  for at in 1 .. cardinality(terms) loop
    execute format('select exists (%s)', probe) into found using tenant, terms[at];
    known := known || (found or app.is_noise(terms[at]));
  end loop;
  for at in 1 .. cardinality(terms) loop
    near := '{}';
    -- A word that nothing begins with is misspelled; when there is none, any one of them may be.
    if (not known[at] or true = all (known)) and length(regexp_replace(terms[at], '[^a-z]', '', 'g')) >= shortest then
      execute spelled into near using tenant, terms[at];
    end if;
    if not known[at] and cardinality(near) = 0 then return '{}'; end if;
    if known[at] then
      single := single || array(select array_to_string(terms[:at - 1] || n || terms[at + 1:], ' ') from unnest(near) n);
      near := terms[at:at];
    end if;
    texts := array(
      select btrim(t || ' ' || n) from unnest(texts) with ordinality of_text (t, i), unnest(near) with ordinality of_word (n, j) order by i + j limit most);
  end loop;
  return case when true = all (known) then single[:most] else texts end;
end $$;
grant execute on function app.respellings to {{u_all}};

create function app.search(p_text text, p_meant text, p_kinds text[], p_limit integer)
returns table (kind text, reference text, company_reference text, label text, sublabel text)
language sql stable security definer set search_path = pg_catalog, public, app as $$
-- What the caller finds, best first: by what was typed, then by the reference or number that it may have been meant to be. It carries the tenant
-- predicate itself.
  with typed as materialized (select * from app.search_exactly(p_text, p_kinds, p_limit) with ordinality),
    meant as (select * from app.search_exactly(p_meant, p_kinds, p_limit) with ordinality where id not in (select id from typed))
  select kind, reference, company_reference, label, sublabel from (select 1 as turn, * from typed union all select 2, * from meant) hits
  order by turn, ordinality limit p_limit
$$;

create function app.search_nearly(p_text text, p_kinds text[], p_limit integer)
returns table (kind text, reference text, company_reference text, label text, sublabel text)
language plpgsql stable security definer set search_path = pg_catalog, public, app as $$
-- What the caller finds by words spelled nearly so, best first; for when what was typed finds little.
declare
  spelled text;
  seen uuid[] := '{}';
  hit record;
begin
  foreach spelled in array app.respellings(p_text) loop
    for hit in select * from app.search_exactly(spelled, p_kinds, p_limit) loop
      continue when hit.id = any (seen);
      seen := seen || hit.id;
      kind := hit.kind;
      reference := hit.reference;
      company_reference := hit.company_reference;
      label := hit.label;
      sublabel := hit.sublabel;
      return next;
      if cardinality(seen) >= p_limit then return; end if;
    end loop;
  end loop;
end $$;
grant execute on function app.search, app.search_nearly to {{u_all}};
