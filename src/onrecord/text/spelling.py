"""Names in many spellings: plain letters, a key that transliterations of one surname share, and given names that may be one."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import lru_cache

# Letters that decomposition leaves as they are, and the marks that print sets in many ways.
_PLAIN = str.maketrans(
    {
        **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"},
        **{"ŧ": "t", "ĸ": "k", "ə": "a", "ɑ": "a", "ɛ": "e", "ɔ": "o", "ƒ": "f", "ſ": "s"},
        **dict.fromkeys("’‘ʼʻʹʿʾ`´′‛＇", "'"),
        **dict.fromkeys("“”„‟″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLE = re.compile(r"(?:al|el|as|ar|az|ad|ash|at|an)[-'](?=\w{3})")

# Names of one family whose spellings no rule below joins without joining other names: vowels of Arabic names are written at will.
_FAMILIES = tuple(
    (re.compile(pattern), key)
    for pattern, key in (
        (r"m[ou]h?am+[ae]d", "mohamed"),
        (r"ah?h?m[ae]d", "ahmed"),
        (r"h[uo]u?s+[aei]*[iye]n", "husein"),
        (r"[gqk]h?ad+h?h?a?f+[iy]", "gadafi"),
        (r"y[ou]+s+[eiou]+f", "iusuf"),
        (r"(?:h|kh)amen[ae]?[iy]", "hamenei"),
        (r"netanyahou?|netaniahu", "netaniahu"),
    )
)
# Rules for one word, in their order: each writes one sound one way, for English, German, French and Slavic transliterations.
_RULES = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?:sch|s)tsch|shch|(?<!t)sch", "sh"),  # щ, ш: Khrushchev, Chruschtschow, Hruschev
        (r"tsch|tch", "ch"),  # ч: Klitschko, Klychko
        (r"dzh|dj", "j"),
        (r"(?<=.)kh(?=.)|^kh(?=...)|(?<=....)kh$", "h"),  # х: Khrushchev, Hruschev; but Khan is not Han
        (r"ph", "f"),
        (r"tz", "ts"),
        (r"x", "ks"),
        (r"ck", "k"),
        (r"w", "v"),  # Lawrow, Lavrov
        (r"ou(?=sk)", "ov"),  # Tsikhanouskaya, Tikhanovskaya
        (r"ou", "u"),
        (r"(?<=[^aeiouq])([ou])e(?=[bcdfghkmnprstvz])", r"\1"),  # German ö, ü: Schroeder, Mueller
        (r"y", "i"),
        (r"(?<=[ai])j(?=a$)|(?<=[aeiouk])j$", "i"),  # Selenskyj, Aleksej, Tichanowskaja
        (r"^i(?=e)", ""),  # Yeltsin, Eltsin
        (r"^tsi", "ti"),
        (r"ii+", "i"),
        (r"(?<=[aeou])ie(?!$)", "e"),  # Nazarbayev, Nazarbaev
        (r"(?<=[cs]h)i?ov$", "ev"),  # Khrushchov, Gorbachyov
        (r"^s(?=[aeiou].*ski$)", "z"),  # German s for з: Selenskyj
        (r"(?<=enk)a$", "o"),  # Lukashenka, Lukashenko
    )
)


@lru_cache(maxsize=10_000)
def fold(words: str) -> str:
    """Words for comparing: without case and diacritics, apostrophes and dashes plain, single spaces. Idempotent.

    Letters that carry no separable mark are written as English does: ł l, ø o, đ d, ß ss, æ ae, þ th, ə a.
    """
    found = words
    for _ in range(
        3
    ):  # a folded letter may decompose once more; three rounds suffice for all of Unicode, a fourth changes nothing
        found = "".join(letter for letter in unicodedata.normalize("NFKD", found) if not unicodedata.combining(letter))
        found = found.translate(_PLAIN).casefold().translate(_PLAIN)
    return " ".join(found.split())


@lru_cache(maxsize=10_000)
def skeleton(word: str) -> str:
    """A key that spellings and transliterations of one name share (Zelensky, Zelenskyy, Selenskyj), of plain small letters.

    1. The word is folded; an Arabic article goes; so do hyphens and apostrophes.
    2. A few Arabic names, whose vowels are written at will, have one key each.
    3. Else each sound that is transliterated in several ways is written in one way, and doubled letters are single.

    Vowels stay, so that Biden is not Baden nor Johnson Jansen. Of the 21 943 last names of the shipped facts 5.3 % share
    their key with another, mostly as variants of one name do (`training/compile_facts.py --collisions` lists them).
    Words without a letter have the key "".
    """
    plain = _NOT_LETTERS.sub("", _ARTICLE.sub("", fold(word)))
    for family, key in _FAMILIES:
        if family.fullmatch(plain):
            return key
    for rule, sound in _RULES:
        plain = rule.sub(sound, plain)
    return _DOUBLED.sub(r"\1", plain)


class Agreement(Enum):
    """What two persons' given names tell of whether they are one person's."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    CONTRADICTORY = "contradictory"


