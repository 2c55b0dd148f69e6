"""The names under which records (lines of JSON Lines, front matter) give what is known of an article."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.clean.found import Found, address, authors, one_line, publication, publication_in_address

# Names in lower case with "-" and spaces as "_"; the first that holds something usable is taken.
_OUTLET = ("outlet", "publisher", "site_name", "sitename", "site", "source", "publication", "newspaper")
_TITLE = ("title", "headline", "heading")
_BYLINE = ("byline", "authors", "author", "creator", "writer", "writers")
_URL = ("url", "link", "canonical_url", "permalink", "address", "uri")
_PUBLISHED = (
    "published published_at publishedat date_published datepublished publish_date published_date publication_date "
    "pubdate pub_date published_time published_on date_publish first_published issued date datetime timestamp created created_at"
).split()


def found_in(record: Mapping[str, object]) -> Found:
    """What a record says of its article, under the usual names of its fields; case does not matter."""
    fields = {str(key).lower().replace("-", "_").replace(" ", "_"): value for key, value in record.items()}

    def values(names: tuple[str, ...] | list[str]) -> list[object]:
        return [fields[name] for name in names if fields.get(name) not in (None, "")]

    url = next((url for value in values(_URL) if (url := address(value))), None)
    published = next((date for value in values(_PUBLISHED) if (date := publication(value))), None)
    return Found(
        outlet=next((name for value in values(_OUTLET) if (name := _name(value))), None),
        published=published or publication_in_address(url),
        url=url,
        title=next((title for value in values(_TITLE) if (title := one_line(value))), None),
        byline=next((names for value in values(_BYLINE) if (names := authors(value))), ()),
    )


def _name(value: object) -> str | None:
    """A name, or the name of an object that has one ({"source": {"id": …, "name": …}}, as the news services write it)."""
    return one_line(value.get("name") or value.get("title")) if isinstance(value, dict) else one_line(value)
