"""An export without a window, for the command line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from timeline_app.domain.errors import UserFacingError
from timeline_app.domain.timevalue import TimeValue
from timeline_app.session.loader import load
from timeline_app.session.view import Filter
from timeline_app.store import Library
from timeline_app.ui.export.breaks import whole_span
from timeline_app.ui.export.material import material_of
from timeline_app.ui.export.request import ExportRequest
from timeline_app.ui.export.write import write_export
from timeline_app.ui.start import make_application


def export_library(
    library: Library, request: ExportRequest, target: Path, view: TimeValue | None = None
) -> list[Path]:
    """Write all events of a library that aren't rejected; gives the files.

    `view` is the stretch of time to show, everything without it; an open end is that of the
    events. Raises UserFacingError.
    """
    application = make_application()
    material = material_of(library, load(library, Filter()))
    if material is None:
        raise UserFacingError("there are no events to export")
    if view is not None:
        first, last = whole_span(material.index)
        low = first if view.earliest is None else view.earliest
        high = last if view.latest is None else view.latest
        if low >= high:
            raise UserFacingError("there are no events in that stretch of time")
        request = replace(request, span=(low, high))
    files = write_export(material, request, target, lambda done, total: None)
    application.processEvents()
    return files
