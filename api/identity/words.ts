import type { Words } from '../languages.ts'

export const userWords = {
  title: { fr: 'Mes utilisateurs', en: 'My users' },
  name: { fr: 'Nom', en: 'Name' },
  state: { fr: 'État', en: 'State' },
  company: { fr: 'Société', en: 'Company' },
  companyReference: { fr: 'Réf. société', en: 'Company ref.' },
  login: { fr: 'Login', en: 'Login' },
  email: { fr: 'E-mail', en: 'E-mail' },
  rights: { fr: 'Droits', en: 'Rights' },
  noRight: { fr: 'Aucun droit', en: 'No right' },
  lastSignIn: { fr: 'Dernière connexion', en: 'Last sign-in' },
  never: { fr: 'Jamais connecté', en: 'Never signed in' },
  universes: { fr: 'Univers', en: 'Universes' },
  site: { fr: 'Site', en: 'Site' },
  created: { fr: 'Créé le', en: 'Created on' },
} as const satisfies Readonly<Record<string, Words>>
