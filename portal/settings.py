"""Settings of the portal; everything that differs between hosts comes from the environment (see .env.example)."""

from datetime import timedelta
from pathlib import Path

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from portal.env import BASE_DIR, broker, database, env, patience, secret
from portal.logs import configure_structlog, logging_settings

DEBUG = False
#: True only under the embedded supervisor: private database, demo data, plain http on loopback.
EMBEDDED = env.bool("PORTAL_EMBEDDED", default=False)
#: Signs sessions and tokens. Processes that serve pages refuse to start without it; workers do not need it.
SECRET_KEY = secret("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "portal.accounts",
    "portal.audit",
    "portal.seals",
    "portal.jobs",
    "portal.documents",
    "portal.verification",
    "portal.ui",
    "assessments",
    "reviews",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.ui.compression.CompressesText",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.ui.language.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "portal.accounts.middleware.WhosePageMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.accounts.middleware.SessionPolicyMiddleware",
    "portal.accounts.middleware.GateMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "portal.text.telling.TellsWhatChanged",
    "portal.ui.kept.NamesWhatWasSaved",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "portal.urls"
CSRF_FAILURE_VIEW = "portal.accounts.views.refusals.csrf_failure"
WSGI_APPLICATION = "portal.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["portal.ui.templatetags.page_forms"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

_DATABASE = database("DATABASE_URL")
DATABASES = {
    "default": {
        **_DATABASE,
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **_DATABASE.get("OPTIONS", {}),
            "options": patience("PORTAL_PROCESS"),
            "pool": {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=4), "timeout": 5},
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = broker("REDIS_URL")
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
SESSION_ENGINE = "django.contrib.sessions.backends.db"

AUTH_USER_MODEL = "accounts.User"
#: The first one counts and refuses before the second one hashes.
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "portal.accounts.backends.AccountsBackend"]
PASSWORD_HASHERS = [
    "portal.accounts.hashing.ModestArgon2",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "portal.accounts.password_rules.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:login"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
#: Deadlines and every clock on the screen are Beijing time; the database keeps instants.
TIME_ZONE = "Asia/Shanghai"

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "var" / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.ui.storage.BundledAndCompressed"},
}
#: Nothing asks for a file by its plain name.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
#: Where finished documents are kept; workers on other hosts need the same store.
DOCUMENT_STORE = env.path("DOCUMENT_STORE", default=str(BASE_DIR / "var" / "documents"))

#: What turns a document's subject into printable HTML, by document kind; called by dotted name so that
#: ``portal.documents`` knows no assessment.
DOCUMENT_BUILDERS = {
    "filing": "assessments.rendering.paper.printed_filing.build",
    "review_sheet": "reviews.rendering.printed_sheet.build",
}

#: Who may read a document, by subject kind: a callable (user, subject_id) -> bool, by dotted name.
DOCUMENT_GATES = {
    "filing": "assessments.permissions.may_read_document",
    "review_sheet": "reviews.permissions.may_read_document",
    "bundle": "reviews.permissions.may_read_bundle",
    "document": "portal.documents.permissions.may_read_document",
}
#: Whose documents the list page shows, by subject kind: a callable (user) -> queryset of subjects, by dotted name.
#: For a finance bureau it gives nothing, or everything of its prefecture.
DOCUMENT_LISTS = {
    "filing": "assessments.queries.filings_with_papers",
    "review_sheet": "reviews.queries.sheets_visible_to",
    "bundle": "reviews.queries.exports_visible_to",
}
#: Where a subject belongs, by its kind: a callable (subject_id) -> id of the prefecture, by dotted name.
DOCUMENT_PREFECTURES = {
    "filing": "assessments.queries.prefecture_of_filing",
    "review_sheet": "reviews.queries.prefecture_of_sheet",
    "bundle": "reviews.queries.prefecture_of_export",
}
#: Versions that the person may not see although the subject is theirs to read: a callable (user) -> queryset with the
#: content's ``digest``, by subject kind and dotted name.
DOCUMENTS_WITHHELD = {"filing": "assessments.queries.versions_withheld_from"}
#: The page of what was printed, by subject kind: the name of its address, which takes the subject's id.
DOCUMENT_PAGES = {
    "filing": "assessments:filing",
    "review_sheet": "reviews:sheet",
    "document": "documents:document",
}

#: Which acts of people authorise the seals of a version: a callable (subject_id, digest) -> acts, by dotted name.
SEAL_ACTS = {
    "filing": "assessments.services.sealing.acts_behind",
    "review_sheet": "reviews.services.sealing.acts_behind",
}
#: How the versions of a paper stand today: a callable (subject_id) -> standing by digest, by dotted name.
DOCUMENT_STANDINGS = {
    "filing": "assessments.services.sealing.standings_of",
    "review_sheet": "reviews.services.sealing.standings_of",
}
#: What of a paper its public page shows for comparing: a callable (subject_id, digest) -> figures, by dotted name.
DOCUMENT_FIGURES = {
    "filing": "assessments.services.figures.figures_of",
    "review_sheet": "reviews.services.figures.figures_of",
}
#: The kinds of work that jobs do, each declared by the room that does it: a ``portal.jobs.kinds.JobKind``, by dotted
#: name so that ``portal.jobs`` knows no document.
JOB_KINDS = {
    "render": "portal.documents.kinds.RENDER",
    "seal": "portal.documents.kinds.SEAL",
    "countersign": "portal.documents.kinds.COUNTERSIGN",
    "bundle": "portal.documents.kinds.BUNDLE",
    "check": "portal.documents.kinds.CHECK",
    "check_upload": "portal.verification.kinds.CHECK",
}

#: Where people reach the portal from outside: stands in the link and the QR code of every paper.
PUBLIC_URL = env.str("PUBLIC_URL", default="http://127.0.0.1:8000").rstrip("/")
#: The vault of the seals' keys: files with the public half (every process) and the private one (workers alone).
SEAL_VAULT_PUBLIC_KEY = env.str("SEAL_VAULT_PUBLIC_KEY", default="")
SEAL_VAULT_PRIVATE_KEY = env.str("SEAL_VAULT_PRIVATE_KEY", default="")
#: Certificates (PEM, one file) that units' own seals must lead to, beside the portal's own authority.
SEAL_TRUST_ROOTS = env.str("SEAL_TRUST_ROOTS", default="")
#: Lists of revoked certificates (PEM, one file) that the operator keeps fresh; blank: the authorities are asked.
SEAL_CRLS = env.str("SEAL_CRLS", default="")
#: Typefaces of demo seals: the first one that has a character draws it.
SEAL_FONTS = [
    BASE_DIR / "portal" / "documents" / "fonts" / "JixiaoSong.ttf",
    Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"),
]
#: What turns a seal into something that signs: a callable (seal) -> pyHanko signer, by dotted name.
SEAL_SIGNER = env.str("SEAL_SIGNER", default="portal.seals.signers.software")
#: What waits for the seal of a unit: callables by dotted name, ``wake`` (unit_id, at) and ``count`` (unit_id) -> int.
SEAL_QUEUE = {
    "wake": "portal.jobs.services.waiting.wake",
    "count": "portal.documents.making.waiting_papers.count_waiting",
}
#: RFC 3161 time-stamp authority; blank: the portal's own, where it has one.
SEAL_TIMESTAMP_URL = env.str("SEAL_TIMESTAMP_URL", default="")
SEAL_TIMESTAMP_TIMEOUT = env.float("SEAL_TIMESTAMP_TIMEOUT", default=5)
#: How long a paper waits for its seal before the next try.
SEAL_RETRY = timedelta(seconds=env.float("SEAL_RETRY", default=60))

#: A worker holds a job for a lease and extends it at every heartbeat; lost jobs are found at every sweep.
JOB_LEASE = timedelta(seconds=env.float("JOB_LEASE", default=30))
JOB_HEARTBEAT = timedelta(seconds=env.float("JOB_HEARTBEAT", default=8))
JOB_SWEEP = timedelta(seconds=env.float("JOB_SWEEP", default=60))
#: How often the files that strangers had checked a day ago are forgotten.
UPLOAD_SWEEP = timedelta(hours=1)
#: When a job that waits is tried again.
JOB_RETRY = SEAL_RETRY
#: How long one run may take: a paper, an export (taken up again where it stood), a check.
JOB_TIME_LIMIT = timedelta(seconds=env.float("JOB_TIME_LIMIT", default=60))
JOB_TIME_LIMIT_BUNDLE = timedelta(seconds=env.float("JOB_TIME_LIMIT_BUNDLE", default=3600))
JOB_TIME_LIMIT_CHECK = timedelta(seconds=env.float("JOB_TIME_LIMIT_CHECK", default=30))

CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT = "portal.broker.ForgivingTransport"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_timeout": 1,
    "socket_connect_timeout": 1,
    "retry_on_timeout": False,
    #: Above every time limit, or a long export would run twice at once.
    "visibility_timeout": 7200,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
}
CELERY_TASK_DEFAULT_QUEUE = "interactive"
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_PROC_ALIVE_TIMEOUT = 60
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULE = {
    "reconcile": {
        "task": "portal.jobs.tasks.reconcile",
        "schedule": JOB_SWEEP,
        "options": {"queue": "interactive", "expires": JOB_SWEEP.total_seconds()},
    },
    "sweep_store": {
        "task": "portal.documents.tasks.sweep_store",
        "schedule": timedelta(hours=1),
        "options": {"queue": "interactive", "expires": 3600},
    },
    "check_store": {
        "task": "portal.documents.tasks.check_store",
        "schedule": crontab(hour="18", minute="30"),  # half past two at night in Beijing
        "options": {"queue": "bulk", "expires": 3600},
    },
    "take_names": {
        "task": "portal.accounts.tasks.take_names",
        "schedule": JOB_SWEEP,
        "options": {"queue": "interactive", "expires": JOB_SWEEP.total_seconds()},
    },
    "keep_revocations": {
        "task": "portal.seals.tasks.keep_revocations",
        "schedule": JOB_SWEEP,
        "options": {"queue": "interactive", "expires": JOB_SWEEP.total_seconds()},
    },
    "forget_uploads": {
        "task": "portal.verification.tasks.sweep",
        "schedule": UPLOAD_SWEEP,
        "options": {"queue": "interactive", "expires": UPLOAD_SWEEP.total_seconds()},
    },
}

