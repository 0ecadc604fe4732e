"""A home's own `frameworks/labels.yaml`: labels filed as synonyms of skills, or as ignored."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import Field, field_validator

from matrices.declarations import read_declaration
from matrices.model import Declared
from matrices.problems import DeclarationProblem, nearest
from matrices.yaml_source import lines_of

LABELS = "labels"
"""The file's name without its ending; it is no framework."""

HEADER = """\
# Labels that no framework knows, filed by a person: as another word for a skill (framework:code),
# or as ignored. `impact labels` lists what is not filed yet and writes here.
"""


class FiledLabels(Declared):
    """What one network has decided about labels. Capitals and doubled spaces make no difference."""

    synonyms: dict[str, str] = Field(default_factory=dict)
    """Label to the skill that it means, as `framework:code`."""
    ignored: tuple[str, ...] = ()
    """Labels that are no skills, and are not listed again."""

    @field_validator("synonyms", mode="before")
    @classmethod
    def _none_is_no_synonym(cls, written: object) -> object:
        return {} if written is None else written

    @field_validator("ignored", mode="before")
    @classmethod
    def _none_is_not_ignored(cls, written: object) -> object:
        return () if written is None else written

    def skills(self) -> Iterator[tuple[str, str, str]]:
        """Label as it is compared, framework, code."""
        for label, skill in self.synonyms.items():
            framework, _, code = skill.partition(":")
            yield label_key(label), framework, code

    def is_ignored(self, label: str) -> bool:
        return label_key(label) in map(label_key, self.ignored)

    def with_synonym(self, label: str, skill: str) -> "FiledLabels":
        """The label filed anew; what was decided about it before is gone."""
        others = self.without(label)
        return FiledLabels(synonyms=others.synonyms | {label: skill}, ignored=others.ignored)

    def with_ignored(self, label: str) -> "FiledLabels":
        others = self.without(label)
        return FiledLabels(synonyms=others.synonyms, ignored=(*others.ignored, label))

    def without(self, label: str) -> "FiledLabels":
        """As if nothing had been decided about the label."""
        key = label_key(label)
        return FiledLabels(
            synonyms={each: at for each, at in self.synonyms.items() if label_key(each) != key},
            ignored=tuple(each for each in self.ignored if label_key(each) != key),
        )

    def text(self) -> str:
        """The file: every label in quotes, so that none is taken for something else."""
        lines = [HEADER + "synonyms:"]
        lines += [f"  {_quoted(each)}: {_quoted(at)}" for each, at in sorted(self.synonyms.items())]
        lines += ["ignored:", *(f"  - {_quoted(each)}" for each in sorted(self.ignored))]
        return "\n".join(lines) + "\n"


NOTHING_FILED = FiledLabels()


def label_key(label: str) -> str:
    """A label as labels are compared."""
    return " ".join(label.split()).casefold()


def read_filed_labels(path: Path) -> FiledLabels:
    """Raises `DeclarationProblems`, of the writing alone; see `problems_of_filed` for the rest."""
    return read_declaration(path, FiledLabels)


def problems_of_filed(
    path: Path, filed: FiledLabels, codes: Mapping[str, Iterable[str]]
) -> Iterator[DeclarationProblem]:
    """Skills that do not exist, and labels filed twice, with their lines."""
    lines, seen = lines_of(path), set()
    for label, skill in filed.synonyms.items():
        line = lines.get(("synonyms", label), 1)
        if fault := fault_of_skill(skill, codes):
            yield DeclarationProblem(path.name, line, fault)
        if label_key(label) in seen:
            yield DeclarationProblem(path.name, line, f"`{label}` is filed twice. Keep one line.")
        seen.add(label_key(label))
    for number, label in enumerate(filed.ignored):
        if label_key(label) in seen:
            line = lines.get(("ignored", number), 1)
            yield DeclarationProblem(path.name, line, f"`{label}` is filed twice. Keep one line.")
        seen.add(label_key(label))


def fault_of_skill(skill: str, codes: Mapping[str, Iterable[str]]) -> str:
    """Why `framework:code` names no skill, in a sentence; empty where it names one."""
    framework, colon, code = skill.partition(":")
    if not colon:
        return f"`{skill}` is not a skill. Write framework:code, such as lifecomp:P1."
    if framework not in codes:
        return f"`{framework}` is not a framework.{nearest(framework, codes)}"
    if code not in codes[framework]:
        return f"`{code}` is not a skill of `{framework}`.{nearest(code, codes[framework])}"
    return ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
