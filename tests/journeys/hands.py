"""Ways to work a page: with a mouse, a finger, or nothing but the keyboard."""

from typing import Protocol

from playwright.sync_api import Locator, expect

LONGEST_WAY = 60  # stops of the Tab key

# What has the focus: whether it is the target, and whether it looks different for it (null: nothing has it; past the
# last stop it is in the browser's own bars). The box of a radio button or checkbox is drawn by its label.
FOCUS = """(target) => {
  const focused = document.activeElement
  if (!focused || focused === document.body) return {there: false, seen: true, html: ''}
  const look = (node, part) => {
    const style = getComputedStyle(node, part)
    return [style.outlineStyle, style.outlineWidth, style.boxShadow, style.backgroundColor, style.borderColor].join()
  }
  const label = focused.labels?.[0]
  const looks = () => look(focused) + (label ? look(label, '::before') : '')
  const before = looks()
  focused.blur()
  const seen = looks() !== before
  focused.focus()
  return {there: focused === target, seen, html: focused.outerHTML.slice(0, 200)}
}"""


class Hands(Protocol):
    """How somebody presses buttons, follows links and chooses answers."""

    def press(self, target: Locator) -> None:
        """Press a button or follow a link."""

    def choose(self, option: Locator) -> None:
        """Choose a radio button or tick a checkbox."""


class Mouse:
    """Points and clicks."""

    def press(self, target: Locator) -> None:
        """Click it."""
        target.click()

    def choose(self, option: Locator) -> None:
        """Click it."""
        option.check()


class Finger:
    """Taps."""

    def press(self, target: Locator) -> None:
        """Tap it."""
        target.tap()

    def choose(self, option: Locator) -> None:
        """Tap it."""
        option.tap()


class Keyboard:
    """Tab, Space, Enter and the arrow keys. Wherever the focus goes, it can be seen."""

    def press(self, target: Locator) -> None:
        """Go to it, then Enter."""
        self.go_to(target)
        target.page.keyboard.press("Enter")

    def choose(self, option: Locator) -> None:
        """Go to its group, then by arrows to a radio button; or go to a checkbox, then Space."""
        if option.get_attribute("type") == "checkbox":
            self.go_to(option)
            option.page.keyboard.press("Space")
        else:
            self._choose_radio(option)
        expect(option).to_be_checked()

    def go_to(self, target: Locator) -> None:
        """Press Tab until the focus is there."""
        target.wait_for()
        for _ in range(LONGEST_WAY):
            focus = target.evaluate(FOCUS)
            assert focus["seen"], f"The focus cannot be seen on {focus['html']}"
            if focus["there"]:
                return
            target.page.keyboard.press("Tab")
        raise AssertionError(f"The Tab key does not lead to {target}")

    def _choose_radio(self, option: Locator) -> None:
        name = option.get_attribute("name")
        group = option.page.locator(f"input[type=radio][name='{name}']")
        self.go_to(group.first)
        option.page.keyboard.press("Space")
        for _ in range(group.count()):
            if option.is_checked():
                return
            option.page.keyboard.press("ArrowDown")


MOUSE = Mouse()
