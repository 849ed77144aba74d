"""Figures that follow from those of a fund's year without any chance: more rates, per heads, three years, levels."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from tests.benchmarks.consistency.figure import Figure

_CENT = Decimal("0.01")


def _cent(value: Decimal) -> Decimal:
    return value.quantize(_CENT, ROUND_HALF_UP)


def _due(value: Decimal, room: int) -> Decimal:
    """Of how many (or how much) ``value`` is some 90 to 99 %."""
    return (value * (1000 + 12 + int(value) % room) / 1000).quantize(Decimal(1) if value == int(value) else _CENT)


def further(known: Mapping[str, Figure]) -> dict[str, Figure]:
    """More figures of the same year, which agree with the ``known`` ones."""
    value = {name: figure.value for name, figure in known.items()}
    return _of_money(value) | _of_rates(value) | _of_heads(value) | _of_accounts(value) | _of_years(value)


def _of_accounts(value: Mapping[str, Decimal]) -> dict[str, Figure]:
    """Of the pooled fund and the personal accounts, into which the spending of ``_of_money`` is split."""
    pooled = _cent(value["exp"] * Decimal("0.63"))
    pool_cur, pool_before = _cent(value["cur"] * Decimal("0.6")), _cent(value["cum_prev"] * Decimal("0.7"))
    money = {
        "pool_in": pooled + pool_cur,
        "pers_in": value["inc"] - pooled - pool_cur,
        "pool_cur": pool_cur,
        "pers_cur": value["cur"] - pool_cur,
        "pool_cum": pool_before + pool_cur,
        "pers_cum": value["cum"] - pool_before - pool_cur,
    }
    return {name: Figure(each, "money") for name, each in money.items()}


def _of_years(value: Mapping[str, Decimal]) -> dict[str, Figure]:
    """What is held against other years or other counts: shares of last year, growth over two years, per heads."""
    before = _cent(value["inc_prev"] * Decimal("0.93"))
    share, last = value["prem"] / value["inc"], value["prem_prev"] / value["inc_prev"]
    return {
        "g_two": Figure(abs(value["inc"] / before - 1), "rate"),
        "y_two": Figure(abs((value["inc"] / before).sqrt() - 1), "rate"),
        "s_prem_prev": Figure(last, "rate"),
        "p_s_prem": Figure(abs(share - last), "points"),
        "per_rec": Figure(_cent(value["ben"] * 10000 / value["rec"]), "yuan"),
        "s_ret": Figure(value["ret"] / value["part"], "rate"),
        "s_pooled": Figure(_cent(value["exp"] * Decimal("0.63")) / value["exp"], "rate"),
    }


def _of_money(value: Mapping[str, Decimal]) -> dict[str, Figure]:
    central, upper = _cent(value["sub"] * Decimal("0.6")), _cent(value["sub"] * Decimal("0.25"))
    pooled = _cent(value["exp"] * Decimal("0.63"))
    grant = _cent(value["sub"] * Decimal("0.4"))
    money = {
        "gap": abs(value["cur"]),
        "sub_c": central,
        "sub_u": upper,
        "sub_x": value["sub"] - central - upper,
        "pooled": pooled,
        "personal": value["exp"] - pooled,
        "carried": value["inc"] + value["cum_prev"],
        "grant": grant,
        "granted": value["inc"] + value["cum_prev"] + grant,
        "due_prem": _due(value["prem"], 70),
        "inc_before": _cent(value["inc_prev"] * Decimal("0.93")),
        "exp_before": _cent(value["exp_prev"] * Decimal("0.91")),
        "cur_bud": value["bud_inc"] - value["bud_exp"],
    }
    return {name: Figure(each, "money") for name, each in money.items()}


def _of_rates(value: Mapping[str, Decimal]) -> dict[str, Figure]:
    covered = value["part"] / _due(value["part"], 60)
    before = value["part_prev"] / _due(value["part_prev"], 90)
    last_budget = value["exp_prev"] * (1 + Decimal(int(value["exp_prev"]) % 40 + 5) / 1000)
    rates = {
        "cover": covered,
        "cover_prev": before,
        "levied": value["prem"] / _due(value["prem"], 70),
        "r_exp_prev": value["exp_prev"] / last_budget,
        "s_base": value["base"] / value["exp"],
        "s_tra_out": value["tra_out"] / value["exp"],
        "s_int": value["int"] / value["inc"],
        "s_rest": value["rest_in"] / value["inc"],
        "g_cum": abs(value["cum"] / value["cum_prev"] - 1),
        "kept": abs(value["cur"]) / value["inc"],
        "used": value["exp"] / value["inc"],
    }
    found = {name: Figure(each, "rate") for name, each in rates.items()}
    found["p_cover"] = Figure(abs(covered - before), "points")
    found["p_exp"] = Figure(abs(value["r_exp"] - rates["r_exp_prev"]), "points")
    found["x_inc"] = Figure(value["inc"] / value["inc_prev"], "times")
    found["x_cum"] = Figure(value["cum"] / value["exp"], "times")
    found["fed"] = Figure(value["con"] / value["rec"], "ratio")
    found["months_prev"] = Figure(value["cum_prev"] / value["exp_prev"] * 12, "months")
    return found


def _of_heads(value: Mapping[str, Decimal]) -> dict[str, Figure]:
    pension = _cent(value["base"] * 10000 / value["rec"] / 12)
    before = _cent(pension * (1000 - 20 - int(value["rec"]) % 60) / 1000)
    found = {"pen": Figure(pension, "yuan"), "pen_prev": Figure(before, "yuan")}
    found["d_pen"] = Figure(pension - before, "yuan")
    found["g_pen"] = Figure(pension / before - 1, "rate")
    found["due_part"] = Figure(_due(value["part"], 60), "heads")
    found["left"] = Figure(found["due_part"].value - value["part"], "heads")
    return found
