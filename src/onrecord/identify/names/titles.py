"""Word lists for reading names: titles and roles, words of organisations, words that only begin a sentence."""

from __future__ import annotations

TITLES = frozenset(
    "duke duchess earl countess viscount marquess "
    "president vice-president premier chancellor minister secretary deputy senator sen rep representative governor gov "
    "mayor ambassador envoy shri smt datuk dato alhaji herr frau excellency monsieur madame mme "
    "commissioner chairman chairwoman chair chief director general spokesman spokeswoman "
    "spokesperson speaker leader head king queen prince princess emperor pope cardinal bishop archbishop reverend rev "
    "pastor imam rabbi judge justice attorney counsel gen brig cmdr cpl amb hon det pm colonel col major maj captain capt "
    "lieutenant lt sergeant sgt "
    "admiral adm commander marshal professor prof doctor dr mr mrs ms miss sir dame lord lady baroness baron count "
    "analyst expert economist historian journalist correspondent reporter editor columnist author strategist adviser "
    "advisor aide lawyer activist candidate nominee officer official prime foreign defence defense interior finance "
    "state treasury executive former ex acting first congressman congresswoman lawmaker undersecretary founder ceo "
    "coordinator manager whip sheriff superintendent inspector constable democrat republican actor actress singer comedian "
    "businessman businesswoman billionaire pollster host anchor pundit commentator blogger incumbent challenger "
    "frontrunner front-runner leader-elect co-chair treasurer comptroller sheikh sultan "
    "emir ayatollah mullah chief-of-staff councillor councilor councilman councilwoman alderman cllr mp coach".split()
)

# Titles that are surnames too: after a given name or a title they belong to the name ("Ada King", "Mr. Bishop").
SURNAME_TITLES = frozenset("king bishop pope marshal constable major cardinal singer baron".split())
HONORIFICS = frozenset("mr mrs ms miss dr rep sen senator president professor".split())
# Honorifics and titles of men only and of women only.
MALE = frozenset("mr sir king prince lord congressman businessman councilman baron".split())
FEMALE = frozenset(
    "mrs ms miss dame queen princess lady chairwoman congresswoman businesswoman councilwoman actress baroness".split()
)
# Titles that countries, companies and groups may have too ("a leader in steel"), or that are only parts of a title.
GENERIC_TITLES = frozenset(
    "leader head host chair challenger frontrunner front-runner count major expert general prime foreign defence defense "
    "interior finance state treasury executive former ex acting first democrat republican whip".split()
)
# Of these, what a country or company is hardly said to be after its name: "Dana Brandt, a Veshan general".
PERSONAL_HEADS = frozenset("general executive expert democrat republican".split())
KIN = frozenset(
    "husband wife father mother son daughter brother sister uncle aunt nephew niece cousin grandfather grandmother grandson "
    "granddaughter widow widower fiance fiancé fiancee fiancée stepson stepdaughter son-in-law daughter-in-law father-in-law "
    "mother-in-law brother-in-law sister-in-law spouse".split()
)
# Occupations that are written in lower case and only people have.
ROLES = frozenset(
    "engineer teacher farmer writer nurse student physician surgeon scientist researcher historian veteran retiree voter "
    "resident driver fisherman banker trader investor scholar fellow lecturer academic consultant politician statistician "
    "musician composer painter poet novelist playwright photographer filmmaker producer architect accountant electrician "
    "mechanic carpenter welder plumber baker butcher chef waiter waitress barber clerk cashier shopkeeper grocer miner soldier "
    "sailor pilot policeman firefighter paramedic pharmacist dentist psychologist therapist librarian translator organizer "
    "organiser campaigner volunteer pensioner widow diplomat negotiator prosecutor barrister solicitor magistrate broadcaster "
    "presenter entrepreneur landlord tenant neighbour neighbor friend colleague biographer mathematician physicist chemist "
    "biologist native owner manager manufacturer player footballer coach referee athlete swimmer runner dean provost principal "
    "priest vicar monk nun president-elect co-founder developer moderator associate".split()
)
# Words that a person's full name never begins with, though a capital may stand there ("South Veshia", "New Poll").
NOT_GIVEN = frozenset(
    "north south east west northern southern eastern western central new old great united fellow human national international "
    "european american african asian global federal local public social high supreme upper lower senior junior many most "
    "other top republican democratic conservative liberal labour wall downing white black red green blue "
    "saint san santa los las el mount lake fort port cape our your their world".split()
)
# A name after one of these is mostly a place's.
PLACING = frozenset("in at near across outside inside around throughout".split())

ORGANISATIONS = frozenset(
    "ministry department office council committee commission agency bureau party union alliance university institute "
    "college school bank group company corporation corp inc ltd association federation foundation society court house "
    "parliament congress senate assembly army navy force forces police service services news times post journal herald "
    "tribune gazette telegraph guardian press radio television tv network magazine centre center campaign movement "
    "pact bloc front league organisation "
    "organization embassy institution command headquarters board authority fund team nations".split()
)

GOVERNMENTS = frozenset("government administration cabinet".split())

INDEFINITE = frozenset("neither either a an one some several many few most other another any no every each two three".split())
# Words before a noun that are no part of a name; with one of them, other than "the", no name follows.
DETERMINERS = INDEFINITE | frozenset(
    "the this that these those his her its their our my your both all either neither such".split()
)

# Sources that the article leaves without a name.
UNNAMED = frozenset(
    "official officials source sources diplomat diplomats analyst analysts expert experts critic critics observer "
    "observers aide aides adviser advisers spokesman spokeswoman spokesperson insider insiders person people witness "
    "witnesses supporter supporters opponent opponents lawmaker lawmakers soldier soldiers resident residents".split()
)

PRONOUNS = frozenset(
    "he she it they we i you who that which this these those one some many others another both all several most his her "
    "their its my our him them me us each neither everyone everybody nobody anyone someone none no-one".split()
) | {"no one"}
PERSONAL = frozenset("he she i him her me".split())

# Capitalised at a sentence's beginning, no part of the name that follows.
_OPENERS = frozenset(
    "the a an and but or so yet for if as when while after before since until although though because however meanwhile "
    "moreover also still then now today yesterday tomorrow in on at by from with without under over of to according "
    "additional asked speaking citing".split()
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december".split()
)
OPENERS = _OPENERS | CALENDAR

PARTICLES = frozenset("de del della di da dos van von der den ter bin ibn al el la le du".split())

# What may follow a surname.
SUFFIXES = frozenset("jr sr ii iii iv".split())
