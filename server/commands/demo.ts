import { parseArgs } from 'node:util'
import { loadDemonstration } from '../../database/demo/load-demonstration.ts'
import { type Command, CommandError, print, say } from './command.ts'
import { withInstallation } from './open-installation.ts'

const maximumCompanies = 1_000_000
const maximumContracts = 2_000_000

export const demo: Command = {
  name: 'demo',
  usage: '[--companies 40] [--contracts 250]',
  summary: {
    fr: 'Charge la démonstration, de la taille demandée, dans une base qui ne l’a pas encore.',
    en: 'Loads the demonstration, of the size asked for, into a database that does not have it yet.',
  },
  async run(args) {
    const { values } = parseArgs({
      args: [...args],
      options: { companies: { type: 'string', default: '40' }, contracts: { type: 'string', default: '250' } },
    })
    const companies = Number(values.companies)
    if (!Number.isInteger(companies) || companies < 40 || companies > maximumCompanies)
      throw new CommandError({ fr: `--companies : de 40 à ${maximumCompanies}.`, en: `--companies: from 40 to ${maximumCompanies}.` })
    const contracts = Number(values.contracts)
    if (!Number.isInteger(contracts) || contracts < 250 || contracts > maximumContracts)
      throw new CommandError({ fr: `--contracts : de 250 à ${maximumContracts}.`, en: `--contracts: from 250 to ${maximumContracts}.` })
    return withInstallation(async ({ urls, configuration, clock }) => {
      const loaded = await loadDemonstration({
        ownerUrl: urls.owner,
        secretKeys: configuration.secretKeys,
        now: clock.now(),
        companies,
        contracts,
      })
      print(
        loaded === 'loaded'
          ? say({ fr: `Démonstration de ${companies} sociétés chargée.`, en: `Demonstration of ${companies} companies loaded.` })
          : loaded === 'completed'
            ? say({ fr: 'La démonstration a reçu ce qui lui manquait.', en: 'The demonstration got what it lacked.' })
            : say({ fr: 'La démonstration est déjà là.', en: 'The demonstration is already there.' }),
      )
      return 0
    })
  },
}
