"""The rows of a meeting's front page, in a layout's words and order."""

from wording import day_in_words


def front_rows(meeting, layout, wording, numbers):
    """Rows for a block of pairs: [label, column, ...], a column being lines."""
    labels = layout["front"]
    numbers_said = f"{layout['front_numbers']} {numbers[0]}–{numbers[-1]}".strip()
    rows = [
        [labels["place"], [f"{meeting['place']}, den {day_in_words(meeting['date'])} {meeting['time']}"]],
        [labels["members"], *member_columns(meeting, layout, wording)],
        [labels["serving"], [serving(row, layout, wording) for row in meeting["substitutes"]]],
        [labels["idle"], [wording.person(name) for name, _ in meeting["idle"]]],
        [labels["others"], meeting["others"] + [f"{meeting['secretary']}, sekreterare"]],
        [labels["checkers"], [" och ".join(wording.person(name) for name in meeting["checkers"])]],
        [labels["checking"], [f"Kommunhuset, {meeting['checked']}"]],
        [labels["paragraphs"], [numbers_said]],
    ]
    return [row for row in rows if row[0] and any(row[1:])]


ATTENDANCE = ["Ledamöter", "Parti", "Närv.", "Frånv.", "Ersättare"]


def attendance_rows(meeting, layout, wording):
    """A row for each member with a cross, and who serves for the absent."""
    serving = {row[0]: row for row in meeting["substitutes"]}
    cross = layout["cross"]
    for name in (name for members in meeting["members"].values() for name in members):
        if name in serving:
            substitute, _, absent, party = serving[name]
            yield [absent, party, "", cross, substitute]
        else:
            yield [name, wording.party[name], cross, "", ""]


def member_columns(meeting, layout, wording):
    """The members in one column or two, or as one running line."""
    names = [name for members in meeting["members"].values() for name in members]
    said = [wording.person(name) + (", ordförande" if name == meeting["chair"] else "") for name in names]
    marked = {row[0] for row in meeting["substitutes"]}
    if layout["partial"]:
        said = [f"{text}{layout['partial'].format(n=meeting['first'] + 4)}" if n == 2 else text for n, text in enumerate(said)]
    if layout["substitute_mark"]:
        said = [f"{text} {layout['substitute_mark']}" if name in marked else text for name, text in zip(names, said)]
    if layout["members"] == "running":
        return [[", ".join(said)]]
    if layout["members"] == "one" or len(said) < 12:
        return [said]
    half = (len(said) + 1) // 2
    return [said[:half], said[half:]]


def front_truth(meeting, layout, wording, numbers):
    """What the front page says, as `meeting` of the facts document."""
    start, end = (clock for clock in meeting["time"].removeprefix("kl. ").replace(".", ":").split("–"))
    members = [attendee(name, layout, wording) for group in meeting["members"].values() for name in group]
    for member, name in zip(members, [name for group in meeting["members"].values() for name in group]):
        member["role"] = "ordförande" if name == meeting["chair"] else None
    if layout["partial"]:
        members[2]["presence"] = layout["partial"].format(n=meeting["first"] + 4).removeprefix(", ")
    if layout["front_form"] == "crosses":
        ticked = {row[0] for row in meeting["substitutes"]}
        members = [member | {"role": None} for member in members if member["name"] not in ticked]
    substitutes = [attendee(row[0], layout, wording) | {"replaces": wording.person(row[2])} for row in meeting["substitutes"]]
    if layout["front_form"] == "crosses":
        substitutes = [said | {"party": None} for said in substitutes]
    idle = "ej tjänstgörande ersättare" if layout["front"]["idle"] != "Ersättare" else "ersättare"
    others = [attendee(name, layout, wording) | {"role": idle} for name, _ in meeting["idle"]]
    return {
        "place": meeting["place"],
        "start": start,
        "end": end,
        "members": members,
        "substitutes": substitutes,
        "others": others + [visitor(text) for text in meeting["others"] + [f"{meeting['secretary']}, sekreterare"]],
        "adjusters": [attendee(name, layout, wording) for name in meeting["checkers"]],
        "adjustment": {"place": "Kommunhuset", "date": meeting["checked"], "time": None},
        "paragraphs": {"first": numbers[0], "last": numbers[-1]},
        "notice": notice_truth(meeting) if layout["notice_first"] or layout["last_page"] == "notice" else None,
    }


def notice_truth(meeting):
    kept = "Kommunhuset, plan 3"
    return {"body": meeting["body"], "date": meeting["date"], "posted": posted(meeting), "removed": None, "kept": kept}


def posted(meeting):
    """The day after the minutes are approved."""
    return meeting["checked"][:8] + f"{int(meeting['checked'][8:]) + 1:02}"


def attendee(name, layout, wording):
    party = wording.party.get(name) or wording.visitors[name]
    first, *last = name.split(" ")
    as_set = f"{' '.join(last)} {first}" if layout["person"] == "surname" else name
    said = {"name": as_set, "party": party.lower() if layout["person"] == "lower" else party}
    return said | {"role": None, "replaces": None, "presence": None}


def visitor(text):
    """"Mona-Lisa Berglöf, ekonomichef, § 101–102"."""
    name, role, *presence = text.split(", ")
    return {"name": name, "party": None, "role": role, "replaces": None, "presence": presence[0] if presence else None}


def serving(row, layout, wording):
    """Who serves for whom."""
    substitute, absent = wording.person(row[0]), wording.person(row[2])
    return layout["serving"].format(substitute=substitute, absent=absent)
