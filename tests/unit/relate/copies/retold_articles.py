"""Pairs of invented articles: one told again in other words, and two that only report the same event."""

from __future__ import annotations

SALT = """\
The salt works of Ardun will be sold to a company from Keshmar, the ministry of trade in Ardun said on Tuesday.

Trade Minister Halina Brodt told reporters that the buyer, Keshmar Minerals, had offered 84 million thalers for all three pans.

"We have looked for a partner for six years and this is the first one who asked about the workers," Brodt said.

The works employ 412 people and have lost money in every year since 2024, when the railway to the coast was closed.

Keshmar Minerals has promised to keep 380 of the posts until 2035 and to repair the pumping station at Low Tarn.

Edvin Maas, who leads the salt workers' union, said that his members had been shown two pages of a contract of ninety.

"A promise about pumps is not a promise about wages," Maas said.

The opposition Reed Party wants a vote in parliament, which meets again on 9 October.

Its spokesman, Ruben Tolk, called the price a gift and recalled that the pans had been valued at 130 million thalers in 2019.

Brodt answered that nobody had bid for them then.

The sale has to be approved by the competition office, which may take until the spring.
"""
# Trimmed, the quotations kept, the rest in other words, the day as "yesterday".
SALT_AGAIN = """\
Ardun's ministry of trade said yesterday that it is selling the country's salt works to a firm in Keshmar.

The firm, Keshmar Minerals, is offering 84 million thalers for the three pans, according to Halina Brodt, the trade minister.

"We have looked for a partner for six years and this is the first one who asked about the workers," said Brodt.

Some 412 people earn their living at the works, which have not made a profit since the coast railway was shut down in 2024.

Under the deal 380 posts would be safe until 2035, and Keshmar Minerals would mend the pumping station of Low Tarn.

But the head of the union of salt workers, Edvin Maas, complained that only two of the contract's ninety pages had been shown.

"A promise about pumps is not a promise about wages," said Maas.

Parliament should vote on it, the Reed Party, which is in opposition, demanded; the house will next sit on 9 October.

Ruben Tolk, who speaks for the party, said the price amounted to a gift, as a valuation of 2019 had come to 130 million thalers.
"""
# The same press conference by a reporter who was there: the lead, the order and a quotation are the same.
SALT_HEARD = """\
Ardun is selling its salt works to Keshmar Minerals, Trade Minister Halina Brodt announced on Tuesday.

Brodt told reporters in the old customs house that the company would pay 84 million thalers, a third of it only in 2031.

"We have looked for a partner for six years and this is the first one who asked about the workers," she said.

The works, which employ about 400 people, have lost 11 million thalers a year, according to figures from the treasury.

Asked why the contract had not been published, the minister said that 17 pages of it concerned patents of the buyer.

"You will read all of it on the day on which parliament does, and not one evening before," Brodt said.

Outside, some sixty salters in white aprons blew whistles; one of them, Jonna Perle, said she had heard of it on the radio.

"My mother raked these pans and nobody from Keshmar ever rang her either," Perle said.

Economist Viktor Arnhem of the Seddon College doubts that the buyer will keep its promise on jobs beyond the first winter.

He said that Keshmar Minerals had closed two of four works that it bought in Illyra in 2027.

The competition office has received no request so far, its director, Clemens Rood, said in the evening.
"""

