"""The look of standard widgets: palette and one style sheet, both made from a Theme's colours."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from PySide6.QtGui import QColor, QPalette

from timeline_app.ui.look.fonts import interface_families
from timeline_app.ui.look.theme import Theme

_SHEET = Template(
    """
* { font-family: $families; font-size: ${text_size}pt; }
QMainWindow, QDialog { background: $window; color: $text; }
QWidget { color: $text; }
QToolTip { background: $raised; color: $text; border: 1px solid $line; padding: 4px 6px; }

QMenuBar { background: $window; color: $muted; padding: 3px 8px; spacing: 2px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $text; }
QMenu { background: $panel; color: $text; border: 1px solid $line; padding: 5px; }
QMenu::item { padding: 6px 26px 6px 12px; border-radius: 5px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }
QMenu::icon { padding-left: 10px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; }

QToolBar { background: $window; border: none; border-bottom: 1px solid $line; padding: 0;
  spacing: 0; }
#topToolBar { border-bottom: none; }
#topBar, #filterBar { background: $window; }

QPushButton { background: $panel; color: $text; border: 1px solid $line; border-radius: 7px;
  padding: 6px 13px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $accent_soft; }
QPushButton:disabled { color: $faint; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 12px; outline: none; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
  font-weight: 600; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $panel; color: $faint; border: 1px solid $line; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; color: $accent;
  padding: 3px 5px; border-radius: 5px; font-weight: 500; }
QPushButton[kind="link"]:hover { background: $accent_soft; }
QPushButton[kind="link"]:focus { border: 1px solid $accent; padding: 3px 5px; }
QPushButton[kind="fact"] { background: transparent; border: 1px solid transparent; color: $muted;
  padding: 2px 5px; margin: 0 0 0 -6px; border-radius: 5px; font-size: ${small_size}pt;
  font-weight: 400; text-decoration: underline; }
QPushButton[kind="fact"]:hover { background: $hover; color: $text; }
QPushButton[kind="fact"]:focus { border: 1px solid $accent; padding: 2px 5px; }
QPushButton[kind="chip"] { border-radius: 13px; padding: 0 11px; min-height: 24px; max-height: 24px;
  font-size: ${small_size}pt; color: $muted; background: transparent; }
QPushButton[kind="chip"]:hover { background: $hover; }
QPushButton[kind="chip"]:checked { background: $accent_soft; border: 1px solid $accent_soft;
  color: $text; }
QPushButton[kind="chip"]:focus { border: 1px solid $accent; padding: 0 11px; }
QPushButton::menu-indicator { width: 0; image: none; }

QToolButton { background: transparent; color: $muted; border: 1px solid transparent;
  border-radius: 6px; padding: 3px 6px; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $faint; }

QLineEdit { background: $raised; color: $text; border: 1px solid $raised; border-radius: 7px;
  padding: 6px 10px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:hover { border: 1px solid $line; }
QLineEdit:focus { border: 1px solid $accent; background: $panel; }

QLineEdit[kind="plain"] { background: transparent; border: none; padding: 0; border-radius: 0; }

QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted;
  border-radius: 8px; background: $panel; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent;
  background: $on_accent; }
QRadioButton:focus { color: $accent; }
QTreeView::indicator { width: 12px; height: 12px; border: 1px solid $muted; border-radius: 3px;
  background: $panel; }
QTreeView::indicator:checked { width: 6px; height: 6px; border: 4px solid $accent;
  background: $on_accent; }

QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: $muted; border: none; padding: 9px 1px 8px 1px;
  margin: 0 11px; border-bottom: 2px solid transparent; font-weight: 500; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }

