// Makes compiled CSS smaller without changing what our pages look like: leaves out the variants of nhsuk-frontend that we
// have no component for, and joins neighbours that say the same. A page on a ward's slow line is what this is for.

// Selectors that no component of ours can match. To use one of these variants, take its line away.
const UNUSED = [
  /reverse/, // on dark ground
  /(radios|checkboxes|group)--small\b/, // thumbs and gloved hands want the full size
  /expander|-link-image|link--text-colour|body-xs|heading-xxs|caption-x?xl/,
  /card--(care|primary|secondary|feature)|--(feature|primary)\b|card-group--|card__img|nhsuk-card__action|card .nhsuk-image/,
  /button--(login|brand|secondary-solid|icon)|button__content|button .nhsuk-icon/,
  /nhsuk-file-upload__|file-upload--/, // the drop zone: a plain file input works everywhere
  /table-responsive|table--(sortable|striped)|table-container|heading-tab|nhsuk-scroll|caption--xl/,
  /nhsuk-warning-callout|do-dont|panel__title|section-break|panel--interruption/,
  /pagination__page|pagination-item|pagination__link--/, // previous and next without numbers
  /__conditional|--inline|__divider|checkboxes__all/,
  /(prefix|suffix)\b|input--large|wrapper--large|input--code|input-wrapper \+/,
  /summary-list--no-last|row--no-border|row-no-border|(legend|label)--x[sl]/,
  /u-(one|two|three)-|u-font-size|u-width|u-float|u-clear/,
  /:(visited|focus|hover|active) \.nhsuk-icon|\[href\]:not\(:focus\) \.nhsuk-icon|icon--(size|small|large)/,
  /:has\(\+|label--[lm]\+|\.nhsuk-body(-[lms])?\+|\+(\.|\[class\^=)nhsuk-caption|caption--bottom|margin-bottom-\]/, // finer spacing
  /frontend-not-supported|type=(search|number)|data-sort|aria-sort|banner__link|no-last-row-border|no-border/,
]
// Old browsers' own words, hooks for nhsuk-frontend's documentation, and digits that no screen can show.
const REWRITE = [
  [/(\.\d{4})\d+/g, '$1'],
  [/(?<=[;{])-webkit-clip-path:[^;}]*;?/g, ''],
  [/:not\(\.\\:[a-z-]+\)/g, ''],
  [/@media screen and \(forced-colors: ?active\), ?\(-ms-high-contrast: ?active\)/g, '@media(forced-colors:active)'],
]
const FORCED_ANYWAY = /^color: ?(LinkText|VisitedText|ActiveText)$/ // forced colours give links these colours themselves
const DEAD = /\.\\:|^@media.*-ms-high-contrast|::-ms-|@supports ?\(forced-color-adjust/

const isGroup = (prelude) => /^@(media|supports|container)/.test(prelude)

/** Reads rules up to the closing brace: [{prelude, body}] for a rule, [{prelude, rules}] for a group of rules. */
function parse(css, from = 0) {
  const rules = []
  let at = from
  while (at < css.length && css[at] !== '}') {
    const brace = css.indexOf('{', at)
    if (brace < 0) break
    const prelude = css.slice(at, brace).trim()
    if (isGroup(prelude)) {
      const inner = parse(css, brace + 1)
      rules.push({ prelude, rules: inner.rules })
      at = inner.end + 1
    } else {
      const end = css.indexOf('}', brace)
      rules.push({ prelude, body: css.slice(brace + 1, end) })
      at = end + 1
    }
  }
  return { rules, end: at }
}

/** Leaves out what cannot match; a list of selectors keeps those that can. */
function prune(rules) {
  return rules.flatMap((rule) => {
    if (DEAD.test(rule.prelude)) return []
    if (rule.rules) {
      const inner = prune(rule.rules)
      return inner.length ? [{ ...rule, rules: inner }] : []
    }
    if (rule.prelude.startsWith('@')) return [rule]
    if (FORCED_ANYWAY.test(rule.body)) return []
    const selectors = splitSelectors(rule.prelude).filter((one) => !UNUSED.some((unused) => unused.test(one)))
    return selectors.length && rule.body ? [{ ...rule, prelude: selectors.join(',') }] : []
  })
}

/** Splits at commas outside brackets. */
const splitSelectors = (prelude) => prelude.split(/,(?![^(]*\))/).map((one) => one.trim())

/** Joins neighbours with the same prelude. */
function join(rules) {
  const joined = []
  for (const rule of rules) {
    const last = joined.at(-1)
    if (!last || last.prelude !== rule.prelude) joined.push({ ...rule })
    else if (rule.rules) last.rules = [...last.rules, ...rule.rules]
    else last.body = `${last.body};${rule.body}`
  }
  return joined.map((rule) => (rule.rules ? { ...rule, rules: join(rule.rules) } : rule))
}

const print = (rules) =>
  rules.map((rule) => `${rule.prelude}{${rule.rules ? print(rule.rules) : rule.body}}`).join('')

export function shrink(css) {
  const text = REWRITE.reduce((all, [from, to]) => all.replace(from, to), css)
  return print(join(prune(parse(text).rules)))
}
