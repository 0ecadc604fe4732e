"""The two pages of the Antwerp study visit, word for word."""

from tests.ingest.activity_pages.pages import found, seed

KICK_OFF = "000_9b978effd1fd4cbf.txt"
ECOSYSTEM = "001_8523562d0a034638.txt"


def test_the_kick_off_is_about_networking_and_advocating():
    page = seed(KICK_OFF)
    # the page has no title, so its name is what the first sentence is about
    assert found(page, "name") == [
        ("Cities of Learning study visit for Networking and Advocating", "guess")
    ]
    assert found(page, "competence") == [("Networking and advocating", "sure")]
    (purpose,) = found(page, "purpose")
    assert purpose[0].startswith("This session is designed for participants to connect")
    assert purpose[1] == "sure"  # it stands behind `Purpose:`


def test_the_kick_offs_badge_place_and_issuer():
    page = seed(KICK_OFF)
    assert found(page, "badge") == [("CoL Connector", "sure")]
    # the heading above it is Norwegian: `Lokasjon`
    assert found(page, "place") == [
        ("Franklin Rooseveltplaats 12, 2060 Antwerpen, Belgium", "sure")
    ]
    assert found(page, "issuer") == [("Cities of Learning Network Partner trio", "likely")]
    assert found(page, "organiser") == []


def test_the_kick_offs_text_is_english_under_norwegian_headings():
    assert [value for value, _ in found(seed(KICK_OFF), "language")] == [
        "English",
        "Norwegian (headings)",
    ]


def test_the_kick_off_has_six_objectives():
    objectives = [value for value, _ in found(seed(KICK_OFF), "objective")]
    assert len(objectives) == 6
    assert objectives[0].startswith("To better understand networking within the field")
    assert objectives[-1] == (
        "To identify what is understood by Advocacy and how this can be embedded in practice."
    )


def test_the_kick_off_names_no_day():
    page = seed(KICK_OFF)
    assert found(page, "starts") == found(page, "ends") == []


def test_the_ecosystem_session_names_three_ets_areas():
    competences = found(seed(ECOSYSTEM), "competence")
    assert competences[:3] == [
        ("Networking and advocating", "sure"),
        ("Communicating meaningfully", "sure"),
        ("Designing programmes", "sure"),
    ]
    # single words, such as cooperation, may be words only
    assert {sureness for _, sureness in competences[3:]} <= {"guess"}


def test_the_ecosystem_session_is_organised_by_two():
    page = seed(ECOSYSTEM)
    assert found(page, "organiser") == [("CAP-City", "likely"), ("CODEC", "likely")]
    assert found(page, "badge") == [("EcoSystem Explorer", "sure")]
    assert found(page, "issuer") == [("Cities of Learning Network Partner trio", "likely")]
    assert found(page, "place") == []
    assert len(found(page, "objective")) == 7


def test_every_finding_has_the_pages_own_words_beside_it():
    for page in (seed(KICK_OFF), seed(ECOSYSTEM)):
        competences = [each for each in page.findings if each.what == "competence"]
        assert all(each.sentence for each in page.findings)
        assert all("Networking and Advocating" in each.sentence for each in competences[:1])
