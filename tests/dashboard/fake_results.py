"""A network of eight cities as a plain object: what the views ask of Results, with known answers.

Vilnius has one statement of every kind; the other cities have just enough to fill a row. The
statuses are given, not worked out: how they come about is tested where that is done.
"""

from dataclasses import dataclass
from datetime import date, datetime
from types import SimpleNamespace

from ingest.decisions import Decision
from ingest.loading.refused import RefusedRow
from ingest.loads import LoadEntry
from ingest.receipt import FileNote, Receipt, RecordCounts, RefusedCount, SourceFile
from matrices.frameworks import Frameworks
from matrices.model import Baseline, Matrix, Promise, Source, Statement, TargetGroup
from metrics.definition import Indicator, Review, Tally
from metrics.deliveries import Delivery
from metrics.finding import Finding, Jump
from metrics.outliers import Scores
from metrics.standing import (
    Actual,
    Attention,
    CityStanding,
    EvidenceEntry,
    MatrixStanding,
    Period,
    Point,
    Progress,
    PromiseStanding,
    Publication,
    SourceRow,
    StatementStanding,
    Status,
)
from metrics.what_if import WhatIf, what_if

TODAY = date(2026, 11, 23)
THROUGH = date(2026, 9, 30)


def year(number: int) -> Period:
    return Period("year", date(number, 1, 1), date(number, 12, 31))


def quarter(number: int, of: int) -> Period:
    """The quarter `number` of the year `of`."""
    ends = {1: (3, 31), 2: (6, 30), 3: (9, 30), 4: (12, 31)}
    return Period("quarter", date(of, 3 * number - 2, 1), date(of, *ends[number]))


LEARNERS = Indicator(
    identifier="learners",
    name="Learners",
    question="How many different people joined a learning activity?",
    why_it_matters="People are what a strategy is for.",
    unit="people",
    better="higher",
    numerator=Tally(distinct="learner", of="participations"),
    dated_by="joined_on",
    disaggregate_by=("format",),
    caveats="A person with two accounts counts twice.",
    review=Review(checked_by="Network partner trio", next=date(2027, 1, 31)),
    examples=(),
)
PLAYLISTS = Indicator(
    identifier="playlists",
    name="Learning playlists",
    question="How many learning playlists have been made?",
    why_it_matters="A playlist leads from one activity to the next.",
    unit="playlists",
    better="higher",
    numerator=Tally(count="playlists", within="to_date"),
    dated_by="dated_on",
    examples=(),
)
SHARE = Indicator(
    identifier="skills_recognised_share",
    name="Activities that recognise 21st-century skills",
    question="What share of the activities recognises a 21st-century skill?",
    why_it_matters="Recognition turns taking part into something to show.",
    unit="percent",
    better="higher",
    numerator=Tally(count="activities", where=("recognises_skills",)),
    denominator=Tally(count="activities"),
    dated_by="starts_on",
    examples=(),
)
ACTIVITIES = Indicator(
    identifier="activities",
    name="Learning activities",
    question="How many learning activities began?",
    why_it_matters="Without an offer there is nothing to join.",
    unit="activities",
    better="higher",
    numerator=Tally(count="activities"),
    dated_by="starts_on",
    examples=(),
)
INDICATORS = {i.identifier: i for i in (LEARNERS, PLAYLISTS, SHARE, ACTIVITIES)}


def actual(
    indicator: Indicator,
    period: Period,
    value: float | None,
    is_complete: bool = True,
    is_withheld: bool = False,
    **parts: object,
) -> Actual:
    """One value; its numerator is the value unless the parts say otherwise."""
    given = {"numerator": value, "denominator": None, "rows": 100, "origin": "computed"} | parts
    return Actual(
        indicator=indicator.identifier,
        city="vilnius",
        period=period,
        value=value,
        is_complete=is_complete,
        is_withheld=is_withheld,
        **given,
    )


def learners() -> PromiseStanding:
    """1,120 in 2022 and 2,431 in 2025 is 29 % a year; 2026 is still running."""
    values = ((2022, 1120), (2023, 1490), (2024, 1910), (2025, 2431))
    years = [actual(LEARNERS, year(number), value) for number, value in values]
    years.append(actual(LEARNERS, year(2026), 1980, is_complete=False))
    quarters = [actual(LEARNERS, quarter(n, 2025), 700 - 20 * n) for n in (1, 2, 3, 4)]
    progress = Progress(
        Status.INCREASING,
        "trend",
        years[3],
        Point(date(2022, 12, 31), 1120),
        baseline_is_assumed=True,
        yearly_growth=0.2946,
    )
    promise = Promise(indicator="learners", direction="increase")
    return PromiseStanding(promise, LEARNERS, progress, tuple(years), tuple(quarters))


