import type { Language } from '#api/languages'
import type { MailContent, MailTemplate } from './define-mail.ts'

export interface RenderedMail {
  readonly subject: string
  readonly html: string
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')

/** One line without control characters: what may stand in a header. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

const common: Readonly<Record<Language, { copy: string; automatic: (host: string) => string }>> = {
  fr: {
    copy: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
    automatic: (host) => `Message automatique de votre espace client ${host}. Merci de ne pas y répondre.`,
  },
  en: {
    copy: 'If the button does not work, copy this address into your browser:',
    automatic: (host) => `Automatic message from your customer portal ${host}. Please do not reply.`,
  },
}

const font = "Inter, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
const petrol = '#0b5c7a'

/** The colours of the dark theme, for the mail clients that honour it; the others invert what stands inline by themselves. */
const darkMode = `
@media (prefers-color-scheme: dark) {
  .page { background: #10181d !important; }
  .card { background: #18232a !important; border-color: #2a3942 !important; }
  .text, .title, .brand { color: #e8eef1 !important; }
  .soft { color: #a9b8c0 !important; }
  .rule { border-color: #2a3942 !important; }
  .accent { color: #5cc0e0 !important; }
  .button { background: #2b9cc2 !important; color: #071318 !important; }
}
@media (max-width: 620px) { .pad { padding-left: 22px !important; padding-right: 22px !important; } }`

const paragraph = (text: string) =>
  `<p class="text" style="margin:0 0 14px;font:400 16px/1.55 ${font};color:#1b2a32">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`

const smallPrint = (text: string) =>
  `<p class="soft" style="margin:0 0 8px;font:400 13px/1.5 ${font};color:#52646d">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`

const factRow = ([label, value]: readonly [string, string]) => `<tr>
<td class="soft rule" style="padding:8px 16px 8px 0;border-bottom:1px solid #dfe6ea;font:400 14px/1.4 ${font};color:#52646d;vertical-align:top">${escapeHtml(label)}</td>
<td class="text rule" style="padding:8px 0;border-bottom:1px solid #dfe6ea;font:600 14px/1.4 ${font};color:#1b2a32">${escapeHtml(value)}</td></tr>`

const factTable = (facts: MailContent['facts']) =>
  facts && facts.length > 0
    ? `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:4px 0 20px;border-collapse:collapse">${facts.map(factRow).join('')}</table>`
    : ''

const buttonBlock = (button: MailContent['button'], copy: string) =>
  button
    ? `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:10px 0 22px"><tr>
<td bgcolor="${petrol}" class="button" style="border-radius:8px;background:${petrol}">
<a class="button" href="${escapeHtml(button.url)}" style="display:inline-block;padding:13px 24px;border-radius:8px;background:${petrol};color:#ffffff;font:600 16px/1.2 ${font};text-decoration:none">${escapeHtml(button.label)}</a></td></tr></table>
<p class="soft" style="margin:0 0 16px;font:400 13px/1.5 ${font};color:#52646d">${copy}<br>
<a class="accent" href="${escapeHtml(button.url)}" style="color:${petrol};word-break:break-all">${escapeHtml(button.url)}</a></p>`
    : ''

const linkLine = (links: MailContent['links']) =>
  links && links.length > 0
    ? `<p class="soft" style="margin:0 0 10px;font:400 13px/1.6 ${font};color:#52646d">${links
        .map(({ label, url }) => `<a class="accent" href="${escapeHtml(url)}" style="color:${petrol}">${escapeHtml(label)}</a>`)
        .join(' &nbsp;·&nbsp; ')}</p>`
    : ''

const layout = (content: MailContent, language: Language, host: string) => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title><style>${darkMode}</style></head>
<body class="page" style="margin:0;padding:0;background:#f2f5f7">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(content.paragraphs[0] ?? content.title)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="page" style="background:#f2f5f7"><tr><td align="center" style="padding:28px 12px 36px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="width:100%;max-width:600px">
<tr><td class="pad" style="padding:0 40px 18px"><span class="brand" style="font:700 22px/1 ${font};letter-spacing:-.02em;color:#1b2a32">MyOpen<span class="accent" style="color:${petrol}">IP</span></span></td></tr>
<tr><td class="card pad" style="padding:34px 40px 24px;background:#ffffff;border:1px solid #dfe6ea;border-radius:12px">
<h1 class="title" style="margin:0 0 18px;font:700 22px/1.3 ${font};letter-spacing:-.01em;color:#1b2a32">${escapeHtml(content.title)}</h1>
${content.paragraphs.map(paragraph).join('\n')}
${factTable(content.facts)}
${buttonBlock(content.button, common[language].copy)}
${linkLine(content.links)}
${(content.footer ?? []).map(smallPrint).join('\n')}
</td></tr>
<tr><td class="pad" style="padding:18px 40px 0">${smallPrint(common[language].automatic(host))}</td></tr>
</table></td></tr></table></body></html>
`

const plainText = (content: MailContent, language: Language, host: string) =>
  [
    content.title,
    '='.repeat(Math.min(content.title.length, 70)),
    ...content.paragraphs,
    ...(content.facts && content.facts.length > 0 ? [content.facts.map(([label, value]) => `${label} : ${value}`).join('\n')] : []),
    ...(content.button ? [`${content.button.label} :\n${content.button.url}`] : []),
    ...(content.links ?? []).map(({ label, url }) => `${label} :\n${url}`),
    ...(content.footer ?? []),
    `--\nMyOpenIP\n${common[language].automatic(host)}`,
  ]
    .join('\n\n')
    .replace('\n\n=', '\n=')
    .concat('\n')

/** The mail in HTML (inline styles, no remote image, light and dark) and in plain text. `appUrl` names the portal in the closing line. */
export const renderMail = (template: MailTemplate, language: Language, parameters: unknown, appUrl: string): RenderedMail => {
  const content = template.write(language, parameters)
  const { host } = new URL(appUrl)
  return { subject: oneLine(content.subject), html: layout(content, language, host), text: plainText(content, language, host) }
}
