"""Addresses of judging."""

from django.urls import path

from reviews.views import exports, marks, overview, queue, review, rules, scores, sheets

app_name = "reviews"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("overview/", overview.overview, name="overview"),
    path("rules/", rules.rules, name="rules"),
    path("filings/<int:pk>/", review.review, name="review"),
    path("filings/<int:pk>/take-up/", review.take_up, name="take_up"),
    path("filings/<int:pk>/release/", review.release, name="release"),
    path("filings/<int:pk>/reassign/", review.reassign, name="reassign"),
    path("filings/<int:pk>/rescore/", review.rescore, name="rescore"),
    path("filings/<int:pk>/reopen/", review.reopen, name="reopen"),
    path("filings/<int:pk>/scores/", scores.save_all, name="scores"),
    path("filings/<int:pk>/scores/<slug:part>/", scores.save_part, name="score_part"),
    path("filings/<int:pk>/return/", scores.send_back, name="return"),
    path("filings/<int:pk>/marks/", marks.add, name="mark_add"),
    path("filings/<int:pk>/marks/<int:mark_pk>/", marks.act, name="mark"),
    path("sheets/", sheets.sheets, name="sheets"),
    path("sheets/compose/", sheets.compose, name="compose"),
    path("sheets/<int:pk>/", sheets.sheet, name="sheet"),
    path("sheets/<int:pk>/header/", sheets.header, name="sheet_header"),
    path("sheets/<int:pk>/refresh/", sheets.refresh, name="sheet_refresh"),
    path("sheets/<int:pk>/send/", sheets.send, name="sheet_send"),
    path("sheets/<int:pk>/sign/", sheets.sign, name="sheet_sign"),
    path("sheets/<int:pk>/refuse/", sheets.refuse, name="sheet_refuse"),
    path("sheets/<int:pk>/paper/", sheets.paper, name="sheet_paper"),
    path("sheets/<int:pk>/discard/", sheets.discard, name="sheet_discard"),
    path("exports/", exports.exports, name="exports"),
    path("exports/filings/<int:pk>/", exports.export_filing, name="export_filing"),
]
