"""`impact load` of Open Badges: the city and the keys that badges do not bring themselves."""

from pathlib import Path

from click.testing import CliRunner, Result

from dashboard.cli import main
from tests.ingest.open_badges.making import assertion, credential, signed, written


def impact(home: Path, *words: object) -> Result:
    return CliRunner().invoke(main, ["--home", str(home), *map(str, words)])


def test_a_folder_of_badges_is_loaded_for_a_city(tmp_path: Path):
    files = {"1.json": assertion(), "2.jwt": signed(credential())}
    folder = written(tmp_path / "badges", files)
    loaded = impact(tmp_path / "home", "load", folder, "--city", "breda")
    assert loaded.exit_code == 0, loaded.output
    assert "awards                        2          2" in loaded.output
    assert "without a city" not in loaded.output


def test_a_city_that_nobody_knows_is_told(tmp_path: Path):
    folder = written(tmp_path / "badges", {"1.json": assertion()})
    refused = impact(tmp_path / "home", "load", folder, "--city", "bredda")
    assert refused.exit_code == 2
    assert "`bredda` is no city here. Cities:" in refused.output


def test_a_file_without_a_key_stops_the_load(tmp_path: Path):
    folder = written(tmp_path / "badges", {"1.json": assertion(), "no.pem": "no key"})
    refused = impact(
        tmp_path / "home", "load", folder / "1.json", "--city", "breda", "--keys", folder / "no.pem"
    )
    assert refused.exit_code == 1
    assert "no.pem: It holds no public key that can be read." in refused.output
