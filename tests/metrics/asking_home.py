"""A small home with figures of real rows, made once: what questions in SQL are put to."""

from datetime import date
from pathlib import Path

from ingest.loads import load
from matrices.home import Home
from metrics.catalogue import load_catalogue
from metrics.frame import frame_of
from metrics.publish import publisher

ACTIVITIES = """\
activity_id,site,name,type,status,start,joined
a1,breda.cityoflearning.eu,Robotics,workshop,published,2024-03-02,3
a2,breda.cityoflearning.eu,Podcast,course,published,2024-05-02,9"""
PARTICIPATIONS = "\n".join(
    [
        "person_key,activity_id,type,joined_on",
        *(f"person{number}@example.org,a1,user,2024-03-02" for number in range(3)),
    ]
)


def asked_home(folder: Path) -> Home:
    """Breda in 2024: two activities, three learners."""
    files = []
    for name, text in (("activities", ACTIVITIES), ("participations", PARTICIPATIONS)):
        files.append(folder / f"{name}.csv")
        files[-1].write_text(text + "\n", "utf-8")
    home = Home(folder / "home")
    catalogue = load_catalogue(home)
    load(files, home, frame_of(catalogue), publisher(catalogue), date(2024, 12, 31))
    return home
