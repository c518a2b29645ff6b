"""The reader's names of months and weekdays."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt

from timeline_app.layout.ticks import CalendarNames


def calendar_names(locale: QLocale | None = None) -> CalendarNames:
    """Names as a locale writes them where they stand alone; the application's without one."""
    chosen = locale or QLocale()
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    months, days = range(1, 13), range(1, 8)
    return CalendarNames(
        months=tuple(chosen.standaloneMonthName(month, long) for month in months),
        short_months=tuple(chosen.standaloneMonthName(month, short) for month in months),
        weekdays=tuple(chosen.standaloneDayName(day, long) for day in days),
        short_weekdays=tuple(chosen.standaloneDayName(day, short) for day in days),
        week_start=chosen.firstDayOfWeek().value,
        weekend=tuple(day for day in days if Qt.DayOfWeek(day) not in chosen.weekdays()),
    )
