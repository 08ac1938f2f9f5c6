"""Charts: bars from zero, in proportion, with their numbers and a description."""

import re

from django.template.loader import render_to_string

from unionoffice import charts


def test_bars_begin_at_zero_and_keep_the_proportion():
    drawn = charts.bars("a", "各组人数", [("一组", 10), ("二组", 5), ("三组", 0)])

    assert {bar.x for bar in drawn.bars} == {drawn.axis}
    widths = [bar.width for bar in drawn.bars]
    assert widths == [charts.LENGTH, charts.LENGTH / 2, 0]
    assert drawn.about == "一组 10 人，二组 5 人，三组 0 人"


def test_numbers_and_names_stay_inside_the_picture():
    drawn = charts.bars("a", "人数", [("一组", 99999)])

    (bar,) = drawn.bars
    assert bar.words_x + 5 * 7 <= drawn.width
    assert bar.y + bar.height <= drawn.height


def test_nobody_at_all_is_no_division_by_zero():
    assert [bar.width for bar in charts.bars("a", "b", [("一组", 0)]).bars] == [0]
    assert charts.bars("a", "b", []).bars == []
    assert charts.pyramid("a", "b", [("30岁", 0, 0)]).bars[0].width == 0


def test_a_pyramid_stands_on_its_first_row_about_one_axis():
    drawn = charts.pyramid("p", "年龄", [("青年", 2, 4), ("老年", 1, 0)])

    old_men, old_women, young_men, young_women = drawn.bars
    assert (young_men.width, young_women.width) == (90, 180)
    assert young_men.x + young_men.width == young_women.x == drawn.axis
    assert (old_men.value, old_women.value, old_women.width) == (1, 0, 0)
    assert young_men.y > old_men.y
    assert "青年 男 2 人、女 4 人" in drawn.about


def test_the_picture_has_title_description_numbers_and_no_style():
    drawn = charts.pyramid("p", "性别和年龄", [("3<4岁", 2000, 1)])

    page = render_to_string("_chart.html", {"chart": drawn})

    assert '<title id="p-title">性别和年龄</title>' in page
    assert "3&lt;4岁 男 2000 人" in page
    assert re.findall(r'text-anchor="(?:end|start)">(\d+)</text>', page) == [
        "2000",
        "1",
    ]
    assert "style" not in page
    assert set(re.findall(r'<rect class="([^"]+)"', page)) == {"bar", "bar bar-2"}
    assert len(charts.HUES) <= 5
