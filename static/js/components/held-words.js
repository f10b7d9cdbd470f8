// What somebody typed before they were signed out goes back into its box. Without this they read it and copy it.

import { Component } from '../../build/nhsuk/component.js'

export class HeldWords extends Component {
  static moduleName = 'held-words'

  constructor($root) {
    super($root)
    const $texts = [...$root.querySelectorAll('[data-field]')]
    const filled = $texts.filter(putBack)
    if (filled.length < $texts.length) return
    for (const $words of $root.querySelectorAll('[data-when]')) $words.hidden = $words.dataset.when !== 'put-back'
  }
}

/** Puts a text into its box, unless the box is not here or holds something else by now. */
function putBack($text) {
  const $box = document.querySelector(`main textarea[name="${CSS.escape($text.dataset.field)}"]`)
  if (!$box || $box.value !== $box.defaultValue) return false
  $box.value = $text.textContent
  $text.hidden = true
  return true
}
