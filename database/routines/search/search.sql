create function app.search(p_text text, p_kinds text[], p_limit integer)
returns table (kind text, reference text, company_reference text, label text, sublabel text)
language plpgsql stable security definer set search_path = pg_catalog, public, app as $$
-- What the caller finds, best first. The tenant is the role's, which no statement of the caller can widen. The rarest word leads, and words that are
-- all frequent are intersected in the index, so that no query reads thousands of entries.
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
grant execute on function app.search to {{u_all}};
