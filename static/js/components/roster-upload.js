// A bar while a staff list is on its way. Without this the browser itself shows that it waits.

import { Component } from '../../build/nhsuk/component.js'

const OFTEN = 600 // milliseconds

export class RosterUpload extends Component {
  static moduleName = 'roster-upload'

  constructor($root) {
    super($root)
    this.$waiting = $root.querySelector('.app-waiting')
    this.$bar = $root.querySelector('progress')
    $root.addEventListener('submit', () => this.wait())
    window.addEventListener('pageshow', () => this.stop()) // back from the page that came next
  }

  wait() {
    if (this.timer) return
    this.$waiting.hidden = false
    this.timer = setInterval(() => this.look(), OFTEN)
  }

  stop() {
    clearInterval(this.timer)
    this.timer = undefined
    this.$waiting.hidden = true
    this.$bar.value = 0
  }

  /** Asks how far it is. What cannot be learnt is not shown. */
  async look() {
    try {
      const answer = await fetch(this.$root.dataset.progress)
      if (answer.ok) this.$bar.value = (await answer.json()).percent
    } catch {
      // the bar stays where it is
    }
  }
}
