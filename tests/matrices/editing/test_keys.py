"""Keys of new statements."""

import pytest

from matrices.editing.keys import new_key


@pytest.mark.parametrize(
    ("sentence", "taken", "key"),
    [
        ("An increase of the number of learners in Breda", (), "increase_number_learners_breda"),
        ("Ţinerea unor întâlniri", (), "tinerea_unor_intalniri"),
        ("Playlists", ("playlists", "playlists_2"), "playlists_3"),
        ("Νέοι άνθρωποι", (), "statement"),  # keys are plain letters
        ("50 % of all", (), "all"),
    ],
)
def test_a_key_is_made_of_the_first_words_that_say_something(sentence, taken, key):
    assert new_key(sentence, taken) == key
