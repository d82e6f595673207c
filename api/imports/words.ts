import type { Words, WordsOf } from '../languages.ts'
import type { Import } from './imports.ts'

export const importStateWords = {
  mapping: { fr: 'Colonnes à reconnaître', en: 'Columns to be matched' },
  checking: { fr: 'Contrôle en cours', en: 'Being checked' },
  checked: { fr: 'Contrôlé, à importer', en: 'Checked, to be imported' },
  applying: { fr: 'Import en cours', en: 'Being imported' },
  done: { fr: 'Importé', en: 'Imported' },
  cancelled: { fr: 'Abandonné', en: 'Given up' },
  failed: { fr: 'En échec', en: 'Failed' },
} as const satisfies WordsOf<Import['state']>

export const importWords = {
  title: { fr: 'Imports', en: 'Imports' },
  reference: { fr: 'Référence', en: 'Reference' },
  fileName: { fr: 'Fichier', en: 'File' },
  kind: { fr: 'Contenu', en: 'Content' },
  state: { fr: 'État', en: 'State' },
  total: { fr: 'Lignes', en: 'Lines' },
  faulty: { fr: 'Fausses', en: 'Faulty' },
  startedBy: { fr: 'Par', en: 'By' },
  createdAt: { fr: 'Le', en: 'On' },
} as const satisfies Readonly<Record<string, Words>>
