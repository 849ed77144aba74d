"""Addresses of filings and cycles."""

from django.urls import path

from assessments.views import cycles, edit, edit_marks, edit_rows, edit_saving, filings, moves, tasks

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
    path("filings/<int:pk>/preview/", filings.preview, name="preview"),
    path("filings/<int:pk>/paper/", filings.make_paper, name="make_paper"),
    path("filings/<int:pk>/check/", moves.check, name="check"),
    path("filings/<int:pk>/moves/<slug:name>/", moves.make_move, name="move"),
    path("cycles/", cycles.cycle_list, name="cycles"),
    path("cycles/new/", cycles.create, name="cycle_create"),
    path("cycles/<int:pk>/", cycles.cycle, name="cycle"),
    path("cycles/<int:pk>/change/", cycles.change, name="cycle_change"),
    path("cycles/<int:pk>/assign/", cycles.assign, name="cycle_assign"),
    path("cycles/<int:pk>/issue/", cycles.issue, name="cycle_issue"),
]
