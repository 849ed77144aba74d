"""Every route of the portal and who may call it. A route that stands in no list here, or in two, fails the suite.

A line says who holds the key (``roles``), which thing it is about (``subject``, made in ``subjects.py``), and what the
holder gets (``ok``). Strangers are sent to sign in, other roles get ``refused``, and people of another
county or prefecture get the page of a thing that does not exist.
"""

from dataclasses import dataclass, field

from portal.accounts.roles import BUREAU_ROLES, FINANCE_ROLES, Role

EVERYONE = BUREAU_ROLES | FINANCE_ROLES
CLERK = frozenset({Role.CLERK})
ADMIN = frozenset({Role.BUSINESS_ADMIN})
OFFICE_HEAD = frozenset({Role.OFFICE_HEAD})
AUDITOR = frozenset({Role.AUDITOR})
READERS = frozenset({Role.REVIEWER, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN})


@dataclass(frozen=True)
class Route:
    """One route: url name with its namespace, and what is expected of it."""

    name: str
    roles: frozenset[Role] = EVERYONE
    subject: str = ""
    methods: tuple[str, ...] = ("get",)
    data: dict[str, str] = field(default_factory=dict)
    ok: frozenset[int] = frozenset({200})
    refused: int = 403
    #: Open to strangers, and open before the first password is changed.
    open: bool = False
    early: bool = False
    #: Called by a page of itself, so that calling it does not prolong the session.
    quiet: bool = False
    #: The page that an address leads to which is only posted to; empty for scripts' addresses, which answer in JSON.
    opens: str = ""


POST = ("post",)
FORM = ("get", "post")
DONE = frozenset({302})
#: The page again with what is wrong, or on to the next one.
AGAIN = frozenset({302, 422})
#: The walk sends scripts' addresses a body that is no JSON.
UNREADABLE = frozenset({400})

PORTAL = (
    Route("home", ok=DONE),
    Route("health", open=True, ok=frozenset({200})),
    Route("set_language", open=True, methods=POST, ok=DONE, opens="home"),
    Route("jsi18n"),
)

ACCOUNTS = (
    Route("accounts:login", open=True, ok=frozenset({200, 302})),
    Route("accounts:sign_in_again", open=True, methods=POST, data={"resuming": "somebody"}, ok=frozenset({409})),
    Route("accounts:logout", methods=POST, ok=DONE, early=True, opens="home"),
    Route("accounts:password", methods=FORM, early=True),
    Route("accounts:users", ADMIN),
    Route("accounts:user_new", ADMIN, methods=FORM),
    Route("accounts:user", ADMIN, "person", methods=FORM),
    Route("accounts:user_disable", ADMIN, "person", POST, ok=DONE, opens="accounts:user"),
    Route("accounts:user_enable", ADMIN, "person", POST, ok=DONE, opens="accounts:user"),
    Route("accounts:user_unlock", ADMIN, "person", POST, ok=DONE, opens="accounts:user"),
    Route("accounts:user_reset_password", ADMIN, "person", POST, opens="accounts:user"),
    Route("accounts:units", ADMIN),
    Route("accounts:unit_new", ADMIN, methods=FORM),
    Route("accounts:unit", ADMIN, "unit", methods=FORM),
    Route("accounts:unit_close", ADMIN, "unit", POST, ok=DONE, opens="accounts:unit"),
    Route("accounts:unit_reopen", ADMIN, "unit", POST, ok=DONE, opens="accounts:unit"),
    Route("accounts:regions", ADMIN),
    Route("accounts:county_new", ADMIN, methods=FORM),
)

AUDIT = (Route("audit:entries", AUDITOR), Route("audit:check", AUDITOR, methods=FORM, ok=frozenset({200, 302})))

