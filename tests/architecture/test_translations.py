"""Every word that a person sees is marked, and has its English."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from django.core.management import call_command
from django.test import override_settings
from django.utils import translation

from tests.architecture.sources import ROOT, own, text_of

CATALOGUES = ("django", "djangojs")
ROOMS = ("assessments/", "portal/", "reviews/", "static/", "templates/")
HAN = re.compile(r"[\u3400-\u9fff]")
#: What a message is filled in with: ``%(name)s`` and ``{name}``.
BLANKS = re.compile(r"%\(\w+\)[sd]|\{\w*\}")
#: What a page would read as its own: ``{% translate %}`` is not escaped.
MARKUP = re.compile(r'<[^>]*>|["<>&]')
COMMENTS = {
    ".html": re.compile(r"{%\s*comment.*?endcomment\s*%}|{#.*?#}|<!--.*?-->", re.DOTALL),
    ".js": re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL),
}
MARKED = {
    ".html": re.compile(
        r"{%\s*blocktranslate\b.*?endblocktranslate\s*%}|{%\s*translate\s+(?:\"[^\"]*\"|'[^']*')"
        r"|\b_\((?:\"[^\"]*\"|'[^']*')\)",
        re.DOTALL,
    ),
    ".js": re.compile(r'\bgettext\(\s*"[^"]*"'),
}
MARKERS = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "pgettext", "pgettext_lazy"}
#: The switch names the other language in that language's own words.
IN_ITS_OWN_WORDS = {"templates/_language.html"}
#: Modules that speak to people and hold no data; rules speak of the words of papers.
SPEAKING = re.compile(
    r"^(?!.*/domain/).*/(?:forms|views|templatetags)[/.]|/(?:apps|navigation|permissions|roles|steps)\.py$"
)

#: Context, message and plural: what a catalogue knows an entry by.
Key = tuple[str, str, str]
Entries = dict[Key, polib.POEntry]


def entries_of(catalogue: polib.POFile) -> Entries:
    """The entries that are in use."""
    return {
        (entry.msgctxt or "", entry.msgid, entry.msgid_plural or ""): entry for entry in catalogue if not entry.obsolete
    }


def english(entry: polib.POEntry) -> list[str]:
    """What stands for the message in English: one text, or singular and plural."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def catalogue(name: str, locale: Path = ROOT / "locale") -> polib.POFile:
    """The English catalogue ``name``."""
    return polib.pofile(str(locale / f"en/LC_MESSAGES/{name}.po"))


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Entries]:
    """What ``makemessages`` finds now, by catalogue, taken from a copy of what we wrote."""
    tree, here = tmp_path_factory.mktemp("messages"), Path.cwd()
    for path in own(".py", ".html", ".js"):
        if path.startswith(ROOMS):
            (tree / path).parent.mkdir(parents=True, exist_ok=True)
            (tree / path).write_text(text_of(path), encoding="utf-8")
    os.chdir(tree)
    try:
        with override_settings(LOCALE_PATHS=[tree / "locale"]):
            call_command("makemessages", verbosity=0)
    finally:
        os.chdir(here)
    return {name: entries_of(catalogue(name, tree / "locale")) for name in CATALOGUES}


@pytest.mark.parametrize("name", CATALOGUES)
def test_every_message_has_its_english(fresh: dict[str, Entries], name: str) -> None:
    known = entries_of(catalogue(name))
    assert [key for key in fresh[name] if key not in known or not all(english(known[key]))] == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_english_outlives_its_message(fresh: dict[str, Entries], name: str) -> None:
    committed = catalogue(name)
    assert [key for key in entries_of(committed) if key not in fresh[name]] == []
    assert committed.obsolete_entries() == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_english_is_a_guess(name: str) -> None:
    assert [entry.msgid for entry in catalogue(name).fuzzy_entries()] == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_both_languages_are_filled_in_with_the_same(name: str) -> None:
    differing = [
        (entry.msgid, text)
        for entry in catalogue(name)
        for text in english(entry)
        if set(BLANKS.findall(text)) != set(BLANKS.findall(entry.msgid))
    ]
    assert differing == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_no_english_brings_markup_of_its_own(name: str) -> None:
    differing = [
        (entry.msgid, text)
        for entry in catalogue(name)
        for text in english(entry)
        if sorted(MARKUP.findall(text)) != sorted(MARKUP.findall(entry.msgid))
    ]
    assert differing == []


@pytest.mark.parametrize("name", CATALOGUES)
def test_the_compiled_catalogue_is_the_written_one(name: str) -> None:
    written = {key: english(entry) for key, entry in entries_of(catalogue(name)).items()}
    compiled = entries_of(polib.mofile(str(ROOT / f"locale/en/LC_MESSAGES/{name}.mo")))
    assert {key: english(entry) for key, entry in compiled.items()} == written


def test_in_chinese_every_message_is_itself(fresh: dict[str, Entries]) -> None:
    with translation.override("zh-hans"):
        said = {
            key: {translation.npgettext(context, one, many, number) for number in (1, 2, 5)}
            if many
            else {translation.pgettext(context, one) if context else translation.gettext(one)}
            for key in fresh["django"]
            for context, one, many in [key]
        }
    assert {key: texts for key, texts in said.items() if texts != {key[1]}} == {}


@pytest.mark.parametrize("path", [path for path in own(".html", ".js") if path not in IN_ITS_OWN_WORDS])
def test_no_page_or_script_holds_unmarked_chinese(path: str) -> None:
    kind = Path(path).suffix
    rest = MARKED[kind].sub("", COMMENTS[kind].sub("", text_of(path)))
    assert [line.strip() for line in rest.splitlines() if HAN.search(line)] == []


@pytest.mark.parametrize("path", [path for path in own(".py") if path.startswith(ROOMS) and SPEAKING.search(path)])
def test_no_module_that_speaks_to_people_holds_unmarked_chinese(path: str) -> None:
    assert [text for text in _unmarked(ast.parse(text_of(path))) if HAN.search(text)] == []


def _unmarked(tree: ast.AST) -> Iterator[str]:
    """The texts of a module that are neither marked nor descriptions."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKERS:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        yield from _unmarked(node)
