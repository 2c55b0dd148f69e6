"""Captions and credits are recognised; what politicians do in sentences is not."""

from __future__ import annotations

import pytest

from onrecord.clean.zones import lines_of
from onrecord.clean.zones.caption import is_caption


@pytest.mark.parametrize(
    "text",
    """\
Minister Ola Brandt speaks in Varnholm. (Photo: Per Aas/Agency via Getty Images)
Minister Ola Brandt speaks in Varnholm. (AP Photo/Per Aas)
Minister Ola Brandt speaks in Varnholm on 6 April 2021. Photo: Per Aas
Minister Ola Brandt speaks in Varnholm [Per Aas/Reuters]
Minister Ola Brandt speaks in Varnholm. Per Aas/AFP
Minister Ola Brandt is pictured during her address to the fleet on March 11.
Minister Ola Brandt (left) and her guest Jens Lund (right) in the harbour.
The ministers of Norland and Sudria pose for a family photo in Varnholm.
FILE PHOTO: Minister Ola Brandt in the harbour of Varnholm
File - Minister Ola Brandt in the harbour
In this file photo Minister Ola Brandt leaves the harbour.
A general view of the harbour of Varnholm in winter.
Photograph: Per Aas/The Norland Post
Photo: Minister Ola Brandt, who said the harbour “will open”, in Varnholm.
PHOTO: “We will open it,” said Ola Brandt. She was in the harbour. It was cold. Fish were back.
File photo: The minister told reporters that the harbour would open.
Pictured above: Ola Brandt said she would be back.
Image | Ola Brandt, according to whom the harbour is open
Ola Brandt in the harbour, which she said would open. (Jo Lime/Harbour News)
Ola Brandt in the harbour (Jo Lime/Agency)
Image credit: Per Aas
Getty Images
Reuters
Per Aas / AFP
© AFP""".splitlines(),
)
def test_a_caption_or_credit_is_recognised(text: str) -> None:
    (line,) = lines_of(text)
    assert is_caption(line)


@pytest.mark.parametrize(
    "text",
    """\
Brandt is seen as the strongest of the candidates in the north.
Minister Ola Brandt (D) beat Jens Lund (R) by two votes in the harbour district.
The photo shows nothing, the minister said, and the film shows less.
Seven were killed in the blast, the ministry said. (Reuters) More followed.
Picture the harbour in winter, said Lund: it is empty.
The photos: nobody had seen them, said Lund.
“Photo: that is all they wanted,” said Lund.
The vote was close, he said (Norland/Sudria).
Each voter (man/woman) was asked, she said.
The ministers are shown the door too often, said Lund.
The harbour poses a danger to ships.
The agency said on Tuesday: the harbour is closed.
The ministry told the Associated Press""".splitlines(),
)
def test_a_sentence_of_the_article_is_no_caption(text: str) -> None:
    (line,) = lines_of(text)
    assert not is_caption(line)