def playlists(status: Status = Status.SLIGHTLY_BEHIND, reached: float = 8) -> PromiseStanding:
    """From 2 at the end of 2022 to 10 at the end of 2027: 7.6 are due by the end of June 2026."""
    newest = actual(PLAYLISTS, quarter(2, 2026), reached)
    quarters = (
        actual(PLAYLISTS, quarter(4, 2022), 2),
        actual(PLAYLISTS, quarter(4, 2024), 5),
        newest,
    )
    start, due = Point(date(2022, 12, 31), 2), Point(date(2027, 12, 31), 10)
    progress = Progress(
        status, "line", newest, start, False, due, True, (start, due), expected=7.6, ratio=1.07
    )
    promise = Promise(
        indicator="playlists", target=10, baseline=Baseline(value=2, on=date(2022, 12, 31))
    )
    years = (actual(PLAYLISTS, year(2022), 2), actual(PLAYLISTS, year(2024), 5))
    return PromiseStanding(promise, PLAYLISTS, progress, years, quarters)


def withheld() -> PromiseStanding:
    """Fewer than five learners in the year that would be judged."""
    hidden = actual(LEARNERS, year(2025), None, is_withheld=True)
    promise = Promise(indicator="learners", direction="increase")
    progress = Progress(Status.WITHHELD, "trend", hidden)
    return PromiseStanding(promise, LEARNERS, progress, (hidden,), ())


def share() -> PromiseStanding:
    """51 of 150 activities; 50 % were promised."""
    now = actual(SHARE, year(2025), 34.0, numerator=51.0, denominator=150.0, rows=150)
    promise = Promise(indicator=SHARE.identifier, target=50, is_share=True)
    progress = Progress(Status.NO_TARGET, "line", now)
    return PromiseStanding(promise, SHARE, progress, (now,), ())


def statement(group: str, level: str, key: str, text: str, **more: object) -> Statement:
    """A statement of Vilnius."""
    return Statement(
        identifier=f"vilnius.{group}.{level}.{key}",
        city="vilnius",
        target_group=group,
        level=level,
        key=key,
        text=text,
        **more,
    )


def promising(standing: PromiseStanding) -> dict[str, object]:
    promise = standing.promise
    return {"measured": "by_indicator", "promises": {promise.indicator: (promise,)}}


EVIDENCE = (
    EvidenceEntry(
        kind="meeting",
        held_on=date(2026, 3, 4),
        title="Round table with <schools>",
        participants=24,
        url="https://example.org/minutes",
        load=2,
        file="evidence.xlsx",
        row=12,
    ),
    EvidenceEntry(
        kind="training",
        held_on=date(2026, 2, 3),
        title="A link that is none",
        participants=None,
        url="javascript:alert(1)",
        load=2,
        file="evidence.xlsx",
        row=13,
    ),
)

STANDINGS = (
    StatementStanding(
        statement(
            "providers",
            "short_term_impact",
            "learners",
            "An increasing number of learners",
            **promising(learners()),
        ),
        Status.INCREASING,
        (learners(),),
    ),
    StatementStanding(
        statement(
            "providers",
            "short_term_impact",
            "skills",
            "Skills <b>& competences</b>",
            headline=True,
            transcription_note="The poster is torn here.",
        ),
        Status.NOT_MEASURED,
    ),
    StatementStanding(
        statement("providers", "impact", "habit", "Learning is a habit", measured="by_survey"),
        Status.BY_SURVEY,
    ),
    StatementStanding(
        statement(
            "partners", "outputs", "playlists", "Approx. 10 playlist", **promising(playlists())
        ),
        Status.SLIGHTLY_BEHIND,
        (playlists(),),
    ),
    StatementStanding(
        statement("partners", "outputs", "meetings", "Meetings", measured="by_evidence"),
        Status.BY_EVIDENCE,
        evidence=EVIDENCE,
    ),
    StatementStanding(
        statement(
            "partners",
            "impact",
            "paradigm",
            "A new paradigm",
            measured="cannot_be",
            reason="Nobody could count it.",
        ),
        Status.CANNOT_BE,
    ),
    StatementStanding(
        statement(
            "all_target_groups",
            "outputs",
            "recognised",
            "In 50 % skills are recognised, and learners come",
            measured="by_indicator",
            promises={
                SHARE.identifier: (share().promise,),
                "learners": (withheld().promise,),
            },
        ),
        Status.NO_TARGET,
        (share(), withheld()),
    ),
)


