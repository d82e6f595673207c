import { isFrench, plural, show } from '../platform/language.ts'

export const shop_accept_prices = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Accepter le nouveau prix" : "Accepter les nouveaux prix") : (plural(p.count) === 'one' ? "Accept the new price" : "Accept the new prices")
export const shop_accept_terms = (): string => isFrench() ? "J’ai lu et j’accepte les conditions générales de vente" : "I have read and accept the terms of sale"
export const shop_add_more = (): string => isFrench() ? "Ajouter d’autres produits" : "Add other products"
export const shop_add_to_basket = (): string => isFrench() ? "Mettre au panier" : "Add to basket"
export const shop_added = (p: { name: string | number }): string => isFrench() ? `« ${show(p.name)} » est dans le panier.` : `“${show(p.name)}” is in the basket.`
export const shop_addition = (): string => isFrench() ? "Ajout à un contrat" : "Addition to a contract"
export const shop_addition_how = (): string => isFrench() ? "Cet ajout se commande depuis un contrat en service de :" : "This addition is ordered from a running contract of:"
export const shop_addition_title = (): string => isFrench() ? "Ajouter à ce contrat" : "Add to this contract"
export const shop_addition_to = (p: { name: string | number; reference: string | number }): string => isFrench() ? `Ajout à ${show(p.name)} [${show(p.reference)}]` : `Addition to ${show(p.name)} [${show(p.reference)}]`
export const shop_additions = (): string => isFrench() ? "Ajouts possibles ensuite" : "What may be added later"
export const shop_additions_hint = (): string => isFrench() ? "Une fois le contrat en service, depuis sa fiche." : "Once the contract is running, from its page."
export const shop_after = (): string => isFrench() ? "Après" : "After"
export const shop_all_clients = (): string => isFrench() ? "Tous mes clients" : "All my clients"
export const shop_all_families = (): string => isFrench() ? "Toutes les offres" : "All offers"
export const shop_amount_hint = (): string => isFrench() ? "En euros, hors taxes." : "In euros, without VAT."
export const shop_and_more = (p: { count: number; names: string | number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.names)} et ${show(p.count)} autre` : `${show(p.names)} et ${show(p.count)} autres`) : (plural(p.count) === 'one' ? `${show(p.names)} and ${show(p.count)} more` : `${show(p.names)} and ${show(p.count)} more`)
export const shop_announced = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} jour annoncé` : `${show(p.count)} jours annoncés`) : (plural(p.count) === 'one' ? `${show(p.count)} day announced` : `${show(p.count)} days announced`)
export const shop_answer = (): string => isFrench() ? "Réponse" : "Answer"
export const shop_answered_at = (): string => isFrench() ? "Répondue le" : "Answered on"
export const shop_ask_operator = (): string => isFrench() ? "Demander à mon opérateur" : "Ask my operator"
export const shop_back_to_shop = (): string => isFrench() ? "Retour à la boutique" : "Back to the shop"
export const shop_basket_count = (p: { count: number }): string => isFrench() ? `Mon panier (${show(p.count)})` : `My basket (${show(p.count)})`
export const shop_basket_empty = (): string => isFrench() ? "Le panier est vide" : "The basket is empty"
export const shop_basket_empty_hint = (): string => isFrench() ? "Choisissez une offre : le panier la garde, même inachevée, jusqu’à votre prochaine visite." : "Choose an offer: the basket keeps it, even unfinished, until your next visit."
export const shop_before = (): string => isFrench() ? "Aujourd’hui" : "Today"
export const shop_before_after = (): string => isFrench() ? "Avant et après l’ajout" : "Before and after the addition"
export const shop_between = (p: { maximum: string | number; minimum: string | number }): string => isFrench() ? `De ${show(p.minimum)} à ${show(p.maximum)}` : `From ${show(p.minimum)} to ${show(p.maximum)}`
export const shop_blocked_title = (): string => isFrench() ? "Aucune commande n’est possible pour le moment" : "Nothing can be ordered for now"
export const shop_browse = (): string => isFrench() ? "Voir les offres" : "See the offers"
export const shop_by = (p: { name: string | number }): string => isFrench() ? `Par ${show(p.name)}` : `By ${show(p.name)}`
export const shop_by_site = (): string => isFrench() ? "Par site" : "By site"
export const shop_calls_in = (): string => isFrench() ? "Appels entrants simultanés" : "Simultaneous incoming calls"
export const shop_calls_out = (): string => isFrench() ? "Appels sortants simultanés" : "Simultaneous outgoing calls"
export const shop_change_choice = (): string => isFrench() ? "Changer la sélection" : "Change the selection"
export const shop_change_client = (): string => isFrench() ? "Changer de client" : "Change client"
export const shop_change_client_text = (p: { name: string | number }): string => isFrench() ? `Le panier de ${show(p.name)} est gardé : vous le retrouverez en choisissant à nouveau ce client.` : `The basket for ${show(p.name)} is kept: choose this client again to find it.`
export const shop_characteristics = (): string => isFrench() ? "Caractéristiques" : "Characteristics"
export const shop_characteristics_hint = (): string => isFrench() ? "Ce que la commande demande de préciser." : "What the order asks you to specify."
export const shop_choose = (): string => isFrench() ? "Choisir" : "Choose"
export const shop_choose_client = (): string => isFrench() ? "Pour quel client commandez-vous ?" : "Which client are you ordering for?"
export const shop_choose_client_hint = (): string => isFrench() ? "Les prix, les sites et les contrats proposés sont ensuite les siens." : "Prices, sites and contracts are then those of that client."
export const shop_choose_site = (): string => isFrench() ? "Choisissez au moins un site." : "Choose at least one site."
export const shop_client = (): string => "Client"
export const shop_client_hint = (): string => isFrench() ? "Nom, référence ou SIREN" : "Name, reference or SIREN"
export const shop_client_none = (): string => isFrench() ? "Aucun client trouvé" : "No client found"
export const shop_client_unknown = (): string => isFrench() ? "Ce client n’est pas l’un des vôtres, ou ne peut pas commander." : "This client is not one of yours, or cannot order."
export const shop_commitment = (): string => isFrench() ? "Engagement" : "Commitment"
export const shop_commitment_discount = (p: { commitment: string | number; percent: string | number }): string => `${show(p.commitment)} (− ${show(p.percent)})`
export const shop_commitment_from = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `engagement dès ${show(p.count)} mois` : `engagement dès ${show(p.count)} mois`) : (plural(p.count) === 'one' ? `commitment from ${show(p.count)} month` : `commitment from ${show(p.count)} months`)
export const shop_commitments = (): string => isFrench() ? "Engagements proposés" : "Commitments offered"
export const shop_compare = (): string => isFrench() ? "Comparer" : "Compare"
export const shop_compare_more = (): string => isFrench() ? "Choisissez au moins une autre offre à comparer." : "Choose at least one more offer to compare."
export const shop_compare_offer = (p: { name: string | number }): string => isFrench() ? `Comparer « ${show(p.name)} »` : `Compare “${show(p.name)}”`
export const shop_compare_remove = (p: { name: string | number }): string => isFrench() ? `Retirer « ${show(p.name)} » de la comparaison` : `Remove “${show(p.name)}” from the comparison`
export const shop_comparison = (): string => isFrench() ? "Comparaison des offres" : "Comparison of offers"
export const shop_conditions = (): string => "Conditions"
export const shop_confirm_order = (): string => isFrench() ? "Confirmer la commande" : "Confirm the order"
export const shop_contract = (): string => isFrench() ? "Contrat concerné" : "Contract"
export const shop_contract_name = (): string => isFrench() ? "Offre contractée" : "Contracted offer"
export const shop_days = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} jour` : `${show(p.count)} jours`) : (plural(p.count) === 'one' ? `${show(p.count)} day` : `${show(p.count)} days`)
export const shop_decline = (): string => isFrench() ? "Refuser la demande" : "Decline the request"
export const shop_decline_text = (p: { name: string | number }): string => isFrench() ? `${show(p.name)} lira votre réponse. La demande est alors close.` : `${show(p.name)} will read your answer. The request is then closed.`
export const shop_delivered_in = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `Livraison sous ${show(p.count)} jour` : `Livraison sous ${show(p.count)} jours`) : (plural(p.count) === 'one' ? `Delivered within ${show(p.count)} day` : `Delivered within ${show(p.count)} days`)
export const shop_delivery = (): string => isFrench() ? "Livraison" : "Delivery"
export const shop_discount = (p: { percent: string | number }): string => isFrench() ? `− ${show(p.percent)} par mois` : `− ${show(p.percent)} per month`
export const shop_discount_held = (p: { percent: string | number }): string => isFrench() ? `Remise d’engagement de ${show(p.percent)} comprise.` : `Includes the commitment discount of ${show(p.percent)}.`
export const shop_duplicate = (): string => isFrench() ? "Dupliquer" : "Duplicate"
export const shop_duplicate_line = (p: { name: string | number }): string => isFrench() ? `Dupliquer « ${show(p.name)} »` : `Duplicate “${show(p.name)}”`
export const shop_duplicated = (p: { name: string | number }): string => isFrench() ? `« ${show(p.name)} » est dupliquée dans le panier.` : `“${show(p.name)}” is duplicated in the basket.`
export const shop_each = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} par unité` : `${show(p.amount)} per unit`
export const shop_edit_line = (p: { name: string | number }): string => isFrench() ? `Modifier « ${show(p.name)} »` : `Edit “${show(p.name)}”`
export const shop_edit_resale = (p: { name: string | number; who: string | number }): string => isFrench() ? `Modifier le prix de « ${show(p.name)} » pour ${show(p.who)}` : `Edit the price of “${show(p.name)}” for ${show(p.who)}`
export const shop_empty_basket = (): string => isFrench() ? "Vider le panier" : "Empty the basket"
export const shop_empty_basket_text = (): string => isFrench() ? "Toutes ses lignes, et ce que vous y avez saisi, seront perdues." : "All its lines, and what you entered in them, will be lost."
export const shop_expected = (): string => isFrench() ? "Livraison prévue" : "Expected delivery"
export const shop_expected_on = (p: { day: string | number }): string => isFrench() ? `Facturé à partir de la livraison, prévue le ${show(p.day)}.` : `Billed from delivery, expected on ${show(p.day)}.`
export const shop_families = (): string => isFrench() ? "Familles d’offres" : "Families of offers"
export const shop_find_site = (): string => isFrench() ? "Chercher un site" : "Find a site"
export const shop_finish_later = (): string => isFrench() ? "Enregistrer et finir plus tard" : "Save and finish later"
export const shop_first_invoice = (): string => isFrench() ? "Aperçu de la première facture" : "Preview of the first invoice"
export const shop_first_invoice_hint = (): string => isFrench() ? "Si tout est livré au jour prévu : les frais d’accès, et l’abonnement au prorata des jours restants du mois." : "If everything is delivered on the expected day: set-up fees, and the subscription in proportion to the days left in the month."
export const shop_follow_orders = (): string => isFrench() ? "Suivre mes commandes" : "Follow my orders"
export const shop_for_whom = (): string => isFrench() ? "Pour qui ?" : "For whom?"
export const shop_free_incoming = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `Par canal souscrit, ${show(p.count)} appel entrant simultané de plus est offert.` : `Par canal souscrit, ${show(p.count)} appels entrants simultanés de plus sont offerts.`) : (plural(p.count) === 'one' ? `For each channel, ${show(p.count)} more simultaneous incoming call is free.` : `For each channel, ${show(p.count)} more simultaneous incoming calls are free.`)
export const shop_from = (): string => isFrench() ? "À partir de" : "From"
export const shop_from_quantity = (p: { count: number }): string => isFrench() ? `À partir de ${show(p.count)}, l’unité` : `From ${show(p.count)}, each`
export const shop_full_price = (): string => isFrench() ? "Sans remise" : "No discount"
export const shop_how = (): string => isFrench() ? "Votre configuration" : "Your configuration"
export const shop_included = (): string => isFrench() ? "Inclus" : "Included"
export const shop_incoming = (): string => isFrench() ? "Appels entrants" : "Incoming calls"
export const shop_invoice_of = (p: { month: string | number }): string => isFrench() ? `Facture de ${show(p.month)}` : `Invoice of ${show(p.month)}`
export const shop_invoice_total = (): string => isFrench() ? "Totaux" : "Totals"
export const shop_item = (): string => isFrench() ? "Élément" : "Item"
export const shop_item_option = (p: { label: string | number; option: string | number }): string => isFrench() ? `${show(p.label)} : ${show(p.option)}` : `${show(p.label)}: ${show(p.option)}`
export const shop_lead_time = (): string => isFrench() ? "Délai de livraison" : "Delivery time"
export const shop_less = (p: { label: string | number }): string => isFrench() ? `Diminuer : ${show(p.label)}` : `Less: ${show(p.label)}`
export const shop_line_merged = (): string => isFrench() ? "Cette ligne a changé dans une autre fenêtre. Vos choix sont gardés, les autres changements sont repris : vérifiez, puis enregistrez." : "This line changed in another window. Your choices are kept and the other changes taken: check, then save."
export const shop_line_unfinished = (): string => isFrench() ? "À compléter avant de commander" : "To be completed before ordering"
export const shop_lines = (): string => isFrench() ? "Lignes du panier" : "Lines of the basket"
export const shop_message = (): string => "Message"
export const shop_message_hint = (): string => isFrench() ? "Facultatif : le contexte, une échéance, une question." : "Optional: the context, a deadline, a question."
export const shop_missing = (p: { fields: string | number }): string => isFrench() ? `Il manque : ${show(p.fields)}.` : `Missing: ${show(p.fields)}.`
export const shop_mode_order = (): string => isFrench() ? "La commande part dès sa validation : elle est facturée à votre société." : "The order goes as soon as you confirm it: it is billed to your company."
export const shop_mode_propose = (): string => isFrench() ? "Le client reçoit la commande par e-mail et la valide ou la refuse en ligne. Elle ne part qu’après sa validation." : "The client receives the order by e-mail and validates or refuses it online. It goes only after that."
export const shop_mode_request = (): string => isFrench() ? "La demande part à l’opérateur, qui commande." : "The request goes to the operator, who orders."
export const shop_monthly = (): string => isFrench() ? "Abonnement mensuel HT" : "Monthly fee excl. VAT"
export const shop_monthly_all = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `Par mois, ${show(p.count)} contrat` : `Par mois, ${show(p.count)} contrats`) : (plural(p.count) === 'one' ? `Per month, ${show(p.count)} contract` : `Per month, ${show(p.count)} contracts`)
export const shop_monthly_each = (): string => isFrench() ? "Par mois et par site" : "Per month and site"
export const shop_monthly_short = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)}/mois` : `${show(p.amount)}/month`
export const shop_months = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} mois` : `${show(p.count)} mois`) : (plural(p.count) === 'one' ? `${show(p.count)} month` : `${show(p.count)} months`)
export const shop_more = (p: { label: string | number }): string => isFrench() ? `Augmenter : ${show(p.label)}` : `More: ${show(p.label)}`
export const shop_my_requests = (): string => isFrench() ? "Mes demandes" : "My requests"
export const shop_new_contact = (): string => isFrench() ? "Nouveau contact" : "New contact"
export const shop_new_site = (): string => isFrench() ? "Ajouter un site" : "Add a site"
export const shop_new_version = (): string => isFrench() ? "une nouvelle version de l’offre est en vente" : "a new version of the offer is on sale"
export const shop_next = (): string => isFrench() ? "Et maintenant ?" : "What happens next"
export const shop_next_delivery = (): string => isFrench() ? "À la livraison, le contrat devient actif ou prend son ajout, le bon de livraison est dans ses documents et la facturation commence." : "On delivery the contract becomes active or gets its addition, the delivery note is among its documents and billing starts."
export const shop_next_mail = (): string => isFrench() ? "Une confirmation vous est envoyée par e-mail, ainsi qu’au contact sur site s’il a une adresse." : "A confirmation is sent by e-mail to you, and to the on-site contact if they have an address."
export const shop_next_pilot = (): string => isFrench() ? "Un pilote de livraison prend la commande en charge : chaque étape, sa date et qui doit agir se suivent sur la page de la commande." : "A delivery pilot takes the order over: each step, its date and who must act are on the page of the order."
export const shop_next_validation = (): string => isFrench() ? "Le client reçoit un e-mail avec le lien de la commande : il la valide, avec les conditions générales de vente, ou la refuse." : "The client receives an e-mail with the link to the order: they validate it, with the terms of sale, or refuse it."
export const shop_no_addition = (): string => isFrench() ? "Rien ne peut être ajouté à ce contrat" : "Nothing can be added to this contract"
export const shop_no_addition_hint = (): string => isFrench() ? "Il n’est pas encore en service, ou son offre n’a pas d’ajout en vente." : "It is not running yet, or its offer has no addition on sale."
export const shop_no_contract = (): string => isFrench() ? "Aucun contrat en service" : "No running contract"
export const shop_no_message = (): string => isFrench() ? "Sans message" : "No message"
export const shop_no_requests = (): string => isFrench() ? "Vous n’avez rien demandé à votre opérateur" : "You have not asked your operator for anything"
export const shop_no_requests_hint = (): string => isFrench() ? "Choisissez des offres dans la boutique : votre opérateur reçoit la demande et commande pour vous." : "Choose offers in the shop: your operator receives the request and orders for you."
export const shop_no_requests_operator = (): string => isFrench() ? "Aucune demande de vos clients" : "No request from your clients"
export const shop_no_requests_operator_hint = (): string => isFrench() ? "Ce que vos clients choisissent dans la boutique arrive ici : vous le reprenez dans votre panier, ou le refusez." : "What your clients choose in the shop comes here: take it into your basket, or decline it."
export const shop_no_site = (): string => isFrench() ? "Aucun site trouvé" : "No site found"
export const shop_not_allowed = (): string => isFrench() ? "Offre non ouverte à ce client" : "Offer not open to this client"
export const shop_nothing_found = (): string => isFrench() ? "Aucune offre ne correspond" : "No offer matches"
export const shop_nothing_found_hint = (): string => isFrench() ? "Essayez d’autres mots, ou une autre famille." : "Try other words, or another family."
export const shop_notice = (): string => isFrench() ? "Préavis de résiliation" : "Notice of termination"
export const shop_renewal = (): string => isFrench() ? "À la fin de l’engagement" : "When the commitment ends"
export const shop_renewal_short = (): string => isFrench() ? "Reconduction tacite, sans nouvel engagement" : "Tacit renewal, without a new commitment"
export const shop_renewal_tacit = (): string => isFrench() ? "Le contrat est reconduit tacitement, sans nouvel engagement : vous êtes prévenu avant, et vous y mettez fin ensuite quand vous voulez, avec dix jours de préavis au plus et sans frais." : "The contract is tacitly renewed, without a new commitment: you are told before, and you then end it whenever you want, with ten days of notice at most and no fees."
export const shop_renewal_none = (): string => isFrench() ? "Le contrat continue sans nouvel engagement ni reconduction, avec son préavis." : "The contract goes on without a new commitment or renewal, with its notice."
export const shop_wanted_boolean = (): string => isFrench() ? "Cochez cette case." : "Tick this box."
export const shop_wanted_choice = (): string => isFrench() ? "Choisissez une réponse." : "Choose an answer."
export const shop_wanted_contract = (): string => isFrench() ? "Choisissez un contrat." : "Choose a contract."
export const shop_wanted_date = (): string => isFrench() ? "Indiquez une date." : "Enter a date."
export const shop_wanted_email = (): string => isFrench() ? "Indiquez une adresse e-mail." : "Enter an e-mail address."
export const shop_wanted_file = (): string => isFrench() ? "Joignez un fichier." : "Attach a file."
export const shop_wanted_ip = (): string => isFrench() ? "Indiquez une adresse IP." : "Enter an IP address."
export const shop_wanted_number = (): string => isFrench() ? "Indiquez un nombre." : "Enter a number."
export const shop_wanted_phone = (): string => isFrench() ? "Indiquez un numéro de téléphone." : "Enter a phone number."
export const shop_wanted_site = (): string => isFrench() ? "Choisissez un site." : "Choose a site."
export const shop_wanted_text = (): string => isFrench() ? "Remplissez ce champ." : "Fill in this field."
export const shop_offer = (): string => isFrench() ? "Offre" : "Offer"
export const shop_offers = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Aucune offre" : plural(p.count) === 'one' ? `${show(p.count)} offre` : `${show(p.count)} offres`) : (p.count === 0 ? "No offer" : plural(p.count) === 'one' ? `${show(p.count)} offer` : `${show(p.count)} offers`)
export const shop_offers_asked = (): string => isFrench() ? "Offres demandées" : "Offers asked for"
export const shop_on_request = (): string => isFrench() ? "Prix sur demande" : "Price on request"
export const shop_one_client = (): string => isFrench() ? "Un client" : "One client"
export const shop_one_off = (): string => isFrench() ? "Frais d’accès HT" : "One-off fee excl. VAT"
export const shop_one_off_plain = (): string => isFrench() ? "Frais d’accès" : "One-off fee"
export const shop_monthly_plain = (): string => isFrench() ? "Total par mois" : "Total per month"
export const shop_one_off_all = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `Frais d’accès, ${show(p.count)} contrat` : `Frais d’accès, ${show(p.count)} contrats`) : (plural(p.count) === 'one' ? `One-off, ${show(p.count)} contract` : `One-off, ${show(p.count)} contracts`)
export const shop_one_off_each = (): string => isFrench() ? "Frais d’accès par site" : "One-off fee per site"
export const shop_one_site = (): string => isFrench() ? "Un contrat pour chaque site choisi." : "One contract for each site chosen."
export const shop_onsite_contact = (): string => isFrench() ? "Contact sur site" : "On-site contact"
export const shop_onsite_contact_hint = (): string => isFrench() ? "La personne à joindre pour la livraison ; elle reçoit aussi la confirmation." : "Whom to reach for the delivery; also gets the confirmation."
export const shop_operation_running = (): string => isFrench() ? "Une opération est déjà en cours sur ce contrat" : "An operation is already running on this contract"
export const shop_operation_running_text = (): string => isFrench() ? "Attendez sa fin, ou annulez-la, pour commander un ajout :" : "Wait for its end, or cancel it, to order an addition:"
export const shop_optional = (): string => isFrench() ? "facultatif" : "optional"
export const shop_order = (): string => isFrench() ? "Commander" : "Order"
export const shop_order_blocked = (): string => isFrench() ? "Les commandes sont bloquées pour cette société." : "Orders are blocked for this company."
export const shop_order_changed = (): string => isFrench() ? "Acceptez d’abord les nouveaux prix." : "First accept the new prices."
export const shop_order_for_client = (): string => isFrench() ? "Commander pour ce client" : "Order for this client"
export const shop_order_no_right = (): string => isFrench() ? "Vos droits ne permettent pas de commander tout ce panier." : "Your rights do not allow ordering all of this basket."
export const shop_order_offer = (p: { name: string | number }): string => isFrench() ? `Commander « ${show(p.name)} »` : `Order “${show(p.name)}”`
export const shop_order_title = (p: { name: string | number }): string => isFrench() ? `Commander ${show(p.name)}` : `Order ${show(p.name)}`
export const shop_order_unavailable = (): string => isFrench() ? "Retirez d’abord les offres qui ne sont plus en vente." : "First remove the offers that are no longer on sale."
export const shop_order_unfinished = (): string => isFrench() ? "Complétez d’abord les lignes signalées." : "First complete the lines marked."
export const shop_ordering_for = (p: { name: string | number }): string => isFrench() ? `Vous commandez pour ${show(p.name)}` : `You are ordering for ${show(p.name)}`
export const shop_per_month = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} HT/mois` : `${show(p.amount)} excl. VAT/month`
export const shop_per_unit = (p: { label: string | number }): string => isFrench() ? `${show(p.label)}, l’unité` : `${show(p.label)}, each`
export const shop_percent = (p: { value: string | number }): string => isFrench() ? `${show(p.value)} %` : `${show(p.value)}%`
export const shop_placed = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} commande est enregistrée.` : `${show(p.count)} commandes sont enregistrées.`) : (plural(p.count) === 'one' ? `${show(p.count)} order is placed.` : `${show(p.count)} orders are placed.`)
export const shop_placed_text = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Elle est transmise à la livraison." : "Elles sont transmises à la livraison.") : (plural(p.count) === 'one' ? "It is handed to delivery." : "They are handed to delivery.")
export const shop_placed_title = (): string => isFrench() ? "Commande confirmée" : "Order confirmed"
export const shop_placed_waits = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Elle attend la validation du client." : "Elles attendent la validation du client.") : (plural(p.count) === 'one' ? "It waits for the client’s validation." : "They wait for the client’s validation.")
export const shop_plus_monthly = (p: { amount: string | number }): string => isFrench() ? `+ ${show(p.amount)}/mois` : `+ ${show(p.amount)}/month`
export const shop_plus_one_off = (p: { amount: string | number }): string => isFrench() ? `+ ${show(p.amount)} une fois` : `+ ${show(p.amount)} once`
export const shop_presentation = (): string => isFrench() ? "Présentation" : "About this offer"
export const shop_price = (): string => isFrench() ? "Prix" : "Price"
export const shop_price_of_operator = (): string => isFrench() ? "Prix de votre opérateur" : "Your operator’s price"
export const shop_prices = (): string => isFrench() ? "Tarifs" : "Prices"
export const shop_prices_accepted = (): string => isFrench() ? "Les nouveaux prix sont acceptés." : "The new prices are accepted."
export const shop_prices_changed = (): string => isFrench() ? "Des prix ont changé" : "Prices have changed"
export const shop_prices_changed_text = (): string => isFrench() ? "Depuis que ces lignes sont dans le panier. Rien n’est commandé à un prix que vous n’avez pas accepté." : "Since these lines were put in the basket. Nothing is ordered at a price that you have not accepted."
export const shop_prices_hint = (): string => isFrench() ? "Hors taxes, avant remise d’engagement." : "Without VAT, before any commitment discount."
export const shop_propose_terms = (p: { name: string | number }): string => isFrench() ? `Les conditions générales de vente seront acceptées par ${show(p.name)}, à la validation.` : `${show(p.name)} will accept the terms of sale when validating.`
export const shop_proposed_title = (): string => isFrench() ? "Commande à valider par le client" : "Order awaiting the client’s validation"
export const shop_prorata = (): string => isFrench() ? "Prorata HT" : "Proportional fee excl. VAT"
export const shop_prorata_days = (p: { days: string | number; from: string | number; total: string | number; until: string | number }): string => isFrench() ? `Du ${show(p.from)} au ${show(p.until)} : ${show(p.days)} jours sur ${show(p.total)}` : `${show(p.from)} to ${show(p.until)}: ${show(p.days)} days of ${show(p.total)}`
export const shop_quantity = (): string => isFrench() ? "Quantité" : "Quantity"
export const shop_recap = (): string => isFrench() ? "Récapitulatif" : "Summary"
export const shop_remove = (): string => isFrench() ? "Retirer" : "Remove"
export const shop_remove_line = (p: { name: string | number }): string => isFrench() ? `Retirer « ${show(p.name)} »` : `Remove “${show(p.name)}”`
export const shop_remove_resale = (): string => isFrench() ? "Retirer ce prix ?" : "Remove this price?"
export const shop_apply_common = (): string => isFrench() ? "Appliquer le prix commun" : "Apply the common price"
export const shop_apply_common_text = (p: { amount: string | number; name: string | number; who: string | number }): string => isFrench() ? `« ${show(p.name)} », ${show(p.who)} : le prix commun, ${show(p.amount)}, s’appliquera.` : `“${show(p.name)}”, ${show(p.who)}: the common price, ${show(p.amount)}, will apply.`
export const shop_remove_resale_of = (p: { name: string | number; who: string | number }): string => isFrench() ? `Retirer le prix de « ${show(p.name)} » pour ${show(p.who)}` : `Remove the price of “${show(p.name)}” for ${show(p.who)}`
export const shop_remove_resale_text = (p: { name: string | number; who: string | number }): string => isFrench() ? `« ${show(p.name)} », ${show(p.who)} : sans ce prix, le prix commun s’applique, sinon « prix sur demande ».` : `“${show(p.name)}”, ${show(p.who)}: without it the common price applies, else “price on request”.`
export const shop_removed = (p: { name: string | number }): string => isFrench() ? `« ${show(p.name)} » n’est plus dans le panier.` : `“${show(p.name)}” is no longer in the basket.`
export const shop_request = (): string => isFrench() ? "Demande" : "Request"
export const shop_request_declined = (): string => isFrench() ? "Refusée" : "Declined"
export const shop_request_declined_done = (): string => isFrench() ? "La demande est refusée ; le client est prévenu." : "The request is declined; the client is told."
export const shop_request_of = (p: { day: string | number }): string => isFrench() ? `Demande du ${show(p.day)}` : `Request of ${show(p.day)}`
export const shop_request_open = (): string => isFrench() ? "En attente" : "Waiting"
export const shop_request_open_hint = (): string => isFrench() ? "Votre opérateur a reçu la demande. Vous serez prévenu de sa réponse." : "Your operator has received the request. You will be told of the answer."
export const shop_request_sent = (): string => isFrench() ? "Votre demande est partie." : "Your request is sent."
export const shop_request_taken = (): string => isFrench() ? "Prise en charge" : "Taken"
export const shop_request_taken_done = (): string => isFrench() ? "Les lignes sont dans votre panier pour ce client." : "The lines are in your basket for this client."
export const shop_request_taken_hint = (): string => isFrench() ? "Ses lignes ont été copiées dans votre panier pour ce client." : "Its lines were copied into your basket for this client."
export const shop_request_text = (): string => isFrench() ? "Composez votre panier : il part à votre opérateur, qui commande pour vous et fixe le prix." : "Fill your basket: it goes to your operator, who orders for you and sets the price."
export const shop_request_title = (): string => isFrench() ? "Vos commandes passent par votre opérateur" : "Your orders go through your operator"
export const shop_requested_at = (): string => isFrench() ? "Demandée le" : "Requested on"
export const shop_requested_by = (): string => isFrench() ? "Par" : "By"
export const shop_resale_hint = (): string => isFrench() ? "Ce que vos clients lisent dans la boutique. Sans prix : « prix sur demande »." : "What your clients read in the shop. Without one: “price on request”."
export const shop_resale_unit_hint = (): string => isFrench() ? "Pour une offre qui compte des canaux, des licences ou des lignes : le prix de chacun." : "For an offer that counts channels, licences or lines: the price of each."
export const shop_save_line = (): string => isFrench() ? "Enregistrer" : "Save"
export const shop_search = (): string => isFrench() ? "Rechercher une offre" : "Search for an offer"
export const shop_search_hint = (): string => isFrench() ? "Fibre, standard, licences…" : "Fibre, switchboard, licences…"
export const shop_set_price = (): string => isFrench() ? "Fixer un prix" : "Set a price"
export const shop_set_price_of = (p: { name: string | number }): string => isFrench() ? `Fixer un prix pour « ${show(p.name)} »` : `Set a price for “${show(p.name)}”`
export const shop_setup = (p: { amount: string | number }): string => isFrench() ? `+ ${show(p.amount)} de frais d’accès` : `+ ${show(p.amount)} set-up`
export const shop_several_sites = (): string => isFrench() ? "Un seul contrat pour tous les sites choisis." : "A single contract for all the sites chosen."
export const shop_sheets = (): string => isFrench() ? "Documentation" : "Documents"
export const shop_site = (): string => "Site"
export const shop_site_unnamed = (): string => isFrench() ? "Autre site" : "Other site"
export const shop_sites = (): string => "Sites"
export const shop_some_unpriced = (): string => isFrench() ? "Sans les offres au prix sur demande." : "Without the offers priced on request."
export const shop_state = (): string => isFrench() ? "État" : "State"
export const shop_steps = (): string => isFrench() ? "Étapes de la livraison" : "Steps of the delivery"
export const shop_summary = (): string => isFrench() ? "En bref" : "In short"
export const shop_take = (): string => isFrench() ? "Reprendre dans mon panier" : "Take into my basket"
export const shop_termination_fee = (): string => isFrench() ? "Frais de résiliation" : "Termination fee"
export const shop_times = (p: { amount: string | number; count: number }): string => (plural(p.count) === 'one' ? `${show(p.count)} × ${show(p.amount)}` : `${show(p.count)} × ${show(p.amount)}`)
export const shop_title_short = (): string => isFrench() ? "Commandes" : "Orders"
export const shop_to_contracts = (): string => isFrench() ? "Choisir le contrat" : "Choose the contract"
export const shop_total_without_vat = (): string => isFrench() ? "Total HT" : "Total excl. VAT"
export const shop_usual = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `8 livraisons sur 10 en ${show(p.count)} jour au plus` : `8 livraisons sur 10 en ${show(p.count)} jours au plus`) : (plural(p.count) === 'one' ? `8 deliveries out of 10 within ${show(p.count)} day` : `8 deliveries out of 10 within ${show(p.count)} days`)
export const shop_waiver = (): string => isFrench() ? "Je demande expressément un engagement de plus de 24 mois." : "I expressly ask for a commitment of more than 24 months."
export const shop_where = (): string => isFrench() ? "Où ?" : "Where?"
export const shop_wholesale = (): string => isFrench() ? "Votre prix d’achat" : "What you pay"
export const shop_will_order = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} commande sera passée.` : `${show(p.count)} commandes seront passées.`) : (plural(p.count) === 'one' ? `${show(p.count)} order will be placed.` : `${show(p.count)} orders will be placed.`)
export const shop_will_propose = (p: { count: number; name: string | number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} commande attendra la validation de ${show(p.name)}.` : `${show(p.count)} commandes attendront la validation de ${show(p.name)}.`) : (plural(p.count) === 'one' ? `${show(p.count)} order will wait for ${show(p.name)} to validate it.` : `${show(p.count)} orders will wait for ${show(p.name)} to validate them.`)
export const shop_will_request = (): string => isFrench() ? "Votre opérateur reçoit cette demande, la complète et commande pour vous." : "Your operator receives this request, completes it and orders for you."
export const shop_wished_on = (): string => isFrench() ? "Date souhaitée" : "Wished date"
export const shop_wished_on_hint = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `Au plus tôt dans ${show(p.count)} jour ; vide : dès que possible.` : `Au plus tôt dans ${show(p.count)} jours ; vide : dès que possible.`) : (plural(p.count) === 'one' ? `In ${show(p.count)} day at the earliest; empty: as soon as possible.` : `In ${show(p.count)} days at the earliest; empty: as soon as possible.`)
export const shop_withdrawn = (): string => isFrench() ? "N’est plus en vente" : "No longer on sale"
export const shop_without_commitment = (): string => isFrench() ? "Sans engagement" : "No commitment"
export const shop_without_vat = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} HT` : `${show(p.amount)} excl. VAT`
export const shop_you_resell = (p: { amount: string | number }): string => isFrench() ? `Vous revendez ${show(p.amount)}` : `You resell at ${show(p.amount)}`
export const shop_you_resell_on_request = (): string => isFrench() ? "Vos clients lisent « prix sur demande »." : "Your clients read “price on request”."
export const shop_your_prices = (): string => isFrench() ? "Vos prix de revente" : "Your resale prices"
export const shop_modify_title = (): string => isFrench() ? "Modifier l’offre" : "Change the offer"
export const shop_modification_of = (p: { name: string | number; reference: string | number }): string => isFrench() ? `Modification de ${show(p.name)} [${show(p.reference)}]` : `Change of ${show(p.name)} [${show(p.reference)}]`
export const shop_keep_commitment = (): string => isFrench() ? "Garder l’engagement tel qu’il est" : "Keep the commitment as it is"
export const shop_version_changes = (p: { after: string | number; before: string | number }): string => isFrench() ? `L’offre a changé depuis la signature (version ${show(p.before)}, désormais ${show(p.after)}) : les prix en vigueur s’appliquent à tout le contrat.` : `The offer changed since it was contracted (version ${show(p.before)}, now ${show(p.after)}): the prices in force apply to the whole contract.`
export const shop_no_change = (): string => isFrench() ? "Changez une réponse du formulaire : la différence s’affiche ici." : "Change an answer of the form: the difference shows here."
export const shop_changes = (): string => isFrench() ? "Ce qui change" : "What changes"
export const shop_difference = (): string => isFrench() ? "Différence" : "Difference"
export const shop_subscription_fee = (): string => isFrench() ? "Abonnement" : "Subscription"
export const shop_same_price = (): string => isFrench() ? "Même prix" : "Same price"
export const shop_once = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} une fois` : `${show(p.amount)} once`
export const shop_committed_until = (p: { day: string | number }): string => isFrench() ? `Contrat engagé jusqu’au ${show(p.day)}.` : `Contract committed until ${show(p.day)}.`
export const shop_modify_running = (): string => isFrench() ? "Attendez sa fin, ou annulez-la, pour modifier le contrat :" : "Wait for its end, or cancel it, to change the contract:"
export const shop_modify_not_running = (): string => isFrench() ? "Ce contrat n’est pas actif : il ne peut pas être modifié." : "This contract is not active: it cannot be changed."
export const shop_monthly_difference = (): string => isFrench() ? "Différence par mois" : "Difference per month"
