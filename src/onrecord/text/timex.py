"""Time expressions in English text, their values after TIMEX3 (ISO-TimeML), and the days that they mean.

A value that a calendar alone can read is ISO 8601 ("2022-03-11", "2008", "199" for a decade, "2022-SU" for a summer); X stands
for what is not said ("XXXX-WXX-2" for a Tuesday, "XXXX-03-11"). What counts from the day of writing has the form of HeidelTime,
"UNDEF-week-minus-1" for last week; what counts from something told before, "UNDEF-REF-day-plus-0" for the same day, or from
what the next words name, "UNDEF-REF-EVENT-day-plus-1" for the day after the debate. "PAST_REF" and "FUTURE_REF" lie on one side
of the day of writing, nobody can tell where.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

# Two ISO 8601 days, both included.
Interval = tuple[str, str]
_Days = tuple[date, date]

_WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split(), start=1)}
_WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
# The meteorological seasons of the northern half of the world: first month of three.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_SEASON_NAMES = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_NUMBERS = {name: number for number, name in enumerate("zero one two three four five six seven eight nine ten".split())}
_NUMBERS |= {"a": 1, "an": 1, "eleven": 11, "twelve": 12, "a couple of": 2, "a couple": 2}
_SIDES = {"last": -1, "past": -1, "this past": -1, "this": 0, "this coming": 1, "next": 1, "coming": 1}
_THIRDS = {"early": "START", "beginning": "START", "start": "START", "mid": "MID", "middle": "MID", "late": "END", "end": "END"}
_PARTS_OF_DAY = {"morning": "MO", "midday": "MI", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}

_DAY_NAME = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
_DAY_SHORT = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
_MONTH_NAME = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_MONTH = rf"(?:{_MONTH_NAME}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_NUMBER = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|\d{{1,3}})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_PART = r"(?:\s+(?:early\s+|late\s+)?(?P<part>morning|afternoon|evening|night|midday|noon)\b)?"
_SIDE = r"(?:last|this\s+past|this\s+coming|this|next|past|coming)"
_THIRD = r"(?:early|mid|late|(?:the\s+)?(?:end|beginning|start|middle)\s+of)"
_DAY_NUMBER = r"(?P<{0}>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"

# What a weekday is part of where it is a name, before it and after it.
_NAME_BEFORE = re.compile(
    r"(?:\b(?:Super|Black|Good|Ash|Bloody|Ruby|Holy|Palm|Easter|Cyber|Giving|Fat|Shrove|Maundy|Red|News|Mail on|Independent on)"
    r"|\b(?i:every|each|any|some|most|another|per|one))\s+$"
)
_NAME_AFTER = re.compile(
    r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|People|Business|Tribune|Night\s+(?:Live|Football))\b"
    r"|[’']s\s+(?!(?:[A-Z][\w.’'-]*\s+){1,4}(?!(?:on|in|at|by|of|to|from|and|or|was|is|has|had|for|with|as)\b)[a-z])[A-Z]"
)
_NO_DAY_OF_MONTH = r"(?![\d,.:]*\d|\s*(?:%|percent\b|per\s+cent\b|people\b|years?\b|million\b|points?\b))"
# What has its name from a day is no day: "the Sept. 11 attacks".
_NAMED_FROM_DAY = r"(?![’']?s?\s+(?:terror\w*|attacks?|hijack\w*|conspirac\w*|victims?|memorial|commission|families)\b)"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: `text[start:end]`, without its preposition.

    `mod` is TIMEX3's: START, MID or END of what the value names, AFTER for "later this week"; `side` is -1 for "last", +1 for
    "next", 0 where nothing is said, which is read as past.
    """

    start: int
    end: int
    value: str
    mod: str | None = None
    side: int = 0

    @property
    def refers_back(self) -> bool:
        """Whether it counts from something told before ("the same day"), not from the day of writing."""
        return self.value.startswith("UNDEF-REF-")

    @property
    def weekday(self) -> str | None:
        """The name of the day of the week, where that is all that is told."""
        match = re.fullmatch(r"XXXX-WXX-(\d)(?:T[A-Z]{2})?", self.value)
        return _WEEKDAY_NAMES[int(match[1]) - 1] if match else None

    @property
    def counts_from_event(self) -> bool:
        """Whether it counts from what the words after it name ("the day after | the debate")."""
        return self.value.startswith("UNDEF-REF-EVENT-")