# Given names that one person is called by, in groups: short forms, and forms of one name in neighbouring languages that outlets
# interchange (Volodymyr Zelensky is also written Vladimir Zelensky). From general knowledge. A name may stand in several groups,
# and only names of one group agree: Alex may be Alexander or Alexei, who are two.
_ONE_NAME = """
joseph joe joey jo | josip josef iosif | yossi yosef joseph | william bill billy will willy | liam william | robert bob bobby
rob robbie | richard dick rick ricky rich richie | james jim jimmy jamie | john jack johnny jon | jonathan jon jonny | thomas
tom tommy | tomas tom | michael mike mick mickey | mikhail mykhailo mihail mikheil mikhailo misha | charles charlie chuck |
edward ed eddie ted teddy ned | edmund ed | theodore ted teddy theo | fedor fyodor fedir | anthony tony | antonio toni tony
antony | anton anthony | daniel dan danny | danil danylo daniil | david dave davey davyd | donald don donny | kenneth ken
kenny | ronald ron ronnie | samuel sam sammy | samantha sam | benjamin ben benny | binyamin benjamin bibi | matthew matt |
christopher chris kit | christian chris | nicholas nick nicky | nicolas nick nico | nikolai mykola mikalai nikolay kolya |
nicolae nicolas | peter pete | petro pyotr petr piotr peter | paul pavlo | pavel pavlo pavol paul | andrew andy drew | andrei
andriy andrej andrew | stephen steve steven | stepan stefan | gregory greg | grigory hryhoriy grigori hrihorii gregory |
timothy tim | timofey tymofiy tim | patrick pat paddy | lawrence larry laurence | leonard len lenny leo | leonid leo lyonya |
philip phil | frederick fred freddie | friedrich fritz fred | francis frank frankie | francisco paco pancho | gerald gerry
jerry | jeremy jerry | gerard gerry | eugene gene evgeny yevgeny yevhen jevhen yauhen zhenya | alexander alex sasha oleksandr
aleksandr alexandr alyaksandr aliaksandr aleksander alec sandy | alejandro alex | alessandro alex | alexandre alex alexander |
alexandra alex sasha oleksandra aleksandra sandra | alexis alex | alexei aleksei oleksii alyaksei aliaksei oleksa alex lyosha
| vladimir volodymyr uladzimir vladimer vova volodya | vladislav vlad vladyslav uladzislau | yaroslav iaroslav jaroslav |
vyacheslav viacheslav vyatcheslav slava | dmitry dmytro dmitri dzmitry dmitriy dima | sergei serhiy serhii siarhei syarhey
sergii serge | nikita mykyta mikita | kirill kyrylo kiril cyril kirila | igor ihor ihar | oleg oleh aleh | vasily vasyl vasili
vasil | yury yuriy yurii juri iurii iurie yuri yura | georgy heorhiy heorhii giorgi georgi george | yegor egor yehor |
konstantin kostyantyn kostiantyn kostya constantin | arseny arseniy arsenii | vitaly vitaliy vitalii vital vitali | anatoly
anatoliy anatolii | valery valeriy valerii valeri | victor viktor vik | artyom artem artsiom | denis denys dzianis | maxim
maksym maksim maksims max | maximilian max | roman roma | yakov yakiv iakov | semyon semen simon | kuzma kuzmin | filipp pylyp
philip | gennady hennadiy hennadii gennadiy henadz | bohdan bogdan | taras tarasiy | leonid leanid | ruslan rus | rostislav
rostyslav | svyatoslav sviatoslav | stanislav stas stanislau | ilya illia illya iliya elijah | lev leo leon | elizabeth liz
lizzie beth betty lisa eliza | katherine kate katie kathy catherine cathy kathryn | kathleen kathy kate | ekaterina yekaterina
kateryna katya katerina | margaret maggie meg peggy | maria mariya mariia masha mary | marie mary | mary molly polly | elena
olena yelena alena lena helena | julia yulia yuliya iuliia yuliia | natalia natalya nataliya nataliia natasha | anna ganna
hanna anne anya | anne annie ann | irina iryna irena ira | olga olha volha | oksana aksana | tatiana tetiana tetyana tatyana
tanya | svetlana svitlana sviatlana | sofia sofiya sophia sofiia | sophie sophia | susan sue susie suzanne | deborah debbie
deb | jennifer jen jenny | victoria vicky | viktoria viktoriya viktoriia victoria | rebecca becky | patricia pat patty trish |
barbara barb | sandra sandy | christine chris tina | christina chris kristina tina | theresa terry | teresa terry tess |
amanda mandy | abigail abby | ksenia kseniia oksana xenia | darya daria dariia dasha | lyudmila liudmyla lyudmyla ludmila
liudmila | nadezhda nadiya nadiia nadia | lyubov liubov | galina halyna | valentina valentyna | albert al bert | alan al allan
allen | alfred al alf fred | walter walt wally | henry harry hank | harold harry hal | arthur art artie | raymond ray |
vincent vince vinny | martin marty | geoffrey geoff | jeffrey jeff | bernard bernie | zachary zach zack | joshua josh | nathan
nate | nathaniel nate | douglas doug | gordon gord | stuart stu stewart | jacob jake | isaac ike | itzhak yitzhak isaac |
abraham abe | avraham abraham avi | reuven ruvi | mohamed mehmet mohammad mo | ahmed ahmet | yusuf yousef youssef | hussein
husein hosein | hasan hassan | mustafa moustafa mostafa | osman uthman othman | recep rejep | heinrich heinz | johannes hans
johann | joachim jochen achim | jose pepe | luis lou | louis lou | jorge george | enrique kike | pedro peter | rafael rafa
rafi | gabriel gabi gabe | ignacio nacho iñaki | manuel manolo manu | lukasz luke | mateusz matt | wojciech wojtek | radoslaw
radek | jaroslaw jarek | krzysztof chris kris | tadeusz tadek | kazimierz kazik | elisabeth liz lisa elizabeth | madeleine
maddy
"""


