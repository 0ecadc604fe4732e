"""Answers of the platform as a browser or a client saves them, made from a few words."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

Item = dict[str, Any]


def activity(identifier: int, **fields: Any) -> Item:
    """A project of context `event` with all that the export has."""
    return {
        "__typename": "Project",
        "id": str(identifier),
        "context": "event",
        "name": f"Workshop {identifier}",
        "type": "workshop",
        "status": "published",
        "description": "Never stored.",
        "eventStart": "2024-05-12T09:00:00Z",
        "eventEnd": "2024-05-13T15:00:00Z",
        "tz": "Europe/Amsterdam",
        "duration": {"seconds": "5400", "str": "1 h 30 min"},
        "address": "Reigerstraat 16, Breda",
        "location": {"lat": 51.587, "lng": 4.776},
        "category": {"id": "c1", "name": "Life skills"},
        "skills": [
            {"id": "http://data.europa.eu/esco/skill/S1", "name": "work in teams", "type": "esco"},
            {"id": "77", "name": "Networking and advocating", "type": "ets"},
        ],
        "organisation": {"id": "o1", "name": "Stichting Nieuwe Veste"},
        "coHosts": [{"name": "Bibliotheek"}, {"name": "Avans"}],
        "site": {"id": "s1", "siteUrl": "https://breda.cityoflearning.eu"},
        "stats": {"joinCount": 57, "usedInPlaylists": 2, "issuedCompleteBadges": 31},
        "users": {"total": 58},
    } | fields


def playlist(identifier: int, activities: Sequence[int], **fields: Any) -> Item:
    steps = [
        {"id": f"step{place}", "mandatory": place == 0, "project": {"id": str(number)}}
        for place, number in enumerate(activities)
    ]
    return {
        "id": str(identifier),
        "context": "playlist",
        "name": f"Playlist {identifier}",
        "status": "published",
        "playlistActivitiesOrdered": True,
        "playlistActivities": steps,
        "site": {"siteUrl": "https://breda.cityoflearning.eu/"},
        "created": "2024-03-01T10:00:00+00:00",
        "stats": {"joinCount": 12, "issuedCompleteBadges": 4},
    } | fields


def badge_class(identifier: int, project: int, owners: Sequence[str] = ()) -> Item:
    issued = [
        {
            "id": f"{identifier}-{owner}",
            "owner": {"id": owner, "name": owner.title(), "email": f"{owner}@example.org"},
            "created": "2024-05-20T08:00:00Z",
            "isPublic": False,
        }
        for owner in owners
    ]
    return {
        "id": str(identifier),
        "name": f"Badge {identifier}",
        "project": {"id": str(project)},
        "evidenceRequired": True,
        "minTasksRequired": 1,
        "criteria": [{"id": "1", "no": 1, "description": "Take part", "checkType": "members"}],
        "endorsements": {"total": 3},
        "issuedBadges": {"total": len(issued), "list": issued},
    }


def page(root: str, items: Sequence[Item], total: int | None = None, offset: int = 0) -> Item:
    """One answer with one page of a list."""
    whole = len(items) if total is None else total
    body = {"total": whole, "limit": 20, "offset": offset, "list": list(items)}
    return {"data": {root: body}}


def pages(root: str, items: Sequence[Item], limit: int) -> list[Item]:
    """The whole list, page by page."""
    return [
        page(root, items[start : start + limit], len(items), start)
        for start in range(0, len(items), limit)
    ]


def saved(answers: Mapping[str, object]) -> dict[str, str]:
    """File name to its content."""
    return {name: json.dumps(answer) for name, answer in answers.items()}
