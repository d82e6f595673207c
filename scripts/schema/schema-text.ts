import type pg from 'pg'
import { withoutPrefix } from '../../server/platform/db/roles.ts'

/** Facts of the catalogue as statements, one query per kind; each row is a table (or '') and a statement about it. */
const ours = "n.nspname in ('public', 'app')"
const notOfExtension = (oid: string) => `not exists (select from pg_depend x where x.objid = ${oid} and x.deptype = 'e')`
const tables =
  "select c.oid from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition"
const roleName = "case a.grantee when 0 then 'public' else quote_ident(a.grantee::regrole::text) end"

const queries = {
  roles: `
    select '' as of, format('if not exists (select from pg_roles where rolname = %L) then create role %I %s; end if;', rolname, rolname,
      case when rolcanlogin then 'login noinherit' else 'nologin noinherit' end) as statement
    from pg_roles where rolname like $1 order by rolname`,
  schemaGrants: `
    select '' as of, format('grant usage on schema %I to %s;', n.nspname, string_agg(${roleName}, ', ' order by ${roleName})) as statement
    from pg_namespace n, aclexplode(n.nspacl) a where ${ours} and a.grantee <> n.nspowner group by n.nspname order by n.nspname`,
  extensions: `
    select '' as of, format('create extension %I with schema %I;', extname, extnamespace::regnamespace) as statement
    from pg_extension where extname <> 'plpgsql' order by extname`,
  domains: `
    select '' as of, format('create domain %s as %s %s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
      (select string_agg(format('constraint %I %s', conname, pg_get_constraintdef(k.oid)), ' ') from pg_constraint k where k.contypid = t.oid)) as statement
    from pg_type t join pg_namespace n on n.oid = t.typnamespace where ${ours} and t.typtype = 'd' order by t.typname`,
  sequences: `
    select '' as of, format('create sequence %s start %s;', s.seqrelid::regclass, s.seqstart) as statement
    from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i') order by c.relname`,
  columns: `
    select a.attrelid::regclass::text as of, concat_ws(' ', ' ', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> t.typcollation then 'collate ' || a.attcollation::regcollation end,
      case when a.attnotnull then 'not null' end, case when a.attidentity <> '' then 'generated always as identity' end,
      case when a.attgenerated <> '' then format('generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid)) else 'default ' || pg_get_expr(d.adbin, d.adrelid) end) as statement
    from pg_attribute a join pg_type t on t.oid = a.atttypid left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid in (${tables}) and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`,
  constraints: `
    select conrelid::regclass::text as of, format('  constraint %I %s', conname, pg_get_constraintdef(oid)) as statement from pg_constraint
    where conrelid in (${tables}) and contype not in ('n', 'f') order by 1, contype desc, conname`,
  indexes: `
    select indrelid::regclass::text as of, pg_get_indexdef(indexrelid) || ';' as statement from pg_index
    where indrelid in (${tables}) and not exists (select from pg_constraint k where k.conindid = indexrelid and k.contype <> 'f') order by 1, 2`,
  comments: `
    select coalesce(case when o.type <> 'view' then case d.classoid when 'pg_class'::regclass then coalesce(i.indrelid, d.objoid) else k.conrelid end end::regclass::text, '') as of,
      format('comment on %s %s is %L;', case o.type when 'table column' then 'column' when 'table constraint' then 'constraint' else o.type end,
        case o.type when 'table constraint' then format('%I on %s', k.conname, k.conrelid::regclass) else replace(o.identity, 'public.', '') end, d.description) as statement
    from pg_description d cross join pg_identify_object(d.classoid, d.objoid, d.objsubid) o
      left join pg_index i on d.classoid = 'pg_class'::regclass and i.indexrelid = d.objoid
      left join pg_constraint k on d.classoid = 'pg_constraint'::regclass and k.oid = d.objoid
    where o.schema in ('public', 'app') and ${notOfExtension('d.objoid')} order by 1, d.objsubid, 2`,
  foreignKeys: `
    select conrelid::regclass::text as of, format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as statement
    from pg_constraint where conrelid in (${tables}) and contype = 'f' order by 1, conname`,
  // Names of rows' types must be there before a function that gives them; a view, before nothing but its own grants.
  functions: `
    select case when t.typrelid <> 0 then 'after tables' else '' end as of, pg_get_functiondef(p.oid) || ';' as statement
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_type t on t.oid = p.prorettype
    where ${ours} and ${notOfExtension('p.oid')} order by p.proname, pg_get_function_identity_arguments(p.oid)`,
  views: `
    select '' as of, format(E'create view %s as\\n%s', c.oid::regclass, pg_get_viewdef(c.oid)) as statement
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relkind = 'v' order by c.relname`,
  triggers: `
    select tgrelid::regclass::text as of, pg_get_triggerdef(oid) || ';' as statement
    from pg_trigger where tgrelid in (${tables}) and not tgisinternal order by 1, tgname`,
  security: `
    select c.oid::regclass::text as of, format('alter table %s enable row level security;', c.oid::regclass) as statement
    from pg_class c where c.oid in (${tables}) and c.relrowsecurity order by 1`,
  policies: `
    select tablename::text as of, concat_ws(' ', format('create policy %I on %I', policyname, tablename), case permissive when 'RESTRICTIVE' then 'as restrictive' end,
      'for ' || lower(nullif(cmd, 'ALL')), 'to ' || array_to_string(roles, ', '), 'using (' || qual || ')', 'with check (' || with_check || ')') || ';' as statement
    from pg_policies where schemaname = 'public' order by 1, policyname`,
  grants: `
    select g.of, format('grant %s on %s to %s;', g.privileges, g.target, string_agg(g.role, ', ' order by g.role)) as statement
    from (
      select c.oid::regclass::text as of, ${roleName} as role, lower(string_agg(a.privilege_type, ', ' order by a.privilege_type)) as privileges,
        case c.relkind when 'S' then 'sequence ' else '' end || c.oid::regclass as target
      from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
      where ${ours} and ${notOfExtension('c.oid')} and a.grantee <> c.relowner group by c.oid, c.relkind, a.grantee
      union all
      select c.oid::regclass::text, ${roleName}, format('%s (%s)', lower(a.privilege_type), string_agg(quote_ident(t.attname), ', ' order by t.attnum)), c.oid::regclass::text
      from pg_class c join pg_attribute t on t.attrelid = c.oid and not t.attisdropped, aclexplode(t.attacl) a
      where c.oid in (${tables}) and a.grantee <> c.relowner group by c.oid, a.privilege_type, a.grantee
    ) g group by g.of, g.target, g.privileges order by 1, 2`,
  functionGrants: `
    select '' as of, format('revoke execute on function %s from public;', p.oid::regprocedure) as statement, p.proname, 0 as rank
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${ours} and ${notOfExtension('p.oid')}
      and not exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
    union all
    select '', format('grant execute on function %s to %s;', p.oid::regprocedure, string_agg(${roleName}, ', ' order by ${roleName})), p.proname, 1
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) a
    where ${ours} and ${notOfExtension('p.oid')} and a.grantee not in (p.proowner, 0) group by p.oid, p.proname order by proname, rank`,
} as const

