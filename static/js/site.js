// The entry: starts the components that a page holds. Every page works without it.

import { Button } from '../build/nhsuk/components/button/button.js'
import { ErrorSummary } from '../build/nhsuk/components/error-summary/error-summary.js'
import { NotificationBanner } from '../build/nhsuk/components/notification-banner/notification-banner.js'
import { SkipLink } from '../build/nhsuk/components/skip-link/skip-link.js'
import { AnswerForm } from './components/answer-form.js'
import { OrderSteps } from './components/order-steps.js'

// In this order: an error summary has the last word on where the focus goes.
const COMPONENTS = [SkipLink, Button, OrderSteps, AnswerForm, NotificationBanner, ErrorSummary]

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')

function start(Component) {
  for (const root of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    try {
      new Component(root)
    } catch (error) {
      console.error(error) // the rest of the page goes on without this one
    }
  }
}

COMPONENTS.forEach(start)

// Only the pages with a film need this one.
if (document.querySelector('[data-module="film"]')) {
  import('./components/film.js').then((module) => start(module.Film))
}

// Only the pages that ask for a passkey need this one.
if (document.querySelector('[data-module="passkey"]')) {
  import('./components/passkey.js').then((module) => start(module.Passkey))
}

// Only the pages that are made for paper need this one.
if (document.querySelector('[data-module="print-button"]')) {
  import('./components/print-button.js').then((module) => start(module.PrintButton))
}

// Only the pages with a password need this one.
if (document.querySelector('[data-module="nhsuk-password-input"]')) {
  import('../build/nhsuk/components/password-input/password-input.js').then((module) => start(module.PasswordInput))
}

// Only the pages where a staff list is brought in need this one.
if (document.querySelector('[data-module="roster-upload"]')) {
  import('./components/roster-upload.js').then((module) => start(module.RosterUpload))
}

// Only the pages of whoever is signed in need these.
if (document.querySelector('[data-module="time-out"]') && window === window.top) {
  import('./components/time-out.js').then((module) => start(module.TimeOut))
}
if (document.querySelector('[data-module="held-words"]')) {
  import('./components/held-words.js').then((module) => start(module.HeldWords))
}
