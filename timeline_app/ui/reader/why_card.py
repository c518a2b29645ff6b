"""Why this date? The words, the steps from them, the result."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain.display import display
from timeline_app.domain.edtf import parse_edtf
from timeline_app.domain.errors import EdtfError
from timeline_app.domain.records import TemporalExpression
from timeline_app.domain.timevalue import TimeValue
from timeline_app.ui.flow_layout import FlowLayout
from timeline_app.ui.labels import label
from timeline_app.ui.reader.step import Step
from timeline_app.ui.theme import Theme
from timeline_app.ui.wording import full_date

ANCHORS = {"publication": "the publication date", "expression": "the date mentioned before"}


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How a date came about: quoted words (None: carried on), steps, result, a remark."""

    words: str | None
    steps: tuple[str, ...]
    result: str
    remark: str = ""


def reasoning(expression: TemporalExpression | None, why: str, when: TimeValue | None) -> Reasoning:
    """The reasoning for an event dated `when` (None: no event), by its expression if it has one."""
    if expression is None:
        return Reasoning(None, (why,) if why else (), full_date(when) if when else "")
    value = when or expression.value
    result = full_date(value) if value else "no place on the timeline"
    said_already = {expression.text, display(value) if value else "", result}
    steps = tuple(step for step in expression.derivation if step not in said_already)
    inferred = " and ".join(sorted(expression.inferred))
    if when is None:
        remark = "No event was made of this date."
    else:
        remark = f"The {inferred} isn’t in the text: inferred." if inferred else ""
    return Reasoning(expression.text, _with_anchor(expression, steps), result, remark)


def _with_anchor(expression: TemporalExpression, steps: tuple[str, ...]) -> tuple[str, ...]:
    """The steps, with the date that was counted from where they leave it out."""
    anchor = expression.anchor
    if anchor is None:
        return steps or ("written out in the text",)
    if anchor.kind not in ANCHORS:
        return steps
    try:
        date = display(parse_edtf(anchor.edtf))
    except EdtfError:
        return steps
    words = f"counted from {ANCHORS[anchor.kind]}"
    if not any(step.startswith(words) for step in steps):
        return (f"{words}, {date}", *steps)
    return tuple(step.replace(words, f"{words}, {date}", 1) for step in steps)


class WhyCard(QFrame):
    """Shows one reasoning."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whyCard")
        self._theme = theme
        self._shown: Reasoning | None = None
        self.setAccessibleName(self.tr("Why this date?"))
        self._heading = label(self.tr("Why this date?"), "section")
        self._steps = QWidget()
        self.setMinimumHeight(60)
        policy = self._steps.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self._steps.setSizePolicy(policy)
        self._flow = FlowLayout(self._steps, gap=7, line_gap=7)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._remark = label(tone="small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 12, 22, 14)
        column.setSpacing(8)
        column.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
        column.addWidget(self._heading)
        column.addWidget(self._steps)
        column.addWidget(self._remark)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Show the same in another theme."""
        self._theme = theme
        self.set_reasoning(self._shown)

    def set_reasoning(self, shown: Reasoning | None) -> None:
        """Show a reasoning; None hides the card."""
        self._shown = shown
        self.setVisible(shown is not None)
        if shown is None:
            return
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chain = [(step, False) for step in shown.steps]
        if shown.words is not None:
            chain.insert(0, (f"“{shown.words}”", True))
        if shown.result:
            chain.append((shown.result, True))
        for number, (text, chip) in enumerate(chain):
            made = Step(text, self._theme, chip=chip, leads=number > 0, parent=self._steps)
            self._flow.addWidget(made)
            made.show()
        self._remark.setText(shown.remark)
        self._remark.setVisible(bool(shown.remark))
        self._steps.updateGeometry()
        self.setAccessibleDescription(" → ".join(text for text, _ in chain))
