"""``create_first_admin``: a new installation's prefecture, finance bureau and first business administrator."""

import os
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal import clock
from portal.accounts.services.founding import found_prefecture

#: What is asked for, with an example; without a terminal it comes from FIRST_ADMIN_<NAME>.
QUESTIONS = {
    "code": (_("地区（州）的区划代码"), "653100"),
    "name": (_("地区（州）名称"), "喀什地区"),
    "province": (_("所在自治区（省）"), "新疆维吾尔自治区"),
    "unit_name": (_("财政局全称"), "喀什地区财政局"),
    "username": (_("登录名"), "kashi-admin"),
    "full_name": (_("姓名"), "李慧敏"),
}


class Command(BaseCommand):
    """Asks for what it needs, or reads it from the environment with ``--no-input``; prints the first password once."""

    help = "Creates the first business administrator of a prefecture."

    def add_arguments(self, parser: CommandParser) -> None:
        """``--no-input`` for scripts."""
        parser.add_argument("--no-input", action="store_false", dest="interactive", help="read FIRST_ADMIN_* instead")

    def handle(self, *args: Any, **options: Any) -> None:
        """Creates and prints."""
        answers = {key: self._answer(key, interactive=options["interactive"]) for key in QUESTIONS}
        try:
            person, password = found_prefecture(at=clock.now(), **answers)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        told = gettext("登录名 %(username)s，初始密码 %(password)s（只显示这一次，首次登录须修改）")
        self.stdout.write(told % {"username": person.username, "password": password})

    def _answer(self, key: str, *, interactive: bool) -> str:
        variable = f"FIRST_ADMIN_{key.upper()}"
        question, example = QUESTIONS[key]
        answer = os.environ.get(variable, "").strip()
        if not answer and interactive:
            asked = gettext("%(question)s（例如 %(example)s）：") % {"question": question, "example": example}
            answer = input(asked).strip()
        if not answer:
            told = gettext("%(question)s（%(variable)s）没有填。")
            raise CommandError(told % {"question": question, "variable": variable})
        return answer
