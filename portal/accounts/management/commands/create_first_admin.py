"""``create_first_admin``: a new installation's prefecture, finance bureau and first business administrator."""

import os
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal import clock
from portal.accounts.services.founding import found_prefecture

#: What is asked for, with an example; without a terminal it comes from FIRST_ADMIN_<NAME>.
QUESTIONS = {
    "code": ("地区（州）的区划代码", "653100"),
    "name": ("地区（州）名称", "喀什地区"),
    "province": ("所在自治区（省）", "新疆维吾尔自治区"),
    "unit_name": ("财政局全称", "喀什地区财政局"),
    "username": ("登录名", "kashi-admin"),
    "full_name": ("姓名", "李慧敏"),
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
        self.stdout.write(f"登录名 {person.username}，初始密码 {password}（只显示这一次，首次登录须修改）")

    def _answer(self, key: str, *, interactive: bool) -> str:
        variable = f"FIRST_ADMIN_{key.upper()}"
        question, example = QUESTIONS[key]
        answer = os.environ.get(variable, "").strip()
        if not answer and interactive:
            answer = input(f"{question}（例如 {example}）：").strip()
        if not answer:
            raise CommandError(f"{question}（{variable}）没有填。")
        return answer
