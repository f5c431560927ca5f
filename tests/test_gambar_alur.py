"""The drawing of a pathway says what its steps say: every way on, and no two lines on top of each other."""

from __future__ import annotations

import re

from building import HOME
from hypothesis import given
from hypothesis import strategies as st

from site_src.load import load_site
from site_src.pages.articles import short_title
from site_src.pages.pathway_picture import BOX, RIGHT, ROW, lanes, pathway_picture

WAYS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).filter(lambda way: way[0] != way[1]), unique=True, max_size=30)


def drawn(pathway):
    return pathway_picture(pathway, {step.id: short_title(step) for step in pathway.steps}, {})


def test_every_way_on_of_every_pathway_is_drawn_from_its_box_to_its_box():
    pathways = load_site(HOME).site.pathways
    assert pathways
    for pathway in pathways:
        number = {step.id: index for index, step in enumerate(pathway.steps)}
        said = {(number[step.id], number[name]) for step in pathway.steps for name in step.next}
        found = set()
        for path, start, end in re.findall(r'<path d="([^"]+)" stroke-width="2" data-langkah="(\d+) (\d+)"/>', drawn(pathway)):
            way = int(start) - 1, int(end) - 1
            beside = re.match(rf"M{RIGHT} (\d+)H\d+V(\d+)H{RIGHT + 1}m", path)
            first, last = map(int, beside.groups()) if beside else map(int, re.match(r"M140 (\d+)V(\d+)m", path).groups())
            assert way[0] * ROW + 2 <= first <= way[0] * ROW + 2 + BOX, path
            assert way[1] * ROW + 1 <= last <= way[1] * ROW + 2 + BOX, path
            found.add(way)
        assert found == said, pathway.slug


@given(WAYS)
def test_lines_that_overlap_stand_in_lanes_of_their_own(ways):
    found = lanes(ways)
    assert set(found) == {way for way in ways if way[1] - way[0] != 1}
    pairs = [(one, other) for one in found for other in found if one < other and found[one] == found[other]]
    assert not any(min(one) < max(other) and min(other) < max(one) for one, other in pairs)


def test_what_staff_write_cannot_break_the_drawing():
    pathway = load_site(HOME).site.pathways[0]
    step = pathway.steps[0].model_copy(update={"deadline": "<b>3 & 4 hari"})
    text = pathway_picture(pathway.model_copy(update={"steps": (step, *pathway.steps[1:])}), {step.id: "A" * 60 for step in pathway.steps}, {})
    assert "&lt;b&gt;3 &amp; 4 hari" in text and "<b>" not in text
    assert 'font-size="6.7"' in text
