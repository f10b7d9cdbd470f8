// A film goes on where somebody left it, on whatever device. Without this it plays all the same.
//
// Where it is goes to the server when it pauses, every quarter of a minute, and when the page is left. Nothing is
// stored here: wards share their computers.

import { Component } from '../../build/nhsuk/component.js'

const OFTEN = 15 // seconds of the film between two words to the server

export class Film extends Component {
  static moduleName = 'film'

  constructor($root) {
    super($root)
    this.$video = $root.querySelector('video')
    if (!this.$video) return
    this.kept = Number($root.dataset.seconds)
    this.offered = this.offer()
    this.told = Promise.resolve()
    this.$video.addEventListener('play', () => (this.began = true))
    this.$video.addEventListener('timeupdate', () => Math.abs(this.$video.currentTime - this.kept) >= OFTEN && this.keep())
    this.$video.addEventListener('pause', () => this.keep())
    window.addEventListener('pagehide', () => this.keep({ isLeaving: true }))
  }

  /** Offers to go on from where it was left: it never jumps by itself. */
  offer() {
    const $from = this.$root.querySelector('.app-film__from')
    if (!$from) return false
    const seconds = this.kept
    $from.hidden = false
    $from.querySelector('button').addEventListener('click', () => {
      this.$video.currentTime = seconds
      this.$video.focus()
      this.$video.play()?.catch(() => {}) // its own controls are there
      $from.hidden = true
    })
    return true
  }

  /**
   * Tells the server where the film is; at its end, that it begins anew. Only what was played counts, and a glance at
   * the beginning does not take away the place that was offered. One word waits for the one before, so that the last
   * word is the last to arrive; whoever leaves the page cannot wait.
   */
  keep({ isLeaving = false } = {}) {
    const seconds = this.$video.ended ? 0 : Math.floor(this.$video.currentTime)
    const isGlance = this.offered && seconds < OFTEN && !this.$video.ended
    if (!this.began || isGlance || seconds === this.kept) return
    this.kept = seconds
    const { keepAt, token } = this.$root.dataset
    const body = new URLSearchParams({ seconds, csrfmiddlewaretoken: token })
    if (isLeaving) navigator.sendBeacon(keepAt, body)
    else this.told = this.told.then(() => fetch(keepAt, { method: 'POST', body, keepalive: true })).then(signedOut).catch(() => {})
  }
}

/** Whoever is signed out by now is led to where they can sign in (time-out.js). */
function signedOut({ status }) {
  if (status === 401) document.dispatchEvent(new Event('app:signed-out'))
}
