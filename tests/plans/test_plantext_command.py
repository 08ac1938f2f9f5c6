"""manage.py import_plan: read, print, save as a draft."""

import io
import json

import pytest
from django.core.management import call_command

from plans.models import Activity, Plan

TEXT = "某校工会工作计划\n一、主要工作\n1、维护权益。\n九月：\n1、迎新\n次年一月：\n1、慰问\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def _run(*arguments):
    out, err = io.StringIO(), io.StringIO()
    call_command("import_plan", *arguments, stdout=out, stderr=err)
    return out.getvalue()


def _refusal(*arguments):
    err = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("import_plan", *arguments, stdout=io.StringIO(), stderr=err)
    assert stopped.value.code == 2
    return err.getvalue().strip()


def test_json_has_exactly_the_agreed_shape(file):
    assert json.loads(_run(file, "--json")) == {
        "plans": [
            {
                "title": "某校工会工作计划",
                "sections": [{"heading": "主要工作", "text": "1、维护权益。"}],
                "measures": [
                    {"text": "维护权益", "months": [], "due": None, "responsible": ""}
                ],
                "activities": [
                    {
                        "title": "迎新",
                        "months": [9],
                        "year_offset": 0,
                        "theme": "",
                        "line": 5,
                    },
                    {
                        "title": "慰问",
                        "months": [1],
                        "year_offset": 1,
                        "theme": "",
                        "line": 7,
                    },
                ],
                "warnings": [],
            }
        ]
    }


def test_without_options_a_summary_is_printed(file):
    assert _run(file).splitlines() == [
        "1. 某校工会工作计划",
        "   章节 1 个，措施 1 条，活动 2 条，待核对 0 处",
        "   9月  迎新",
        "   次年1月  慰问",
    ]


@pytest.mark.django_db
def test_a_plan_is_saved_as_a_draft(file):
    _run(file, "--year", "2026", "--as-plan", "工会计划")

    plan = Plan.objects.get()
    assert (plan.title, plan.year, plan.start_month) == ("工会计划", 2026, 9)
    assert list(Activity.objects.order_by("pk").values_list("title", flat=True)) == [
        "迎新",
        "慰问",
    ]


@pytest.mark.django_db
def test_one_plan_of_several_is_saved_by_its_number(tmp_path):
    path = tmp_path / "plans.txt"
    path.write_text(
        "计划篇一\n三月：登山\n四月：踏青\n计划篇二\n五月：歌会\n六月：评比\n"
    )

    assert "请用 --number" in _refusal(str(path), "--year", "2026", "--as-plan", "甲")
    _run(str(path), "--year", "2026", "--as-plan", "甲", "--number", "2")

    assert list(Activity.objects.values_list("title", flat=True)) == ["歌会", "评比"]


def test_year_and_title_go_together(file):
    assert "--as-plan" in _refusal(file, "--year", "2026")


@pytest.mark.parametrize(
    ("year", "title", "said"),
    [
        ("99999", "计划", "开始年份："),
        ("2026", " ", "计划标题：请填写这一项。"),
        ("2026", "长" * 101, "计划标题：最多 100 个字"),
    ],
)
@pytest.mark.django_db
def test_a_plan_that_no_page_could_show_is_not_saved(file, year, title, said):
    assert _refusal(file, "--year", year, "--as-plan", title).startswith(said)
    assert not Plan.objects.exists()


def test_a_file_that_is_not_there_is_told(tmp_path):
    assert "打不开文件" in _refusal(str(tmp_path / "none.txt"), "--json")


def test_bad_input_is_one_sentence_and_code_2(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_bytes(b"%PDF-1.4")

    sentence = _refusal(str(path), "--json")

    assert sentence.startswith("这是 PDF 文件")
    assert sentence.count("\n") == 0


def test_the_samples_of_a_collection_without_calendar_give_code_0(tmp_path):
    path = tmp_path / "plan.txt"
    path.write_text("某校工会工作计划\n今年六月份要开歌会。\n")

    (plan,) = json.loads(_run(str(path), "--json"))["plans"]
    assert plan["activities"] == []
    assert [one["message"] for one in plan["warnings"]] == [
        "没有找到按月的安排，所以没有活动"
    ]