_Reading = tuple[str, str | None, int] | None


def timexes(text: str, start: int = 0, end: int | None = None) -> list[Timex]:
    """The time expressions in `text[start:end]`, in order; of two that overlap, the one that starts first, then the longer."""
    end = len(text) if end is None else end
    found = sorted(_found(text, start, end), key=lambda one: (one.start, -one.end))
    apart: list[Timex] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def resolve(timex: Timex, anchor: Interval | None, reference: Interval | None = None) -> Interval | None:
    """The days that a time expression means, or None where nobody can tell.

    `anchor` is the interval of the day of writing. What is not said is past: "Tuesday" is the last one up to and including the
    anchor, "this week" ends with it. Each end of an anchor that is no single day is tried, and the answer holds what both give.
    Without an anchor only full dates, months with a year, years and decades resolve. `reference` is the interval of what was told
    before, from which "the same day" counts.
    """
    if timex.value in ("PAST_REF", "FUTURE_REF", "PRESENT_REF"):
        return None
    anchor = reference if timex.refers_back else anchor
    if anchor is None:
        days = _calendar(timex)
        return _written(days) if days else None
    try:
        first, last = (_days(timex, date.fromisoformat(day[:10])) for day in anchor)
    except (ValueError, OverflowError):  # a day that no calendar has, a year before the first
        return None
    return _written((min(first[0], last[0]), max(first[1], last[1]))) if first and last else None


def _written(days: _Days) -> Interval:
    return days[0].isoformat(), days[1].isoformat()


def _days(timex: Timex, anchor: date) -> _Days | None:
    if days := _calendar(timex):
        return days
    days = _counted(timex, anchor) if timex.value.startswith("UNDEF-") else _recurring(timex, anchor)
    return _third(days, timex.mod) if days else None


_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-([A-Z]{2}))?(?:T[A-Z]{2})?")


def _calendar(timex: Timex) -> _Days | None:
    """The days of a value that the calendar alone can read."""
    value = timex.value
    if "/" in value and "X" not in value:
        first, last = value.split("/")
        return date.fromisoformat(first), date.fromisoformat(last)
    if re.fullmatch(r"\d{3}", value):
        return _third((date(int(value) * 10, 1, 1), date(int(value) * 10 + 9, 12, 31)), timex.mod)
    match = _CALENDAR.fullmatch(value)
    if match is None:
        return None
    try:
        return _third(_of_year(int(match[1]), match[4] or match[2], match[3]), timex.mod)
    except ValueError:
        return None


def _of_year(year: int, part: str | None, day: str | None = None) -> _Days:
    """A year, or its month, season or day."""
    if part is None:
        return date(year, 1, 1), date(year, 12, 31)
    if part in _SEASONS:
        last_year, last_month = (year + 1, 2) if part == "WI" else (year, _SEASONS[part] + 2)
        return date(year, _SEASONS[part], 1), _month(last_year, last_month)[1]
    if day is None:
        return _month(year, int(part))
    return date(year, int(part), int(day)), date(year, int(part), int(day))


