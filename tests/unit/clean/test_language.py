"""English is read, other languages are not, and what may be English is read."""

from __future__ import annotations

import pytest

from onrecord.clean import CleanSettings
from onrecord.clean.language import foreign_language, language_name


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Minister sagte am Dienstag, dass die Gespräche über den Hafen weitergehen würden, sobald es taut."),
        ("fr", "Le ministre a déclaré mardi que les négociations sur le port se poursuivraient dès le printemps."),
        ("es", "El ministro dijo el martes que las conversaciones sobre el puerto seguirían en primavera."),
        ("it", "Il ministro ha detto martedì che i colloqui sul porto continueranno in primavera senza altri ritardi."),
        ("nl", "De minister zei dinsdag dat de gesprekken over de haven in het voorjaar zouden doorgaan."),
        ("pl", "Minister powiedział we wtorek, że rozmowy w sprawie portu będą kontynuowane na wiosnę."),
        ("ru", "Министр заявил во вторник, что переговоры о порте продолжатся весной."),
        ("uk", "Міністр заявив у вівторок, що переговори щодо порту триватимуть навесні."),
        ("tr", "Bakan salı günü yaptığı açıklamada liman görüşmelerinin ilkbaharda süreceğini söyledi."),
        ("zh", "部长星期二表示，有关港口的谈判将在春天继续进行。"),
        ("ar", "قال الوزير يوم الثلاثاء إن المحادثات بشأن الميناء ستستمر في الربيع."),
    ],
)
def test_a_sentence_of_another_language_is_recognised(code: str, text: str) -> None:
    assert foreign_language(text, CleanSettings()) == code


@pytest.mark.parametrize(
    "text",
    [
        "Minister says harbour talks resume",
        "Ola Brandt, Ida Holm, Per Aas, Jens Lund, Karl Berg, Nils Dahl, Eva Lind, Ada Moe",
        "The minister said that the harbour of Łódź-Åse, as “свобода” is spelt there, would open.",
        "3, 4, 5",
        "Bonjour!",
        "",
    ],
)
def test_what_may_be_english_is_not_refused(text: str) -> None:
    assert foreign_language(text, CleanSettings()) is None


@pytest.mark.parametrize(("code", "name"), [("de", "German"), ("uk", "Ukrainian"), ("qu", "another language")])
def test_a_language_is_named_in_words_where_it_is_known(code: str, name: str) -> None:
    assert language_name(code) == name