#: 503: who may download is let in, and told that the walk's document has no bytes in the store.
DOCUMENTS = (
    Route("documents:list"),
    Route("documents:document", subject="document"),
    Route("documents:check", subject="document", methods=POST, ok=DONE, opens="documents:document"),
    Route("documents:preview", subject="picture", ok=frozenset({503})),
    Route("documents:download", subject="document", ok=frozenset({503})),
    Route("documents:job", subject="job"),
    Route("documents:progress", subject="job", quiet=True),
    Route("documents:retry", subject="job", methods=POST, ok=DONE, opens="documents:job"),
)

#: A body that is no file comes back to the form; the walk's upload has not been checked yet.
VERIFICATION = (
    Route("verification:paper", subject="code", open=True),
    Route("verification:start", open=True, methods=FORM, ok=frozenset({200, 422})),
    Route("verification:result", subject="upload", open=True),
    Route("verification:progress", subject="upload", open=True, quiet=True),
)

#: Those who look after their unit's seal; an empty upload comes back to the page.
KEEPERS = frozenset({Role.HEAD, Role.OFFICE_HEAD, Role.BUSINESS_ADMIN})
SEALS = (
    Route("seals:seal", KEEPERS),
    Route("seals:upload", KEEPERS, methods=POST, ok=frozenset({422}), opens="seals:seal"),
    Route("seals:revoke", KEEPERS, methods=POST, ok=frozenset({422}), opens="seals:seal"),
)

ASSESSMENTS = (
    Route("assessments:tasks", BUREAU_ROLES | OFFICE_HEAD),
    Route("assessments:start", CLERK, "obligation", POST, ok=DONE, opens="assessments:tasks"),
    Route("assessments:specimen", BUREAU_ROLES | OFFICE_HEAD, "obligation"),
    Route("assessments:extend", ADMIN, "obligation", FORM, ok=frozenset({200, 422})),
    Route("assessments:filings"),
    Route("assessments:filing", subject="filing"),
    Route("assessments:make_paper", subject="filing", methods=POST, ok=DONE, opens="assessments:filing"),
    Route("assessments:check", BUREAU_ROLES, "filing", refused=404),
    Route("assessments:move", BUREAU_ROLES, "withdrawal", POST, ok=DONE, refused=404, opens="assessments:check"),
    Route("assessments:edit", BUREAU_ROLES, "draft", FORM, ok=frozenset({200, 302, 409}), refused=404),
    Route("assessments:save_squares", BUREAU_ROLES, "draft", POST, ok=UNREADABLE, refused=404, quiet=True),
    Route("assessments:findings", BUREAU_ROLES, "draft", POST, ok=UNREADABLE, refused=404, quiet=True),
    Route("assessments:rows", BUREAU_ROLES, "draft", POST, ok=UNREADABLE, refused=404),
    Route("assessments:row", CLERK, "row", refused=404),
    Route("assessments:square_history", BUREAU_ROLES, "draft", refused=404),
    Route("assessments:answer_mark", BUREAU_ROLES, "draft", POST, ok=UNREADABLE, refused=404),
    Route("assessments:waivers"),
    Route("assessments:waiver", subject="waiver"),
    Route("assessments:waiver_ask", BUREAU_ROLES, "begun", FORM, ok=frozenset({200, 422})),
    Route("assessments:waiver_new", OFFICE_HEAD, "obligation", FORM, ok=frozenset({200, 422})),
    Route("assessments:waiver_papers", OFFICE_HEAD),
    Route("assessments:waiver_grant", OFFICE_HEAD, "waiver", POST, ok=frozenset({422}), opens="assessments:waiver"),
    Route("assessments:waiver_refuse", OFFICE_HEAD, "waiver", POST, ok=frozenset({422}), opens="assessments:waiver"),
    Route("assessments:waiver_revoke", OFFICE_HEAD, "waiver", POST, ok=frozenset({422}), opens="assessments:waiver"),
    Route("assessments:narrative", BUREAU_ROLES, "narrative", FORM, ok=frozenset({200, 302, 409}), refused=404),
    Route("assessments:narrative_save", BUREAU_ROLES, "narrative", POST, ok=UNREADABLE, refused=404, quiet=True),
    Route("assessments:narrative_version", subject="narrative_version"),
    Route("assessments:unit_changes", ADMIN, methods=FORM, ok=frozenset({200, 422})),
    Route("assessments:cycles", ADMIN),
    Route("assessments:cycle_create", ADMIN, methods=FORM, ok=frozenset({200, 422})),
    Route("assessments:cycle", ADMIN, "cycle"),
    Route("assessments:cycle_change", ADMIN, "cycle", FORM, ok=frozenset({200, 422})),
    Route("assessments:cycle_assign", ADMIN, "cycle", POST, ok=DONE, opens="assessments:cycle"),
    Route("assessments:cycle_issue", ADMIN, "cycle", POST, ok=DONE, opens="assessments:cycle"),
)

