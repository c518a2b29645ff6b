"""Why this date? The words, the steps from them, the result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_app.domain.alternatives import Alternative, alternatives
from timeline_app.domain.display import display
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.records import Basis, TemporalExpression
from timeline_app.domain.timevalue import TimeValue
from timeline_app.ui.look.flow_layout import FlowLayout
from timeline_app.ui.look.labels import label
from timeline_app.ui.look.theme import Theme
from timeline_app.ui.look.wording import full_date
from timeline_app.ui.reader.step import Step

ANCHORS = {"publication": "the publication date", "expression": "the date mentioned before"}


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How a date came about: quoted words (None: carried on), steps, result, a remark.

    `anchor` is the number of the step that names what was counted from; `others` are readings
    that one click takes; `by_hand` says that the user chose the present one, `placed` that there
    is a date at all.
    """

    words: str | None
    steps: tuple[str, ...]
    result: str
    remark: str = ""
    anchor: int | None = None
    others: tuple[Alternative, ...] = ()
    by_hand: bool = False
    placed: bool = True


def reasoning(
    expression: TemporalExpression | None,
    why: str,
    when: TimeValue | None,
    *,
    basis: Basis = Basis.EXPRESSION,
    published: TimeValue | None = None,
) -> Reasoning:
    """The reasoning for an event dated `when` (None: no event), by its expression if it has one.

    `published` is the article's date, which other readings may count from.
    """
    result = full_date(when) if when else ""
    if basis is Basis.HAND or expression is None:
        words = expression.text if expression is not None else None
        return Reasoning(words, (why,) if why else (), result, _REMARKS.get(basis, ""))
    value = when or expression.value
    result = full_date(value) if value else "no place on the timeline"
    said_already = {expression.text, display(value) if value else "", result}
    steps = tuple(step for step in expression.derivation if step not in said_already)
    steps, anchor = _with_anchor(expression, steps)
    others = alternatives(expression, published)
    remark = _remark(expression, when, basis)
    by_hand, placed = expression.by_hand, value is not None
    return Reasoning(expression.text, steps, result, remark, anchor, others, by_hand, placed)


_REMARKS = {
    Basis.KEPT: "The text no longer gives this event; it is kept for what you did with it.",
}


def _remark(expression: TemporalExpression, when: TimeValue | None, basis: Basis) -> str:
    if when is None:
        return "No event was made of this date."
    if basis in _REMARKS:
        return _REMARKS[basis]
    inferred = " and ".join(sorted(expression.inferred))
    return f"The {inferred} isn’t in the text: inferred." if inferred else ""


def _with_anchor(
    expression: TemporalExpression, steps: tuple[str, ...]
) -> tuple[tuple[str, ...], int | None]:
    """The steps, with the date that was counted from where they leave it out, and its number."""
    anchor = expression.anchor
    if anchor is None:
        return steps or ("written out in the text",), None
    if anchor.kind not in ANCHORS:
        return steps, None
    try:
        date = display(parse_edtf(anchor.edtf))
    except EdtfError:
        return steps, None
    words = f"counted from {ANCHORS[anchor.kind]}"
    named = next((n for n, step in enumerate(steps) if step.startswith(words)), None)
    if named is not None:
        full = tuple(step.replace(words, f"{words}, {date}", 1) for step in steps)
        return full, named
    told = next((n for n, step in enumerate(steps) if date in step), None)
    return (steps, told) if told is not None else ((f"{words}, {date}", *steps), 0)