QDockWidget { border: none; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QSplitter::handle { background: $line; }

QListView { background: $panel; border: none; outline: none; }
QDialog QListWidget { border: 1px solid $line; border-radius: 7px; padding: 4px; }
QTextEdit, QPlainTextEdit { background: $panel; color: $text; border: none;
  selection-background-color: $accent; selection-color: $on_accent; }
QTableWidget, QTreeWidget { background: $panel; border: 1px solid $line; border-radius: 7px;
  gridline-color: $line; alternate-background-color: $raised; outline: none; }
QTableWidget::item, QTreeWidget::item { padding: 4px 8px; }
QTableWidget::item:selected, QTreeWidget::item:selected { background: $accent_soft; color: $text; }
QTableWidget:focus, QTreeWidget:focus { border: 1px solid $accent; }
QHeaderView::section { background: $panel; color: $muted; border: none; padding: 4px 8px;
  border-bottom: 1px solid $line; font-weight: 500; }

QStatusBar { background: $window; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; font-size: ${small_size}pt; }
QProgressBar { background: $raised; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QLabel[tone="muted"] { color: $muted; }
QLabel[tone="small"] { color: $muted; font-size: ${small_size}pt; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="conflict"] { color: $error; font-size: ${small_size}pt; padding-left: 18px; }
QLabel[tone="strong"] { font-weight: 600; }
QLabel[tone="heading"] { font-size: ${title_size}pt; font-weight: 600; }
QLabel[tone="section"] { color: $muted; font-size: ${small_size}pt; font-weight: 600; }
QLabel[tone="marked"] { background: $highlight; border-radius: 4px; padding: 1px 6px;
  font-size: ${small_size}pt; }
QLabel[tone="key"] { background: $panel; color: $muted; border: 1px solid $line;
  border-radius: 4px; padding: 1px 6px; font-size: ${small_size}pt; }
QLabel[tone="step"] { background: $panel; border: 1px solid $line; border-radius: 5px;
  padding: 3px 8px; font-weight: 500; }
QLabel[tone="result"] { background: $panel; border: 1px solid $line; border-radius: 5px;
  padding: 3px 8px; font-weight: 600; }
QLabel[tone="words"] { background: $highlight; border-radius: 5px; padding: 4px 8px; }

#banner { background: $panel; border: 1px solid $line; border-radius: 9px; }
#banner[tone="error"] { background: $error_soft; border: 1px solid $error; }
#whyCard { background: $raised; border-top: 1px solid $line; }
#reportView { background: $raised; border: 1px solid $line; border-radius: 6px; }
#reportView:hover { border: 1px solid $muted; }
#reportView:focus { border: 1px solid $accent; }
#sourcesCard { background: $panel; border-top: 1px solid $line; }
#readerHeader { background: $panel; border-bottom: 1px solid $line; }
#panelGround { background: $panel; }
#panelTitle { background: $panel; border-bottom: 1px solid $line; }
#panelTitle[lined="false"] { border-bottom: none; }
#importReport { background: $panel; border-top: 1px solid $line; }
#dropHint { background: $drop_ground; border: 2px dashed $accent; border-radius: 14px; }
#emptyLibrary { background: $canvas; }
#datePrompt { background: $panel; border: 1px solid $line; border-radius: 10px; }
"""
)


def style_sheet(theme: Theme) -> str:
    """QSS of the whole window in one theme."""
    tokens = {
        **asdict(theme),
        "families": _quoted(interface_families()),
        "faint": mixed(theme.muted, theme.panel, 0.62),
        "scroll": mixed(theme.muted, theme.panel, 0.35),
        "accent_hover": mixed(theme.accent, theme.text, 0.88),
        "drop_ground": _translucent(theme.accent_soft, 0.9),
        "error_soft": mixed(theme.error, theme.panel, 0.12),
    }
    return _SHEET.substitute(tokens)


def _translucent(colour: str, alpha: float) -> str:
    parsed = QColor(colour)
    return f"rgba({parsed.red()}, {parsed.green()}, {parsed.blue()}, {round(255 * alpha)})"


def _quoted(families: list[str]) -> str:
    return ", ".join(f'"{family}"' for family in families)


def palette(theme: Theme) -> QPalette:
    """Colours for what the style draws itself."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, theme.window),
        (roles.WindowText, theme.text),
        (roles.Base, theme.panel),
        (roles.AlternateBase, theme.raised),
        (roles.Text, theme.text),
        (roles.Button, theme.panel),
        (roles.ButtonText, theme.text),
        (roles.BrightText, theme.error),
        (roles.ToolTipBase, theme.raised),
        (roles.ToolTipText, theme.text),
        (roles.PlaceholderText, theme.muted),
        (roles.Highlight, theme.accent),
        (roles.HighlightedText, theme.on_accent),
        (roles.Link, theme.accent),
        (roles.LinkVisited, theme.accent),
        (roles.Mid, theme.line),
        (roles.Light, theme.raised),
        (roles.Dark, theme.line),
    ):
        made.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(disabled, role, QColor(mixed(theme.muted, theme.panel, 0.62)))
    return made


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` (0 to 1) of `colour` over `ground`, both `#rrggbb`."""
    top, bottom = QColor(colour), QColor(ground)
    pairs = (
        (top.red(), bottom.red()),
        (top.green(), bottom.green()),
        (top.blue(), bottom.blue()),
    )
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def source_colour(theme: Theme, article: int) -> str:
    """The colour of an article; by its id, so that it stays when others are removed."""
    return theme.sources[(article - 1) % len(theme.sources)]
