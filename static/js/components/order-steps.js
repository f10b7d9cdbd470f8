// Buttons that move a step up or down, beside its number. The numbers are what is sent, and work without this.
//
// The list stands in the order of its numbers once all are given, and from the first press of a button on. What moved is
// said aloud, and the focus stays on the button that was pressed.

import { Component } from '../../build/nhsuk/component.js'

export class OrderSteps extends Component {
  static moduleName = 'order-steps'

  constructor($root) {
    super($root)
    this.texts = $root.dataset
    this.$list = $root.querySelector('ul.app-steps')
    this.$said = Object.assign(document.createElement('div'), { className: 'nhsuk-u-visually-hidden' })
    this.$said.setAttribute('role', 'status')
    $root.append(this.$said)
    this.steps.forEach(($step) => this.addButtons($step))
    if (new Set(this.steps.map(number).filter(Boolean)).size === this.steps.length) this.arrange(this.sorted())
  }

  get steps() {
    return [...this.$list.children]
  }

  addButtons($step) {
    const $group = Object.assign(document.createElement('div'), { className: 'app-steps__buttons' })
    for (const [by, words, sign] of [[-1, this.texts.up, '↑'], [1, this.texts.down, '↓']]) {
      const $button = Object.assign(document.createElement('button'), { type: 'button', className: 'app-steps__button' })
      $button.innerHTML = `<span aria-hidden="true">${sign}</span>`
      $button.setAttribute('aria-label', `${words}: ${name($step)}`)
      $button.addEventListener('click', () => this.move($step, by, $button))
      $group.append($button)
    }
    $step.append($group)
  }

  /** The steps by their numbers; one without a number stays where it is among them. */
  sorted() {
    const places = new Map(this.steps.map(($step, index) => [$step, number($step) || index + 1]))
    return this.steps.sort((a, b) => places.get(a) - places.get(b))
  }

  move($step, by, $button) {
    const steps = this.sorted()
    const from = steps.indexOf($step)
    const to = from + by
    if (to in steps) {
      steps.splice(from, 1)
      steps.splice(to, 0, $step)
    }
    this.arrange(steps)
    steps.forEach(($one, index) => ($one.querySelector('select').value = String(index + 1)))
    $button.focus()
    const place = to in steps ? `${this.texts.now} ${to + 1}` : by < 0 ? this.texts.first : this.texts.last
    this.$said.textContent = `${name($step)} ${place}`
  }

  arrange(steps) {
    this.$list.append(...steps)
  }
}

function number($step) {
  return Number($step.querySelector('select').value)
}

function name($step) {
  return $step.querySelector('label').textContent.trim()
}
