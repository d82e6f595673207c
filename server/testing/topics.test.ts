import { describe, expect, it } from 'vitest'
import type { Endpoint } from '#api/endpoint'
import { topics } from '#api/topics'
import { portalRoutes } from '../app.ts'
import { testTools } from './test-app.ts'

/** What pages read again when something changes follows from what the endpoints declare: none may leave it out. */
const endpoints = portalRoutes(testTools()).map((route): Endpoint => route.endpoint)
const names = (found: readonly Endpoint[]) => found.map(({ method, path }) => `${method} ${path}`)
const shapeOf = (schema: Endpoint['response']): object => (schema && 'shape' in schema ? (schema.shape as object) : {})

describe('topics', () => {
  it('every reading has one', () =>
    expect(names(endpoints.filter(({ method, response, topic }) => method === 'GET' && response && !topic))).toEqual([]))

  it('every act says what it touches, were it nothing, and no reading does', () => {
    const acts = endpoints.filter(({ method, topic }) => method !== 'GET' && !topic)
    expect(names(acts.filter(({ touches }) => !touches))).toEqual([])
    expect(names(endpoints.filter(({ method, topic, touches }) => touches && (topic || method === 'GET')))).toEqual([])
  })

  it('each is read by somebody, and names its objects as the paths do', () => {
    const readings = endpoints.filter(({ topic }) => topic)
    for (const [topic, object] of Object.entries(topics)) {
      const paths = readings.filter((endpoint) => endpoint.topic === topic).map(({ path }) => path)
      expect(paths, topic).not.toEqual([])
      if (object !== null)
        expect(
          endpoints.some(({ path }) => path.includes(`/:${object}`)),
          topic,
        ).toBe(true)
    }
  })

  it('an act that gives the answer of a reading has its parameters and its fields', () => {
    const answering = endpoints.filter(({ answers }) => answers)
    expect(answering.length).toBeGreaterThan(15)
    for (const { path, response, answers } of answering) {
      for (const [name] of answers?.path.matchAll(/:\w+/g) ?? []) expect(path.split('/'), path).toContain(name)
      expect(shapeOf(response), path).toMatchObject(shapeOf(answers?.response))
    }
  })
})
