import { day, judged, shortText } from '../atoms.ts'
import { serviceKinds } from '../catalog/rules/service-kinds.ts'
import { importFile, keyTitles } from '../import-file.ts'
import { dayCell } from '../rules/read-cell.ts'

/** Services of contracts of before the portal. */
export const serviceFile = importFile({
  name: { fr: 'Services', en: 'Services' },
  columns: {
    contract: { header: 'Offre contractée', also: ['Contrat', 'OC'], required: true, example: 'CTR-40482', value: shortText(80) },
    externalKey: { header: 'Clé externe', also: keyTitles, required: true, example: 'SRV-1001', value: shortText(80) },
    kind: {
      header: 'Type',
      required: true,
      example: 'sip_trunk',
      choices: serviceKinds,
      value: judged((value) => serviceKinds.find((kind) => kind === value.toLowerCase()) ?? null, 'service_kind_unknown', 80),
    },
    name: { header: 'Nom', also: ['Libellé', 'Nom du service'], required: true, example: 'Trunk SIP', value: shortText(120) },
    site: { header: 'Site', example: 'Siège Social', value: shortText(80) },
    createdOn: {
      header: 'Créé le',
      also: ['Date de création', 'Date de mise en service'],
      example: '2024-03-19',
      read: dayCell,
      value: day,
    },
  },
})
