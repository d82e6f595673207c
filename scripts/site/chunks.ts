/**
 * What is loaded together. Without these the build makes a file of every few lines that two pages share: a page would be a hundred requests.
 * A group takes along what its modules import, unless a group of higher priority has it: lower layers come first.
 */
const kit = (...names: readonly string[]): RegExp => new RegExp(`node_modules/@mantine/core/esm/components/(${names.join('|')})/`)

export const chunkGroups = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 30 },
  {
    name: 'tanstack',
    test: /node_modules\/@tanstack\/(react-router|router-core|history|react-query|query-core|store|react-store)\//,
    priority: 29,
  },
  // What every page needs before it knows which one it is.
  { name: 'portal', test: /^(?!.*web\/main\.tsx).*\.[mc]?[jt]sx?$/, tags: ['$initial' as const], priority: 28 },
  // The signed-in frame, and the small parts that nearly all of its pages are made of.
  {
    name: 'frame',
    test: /web\/(app\/(modules|universe-labels|company-sections|shell\/(header|sidebar|banners|shortcuts|palette-state))|ui\/(page|links|section-card|state-badge|empty-state|copy-button|description-list|lazy-window|menu\/lazy-menu|menu\/actions-menu)|platform\/format|messages\.gen\/(shell|universes|common))\.tsx?$/,
    priority: 27,
  },
  {
    name: 'frame',
    test: kit('ActionIcon', 'Alert', 'CloseButton', 'Skeleton', 'Paper', 'Title', 'Anchor', 'Breadcrumbs', 'Group'),
    priority: 27,
  },
  { name: 'kit', test: /node_modules\/@mantine\/core\/esm\/(core\/|components\/VisuallyHidden)/, priority: 27 },
  {
    name: 'frame',
    test: /node_modules\/@mantine\/hooks\/esm\/(use-disclosure|use-merged-ref|use-uncontrolled|use-mounted)\//,
    priority: 27,
  },
  {
    name: 'inputs',
    test: /@mantine\/core\/esm\/components\/(Input|InputBase|TextInput|InlineInput|Checkbox|SegmentedControl|Radio\/RadioIcon)\b|@mantine\/hooks\/esm\/use-debounced-(value|callback)\/|web\/ui\/(choice\/(choices|stand-in)|date-field\/(day-input|typed-day|calendar-month))|web\/messages\.gen\/dates/,
    priority: 26,
  },
  { name: 'icons', test: /node_modules\/@tabler\//, minShareCount: 3, priority: 25 },
  // Over the page: what scrolls there and keeps the focus, then windows, then what stands beside a button or a field.
  { name: 'layers', test: kit('ScrollArea', 'FocusTrap', 'Portal', 'Overlay'), priority: 24 },
  { name: 'windows', test: kit('ModalBase', 'Modal', 'Drawer'), priority: 23 },
  { name: 'floating', test: kit('Popover', 'Menu', 'Tooltip', 'Combobox', 'Select', 'MultiSelect'), priority: 22 },
  {
    name: 'forms',
    test: /node_modules\/react-hook-form\/|web\/platform\/form\/use-contract-form|web\/ui\/fields\/(text|select|phone|email)-field/,
    priority: 21,
  },
  { name: 'lists', test: /web\/ui\/data-list\/data-list\.tsx/, priority: 20 },
  // What fields of every form and page are checked with.
  {
    name: 'values',
    test: /node_modules\/zod\/|\/api\/(atoms|paging|languages|rules\/(?!opening)[a-z-]+|companies\/(sites\/named-site|contacts\/user-states|company\/company-states|rules\/contact\/[a-z-]+)|catalog\/rules\/offer-definition|subscriptions\/rules\/operations)\.ts/,
    minShareCount: 2,
    priority: 19,
  },
  // Texts of refused fields: forms ask for them when a field is refused.
  { name: 'refusals', test: /web\/(platform\/field-message|messages\.gen\/fields)\.ts/, priority: 18 },
  // Longer texts and files: few pages have a place for them.
  { name: 'textarea', test: kit('Textarea'), priority: 18 },
  { name: 'textarea-field', test: /web\/ui\/fields\/textarea-field/, priority: 17 },
  { name: 'file-drop', test: /@mantine\/core\/esm\/components\/Progress\/|web\/(ui\/file-drop|platform\/upload)/, priority: 18 },
  // The rest of the kit, part by part: none comes along with a noun that uses it.
  {
    debugName: 'kit parts',
    name: (id: string) => /\/components\/(\w+)\//.exec(id)?.[1]?.toLowerCase(),
    test: /node_modules\/@mantine\/core\/esm\/components\//,
    minShareCount: 3,
    priority: 17,
  },
  // What an offer is and what it costs: the shop, contracts, orders and the carrier's catalogue read it, without each other.
  {
    name: 'offers',
    test: /\/api\/catalog\/(offers\/offers|admin\/definition|rules\/[a-z-]+)\.ts/,
    minShareCount: 3,
    priority: 16,
  },
  // What the API says, noun by noun: a page brings along the nouns it reads.
  { name: 'legal-forms', test: /\/api\/companies\/(company\/legal-form|rules\/company\/legal-forms)\.ts/, priority: 16 },
  {
    name: 'company-contract',
    test: /\/api\/(companies\/(company\/company|sites\/site|contacts\/contacts|rules\/company\/(?!legal))|rules\/opening)/,
    minShareCount: 3,
    priority: 15,
  },
  {
    name: 'basket-contract',
    test: /\/api\/(shop\/(baskets|requests)\/[a-z-]+|orders\/life\/placing)\.ts/,
    minShareCount: 3,
    priority: 15,
  },
  { name: 'order-contract', test: /\/api\/orders\/(reading\/orders|rules\/[a-z-]+)\.ts/, minShareCount: 3, priority: 15 },
  { name: 'service-contract', test: /\/api\/orders\/(contract\/contract|termination\/terminations)\.ts/, minShareCount: 3, priority: 15 },
  // Small parts that pages of every noun use: without a place of their own they would come with some noun's pages, and bring them along.
  {
    name: 'parts',
    test: /web\/(ui\/(notify|confirm-dialog|form-problem)|platform\/(download|words|step-up|problem|form\/(use-unsaved-guard|load-field-message))|app\/(states\/page-problem|company\/notification-links))/,
    minShareCount: 3,
    priority: 14,
  },
  {
    name: 'order-labels',
    test: /web\/(messages\.gen\/order-labels|domains\/subscriptions\/order-labels)\.ts/,
    minShareCount: 3,
    priority: 13,
  },
  // The editor of offers is many parts that only the carrier opens.
  { name: 'offer-editor', test: /\/web\/domains\/catalog\/admin\/(editor|changes|version)\//, minShareCount: 3, priority: 12 },
  // The parts that pages of one noun share: its texts, its queries, its labels.
  {
    debugName: 'nouns',
    name: (id: string) => /\/web\/domains\/([a-z]+)/.exec(id)?.[1],
    test: /\/web\/domains\//,
    minShareCount: 4,
    priority: 11,
  },
]
