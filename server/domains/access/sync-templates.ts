import type pg from 'pg'
import { mainTemplatesOf, templates, templatesOf, templatesThatGrant } from '#api/templates'
import { universes } from '#api/universes'

/** Copies the catalogue of templates into the database, where the effective rights are computed. A change refreshes everybody's. */
export const syncTemplates = async (client: pg.Client): Promise<void> => {
  const offered = universes.flatMap((universe) =>
    templatesOf(universe).map((template) => ({ universe, template, in_main: mainTemplatesOf(universe).includes(template) })),
  )
  const implications = templates.flatMap((implied) =>
    templatesThatGrant(implied)
      .filter((template) => template !== implied)
      .map((template) => ({ template, implied })),
  )
  const wanted = JSON.stringify([offered, implications])
  const { rows } = await client.query(`select
    (select coalesce(json_agg(json_build_object('universe', universe, 'template', template, 'in_main', in_main)), '[]') from template_universes) as offered,
    (select coalesce(json_agg(json_build_object('template', template, 'implied', implied)), '[]') from template_implications) as implications`)
  const sorted = (list: object[]) => list.map((item) => JSON.stringify(item, Object.keys(item).sort())).sort()
  const same =
    JSON.stringify([sorted(rows[0].offered), sorted(rows[0].implications)]) === JSON.stringify([sorted(offered), sorted(implications)])
  if (same) return
  await client.query('begin')
  await client.query('delete from template_universes')
  await client.query('delete from template_implications')
  await client.query(
    `insert into template_universes select * from json_to_recordset($1::json -> 0) as t(universe text, template text, in_main boolean)`,
    [wanted],
  )
  await client.query(`insert into template_implications select * from json_to_recordset($1::json -> 1) as t(template text, implied text)`, [
    wanted,
  ])
  await client.query('select app.refresh_effective_rights(id) from users')
  await client.query('commit')
}