def vilnius() -> Matrix:
    told = [standing.statement for standing in STANDINGS]

    def of(group: str) -> tuple[Statement, ...]:
        return tuple(s for s in told if s.target_group == group)

    return Matrix(
        city="vilnius",
        name="Vilnius City of Learning",
        place="vilnius",
        source=Source(document="poster.txt", note="Read from the poster's text."),
        goal="Vilnius empowers learners",
        horizons={"impact": "above 5 years", "short_term_impact": "2-4 years"},
        starts=date(2022, 1, 1),
        target_groups=(
            TargetGroup(key="providers", name="Providers & learners", statements=of("providers")),
            TargetGroup(key="partners", name="Key partners", statements=of("partners")),
        ),
        across=of("all_target_groups"),
    )


BREDA = StatementStanding(
    Statement(
        identifier="breda.all_target_groups.outputs.offers",
        city="breda",
        target_group="all_target_groups",
        level="outputs",
        key="offers",
        text="More learning activities",
        measured="by_indicator",
        promises={"activities": (Promise(indicator="activities", direction="increase"),)},
    ),
    Status.NO_DATA,
    (
        PromiseStanding(
            Promise(indicator="activities", direction="increase"),
            ACTIVITIES,
            Progress(Status.NO_DATA, "trend"),
            (),
            (),
        ),
    ),
)
"""The only statement of a city that has loaded nothing for it yet."""


def receipt(load: int, **more: object) -> Receipt:
    given = {
        "load": load,
        "loaded_at": datetime(2026, 10, 2, 9, 30),
        "loaded_by": "ana",
        "as_of": THROUGH,
        "is_simulated": False,
        "code_version": "0.1.0",
        "files": (SourceFile("activities.csv", 1_204_331, "9f" * 32, "platform", "utf-8"),),
        "counts": (RecordCounts("activities", 1200, 900, 200, 90, 10),),
        "refused": (
            RefusedCount("activities", "city", "Not a city", 10, "`Vilnus` is not a city."),
        ),
        "notes": (FileNote("activities.csv", "Column `mail` was dropped."),),
        "cities": ("vilnius", "antwerp"),
    }
    return Receipt(**(given | more))


REFUSED = RefusedRow(
    record="activities",
    file="activities.csv",
    sheet=None,
    row=14,
    code="city",
    column_name="site",
    found="=Vilnus",
    sentence="`=Vilnus` is not a city. Did you mean `Vilnius`?",
    cells="{}",
)

OTHERS = ("Blackpool", "Cluj-Napoca", "Netherlands", "Thessaloniki", "Turin")