LOGGING = logging_settings(json=not EMBEDDED)
configure_structlog()

#: Wrong passwords for one name from one address, and for all names from one address (a bureau shares one).
AXES_FAILURE_LIMIT = 5
SIGN_IN_FAILURES_PER_ADDRESS = 50
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_HANDLER = "portal.accounts.throttle.TwoLimits"
AXES_CLIENT_IP_CALLABLE = "portal.accounts.throttle.client_address"
AXES_LOCKOUT_CALLABLE = "portal.accounts.views.signing_in.locked_out"
#: Our own record says who signed in; nothing of what was typed is kept beside the counts.
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
#: A session ends after this time without an act of the person (saving by itself is none), and after a working day.
SESSION_IDLE_LIMIT = timedelta(minutes=env.int("SESSION_IDLE_MINUTES", default=30))
SESSION_LIMIT = timedelta(hours=10)
SESSION_COOKIE_AGE = int(SESSION_LIMIT.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not EMBEDDED
CSRF_COOKIE_SECURE = not EMBEDDED
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not EMBEDDED)
#: Health checks ask from inside, without the reverse proxy that adds https.
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = 0 if EMBEDDED else 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not EMBEDDED
SECURE_HSTS_PRELOAD = not EMBEDDED
#: Believe the proxy's word on scheme and address; only where every request comes through it.
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4000
