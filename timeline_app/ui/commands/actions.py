"""Every command of the window, as data: menus, shortcuts and the help sheet come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


class Menu(Enum):
    """Menus in the order of the menu bar."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    GO = "&Go"
    LIBRARY = "&Library"
    HELP = "&Help"


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `name` finds its handler and its icon; `keys` are its shortcuts.

    `panel_key` does the same in the lists and the reader; on the timeline it pans or zooms. The
    keys of a `local` command work in one list only.
    `starts_group` puts a line above it in the menu; `choice` makes it one of a group, `submenu`
    puts it there.
    """

    name: str
    text: str
    menu: Menu
    keys: tuple[str, ...] = ()
    checkable: bool = False
    choice: str = ""
    starts_group: bool = False
    submenu: str = ""
    local: bool = False
    panel_key: str = ""


LANES = "La&nes"

COMMANDS = (
    Command("import_files", "&Import Articles…", Menu.FILE, ("Ctrl+O",)),
    Command("import_folder", "Import &Folder…", Menu.FILE, ("Ctrl+Shift+O",)),
    Command("paste", "Paste Ar&ticle", Menu.FILE, ("Ctrl+V",)),
    Command("watched_folders", "&Watched Folders…", Menu.FILE),
    Command("cancel_import", "&Cancel Import", Menu.FILE, ("Ctrl+.",)),
    Command("show_report", "Import &Report", Menu.FILE, ("Ctrl+I",)),
    Command("export_image", "&Export Image…", Menu.FILE, ("Ctrl+Shift+E",), starts_group=True),
    Command("print", "&Print…", Menu.FILE, ("Ctrl+P",)),
    Command("quit", "&Quit", Menu.FILE, ("Ctrl+Q",), starts_group=True),
    Command("undo", "&Undo", Menu.EDIT, ("Ctrl+Z",)),
    Command("redo", "&Redo", Menu.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("find", "&Search Events", Menu.EDIT, ("Ctrl+F",), starts_group=True),
    Command(
        *("accept", "&Accept Event", Menu.EDIT, ("Shift+A",)), starts_group=True, panel_key="A"
    ),
    Command("reject", "Re&ject Event", Menu.EDIT, ("X",)),
    Command("edit_title", "Edit &Title…", Menu.EDIT, ("F2",)),
    Command("edit_date", "Change &Date…", Menu.EDIT, ("Shift+F2",)),
    Command("star", "Star &Event", Menu.EDIT, ("Shift+S",), panel_key="S"),
    Command("tags", "Ta&gs…", Menu.EDIT, ("T",)),
    Command("merge_events", "Merge Eve&nts", Menu.EDIT, ("Ctrl+M",), starts_group=True),
    Command("split_source", "Spl&it Off This Source", Menu.EDIT, ("Ctrl+Shift+M",)),
    Command("add_event", "&Make Event from Selection…", Menu.EDIT, ("Ctrl+E",)),
    Command("copy_event", "Copy Event as Te&xt", Menu.EDIT, ("Ctrl+Shift+C",), starts_group=True),
    Command("fit_all", "Fit &All", Menu.VIEW, ("0",)),
    Command("fit_selection", "Fit &Selection", Menu.VIEW, ("F",)),
    Command("zoom_in", "Zoom &In", Menu.VIEW, ("+", "=", "Ctrl++")),
    Command("zoom_out", "Zoom &Out", Menu.VIEW, ("-", "Ctrl+-")),
    Command("mark_range", "&Mark Range", Menu.VIEW, ("M",), starts_group=True),
    Command("fit_range", "Fit Marked Ran&ge", Menu.VIEW, ("Z",)),
    Command("only_range", "Show Only Mar&ked Range", Menu.VIEW, ("L",), True),
    Command("toggle_list", "&Events and Articles", Menu.VIEW, ("F9",), True, starts_group=True),
    Command("toggle_reader", "&Reader", Menu.VIEW, ("F10",), True),
    Command("toggle_filters", "&Filters", Menu.VIEW, ("F8",), True),
    Command("names", "Peo&ple and Places…", Menu.VIEW, ("Ctrl+6",)),
    Command("show_rejected", "Show Re&jected Events", Menu.VIEW, ("Ctrl+J",), True, "", True),
    Command("hide_by_context", "&Hide Events Dated by Context", Menu.VIEW, ("Ctrl+U",), True),
    Command("only_starred", "Only S&tarred Events", Menu.VIEW, ("Ctrl+Shift+S",), True),
    Command("lanes_article", "Lanes by &Article", Menu.VIEW, (), True, "lanes", True, LANES),
    Command("lanes_source", "Lanes by P&ublication", Menu.VIEW, (), True, "lanes", submenu=LANES),
    Command("lanes_modality", "Lanes by &Kind", Menu.VIEW, (), True, "lanes", submenu=LANES),
    Command("lanes_person", "Lanes by &Person", Menu.VIEW, (), True, "lanes", submenu=LANES),
    Command("lanes_place", "Lanes by P&lace", Menu.VIEW, (), True, "lanes", submenu=LANES),
    Command(
        *("lanes_organization", "Lanes by &Organisation", Menu.VIEW, (), True, "lanes"),
        submenu=LANES,
    ),
    Command("lanes_tag", "Lanes by &Tag", Menu.VIEW, (), True, "lanes", submenu=LANES),
    Command("lanes_none", "&No Lanes", Menu.VIEW, (), True, "lanes", submenu=LANES),
    Command("lane_up", "&Move Lane Up", Menu.VIEW, ("Alt+Up",), starts_group=True, submenu=LANES),
    Command("lane_down", "Move Lane &Down", Menu.VIEW, ("Alt+Down",), submenu=LANES),
    Command("theme_system", "Follow S&ystem Theme", Menu.VIEW, (), True, "theme", True),
    Command("theme_light", "&Light Theme", Menu.VIEW, (), True, "theme"),
    Command("theme_dark", "&Dark Theme", Menu.VIEW, (), True, "theme"),
    Command("full_screen", "F&ull Screen", Menu.VIEW, ("F11",), True, starts_group=True),
    Command("reset_layout", "Reset &Window Layout", Menu.VIEW),
    Command("open_passage", "Open Passa&ge of Event", Menu.GO, ("Ctrl+Return",)),
    Command("next_event", "&Next Event", Menu.GO, ("J", "F3")),
    Command("previous_event", "&Previous Event", Menu.GO, ("K", "Shift+F3")),
    Command("next_passage", "Next P&assage in Article", Menu.GO, (".",)),
    Command("previous_passage", "Previous Pa&ssage in Article", Menu.GO, (",",)),
    Command("next_source", "Next S&ource of Event", Menu.GO, ("]",)),
    Command("previous_source", "Previous So&urce of Event", Menu.GO, ("[",)),
    Command("go_to_date", "Go to &Date…", Menu.GO, ("G", "Ctrl+G"), starts_group=True),
    Command("view_back", "View &Back", Menu.GO, ("Alt+Left",)),
    Command("view_forward", "View &Forward", Menu.GO, ("Alt+Right",)),
    Command("focus_events", "&Events", Menu.GO, ("Ctrl+1",), starts_group=True),
    Command("focus_articles", "Art&icles", Menu.GO, ("Ctrl+2",)),
    Command("focus_timeline", "&Timeline", Menu.GO, ("Ctrl+3",)),
    Command("focus_reader", "Reade&r", Menu.GO, ("Ctrl+4",)),
    Command("focus_undated", "Undated E&xpressions", Menu.GO, ("Ctrl+5",)),
    Command("new_library", "&New Library…", Menu.LIBRARY, ("Ctrl+N",)),
    Command("open_library", "&Open Library…", Menu.LIBRARY, ("Ctrl+Shift+L",)),
    Command("copy_library", "Save a Co&py…", Menu.LIBRARY),
    Command("open_samples", "Open &Sample Library", Menu.LIBRARY),
    Command("suggestions", "Suggested Mer&ges…", Menu.LIBRARY, ("Ctrl+7",), starts_group=True),
    Command("article_details", "Article &Details…", Menu.LIBRARY, ("Ctrl+D",)),
    Command("remove_articles", "Remove Arti&cle", Menu.LIBRARY, ("Delete",), local=True),
    Command("reread", "&Re-read Articles", Menu.LIBRARY, ("Ctrl+Shift+R",)),
    Command("versions", "Newer &Versions…", Menu.LIBRARY),
    Command("palette", "&All Commands…", Menu.HELP, ("Ctrl+Shift+P",)),
    Command("shortcuts", "&Keyboard Shortcuts", Menu.HELP, ("?", "F1")),
    Command("about", "A&bout Timeline App", Menu.HELP, starts_group=True),
)

ICONS = {
    "import_files": "mdi6.file-import-outline",
    "import_folder": "mdi6.folder-open-outline",
    "paste": "mdi6.content-paste",
    "watched_folders": "mdi6.folder-eye-outline",
    "export_image": "mdi6.image-outline",
    "print": "mdi6.printer-outline",
    "undo": "mdi6.undo",
    "redo": "mdi6.redo",
    "find": "mdi6.magnify",
    "names": "mdi6.account-group-outline",
    "accept": "mdi6.check",
    "reject": "mdi6.close",
    "edit_title": "mdi6.pencil-outline",
    "edit_date": "mdi6.calendar-edit",
    "star": "mdi6.star-outline",
    "tags": "mdi6.tag-outline",
    "merge_events": "mdi6.call-merge",
    "split_source": "mdi6.call-split",
    "suggestions": "mdi6.set-center",
    "add_event": "mdi6.calendar-plus",
    "article_details": "mdi6.text-box-edit-outline",
    "remove_articles": "mdi6.trash-can-outline",
    "fit_all": "mdi6.arrow-expand-horizontal",
    "fit_selection": "mdi6.fit-to-page-outline",
    "zoom_in": "mdi6.magnify-plus-outline",
    "zoom_out": "mdi6.magnify-minus-outline",
    "go_to_date": "mdi6.calendar-search",
    "view_back": "mdi6.arrow-left",
    "view_forward": "mdi6.arrow-right",
    "new_library": "mdi6.bookshelf",
    "open_library": "mdi6.folder-outline",
    "shortcuts": "mdi6.keyboard-outline",
    "palette": "mdi6.console-line",
}


class Actions(QObject):
    """The QActions of all commands, by name."""

    def __init__(self, parent: QObject, handlers: Mapping[str, Callable[[], None]]) -> None:
        """Make an action of each command; raises KeyError for one without a handler."""
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for command in COMMANDS:
            action = QAction(translated(command.text), parent)
            action.setObjectName(command.name)
            action.setShortcuts([QKeySequence(key) for key in command.keys])
            action.setCheckable(command.checkable)
            if command.local:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if command.choice:
                groups.setdefault(command.choice, QActionGroup(parent)).addAction(action)
            action.triggered.connect(handlers[command.name])
            self._actions[command.name] = action

    def __getitem__(self, name: str) -> QAction:
        """The action of a command."""
        return self._actions[name]

    def add_panel_keys(self, panel: QWidget) -> None:
        """Keys that work in a panel only, beside those that work everywhere."""
        for command in COMMANDS:
            if command.panel_key:
                key = QAction(panel)
                key.setShortcut(QKeySequence(command.panel_key))
                key.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                key.triggered.connect(self._actions[command.name].trigger)
                panel.addAction(key)

    def fill(self, bar: QMenuBar) -> None:
        """Put every command into its menu."""
        menus = {menu: bar.addMenu(translated(menu.value)) for menu in Menu}
        inner: dict[str, QMenu] = {}
        for command in COMMANDS:
            menu: QMenu = menus[command.menu]
            if command.starts_group and command.submenu not in inner:
                menu.addSeparator()
            if command.submenu:
                if command.submenu not in inner:
                    inner[command.submenu] = menu.addMenu(translated(command.submenu))
                elif command.starts_group:
                    inner[command.submenu].addSeparator()
                menu = inner[command.submenu]
            menu.addAction(self._actions[command.name])


def translated(text: str) -> str:
    """A command's words in the user's language."""
    return QCoreApplication.translate("Command", text)


def plain(text: str) -> str:
    """A command's words without the mark of its access key."""
    return text.replace("&", "")
