"""批次: the business admin calls for papers, says who owes what, and grants extensions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from assessments.domain.funds import NAMES, Fund
from assessments.forms.cycles import AssignmentForm, CycleForm, ExtensionForm
from assessments.models import Cycle, Extension, Obligation
from assessments.queries import cycles_visible_to, filers_of, obligations_of, with_progress
from assessments.services import cycles as services
from assessments.services.errors import Refused
from portal import clock
from portal.accounts.decorators import require_role
from portal.accounts.models import Unit
from portal.accounts.requests import SignedInRequest
from portal.accounts.roles import Role
from portal.audit.models import Entry
from portal.audit.queries import last_line
from portal.meanwhile import ChangedMeanwhile
from portal.ui.acts import acts_on, told
from portal.ui.lists import remember

#: Rows of the list on one page: three years of the usual three.
PAGE_SIZE = 9


@require_GET
@require_role(Role.BUSINESS_ADMIN)
def cycle_list(request: SignedInRequest) -> HttpResponse:
    """The prefecture's cycles with how many papers are owed and received."""
    remember(request)
    visible = cycles_visible_to(request.user).order_by("-due_at", "-pk")
    page = Paginator(visible.values_list("pk", flat=True), PAGE_SIZE).get_page(request.GET.get("page"))
    cycles = with_progress(Cycle.objects.filter(pk__in=list(page))).order_by("-due_at", "-pk")
    return render(request, "assessments/cycles.html", {"page": page, "cycles": cycles, "at": clock.now()})


