"""A receipt accounts for every line, and reads back as it was written."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.receipt import FileNote, Receipt, RecordCounts, RefusedCount, SourceFile

texts = st.text(max_size=8)
few = st.integers(0, 9)

counts = st.builds(
    lambda record, added, replaced, unchanged, refused: RecordCounts(
        record, added + replaced + unchanged + refused, added, replaced, unchanged, refused
    ),
    texts,
    few,
    few,
    few,
    few,
)
receipts = st.builds(
    Receipt,
    load=few,
    loaded_at=st.datetimes(timezones=st.just(UTC)),
    loaded_by=texts,
    as_of=st.none() | st.dates(),
    is_simulated=st.booleans(),
    code_version=texts,
    files=st.lists(st.builds(SourceFile, texts, few, texts, texts, texts), max_size=2).map(tuple),
    counts=st.lists(counts, max_size=3).map(tuple),
    refused=st.lists(st.builds(RefusedCount, texts, texts, texts, few, texts), max_size=2).map(
        tuple
    ),
    notes=st.lists(st.builds(FileNote, texts, texts), max_size=2).map(tuple),
    cities=st.lists(texts, max_size=2).map(tuple),
)


@given(receipts)
@settings(max_examples=50)
def test_a_receipt_reads_back_as_it_was_written(receipt: Receipt):
    assert Receipt.from_json(receipt.to_json()) == receipt


@given(receipts)
@settings(max_examples=50)
def test_the_totals_account_for_every_line_too(receipt: Receipt):
    totals = receipt.totals()
    assert totals.rows_in == sum(each.rows_in for each in receipt.counts)
    assert totals.rows_in == totals.taken + totals.refused


def test_a_line_that_is_not_accounted_for_is_an_error():
    with pytest.raises(ValueError, match="awards: 10 lines in, 9 accounted for"):
        RecordCounts("awards", rows_in=10, added=4, replaced=3, unchanged=2, refused=0)


def test_the_totals_of_two_records_are_their_sums():
    receipt = Receipt(
        load=1,
        loaded_at=datetime(2024, 5, 4, tzinfo=UTC),
        loaded_by="ana",
        as_of=date(2024, 5, 1),
        is_simulated=False,
        code_version="0.1.0",
        files=(),
        counts=(RecordCounts("awards", 10, 4, 3, 2, 1), RecordCounts("activities", 5, 5, 0, 0, 0)),
        refused=(),
        notes=(),
        cities=(),
    )
    assert receipt.totals() == RecordCounts("all", 15, 9, 3, 2, 1)
