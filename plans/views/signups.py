"""Pages of people who sign up, change it, step back, or are signed up."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from members.rules import in_time, require
from plans import rules, services
from plans.forms.signups import SignupEnterForm, SignupForm
from plans.lookups import sheet_or_404
from plans.models import Activity, Signup
from plans.reporting import signups as reporting
from unionoffice.forms import sent

FORM = require_http_methods(["GET", "HEAD", "POST"])
SAID = {
    "placed": "已报上。",
    "waiting": "排在候补里；有了名额就按先后自动转正，工作台上会告诉你。",
    "applied": "已报名。截止以后抽签，结果会在工作台上告诉你。",
}


def find_signup(request, pk):
    """A sign-up at an activity that the person may see."""
    seen = Activity.objects.visible_to(request.user)
    rows = Signup.objects.with_activity().select_related("member")
    return get_object_or_404(rows, pk=pk, sheet__activity__in=seen)


@FORM
def signup_add(request, pk):
    sheet = sheet_or_404(request.user, pk)
    signup = reporting.own(sheet, request.user)
    if request.method == "POST" and signup and signup.is_in:  # pressed twice
        return redirect(sheet.activity)
    ruling = rules.signup_add(request.user, sheet, signup, timezone.now())
    form = SignupForm(sent(request), sheet=sheet)
    page = {"form": form, "sheet": sheet, "activity": sheet.activity, "ruling": ruling}
    if in_time(request, ruling) and request.method == "POST" and form.is_valid():
        given = {"companions": form.companions, "answers": form.answers}
        member = request.user.member
        made = services.signup_add(sheet, member, by=request.user, **given)
        messages.success(request, SAID[made.state])
        return redirect(sheet.activity)
    status = 200 if ruling else 409
    return render(request, "plans/signup_add.html", page, status=status)


@FORM
def signup_change(request, pk):
    signup = find_signup(request, pk)
    ruling = rules.signup_change(request.user, signup, timezone.now())
    form = SignupForm(sent(request), sheet=signup.sheet, signup=signup)
    page = {"form": form, "signup": signup, "ruling": ruling}
    if in_time(request, ruling) and request.method == "POST" and form.is_valid():
        services.signup_change(
            signup, by=request.user, companions=form.companions, answers=form.answers
        )
        messages.success(request, "报名已改好。")
        return redirect(signup.sheet.activity)
    status = 200 if ruling else 409
    return render(request, "plans/signup_change.html", page, status=status)


@FORM
def signup_withdraw(request, pk):
    signup = find_signup(request, pk)
    require(rules.signup_withdraw(request.user, signup, timezone.now()))
    if request.method == "POST":
        moved = services.signup_withdraw(signup, by=request.user)
        messages.success(request, f"已退出报名。{left(request.user, signup, moved)}")
        return redirect(signup.sheet.activity)
    page = {"signup": signup, "has_line": reporting.gives_up_a_place(signup)}
    return render(request, "plans/signup_withdraw.html", page)


def left(user, signup, moved):
    """What became of the place; who got it is told to the office only."""
    if user.member_id != signup.member_id:
        return reporting.moved_up(moved)
    return "名额已按先后让给候补的人。" if moved else ""


@require_POST
def signup_acknowledge(request, pk):
    signup = find_signup(request, pk)
    require(rules.signup_acknowledge(request.user, signup))
    services.signup_acknowledge(signup, by=request.user)
    return redirect(signup.sheet.activity)


@FORM
def signup_enter(request, pk):
    sheet = sheet_or_404(request.user, pk)
    require(rules.signup_enter(request.user, sheet, timezone.now()))
    form = SignupEnterForm(request.POST or None, sheet=sheet, user=request.user)
    if request.method == "POST" and form.is_valid():
        made = services.signup_enter(
            sheet, form.everybody(), by=request.user, companions=form.companions
        )
        messages.success(request, entered(made) + to_answer(sheet, made))
        return redirect(sheet.activity)
    page = {"form": form, "sheet": sheet, "activity": sheet.activity}
    return render(request, "plans/signup_enter.html", page)


def to_answer(sheet, made):
    """What those signed up by others have to answer still, as a sentence."""
    asked = sheet.questions.filter(is_required=True) if made else ()
    words = "、".join(map(str, asked))
    return f"还没有回答：{words}。本人在活动页点「改报名」补上。" if words else ""


def entered(made):
    """How many were signed up, and how many of them wait."""
    waiting = sum(one.state == Signup.State.WAITING for one in made)
    told = f"，其中 {waiting} 人排在候补里" if waiting else ""
    brought = "、".join(
        f"{one.member} {one.companions} 人" for one in made if one.companions
    )
    along = f"同行的家属：{brought}。" if brought else ""
    return f"新报名 {len(made)} 人{told}；原来报过的不变。{along}"