@require_http_methods(["GET", "POST"])
@require_role(Role.BUSINESS_ADMIN)
def create(request: SignedInRequest) -> HttpResponse:
    """Plans a cycle; who owes what is said next."""
    form = CycleForm(request.POST or None, prefecture=request.user.unit.region)
    if form.is_valid():
        made = services.create_cycle(cycle=form.save(commit=False), actor=request.user, at=clock.now())
        messages.success(request, _("已建立批次，请指定填报单位和险种。"))
        return redirect("assessments:cycle", made.pk)
    return render(request, "assessments/cycle_form.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@require_role(Role.BUSINESS_ADMIN)
def change(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes a cycle's dates, and everything else before it is opened."""
    cycle = _cycle(request, pk)
    form = CycleForm(request.POST or None, instance=cycle, prefecture=cycle.prefecture)
    if form.is_valid():
        wanted, reason, at = form.save(commit=False), form.cleaned_data.get("reason", ""), clock.now()
        try:
            services.change_cycle(cycle=wanted, actor=request.user, at=at, reason=reason, seen=form.seen)
        except ChangedMeanwhile as changed:
            line = last_line(subject_kind="cycle", subject_id=pk, verbs=("change_cycle",))
            form.say_changed(changed, reader=request.user, line=line)
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已保存。"))
            return redirect("assessments:cycle", pk)
    context = {"form": form, "cycle": cycle}
    return render(request, "assessments/cycle_form.html", context, status=422 if form.errors else 200)


@require_GET
@require_role(Role.BUSINESS_ADMIN)
def cycle(request: SignedInRequest, pk: int) -> HttpResponse:
    """One cycle: who owes what, how far each is, and the due dates."""
    found = _cycle(request, pk)
    obligations = {(item.unit_id, item.fund): item for item in obligations_of(found)}
    context = {
        "cycle": found,
        "rows": _matrix(_units(found, obligations.values()), obligations),
        "funds": [(fund, NAMES[fund].short) for fund in Fund],
        "owed": len(obligations),
        "at": clock.now(),
    }
    return render(request, "assessments/cycle.html", context)


@acts_on("assessments:cycle", "pk")
@require_role(Role.BUSINESS_ADMIN)
def assign(request: SignedInRequest, pk: int) -> HttpResponse:
    """Makes exactly the ticked papers owed."""
    found = _cycle(request, pk)
    form = AssignmentForm(request.POST, units=list(filers_of(found)))
    if not form.is_valid():
        messages.error(request, _("勾选的单位或险种不在本地区，没有保存。"))
        return redirect("assessments:cycle", pk)
    with told(request, refusal=Refused):
        assigned = services.assign(
            cycle=found, assignments=form.assignments(), seen=form.seen, actor=request.user, at=clock.now()
        )
        messages.success(request, _saved(assigned))
    return redirect("assessments:cycle", pk)


@acts_on("assessments:cycle", "pk")
@require_role(Role.BUSINESS_ADMIN)
def issue(request: SignedInRequest, pk: int) -> HttpResponse:
    """Opens the cycle to the units that owe something in it."""
    with told(request, _("已下发，填报单位现在可以看到任务。"), refusal=Refused):
        services.open_cycle(cycle=_cycle(request, pk), actor=request.user, at=clock.now())
    return redirect("assessments:cycle", pk)


@require_http_methods(["GET", "POST"])
@require_role(Role.BUSINESS_ADMIN)
def extend(request: SignedInRequest, pk: int) -> HttpResponse:
    """Changes the due date of one unit's paper, with a reason."""
    obligation = (
        Obligation.objects.filter(cycle__in=cycles_visible_to(request.user), pk=pk)
        .select_related("cycle__prefecture", "unit")
        .first()
    )
    if obligation is None:
        raise Http404
    form = ExtensionForm(request.POST or None, initial={"day": obligation.due_day})
    if form.is_valid():
        try:
            services.extend(
                obligation=obligation, actor=request.user, at=clock.now(), seen=form.seen, **form.cleaned_data
            )
        except ChangedMeanwhile as changed:
            form.say_changed(changed, reader=request.user, line=_who_moved_the_day(obligation))
        except Refused as refused:
            form.add_error(None, refused.message)
        else:
            messages.success(request, _("已调整截止日期。"))
            return redirect("assessments:cycle", obligation.cycle_id)
    context = {"form": form, "obligation": obligation, "extensions": obligation.extensions.select_related("actor")}
    return render(request, "assessments/extend.html", context, status=422 if form.errors else 200)


def _who_moved_the_day(obligation: Obligation) -> Extension | Entry | None:
    """Who gave the paper its day: its own newest extension, or else whoever changed the cycle last."""
    own = obligation.extensions.select_related("actor").order_by("-id").first()
    return own or last_line(subject_kind="cycle", subject_id=obligation.cycle_id, verbs=("change_cycle",))


@dataclass(frozen=True, slots=True)
class MatrixBox:
    """One square of the matrix: what is owed there, and its tick box; ``choosable``: the unit can owe it today."""

    value: str
    choosable: bool
    obligation: Obligation | None


def _units(cycle: Cycle, owed: Iterable[Obligation]) -> list[Unit]:
    """The bureaus that can owe a paper, and those that owe one although they were closed."""
    units = {unit.pk: unit for unit in filers_of(cycle)}
    units |= {item.unit_id: item.unit for item in owed if item.unit_id not in units}
    return sorted(units.values(), key=lambda unit: (unit.region.code, unit.kind, unit.name))


def _saved(assigned: services.Assigned) -> str:
    said = _("已保存，共 %(count)s 张表。") % {"count": assigned.owed}
    if assigned.others:
        said += _("其中 %(others)s 处是他人在您打开本页之后勾选或取消的，一并保留。") % {"others": assigned.others}
    if assigned.kept:
        said += _("其中 %(kept)s 张属于已停用的单位或不再经办的险种，保持不变。") % {"kept": assigned.kept}
    return said


def _matrix(units: list[Unit], obligations: Mapping[tuple[int, str], Obligation]) -> list[tuple[Unit, list[MatrixBox]]]:
    return [
        (
            unit,
            [
                MatrixBox(
                    f"{unit.pk}:{fund.value}",
                    unit.active and fund in services.funds_filed_by(unit),
                    obligations.get((unit.pk, fund.value)),
                )
                for fund in Fund
            ],
        )
        for unit in units
    ]


def _cycle(request: SignedInRequest, pk: int) -> Cycle:
    found = cycles_visible_to(request.user).select_related("prefecture__parent").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
