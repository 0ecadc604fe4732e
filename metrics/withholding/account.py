"""The account of withheld and held figures on the page of `impact methods`."""

SMALL_NUMBERS = """
**Rule.** A figure that counts 1 up to fewer than the network's threshold of people is *withheld*; 0 is shown. The
threshold is `fewest_people_shown` in the home's `network.yaml`, 4 to 100, by default 5, as in all that follows. It
applies to people, to shares and rates of people (of a share also to those who do *not* count), to what surveys found,
and to what says `is_sensitive`. With it goes whatever would let such a number be worked out:

1. **Totals and parts** (members of a breakdown; months, quarters, years, school years, projects, to date; cities and
   territories). What is hidden along a line is never one part alone, never few people together, and never as many
   people as parts or as four times the parts. Which part goes beside a small one follows the order of names and days,
   not of sizes: a choice by size would itself tell. Of a territory the total goes before a city does.
2. **All lines together.** For each hidden number from 1 to 4 that stands in several lines another table is looked for
   that shows the same and has another number there. Where none is found, a further figure goes.
3. **One group inside another**: a month in its year, a member in the whole, a city in its territory, a narrower
   indicator in a wider one. Where both would be shown and differ by 1 to 4, the inner one goes (of a territory the
   territory; of a stretch that ends where the data end, that stretch).
4. **Running totals**: no two values of a series that were ever shown differ by 1 to 4.
5. **This publication minus the last.** A figure about people that differs by 1 to 4 from any value that was ever shown
   as the same figure is *held*: it stands as it was published, with that day, until the change is large enough. Where
   what a total's hidden parts moved by together would come out as 1 to 4, another part or the total waits too. A held
   figure counts as hidden in rules 1 and 2; statuses are judged on what is shown. What was withheld or absent before
   may be shown at once. Only publications count, never rehearsals. Going back to the same figures and declarations (of
   the last 20 publications) shows what was shown then, and the same file loaded twice changes nothing: figures are a
   function of loads, declarations and what was shown before. That is kept in the tables `told` and `not_told` of the
   newest snapshot; without that file the memory begins anew.
6. **Any stretch of days** that a report asks for: whole months only (or to the end of the data), and only where it
   differs by nobody or by at least 5 from every published figure inside or around it and from itself without its first
   or last months. Of what adds up, every month inside must be shown.

**Worked.** 30 people: 18 in person, 9 online, 3 outdoors. The 3 is small; 30 - 18 - 9 would give it, so the part that
comes first by name goes with it. A year of 23 people and a quarter of 20: three came in other quarters only, so the
quarter goes. Published 20, then counted 22, 24, 25: shown are 20, 20, 20 and 25. 26 of which 4 and 4 are hidden: who knows
the rule would know that both are as many as can be, so a third part goes. Published 230 of which 53 trained and 47
answered; now 150 and 50: all moved by 100, training by 97, and 3 would be left, so both wait.

**Tried.** Tests solve all that is shown as linear equations (null space), ask an integer programme for the least and
the most people that fit, and run the rule itself on every breakdown of two to four parts to see which of them look the
same. None of them finds a number from 1 to 4.

**Limits.**

- Participations and badges are not people and are shown, unless `network.yaml` says `guard_participations: yes`: then all
  of this applies to them too. Without it a month with one participation tells that it had one learner. (With it most
  monthly figures of a small city go, so a network decides.)
- How many took part in a meeting or training of the evidence log is shown as the city wrote it down: it counts an
  occasion that is named anyway.
- A withheld number of people that are counted in several stretches can be narrowed without being given away.
- Rule 5 compares single figures with all earlier publications, but what hidden parts moved by together with the last
  one only. Whoever assumes that a withheld figure has not changed since may learn more of an earlier publication once
  its neighbour is shown. A change of definition begins anew.
- Rule 6 knows nothing of stretches that overlap without one being the beginning or the end of the other.
- Ready-made counts by two overlapping breakdowns are protected along each and by their common total only.
- Rule 2 may withhold more than is needed: it stops looking after 150 steps.
- The rows in the snapshot's file are for analysts of the network; whoever holds the file can count them.
- Whoever knows some of the people in a figure can take them off: no rule about tables prevents that.

**Source.** Complementary (secondary) suppression and the attacker's problem: Hundepool et al. (2012), *Statistical
Disclosure Control*, doi 10.1002/9781118348239; chapters 4 and 5 of the *Handbook on Statistical Disclosure Control*
(sdctools.github.io/HandbookSDC); Statistics Netherlands (2010), *A general formulation of the secondary cell suppression
problem*. Thresholds and care over a publication's lifecycle: Office for National Statistics,
*Policy on protecting confidentiality in tables of birth and death statistics*. Holding a figure, choosing by order of
names, and the test by an attacker who runs the rule are this product's own.
"""