@lru_cache(maxsize=1)
def _groups() -> dict[str, set[int]]:
    """For each listed given name, by its skeleton, the numbers of its groups."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_ONE_NAME.split("|")):
        for name in group.split():
            found.setdefault(skeleton(name), set()).add(number)
    return found


@lru_cache(maxsize=10_000)
def given_names_agree(a: str, b: str) -> Agreement:
    """Whether given names, middle names and initials included, may be one person's.

    1. EQUAL: the same words, spelling apart (Oleksii, Oleksiy); also two of no words.
    2. COMPATIBLE: one has no words; or the first words agree (the same, an initial of it, a short form or a form in another
       language: Joe and Joseph, Vladimir and Volodymyr), and the words after them, in as far as both have some, agree too;
       or one is a single word that the other has in a later place (Boris and Alexander Boris).
    3. CONTRADICTORY: anything else (George W. and George H. W.).
    """
    ones, others = _given(a), _given(b)
    if [skeleton(word) for word in ones] == [skeleton(word) for word in others]:
        return Agreement.EQUAL
    if not ones or not others:
        return Agreement.COMPATIBLE
    if _same_name(ones[0], others[0]):
        agree = all(_same_name(one, other) for one, other in zip(ones[1:], others[1:], strict=False))
    else:
        agree = _is_later(ones, others) or _is_later(others, ones)
    return Agreement.COMPATIBLE if agree else Agreement.CONTRADICTORY


def _given(names: str) -> tuple[str, ...]:
    """The given names one by one, folded; two or three capitals without a vowel are initials (JD, J.D.)."""
    found: list[str] = []
    for word in names.replace(".", " ").replace("-", " ").split():
        initials = len(word) in (2, 3) and word.isupper() and not set("AEIOU") & set(word)
        found.extend(fold(part) for part in (word if initials else (word,)))
    return tuple(word for word in found if skeleton(word))


def _is_later(names: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether names are a single word, no initial, that agrees with a later one of the others."""
    return len(names) == 1 and any(min(len(names[0]), len(other)) > 1 and _same_name(names[0], other) for other in others[1:])


def _same_name(one: str, other: str) -> bool:
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    first, second = skeleton(one), skeleton(other)
    return first == second or bool(_groups().get(first, set()) & _groups().get(second, set()))