#: What a reader may not do comes back to the page with a sentence, and so does an empty form.
REVIEWS = (
    Route("reviews:queue", frozenset({Role.REVIEWER, Role.OFFICE_HEAD})),
    Route("reviews:overview", READERS),
    Route("reviews:rules"),
    Route("reviews:review", READERS, "filing", refused=404),
    Route("reviews:take_up", READERS, "filing", POST, ok=DONE, refused=404, opens="reviews:review"),
    Route("reviews:release", READERS, "review", POST, ok=DONE, refused=404, opens="reviews:review"),
    Route("reviews:reassign", READERS, "review", POST, ok=DONE, refused=404, opens="reviews:review"),
    Route("reviews:rescore", READERS, "review", POST, ok=DONE, refused=404, opens="reviews:review"),
    Route("reviews:reopen", READERS, "review", POST, ok=DONE, refused=404, opens="reviews:review"),
    Route("reviews:scores", READERS, "review", POST, ok=AGAIN, refused=404, opens="reviews:review"),
    Route("reviews:score_part", READERS, "part", POST, ok=frozenset({200, 409, 422}), refused=404, quiet=True),
    Route("reviews:return", READERS, "review", POST, ok=AGAIN, refused=404, opens="reviews:review"),
    Route("reviews:mark_add", READERS, "review", POST, ok=DONE, refused=404, opens="reviews:review"),
    Route("reviews:mark", READERS, "mark", POST, ok=DONE, refused=404, opens="reviews:review"),
    Route("reviews:sheets", READERS),
    Route("reviews:compose", frozenset({Role.REVIEWER}), methods=POST, ok=AGAIN, opens="reviews:sheets"),
    Route("reviews:sheet", READERS, "sheet", refused=404),
    Route("reviews:sheet_header", READERS, "sheet", POST, ok=AGAIN, refused=404, opens="reviews:sheet"),
    Route("reviews:sheet_refresh", READERS, "sheet", POST, ok=DONE, refused=404, opens="reviews:sheet"),
    Route("reviews:sheet_send", READERS, "sheet", POST, ok=DONE, refused=404, opens="reviews:sheet"),
    Route("reviews:sheet_sign", READERS, "sheet", POST, ok=AGAIN, refused=404, opens="reviews:sheet"),
    Route("reviews:sheet_refuse", READERS, "sheet", POST, ok=AGAIN, refused=404, opens="reviews:sheet"),
    Route("reviews:sheet_paper", READERS, "sheet", POST, ok=DONE, refused=404, opens="reviews:sheet"),
    Route("reviews:sheet_discard", READERS, "sheet", POST, ok=DONE, refused=404, opens="reviews:sheet"),
    Route("reviews:exports", ADMIN, methods=FORM, ok=frozenset({200, 422})),
    Route("reviews:export_filing", ADMIN, "filing", POST, ok=DONE, opens="reviews:exports"),
)

ROUTES = (*PORTAL, *ACCOUNTS, *AUDIT, *DOCUMENTS, *SEALS, *VERIFICATION, *ASSESSMENTS, *REVIEWS)
