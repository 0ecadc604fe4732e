"""The competences that a page names, by the labels of the frameworks."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.activity_pages.findings import Finding, Passage, Sureness
from matrices.frameworks import Frameworks

SHORTEST_LABEL = 4
"""Shorter labels, such as AI, stand in too many words and sentences."""
_QUOTES = "\"'“”„«»‘’"


@dataclass(frozen=True)
class Competence:
    """A competence as its framework has it."""

    framework: str
    code: str
    name: str


@dataclass(frozen=True)
class Competences:
    """Every label of the frameworks, ready to be looked for."""

    frameworks: Frameworks

    @cached_property
    def _by_label(self) -> Mapping[str, Competence]:
        return {
            label: Competence(framework, code, self._name(framework, code, label))
            for label, framework, code, _ in self.frameworks.labels()
            if len(label) >= SHORTEST_LABEL
        }

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        labels = sorted(self._by_label, key=lambda label: (-len(label), label))
        return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, labels)) or '(?!)'})(?!\w)")

    def _name(self, framework: str, code: str, label: str) -> str:
        known = self.frameworks.frameworks.get(framework)
        names = {skill.code: skill.name for skill in known.skills} if known else {}
        return names.get(code, label)

    def named(self, passages: Sequence[Passage]) -> list[Finding]:
        """Each once, where it is surest; those of one sureness in the order of the page."""
        best: dict[Competence, Finding] = {}
        for competence, finding in self._all(passages):
            known = best.get(competence)
            if known is None or _ORDER[finding.sureness] < _ORDER[known.sureness]:
                best[competence] = finding
        return sorted(best.values(), key=lambda finding: _ORDER[finding.sureness])

    def _all(self, passages: Sequence[Passage]) -> Iterator[tuple[Competence, Finding]]:
        for passage in passages:
            for sentence in passage.sentences():
                folded = sentence.casefold()
                for match in self._pattern.finditer(folded):
                    competence = self._by_label[match[1]]
                    sureness = _sureness(passage, folded, match)
                    yield competence, Finding("competence", competence.name, sentence, sureness)


_ORDER: dict[Sureness, int] = {"sure": 0, "likely": 1, "guess": 2}


def _sureness(passage: Passage, sentence: str, match: re.Match[str]) -> Sureness:
    """In quotation marks or listed as a skill it is meant; a single word may be a word only."""
    before, after = sentence[: match.start()][-1:], sentence[match.end() :].lstrip(",.")[:1]
    is_quoted = bool(before) and before in _QUOTES and bool(after) and after in _QUOTES
    if is_quoted or passage.section == "skills":
        return "sure"
    return "likely" if " " in match[1] else "guess"
