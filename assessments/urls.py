"""Addresses of filings and cycles."""

from django.urls import path

from assessments.views import (
    cycles,
    edit,
    edit_marks,
    edit_rows,
    edit_saving,
    filings,
    moves,
    narrative,
    narrative_saving,
    tasks,
    unit_changes,
    waivers,
)

app_name = "assessments"
urlpatterns = [
    path("tasks/", tasks.tasks, name="tasks"),
    path("obligations/<int:pk>/start/", tasks.begin, name="start"),
    path("obligations/<int:pk>/specimen/", tasks.specimen, name="specimen"),
    path("obligations/<int:pk>/extend/", cycles.extend, name="extend"),
    path("filings/", filings.filings, name="filings"),
    path("filings/<int:pk>/", filings.filing, name="filing"),
    path("filings/<int:pk>/edit/", edit.edit, name="edit"),
    path("filings/<int:pk>/squares/", edit_saving.save, name="save_squares"),
    path("filings/<int:pk>/rows/", edit_rows.change_rows, name="rows"),
    path("filings/<int:pk>/rows/<int:ref>/", edit_rows.settings, name="row"),
    path("filings/<int:pk>/answers/", edit_marks.answer, name="answer_mark"),
    path("filings/<int:pk>/paper/", filings.make_paper, name="make_paper"),
    path("filings/<int:pk>/check/", moves.check, name="check"),
    path("filings/<int:pk>/moves/<slug:name>/", moves.make_move, name="move"),
    path("obligations/<int:pk>/waivers/ask/", waivers.ask, name="waiver_ask"),
    path("obligations/<int:pk>/waivers/new/", waivers.new, name="waiver_new"),
    path("waivers/", waivers.waivers, name="waivers"),
    path("waivers/papers/", waivers.papers, name="waiver_papers"),
    path("waivers/<int:pk>/", waivers.waiver, name="waiver"),
    path("waivers/<int:pk>/grant/", waivers.grant, name="waiver_grant"),
    path("waivers/<int:pk>/refuse/", waivers.refuse, name="waiver_refuse"),
    path("waivers/<int:pk>/revoke/", waivers.revoke, name="waiver_revoke"),
    path("units/changes/", unit_changes.unit_changes, name="unit_changes"),
    path("cycles/", cycles.cycle_list, name="cycles"),
    path("cycles/new/", cycles.create, name="cycle_create"),
    path("cycles/<int:pk>/", cycles.cycle, name="cycle"),
    path("cycles/<int:pk>/narrative/", narrative.narrative, name="narrative"),
    path("cycles/<int:pk>/narrative/save/", narrative_saving.save, name="narrative_save"),
    path("narratives/<int:pk>/", narrative.version, name="narrative_version"),
    path("cycles/<int:pk>/change/", cycles.change, name="cycle_change"),
    path("cycles/<int:pk>/assign/", cycles.assign, name="cycle_assign"),
    path("cycles/<int:pk>/issue/", cycles.issue, name="cycle_issue"),
]
