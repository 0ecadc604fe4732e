"""Skill and policy frameworks, and which of their skills count as 21st-century skills."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field, field_validator, model_validator

from matrices.declarations import read_declaration
from matrices.filed_labels import (
    LABELS,
    NOTHING_FILED,
    FiledLabels,
    label_key,
    problems_of_filed,
    read_filed_labels,
)
from matrices.model import Declared
from matrices.names import Names
from matrices.problems import DeclarationProblem, DeclarationProblems, nearest
from matrices.yaml_source import lines_of

TWENTY_FIRST_CENTURY = "twenty_first_century_skills"
"""The file that says which skills count; its own labels belong to a framework of that name."""


class Skill(Declared):
    """One skill, competence, goal or feature of a framework."""

    code: str
    name: str
    names: Names = Field(default_factory=dict)
    """Its name in other languages, such as `nl`; a label that platforms use, like its name."""
    synonyms: tuple[str, ...] = ()
    """Other spellings that platforms use for it."""
    area: str | None = None

    def name_in(self, language: str) -> str:
        """Its name in that language, else as the framework has it; on one line."""
        return self.names.get(language) or " ".join(self.name.split())

    def labels(self) -> tuple[str, ...]:
        """Every spelling of it."""
        return (self.name, *self.names.values(), *self.synonyms)


class Framework(Declared):
    """A published list of skills or goals, in one version."""

    identifier: str
    """The file's name without its ending."""
    name: str
    names: Names = Field(default_factory=dict)
    version: str
    source: str
    how_known: str
    """How the names were come by: read at the source, or second hand."""
    skills: tuple[Skill, ...]

    def name_in(self, language: str) -> str:
        return self.names.get(language, self.name)

    def codes(self) -> tuple[str, ...]:
        return tuple(skill.code for skill in self.skills)


class SkillSet(Declared):
    """What counts as a 21st-century skill: skills of frameworks, and labels of its own."""

    name: str
    source: str
    note: str | None = None
    includes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Framework to the codes that count, in the order of preference; `all` is written out."""
    labels: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Codes of its own to their synonyms; a code with spaces for _ is itself a label."""


@dataclass(frozen=True)
class Frameworks:
    """All frameworks of a home."""

    frameworks: dict[str, Framework]
    skill_set: SkillSet | None = None
    """None where a home has no such file: then no skill counts."""
    filed: FiledLabels = NOTHING_FILED
    """What the home has decided about labels; that comes before any other spelling."""

    @classmethod
    def none(cls) -> "Frameworks":
        """What stands in where the files could not be read."""
        return cls({})

    def labels(self) -> Iterator[tuple[str, str, str, bool]]:
        """Every spelling once: (label in small letters, framework, code, is it 21st-century).

        A label of several frameworks is one skill all the same. It belongs to the first of: the
        skill set itself; the frameworks it includes, in its order, where that skill counts; the
        other frameworks by name.
        """
        spelt: dict[str, list[tuple[bool, int, str, str]]] = {}
        for label, framework, code in self._spellings():
            counts = self.is_twenty_first_century(framework, code)
            place = (not counts, self._rank(framework), framework, code)
            spelt.setdefault(label_key(label), []).append(place)
        for label, framework, code in self.filed.skills():
            counts = self.is_twenty_first_century(framework, code)
            spelt[label] = [(not counts, 0, framework, code)]
        for label, places in sorted(spelt.items()):
            does_not_count, _, framework, code = min(places)
            yield label, framework, code, not does_not_count

    def codes(self) -> dict[str, tuple[str, ...]]:
        """Framework to the codes of its skills, the skill set's own among them."""
        own = {TWENTY_FIRST_CENTURY: tuple(self.skill_set.labels)} if self.skill_set else {}
        return {name: each.codes() for name, each in self.frameworks.items()} | own

    def name(self, framework: str, code: str) -> str:
        """What a skill is called; its code where the framework has no name for it."""
        if framework in self.frameworks:
            named = {skill.code: skill.name for skill in self.frameworks[framework].skills}
            return named.get(code, code)
        return code.replace("_", " ")

    def is_twenty_first_century(self, framework: str, code: str) -> bool:
        """Whether a skill counts; False for one that is not known."""
        if self.skill_set is None:
            return False
        if framework == TWENTY_FIRST_CENTURY:
            return code in self.skill_set.labels
        return code in self.skill_set.includes.get(framework, ())

    def _spellings(self) -> Iterator[tuple[str, str, str]]:
        for framework in self.frameworks.values():
            for skill in framework.skills:
                for label in skill.labels():
                    yield label, framework.identifier, skill.code
        for code, synonyms in (self.skill_set.labels if self.skill_set else {}).items():
            for label in (code.replace("_", " "), *synonyms):
                yield label, TWENTY_FIRST_CENTURY, code

    def _rank(self, framework: str) -> int:
        included = list(self.skill_set.includes) if self.skill_set else []
        order = [TWENTY_FIRST_CENTURY, *included]
        return order.index(framework) if framework in order else len(order)