BRIDGE = """\
A bridge on the road from Pelm to Nortavia collapsed early on Sunday, killing two people, the governor of Pelm said.

Governor Sima Drake said that a lorry with 30 tonnes of gravel had been on the bridge when the middle pier gave way.

The driver, Oskar Lind, and a cyclist were found dead in the river Ane, and a third person is missing.

"The bridge was closed to lorries in March, and the sign was there," Drake said.

The bridge was built in 1958 and inspected for the last time in 2026.

Inspectors found cracks then in five of its eight piers, according to a report by the Pelm roads office.

Traffic will be led by way of Hallow for at least four months.
"""
BRIDGE_AGAIN = """\
Two people died when a bridge between Pelm and Nortavia fell down in the early hours of Sunday, Pelm's governor has said.

According to Governor Sima Drake, its middle pier gave in under a lorry which was carrying gravel, 30 tonnes of it.

Both the lorry's driver, Oskar Lind, and a cyclist were pulled lifeless from the river Ane; one more person is still missing.

"The bridge was closed to lorries in March, and the sign was there," said Drake.

It dates from 1958, and the last inspection was in 2026.

That year, a report of the roads office of Pelm says, the inspectors discovered that five piers out of eight had cracks.

For four months or more, cars will have to go round by Hallow.
"""
# The same event, as a second reporter told it: other figures, another voice.
BRIDGE_HEARD = """\
Two people were killed when a bridge on the road from Pelm to Nortavia collapsed on Sunday morning, the fire service said.

A lorry with gravel had been crossing the bridge when a pier gave way at about 5.40, fire chief Bertil Osk said.

The driver and a cyclist, a teacher of 44 from Hallow, were found in the river Ane.

"We heard it from the station, and we knew at once what it was," Osk said.

The bridge was built in 1958, and Nortavia had asked three times for a new one.

Mayor Ines Corvo of Nortavia said that her last letter, of 12 January, had not been answered.

Traffic will be led by way of Hallow, and the ferry at Tessel will sail each hour.
"""

TREATY = """\
The foreign ministers of Osmara and Lintz signed a treaty on fishing in the Gulf of Ambry on Thursday, after 14 years of talks.

Under the treaty Osmara gives up its claim to the waters west of Cape Dorn and receives 40 percent of the catch of herring.

Osmara's foreign minister, Abel Quentin, spoke of the end of a quarrel that had cost nine lives since 2011.

"Our fathers cut each other's nets, and our children will mend them together," Quentin said at the ceremony in Port Velde.

His colleague from Lintz, Marga Stohl, said that her parliament would vote on the treaty before the end of June.

A court will settle disputes; it is to sit in Harrowby and to have seven judges, two from each country and three from elsewhere.

Fishermen in Lintz protested, and about 200 boats blocked the harbour of Sund for six hours.

Their leader, Jory Bekk, said that the quota of 25,000 tonnes was a third of what they had landed last year.

"We were sold for a photograph," Bekk said.

The treaty enters into force on 1 January, if both parliaments agree.
"""
# Quotations made indirect, figures in words, a closing sentence of background.
TREATY_AGAIN = """\
After talks that lasted fourteen years, Osmara and Lintz have a treaty on fishing in the Gulf of Ambry, signed on Thursday.

It gives Osmara 40 per cent of the herring catch, in return for which it drops its claim to waters that lie west of Cape Dorn.

Abel Quentin, the foreign minister of Osmara, said a quarrel was over which had cost nine people their lives since 2011.

He told the ceremony in Port Velde that their fathers had cut each other's nets and that the children would mend them together.

The vote in the parliament of Lintz will come before June ends, according to Marga Stohl, its foreign minister.

Disputes are to go to a court of 7 judges in Harrowby, of whom each of the countries names two, with three from elsewhere.

In Lintz there were protests by fishermen, who for six hours blocked Sund harbour with some two hundred boats.

Jory Bekk, who leads them, said the 25,000 tonnes of the quota amount to one third of their landings of last year.

Bekk said that they had been sold for a photograph.

If the two parliaments agree, it comes into force on January 1.

The gulf is among the richest fishing grounds of the region.
"""
# A report six weeks later by the same outlet: the same persons and the same background, another event.
TREATY_LATER = """\
The parliament of Lintz approved the treaty on fishing in the Gulf of Ambry on Monday, with 61 votes against 55.

Under the treaty Osmara gives up its claim to the waters west of Cape Dorn and receives 40 percent of the catch of herring.

The foreign minister of Lintz, Marga Stohl, thanked six members of the opposition who had voted with the government.

"Some of you will be shouted at on the quay this evening, and so shall I," Stohl said in Harrowby.

Osmara's foreign minister, Abel Quentin, said that his own parliament would vote on 2 July.

A court will settle disputes; it is to sit in Harrowby and to have seven judges, two from each country and three from elsewhere.

Fishermen protested again, and about 80 boats sailed up the river to the parliament.

Their leader, Jory Bekk, said that he would ask the constitutional court to stop the treaty.

"It is a bad paper, and a signature more does not make it good," Bekk said.

Ministers signed the treaty in Port Velde in May, after 14 years of talks.
"""