interface Line {
  readonly of: string
  readonly statement: string
}

/** The text of database/schema.sql: statements that make the same catalogue in an empty database, roles without the prefix of the installation. */
export const schemaText = async (client: pg.Client): Promise<string> => {
  const prefix = (await client.query('select prefix from installation')).rows[0].prefix as string
  const read = async (kind: keyof typeof queries): Promise<Line[]> =>
    (await client.query<Line>(queries[kind], kind === 'roles' ? [`${prefix.replaceAll('_', '\\_')}\\_%`] : [])).rows
  const facts = new Map<keyof typeof queries, Line[]>()
  for (const kind of Object.keys(queries) as (keyof typeof queries)[]) facts.set(kind, await read(kind))
  const all = (kind: keyof typeof queries, of?: string): string[] =>
    (facts.get(kind) ?? []).filter((line) => of === undefined || line.of === of).map((line) => line.statement)
  const names = [...new Set((facts.get('columns') ?? []).map(({ of }) => of))]
  const others = [...new Set((facts.get('grants') ?? []).map(({ of }) => of))].filter((name) => !names.includes(name))
  const lines = [
    '-- The database as the migrations and the routines leave it, written by scripts/schema.ts. Run on an empty database it makes the same catalogue, with',
    "-- roles that carry no installation's prefix; the portal itself is installed by its command, which brings the queue's schema too.",
    '',
    'do $$ begin',
    ...all('roles').map((line) => `  ${line}`),
    'end $$;',
    'create schema app;',
    'revoke all on schema public from public;',
    ...all('schemaGrants'),
    ...all('extensions'),
    '',
    '-- What functions name is made later.',
    'set check_function_bodies = off;',
    '',
    ...all('domains'),
    ...all('sequences'),
    '',
    ...all('functions', ''),
  ]
  for (const name of names)
    lines.push(
      '',
      `create table ${name} (`,
      [...all('columns', name), ...all('constraints', name)].join(',\n'),
      ');',
      ...all('indexes', name),
      ...all('comments', name),
    )
  lines.push('', ...all('functions', 'after tables'), ...all('views'), ...all('comments', ''))
  for (const name of names)
    lines.push(
      '',
      `-- ${name}`,
      ...(['foreignKeys', 'triggers', 'security', 'policies', 'grants'] as const).flatMap((kind) => all(kind, name)),
    )
  lines.push('', ...others.flatMap((name) => all('grants', name)), ...all('functionGrants'))
  return `${withoutPrefix(lines.join('\n'), prefix)}\n`
}
