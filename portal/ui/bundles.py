"""One file of what a browser would fetch piece by piece: a script with what it imports, a style sheet with its parts.

It takes the forms that our own scripts and styles use and refuses every other, so that collecting stops, not a page.
"""

import posixpath
import re
from collections.abc import Iterable, Mapping

#: Texts by the names under which they are served.
Sources = Mapping[str, str]

_IMPORT = re.compile(r'^import \{ (\w+(?:, \w+)*) \} from "(\.{1,2}/[\w./-]+\.js)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:(?:async )?function\*?|class|const) (\w+))", re.MULTILINE)
_WAITS = r"^(?:(?:const|let|var) [^=]+= )?await\b.*"
_FOREIGN = re.compile(rf"^\s*(?:import|export)\b.*|{_WAITS}|\bimport[(.].*|\$module_\d.*", re.MULTILINE)
_PART = re.compile(r'^@import url\("([\w-]+\.css)"\);$', re.MULTILINE)
_FOREIGN_PART = re.compile(r"@import\b.*|@charset\b.*")


class CannotBundle(ValueError):
    """A file says something that cannot be put into one with others."""


def entries(scripts: Sources) -> dict[str, str]:
    """The scripts that no other script imports, each with all that it imports, however deep."""
    imported = {target for name in scripts for target in imports_of(name, scripts[name])}
    return {name: bundle(name, scripts) for name in scripts if name not in imported}


def imports_of(name: str, text: str) -> list[str]:
    """The names of the scripts that ``text`` imports, in its order."""
    return [posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) for _, path in _IMPORT.findall(text)]


def bundle(entry: str, scripts: Sources) -> str:
    """One module that does what ``entry`` does: each module in a function of its own, those it imports before it."""
    order = list(dict.fromkeys(_in_order(entry, scripts, ())))
    numbers = {name: number for number, name in enumerate(order)}
    inner = [_closed(name, scripts[name], numbers) for name in order[:-1]]
    return "".join([*inner, _opened(entry, scripts[entry], numbers)])


def _in_order(name: str, scripts: Sources, path: tuple[str, ...]) -> Iterable[str]:
    if name in path or name not in scripts:
        raise CannotBundle(f"{' → '.join((*path, name))}: {'goes round' if name in path else 'is not there'}")
    for target in imports_of(name, scripts[name]):
        yield from _in_order(target, scripts, (*path, name))
    yield name


def _closed(name: str, text: str, numbers: Mapping[str, int]) -> str:
    exported = ", ".join(_EXPORT.findall(text))
    body = _opened(name, text, numbers)
    return f"const $module_{numbers[name]} = (() => {{\n{body}\nreturn {{ {exported} }};\n}})();\n"


def _opened(name: str, text: str, numbers: Mapping[str, int]) -> str:
    """The body of a module, its imports taken from the modules that stand before it."""
    if foreign := _FOREIGN.search(_EXPORT.sub("", _IMPORT.sub("", text))):
        raise CannotBundle(f"{name}: {foreign[0].strip()}")
    targets = iter(imports_of(name, text))
    body = _IMPORT.sub(lambda found: f"const {{ {found[1]} }} = $module_{numbers[next(targets)]};", text)
    return f"// {name}\n{_EXPORT.sub('', body)}"


def parts_of(text: str) -> list[str]:
    """The style sheets beside it that ``text`` is made of, in its order."""
    return _PART.findall(text)


def flattened(name: str, sheets: Sources) -> str:
    """One style sheet that says what ``name`` and its parts say."""
    folder = posixpath.dirname(name)
    flat = _PART.sub(lambda found: sheets[posixpath.join(folder, found[1])], sheets[name])
    if foreign := _FOREIGN_PART.search(flat):
        raise CannotBundle(f"{name}: {foreign[0]}")
    return flat