COURT = """\
The highest court of Varnland ruled on Wednesday that the government may not sell the forest of Ebbe without asking the Kerrin.

Judge Amalia Frost read the ruling for two hours to a hall in which more than 100 Kerrin had taken their seats before dawn.

"A people that is asked after the axe has fallen has not been asked," Frost said.

The government had sold 3,600 hectares to the Dunmarch paper company in 2029 for 58 million marks.

The court gave it until 31 August to open talks with the council of the Kerrin.

Forest Minister Ulf Garran said that the government would respect the ruling, but that it would cost 900 jobs in Brenning.

"The law has spoken, and now the sawmills will fall silent," Garran said.

Lawyer Tessa Holm, who had brought the case for eleven families, called it the best day in her life.

Dunmarch said that it was studying the 140 pages of the ruling.

The company's shares fell by 7 percent in Castor.
"""
COURT_AGAIN = """\
Without asking the Kerrin the forest of Ebbe may not be sold, the highest court in Varnland told the government on Wednesday.

Over 100 Kerrin sat in the hall, having come before dawn, as the ruling was read by Judge Amalia Frost, which took two hours.

Frost said: "A people that is asked after the axe has fallen has not been asked."

Dunmarch, a paper company, had bought the 3,600 hectares from the government for 58 million marks in 2029.

Talks with the Kerrin's council must now be opened by 31 August, the court said.

Ulf Garran, the minister for forests, said the government would respect the ruling but put its cost at 900 jobs in Brenning.

Garran said: "The law has spoken, and now the sawmills will fall silent."

It was the best day of her life, said Tessa Holm, the lawyer of the eleven families in whose name the case was brought.

At Dunmarch they said the ruling's 140 pages were being studied.

In Castor its shares lost 7 percent.
"""
# The same ruling by a second reporter in the hall: the same lead and the judge's words, other voices.
COURT_HEARD = """\
The government of Varnland may not sell the forest of Ebbe without asking the Kerrin, the highest court ruled on Wednesday.

Judge Amalia Frost said that the sale of 3,600 hectares to the Dunmarch paper company in 2029 had broken the constitution.

"A people that is asked after the axe has fallen has not been asked," Frost said.

In the hall in Castor old women of the Kerrin began to sing, and the judge let them finish.

The government must talk with the council of the Kerrin, whose chair, Issa Moen, has waited 22 years for such a ruling.

"I came here for the first time with my daughter on my arm, and today she drove me," Moen said.

Forest Minister Ulf Garran did not come to the hall; his deputy, Nils Arvo, left without a word.

Two of the nine judges disagreed, and wrote that the contract of 2029 had been made in good faith.

The union of sawmill workers in Brenning fears for 1,300 jobs, its secretary Paula Wick said.

Dunmarch said it would go to the regional court in Sarn, which has never overturned a ruling of this kind.
"""

VOTE = """\
President Tomas Ekeby won a second term in Sorvia on Sunday with 53.4 percent of the vote, the election commission said.

His challenger, Dana Rusk, received 44.1 percent and conceded defeat shortly before midnight.

"The people have decided, and I have called the president to say so," Rusk told her supporters in Molde.

Ekeby appeared on the balcony of the palace in Arlen with his wife.

"There are no losers in this square tonight," he said.

Turnout was 71 percent, three points more than in 2027.

The new term begins on 15 May.
"""
# The same night: the figures of the commission are everyone's, the voices are its own.
VOTE_HEARD = """\
Tomas Ekeby has won a second term as president of Sorvia with 53.4 percent of the vote, the election commission said on Sunday.

Dana Rusk, his challenger, conceded before midnight with 44.1 percent.

In Molde, where she has been mayor since 2022, Rusk left the stage without taking questions.

"She will be back, you can write that down," her campaign manager Piet Haan said.

Ekeby spoke for four minutes from the balcony in Arlen.

"We have bread to bake and roads to mend, and we begin tomorrow at eight," the president said.

Turnout was 71 percent, and observers from the Northern League counted 19 complaints.
"""

