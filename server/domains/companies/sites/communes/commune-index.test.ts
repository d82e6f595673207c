import { describe, expect, it } from 'vitest'
import { communes } from './commune-index.ts'

const names = (search: string, postcode?: string) =>
  communes()
    .find(search, postcode)
    .map((commune) => commune.name)

describe('the official communes', () => {
  it('are found by the beginning of their name, without accents, case or article', () => {
    expect(names('bordeaux')[0]).toBe('Bordeaux')
    expect(names('SAINT-ETIENNE')[0]).toBe('Saint-Étienne')
    expect(names('st etienne')[0]).toBe('Saint-Étienne')
    expect(names('clichy')).toEqual(expect.arrayContaining(['Clichy', 'Clichy-sous-Bois']))
    expect(names('rochelle')[0]).toBe('La Rochelle')
    expect(names('l’isle')).toContain("L'Isle-d'Espagnac")
    expect(names('zzzz')).toEqual([])
    expect(names('')).toEqual([])
  })

  it('are found by postcode, and narrowed by it', () => {
    expect(names('92110')).toEqual(['Clichy'])
    expect(names('', '92110')).toEqual(['Clichy'])
    expect(names('saint', '33500').every((name) => name.startsWith('Saint'))).toBe(true)
    expect(communes().byCode('92024')).toEqual({ code: '92024', name: 'Clichy', postcodes: ['92110'] })
    expect(communes().byCode('00000')).toBeUndefined()
  })

  it('are found by the name of a commune that became a part of them', () => {
    const first = (search: string, postcode?: string) => communes().find(search, postcode)[0]
    expect(first('Annecy-le-Vieux')).toMatchObject({ code: '74010', name: 'Annecy', part: 'Annecy-le-Vieux' })
    expect(first('Andrezé')).toMatchObject({ code: '49023', name: 'Beaupréau-en-Mauges', part: 'Andrezé' })
    expect(first('Cordieux')).toMatchObject({ code: '01262', part: 'Cordieux' })
    expect(first('annecy')).toMatchObject({ name: 'Annecy' })
    expect(first('annecy')).not.toHaveProperty('part')
  })

  it('are those of the department for a CEDEX postcode', () => {
    expect(names('', '33074')[0]).toBe('Bordeaux')
    expect(names('33074')[0]).toBe('Bordeaux')
    expect(names('courbe', '92042')).toEqual(['Courbevoie'])
    expect(names('bordeaux', '92042')).toEqual([])
    expect(names('', '20180')).toEqual(expect.arrayContaining(['Ajaccio', 'Bastia']))
    const [bordeaux, clichy] = ['33063', '92024'].map((code) => communes().byCode(code))
    if (!bordeaux || !clichy) throw new Error('not there')
    expect(communes().isCedexOf(bordeaux, '33074')).toBe(true)
    expect(communes().isCedexOf(clichy, '33074')).toBe(false)
    expect(communes().isCedexOf(bordeaux, '33500')).toBe(false)
  })

  it('answer in less than five milliseconds', () => {
    const searches = ['s', 'saint', 'mar', '3', '33', 'la ', 'montpellier']
    const durations = Array.from({ length: 70 }, (_, run) => {
      const started = performance.now()
      names(searches[run % searches.length] ?? '')
      return performance.now() - started
    }).sort((a, b) => a - b)
    expect(durations[35]).toBeLessThan(5)
  })
})
