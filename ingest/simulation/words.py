"""What simulated things are called: invented, generic, and with a little local colour."""

from dataclasses import dataclass

ESCO = "http://data.europa.eu/esco/skill/"


@dataclass(frozen=True)
class Subject:
    """A category of the platform: what its activities are about and which skills they name."""

    category: str
    """In the platform's own words, its slip of the pen included."""
    topics: tuple[str, ...]
    recognised: tuple[str, ...]
    """21st-century skills as the frameworks write them: `uri|label`, or a label alone."""


def esco(identifier: str, label: str) -> str:
    """A skill as the platform exports it."""
    return f"{ESCO}{identifier}|{label}"


TEAMS = esco("60c78287-22eb-4103-9c8c-28deaa460da0", "work in teams")
CREATIVE = esco("c624c6a3-b0ba-4a31-a296-0d433fe47e41", "think creatively")
CHANGE = esco("49de9958-2aa4-4eef-a89d-fe5d5bcd28c4", "adapt to change")
PROBLEMS = esco("7a8fb784-67fa-41e9-a75c-6b491d91f800", "develop strategy to solve problems")
DECISIONS = esco("d62d2b4c-a6f8-439e-8a1b-4f29ab5f2c47", "make decisions")
LEADING = esco("75d8e5d9-bef3-418b-9011-01bff9f27207", "lead others")
CONTENT = esco("5fd5c985-eaaa-47aa-8314-62359c54505a", "develop digital content")
PROGRAMMING = esco("21d2f96d-35f7-4e3f-9745-c533d2dd6e97", "computer programming")
INTERCULTURAL = esco("c10d5d87-36cf-42f5-8a12-e560fb5f4af8", "demonstrate intercultural competence")
AUDIENCE = esco("609a8ac1-9d29-4237-9886-596dbbe7ca8a", "address an audience")
TIME = esco("d9013e0e-e937-43d5-ab71-0e917ee882b8", "manage time")
CITIZENSHIP = esco(
    "16a00c69-9c74-4c37-96d7-6301d285e5ce", "engage in citizenship through digital technologies"
)
EVALUATING = esco(
    "1d6c7de4-350e-4868-a47b-333b4b0d9650", "evaluate data, information and digital content"
)

ABROAD = "Experience abroad"

SUBJECTS = (
    Subject(
        "Life skills",
        ("saving and budgeting", "cooking on a budget", "sleep, stress and study", "first flat"),
        ("Self-regulation", "Wellbeing", "Flexibility", TIME, CHANGE),
    ),
    Subject(
        "Creativity and design",
        ("poster design", "street photography", "podcast making", "animation", "game design"),
        (CREATIVE, "Creativity", CONTENT, "Developing digital content", "Vision"),
    ),
    Subject(
        "Civic engagement",
        ("youth council", "neighbourhood clean-up", "debating", "participatory budgeting"),
        ("Critical thinking", "Communication", CITIZENSHIP, AUDIENCE, "Collaboration"),
    ),
    Subject(
        ABROAD,
        ("youth exchange", "study visit", "volunteering abroad", "solidarity camp"),
        (INTERCULTURAL, "Empathy", "Flexibility", "Coping with uncertainty, ambiguity and risk"),
    ),
    Subject(
        "Science",
        ("river water testing", "astronomy", "citizen science", "kitchen chemistry"),
        ("Critical thinking", "Growth mindset", PROBLEMS, EVALUATING),
    ),
    Subject(
        "Technology and computers",
        ("robotics", "Python", "web pages", "3D printing", "drones", "online safety"),
        (PROGRAMMING, "Programming", "Solving technical problems", "Protecting devices", PROBLEMS),
    ),
    Subject(
        "Global world",
        ("fair trade", "media and disinformation", "languages of our street", "world cooking"),
        (INTERCULTURAL, "Empathy", "Critical thinking", EVALUATING),
    ),
    Subject(
        "Crafts and making",
        ("bicycle repair", "sewing", "woodwork", "ceramics", "repair café"),
        ("Creativity", "Learning through experience", "Mobilising resources", CREATIVE),
    ),
    Subject(
        "Sports and active lifestyle",
        ("parkour", "urban hiking", "rowing", "yoga", "street basketball"),
        ("Wellbeing", "Collaboration", TEAMS, "Motivation and perseverance"),
    ),
    Subject(
        "Arts and culture",
        ("forum theatre", "choir", "mural painting", "oral history", "short film"),
        ("Communication", "Creativity", AUDIENCE, CREATIVE),
    ),
    Subject(
        "Career and job readiness",
        ("job interviews", "CV writing", "social enterprise", "a first business idea"),
        ("Taking the initiative", "Planning and management", LEADING, "Spotting opportunities"),
    ),
    Subject(
        "Environment end ecology",
        ("urban gardening", "bees and biodiversity", "zero waste", "energy at home"),
        ("Systems thinking", "Collective action", "Critical thinking", TEAMS),
    ),
)

