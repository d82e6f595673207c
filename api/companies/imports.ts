import {
  country,
  email,
  longText,
  personName,
  phone,
  shortText,
  typedCity,
  typedCompanyName,
  typedCompanyReference,
  typedPostcode,
  typedStreet,
  website,
} from '../atoms.ts'
import { importFile, keyTitles } from '../import-file.ts'
import { namedCell, phoneCell, postcodeCell } from '../rules/read-cell.ts'
import { foldText } from '../rules/text-fold.ts'
import { apeCode, siren, siret, vatNumber } from './company/company-numbers.ts'
import { legalForm } from './company/legal-form.ts'
import { bareLegalForm, legalFormNames } from './rules/company/legal-form-names.ts'
import { countryNames } from './rules/country-names.ts'
import { typedSiteName } from './sites/site-fields.ts'

const countryCell = namedCell(countryNames, foldText)
const legalFormCell = namedCell(legalFormNames, bareLegalForm)
const postcodeTitles = ['CP', 'Code postal site']
const phoneTitles = ['Tél', 'Tel', 'N° téléphone', 'Numéro de téléphone', 'Téléphone fixe']
const streetTitles = ['Rue', 'Adresse 1', 'Adresse postale', 'Voie']
const cityTitles = ['Commune', 'Localité']

export const companyFile = importFile({
  name: { fr: 'Sociétés', en: 'Companies' },
  columns: {
    reference: { header: 'Référence', also: ['Réf', 'OIP'], example: '', value: typedCompanyReference },
    externalKey: { header: 'Clé externe', also: keyTitles, example: 'CRM-1042', value: shortText(80) },
    name: {
      header: 'Raison sociale',
      also: ['Nom', 'Société', 'Dénomination', 'Nom de la société', 'Entreprise'],
      required: true,
      example: 'Menuiserie Exemple',
      value: typedCompanyName,
    },
    siren: { header: 'SIREN', also: ['N° SIREN', 'Numéro SIREN'], example: '732829320', value: siren },
    vatNumber: {
      header: 'TVA',
      also: ['N° TVA', 'TVA intracommunautaire', 'N° TVA intracommunautaire', 'Numéro de TVA'],
      example: 'FR44732829320',
      value: vatNumber,
    },
    apeCode: { header: 'APE', also: ['Code APE', 'NAF', 'Code NAF'], example: '6110Z', value: apeCode },
    legalForm: { header: 'Forme juridique', also: ['Statut', 'Statut juridique'], example: '5710', read: legalFormCell, value: legalForm },
    partner: { header: 'Partenaire', also: ['Revendeur', 'Ambassadeur', 'Opérateur'], example: 'OIP-00000011', value: shortText(160) },
    street: { header: 'Adresse', also: streetTitles, example: '1 rue des Lilas', value: typedStreet },
    complement: { header: 'Complément', also: ['Complément d’adresse', 'Adresse 2'], example: 'Bâtiment B', value: typedStreet },
    postcode: { header: 'Code postal', also: postcodeTitles, example: '92110', read: postcodeCell, value: typedPostcode },
    city: { header: 'Ville', also: cityTitles, example: 'Clichy', value: typedCity },
    country: { header: 'Pays', example: 'FR', read: countryCell, value: country },
    phone: { header: 'Téléphone', also: phoneTitles, example: '01 99 00 12 34', read: phoneCell, value: phone },
    website: { header: 'Site internet', also: ['Site web', 'Web', 'URL'], example: 'https://menuiserie.example', value: website },
    emailSales: { header: 'E-mail commercial', example: 'commercial@menuiserie.example', value: email },
    emailTechnical: { header: 'E-mail technique', example: 'technique@menuiserie.example', value: email },
    emailOrderDesk: { header: 'E-mail administration des ventes', example: 'adv@menuiserie.example', value: email },
    emailAdministrative: { header: 'E-mail administratif', example: 'compta@menuiserie.example', value: email },
    comment: { header: 'Commentaire', example: '', manyLines: true, value: longText(2000) },
  },
})

export const siteFile = importFile({
  name: { fr: 'Sites', en: 'Sites' },
  columns: {
    company: {
      header: 'Société',
      also: ['Client', 'Entreprise', 'Raison sociale'],
      required: true,
      example: 'OIP-00000002',
      value: shortText(80),
    },
    externalKey: { header: 'Clé externe', also: keyTitles, example: 'SITE-7', value: shortText(80) },
    name: { header: 'Nom du site', also: ['Nom', 'Site'], required: true, example: 'Agence de Bordeaux', value: typedSiteName },
    siret: { header: 'SIRET', example: '73282932000074', value: siret },
    street: { header: 'Adresse', also: streetTitles, required: true, example: '12 cours de l’Intendance', value: typedStreet },
    complement: { header: 'Complément', also: ['Complément d’adresse', 'Adresse 2'], example: '', value: typedStreet },
    postcode: { header: 'Code postal', also: postcodeTitles, required: true, example: '33000', read: postcodeCell, value: typedPostcode },
    city: { header: 'Ville', also: cityTitles, required: true, example: 'Bordeaux', value: typedCity },
    country: { header: 'Pays', example: 'FR', read: countryCell, value: country },
    phone: { header: 'Téléphone', also: phoneTitles, example: '05 36 49 12 34', read: phoneCell, value: phone },
  },
})

export const contactFile = importFile({
  name: { fr: 'Contacts', en: 'Contacts' },
  columns: {
    company: {
      header: 'Société',
      also: ['Client', 'Entreprise', 'Raison sociale'],
      required: true,
      example: 'OIP-00000002',
      value: shortText(80),
    },
    externalKey: { header: 'Clé externe', also: keyTitles, example: 'PERS-31', value: shortText(80) },
    site: { header: 'Site', example: 'Agence de Bordeaux', value: shortText(80) },
    firstName: { header: 'Prénom', example: 'Camille', value: personName },
    lastName: { header: 'Nom', also: ['Nom de famille'], required: true, example: 'Martin', value: personName },
    jobTitle: { header: 'Fonction', also: ['Poste', 'Titre'], example: 'Responsable informatique', value: shortText(80) },
    phone: { header: 'Téléphone', also: phoneTitles, example: '01 99 00 12 35', read: phoneCell, value: phone },
    mobile: {
      header: 'Mobile',
      also: ['Portable', 'Téléphone mobile', 'Téléphone portable', 'GSM'],
      example: '06 39 98 12 34',
      read: phoneCell,
      value: phone,
    },
    email: {
      header: 'E-mail',
      also: ['Mail', 'Courriel', 'Adresse e-mail', 'Adresse mail'],
      example: 'camille.martin@menuiserie.example',
      value: email,
    },
  },
})
