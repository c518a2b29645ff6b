"""Why this date? The words, the steps from them, the result."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.domain.display import display
from timeline_app.domain.records import TemporalExpression
from timeline_app.domain.timevalue import TimeValue
from timeline_app.ui.flow_layout import FlowLayout
from timeline_app.ui.labels import FlowLabel, label


@dataclass(frozen=True, slots=True)
class Reasoning:
    """How a date came about: quoted words (None: carried on), steps, result, a remark."""

    words: str | None
    steps: tuple[str, ...]
    result: str
    remark: str = ""
    facts: tuple[str, ...] = field(default=())


def reasoning(expression: TemporalExpression | None, why: str, when: TimeValue | None) -> Reasoning:
    """The reasoning for an event dated `when` (None: no event), by its expression if it has one."""
    if expression is None:
        return Reasoning(None, (why,) if why else (), display(when) if when else "")
    value = when or expression.value
    result = display(value) if value else "no place on the timeline"
    inferred = " and ".join(sorted(expression.inferred))
    remark = f"The {inferred} isn’t in the text: inferred." if inferred else ""
    if when is None:
        remark = "No event was made of this date."
    return Reasoning(expression.text, expression.derivation, result, remark)


class WhyCard(QFrame):
    """Shows one reasoning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whyCard")
        self.setAccessibleName(self.tr("Why this date?"))
        self._heading = label(self.tr("Why this date?"), "section")
        self._steps = QWidget()
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

    def set_reasoning(self, shown: Reasoning | None) -> None:
        """Show a reasoning; None hides the card."""
        self.setVisible(shown is not None)
        if shown is None:
            return
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if shown.words is not None:
            self._add(f"“{shown.words}”", "step")
        for step in shown.steps:
            self._add(step, "muted")
        if shown.result:
            self._add("→", "muted")
            self._add(shown.result, "result")
        self._remark.setText(shown.remark)
        self._remark.setVisible(bool(shown.remark))
        self._steps.updateGeometry()
        spoken = (*(f"“{w}”" for w in [shown.words] if w), *shown.steps, shown.result)
        self.setAccessibleDescription(", ".join(spoken))

    def _add(self, text: str, tone: str) -> None:
        made = FlowLabel(text, tone, self._steps)
        self._flow.addWidget(made)
        made.show()
