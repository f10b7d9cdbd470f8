// An answer that survives a lost connection. Without this the form is an ordinary POST, and works.
//
// The same body goes by fetch, and the browser then opens the page that the server names in X-See-Other. When the
// network or the server fails, the answer stays here and is sent again, so the server must take the same answer twice.
// What it refuses (4xx, or the form with its errors) is shown by an ordinary POST. Nothing is stored: wards share their
// computers.

import { Component } from '../../build/nhsuk/component.js'

const LONGEST = 20_000 // milliseconds to wait for the server
const PAUSE = () => 20_000 + Math.random() * 20_000 // milliseconds between tries, so that not everybody returns at once
const TEXTS = {
  lost: 'Your answer has not been sent: the connection was lost, or the service is busy. It is still on this page, and it will be sent again.',
  again: 'Not sent yet. Your answer is still on this page. Last tried at ',
  retry: 'Try again',
}

export class AnswerForm extends Component {
  static moduleName = 'answer-form'
  static elementType = HTMLFormElement

  constructor($root) {
    super($root)
    this.unsent = false
    this.texts = { ...TEXTS, ...$root.dataset } // data-lost, data-again and data-retry say it in another language
    const $place = $root.querySelector('.nhsuk-button-group') ?? $root.querySelector('[type="submit"]')
    $place.insertAdjacentHTML('beforebegin', '<div class="app-unsent" role="alert"></div>')
    this.$alert = $place.previousElementSibling
    this.$alert.addEventListener('click', ({ target }) => target.type === 'button' && this.send(true))
    $root.addEventListener('submit', (event) => this.onSubmit(event))
    window.addEventListener('online', () => this.unsent && this.send())
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.busy(false))
  }

  onSubmit(event) {
    event.preventDefault()
    this.submitter = event.submitter
    this.send(true)
  }

  async send(byHand = false) {
    if (this.sending) return
    clearTimeout(this.timer)
    this.busy(true)
    try {
      const address = this.$root.getAttribute('action') || location.href
      const headers = { 'X-Sent-By': 'answer-form' } // asks the server to tell of a redirect, not to make it
      const signal = AbortSignal.timeout?.(LONGEST)
      const response = await fetch(address, { method: 'POST', body: this.body(), headers, signal })
      const next = response.headers.get('X-See-Other')
      if (response.status >= 500) this.keep(byHand)
      else if (next) location.assign(next)
      else this.post()
    } catch {
      this.keep(byHand)
    }
  }

  /** What the browser would send, with the button that was pressed. */
  body() {
    const data = new FormData(this.$root)
    if (this.submitter?.name) data.append(this.submitter.name, this.submitter.value)
    return this.$root.enctype === 'multipart/form-data' ? data : new URLSearchParams(data)
  }

  /** Lets the browser do it, and show whatever the server answers. */
  post() {
    const { name, value } = this.submitter ?? {}
    if (name) this.$root.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    HTMLFormElement.prototype.submit.call(this.$root)
  }

  /** Says that the answer is still here; after that, only somebody who asked is told again. */
  keep(byHand) {
    if (byHand || !this.unsent) {
      const time = new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
      const textContent = this.unsent ? `${this.texts.again}${time}.` : this.texts.lost
      const retry = { type: 'button', className: 'nhsuk-button nhsuk-button--secondary', textContent: this.texts.retry }
      const hadFocus = this.$alert.contains(document.activeElement)
      const $retry = Object.assign(document.createElement('button'), retry)
      this.$alert.replaceChildren(Object.assign(document.createElement('p'), { textContent }), $retry)
      if (hadFocus) $retry.focus()
    }
    this.unsent = true
    this.timer = setTimeout(() => this.send(), PAUSE())
    this.busy(false)
  }

  busy(sending) {
    this.sending = sending
    this.$root.setAttribute('aria-busy', String(sending))
  }
}
