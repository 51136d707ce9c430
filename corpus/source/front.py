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


def serving(row, layout, wording):
    """Who serves for whom."""
    substitute, absent = wording.person(row[0]), wording.person(row[2])
    return layout["serving"].format(substitute=substitute, absent=absent)
