"""Filling the official table in a browser: as fast as a spreadsheet, and nothing is lost."""

import pytest

from tests.e2e.conftest import Enter
from tests.e2e.edit_scene import Bureau, Form, fill_as_filed, make_bureau
from tests.e2e.looks import axe, picture


@pytest.fixture
def bureau(transactional_db: None) -> Bureau:
    return make_bureau()


@pytest.fixture
def form(enter: Enter, bureau: Bureau) -> Form:
    return Form(enter(bureau.clerk).new_page(), bureau).open()


def test_the_form_as_it_was_filed_is_accessible(enter: Enter, transactional_db: None) -> None:
    bureau = make_bureau(rows=0)
    fill_as_filed(bureau)
    form = Form(enter(bureau.clerk).new_page(), bureau).open()
    form.input(bureau.key(2, "actual")).click()
    picture(form.page, "edit-form")
    axe(form.page)
