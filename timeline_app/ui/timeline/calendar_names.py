"""The reader's names of months and weekdays, and the order in which they write a date."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import QLocale, Qt

from timeline_app.layout.calendar_names import CalendarNames, DateOrder

_PARTS: Final = re.compile(r"'[^']*'|(?<!d)(?P<d>d{1,2})(?!d)|d+|(?P<m>M+)|(?P<y>y+)")
_MARK: Final = re.compile(r"\.|[^\W\d_a-zA-Z]*")


def calendar_names(locale: QLocale | None = None) -> CalendarNames:
    """What a locale writes; the application's without one."""
    chosen = locale or QLocale()
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    months, days = range(1, 13), range(1, 8)
    pattern = chosen.dateFormat(long)
    order = date_order(pattern)
    return CalendarNames(
        months=tuple(chosen.standaloneMonthName(month, long) for month in months),
        short_months=tuple(chosen.standaloneMonthName(month, short) for month in months),
        dated_months=tuple(chosen.monthName(month, long) for month in months),
        short_dated_months=tuple(chosen.monthName(month, short) for month in months),
        weekdays=tuple(chosen.standaloneDayName(day, long) for day in days),
        short_weekdays=tuple(chosen.standaloneDayName(day, short) for day in days),
        week_start=chosen.firstDayOfWeek().value,
        weekend=tuple(day for day in days if Qt.DayOfWeek(day) not in chosen.weekdays()),
        order=order,
        day_mark=_mark(pattern, "d"),
        year_mark=_mark(pattern, "y") if order is DateOrder.YEAR_FIRST else "",
    )


def date_order(pattern: str) -> DateOrder:
    """The order in a pattern of Qt's such as `dddd, MMMM d, yyyy`; a rare one is day first."""
    parts = [found.lastgroup for found in _PARTS.finditer(pattern) if found.lastgroup]
    orders = {order.value: order for order in DateOrder}
    return orders.get("".join(dict.fromkeys(parts)), DateOrder.DAY_FIRST)


def _mark(pattern: str, part: str) -> str:
    """What is written right after the day or the year: a point, `日`, mostly nothing."""
    for found in _PARTS.finditer(pattern):
        if found.lastgroup == part and (mark := _MARK.match(pattern, found.end())):
            return mark[0]
    return ""
