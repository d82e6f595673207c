import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react'
import { checkPassword, type PasswordRule } from '#api/identity/rules/password-rules'
import * as m from '#messages/identity'
import classes from './password-rules.module.css'

const labels: Readonly<Record<PasswordRule, () => string>> = {
  length: m.identity_rule_length,
  uppercase: m.identity_rule_uppercase,
  digit: m.identity_rule_digit,
  special: m.identity_rule_special,
  maximum: m.identity_rule_maximum,
  not_login: m.identity_rule_not_login,
}

/** Always shown; the two others only once they are broken. */
const asked: readonly PasswordRule[] = ['length', 'uppercase', 'digit', 'special']
const rare: readonly PasswordRule[] = ['maximum', 'not_login']

/** The rules of a password; each ticks as soon as what is typed keeps it. */
export const PasswordRules = ({ password, login }: { readonly password: string; readonly login: string }) => {
  const kept = checkPassword(password, login)
  const shown = [...asked, ...rare.filter((rule) => !kept[rule])]
  return (
    <div className={classes.rules}>
      <p id="password-rules">{m.identity_rules_title()}</p>
      <ul aria-labelledby="password-rules" aria-live="polite" aria-relevant="text">
        {shown.map((rule) => (
          <li key={rule} data-kept={kept[rule]}>
            {kept[rule] ? <IconCircleCheckFilled size={17} aria-hidden /> : <IconCircle size={17} stroke={1.6} aria-hidden />}
            <span>{labels[rule]()}</span>
            <span className="visually-hidden">{kept[rule] ? m.identity_rule_kept() : m.identity_rule_broken()}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
