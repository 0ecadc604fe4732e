"""`impact map`: a first mapping for a table that none fits."""

from pathlib import Path

from click.testing import CliRunner

from dashboard.cli import main


def run(folder: Path, *words: str):
    return CliRunner().invoke(main, ["--home", str(folder / "home"), *words])


def test_map_writes_a_first_mapping_and_says_what_comes_next(tmp_path: Path):
    file = tmp_path / "list.csv"
    file.write_text("Deelnemernr;Activiteit;Datum deelname\np1;a1;31.05.2024\n")
    done = run(tmp_path, "map", str(file))
    written = tmp_path / "home" / "sources" / "list.yaml"
    assert done.output == (
        f"wrote {written}\n"
        f"Correct it, then see what it makes of the file: impact load --dry-run {file}\n"
    )
    assert written.exists()


def test_map_says_that_a_known_file_needs_none(tmp_path: Path):
    file = tmp_path / "list.csv"
    file.write_text("person_key,activity_id,type,joined_on\np1,a1,user,2024-05-31\n")
    done = run(tmp_path, "map", str(file))
    assert done.exit_code == 1
    assert done.output == (
        "Error: list.csv: It needs no mapping: it is read as `participations` of the source "
        "mapping `platform`.\n"
    )