def _month(year: int, month: int) -> _Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _third(days: _Days, mod: str | None) -> _Days:
    """The first, middle or last third of a month (its days 1 to 10, 11 to 20, the rest) or of something longer (whole months).

    A week is left whole.
    """
    first, last = days
    if mod not in ("START", "MID", "END") or (last - first).days < 27:
        return days
    number = ("START", "MID", "END").index(mod)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        return first + timedelta(10 * number), last if number == 2 else first + timedelta(10 * number + 9)
    begin, end = (_unit("month", first, months * part // 3, None) for part in (number, number + 1))
    return begin[0], end[0] - timedelta(1)


_COUNTED = re.compile(
    r"UNDEF-(?:REF-(?:EVENT-)?)?(day|weekend|week|month|year|decade|past)-(minus|plus)-(\d+)(?:-(\w+))?(?:T[A-Z]{2})?"
)


def _counted(timex: Timex, anchor: date) -> _Days | None:
    """The days of a value that counts from the anchor."""
    match = _COUNTED.fullmatch(timex.value)
    if match is None:
        return None
    unit, number, part = match[1], int(match[3]) * (1 if match[2] == "plus" else -1), match[4]
    if unit == "past":
        return _back(anchor, -number, part), anchor
    days = _unit(unit, anchor, number, part)
    if timex.refers_back or number or part:
        return days
    # "This week" is past up to the anchor, "later this week" what is left of it.
    return (anchor, days[1]) if timex.mod == "AFTER" else (days[0], min(days[1], max(anchor, days[0])))


def _unit(unit: str, anchor: date, number: int, part: str | None) -> _Days:
    if unit == "day":
        return anchor + timedelta(number), anchor + timedelta(number)
    if unit == "week":
        monday = anchor - timedelta(anchor.weekday()) + timedelta(weeks=number)
        return (monday + timedelta(int(part) - 1),) * 2 if part else (monday, monday + timedelta(6))
    if unit == "weekend":
        # The one that has begun last; "last weekend", said on a weekend, is the one before.
        weekday = anchor.weekday()
        saturday = anchor - timedelta((weekday - 5) % 7)
        weeks = number + 1 if number < 0 and weekday < 5 else number
        saturday += timedelta(weeks=weeks)
        return saturday, saturday + timedelta(1)
    if unit == "month":
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + number, 12)
        return _month(year, month + 1)
    return _years(anchor, number, part) if unit == "year" else _of_year(anchor.year + 10 * number, None)


def _years(anchor: date, number: int, part: str | None) -> _Days:
    """A year counted from the anchor's, or a part of it."""
    if part in ("D", "W", "M"):  # "a year ago today", "this week", "this month"
        return _unit({"D": "day", "W": "week", "M": "month"}[part], _back(anchor, -number, "Y"), 0, None)
    month_part, _, day = (part or "").partition("_")
    return _of_year(anchor.year + number, month_part or None, day or None)


def _back(anchor: date, number: int, unit: str) -> date:
    """The day that lies so many days (D), weeks (W), months (M) or years (Y) before the anchor."""
    if unit in "DW":
        return anchor - timedelta(number * (7 if unit == "W" else 1))
    year, month = divmod(anchor.year * 12 + anchor.month - 1 - number * (12 if unit == "Y" else 1), 12)
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


def _recurring(timex: Timex, anchor: date) -> _Days | None:
    """The days of a value that comes round: a weekday, a day of the month, a month, a season."""
    value, side = timex.value.partition("T")[0], timex.side
    if match := re.fullmatch(r"XXXX-WXX-(\d)", value):
        ahead = (int(match[1]) - 1 - anchor.weekday()) % 7  # days until the next one, 0 for today
        back = (7 - ahead) % 7 or (7 if side < 0 else 0)
        day = anchor + timedelta(ahead or 7) if side > 0 else anchor - timedelta(back)
        return day, day
    if match := re.fullmatch(r"XXXX-XX-(\d\d)", value):
        return _nearest(((year, month, int(match[1])) for year, month in _months_round(anchor)), anchor, side)
    first, _, last = value.partition("/")
    if match := re.fullmatch(r"XXXX-(\d\d)(?:-(\d\d))?|XXXX-([A-Z]{2})", first):
        return _yearly(match[1] or match[3], match[2], last[-2:] or None, timex=timex, anchor=anchor)
    return None


def _yearly(part: str, day: str | None, last_day: str | None, *, timex: Timex, anchor: date) -> _Days | None:
    choices: list[_Days] = []
    for year in range(anchor.year - 8, anchor.year + 9):  # 8 years: a 29 February may be as far away
        try:
            first, last = _of_year(year, part, day)
            last = last.replace(day=int(last_day)) if last_day else last
        except ValueError:
            continue
        choices.append((first, last))
    if timex.side > 0:
        return min(one for one in choices if one[0] > anchor)
    begun = [one for one in choices if (one[1] < anchor if timex.side < 0 else one[0] <= anchor)]
    first, last = max(begun)
    # A month that has begun and is not over: what was said in it was said by now.
    return first, last if timex.mod else min(last, max(anchor, first))


def _months_round(anchor: date) -> Iterator[tuple[int, int]]:
    for number in range(-3, 4):
        year, month = divmod(anchor.year * 12 + anchor.month - 1 + number, 12)
        yield year, month + 1


def _nearest(choices: Iterator[tuple[int, int, int]], anchor: date, side: int) -> _Days | None:
    days = [date(year, month, day) for year, month, day in choices if day <= monthrange(year, month)[1]]
    fitting = [day for day in days if (day > anchor if side > 0 else day <= anchor)]
    day = (min(fitting) if side > 0 else max(fitting)) if fitting else None
    return (day, day) if day else None


# --- the grammar: each rule is a pattern and what reads its match; where a pattern has the group t, that is the expression.


def _read_date(match: re.Match[str]) -> _Reading:
    group = match.groupdict()
    month = _MONTHS[(group["m1"] or group["m2"])[:3].lower()]
    day = int(group["d1"] or group["d2"])
    if day > monthrange(2024, month)[1]:
        return None
    last = group["e1"] or group["e2"]
    year = group["y1"] or group["y2"] or "XXXX"
    if group["back"]:
        return f"UNDEF-year-{_shift(group['back'])}-{month:02}_{day:02}", None, 0
    value = f"{year}-{month:02}-{day:02}"
    if last and day < int(last) <= monthrange(2024, month)[1]:
        return f"{value}/{year}-{month:02}-{int(last):02}", None, 0
    if year != "XXXX" and day > monthrange(int(year), month)[1]:
        return None
    return value, None, 0


def _read_number_date(match: re.Match[str]) -> _Reading:
    year, month, day = (int(match["y"] or match["y2"]), int(match["m"] or match["m2"]), int(match["d"] or match["d2"]))
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year}-{month:02}-{day:02}", None, 0


