// A button that prints the page. Hidden until this runs: without scripts the browser's own menu prints.

import { Component } from '../../build/nhsuk/component.js'

export class PrintButton extends Component {
  static moduleName = 'print-button'

  constructor($root) {
    super($root)
    $root.hidden = false
    $root.addEventListener('click', () => window.print())
  }
}
