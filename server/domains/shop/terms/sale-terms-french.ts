import type { Article } from '../../identity/terms/articles.ts'

export const saleTermsVersion = 'CGV-2026-11'
/** In force from the first of November 2026, Paris time. */
export const saleTermsPublishedAt = '2026-10-31T23:00:00Z'

export const saleTermsFrench: readonly Article[] = [
  {
    title: 'Article 1 – Objet',
    paragraphs: [
      "Les présentes conditions s'appliquent à toute commande de services de communications électroniques, d'hébergement, d'équipements et de prestations passée auprès de l'opérateur par un professionnel, directement ou par l'intermédiaire de son partenaire.",
      "Elles sont complétées par la fiche de chaque offre, qui précise ses caractéristiques, ses prix, son engagement, son préavis et son délai de livraison. En cas de contradiction, la fiche de l'offre acceptée à la commande prévaut.",
    ],
  },
  {
    title: 'Article 2 – Commande',
    paragraphs: [
      "La commande est passée en ligne par une personne qui en a reçu le droit de sa société. Elle est ferme lorsqu'elle est validée : par le client lui-même, ou par l'opérateur de gros qui paie les services.",
      'La commande saisie pour un client par son partenaire ou par les équipes de l’opérateur ne prend effet qu’une fois validée en ligne par le client. La version des présentes conditions, la date, le nom de la personne et son adresse IP sont conservés.',
      "Une commande peut être annulée sans frais tant que la livraison n'a pas commencé. L'opérateur peut refuser une commande lorsque la situation financière du client ou du payeur le justifie, ou déclarer la livraison impossible en indiquant le motif.",
    ],
  },
  {
    title: 'Article 3 – Livraison',
    paragraphs: [
      "Les délais annoncés courent à compter de la validation de la commande. Ils supposent l'accès aux locaux, la disponibilité du contact sur site et l'exactitude des informations fournies.",
      'La livraison est constatée par un bon de livraison. Sa date est celle du début de la facturation et de l’engagement.',
    ],
  },
  {
    title: 'Article 4 – Prix et facturation',
    paragraphs: [
      'Les prix sont indiqués hors taxes. Les frais d’accès sont facturés à la livraison ; les abonnements le sont par mois, le premier au prorata des jours restants du mois, jour de livraison compris.',
      "Les consommations sont facturées selon le plan tarifaire de l'offre. Un prix modifié entre la mise au panier et la commande est annoncé avant toute validation et n'est jamais appliqué sans accord.",
      "Les factures sont payables à l'échéance indiquée. Tout retard entraîne de plein droit des pénalités au taux de refinancement de la Banque centrale européenne majoré de dix points et l'indemnité forfaitaire de recouvrement de quarante euros prévue par le Code de commerce.",
    ],
  },
  {
    title: 'Article 5 – Durée et engagement',
    paragraphs: [
      "Sauf mention contraire, le contrat est conclu pour une durée indéterminée, avec la période d'engagement choisie à la commande, comptée à partir de la livraison.",
      "Une microentreprise, une petite entreprise ou un organisme à but non lucratif ne s'engage au-delà de vingt-quatre mois que s'il y consent expressément.",
      "Un ajout à un contrat en cours porte son propre engagement s'il en prévoit un ; il ne prolonge pas celui du contrat.",
    ],
  },
  {
    title: 'Article 6 – Résiliation',
    paragraphs: [
      "Chaque contrat se résilie en ligne ou par lettre recommandée, avec le préavis indiqué par l'offre. Toute période commencée est due.",
      "Avant la fin de l'engagement, les abonnements restant à courir sont dus dans la proportion prévue par l'offre. Le coût est affiché avant la confirmation, et la résiliation peut être retirée jusqu'à sa date d'effet.",
    ],
  },
  {
    title: 'Article 7 – Obligations du client',
    paragraphs: [
      'Le client fournit des informations exactes, notamment les adresses des sites, nécessaires à l’acheminement des appels d’urgence, et les tient à jour. Il protège ses équipements, ses comptes et ses identifiants.',
      "Il s'interdit tout usage frauduleux, illicite ou susceptible de perturber les réseaux. Les appels passés avec ses identifiants lui sont imputés, sauf faute de l'opérateur.",
    ],
  },
  {
    title: 'Article 8 – Qualité de service et responsabilité',
    paragraphs: [
      "L'opérateur est tenu d'une obligation de moyens. Les garanties de temps de rétablissement sont celles de l'offre souscrite ; les pénalités qu'elle prévoit réparent forfaitairement le préjudice.",
      "L'opérateur ne répond ni des dommages indirects, ni des conséquences d'un cas de force majeure, d'une coupure de réseau tiers ou du fait du client.",
    ],
  },
  {
    title: 'Article 9 – Numéros et portabilité',
    paragraphs: [
      "Les numéros sont attribués dans le respect du plan de numérotation. Le client conserve ses numéros en changeant d'opérateur, à l'aide du relevé d'identité opérateur ; la portabilité sortante vaut résiliation de la ligne, sans préjudice de l'engagement.",
    ],
  },
  {
    title: 'Article 10 – Données et droit applicable',
    paragraphs: [
      'Les données nécessaires à l’exécution du contrat sont traitées comme l’indiquent les conditions d’utilisation du portail et conservées pendant les durées légales.',
      "Le contrat est soumis au droit français. À défaut d'accord amiable, les tribunaux du siège de l'opérateur sont compétents.",
    ],
  },
]
