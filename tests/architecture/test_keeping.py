"""Whatever a person fills in is kept until it is saved: by the keeper, in the address, or by a script named here."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from assessments.rendering.grid.drawables import Mode
from assessments.rendering.grid.table import draw
from tests.architecture.sources import ROOT, text_of
from tests.filings import row, self_assessment

TEMPLATES = ROOT / "templates"
NO_TEXT = {"hidden", "password", "file", "submit", "button"}
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
Attributes = dict[str, str | None]

#: A form of Django, or one field of it, where it is drawn.
DRAWN = re.compile(r"{%\s*crispy \w+\s*%}|{{\s*\w+\|crispy\s*}}|{{\s*(?:\w+_form|field)\s*}}")
#: The official table, as it is drawn to be filled in.
SHEET = re.compile(r"{{ (?:\w+\.)?table\.html }}")
TAG = re.compile(r"{#.*?#}|{%\s*comment\s*%}.*?{%\s*endcomment\s*%}|{%.*?%}|{{.*?}}", re.DOTALL)

#: Forms that save by themselves, and what their scripts save: a field with its attributes, inside elements with theirs.
BY_THEMSELVES: dict[str, Callable[[Attributes, list[Attributes]], bool]] = {
    "sheet-form": lambda field, around: "data-saves" in field or in_official_table(around),
    "narrative-form": lambda field, around: "data-saves" in field or field.get("name") == "text",
    "scores": lambda field, around: any("data-part" in one for one in around),
}
#: A consent that is given anew with each sending.
GIVEN_ANEW = {"accept_answers"}
#: Drawn into a place that its script makes one of the keeper's.
DRAWN_BY_SCRIPTS = {"assessments/edit/_row_settings.html": "static/js/sheet/row_settings.js"}


def in_official_table(around: list[Attributes]) -> bool:
    """Whether one of the elements ``around`` is the table of a form."""
    return any("sheet" in (one.get("class") or "").split() for one in around)


class Fields(HTMLParser):
    """The fields of a page that nothing keeps, by name or place."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, Attributes]] = []
        self.lost: list[str] = []
        self.seen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at a field; remembers what it stands in."""
        attributes = dict(attrs)
        is_filled_in = "readonly" not in attributes and attributes.get("type") not in NO_TEXT
        if tag in {"input", "textarea", "select"} and is_filled_in:
            self.seen += 1
            if not self._is_kept(attributes):
                self.lost.append(attributes.get("name") or self.get_starttag_text() or tag)
        if tag not in VOID:
            self.open.append((tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        """Forgets what ends here; one more than there are is another branch of the template."""
        starts = [number for number, (name, _) in enumerate(self.open) if name == tag]
        if starts:
            del self.open[starts[-1] :]

    def _is_kept(self, field: Attributes) -> bool:
        around = [attributes for _, attributes in self.open]
        forms = [attributes for tag, attributes in self.open if tag == "form"]
        if not forms and in_official_table(around):  # as it is read: without its fields
            return True
        if any("data-keeps" in one for one in around) or field.get("name") in GIVEN_ANEW:
            return True
        form: Attributes = {"id": field["form"], "data-starts": ""} if "form" in field else forms[-1] if forms else {}
        if "data-starts" in form:
            return BY_THEMSELVES[form["id"] or ""](field, around)
        return form.get("method") in {"get", "post"}


def whole(name: str) -> str:
    """The text of a template with all of ours that it includes, where it includes it."""
    text = text_of(f"templates/{name}") if (TEMPLATES / name).exists() else ""
    return re.sub(r'{%\s*include "([\w/.]+)"[^%]*%}', lambda found: whole(found[1]), text)


def roots() -> list[str]:
    """The templates that no other one includes; Django draws its widgets into them."""
    paths = [path.relative_to(TEMPLATES) for path in TEMPLATES.glob("**/*.html")]
    names = {path.as_posix() for path in paths if path.parts[0] != "django"}
    included = {name for one in names for name in re.findall(r'{%\s*include "([\w/.]+)"', text_of(f"templates/{one}"))}
    return sorted(names - included)


def looked_at(name: str) -> Fields:
    """The fields of a template, those that Django draws among them."""
    fields, table = Fields(), draw(self_assessment(row()), mode=Mode.EDIT).html
    drawn = DRAWN.sub('<textarea name="drawn"></textarea>', whole(name))
    fields.feed(TAG.sub("", SHEET.sub(lambda _: table, drawn)))
    return fields


@pytest.mark.parametrize("name", roots())
def test_every_field_is_kept(name: str) -> None:
    lost = looked_at(name).lost
    if name in DRAWN_BY_SCRIPTS:
        assert (lost, "dataset.keeps = " in text_of(DRAWN_BY_SCRIPTS[name])) == (["drawn"], True)
    else:
        assert lost == []


def test_the_fields_are_found_at_all() -> None:
    seen = {name: looked_at(name).seen for name in ("reviews/review.html", "assessments/edit.html")}
    assert {name: number > 5 for name, number in seen.items()} == dict.fromkeys(seen, True)


def test_a_field_outside_of_every_form_is_found() -> None:
    fields = Fields()
    fields.feed('<form method="post"><input name="kept"></form><textarea name="lost"></textarea>')
    assert fields.lost == ["lost"]
