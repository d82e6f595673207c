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
import { importFile } from '../import-file.ts'
import { apeCode, siren, siret, vatNumber } from './company/company-numbers.ts'
import { legalForm } from './company/legal-form.ts'
import { typedSiteName } from './sites/site-fields.ts'

export const companyFile = importFile({
  name: { fr: 'Sociétés', en: 'Companies' },
  columns: {
    reference: { header: 'Référence', example: '', value: typedCompanyReference },
    externalKey: { header: 'Clé externe', example: 'CRM-1042', value: shortText(80) },
    name: { header: 'Raison sociale', required: true, example: 'Menuiserie Exemple', value: typedCompanyName },
    siren: { header: 'SIREN', example: '732829320', value: siren },
    vatNumber: { header: 'TVA', example: 'FR44732829320', value: vatNumber },
    apeCode: { header: 'APE', example: '6110Z', value: apeCode },
    legalForm: { header: 'Forme juridique', example: '5710', value: legalForm },
    partner: { header: 'Partenaire', example: 'OIP-00000011', value: typedCompanyReference },
    street: { header: 'Adresse', example: '1 rue des Lilas', value: typedStreet },
    complement: { header: 'Complément', example: 'Bâtiment B', value: typedStreet },
    postcode: { header: 'Code postal', example: '92110', value: typedPostcode },
    city: { header: 'Ville', example: 'Clichy', value: typedCity },
    country: { header: 'Pays', example: 'FR', value: country },
    phone: { header: 'Téléphone', example: '01 99 00 12 34', value: phone },
    website: { header: 'Site internet', example: 'https://menuiserie.example', value: website },
    emailSales: { header: 'E-mail commercial', example: 'commercial@menuiserie.example', value: email },
    emailTechnical: { header: 'E-mail technique', example: 'technique@menuiserie.example', value: email },
    emailOrderDesk: { header: 'E-mail administration des ventes', example: 'adv@menuiserie.example', value: email },
    emailAdministrative: { header: 'E-mail administratif', example: 'compta@menuiserie.example', value: email },
    comment: { header: 'Commentaire', example: '', value: longText(2000) },
  },
})

export const siteFile = importFile({
  name: { fr: 'Sites', en: 'Sites' },
  columns: {
    company: { header: 'Société', required: true, example: 'OIP-00000002', value: shortText(80) },
    externalKey: { header: 'Clé externe', example: 'SITE-7', value: shortText(80) },
    name: { header: 'Nom du site', required: true, example: 'Agence de Bordeaux', value: typedSiteName },
    siret: { header: 'SIRET', example: '73282932000074', value: siret },
    street: { header: 'Adresse', required: true, example: '12 cours de l’Intendance', value: typedStreet },
    complement: { header: 'Complément', example: '', value: typedStreet },
    postcode: { header: 'Code postal', required: true, example: '33000', value: typedPostcode },
    city: { header: 'Ville', required: true, example: 'Bordeaux', value: typedCity },
    country: { header: 'Pays', example: 'FR', value: country },
    phone: { header: 'Téléphone', example: '05 36 49 12 34', value: phone },
  },
})

export const contactFile = importFile({
  name: { fr: 'Contacts', en: 'Contacts' },
  columns: {
    company: { header: 'Société', required: true, example: 'OIP-00000002', value: shortText(80) },
    externalKey: { header: 'Clé externe', example: 'PERS-31', value: shortText(80) },
    site: { header: 'Site', example: 'Agence de Bordeaux', value: shortText(80) },
    firstName: { header: 'Prénom', example: 'Camille', value: personName },
    lastName: { header: 'Nom', required: true, example: 'Martin', value: personName },
    jobTitle: { header: 'Fonction', example: 'Responsable informatique', value: shortText(80) },
    phone: { header: 'Téléphone', example: '01 99 00 12 35', value: phone },
    mobile: { header: 'Mobile', example: '06 39 98 12 34', value: phone },
    email: { header: 'E-mail', example: 'camille.martin@menuiserie.example', value: email },
  },
})
