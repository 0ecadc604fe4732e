"""The command `impact`: a thin front to the four rooms."""

from pathlib import Path
from typing import Any

import click

from dashboard.catalogues import ENGLISH, languages
from dashboard.commands import (
    comparing,
    declaring,
    importing,
    loading,
    looking,
    preparing,
    publishing,
    reporting,
    showing,
)
from dashboard.language import speaking
from dashboard.reports.scope import ReportProblem
from ingest.intake import FileProblems
from ingest.ledger import LoadProblem
from matrices.home import Home
from matrices.importing.findings import ImportProblems
from matrices.problems import DeclarationProblems
from matrices.starter import StarterProblem

PROBLEMS = (
    DeclarationProblems,
    FileProblems,
    ImportProblems,
    LoadProblem,
    ReportProblem,
    StarterProblem,
)
"""What a person can mend: printed as sentences, without a traceback, with exit code 1."""


class Commands(click.Group):
    """Commands whose problems come out as sentences."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except PROBLEMS as problem:
            raise click.ClickException(str(problem)) from problem


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="The network's folder. Default: IMPACT_HOME, else ./impact-home.",
)
@click.option(
    "--language",
    type=click.Choice(languages()),
    envvar="IMPACT_LANGUAGE",
    default=ENGLISH,
    help="What is printed is in this language, as far as it is translated. Default: IMPACT_LANGUAGE.",
)
@click.version_option(package_name="impact-matrix")
@click.pass_context
def main(context: click.Context, home: Path | None, language: str) -> None:
    """What became of a city's strategy: matrices, loads, progress, dashboard."""
    context.obj = Home.at(home)
    context.with_resource(speaking(language))


for command in (
    declaring.init,
    declaring.check,
    declaring.diff_command,
    declaring.indicator_command,
    declaring.crosswalk_command,
    declaring.methods,
    importing.import_command,
    loading.load_command,
    loading.loads_command,
    loading.undo_command,
    loading.refused,
    loading.publish,
    preparing.map_command,
    preparing.template,
    preparing.page,
    preparing.labels_command,
    looking.progress,
    looking.what_if_command,
    looking.quality,
    looking.alignment,
    comparing.compare,
    comparing.teachers,
    reporting.report,
    reporting.verify_command,
    publishing.site,
    showing.simulate_command,
    showing.demo,
    showing.serve,
):
    main.add_command(command)


if __name__ == "__main__":
    main()
