"""Articles to compare, in one line each: an invented text and who printed it."""

from __future__ import annotations

from onrecord.text.quotes import quotations
from onrecord.vocabulary.relations import Printed

HARBOR = """The council of Port Ellin voted on Monday to close the old ferry terminal by the end of the year.

Mayor Brigit Aske announced the decision after a meeting of four hours in which neighbors and shopkeepers took turns.

The terminal, built in 1931 by the Dunmore company, serves about 2,400 passengers a day and loses 310,000 crowns each year.

"We cannot keep paying for an empty hall," Aske told the council.

Councilman Pieter Voss voted against the plan and warned that fishermen on Saint Orran would be cut off in winter.

The regional government in Talmere promised in 2027 to pay for a new pier but has not sent any money since the election.

"A promise without a date is a postcard," Voss said.

Engineers from the Ostvik Institute examined the roof in April and found rust in eleven of its fourteen beams.

The last boat to Saint Orran will leave on December 30, according to the harbor master, Lena Quill.

Residents plan a march along the quay on Saturday, led by the ferry workers' union and its chairman, Tom Hask.
"""

# The same story, sentence by sentence, in other words.
REWORDED = """Port Ellin's council decided in a vote on Monday that the aging ferry terminal will be closed before the year ends.

The decision was made public by Mayor Brigit Aske when a four hour meeting had ended, in which neighbors spoke in turn.

Built in 1931 by Dunmore, the terminal is used by some 2,400 passengers daily and its losses come to 310,000 crowns a year.

"We cannot keep paying for an empty hall," said Aske.

Pieter Voss, a councilman, opposed the plan, warning that in winter the fishermen of Saint Orran would find themselves cut off.

Back in 2027 the regional government, which sits in Talmere, promised money for a new pier, yet nothing came since the election.

"A promise without a date is a postcard," said Voss.

In April the roof was examined by engineers of the Ostvik Institute, who found eleven beams of fourteen with rust in them.

Harbor master Lena Quill said December 30 is when the last boat leaves for Saint Orran.

A march of residents on the quay is planned for Saturday, with Tom Hask, chairman of the union of ferry workers, at its head.
"""

# The same day as another reporter saw it: the same names and the same quotations, another story.
INDEPENDENT = """Fishermen on Saint Orran woke up on Tuesday to the news that nobody will fetch them any more.

"Who will carry my nets, the mayor?" asked Ole Brann, 61, whose family has crossed the strait since before there was a terminal.

The night before, in Port Ellin, nine of thirteen members of the council raised their hands for closing it.

"We cannot keep paying for an empty hall," Mayor Brigit Aske told the council.

Her budget leaves a hole of two million crowns, most of it from the new school on Cask Street.

"A promise without a date is a postcard," said Pieter Voss, the councilman who has made the pier his cause.

Voss wants the ministry in Talmere to answer in writing, and he says that he will drive there himself this week.

On the island a shop, a church and forty houses depend on what the boats bring, from flour to newspapers.

Brann has begun to build a larger boat behind his house, and he says that he will take passengers for nothing.

The weather service expects the first storms of the autumn at the weekend.
"""


def printed(
    text: str,
    id: str = "one",
    *,
    outlet: str | None = None,
    on: str | None = None,
    title: str | None = None,
    byline: str = "",
) -> Printed:
    """An article with its quotations; `on` is the day or the time that it was published."""
    quoted = tuple((one.start, one.end) for one in quotations(text) if one.level == 0)
    return Printed(id, outlet, None, title, (byline,) if byline else (), (on, on), text, quoted)
