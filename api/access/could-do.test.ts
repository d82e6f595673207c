import { describe, expect, it } from 'vitest'
import type { Template } from '../templates.ts'
import { couldDo, type GivingRight } from './could-do.ts'

const bordeaux = { id: 'b', name: 'Bordeaux' }
const siege = { id: 's', name: 'Siège' }
const right = (templates: Template[], some: Partial<GivingRight> = {}): GivingRight => ({
  universe: 'client',
  templates,
  allSites: true,
  sites: [],
  ...some,
})
const on = (...sites: (typeof siege)[]) => ({ allSites: false, sites })

describe('what rights let do', () => {
  it.each<[string, GivingRight[], [string[] | null, Template[]][]]>([
    ['nothing without a right', [], []],
    ['nothing without a template', [right([])], []],
    ['nothing on no site yet', [right(['company.read'], on())], []],
    ['what a template brings along', [right(['company.write'])], [[null, ['company.write', 'company.read']]]],
    ['on its sites only', [right(['tickets.manage'], on(bordeaux))], [[['Bordeaux'], ['tickets.manage']]]],
    [
      'everywhere first, each at its places',
      [right(['tickets.manage', 'company.write'], on(bordeaux)), right(['company.read'])],
      [
        [null, ['company.read']],
        [['Bordeaux'], ['company.write', 'tickets.manage']],
      ],
    ],
    [
      'the sites of several rights together',
      [right(['cdr.read'], on(siege)), right(['cdr.read'], on(bordeaux))],
      [[['Siège', 'Bordeaux'], ['cdr.read']]],
    ],
    ['everywhere, where one right says so', [right(['cdr.read'], on(siege)), right(['cdr.read'])], [[null, ['cdr.read']]]],
    ['not what its universe does not know', [right(['carrier.pilot'])], []],
  ])('%s', (_, rights, expected) =>
    expect(couldDo(rights).map(({ sites, templates }) => [sites?.map(({ name }) => name) ?? null, templates])).toEqual(expected),
  )

  it('keeps universes apart', () => {
    const both = couldDo([right(['cdr.read']), right(['cdr.read'], { universe: 'ambassador' })])
    expect(both.map(({ universe }) => universe)).toEqual(['client', 'ambassador'])
  })
})
