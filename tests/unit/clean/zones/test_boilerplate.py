"""Boilerplate is recognised by its own words; the article's paragraphs never are."""

from __future__ import annotations

import pytest

from onrecord.clean.zones import lines_of, mark
from onrecord.clean.zones.boilerplate import boilerplate
from onrecord.vocabulary import ZoneKind

BODY = "The minister of Norland said that the harbour would open in the spring, and that the talks had been long."


@pytest.mark.parametrize(
    "text",
    """\
Advertisement
ADVERTISEMENT.
Story continues below advertisement
Loading…
3 min read
Share
Facebook Twitter WhatsApp Email
Facebook | X | Copy link
Share this article
Click to share on Facebook (Opens in new window)
Source link
Read more
Read the full story here
Read the rest here.
Read more: Ten ports that never freeze
READ ALSO: Ten ports that never freeze
Also read | Ten ports that never freeze
Related: Ten ports that never freeze
RELATED ARTICLES
You may also like
More from The Norland Post
Click here to see the map
Watch the full interview below:
For more information on the harbour, visit our page
Tags: harbour, fish, Norland
Filed under: Politics
https://norland.example/harbour
www.norland.example
h/t The Norland Post
Via: The Norland Post
Leave a Reply
Post a Comment
12 Comments
Your email address will not be displayed. Starred boxes must be full *
Save my name, email, and website in this browser for the next time I comment.
Name *
Comments are closed.
This site uses Akismet to reduce spam. Learn how your comment data is processed.
Subscribe to our newsletter
Sign up for the Harbour Briefing, our weekly newsletter
Get the day's news delivered to your inbox
Sign up for our newsletter: “The best,” said one reader.
Get the day’s news in your inbox. “The best thing I read,” says Ann Poe.
Follow us on Twitter! “I always do,” says Ann Poe.
Enter your email address
Already a subscriber? Log in
This article is for subscribers only.
You have 2 free articles left this month.
Support independent journalism from the north coast
Please consider making a donation to our newsroom
Become a member today
Follow us on Twitter and Facebook
Like us on Facebook
Follow @norlandpost
Join us on our Telegram channel for updates on Telegram
Got a tip? Write to the desk
We use cookies to make this page work. By continuing to use it you agree to this.
© 2021 The Norland Post. All rights reserved.
Copyright 2021 The Norland Post
This work is licensed under a Creative Commons Attribution 4.0 licence.
Our articles are free: feel free to republish and share widely.
This material may not be published, broadcast, rewritten or redistributed without permission.
This article was originally published in The Norland Post.
This piece first appeared on The Harbour Blog.
Republished with permission from The Norland Post.
Editor's note: this text was shortened.
Correction: an earlier version gave the wrong year.
This story has been updated with the minister's answer.
The views expressed in this article are the author's own.
With files from The Agency
Please enable JavaScript to view the comments
* * *
———
14:05
<tweet id="1"></tweet>""".splitlines(),
)
def test_what_sites_put_round_an_article_is_boilerplate(text: str) -> None:
    (line,) = lines_of(text)
    assert boilerplate(line)


@pytest.mark.parametrize(
    "text",
    """\
“Share the harbour,” the minister said, “or lose it.”
The ministry's site uses cookies, said the watchdog, and it should not.
The company said that its terms of use did not allow the harbour to be filmed.
Support for independent media has fallen, according to the survey.
More than forty ships are waiting off Varnholm.
More from the north coast than from the south, he said.
Read more slowly, the minister told the clerk.
Watch what they do, not what they say.
Register to vote: “It is your harbour,” said the minister.
Sign up for the fleet, he said, and read the newsletter.
“Sign up for our newsletter,” the minister said. “It is free.”
Get it in writing: “Nothing else counts,” she said.
Support came late. “We need journalism,” she said.
Click beetles have come to the coast.
Follow the money, he urged them.
Join the alliance, the minister told Sudria.
The video was removed by the police on Tuesday.
Related families were told first.
Donations to the party have doubled in a year.
Help came from Sudria within the hour.
Correcting the record will take years.
Published figures show that the harbour lost money.
He may not be re-elected.
Sources close to the ministry said that the harbour would stay closed.
The report was published on Tuesday.
It is all rights and no duties, she said.
Have a good year, the minister wished the fishermen.
In case of war, the harbour closes.""".splitlines(),
)
def test_a_sentence_of_the_article_is_not_boilerplate(text: str) -> None:
    (line,) = lines_of(text)
    assert not boilerplate(line)


def kinds_of(*paragraphs: str) -> list[ZoneKind | None]:
    return mark(lines_of("\n\n".join(paragraphs)))


def test_headlines_under_a_heading_of_links_are_boilerplate_until_a_sentence_comes() -> None:
    kinds = kinds_of(
        "Harbour to open", BODY, "Related articles", "Ten ports that never freeze", "Fish are back", BODY + " Again."
    )
    assert kinds[2:] == [ZoneKind.BOILERPLATE] * 3 + [None]


def test_what_readers_comment_under_an_article_is_boilerplate() -> None:
    kinds = kinds_of(
        "Harbour to open", BODY, BODY + " Again.", "They all agree.", "2 comments on “Harbour”", "He said it was a lie!"
    )
    assert kinds[-2:] == [ZoneKind.BOILERPLATE] * 2


def test_a_comment_button_under_the_title_does_not_swallow_the_article() -> None:
    kinds = kinds_of("Harbour to open", "Leave a comment", BODY, "It is so.", "It will be so.", "It was so.")
    assert kinds[1:] == [ZoneKind.BOILERPLATE, None, None, None, None]
