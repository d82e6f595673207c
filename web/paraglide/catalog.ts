import { isFrench, plural, show } from '../platform/language.ts'

export const catalog_title = (): string => isFrench() ? "Offres du catalogue" : "Catalogue offers"
export const catalog_offer = (): string => isFrench() ? "Offre" : "Offer"
export const catalog_code = (): string => "Code"
export const catalog_family = (): string => isFrench() ? "Famille" : "Family"
export const catalog_kind = (): string => isFrench() ? "Nature" : "Kind"
export const catalog_state = (): string => isFrench() ? "État" : "State"
export const catalog_code_hint = (): string => isFrench() ? "Majuscules, chiffres et tirets. Il ne change plus ensuite." : "Capitals, digits and hyphens. It never changes afterwards."
export const catalog_price_list = (): string => isFrench() ? "Tarif" : "Price list"
export const catalog_per_month = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} / mois` : `${show(p.amount)} / month`
export const catalog_version_in_force = (): string => isFrench() ? "Version en vigueur" : "Version in force"
export const catalog_version_next = (): string => isFrench() ? "Prochaine version" : "Next version"
export const catalog_since = (p: { day: string | number; number: string | number }): string => isFrench() ? `n° ${show(p.number)} depuis le ${show(p.day)}` : `no. ${show(p.number)} since ${show(p.day)}`
export const catalog_from_day = (p: { day: string | number; number: string | number }): string => isFrench() ? `n° ${show(p.number)} à partir du ${show(p.day)}` : `no. ${show(p.number)} from ${show(p.day)}`
export const catalog_drafts = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} brouillon` : `${show(p.count)} brouillons`) : (plural(p.count) === 'one' ? `${show(p.count)} draft` : `${show(p.count)} drafts`)
export const catalog_running_orders = (): string => isFrench() ? "Commandes en cours" : "Running orders"
export const catalog_contracts = (): string => isFrench() ? "Contrats en cours" : "Running contracts"
export const catalog_thousand_or_more = (): string => isFrench() ? "1 000 ou plus" : "1,000 or more"
export const catalog_search = (): string => isFrench() ? "Rechercher une offre ou un code" : "Search an offer or a code"
export const catalog_empty = (): string => isFrench() ? "Aucune offre au catalogue" : "No offer in the catalogue"
export const catalog_empty_hint = (): string => isFrench() ? "Créez la première : elle reste un brouillon tant qu’aucune version n’est publiée." : "Create the first one: it stays a draft until a version is published."
export const catalog_create = (): string => isFrench() ? "Nouvelle offre" : "New offer"
export const catalog_create_save = (): string => isFrench() ? "Créer l’offre" : "Create the offer"
export const catalog_created = (p: { name: string | number }): string => isFrench() ? `« ${show(p.name)} » est créée avec un premier brouillon.` : `“${show(p.name)}” is created with a first draft.`
export const catalog_copy_of = (): string => isFrench() ? "Reprendre une offre existante" : "Start from an existing offer"
export const catalog_copy_of_hint = (): string => isFrench() ? "Textes, formulaire, prix et fiches de sa dernière version sont recopiés." : "Texts, form, prices and sheets of its latest version are copied."
export const catalog_families = (): string => isFrench() ? "Familles" : "Families"
export const catalog_families_hint = (): string => isFrench() ? "L’ordre est celui de la e-boutique. Les noms y changent, comme au catalogue, aussitôt enregistrés." : "The order is the shop's. Names change there and in the catalogue as soon as they are saved."
export const catalog_in_french = (): string => isFrench() ? "En français" : "In French"
export const catalog_in_english = (): string => isFrench() ? "En anglais" : "In English"
export const catalog_name = (): string => isFrench() ? "Nom" : "Name"
export const catalog_name_fr = (): string => isFrench() ? "Nom en français" : "Name in French"
export const catalog_name_en = (): string => isFrench() ? "Nom en anglais" : "Name in English"
export const catalog_universes = (): string => isFrench() ? "Proposée à" : "Offered to"
export const catalog_universes_hint = (): string => isFrench() ? "Le tarif grossiste vaut pour les opérateurs, le tarif public pour les autres." : "Wholesale prices hold for operators, public prices for the others."
export const catalog_adds_to = (): string => isFrench() ? "S’ajoute à" : "Adds to"
export const catalog_adds_to_hint = (): string => isFrench() ? "Les contrats en cours de ces offres peuvent la recevoir." : "Running contracts of these offers may take it."
export const catalog_position = (): string => isFrench() ? "Rang dans la famille" : "Rank in the family"
export const catalog_position_hint = (): string => isFrench() ? "Les plus petits d’abord." : "Smallest first."
export const catalog_about = (): string => isFrench() ? "L’offre" : "The offer"
export const catalog_additions = (): string => isFrench() ? "Ajouts possibles" : "Possible additions"
export const catalog_additions_hint = (): string => isFrench() ? "Ce qui peut s’ajouter à ses contrats en cours." : "What its running contracts may take."
export const catalog_withdraw = (): string => isFrench() ? "Retirer de la vente" : "Withdraw from sale"
export const catalog_withdraw_title = (p: { name: string | number }): string => isFrench() ? `Retirer « ${show(p.name)} » de la vente ?` : `Withdraw “${show(p.name)}” from sale?`
export const catalog_withdraw_text = (): string => isFrench() ? "Personne ne pourra plus la commander. Ses contrats et ses commandes en cours continuent." : "Nobody will be able to order it. Its contracts and running orders go on."
export const catalog_withdrawn = (): string => isFrench() ? "L’offre n’est plus en vente." : "The offer is no longer on sale."
export const catalog_put_on_sale = (): string => isFrench() ? "Remettre en vente" : "Put back on sale"
export const catalog_put_on_sale_title = (p: { name: string | number }): string => isFrench() ? `Remettre « ${show(p.name)} » en vente ?` : `Put “${show(p.name)}” back on sale?`
export const catalog_put_on_sale_text = (): string => isFrench() ? "Sa version en vigueur redevient commandable aussitôt." : "Its version in force can be ordered again at once."
export const catalog_on_sale_again = (): string => isFrench() ? "L’offre est de nouveau en vente." : "The offer is on sale again."
export const catalog_versions = (): string => "Versions"
export const catalog_versions_hint = (): string => isFrench() ? "Une version commandée ne change plus : ses contrats gardent ce qu’ils ont signé." : "An ordered version never changes: its contracts keep what they signed."
export const catalog_version = (p: { number: string | number }): string => `Version ${show(p.number)}`
export const catalog_version_of = (p: { name: string | number; number: string | number }): string => `${show(p.name)}, version ${show(p.number)}`
export const catalog_period = (p: { from: string | number; until: string | number }): string => isFrench() ? `Du ${show(p.from)} au ${show(p.until)}` : `From ${show(p.from)} to ${show(p.until)}`
export const catalog_period_open = (p: { from: string | number }): string => isFrench() ? `À partir du ${show(p.from)}` : `From ${show(p.from)} on`
export const catalog_wished = (p: { day: string | number }): string => isFrench() ? `Prévue à partir du ${show(p.day)}` : `Planned from ${show(p.day)} on`
export const catalog_made_at = (p: { at: string | number }): string => isFrench() ? `Créée le ${show(p.at)}` : `Created on ${show(p.at)}`
export const catalog_ordered_since = (p: { at: string | number }): string => isFrench() ? `Commandée depuis le ${show(p.at)} : verrouillée` : `Ordered since ${show(p.at)}: locked`
export const catalog_ordered_locked = (p: { at: string | number }): string => isFrench() ? `Cette version a été commandée le ${show(p.at)} : elle ne change plus. Pour modifier l’offre, créez un brouillon à partir de celle-ci.` : `This version was ordered on ${show(p.at)}: it never changes. To change the offer, create a draft from it.`
export const catalog_draft = (): string => isFrench() ? "Nouvelle version" : "New version"
export const catalog_draft_save = (): string => isFrench() ? "Créer le brouillon" : "Create the draft"
export const catalog_draft_from = (): string => isFrench() ? "À partir de" : "Starting from"
export const catalog_draft_from_hint = (): string => isFrench() ? "Tout est recopié, fiches comprises." : "Everything is copied, sheets included."
export const catalog_draft_from_this = (): string => isFrench() ? "Nouvelle version à partir de celle-ci" : "New version from this one"
export const catalog_drafted = (p: { number: string | number }): string => isFrench() ? `Le brouillon de la version ${show(p.number)} est créé.` : `The draft of version ${show(p.number)} is created.`
export const catalog_delete_draft = (): string => isFrench() ? "Supprimer le brouillon" : "Delete the draft"
export const catalog_delete_draft_title = (p: { number: string | number }): string => isFrench() ? `Supprimer le brouillon de la version ${show(p.number)} ?` : `Delete the draft of version ${show(p.number)}?`
export const catalog_delete_draft_text = (): string => isFrench() ? "Ce qu’il contient est perdu ; les autres versions ne changent pas." : "What it holds is lost; the other versions do not change."
export const catalog_draft_deleted = (): string => isFrench() ? "Le brouillon est supprimé." : "The draft is deleted."
export const catalog_valid_from = (): string => isFrench() ? "En vente à partir du" : "On sale from"
export const catalog_valid_from_hint = (): string => isFrench() ? "La version précédente s’arrête la veille." : "The version before it ends the day before."
export const catalog_valid_until = (): string => isFrench() ? "Dernier jour de vente" : "Last day on sale"
export const catalog_valid_until_hint = (): string => isFrench() ? "Vide : jusqu’à la version suivante." : "Empty: until the next version."
export const catalog_dates = (): string => isFrench() ? "Dates de vente" : "Days on sale"
export const catalog_end = (): string => isFrench() ? "Fin de vente" : "End of sale"
export const catalog_end_hint = (): string => isFrench() ? "Vide : pas de fin connue. Les contrats déjà signés continuent." : "Empty: no end known. Contracts already signed go on."
export const catalog_parts = (): string => isFrench() ? "Parties de la version" : "Parts of the version"
export const catalog_label_fr = (p: { label: string | number }): string => isFrench() ? `${show(p.label)} (français)` : `${show(p.label)} (French)`
export const catalog_label_en = (p: { label: string | number }): string => isFrench() ? `${show(p.label)} (anglais)` : `${show(p.label)} (English)`
export const catalog_with = (p: { label: string | number }): string => isFrench() ? `Avec : ${show(p.label)}` : `With: ${show(p.label)}`
export const catalog_summary = (): string => isFrench() ? "Résumé" : "Summary"
export const catalog_description = (): string => "Description"
export const catalog_characteristics = (): string => isFrench() ? "Questions du formulaire" : "Questions of the form"
export const catalog_characteristics_hint = (): string => isFrench() ? "Glissez une poignée, ou utilisez les flèches du clavier, pour changer l’ordre." : "Drag a handle, or use the arrow keys, to change the order."
export const catalog_characteristic = (): string => "Question"
export const catalog_characteristic_number = (p: { number: string | number }): string => `Question ${show(p.number)}`
export const catalog_add_characteristic = (): string => isFrench() ? "Ajouter une question" : "Add a question"
export const catalog_remove_characteristic = (): string => isFrench() ? "Retirer la question" : "Remove the question"
export const catalog_remove_characteristic_text = (): string => isFrench() ? "Les conditions et les prix qui la nomment seront à corriger." : "Conditions and prices that name it will have to be corrected."
export const catalog_no_characteristic = (): string => isFrench() ? "Cette offre ne demande rien." : "This offer asks nothing."
export const catalog_no_characteristic_hint = (): string => isFrench() ? "Ajoutez une question pour que le client configure ce qu’il commande." : "Add a question so that customers configure what they order."
export const catalog_required = (): string => isFrench() ? "obligatoire" : "required"
export const catalog_conditional = (): string => isFrench() ? "sous condition" : "conditional"
export const catalog_to_correct = (): string => isFrench() ? "à corriger" : "to correct"
export const catalog_question = (): string => isFrench() ? "Libellé" : "Label"
export const catalog_key = (): string => isFrench() ? "Clé" : "Key"
export const catalog_key_hint = (): string => isFrench() ? "Stable : les prix et les conditions la nomment." : "Stable: prices and conditions name it."
export const catalog_type = (): string => isFrench() ? "Réponse" : "Answer"
export const catalog_type_hint = (): string => isFrench() ? "En changer efface ce qui lui est propre." : "Changing it clears what belongs to it."
export const catalog_must_answer = (): string => isFrench() ? "Réponse obligatoire" : "An answer is required"
export const catalog_help = (): string => isFrench() ? "Aide" : "Help"
export const catalog_options = (): string => isFrench() ? "Choix proposés" : "Choices"
export const catalog_option = (): string => isFrench() ? "Choix" : "Choice"
export const catalog_option_number = (p: { number: string | number }): string => isFrench() ? `Choix ${show(p.number)}` : `Choice ${show(p.number)}`
export const catalog_option_value = (): string => isFrench() ? "Valeur" : "Value"
export const catalog_add_option = (): string => isFrench() ? "Ajouter un choix" : "Add a choice"
export const catalog_minimum = (): string => "Minimum"
export const catalog_maximum = (): string => "Maximum"
export const catalog_step = (): string => isFrench() ? "Pas" : "Step"
export const catalog_unit = (): string => isFrench() ? "Unité" : "Unit"
export const catalog_text_maximum = (): string => isFrench() ? "Longueur maximale" : "Maximum length"
export const catalog_pattern = (): string => isFrench() ? "Motif à respecter" : "Pattern to match"
export const catalog_pattern_hint = (): string => isFrench() ? "Expression régulière simple ; vide : tout texte." : "A simple regular expression; empty: any text."
export const catalog_pattern_words = (): string => isFrench() ? "Motif expliqué" : "Pattern in words"
export const catalog_contract_offers = (): string => isFrench() ? "Contrats acceptés" : "Contracts accepted"
export const catalog_contract_offers_hint = (): string => isFrench() ? "Vide : un contrat de n’importe quelle offre." : "Empty: a contract of any offer."
export const catalog_conditions = (): string => isFrench() ? "Demandée si" : "Asked when"
export const catalog_always_asked = (): string => isFrench() ? "Toujours demandée." : "Always asked."
export const catalog_first_always_asked = (): string => isFrench() ? "Toujours demandée : une condition porte sur une question placée avant." : "Always asked: a condition looks at a question placed before."
export const catalog_condition_on = (): string => isFrench() ? "Réponse à" : "Answer to"
export const catalog_condition_is = (): string => "Condition"
export const catalog_condition_values = (): string => isFrench() ? "Valeurs" : "Values"
export const catalog_condition_value = (): string => isFrench() ? "Valeur" : "Value"
export const catalog_condition_number = (p: { number: string | number }): string => `Condition ${show(p.number)}`
export const catalog_add_condition = (): string => isFrench() ? "Ajouter une condition" : "Add a condition"
export const catalog_condition_lost = (p: { key: string | number }): string => isFrench() ? `« ${show(p.key)} » n’est plus demandée avant celle-ci.` : `“${show(p.key)}” is no longer asked before this one.`
export const catalog_preview = (): string => isFrench() ? "Aperçu du formulaire" : "Preview of the form"
export const catalog_preview_hint = (): string => isFrench() ? "Tel que le client le remplira, avec les prix de cette version, sans engagement." : "As the customer will fill it, with the prices of this version, without commitment."
export const catalog_preview_cost = (): string => isFrench() ? "Coût des réponses" : "Cost of the answers"
export const catalog_preview_public = (p: { amount: string | number }): string => isFrench() ? `Tarif public : ${show(p.amount)}` : `Public prices: ${show(p.amount)}`
export const catalog_preview_wholesale = (p: { amount: string | number }): string => isFrench() ? `Tarif grossiste : ${show(p.amount)}` : `Wholesale prices: ${show(p.amount)}`
export const catalog_remove = (p: { label: string | number }): string => isFrench() ? `Retirer : ${show(p.label)}` : `Remove: ${show(p.label)}`
export const catalog_commitments = (): string => isFrench() ? "Durées d’engagement" : "Commitments"
export const catalog_commitments_hint = (): string => isFrench() ? "0 mois : sans engagement. La remise porte sur le mensuel." : "0 months: no commitment. The discount is on the monthly fee."
export const catalog_months = (): string => isFrench() ? "Mois" : "Months"
export const catalog_discount = (): string => isFrench() ? "Remise" : "Discount"
export const catalog_commitment_of = (p: { months: string | number }): string => isFrench() ? `Engagement de ${show(p.months)} mois` : `Commitment of ${show(p.months)} months`
export const catalog_add_commitment = (): string => isFrench() ? "Ajouter une durée" : "Add a commitment"
export const catalog_leaving = (): string => isFrench() ? "Résiliation" : "Termination"
export const catalog_notice = (): string => isFrench() ? "Préavis" : "Notice"
export const catalog_notice_unit = (): string => isFrench() ? "Unité du préavis" : "Unit of the notice"
export const catalog_unit_month = (): string => isFrench() ? "mois" : "month(s)"
export const catalog_unit_day = (): string => isFrench() ? "jour(s)" : "day(s)"
export const catalog_penalty = (): string => isFrench() ? "Pénalité" : "Penalty"
export const catalog_penalty_hint = (): string => isFrench() ? "Part des mensualités restantes due en cas de départ anticipé." : "Share of the remaining monthly fees due when leaving early."
export const catalog_renewal = (): string => isFrench() ? "Reconduction tacite" : "Tacit renewal"
export const catalog_renewal_tacit = (): string => isFrench() ? "Reconduire tacitement le contrat à la fin de l’engagement" : "Renew the contract tacitly when its commitment ends"
export const catalog_renewal_hint = (): string => isFrench() ? "Sans nouvel engagement. La société est prévenue entre trois mois et un mois avant ; elle part ensuite quand elle veut, avec dix jours de préavis au plus et sans pénalité. Les contrats déjà signés gardent leurs conditions." : "Without a new commitment. The company is told between three months and one month before; it then leaves whenever it wants, with ten days of notice at most and no penalty. Contracts already signed keep their terms."
export const catalog_quantity = (): string => isFrench() ? "Quantité du contrat" : "Quantity of the contract"
export const catalog_quantity_hint = (): string => isFrench() ? "Ce que le contrat compte (canaux, licences) : les ajouts l’augmentent." : "What the contract counts (channels, licences): additions raise it."
export const catalog_quantity_key = (): string => isFrench() ? "Comptée par" : "Counted by"
export const catalog_quantity_none = (): string => isFrench() ? "Le contrat compte pour un" : "The contract counts as one"
export const catalog_free_incoming = (): string => isFrench() ? "Appels entrants offerts par unité" : "Free incoming calls per unit"
export const catalog_free_incoming_hint = (): string => isFrench() ? "Canaux SIP : entrants en plus des sortants." : "SIP channels: incoming on top of outgoing."
export const catalog_usage_plan = (): string => isFrench() ? "Plan de consommation" : "Usage plan"
export const catalog_lead_time = (): string => isFrench() ? "Délai et sites" : "Lead time and sites"
export const catalog_lead_days = (): string => isFrench() ? "Délai annoncé (jours)" : "Announced lead time (days)"
export const catalog_lead_hint = (): string => isFrench() ? "En jours calendaires, à partir de la commande." : "In calendar days, from the order."
export const catalog_sites = (): string => isFrench() ? "Sites par contrat" : "Sites per contract"
export const catalog_sites_one = (): string => isFrench() ? "Un seul" : "One"
export const catalog_sites_several = (): string => isFrench() ? "Plusieurs" : "Several"
export const catalog_steps = (): string => isFrench() ? "Étapes de livraison" : "Delivery steps"
export const catalog_steps_hint = (): string => isFrench() ? "Le modèle que chaque commande reprend, sur des jours ouvrés ; le pilote peut ensuite l’adapter." : "The template that each order takes, on working days; its pilot may then adapt it."
export const catalog_step_number = (p: { number: string | number }): string => isFrench() ? `Étape ${show(p.number)}` : `Step ${show(p.number)}`
export const catalog_step_actor = (): string => isFrench() ? "Qui agit" : "Who acts"
export const catalog_step_days = (): string => isFrench() ? "Jours après la précédente" : "Days after the one before"
export const catalog_add_step = (): string => isFrench() ? "Ajouter une étape" : "Add a step"
export const catalog_services = (): string => isFrench() ? "Services créés" : "Services created"
export const catalog_services_hint = (): string => isFrench() ? "Ce que la livraison crée." : "What the delivery creates."
export const catalog_service_number = (p: { number: string | number }): string => `Service ${show(p.number)}`
export const catalog_service_name = (): string => isFrench() ? "Nom du service" : "Name of the service"
export const catalog_service_kind = (): string => isFrench() ? "Nature du service" : "Kind of service"
export const catalog_service_per = (): string => isFrench() ? "Un par" : "One per"
export const catalog_service_accountcode = (): string => isFrench() ? "Avec un accountcode (facturable)" : "With an accountcode (billable)"
export const catalog_add_service = (): string => isFrench() ? "Ajouter un service" : "Add a service"
export const catalog_per_contract = (): string => isFrench() ? "Contrat" : "Contract"
export const catalog_per_site = (): string => "Site"
export const catalog_per_characteristic = (p: { label: string | number }): string => isFrench() ? `Unité de « ${show(p.label)} »` : `Unit of “${show(p.label)}”`
export const catalog_prices_hint = (): string => isFrench() ? "HT. Une ligne vide est gratuite ; l’abonnement est nécessaire pour publier." : "Without VAT. An empty line is free; the subscription is needed to publish."
export const catalog_prices_read_hint = (): string => isFrench() ? "HT. Ce qui n’y figure pas est gratuit." : "Without VAT. What is not listed is free."
export const catalog_item = (): string => isFrench() ? "Élément" : "Item"
export const catalog_item_base = (): string => isFrench() ? "Abonnement" : "Subscription"
export const catalog_item_termination = (): string => isFrench() ? "Frais de résiliation" : "Termination fee"
export const catalog_item_option = (p: { label: string | number; option: string | number }): string => isFrench() ? `${show(p.label)} : ${show(p.option)}` : `${show(p.label)}: ${show(p.option)}`
export const catalog_item_lost = (): string => isFrench() ? "Le formulaire ne demande plus cet élément." : "The form no longer asks this item."
export const catalog_one_off = (): string => isFrench() ? "Frais uniques" : "One-off"
export const catalog_monthly = (): string => isFrench() ? "Mensuel" : "Monthly"
export const catalog_add_volume = (): string => isFrench() ? "Palier" : "Step"
export const catalog_add_volume_to = (p: { label: string | number }): string => isFrench() ? `Ajouter un palier : ${show(p.label)}` : `Add a volume step: ${show(p.label)}`
export const catalog_volume_from = (): string => isFrench() ? "À partir de" : "From"
export const catalog_volume = (p: { from: string | number }): string => isFrench() ? `À partir de ${show(p.from)}` : `From ${show(p.from)}`
export const catalog_remove_price = (): string => isFrench() ? "Retirer ce prix" : "Remove this price"
export const catalog_no_price = (): string => isFrench() ? "Sans prix" : "No price"
export const catalog_sheets_hint = (): string => isFrench() ? "PDF de 10 Mo au plus, proposés avec l’offre. Ils sont enregistrés aussitôt." : "PDF files up to 10 MB, proposed with the offer. They are saved at once."
export const catalog_sheet_composed = (): string => isFrench() ? "Sans fiche déposée, le portail compose celle-ci à partir de la version : textes, choix, services et étapes, sans prix, dans la langue de qui la lit." : "Without a sheet of yours, the portal composes this one from the version: texts, choices, services and steps, without prices, in its reader's language."
export const catalog_sheet_drop = (): string => isFrench() ? "PDF, 10 Mo au plus" : "PDF, 10 MB at most"
export const catalog_sheet_name = (): string => isFrench() ? "Nom de la fiche" : "Name of the sheet"
export const catalog_sheet_add = (): string => isFrench() ? "Ajouter la fiche" : "Add the sheet"
export const catalog_sheet_added = (p: { name: string | number }): string => isFrench() ? `« ${show(p.name)} » est ajoutée.` : `“${show(p.name)}” is added.`
export const catalog_sheet_removed = (p: { name: string | number }): string => isFrench() ? `« ${show(p.name)} » est retirée.` : `“${show(p.name)}” is removed.`
export const catalog_sheet_remove_text = (): string => isFrench() ? "Elle n’est plus proposée avec cette version. Les autres versions la gardent." : "It is no longer proposed with this version. Other versions keep it."
export const catalog_what = (): string => isFrench() ? "Ce qui change" : "What changes"
export const catalog_before = (): string => isFrench() ? "Avant" : "Before"
export const catalog_after = (): string => isFrench() ? "Après" : "After"
export const catalog_place = (): string => "Place"
export const catalog_compare_with = (): string => isFrench() ? "Comparer avec" : "Compare with"
export const catalog_no_change = (): string => isFrench() ? "Rien ne change entre ces deux versions" : "Nothing changes between these versions"
export const catalog_nothing_to_compare = (): string => isFrench() ? "C’est la seule version de l’offre" : "This is the offer's only version"
export const catalog_before_publishing = (): string => isFrench() ? "À corriger avant de publier" : "To correct before publishing"
export const catalog_correct_first = (p: { parts: string | number }): string => isFrench() ? `À corriger d’abord : ${show(p.parts)}.` : `To correct first: ${show(p.parts)}.`
export const catalog_publish = (): string => isFrench() ? "Publier" : "Publish"
export const catalog_publish_title = (p: { number: string | number }): string => isFrench() ? `Publier la version ${show(p.number)}` : `Publish version ${show(p.number)}`
export const catalog_publish_text = (p: { number: string | number }): string => isFrench() ? `Elle remplacera la version ${show(p.number)} dans la e-boutique le jour dit. Les contrats signés ne changent pas.` : `It will replace version ${show(p.number)} in the shop on that day. Signed contracts do not change.`
export const catalog_publish_first_text = (): string => isFrench() ? "L’offre entrera dans la e-boutique le jour dit." : "The offer will enter the shop on that day."
export const catalog_publish_saves = (): string => isFrench() ? "Vos modifications sont enregistrées d’abord." : "Your changes are saved first."
export const catalog_published = (p: { day: string | number; number: string | number }): string => isFrench() ? `La version ${show(p.number)} est publiée à partir du ${show(p.day)}.` : `Version ${show(p.number)} is published from ${show(p.day)} on.`
export const catalog_unsaved = (): string => isFrench() ? "Modifications non enregistrées" : "Unsaved changes"
export const catalog_all_saved = (): string => isFrench() ? "Tout est enregistré" : "Everything is saved"
export const catalog_price_lists = (): string => isFrench() ? "Tarifs" : "Price lists"
export const catalog_price_lists_hint = (): string => isFrench() ? "Tout le catalogue dans un fichier, à modifier dans un tableur." : "The whole catalogue in a file, to edit in a spreadsheet."
export const catalog_export_title = (): string => isFrench() ? "Exporter un tarif" : "Export a price list"
export const catalog_export_hint = (): string => isFrench() ? "Une ligne par élément et par palier de chaque offre publiée." : "One line per item and step of every published offer."
export const catalog_export_day = (): string => isFrench() ? "Tel qu’au (vide : aujourd’hui)" : "As on (empty: today)"
export const catalog_export_file = (): string => isFrench() ? "Télécharger le CSV" : "Download the CSV"
export const catalog_import_title = (): string => isFrench() ? "Importer un tarif" : "Import a price list"
export const catalog_import_hint = (): string => isFrench() ? "Chaque offre dont un prix change reçoit une nouvelle version à partir de la date choisie ; les offres absentes du fichier ne changent pas." : "Each offer with a changed price gets a new version from the chosen day; offers that are not in the file do not change."
export const catalog_import_from = (): string => isFrench() ? "Prix en vigueur à partir du" : "Prices in force from"
export const catalog_import_from_hint = (): string => isFrench() ? "Aujourd’hui ou plus tard." : "Today or later."
export const catalog_import_drop = (): string => isFrench() ? "Fichier CSV exporté ci-dessus puis modifié, 4 Mo au plus" : "CSV file exported above and then edited, 4 MB at most"
export const catalog_import_try = (): string => isFrench() ? "Vérifier sans rien changer" : "Check without changing anything"
export const catalog_import_apply = (): string => isFrench() ? "Appliquer ce tarif" : "Apply this price list"
export const catalog_import_order = (): string => isFrench() ? "Le fichier est d’abord vérifié ; vous appliquez ensuite." : "The file is checked first; then you apply it."
export const catalog_import_confirm_title = (p: { day: string | number; list: string | number }): string => isFrench() ? `Appliquer le ${show(p.list)} à partir du ${show(p.day)} ?` : `Apply ${show(p.list)} from ${show(p.day)}?`
export const catalog_import_confirm_text = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} offre reçoit une nouvelle version, publiée aussitôt.` : `${show(p.count)} offres reçoivent une nouvelle version, publiée aussitôt.`) : (plural(p.count) === 'one' ? `${show(p.count)} offer gets a new version, published at once.` : `${show(p.count)} offers get a new version, published at once.`)
export const catalog_import_applied = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} version publiée.` : `${show(p.count)} versions publiées.`) : (plural(p.count) === 'one' ? `${show(p.count)} version published.` : `${show(p.count)} versions published.`)
export const catalog_import_refused = (p: { lines: string | number }): string => isFrench() ? `Lignes lues : ${show(p.lines)}. Certaines sont à corriger, rien n’est écrit.` : `Lines read: ${show(p.lines)}. Some must be corrected, nothing is written.`
export const catalog_import_would = (p: { lines: string | number; unchanged: string | number; versions: string | number }): string => isFrench() ? `Lignes lues : ${show(p.lines)}. Offres qui recevraient une nouvelle version : ${show(p.versions)} ; inchangées : ${show(p.unchanged)}. Rien n’est encore écrit.` : `Lines read: ${show(p.lines)}. Offers that would get a new version: ${show(p.versions)}; unchanged: ${show(p.unchanged)}. Nothing is written yet.`
export const catalog_import_would_all = (p: { lines: string | number; versions: string | number }): string => isFrench() ? `Lignes lues : ${show(p.lines)}. Offres qui recevraient une nouvelle version : ${show(p.versions)}. Rien n’est encore écrit.` : `Lines read: ${show(p.lines)}. Offers that would get a new version: ${show(p.versions)}. Nothing is written yet.`
export const catalog_import_nothing = (p: { lines: string | number; unchanged: string | number }): string => isFrench() ? `Lignes lues : ${show(p.lines)}. Ce sont déjà les prix en vigueur (offres : ${show(p.unchanged)}).` : `Lines read: ${show(p.lines)}. These are the prices in force already (offers: ${show(p.unchanged)}).`
export const catalog_import_done = (p: { lines: string | number; unchanged: string | number; versions: string | number }): string => isFrench() ? `Lignes lues : ${show(p.lines)}. Versions publiées : ${show(p.versions)} ; offres inchangées : ${show(p.unchanged)}.` : `Lines read: ${show(p.lines)}. Versions published: ${show(p.versions)}; offers unchanged: ${show(p.unchanged)}.`
export const catalog_import_done_all = (p: { lines: string | number; versions: string | number }): string => isFrench() ? `Lignes lues : ${show(p.lines)}. Versions publiées : ${show(p.versions)}.` : `Lines read: ${show(p.lines)}. Versions published: ${show(p.versions)}.`
export const catalog_prices_moved = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} prix modifié` : `${show(p.count)} prix modifiés`) : (plural(p.count) === 'one' ? `${show(p.count)} price changed` : `${show(p.count)} prices changed`)
export const catalog_prices_added = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} prix ajouté` : `${show(p.count)} prix ajoutés`) : (plural(p.count) === 'one' ? `${show(p.count)} price added` : `${show(p.count)} prices added`)
export const catalog_prices_removed = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} prix retiré` : `${show(p.count)} prix retirés`) : (plural(p.count) === 'one' ? `${show(p.count)} price removed` : `${show(p.count)} prices removed`)
export const catalog_prices_removed_hint = (): string => isFrench() ? "Ce qui est absent des lignes d’une offre, sauf son prix de base, n’aura plus de prix : gratuit." : "What is left out of an offer’s lines, except its base price, will have no price: free."
export const catalog_import_errors = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} ligne à corriger` : `${show(p.count)} lignes à corriger`) : (plural(p.count) === 'one' ? `${show(p.count)} line to correct` : `${show(p.count)} lines to correct`)
export const catalog_import_errors_hint = (): string => isFrench() ? "Corrigez-les dans le fichier, puis vérifiez de nouveau." : "Correct them in the file, then check again."
export const catalog_import_changes = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} prix change` : `${show(p.count)} prix changent`) : (plural(p.count) === 'one' ? `${show(p.count)} price changes` : `${show(p.count)} prices change`)
export const catalog_show_more = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `Afficher ${show(p.count)} ligne de plus` : `Afficher ${show(p.count)} lignes de plus`) : (plural(p.count) === 'one' ? `Show ${show(p.count)} more line` : `Show ${show(p.count)} more lines`)
export const catalog_line = (): string => isFrench() ? "Ligne" : "Line"
export const catalog_column = (): string => isFrench() ? "Colonne" : "Column"
export const catalog_value = (): string => isFrench() ? "Valeur" : "Value"
export const catalog_reason = (): string => isFrench() ? "Motif" : "Reason"
export const catalog_none_in_force = (): string => isFrench() ? "Aucune" : "None"