OTHER_LABELS = (
    "team spirit",
    "having fun",
    "English B1",
    "first aid basics",
    "bike mechanics",
    "pastry making",
    "dancing",
    "forklift licence",
    "gardening",
    "Facilitating learning",
    DECISIONS,
)
"""Labels that count as no 21st-century skill; all but the last two stand in no framework."""

TITLES: dict[str, tuple[str, ...]] = {
    "event": ("{Topic} day", "{Topic}: open evening", "Meet and try: {topic}"),
    "workshop": ("{Topic} workshop", "Hands on: {topic}", "{Topic}, a first taste"),
    "course": ("{Topic} for beginners", "Introduction to {topic}", "{Topic}, step by step"),
    "volunteering": ("Volunteer for {topic}", "Helping hands: {topic}"),
    "internship": ("Internship in {topic}", "Learning on the job: {topic}"),
    "youthProject": ("Youth project: {topic}", "{Topic} by and for young people"),
    "openSpace": ("Open space: {topic}", "Drop in: {topic}"),
    "digitalXp": ("{Topic} online", "Webinar: {topic}", "{Topic} at your own pace"),
}
"""Titles by the platform's type of activity."""

ROLES = ("explorer", "maker", "contributor", "champion")
"""What a badge calls its owner."""

PLAYLISTS = ("{Topic} pathway", "From zero to {topic}", "Discover {topic}", "{Topic} in five steps")

PROVIDERS = (
    ("Library", "Library"),
    ("Youth Centre", "Youth organisation"),
    ("Maker Lab", "Non-profit"),
    ("Language Café", "Non-profit"),
    ("Community College", "School"),
    ("Career House", "Public service"),
    ("Theatre Workshop", "Culture"),
    ("Garden Collective", "Non-profit"),
    ("Code Club", "Non-profit"),
    ("Sports Association", "Sports"),
    ("Training House", "Company"),
    ("Museum Lab", "Culture"),
)
"""Kinds of organisation, and the platform's category of each."""

DISTRICTS: dict[str, tuple[str, ...]] = {
    "vilnius": ("Senamiestis", "Paupys", "Šiaurė", "Kalvos", "Upė", "Stotis"),
    "breda": ("Noord", "Zuid", "Haven", "Singel", "Markzicht", "Westpoort"),
    "turin": ("Borgo Nord", "Collina", "Fiume", "Centro", "Mercato", "Stazione Sud"),
    "thessaloniki": ("Ano Poli", "Paralia", "Kentro", "Limani", "Dytika", "Anatoli"),
    "cluj_napoca": ("Centru", "Dealul Mic", "Malul Someșului", "Gară"),
    "netherlands": ("Randstad", "Noordzee", "Polder", "Maasoever", "Veluwe", "Waddenkant"),
    "blackpool": ("Riverside", "North Shore", "Promenade", "Old Station"),
}
"""Parts of town that could be anywhere there; used in names and addresses."""

ABROAD_PLACES = (
    ("PL", "Kraków", 50.061, 19.937),
    ("ES", "Valencia", 39.470, -0.376),
    ("DE", "Leipzig", 51.340, 12.373),
    ("PT", "Braga", 41.545, -8.427),
    ("EE", "Tartu", 58.378, 26.729),
    ("HR", "Rijeka", 45.327, 14.442),
)
"""Country, town and place on the map of activities in another country."""

OTHER_SITES = ("open-courses.example.org", "webinars.example.net", "learning.example.com")
"""Sites from which online opportunities are imported; reserved names that lead nowhere."""

FUNDERS = ("Erasmus+", "European Solidarity Corps", "City council")


def titled(pattern: str, topic: str) -> str:
    """The pattern filled in: `{Topic}` begins with a capital, `{topic}` stays as it is."""
    return pattern.format(topic=topic, Topic=topic[:1].upper() + topic[1:])