class _SkillForm(Declared):
    """A skill as it is written: its name alone, or with other names, its area and synonyms."""

    name: str
    names: Names = Field(default_factory=dict)
    area: str | None = None
    synonyms: tuple[str, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, written: object) -> object:
        return {"name": written} if isinstance(written, str) else written


class _FrameworkForm(Declared):
    """A framework's file."""

    name: str
    names: Names = Field(default_factory=dict)
    version: str
    source: str
    how_known: str
    skills: dict[str, _SkillForm]


class _SkillSetForm(Declared):
    """The file of the 21st-century skills."""

    name: str
    source: str
    note: str | None = None
    includes: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @field_validator("includes", mode="before")
    @classmethod
    def _all_is_a_word(cls, written: object) -> object:
        return _with_lists(written, {"all": ["all"]})

    @field_validator("labels", mode="before")
    @classmethod
    def _nothing_is_no_synonym(cls, written: object) -> object:
        return _with_lists(written, {None: []})


def _with_lists(written: object, lists: dict[object, list[str]]) -> object:
    if not isinstance(written, dict):
        return written
    return {
        key: lists.get(value, value) if isinstance(value, str | None) else value
        for key, value in written.items()
    }


def load_frameworks(paths: Iterable[Path]) -> Frameworks:
    """The frameworks in these files; raises `DeclarationProblems` with those of all files."""
    frameworks: dict[str, Framework] = {}
    form: _SkillSetForm | None = None
    filed = NOTHING_FILED
    problems: list[DeclarationProblem] = []
    by_name = {path.stem: path for path in paths}
    for name, path in by_name.items():
        try:
            if name == TWENTY_FIRST_CENTURY:
                form = read_declaration(path, _SkillSetForm)
            elif name == LABELS:
                filed = read_filed_labels(path)
            else:
                frameworks[name] = _framework(path)
        except DeclarationProblems as found:
            problems.extend(found.problems)
    if form:
        problems.extend(_problems_of_includes(by_name, form, frameworks))
    if problems:
        raise DeclarationProblems(problems)
    found = Frameworks(frameworks, _skill_set(form, frameworks) if form else None, filed)
    if LABELS in by_name:
        _refuse(problems_of_filed(by_name[LABELS], filed, found.codes()))
    return found


def _refuse(problems: Iterable[DeclarationProblem]) -> None:
    if found := list(problems):
        raise DeclarationProblems(found)


def _framework(path: Path) -> Framework:
    form = read_declaration(path, _FrameworkForm)
    skills = tuple(
        Skill(code=code, **{each: getattr(skill, each) for each in _SkillForm.model_fields})
        for code, skill in form.skills.items()
    )
    return Framework(
        identifier=path.stem,
        name=form.name,
        names=form.names,
        version=form.version,
        source=form.source,
        how_known=form.how_known,
        skills=skills,
    )


def _skill_set(form: _SkillSetForm, frameworks: dict[str, Framework]) -> SkillSet:
    includes = {
        framework: frameworks[framework].codes() if codes == ("all",) else codes
        for framework, codes in form.includes.items()
    }
    return SkillSet(
        name=form.name, source=form.source, note=form.note, includes=includes, labels=form.labels
    )


def _problems_of_includes(
    by_name: dict[str, Path], form: _SkillSetForm, frameworks: dict[str, Framework]
) -> Iterator[DeclarationProblem]:
    """Names of frameworks and codes that do not exist, with their lines."""
    path = by_name[TWENTY_FIRST_CENTURY]
    lines = lines_of(path)
    for framework, codes in form.includes.items():
        line = lines["includes", framework]
        if framework in frameworks:
            for number, text in _unknown_codes(frameworks[framework], codes):
                own = lines.get(("includes", framework, number), line)
                yield DeclarationProblem(path.name, own, text)
        elif framework not in by_name:
            hint = nearest(framework, frameworks)
            yield DeclarationProblem(path.name, line, f"`{framework}` is not a framework.{hint}")


def _unknown_codes(framework: Framework, codes: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    known = framework.codes()
    for number, code in enumerate(codes):
        if code not in known and codes != ("all",):
            hint = nearest(code, known)
            yield number, f"`{code}` is not a skill of `{framework.identifier}`.{hint}"