def _read_month(match: re.Match[str]) -> _Reading:
    group = match.groupdict()
    month = f"{_MONTHS[group['m'][:3].lower()]:02}"
    if group.get("back"):
        return f"UNDEF-year-{_shift(group['back'])}-{month}", _mod(group["third"]), 0
    if group.get("y"):
        return f"{group['y']}-{month}", _mod(group["third"]), 0
    return f"XXXX-{month}", _mod(group["third"]), _side(group["side"])


def _read_year(match: re.Match[str]) -> _Reading:
    return match["y"], _mod(match["third"]), 0


def _read_decade(match: re.Match[str]) -> _Reading:
    return match["decade"], _mod(match["third"] or match["third2"]), 0


def _read_season(match: re.Match[str]) -> _Reading:
    season = _SEASON_NAMES[match["season"].lower()]
    if match["back"]:
        return f"UNDEF-year-{_shift(match['back'])}-{season}", None, 0
    return f"{match['y'] or 'XXXX'}-{season}", _mod(match["third"]), _side(match["side"])


def _read_weekday(match: re.Match[str]) -> _Reading:
    if _NAME_BEFORE.search(match.string, max(0, match.start() - 24), match.start()):
        return None
    if _NAME_AFTER.match(match.string, match.end()):
        return None
    part = f"T{_PARTS_OF_DAY[match['part']]}" if match["part"] else ""
    number = _WEEKDAYS[match["day"][:3].lower()]
    if match["back"]:
        return f"UNDEF-week-{_shift(match['back'])}-{number}{part}", None, 0
    return f"XXXX-WXX-{number}{part}", None, _side(match["side"])


def _read_unit(match: re.Match[str]) -> _Reading:
    third = match["third"].lower() if match["third"] else ""
    mod = "AFTER" if third.startswith("later") else None if third.startswith("earlier") else _mod(match["third"])
    return f"UNDEF-{match['unit'].lower()}-{_shift(match['side'] or 'this')}", mod, 0


