import { parseArgs } from 'node:util'
import { loadDemonstration } from '../../database/demo/load-demonstration.ts'
import { type Command, CommandError, print, say } from './command.ts'
import { withInstallation } from './open-installation.ts'

const maximumCompanies = 1_000_000

export const demo: Command = {
  name: 'demo',
  usage: '[--companies 40]',
  summary: {
    fr: 'Charge la démonstration, de la taille demandée, dans une base qui ne l’a pas encore.',
    en: 'Loads the demonstration, of the size asked for, into a database that does not have it yet.',
  },
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { companies: { type: 'string', default: '40' } } })
    const companies = Number(values.companies)
    if (!Number.isInteger(companies) || companies < 40 || companies > maximumCompanies)
      throw new CommandError({ fr: `--companies : de 40 à ${maximumCompanies}.`, en: `--companies: from 40 to ${maximumCompanies}.` })
    return withInstallation(async ({ urls, configuration, clock }) => {
      const loaded = await loadDemonstration({ ownerUrl: urls.owner, secretKeys: configuration.secretKeys, now: clock.now(), companies })
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
