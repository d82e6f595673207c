import type pg from 'pg'
import { withoutPrefix } from '../platform/db/roles.ts'

/** What PostgreSQL knows of a schema, one line per fact. Nothing of it depends on the order in which things were made, but columns. */
const facts = `
  with ours as (select oid, nspname from pg_namespace where nspname in ('public', 'app')),
  own as (select c.* from pg_class c join ours on ours.oid = c.relnamespace where not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')),
  functions as (select p.* from pg_proc p join ours on ours.oid = p.pronamespace where not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))
  select 'relation ' || concat_ws(' ', oid::regclass, relkind, case when relrowsecurity then 'secured' end, case when relforcerowsecurity then 'forced' end) as fact from own
  union all
  select concat_ws(' ', 'column', a.attrelid::regclass, rank() over (partition by a.attrelid order by a.attnum), a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
    case when a.attnotnull then 'not null' end, nullif(a.attgenerated, ''), nullif(a.attidentity, ''), pg_get_expr(d.adbin, d.adrelid))
  from own join pg_attribute a on a.attrelid = own.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where own.relkind <> 'i'
  union all
  select concat_ws(' ', 'sequence', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcycle) from pg_sequence join own on own.oid = seqrelid
  union all
  select concat_ws(' ', 'domain', t.oid::regtype, format_type(t.typbasetype, t.typtypmod), t.typdefault, (select string_agg(conname || ' ' || pg_get_constraintdef(k.oid), ' ' order by conname)
    from pg_constraint k where k.contypid = t.oid)) from pg_type t join ours on ours.oid = t.typnamespace where t.typtype = 'd'
  union all
  select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where conrelid in (select oid from own) and contype <> 'n'
  union all
  select 'index ' || pg_get_indexdef(indexrelid) from pg_index where indrelid in (select oid from own)
  union all
  select 'trigger ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where tgrelid in (select oid from own) and not tgisinternal
  union all
  select 'view ' || oid::regclass || ' ' || pg_get_viewdef(oid) from own where relkind = 'v'
  union all
  select concat_ws(' ', 'policy', polname, polrelid::regclass, polcmd, case when polpermissive then 'permissive' else 'restrictive' end,
    (select string_agg(r::regrole::text, ', ' order by r::regrole::text) from unnest(polroles) r), pg_get_expr(polqual, polrelid), 'check', pg_get_expr(polwithcheck, polrelid))
  from pg_policy where polrelid in (select oid from own)
  union all
  select concat_ws(' ', 'grant', own.oid::regclass, acl.privilege_type, case acl.grantee when 0 then 'public' else acl.grantee::regrole::text end)
  from own, aclexplode(own.relacl) acl where acl.grantee <> own.relowner
  union all
  select concat_ws(' ', 'grant', own.oid::regclass, a.attname, acl.privilege_type, case acl.grantee when 0 then 'public' else acl.grantee::regrole::text end)
  from own join pg_attribute a on a.attrelid = own.oid and not a.attisdropped, aclexplode(a.attacl) acl where acl.grantee <> own.relowner
  union all
  select concat_ws(' ', 'grant', n.nspname, acl.privilege_type, case acl.grantee when 0 then 'public' else acl.grantee::regrole::text end)
  from pg_namespace n, aclexplode(n.nspacl) acl where n.nspname in ('public', 'app') and acl.grantee <> n.nspowner
  union all
  select concat_ws(' ', 'grant', f.oid::regprocedure, acl.privilege_type, case acl.grantee when 0 then 'public' else acl.grantee::regrole::text end)
  from functions f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) acl where acl.grantee <> f.proowner
  union all
  select 'function ' || pg_get_functiondef(oid) from functions
  union all
  select concat_ws(' ', 'comment', i.type, i.identity, d.description) from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) i
  where i.schema in ('public', 'app') and not exists (select from pg_depend e where e.classid = d.classoid and e.objid = d.objoid and e.deptype = 'e')
  union all
  select 'extension ' || extname from pg_extension`

/** The facts of a database, sorted, roles without the prefix of the installation. */
export const catalogueOf = async (client: pg.ClientBase, prefix: string): Promise<string[]> =>
  (await client.query<{ fact: string }>(facts)).rows.map(({ fact }) => withoutPrefix(fact, prefix)).sort()