def _read_weekend(match: re.Match[str]) -> _Reading:
    return f"UNDEF-weekend-{_shift(match['side'])}", None, 0


def _read_day(match: re.Match[str]) -> _Reading:
    word = match["word"].lower()
    if word == "today" and match["word"][0] == "T" and _mid_sentence(match):
        return None  # "the Today programme", "Dol Today"
    shift = {"yesterday": "minus-1", "tomorrow": "plus-1"}.get(word, "plus-0")
    part = match["part"] or ("night" if word == "tonight" else None)
    return f"UNDEF-day-{shift}" + (f"T{_PARTS_OF_DAY[part]}" if part else ""), None, 0


def _read_part(match: re.Match[str]) -> _Reading:
    shift = "minus-1" if match["side"].lower() == "last" else "plus-0"
    return f"UNDEF-day-{shift}T{_PARTS_OF_DAY[match['of_day'].lower()]}", None, 0


def _read_ago(match: re.Match[str]) -> _Reading:
    unit, number = match["unit"].lower(), _number(match["number"])
    if match["more"]:
        return ("FUTURE_REF" if match["way"].lower() == "later" else "PAST_REF"), None, 0
    if match["of"] and match["way"].lower() == "ago":
        return _of_ago(unit, number, match["of"].lower()), None, 0
    if unit in ("hour", "minute"):
        return "UNDEF-day-plus-0" if match["way"] == "ago" else "UNDEF-REF-day-plus-0", None, 0
    way = match["way"].lower()
    if way == "ago":
        return f"UNDEF-{unit}-minus-{number}", None, 0
    return f"UNDEF-REF-{unit}-{'plus' if way == 'later' else 'minus'}-{number}", None, 0


def _of_ago(unit: str, number: int, of: str) -> str:
    """The value of "a year ago this week", "two weeks ago Tuesday", "a week ago today"."""
    if unit == "year":
        return f"UNDEF-year-minus-{number}-{'W' if 'week' in of else 'M' if 'month' in of else 'D'}"
    if unit == "week" and of.endswith("day") and of != "today":
        return f"UNDEF-week-minus-{number}-{_WEEKDAYS[of.rsplit(maxsplit=1)[-1][:3]]}"
    return f"UNDEF-day-minus-{7 * number}" if unit == "week" and of == "today" else f"UNDEF-{unit}-minus-{number}"


def _read_past_units(match: re.Match[str]) -> _Reading:
    number = _number(match["number"]) if match["number"] else 1
    return f"UNDEF-past-minus-{number}-{match['unit'][0].upper()}", None, 0


def _read_back(match: re.Match[str]) -> _Reading:
    words = " ".join(match.group().lower().split())
    unit = next((unit for unit in ("week", "month", "year") if unit in words), "day")
    if "before" in words or "previous" in words:
        shift = "minus-1"
    else:
        shift = "plus-1" if "following" in words or "next" in words else "plus-0"
    return f"UNDEF-REF-{unit}-{shift}", None, 0


def _read_event(match: re.Match[str]) -> _Reading:
    way = "minus" if match["way"] == "before" else "plus"
    number = _NUMBERS.get(match["number"].lower(), 1)
    if match["unit"] == "week" and match["number"].lower() != "the":
        return f"UNDEF-REF-EVENT-day-{way}-{7 * number}", None, 0
    return f"UNDEF-REF-EVENT-{'week' if match['unit'] == 'week' else 'day'}-{way}-{number}", None, 0


def _read_day_of_month(match: re.Match[str]) -> _Reading:
    return f"XXXX-XX-{int(match['d']):02}", None, 0


def _read_the_weekend(_: re.Match[str]) -> _Reading:
    return "UNDEF-weekend-plus-0", None, 0


def _past(_: re.Match[str]) -> _Reading:
    return "PAST_REF", None, 0


def _mid_sentence(match: re.Match[str]) -> bool:
    before = match.string[: match.start()].rstrip(" “\"'‘(")
    return bool(before) and before[-1] not in ".!?:;\n\r—–-"


def _number(words: str) -> int:
    words = " ".join(words.lower().split())
    return _NUMBERS[words] if words in _NUMBERS else int(words)


