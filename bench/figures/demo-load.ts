import { type Figure, rounded } from '../figure.ts'
import { benchCompanies, preparedDatabase } from '../rig/database.ts'

/** How long the scale data takes to load, as it did when the benchmark's database was made. */
export const demoLoad = async (): Promise<Figure[]> => {
  const { server, loadSeconds } = await preparedDatabase()
  await server.stop()
  return [
    {
      figure: 'demo_load',
      value: rounded(loadSeconds, 1),
      unit: `s for ${benchCompanies} companies with their sites, people, rights and search index`,
      bar: 240,
      sense: 'max',
      required: false,
    },
  ]
}
