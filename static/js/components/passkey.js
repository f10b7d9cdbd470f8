// A form that asks the browser for a passkey (WebAuthn), or to make one, and sends what it says.
//
// It is hidden until this finds that the browser can: without scripts nobody is offered what would not work. What the
// server asks for stands in the page, or is fetched when the button is pressed, because a question holds for one answer.

import { Component } from '../../build/nhsuk/component.js'

export class Passkey extends Component {
  static moduleName = 'passkey'

  constructor($root) {
    super($root)
    this.$answer = $root.elements.credential
    this.$error = $root.querySelector('[role="alert"]')
    if (!window.PublicKeyCredential || !navigator.credentials) return
    $root.hidden = false
    $root.addEventListener('submit', (event) => {
      event.preventDefault()
      if (!this.busy) this.ask()
    })
  }

  async ask() {
    this.busy = true
    this.$error.textContent = ''
    try {
      const { publicKey } = await this.question()
      const answer = this.$root.dataset.kind === 'make' ? await make(publicKey) : await use(publicKey)
      this.$answer.value = JSON.stringify(answer)
      this.$root.submit()
    } catch (error) {
      this.$error.textContent = this.words(error)
      this.busy = false
    }
  }

  async question() {
    const { options, optionsFrom } = this.$root.dataset
    if (!optionsFrom) return JSON.parse(document.getElementById(options).textContent)
    const response = await fetch(optionsFrom, { headers: { Accept: 'application/json' } })
    if (!response.ok) throw new TypeError('no question')
    return (await response.json()).request_options
  }

  words(error) {
    const { known, away, refused } = this.$error.dataset
    if (error.name === 'InvalidStateError') return known
    return error instanceof TypeError ? away : refused
  }
}

async function use(asked) {
  const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: withBytes(asked.allowCredentials) }
  return inWords(await navigator.credentials.get({ publicKey }))
}

/** Always one that can sign in alone: it stays on the device, which asks for a finger, a face or a PIN. */
async function make(asked) {
  const publicKey = {
    ...asked,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: withBytes(asked.excludeCredentials),
    authenticatorSelection: {
      ...asked.authenticatorSelection,
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  }
  return inWords(await navigator.credentials.create({ publicKey }))
}

/** What the browser gives, as JSON, in the form that WebAuthn Level 3 calls RegistrationResponseJSON and so on. */
function inWords(credential) {
  const { id, rawId, type, response } = credential
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
  const said = parts.filter((part) => response[part]).map((part) => [part, text(response[part])])
  const clientExtensionResults = credential.getClientExtensionResults()
  return { id, rawId: text(rawId), type, response: Object.fromEntries(said), clientExtensionResults }
}

const withBytes = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }))

const bytes = (words) => Uint8Array.from(atob(words.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
