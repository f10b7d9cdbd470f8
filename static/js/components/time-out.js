// Warns before a computer that nobody uses signs out, and leaves the page once it has. Without this the server signs
// out all the same.
//
// Only the server knows how long is left, because other tabs count, too: it is asked before the warning and at the end.
// Here only durations count, so a wrong clock does no harm. To type, press or scroll is to be there: the server is told
// at most once a minute, with the own words that are being typed. Nothing is stored here: wards share their computers.

import { Component } from '../../build/nhsuk/component.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'touchmove', 'scroll', 'input']
const OWN_WORDS = 'form[data-module="answer-form"] textarea[name]'
const LONGEST = 20 * SECOND // to wait for an answer
const LEFT = 'left' // what tabs tell each other, besides how long is left

export class TimeOut extends Component {
  static moduleName = 'time-out'
  static elementType = HTMLDialogElement

  constructor($root) {
    super($root)
    this.settings = $root.dataset
    this.warning = Number(this.settings.warning) * SECOND
    this.$left = $root.querySelector('.app-time-out__left')
    this.typed = new Set()
    this.turn = Promise.resolve()
    this.told = this.asked = Date.now()
    this.tabs = new BroadcastChannel('time-out')
    this.tabs.addEventListener('message', ({ data }) => this.hear(data))
    this.listen()
    this.count({ seconds: Number(this.settings.seconds), final: this.settings.final === 'true', tag: this.settings.tag })
  }

  listen() {
    const told = { passive: true, capture: true }
    SIGNS_OF_LIFE.forEach((name) => document.addEventListener(name, (event) => this.live(event), told))
    this.$root.querySelector('.app-time-out__stay').addEventListener('click', () => this.stay())
    this.$root.addEventListener('cancel', (event) => {
      event.preventDefault() // Escape is to stay
      this.stay()
    })
    document.addEventListener('submit', ({ target }) => this.sending(target))
    document.addEventListener('app:signed-out', () => this.ask())
    document.addEventListener('visibilitychange', () => (document.hidden ? this.hurry() : this.look({ anew: true })))
    window.addEventListener('focus', () => this.look({ anew: true }))
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.comeBack())
  }

  /** Begins to count down. The one clock may be put back, the other may stand still in sleep: the shorter counts. */
  count({ seconds, final, tag }) {
    if (tag !== this.settings.tag) return this.leave(location.pathname + location.search) // somebody else has signed in meanwhile
    this.ends = [Date.now() + seconds * SECOND, performance.now() + seconds * SECOND]
    this.final = final
    if (this.left > this.warning) this.$root.close()
    this.plan()
  }

  get left() {
    return Math.min(this.ends[0] - Date.now(), this.ends[1] - performance.now())
  }

  /** Looks again when something is due. */
  plan() {
    clearTimeout(this.timer)
    const pause = this.$root.open || this.left <= this.warning ? Math.min(this.left, 5 * SECOND) : this.left - this.warning
    this.timer = setTimeout(() => this.look(), Math.min(Math.max(pause, SECOND / 4), MINUTE))
  }

  /** Warns, or leaves, when it is time; `anew`: somebody has come back to this tab or computer. */
  async look({ anew = false } = {}) {
    if (this.looking || this.gone) return
    this.looking = true
    const isOver = this.left <= 0
    const isNear = this.left <= this.warning && !this.$root.open && !this.seenFinal
    if (isOver) document.body.hidden = true
    if (isOver || isNear || (anew && Date.now() - this.asked > 5 * SECOND)) await this.ask()
    if (this.left <= 0) this.leave()
    else if (!this.gone) this.show()
    this.looking = false
  }

  show() {
    document.body.hidden = false
    if (this.left <= this.warning && !this.$root.open && !this.seenFinal) this.warn()
    if (this.$root.open) this.$left.textContent = inWords(this.left)
    this.plan()
  }

  warn() {
    this.$left.textContent = inWords(this.left)
    for (const $text of this.$root.querySelectorAll('[data-when]')) {
      $text.hidden = ($text.dataset.when === 'final') !== this.final
    }
    this.$root.showModal()
  }

  stay() {
    this.seenFinal = this.final // it cannot be put off: once is enough
    this.$root.close()
    this.tell()
  }

  /** A sign of life. While the warning stands, only its buttons count. */
  live({ type, target }) {
    if (type === 'input' && target.matches?.(OWN_WORDS)) this.typed.add(target)
    if (this.$root.open || this.telling) return
    this.telling = setTimeout(() => this.tell(), Math.max(0, this.told + MINUTE - Date.now()))
  }

  /** Tells at once what was typed: the tab is hidden, and the computer may go to sleep. */
  hurry() {
    if (this.typed.size) this.tell({ keepalive: true })
  }

  async tell({ keepalive = false } = {}) {
    clearTimeout(this.telling)
    this.telling = undefined
    this.told = Date.now()
    const words = [...this.typed]
    this.typed.clear()
    const body = new URLSearchParams({ csrfmiddlewaretoken: this.token })
    words.forEach(({ name, value }) => body.append(name, value))
    const isTold = await this.ask(this.settings.stay, { method: 'POST', body, keepalive })
    if (!isTold) words.forEach(($box) => this.typed.add($box))
  }

  get token() {
    return this.$root.querySelector('[name="csrfmiddlewaretoken"]').value
  }

  /** Asks the server, one question after the other: only the first that comes too late is told the reason. */
  ask(address = this.settings.ask, options = {}) {
    this.asked = Date.now()
    this.turn = this.turn.then(() => !this.gone && this.request(address, options))
    return this.turn
  }

  /** Asks, tells the other tabs, and leaves if the sign-in is over. Returns whether an answer came. */
  async request(address, options) {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout?.(LONGEST), ...options })
      if (response.redirected || [401, 403].includes(response.status)) this.leave(response.headers.get('X-See-Other'))
      if (!response.ok || this.gone) return false
      const told = await response.json()
      this.tabs.postMessage(told)
      this.count(told)
      return true
    } catch {
      return false // no connection: it goes on counting
    }
  }

  hear(told) {
    if (told === LEFT) setTimeout(() => this.ask(), 2 * SECOND) // the server may not know yet
    else if (told.tag === this.settings.tag) this.count(told)
  }

  /** What is sent needs not be kept; and whoever signs out leaves all tabs. */
  sending($form) {
    this.typed.forEach(($box) => $box.form === $form && this.typed.delete($box))
    if ($form.action === this.$root.querySelector('form').action) this.tabs.postMessage(LEFT)
  }

  /** The browser has brought this page back from memory: nobody sees it until the server knows them. */
  async comeBack() {
    document.body.hidden = true
    if (await this.ask()) this.show()
    else if (!this.gone) location.reload()
  }

  leave(address) {
    if (this.gone) return
    this.gone = true
    document.body.hidden = true
    this.tabs.postMessage(LEFT)
    location.replace(address ?? this.settings.signIn)
  }
}

function inWords(left) {
  if (left > MINUTE) return `${Math.ceil(left / MINUTE)} minutes`
  if (left > 30 * SECOND) return '1 minute'
  return left > 10 * SECOND ? '30 seconds' : 'a few seconds'
}
