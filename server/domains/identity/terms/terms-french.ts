import type { Article } from './articles.ts'

export const termsVersion = '2026-11'
/** In force from the first of November 2026, Paris time. */
export const termsPublishedAt = '2026-10-31T23:00:00Z'

export const termsFrench: readonly Article[] = [
  {
    title: 'Article 1 – Objet',
    paragraphs: [
      'Les présentes conditions fixent les règles d’usage de MyOpenIP, l’espace en ligne par lequel l’opérateur met à la disposition des entreprises, de leurs partenaires et de ses propres équipes la gestion des sociétés, des droits, des contrats, des commandes, des services, des factures et des échanges.',
      'Elles s’appliquent à toute personne qui dispose d’un login. Elles ne remplacent ni les conditions générales de vente ni les contrats de service, qui prévalent pour tout ce qui touche aux services et à leur prix.',
    ],
  },
  {
    title: 'Article 2 – Définitions',
    paragraphs: [
      '« Opérateur » : la société qui exploite le portail. « Société » : l’entreprise, l’association ou la collectivité au nom de laquelle une personne utilise le portail. « Utilisateur » : la personne à qui un login est attribué. « Administrateur » : l’utilisateur qui gère les accès de sa société. « Partenaire » : la société qui vend ou fournit les services à une autre et l’accompagne.',
    ],
  },
  {
    title: 'Article 3 – Accès au portail',
    paragraphs: [
      'Le portail est réservé à un usage professionnel. Le login est personnel : il ne se prête pas et ne se partage pas, même au sein de la même société.',
      'L’administrateur décide qui accède au portail, à quelles informations et pour quels sites. Il retire sans délai l’accès d’une personne qui quitte la société ou change de fonction.',
      'L’opérateur peut suspendre un accès lorsque la sécurité du portail ou celle d’un tiers l’exige ; il en informe l’administrateur dès que possible.',
    ],
  },
  {
    title: 'Article 4 – Sécurité des comptes',
    paragraphs: [
      'L’utilisateur choisit un mot de passe qu’il n’emploie nulle part ailleurs et le garde secret. Il active un second facteur lorsque sa société le demande, et conserve ses codes de secours en lieu sûr.',
      'Il signale tout de suite à son administrateur une perte, un vol ou un usage qu’il ne reconnaît pas. Les messages de sécurité envoyés par le portail sont à lire ; ils ne demandent jamais de communiquer un mot de passe.',
      'Les actes accomplis avec un compte sont réputés venir de son titulaire tant qu’aucune anomalie n’a été signalée, sauf preuve contraire.',
    ],
  },
  {
    title: 'Article 5 – Usage loyal',
    paragraphs: [
      'L’utilisateur agit dans la limite des droits qu’il a reçus. Il s’interdit de chercher à lire ou à modifier les données d’autrui, de contourner une protection, de perturber le fonctionnement du portail ou d’en extraire massivement les données par un autre moyen que les exports et l’interface de programmation prévus.',
      'Les informations saisies sont exactes et tenues à jour : coordonnées, adresses des sites, contacts, coordonnées de paiement. L’adresse d’un site sert notamment à l’acheminement des appels d’urgence ; son exactitude engage la société.',
    ],
  },
  {
    title: 'Article 6 – Actes accomplis en ligne',
    paragraphs: [
      'Une commande, une résiliation, une validation ou un changement de réglage confirmé dans le portail engage la société au nom de laquelle l’utilisateur agit, aux conditions affichées au moment de la confirmation.',
      'Chaque acte est daté et inscrit dans l’historique des opérations, avec son auteur et, lorsqu’un partenaire agit pour un client, le nom des deux sociétés. Cet historique fait foi entre les parties, sauf preuve contraire.',
    ],
  },
  {
    title: 'Article 7 – Disponibilité',
    paragraphs: [
      'L’opérateur met en œuvre les moyens raisonnables pour que le portail soit accessible en permanence. Il peut l’interrompre pour l’entretenir, de préférence en dehors des heures ouvrées et après en avoir averti les utilisateurs.',
      'L’indisponibilité du portail est sans effet sur les services de communication eux-mêmes. Les demandes urgentes peuvent alors être faites par les voies de contact habituelles.',
    ],
  },
  {
    title: 'Article 8 – Données personnelles',
    paragraphs: [
      'L’opérateur traite l’identité et les coordonnées professionnelles des utilisateurs et des contacts, leurs connexions et leurs actes dans le portail, afin de fournir le service, de le sécuriser et de répondre à ses obligations légales. Ces données ne sont ni vendues ni employées à d’autres fins.',
      'Elles sont accessibles aux personnes habilitées de la société, de son partenaire et de l’opérateur, dans la limite de leurs droits. Elles sont conservées pendant la durée de la relation, puis pendant les délais de prescription et de conservation imposés par la loi.',
      'Toute personne peut demander l’accès à ses données, leur rectification, leur effacement ou la limitation de leur traitement, auprès de son administrateur ou de l’opérateur, et saisir la Commission nationale de l’informatique et des libertés.',
    ],
  },
  {
    title: 'Article 9 – Propriété et confidentialité',
    paragraphs: [
      'Le portail, sa marque et sa documentation restent la propriété de leurs titulaires ; l’accès au portail n’en donne que l’usage. Les données saisies par une société restent les siennes : elle peut les exporter à tout moment avec les outils prévus.',
      'Les prix, les conditions commerciales, les factures et les informations techniques consultés dans le portail sont confidentiels. Cette obligation demeure trois ans après la fin de l’accès.',
    ],
  },
  {
    title: 'Article 10 – Responsabilité',
    paragraphs: [
      'Chaque partie répond des dommages directs et prévisibles que cause son manquement aux présentes conditions. L’opérateur ne répond pas des conséquences d’un accès laissé à une personne non autorisée, d’une information inexacte saisie par la société ou d’un matériel qu’il ne fournit pas.',
      'Aucune stipulation ne limite la responsabilité d’une partie en cas de faute lourde, de dol ou de dommage corporel.',
    ],
  },
  {
    title: 'Article 11 – Évolution, durée et droit applicable',
    paragraphs: [
      'Les présentes conditions s’appliquent dès leur acceptation et tant que l’utilisateur dispose d’un accès. Une nouvelle version est soumise à son acceptation avant toute autre action ; les versions acceptées, leur date et l’adresse de connexion sont conservées.',
      'Elles sont régies par le droit français. À défaut d’accord amiable, les tribunaux du siège de l’opérateur sont compétents entre professionnels.',
    ],
  },
]
