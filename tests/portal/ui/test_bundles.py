"""Several files as one: what is understood becomes one file, everything else is refused."""

import pytest

from portal.ui.bundles import CannotBundle, entries, flattened

SCRIPTS = {
    "js/a/main.js": (
        'import { one } from "../b/one.js";\nimport { TWO, Three } from "./two.js";\n\nnew Three(one(TWO));\n'
    ),
    "js/a/two.js": 'import { one } from "../b/one.js";\n\nexport const TWO = one(1);\n\nexport class Three {\n}\n',
    "js/b/one.js": "const step = 1;\n\nexport function one(number) {\n  return number + step;\n}\n",
    "js/plain.js": "document.title = 1;\n",
}
BUNDLED = """\
const $module_0 = (() => {
// js/b/one.js
const step = 1;

function one(number) {
  return number + step;
}

return { one };
})();
const $module_1 = (() => {
// js/a/two.js
const { one } = $module_0;

const TWO = one(1);

class Three {
}

return { TWO, Three };
})();
// js/a/main.js
const { one } = $module_0;
const { TWO, Three } = $module_1;

new Three(one(TWO));
"""


def test_a_script_that_no_other_imports_comes_with_all_it_imports_each_once() -> None:
    assert entries(SCRIPTS) == {
        "js/a/main.js": BUNDLED,
        "js/plain.js": "// js/plain.js\ndocument.title = 1;\n",
    }


@pytest.mark.parametrize(
    "text",
    [
        'import "./one.js";',
        'import one from "./one.js";',
        'import * as all from "./one.js";',
        'import { one as two } from "./one.js";',
        'import {\n  one,\n} from "./one.js";',
        'import { one } from "one";',
        'const later = () => import("./one.js");',
        "const here = import.meta.url;",
        "export default 1;",
        "export let number = 1;",
        "export const { a, b } = window;",
        'export { one } from "./one.js";',
        'const answer = await fetch("/");',
        "const $module_1 = 1;",
    ],
)
def test_a_script_that_says_something_else_is_refused(text: str) -> None:
    with pytest.raises(CannotBundle, match=r"^js/main\.js: "):
        entries({"js/main.js": f"{text}\n", "js/one.js": "export const one = 1;\n"})


@pytest.mark.parametrize(
    ("text", "why"), [('"./main.js"', "main.js → js/main.js: goes round"), ('"./none.js"', "js/none.js: is not there")]
)
def test_imports_that_go_round_or_lead_nowhere_are_refused(text: str, why: str) -> None:
    scripts = {"js/main.js": f"import {{ one }} from {text};\n", "js/start.js": 'import { x } from "./main.js";\n'}
    with pytest.raises(CannotBundle, match=why):
        entries(scripts)


def test_a_style_sheet_is_made_of_its_parts_in_their_order() -> None:
    sheets = {
        "css/whole.css": '@import url("b.css");\n@import url("a.css");\n',
        "css/a.css": "a {}",
        "css/b.css": "b {}",
    }
    assert flattened("css/whole.css", sheets) == "b {}\na {}\n"


@pytest.mark.parametrize("text", ['@import url("../b.css");', '@import url("b.css") screen;', '@charset "utf-8";'])
def test_a_style_sheet_that_says_something_else_is_refused(text: str) -> None:
    with pytest.raises(CannotBundle, match=r"^css/whole\.css: "):
        flattened("css/whole.css", {"css/whole.css": text, "css/b.css": "b {}"})
