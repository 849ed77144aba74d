"""The words between two figures, from which the second one gets its meaning."""

import re
from dataclasses import dataclass, field

from assessments.domain.narrative.dates import Moment, When
from assessments.domain.narrative.items import BALANCE, CUMULATIVE, CURRENT, PARTICIPANTS, Item, item_of
from assessments.domain.narrative.roles import BUDGETS, ClaimRole
from assessments.domain.narrative.words import ChangeWord, Rated

#: Whose balance is not the fund's.
_NOT_THE_FUNDS = re.compile(r"资金|债|专户|账户|贷款|年金")


#: 应征某险种保险费: the fund's name stands between the words of what is due.
_DUE = re.compile(r"应(?:当)?[征收缴参享领发付支]缴?$")


@dataclass(slots=True)
class Base:
    """The base that a change is measured from: 较上年, 较年初预算, 比2019年."""

    when: When | None = None
    role: ClaimRole | None = None
    words: str = ""
    unknown: bool = False


@dataclass(slots=True)
class Frame:
    """The words since the last figure, sorted by what they do; ``phrases`` are names that a comma or 、 has closed."""

    pieces: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    clause_at: int = 0
    subjects: list[str] = field(default_factory=list)
    scope: str | None = None
    whens: list[When] = field(default_factory=list)
    roles: list[ClaimRole] = field(default_factory=list)
    base: Base | None = None
    comparing: bool = False
    change: ChangeWord | None = None
    exceeding: ChangeWord | None = None
    complete: bool = False
    outcome: bool = False
    share: bool = False
    share_at: int = 0
    whole_subjects: list[str] = field(default_factory=list)
    rate: Rated | None = None
    rate_words: str = ""
    proportion: bool = False
    proportion_of: str = ""
    lasting: bool = False
    per_head: bool = False
    total: bool = False
    total_of: str = ""
    to: bool = False
    source: bool = False
    of: bool = False
    paired: tuple[int, int] | None = None
    each: bool = False
    expects_change: bool = False
    start: int | None = None
    short: ChangeWord | None = None

    # ---- gathering

    def close(self, *, by_and: bool = False) -> None:
        """Ends the open name; names joined by 和 or 、 stay together until a comma."""
        if self.pieces:
            self.phrases.append("".join(self.pieces))
            if by_and:
                self.joined.append(self.phrases[-1])
            self.pieces = []
        if not by_and:
            self.joined = []

    def comma(self) -> None:
        """Forgets what a comma ends; what was named before it is kept."""
        self.close()
        self.clause_at = len(self.phrases)
        if self.change is not None or self.exceeding is not None:
            self.change, self.exceeding, self.comparing = None, None, False
        self.complete = self.share = self.per_head = self.to = self.source = self.proportion = self.of = False
        if not self.outcome:
            self.roles = [ClaimRole.UNSURE] if BUDGETS.intersection(self.roles) else []

    def compare(self) -> None:
        """较, 比, 与…相比."""
        if self.comparing and (self.base and (self.base.when or self.base.role)):
            return
        self.close()
        self.comparing, self.base = True, Base()
        if self.paired is not None:
            whens, roles = self.paired
            self.base.when = self.whens[whens] if self.whens[whens:] else None
            self.base.role = self.roles[roles] if self.roles[roles:] else None
            self.whens, self.roles, self.paired = self.whens[:whens], self.roles[:roles], None

    # ---- what was said

    @property
    def is_short_change(self) -> bool:
        """收入 A，增 B%: nothing but 增, 降 and the like stands between a comma and the figure."""
        alone = self.is_nameless or (len("".join(self.pieces)) == 1 and self.clause_at == len(self.phrases))
        return self.short is not None and alone and self.change is None and not (self.subjects or self.roles)

    @property
    def at_end(self) -> bool:
        return any(when.moment is Moment.END for when in self.whens)

    @property
    def at_start(self) -> bool:
        return any(when.moment is Moment.START for when in self.whens)

    @property
    def of_last_year(self) -> bool:
        return any(when.offset == -1 and not when.same for when in self.whens)

    @property
    def of_year(self) -> bool:
        return any(when.moment is Moment.WHOLE and when.offset in (None, 0) for when in self.whens)

    @property
    def role(self) -> ClaimRole | None:
        """The role that the words name; of 预算 … 完成 the outcome."""
        if not self.roles:
            return None
        last = self.roles[-1]
        if last in BUDGETS and self.outcome:
            return ClaimRole.ACTUAL
        labels = [role for role in self.roles if role in (ClaimRole.INITIAL, ClaimRole.ADJUSTED)]
        return labels[-1] if last is ClaimRole.BUDGET and labels else last

    @property
    def is_bare(self) -> bool:
        """True if nothing but punctuation, 和 or 的 stands there."""
        said = self.pieces or self.phrases or self.subjects or self.whens or self.roles or self.scope is not None
        acts = self.change or self.comparing or self.complete or self.share or self.rate or self.proportion or self.to
        return not (said or acts or self.total or self.lasting)

    @property
    def words(self) -> str:
        """The name right before the figure, as said."""
        return "".join(self.pieces) or (self.phrases[-1] if self.phrases else "")

    @property
    def is_nameless(self) -> bool:
        """True if the clause of the figure names nothing itself."""
        return not self.pieces and self.clause_at == len(self.phrases)

    def named(self) -> Item | None:
        """The measure right before the figure: the open name, else the last one that was closed and names one."""
        for words in ("".join(self.pieces), *reversed(self.phrases)):
            saved_up = self.at_end or self.at_start or self.of_last_year
            if item := item_of(words, at_end=saved_up, of_year=self.of_year):
                return self._narrower(item) or self._with_conjuncts(item, words)
        return None

    def _narrower(self, item: Item) -> Item | None:
        """国债资金上年结余 is no balance of the fund: what stands before the year belongs to the name."""
        due = [words for words in self.phrases[self.clause_at :] if _DUE.search(words)]
        if due and item.known:
            return Item("".join((due[-1], *self.pieces)))
        before = [words for words in self.phrases[self.clause_at :] if _NOT_THE_FUNDS.search(words)]
        is_balance = item.key in (BALANCE, CURRENT, CUMULATIVE)
        return Item("".join((*before, *self.pieces))) if is_balance and before and self.pieces else None

    def _taking_part(self, item: Item) -> Item:
        """参加…保险人数 are those who are insured."""
        joins = any(phrase.endswith("参加") for phrase in self.phrases)
        return Item(PARTICIPANTS, known=True) if item.key == "人数" and joins else item

    def _with_conjuncts(self, item: Item, words: str) -> Item:
        if not self.joined or self.each or words == self.joined[-1]:
            return self._taking_part(item)
        return Item("和".join((*self.joined, words)))
