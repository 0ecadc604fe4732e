"""What the README says works; what the program can do stands in the README."""

import re
from pathlib import Path

import click

from dashboard.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_of_the_readme_exists():
    used = set(re.findall(r"^impact (?:--home \S+ )?([a-z]+)", README, flags=re.MULTILINE))
    assert used
    assert used <= set(main.commands)


def test_every_command_says_what_it_does():
    for name, command in main.commands.items():
        assert isinstance(command, click.Command)
        assert command.help, name


def test_every_folder_and_file_the_readme_links_to_exists():
    targets = re.findall(r"\]\(([^)#:]+)\)", README)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_the_two_commands_of_the_readme_are_in_the_makefile():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make ([a-z]+)", README, flags=re.MULTILINE):
        assert f"\n{target}:" in makefile


def test_locked_versions_carry_hashes_and_no_addresses():
    for name in ("requirements.txt", "requirements-test.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = re.findall(r"^[a-z0-9-]+==", text, flags=re.MULTILINE)
        assert len(pinned) > 20
        assert text.count("--hash=sha256:") >= len(pinned)
        assert "http" not in text.replace("httptools", "")