def _side(words: str | None) -> int:
    return _SIDES[" ".join(words.lower().split())] if words else 0


def _shift(words: str) -> str:
    """ "last year" and "last" as "minus-1"."""
    side = _side(re.sub(r"\s+(?:week|year)$", "", words.strip()))
    return f"{'minus' if side < 0 else 'plus'}-{abs(side)}"


def _mod(words: str | None) -> str | None:
    return next((mod for word, mod in _THIRDS.items() if word in words.lower().split()), None) if words else None


_BACK = r"(?:,?\s+(?:of\s+)?(?P<back>(?:last|this|next)\s+{0})\b)?"
_RULES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Reading]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (
            rf"\b(?:(?:{_DAY_NAME}|{_DAY_SHORT}),?\s+(?:\()?(?:the\s+)?)?(?:"
            rf"(?P<m1>{_MONTH})\s+{_DAY_NUMBER.format('d1')}{_NO_DAY_OF_MONTH}"
            rf"(?:\s?[-–—]\s?{_DAY_NUMBER.format('e1')}(?!\d))?(?:,?\s+(?P<y1>{_YEAR})(?!\d))?"
            rf"|(?<![\d.,/$£€])(?:the\s+)?(?:{_DAY_NUMBER.format('d2')}(?:\s?[-–—]\s?{_DAY_NUMBER.format('e2')})?)(?:\s+of)?"
            rf"\s+(?P<m2>{_MONTH})(?!\w)(?:,?\s+(?P<y2>{_YEAR})(?!\d))?"
            rf"){_BACK.format('year')}{_NAMED_FROM_DAY}",
            _read_date,
        ),
        (
            r"(?<![\d/.-])(?:(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)|(?P<d2>\d\d?)\.(?P<m2>\d\d?)\.(?P<y2>(?:19|20)\d\d))(?![\d/-])",
            _read_number_date,
        ),
        (rf"\b(?:(?P<third>{_THIRD})[\s-]+)?(?P<m>{_MONTH})(?:,?\s+|\s+of\s+)(?P<y>{_YEAR})(?!\d)", _read_month),
        (
            rf"(?<!confidence )(?<!trust )(?<!faith )(?<!belief )\b(?:(?i:in|since|by|until|till|during|throughout)\s+"
            rf"(?P<t>(?:(?P<third>(?i:{_THIRD}))[\s-]+)?(?P<m>{_MONTH_NAME}){_BACK.format('year')}))\b(?!\s+(?:Day|Madness)\b)(?P<side>)",
            _read_month,
        ),
        (rf"\b(?P<side>(?i:{_SIDE}))\s+(?P<third>)(?P<m>{_MONTH_NAME})\b(?!\s+Day\b)", _read_month),
        (rf"\b(?P<third>(?i:{_THIRD}))[\s-]+(?P<m>{_MONTH_NAME})\b{_BACK.format('year')}(?P<side>)", _read_month),
        (
            rf"\b(?i:in|since|by|until|till|during|throughout|before|after|as\s+of|between|from)\s+"
            rf"(?P<t>(?:(?P<third>(?i:{_THIRD}))[\s-]+)?(?P<y>{_YEAR}))(?![\d%]|[.,]\d|[-–]\w|\s+(?:people|percent|dollars|miles|pages)\b)",
            _read_year,
        ),
        (rf"\b(?P<third>(?i:{_THIRD}))[\s-]+(?P<y>{_YEAR})(?![\d%]|[.,]\d|s\b)", _read_year),
        (rf"\b(?i:an?|the|his|her|their|its|[\w]+[’']s)\s+(?P<third>)(?P<t>(?P<y>{_YEAR}))(?=\s+[a-zA-Z])", _read_year),
        (
            rf"\b(?:(?P<third>(?i:{_THIRD}))[\s-]+)?(?i:the\s+)(?:(?P<third2>(?i:{_THIRD}))[\s-]+)?(?P<decade>(?:1[89]|20)\d)0[’']?s\b",
            _read_decade,
        ),
        (
            rf"\b(?:(?P<side>(?i:{_SIDE}))\s+|(?P<third>(?i:{_THIRD}))[\s-]+|(?i:(?:in|over|during|since)\s+(?:the\s+)?))"
            rf"(?P<season>spring|summer|fall|autumn|winter)\b(?!\s+of\s+(?!{_YEAR}|last|this))(?!\s+(?:as|from|into|to|back)\b)"
            rf"(?:\s+(?:of\s+)?(?P<y>{_YEAR})(?!\d))?{_BACK.format('year')}",
            _read_season,
        ),
        (
            rf"\b(?P<season>(?i:spring|summer|fall|autumn|winter))(?:\s+of)?\s+(?P<y>{_YEAR})(?!\d)(?P<side>)(?P<third>)(?P<back>)",
            _read_season,
        ),
        (
            rf"\b(?:(?i:early|late|earlier|later)\s+(?:on\s+)?)?(?:(?P<side>(?i:{_SIDE}))\s+)?(?P<day>{_DAY_NAME})\b{_PART}"
            rf"{_BACK.format('week')}",
            _read_weekday,
        ),
        (
            r"\b(?:(?P<third>(?i:earlier|later|early|late|mid|(?:the\s+)?(?:end|beginning|start|middle)\s+of))[\s-]+)?"
            r"(?P<side>(?i:last|this|next))\s+(?P<unit>(?i:week|month|year|decade))\b",
            _read_unit,
        ),
        (r"\b(?P<third>(?i:earlier|later))\s+in\s+the\s+(?P<side>)(?P<unit>week|month|year)\b", _read_unit),
        (r"\b(?P<side>(?i:last|this\s+past|this\s+coming|this|next))\s+weekend\b", _read_weekend),
        (r"\b(?i:over|at|during)\s+(?P<t>the\s+weekend)\b(?P<side>(?:))", _read_the_weekend),
        (rf"\b(?:(?i:earlier|later|early|late)\s+)?(?P<word>(?i:yesterday|today|tonight|tomorrow))\b{_PART}", _read_day),
        (r"\b(?P<side>(?i:this|last))\s+(?P<of_day>morning|afternoon|evening|night)\b", _read_part),
        (
            rf"\b(?P<more>(?i:more\s+than|over|at\s+least|up\s+to)\s+)?(?P<number>(?i:{_NUMBER}))\s+"
            r"(?P<unit>minute|hour|day|week|month|year|decade)s?\s+(?P<way>ago|earlier|before(?=[,.]|\s+(?!(?:the|an?|he|she|they|it|his|her|their|its|that|this)\b|[A-Z]))|later)\b"
            rf"(?:\s+(?P<of>this\s+(?:week|month)|today|(?:on\s+)?{_DAY_NAME})\b)?",
            _read_ago,
        ),
        (
            r"\b(?i:(?:just\s+)?(?:a\s+few|several|some|many|a\s+number\s+of|dozens\s+of)\s+)?"
            r"(?i:minutes|hours|days|weeks|months|years|decades|centuries|long|a\s+(?:short\s+)?while|a\s+moment)\s+(?:ago)\b",
            _past,
        ),
        (
            rf"\b(?i:in|over|during|within)\s+(?P<t>(?:the|this)\s+(?:past|last)\s+(?:(?P<number>{_NUMBER})\s+)?"
            r"(?P<unit>day|week|month|year)s?)\b",
            _read_past_units,
        ),
        (r"\b(?P<t>this\s+past\s+(?P<number>)(?P<unit>week|month|year))\b", _read_past_units),
        (
            r"\b(?i:in\s+)(?P<t>(?:(?:the\s+)?(?:past|last)\s+(?:few|several|couple\s+of)|recent)\s+(?:days|weeks|months|years))\b"
            rf"|\b(?i:recently|lately|in\s+the\s+past)\b(?!\s+(?:{_NUMBER}|days?|weeks?|months?|years?)\b)",
            _past,
        ),
        (
            r"\b(?i:earlier\s+|later\s+)?(?i:in\s+the\s+day(?!\s+(?:before|after|following))|(?:on\s+)?(?:the\s+same|that(?:\s+same)?)\s+(?:day|night|morning|afternoon|evening"
            r"|week|month|year)|the\s+(?:day|night|morning|evening|week|month|year)\s+before(?!\s+(?:the|an?|his|her|their|its|he|she|they|it)\b)"
            r"|the\s+(?:previous|following|next)\s+(?:day|night|morning|evening|week|month|year))\b",
            _read_back,
        ),
        (
            r"\b(?P<number>(?i:the|an?|one|two|three))\s+(?P<unit>day|night|morning|evening|week)s?\s+(?P<way>before|after|following)"
            r"(?=\s+(?:(?:the|an?|his|her|their|its|that|this)\s|[A-Z]))",
            _read_event,
        ),
        (
            rf"\b(?i:on)\s+(?P<t>the\s+{_DAY_NUMBER.format('d')})(?<=[a-z])(?=[,.;:)]|\s+(?:and|at|in|that|when|but|by|to|with)\b|\s*$)",
            _read_day_of_month,
        ),
    )
)