class WhyCard(QFrame):
    """Shows one reasoning, and other readings to take.

    `taken` carries the TimeValue of another reading, or None for the program's own;
    `other_wanted` asks to type one; `anchor_wanted` to see what was counted from.
    """

    taken = Signal(object)
    other_wanted = Signal()
    anchor_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whyCard")
        self._theme = theme
        self._shown: Reasoning | None = None
        self.setAccessibleName(self.tr("Why this date?"))
        self.setMinimumHeight(60)
        self._steps, self._flow = _flow(7)
        self._others, self._readings = _flow(6)
        self._or = label(self.tr("Or:"), "small")
        self._readings.addWidget(self._or)
        self._buttons: list[QPushButton] = []
        self._remark = label(tone="small", wrap=True)
        self._narrow = False
        self._menu_button = QPushButton(self.tr("Another reading…"))
        self._menu_button.setProperty("kind", "link")
        self._menu_button.clicked.connect(self._pop_menu)
        heading = QHBoxLayout()
        heading.addWidget(label(self.tr("Why this date?"), "section"), 1)
        heading.addWidget(self._menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 12, 22, 14)
        column.setSpacing(8)
        column.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
        column.addLayout(heading)
        column.addWidget(self._steps)
        column.addWidget(self._remark)
        column.addWidget(self._others)
        self.hide()

    @property
    def shown(self) -> Reasoning | None:
        """What is shown now."""
        return self._shown

    def set_theme(self, theme: Theme) -> None:
        """Show the same in another theme."""
        self._theme = theme
        shown, self._shown = self._shown, None
        self.set_reasoning(shown)

    def set_narrow(self, narrow: bool) -> None:
        """Where there is little room the other readings are in a menu."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._show_others()

    def set_reasoning(self, shown: Reasoning | None) -> None:
        """Show a reasoning; None hides the card. The same one stays as it is: no text moves."""
        if shown is not None and shown == self._shown:
            return
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        self._fill_steps(shown)
        self._remark.setText(shown.remark)
        self._remark.setVisible(bool(shown.remark))
        self._show_others()

    def _fill_steps(self, shown: Reasoning) -> None:
        _empty(self._flow)
        chain = [(step, False, number == shown.anchor) for number, step in enumerate(shown.steps)]
        if shown.words is not None:
            chain.insert(0, (f"“{shown.words}”", True, False))
        if shown.result:
            chain.append((shown.result, True, False))
        for number, (text, chip, goes) in enumerate(chain):
            leads = number > 0
            made = Step(text, self._theme, chip=chip, leads=leads, goes=goes, parent=self._steps)
            made.clicked.connect(self.anchor_wanted)
            self._flow.addWidget(made)
            made.show()
        self._steps.updateGeometry()
        self.setAccessibleDescription(" → ".join(text for text, _, _ in chain))

    def _show_others(self) -> None:
        """A button for each other reading; the last one asks for any date.

        Buttons are kept: polishing a new one takes longer than all else here.
        """
        self._others.setVisible(not self._narrow)
        self._menu_button.setVisible(self._narrow)
        if self._narrow or self._shown is None:
            return
        self._or.setVisible(self._shown.placed)
        choices = self._choices(self._shown)
        while len(self._buttons) < len(choices):
            button = QPushButton(self._others)
            button.setProperty("kind", "chip")
            button.clicked.connect(partial(self._on_button, len(self._buttons)))
            self._readings.addWidget(button)
            self._buttons.append(button)
        for number, button in enumerate(self._buttons):
            used = number < len(choices)
            if used:
                text, words, _ = choices[number]
                button.setText(text)
                button.setToolTip(words)
                button.setAccessibleName(f"{text}: {words}" if words else text)
            button.setVisible(used)
        self._readings.invalidate()
        self._others.updateGeometry()

    def _on_button(self, number: int) -> None:
        choices = self._choices(self._shown) if self._shown is not None else []
        if number < len(choices):
            choices[number][2]()

    def _choices(self, shown: Reasoning) -> list[tuple[str, str, Callable[[], None]]]:
        """What can be taken instead: the date, how it differs, and what a click does."""
        found: list[tuple[str, str, Callable[[], None]]] = [
            (
                display(other.value),
                f"{other.words[0].upper()}{other.words[1:]}",
                partial(self.taken.emit, other.value),
            )
            for other in shown.others
        ]
        if shown.by_hand:
            words = self.tr("Forget the date that was chosen by hand")
            found.append((self.tr("As it was read"), words, partial(self.taken.emit, None)))
        other = self.tr("Another date…") if shown.placed else self.tr("Place by hand…")
        found.append((other, "", self.other_wanted.emit))
        return found

    def _pop_menu(self) -> None:
        if self._shown is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, words, call in self._choices(self._shown):
            named = f"{text} · {words}" if words else text
            menu.addAction(named).triggered.connect(_without_arguments(call))
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))


def _without_arguments(call: Callable[[], None]) -> Callable[[bool], None]:
    """A slot for signals that say whether something is checked."""
    return lambda _checked: call()


def _flow(gap: int) -> tuple[QWidget, FlowLayout]:
    """A widget whose parts stand side by side in as many lines as they need."""
    held = QWidget()
    policy = held.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
    held.setSizePolicy(policy)
    flow = FlowLayout(held, gap=gap, line_gap=gap)
    flow.setContentsMargins(0, 0, 0, 0)
    return held, flow


def _empty(flow: FlowLayout) -> None:
    while (item := flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