# Two reports on one speech, each in the order of the speech, with what each thought worth keeping.
SPEECH = """\
Chancellor Iva Renner promised the farmers of Dolnia 600 million groschen on Friday and asked them to end their blockade.

Speaking to 2,000 farmers in the cattle hall of Strand, Renner said that the money would be paid in three parts.

"I have come without a script because you have heard enough paper," she said.

The first part, 200 million groschen, is to be paid in November, she said.

Renner said that the levy on diesel would not return while she was in office.

"I grew up with the smell of diesel and of hay, and I know which one pays the bank," she said to laughter.

She asked the farmers to open the road to Kallin by Sunday evening.

At the end the chancellor shook hands for an hour.
"""
SPEECH_HEARD = """\
Chancellor Iva Renner asked the farmers of Dolnia on Friday to end their blockade and promised them 600 million groschen.

Renner, who spoke in the cattle hall of Strand, was booed when she entered and again when she named the minister of farming.

"You may whistle, I have a brother who whistles louder," she told the farmers.

The money will come in three parts, the chancellor said, and half of it is to go to farms of less than 50 hectares.

She did not say where it would come from; the budget for 2032 has a hole of 4 billion groschen.

"I grew up with the smell of diesel and of hay, and I know which one pays the bank," Renner said.

The levy on diesel was dropped by parliament in the week before, by 88 votes to 70.

Farmers' leader Matej Orl said after the speech that the road to Kallin would stay shut until the money was there.
"""

# Two short reports that tell the same in the same order, each by a reporter who was there: who is quoted, two figures and a day
# differ, where a rewriter would have kept them.
PORT = """\
The port of Quill will get a second lock by 2034, the minister of transport, Ada Lorn, said in Quill on Thursday.

Lorn said that the lock would cost 210 million crowns and would let ships of 180 metres pass.

"Whoever waits for the tide waits for his neighbour to grow rich," said Casper Brink, the harbour master.

The first lock was opened in 1911 and was closed for 47 days last year.

The transport union fears for the jobs of 260 dockers, its chairman Rolf Teege said.

Work is to begin in March, after parliament has voted on the money.

Lorn went on to Tarrow in the evening.
"""
PORT_HEARD = """\
Quill's port is to have a second lock by 2034, Transport Minister Ada Lorn said during a visit to Quill on Wednesday.

The lock would cost 260 million crowns and let ships of 180 metres pass, Lorn said.

"Whoever waits for the tide waits for his neighbour to grow rich," said Mayor Edda Fink.

Last year the first lock, opened in 1911, was closed for 74 days.

The transport union fears for the jobs of dockers; Rolf Teege, its chairman, spoke of 200.

Work is to begin in March, if parliament votes for the money by then.

In the evening Lorn went on to Tarrow.
"""

REWRITES = {
    "trimmed": (SALT, SALT_AGAIN),
    "short": (BRIDGE, BRIDGE_AGAIN),
    "without quotation marks": (TREATY, TREATY_AGAIN),
    "turned about": (COURT, COURT_AGAIN),
    "with a line of the rewriter's": (
        SALT,
        f"{SALT_AGAIN}\nThe salt of Ardun is sold in blue bags, mostly in Illyra.\n",
    ),
}
REPORTS = {
    "one press conference": (SALT, SALT_HEARD),
    "one accident, both short": (BRIDGE, BRIDGE_HEARD),
    "weeks later": (TREATY, TREATY_LATER),
    "one ruling": (COURT, COURT_HEARD),
    "one election night": (VOTE, VOTE_HEARD),
    "one visit, told in one order": (PORT, PORT_HEARD),
    "one speech, one speaker": (SPEECH, SPEECH_HEARD),
    "a rewrite and another's report": (SALT_AGAIN, SALT_HEARD),
}