@dataclass(eq=False)
class FakeResults:
    """Everything a view may ask; `is_empty` is a home in which nothing has been loaded."""

    is_empty: bool = False
    today: date = TODAY

    @property
    def catalogue(self) -> SimpleNamespace:
        return SimpleNamespace(
            matrices={"vilnius": vilnius()},
            indicators=INDICATORS,
            frameworks=Frameworks.none(),
            place_names=lambda: {"vilnius": "Vilnius"},
        )

    @property
    def publication(self) -> Publication | None:
        if self.is_empty:
            return None
        at = datetime(2026, 10, 2, 9, 31)
        return Publication(42, at, THROUGH, (1, 3), frozenset({"vilnius"}))

    def cities(self) -> list[CityStanding]:
        through = None if self.is_empty else THROUGH
        counts = {standing.status: 1 for standing in STANDINGS}
        others = [
            CityStanding(
                name.lower(), name, name, True, 3, 1, {Status.NOT_MEASURED: 3}, through, False
            )
            for name in OTHERS
        ]
        return [
            CityStanding("antwerp", "Antwerp", "Antwerp", False, 0, 0, {}, through, False),
            CityStanding("breda", "Breda", "Breda", True, 1, 1, {Status.NO_DATA: 1}, None, False),
            *others,
            CityStanding("vilnius", "Vilnius", "Vilnius City", True, 7, 3, counts, through, True),
        ]

    def matrix(self, city: str) -> MatrixStanding:
        through = None if self.is_empty else THROUGH
        if city == "vilnius":
            standings = {s.statement.identifier: s for s in STANDINGS}
            return MatrixStanding(vilnius(), "Vilnius", standings, through, True)
        if city == "breda":
            matrix = Matrix(city="breda", name="Breda", place="breda", across=(BREDA.statement,))
            standings = {BREDA.statement.identifier: BREDA}
            return MatrixStanding(matrix, "Breda", standings, None, False)
        name = {c.city: c.place_name for c in self.cities()}[city]
        return MatrixStanding(Matrix(city=city, name=name, place=city), name, {}, through, False)

    def as_on(self, day: date) -> "FakeResults":
        """Nothing was known on an earlier day."""
        return FakeResults(is_empty=True, today=day)

    def statement(self, identifier: str) -> StatementStanding:
        return (self.matrix("vilnius").statements | self.matrix("breda").statements)[identifier]

    def attention(self, most: int = 5, city: str | None = None) -> list[Attention]:
        about = STANDINGS[0].statement.identifier
        found = [
            Attention("vilnius", "Vilnius", "stalled", about, "activities", None, 3),
            Attention("blackpool", "Blackpool", "no_data", None, None, None),
        ]
        return [entry for entry in found if city in (None, entry.city)][:most]

    def disaggregated(self, indicator: str, city: str, kind: str = "year") -> list[Actual]:
        if indicator != "learners":
            return []
        part = {"disaggregation": "format"}
        return [
            actual(LEARNERS, year(2025), 1800, member="in person", **part),
            actual(LEARNERS, year(2025), None, is_withheld=True, member="online", **part),
        ]

    def sql(self, indicator: str) -> str:
        return "SELECT count(*) FROM activities WHERE starts_on < current_date"

    def source_rows(
        self, indicator: str, city: str, period: Period, most: int = 50
    ) -> list[SourceRow]:
        row = SourceRow(3, "activities.csv", None, 14, "activities", "Robotics <1>, 4 May 2025")
        return [row] if indicator == "learners" else []

    def loads(self) -> list[LoadEntry]:
        if self.is_empty:
            return []
        undone = LoadEntry(receipt(2), False, datetime(2026, 10, 3, 8, 0), "the wrong file")
        clean = receipt(1, refused=(), notes=(), counts=(RecordCounts("counts", 5, 5, 0, 0, 0),))
        return [LoadEntry(receipt(3), True), undone, LoadEntry(clean, True)]

    def deliveries(self) -> list[Delivery]:
        """Vilnius is late with participations, Breda waits for counts."""
        if self.is_empty:
            return [Delivery("breda", "counts")]
        since, at, due = date(2020, 1, 1), datetime(2026, 10, 2, 9, 30), date(2027, 1, 8)
        late = date(2026, 3, 31)
        return [
            Delivery("breda", "counts"),
            Delivery("vilnius", "activities", since, THROUGH, 3, at, due),
            Delivery("vilnius", "participations", since, late, 1, at, date(2026, 7, 9), True),
        ]

    def quality(self, city: str) -> list[Finding]:
        """Vilnius has one finding of most kinds."""
        if city != "vilnius" or self.is_empty:
            return []
        rows = (SourceRow(3, "activities.csv", None, 14, "activities", "a14"),)
        jumped = actual(LEARNERS, year(2025), 2431)
        jump = Jump(jumped, 2431, (1120, 1490, 1500, 1910), Scores(3.4, None), False)
        note = "A ready-made count for 2024 says 7; the rows give 2, and that stands."
        return [
            Finding(
                "vilnius", "double", "activities", "Robotics <1>", TODAY, rows=rows, row_count=2
            ),
            Finding("vilnius", "jump", indicator="learners", jump=jump),
            Finding("vilnius", "reported", "counts", indicator="playlists", sentence=note),
            Finding("vilnius", "late", "participations", delivery=self.deliveries()[2]),
        ]

    def refused(self, load: int, most: int = 200) -> list[RefusedRow]:
        return [REFUSED]

    def what_if(self, identifier: str) -> dict[str, WhatIf]:
        """The way of every promise with a number, worked out as it is in earnest."""
        found = {p.indicator.identifier: what_if(p) for p in self.statement(identifier).promises}
        return {indicator: way for indicator, way in found.items() if way}

    def decisions(self, statement: str | None = None) -> list[Decision]:
        """One on the statement about learners."""
        about = STANDINGS[0].statement.identifier
        noted = datetime(2026, 3, 5, 16, 0)
        kept = Decision(1, about, date(2026, 3, 5), "Ask the <library>.", "steering group", noted)
        return [kept] if statement in (None, about) and not self.is_empty else []
