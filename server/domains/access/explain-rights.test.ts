import { describe, expect, it } from 'vitest'
import { type ExplainedRight, explainEffectiveRights } from './explain-rights.ts'

const right = (changes: Partial<ExplainedRight>): ExplainedRight => ({
  id: 'r1',
  name: 'Droit',
  kind: 'custom',
  universe: 'client',
  templates: [],
  allSites: true,
  sites: [],
  held: true,
  ...changes,
})
const bordeaux = { id: 'b', name: 'Bordeaux' }
const lines = (rights: ExplainedRight[]) =>
  new Map(explainEffectiveRights(rights, ['client'])[0]?.templates.map((line) => [line.template, line]))

describe('« Pourquoi ? »', () => {
  it('names the right that gives a template, and the template it comes through', () => {
    const explained = lines([right({ templates: ['company.write'], allSites: false, sites: [bordeaux] })])
    expect(explained.get('company.write')).toMatchObject({
      granted: true,
      allSites: false,
      sites: [bordeaux],
      sources: [{ through: null }],
    })
    expect(explained.get('company.read')?.sources).toMatchObject([{ rightName: 'Droit', through: 'company.write', sites: [bordeaux] }])
  })

  it('adds rights up', () => {
    const explained = lines([
      right({ templates: ['services.read'], allSites: false, sites: [bordeaux] }),
      right({ id: 'r2', name: 'Partout', templates: ['services.configure'] }),
    ])
    expect(explained.get('services.read')).toMatchObject({
      allSites: true,
      sites: [],
      sources: [{ through: null }, { through: 'services.configure' }],
    })
  })

  it('says who would give what is not held', () => {
    const explained = lines([right({ held: false, templates: ['billing.read'] })])
    expect(explained.get('billing.read')).toMatchObject({ granted: false, sources: [], offeredBy: [{ name: 'Droit' }] })
    expect(explained.get('cdr.read')).toMatchObject({ granted: false, offeredBy: [] })
  })

  it('reads main rights as their universe says', () => {
    const explained = lines([right({ kind: 'universe' })])
    expect(explained.get('rights.delegate')?.granted).toBe(false)
    expect(explained.get('orders.terminate')).toMatchObject({ granted: true, allSites: true })
    expect(lines([right({ kind: 'administrator', universe: null })]).get('rights.delegate')?.granted).toBe(true)
  })
})
