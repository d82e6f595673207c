import type { Universe } from '#api/universes'
import { db, type Transaction } from '../../platform/db/query.ts'
import { newId } from '../../platform/ids.ts'

/** Names under which the main rights are known on every screen. */
const administratorRightName = 'Administrateur tout Univers'
const universeRightNames: Readonly<Record<Universe, string>> = {
  client: 'Univers Client',
  ambassador: 'Univers Ambassadeur',
  operator: 'Univers Opérateur',
  carrier: 'Univers Exploitant',
}

/** Gives a company its main rights: « Administrateur tout Univers » and one per universe. Those that exist stay as they are. */
export const createMainRights = async (tx: Transaction, companyId: string, universes: readonly Universe[]): Promise<void> => {
  await tx.run(
    db
      .insertInto('rights')
      .values([
        { id: newId(), company_id: companyId, kind: 'administrator', universe: null, name: administratorRightName },
        ...universes.map((universe) => ({
          id: newId(),
          company_id: companyId,
          kind: 'universe' as const,
          universe,
          name: universeRightNames[universe],
        })),
      ])
      .onConflict((conflict) => conflict.doNothing()),
  )
}
