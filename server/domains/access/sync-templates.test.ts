import { afterAll, beforeAll, expect, it } from 'vitest'
import { mainTemplatesOf, templates, templatesOf, templatesThatGrant } from '#api/templates'
import { universes } from '#api/universes'
import { type TestApp, testApp } from '../../testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app?.close())

it('the database computes with the contract’s templates', async () => {
  const offered = (await app.build.run('select universe, template, in_main from template_universes')).rows
  const wanted = universes.flatMap((universe) =>
    templatesOf(universe).map((template) => ({ universe, template, in_main: mainTemplatesOf(universe).includes(template) })),
  )
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort()
  expect(sorted(offered)).toEqual(sorted(wanted))
  const implications = (await app.build.run('select template, implied from template_implications')).rows
  const implied = templates.flatMap((template) =>
    templatesThatGrant(template)
      .filter((giver) => giver !== template)
      .map((giver) => ({ template: giver, implied: template })),
  )
  expect(sorted(implications)).toEqual(sorted(implied))
})
