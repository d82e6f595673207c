import { code, day, judged, shortText } from '../atoms.ts'
import { importFile, keyTitles } from '../import-file.ts'
import { subscriptionNumber } from '../rules/commerce-references.ts'
import { countCell, dayCell } from '../rules/read-cell.ts'
import { accountcodeLabelField, partnerCodeField } from './accountcodes/accountcodes.ts'

/** `45,90`, `45.9` or `1 234,00` euros; output in cents. */
const amount = judged(
  (value) => {
    const bare = value.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
    if (/^c\d{1,12}$/.test(value)) return value
    return /^\d{1,9}(\.\d{1,2})?$/.test(bare) ? `c${Math.round(Number(bare) * 100)}` : null
  },
  code('amount_invalid'),
  60,
)
/** The cents of a value that a column of amounts made. */
export const centsOf = (value: string | undefined): number => (value === undefined ? 0 : Number(value.slice(1)))

const wholeNumber = (maximum: number) =>
  judged((value) => (/^\d{1,6}$/.test(value) && Number(value) <= maximum ? String(Number(value)) : null), code('count_invalid'), 60)

const yes = ['oui', 'o', 'yes', 'y', '1', 'vrai', 'true', 'x']
const no = ['non', 'n', 'no', '0', 'faux', 'false']
/** Output `yes` or `no`. */
const yesOrNo = judged(
  (value) => (yes.includes(value.toLowerCase()) ? 'yes' : no.includes(value.toLowerCase()) ? 'no' : null),
  code('yes_no_expected'),
  60,
)

const subscriptionReference = (value: string): string | null => {
  const number = subscriptionNumber(value)
  return number === null || number < 1 ? null : `OC${String(number).padStart(5, '0')}`
}

/** Contracts of before the portal. */
export const subscriptionFile = importFile({
  name: { fr: 'Offres contractées', en: 'Contracted offers' },
  columns: {
    company: { header: 'Société', also: ['Client', 'Client final'], required: true, example: 'OIP-00000002', value: shortText(80) },
    externalKey: { header: 'Clé externe', also: keyTitles, required: true, example: 'CTR-40482', value: shortText(80) },
    reference: { header: 'Référence', example: 'OC90001', value: judged(subscriptionReference, 'invalid', 24) },
    site: { header: 'Site', example: 'Siège Social', value: shortText(80) },
    offer: { header: 'Offre', required: true, example: 'TRUNK-SIP', value: shortText(80) },
    name: { header: 'Nom', example: 'TRUNK SIP', value: shortText(120) },
    quantity: { header: 'Quantité', also: ['Qté', 'Nombre'], read: countCell, example: '4', value: wholeNumber(100_000) },
    oneOff: { header: 'Frais uniques HT', also: ['Frais uniques', 'Frais d’accès', 'FAS'], example: '99,00', value: amount },
    monthly: {
      header: 'Mensuel HT',
      also: ['Mensuel', 'Abonnement', 'Abonnement mensuel', 'Prix mensuel', 'Tarif mensuel'],
      required: true,
      example: '45,90',
      value: amount,
    },
    termination: { header: 'Frais de résiliation HT', example: '150,00', value: amount },
    deliveredOn: {
      header: 'Livrée le',
      also: ['Date de livraison', 'Livraison', 'Date de mise en service'],
      required: true,
      example: '2024-03-19',
      read: dayCell,
      value: day,
    },
    commitmentMonths: {
      header: 'Engagement (mois)',
      also: ['Engagement', 'Durée d’engagement'],
      read: countCell,
      example: '36',
      value: wholeNumber(120),
    },
    noticeMonths: { header: 'Préavis (mois)', also: ['Préavis'], read: countCell, example: '1', value: wholeNumber(24) },
    tacitRenewal: { header: 'Tacite reconduction', example: 'non', value: yesOrNo },
    terminatedOn: { header: 'Résiliée le', also: ['Date de résiliation', 'Résiliation'], example: '', read: dayCell, value: day },
  },
})

export const accountcodeFile = importFile({
  name: { fr: 'Accountcodes', en: 'Accountcodes' },
  columns: {
    service: { header: 'Service', required: true, example: 'SRV-1001', value: shortText(80) },
    number: {
      header: 'Accountcode',
      example: '133615',
      value: judged((value) => (/^[1-9]\d{0,11}$/.test(value) ? value : null), 'invalid', 16),
    },
    label: { header: 'Libellé', example: 'Trunk du siège', value: accountcodeLabelField },
    partnerCode: { header: 'Code partenaire', example: 'REV-17', value: partnerCodeField },
  },
})
