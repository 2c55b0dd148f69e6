"""Settings: what a user may set, loaded when asked and passed down."""

from __future__ import annotations

import json
import tomllib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from onrecord.clean import CleanSettings
from onrecord.vocabulary import UsageError, content_id

# Looked for in the folder where the command runs.
DEFAULT_FILE = Path("onrecord.toml")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, one part for each room that has any; the defaults are what the figures were measured with."""

    clean: CleanSettings = field(default_factory=CleanSettings)

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that are the same for the same settings: part of every record's provenance."""
        return content_id(json.dumps(asdict(self), sort_keys=True))


def load(path: Path | None = None) -> Settings:
    """The settings of a TOML file (default: `onrecord.toml` in this folder, if there is one), defaults for the rest.

    Raises UsageError where the file cannot be read, or holds an unknown name or a value of the wrong type.
    """
    if path is None and not DEFAULT_FILE.is_file():
        return Settings()
    path = path or DEFAULT_FILE
    try:
        stored = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"The settings file {path} cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"The settings file {path} is not TOML: {error}") from error
    unknown = set(stored) - {"clean"}
    if unknown:
        raise UsageError(f"{path}: there is no section [{min(unknown)}]; there is [clean]")
    return Settings(clean=_clean(stored.get("clean", {}), path))


def _clean(stored: object, path: Path) -> CleanSettings:
    if not isinstance(stored, dict):
        raise UsageError(f"{path}: write [clean] as a section, with one name = value a line")
    defaults = asdict(CleanSettings())
    for name, value in stored.items():
        if name not in defaults:
            known = ", ".join(one.name for one in fields(CleanSettings))
            raise UsageError(f"{path}: [clean] has no setting {name!r}; it has {known}")
        wanted = type(defaults[name])
        if isinstance(value, bool) or not isinstance(value, wanted) or value < 0:
            raise UsageError(f"{path}: [clean] {name} must be a number of type {wanted.__name__}, 0 or more, not {value!r}")
    return CleanSettings(**stored)