_UNITS = ("day", "week", "month", "year", "decade")
_PARTS = ("morning", "afternoon", "evening", "night")
_DIGITS = tuple("0123456789")
# One of these stands, in any case, in each expression that a reader's rules find: a paragraph without them is not searched.
_SIGNS: dict[Callable[[re.Match[str]], _Reading], tuple[str, ...]] = {
    _read_date: _DIGITS,
    _read_number_date: _DIGITS,
    _read_month: tuple(_MONTHS),
    _read_year: _DIGITS,
    _read_decade: ("0s", "0’s", "0's"),
    _read_season: tuple(_SEASON_NAMES),
    _read_weekday: ("day",),
    _read_unit: _UNITS,
    _read_weekend: ("weekend",),
    _read_the_weekend: ("weekend",),
    _read_day: ("yesterday", "today", "tonight", "tomorrow"),
    _read_part: _PARTS,
    _read_ago: ("ago", "earlier", "before", "later"),
    _read_past_units: ("past", "last"),
    _past: ("ago", "recent", "lately", "past", "last"),
    _read_back: (*_UNITS, *_PARTS),
    _read_event: (" before", " after", " following"),
    _read_day_of_month: _DIGITS,
}
_SIGN_SETS = frozenset(_SIGNS.values())
# What else must stand there, for the rules whose signs are in most paragraphs.
_SHAPES: dict[Callable[[re.Match[str]], _Reading], re.Pattern[str]] = {
    _read_date: re.compile(rf"(?:{_MONTH})[\s,]+\d|\d(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{_MONTH})"),
    _read_number_date: re.compile(r"\d[-.]\d\d?[-.]\d"),
    _read_month: re.compile(_MONTH),
    _read_year: re.compile(_YEAR),
    _read_weekday: re.compile(_DAY_NAME),
    _read_unit: re.compile(r"(?:last|this|next|the)\s+(?:week|month|year|decade)", re.IGNORECASE),
    _read_back: re.compile(rf"(?:same|that|previous|following|next|the)\s+(?:{'|'.join((*_UNITS, *_PARTS))})", re.IGNORECASE),
}


def _found(text: str, start: int, end: int) -> Iterator[Timex]:
    for begin, stop in _paragraphs(text, start, end):
        words = text[begin:stop].lower()
        shown = {signs: any(map(words.__contains__, signs)) for signs in _SIGN_SETS}
        shapes = {read: shown[_SIGNS[read]] and shape.search(text, begin, stop) for read, shape in _SHAPES.items()}
        for pattern, read in _RULES:
            if not shown[_SIGNS[read]] or not shapes.get(read, True):
                continue
            for match in pattern.finditer(text, begin, stop):
                if (reading := read(match)) is None:
                    continue
                first, last = match.span("t") if match.re.groupindex.get("t") and match["t"] else match.span()
                yield Timex(first, last, *reading)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    while begin < end:
        stop = text.find("\n\n", begin, end)
        stop = end if stop < 0 else stop + 2
        yield begin, stop
        begin = stop
