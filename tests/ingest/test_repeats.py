"""Rows that may be the same thing twice are found by the hashes of their keys."""

import numpy
from hypothesis import given
from hypothesis import strategies as some

from ingest.checking.repeats import HashedKeys

HASHES = some.lists(some.sampled_from([0, 1, 65_535, 65_536, 65_537, 2**32 - 1]), max_size=12)
"""With the same first half, the same second half, and both ends: few, so that they meet."""


@given(HASHES)
def test_alike_are_just_the_rows_whose_hash_another_row_has(hashes):
    ids = range(100, 100 + len(hashes))
    keys = HashedKeys(numpy.array(ids, numpy.int64), numpy.array(hashes, numpy.uint32))
    shared = [one for one, of in zip(ids, hashes, strict=True) if hashes.count(of) > 1]
    assert keys.alike().tolist() == shared
