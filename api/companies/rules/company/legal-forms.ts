export interface LegalForm {
  /** INSEE « catégorie juridique », level III: four digits. */
  readonly code: string
  /** Official French name: it is a proper term and stays French in every language. */
  readonly label: string
}

const table = `
1000 Entrepreneur individuel
2110 Indivision entre personnes physiques
2120 Indivision avec personne morale
2210 Société créée de fait entre personnes physiques
2220 Société créée de fait avec personne morale
2310 Société en participation entre personnes physiques
2320 Société en participation avec personne morale
2385 Société en participation de professions libérales
2900 Autre groupement de droit privé non doté de la personnalité morale
3120 Société commerciale étrangère immatriculée au RCS
3205 Organisation internationale
3210 État, collectivité ou établissement public étranger
3220 Société étrangère non immatriculée au RCS
3290 Autre personne morale de droit étranger
4110 Établissement public national à caractère industriel ou commercial doté d'un comptable public
4120 Établissement public national à caractère industriel ou commercial non doté d'un comptable public
4140 Établissement public local à caractère industriel ou commercial
4150 Régie d'une collectivité locale à caractère industriel ou commercial
5191 Société de caution mutuelle
5192 Société coopérative de banque populaire
5194 Caisse (fédérale) de crédit mutuel
5196 Caisse d'épargne et de prévoyance à forme coopérative
5202 Société en nom collectif (SNC)
5203 Société en nom collectif coopérative
5306 Société en commandite simple (SCS)
5308 Société en commandite par actions (SCA)
5385 Société d'exercice libéral en commandite par actions (SELCA)
5410 SARL nationale
5415 SARL d'économie mixte
5432 SARL d'intérêt collectif agricole (SICA)
5443 SARL coopérative de construction
5451 SARL coopérative de consommation
5453 SARL coopérative artisanale
5455 SARL coopérative de transport
5458 SARL coopérative de production (SCOP)
5459 SARL union de sociétés coopératives
5460 Autre SARL coopérative
5485 Société d'exercice libéral à responsabilité limitée (SELARL)
5498 SARL unipersonnelle (EURL)
5499 Société à responsabilité limitée (SARL)
5505 SA à participation ouvrière à conseil d'administration
5510 SA nationale à conseil d'administration
5515 SA d'économie mixte à conseil d'administration
5546 SA de HLM à conseil d'administration
5552 SA coopérative de commerçants-détaillants à conseil d'administration
5555 SA coopérative de transport à conseil d'administration
5558 SA coopérative de production (SCOP) à conseil d'administration
5559 SA union de sociétés coopératives à conseil d'administration
5560 Autre SA coopérative à conseil d'administration
5585 Société d'exercice libéral à forme anonyme à conseil d'administration
5599 SA à conseil d'administration
5615 SA d'économie mixte à directoire
5646 SA de HLM à directoire
5658 SA coopérative de production (SCOP) à directoire
5685 Société d'exercice libéral à forme anonyme à directoire
5699 SA à directoire
5710 Société par actions simplifiée (SAS)
5720 SAS à associé unique (SASU)
5770 Société de participations financières de professions libérales par actions simplifiée (SPFPL SAS)
5785 Société d'exercice libéral par actions simplifiée (SELAS)
5800 Société européenne
6100 Caisse d'épargne et de prévoyance
6210 Groupement européen d'intérêt économique (GEIE)
6220 Groupement d'intérêt économique (GIE)
6316 Coopérative d'utilisation de matériel agricole en commun (CUMA)
6317 Société coopérative agricole
6318 Union de sociétés coopératives agricoles
6411 Société d'assurance à forme mutuelle
6511 Société interprofessionnelle de soins ambulatoires (SISA)
6521 Société civile de placement collectif immobilier (SCPI)
6533 Groupement agricole d'exploitation en commun (GAEC)
6534 Groupement foncier agricole
6536 Groupement forestier
6540 Société civile immobilière (SCI)
6541 Société civile immobilière de construction-vente
6542 Société civile d'attribution
6560 Autre société civile coopérative
6561 SCP d'avocats
6565 SCP de notaires
6569 SCP de commissaires aux comptes
6571 SCP de médecins
6572 SCP de dentistes
6573 SCP d'infirmiers
6574 SCP de masseurs-kinésithérapeutes
6576 SCP de vétérinaires
6577 SCP de géomètres-experts
6578 SCP d'architectes
6585 Autre société civile professionnelle
6589 Société civile de moyens (SCM)
6595 Caisse locale de crédit mutuel
6596 Caisse de crédit agricole mutuel
6597 Société civile d'exploitation agricole
6598 Exploitation agricole à responsabilité limitée (EARL)
6599 Autre société civile
6901 Autre personne de droit privé inscrite au registre du commerce et des sociétés
7111 Autorité constitutionnelle
7112 Autorité administrative ou publique indépendante
7113 Ministère
7120 Service central d'un ministère
7210 Commune et commune nouvelle
7220 Département
7225 Collectivité et territoire d'outre-mer
7229 Autre collectivité territoriale
7230 Région
7331 Établissement public local d'enseignement
7343 Communauté urbaine
7344 Métropole
7345 Syndicat intercommunal à vocation multiple (SIVOM)
7346 Communauté de communes
7348 Communauté d'agglomération
7353 Syndicat intercommunal à vocation unique (SIVU)
7354 Syndicat mixte fermé
7355 Syndicat mixte ouvert
7361 Centre communal d'action sociale
7364 Établissement d'hospitalisation
7366 Établissement public local social et médico-social
7367 Centre intercommunal d'action sociale (CIAS)
7372 Service départemental d'incendie et de secours (SDIS)
7373 Établissement public local culturel
7379 Autre établissement public administratif local
7381 Organisme consulaire
7383 Établissement public national à caractère scientifique, culturel et professionnel
7389 Établissement public national à caractère administratif
7410 Groupement d'intérêt public (GIP)
7490 Autre personne morale de droit administratif
8110 Régime général de la sécurité sociale
8130 Institution de retraite complémentaire
8140 Mutualité sociale agricole
8210 Mutuelle
8410 Syndicat de salariés
8420 Syndicat patronal
8450 Ordre professionnel ou assimilé
8490 Autre organisme professionnel
8510 Institution de prévoyance
9110 Syndicat de copropriété
9150 Association syndicale libre
9210 Association non déclarée
9220 Association déclarée
9221 Association déclarée d'insertion par l'économique
9222 Association intermédiaire
9223 Groupement d'employeurs
9230 Association déclarée, reconnue d'utilité publique
9240 Congrégation
9260 Association de droit local (Bas-Rhin, Haut-Rhin et Moselle)
9300 Fondation
9900 Autre personne morale de droit privé
`

/** The legal forms that companies of the portal may have (INSEE, level III), by code. Rare forms are left out: the « autre » of each family stands for them. */
export const legalForms: readonly LegalForm[] = table
  .trim()
  .split('\n')
  .map((line) => ({ code: line.slice(0, 4), label: line.slice(5) }))

const byCode: ReadonlyMap<string, LegalForm> = new Map(legalForms.map((form) => [form.code, form]))

/** Is this code one of the list? */
export const isLegalForm = (code: string): boolean => byCode.has(code)

/** The French name of a legal form, or null for a code outside the list. */
export const legalFormLabel = (code: string): string | null => byCode.get(code)?.label ?? null
