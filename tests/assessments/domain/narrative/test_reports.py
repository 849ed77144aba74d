"""Grammar of whole reports that was once read wrongly, and what it says."""

from tests.assessments.domain.narrative.texts import claims, figures, values

_FUND = "（一）失业保险"


def test_a_semicolon_ends_a_list_of_parts_joined_by_commas() -> None:
    (parts,) = claims(_FUND, "支付待遇90万元，包括失业保险金60万元、医疗补助金30万元；其他支出5万元。").parts
    assert [part.quantity.printed() for part in parts.parts] == ["60万元", "30万元"]


def test_of_which_splits_the_outcome_and_not_the_budget_behind_it() -> None:
    (parts,) = claims(_FUND, "全年支出95万元，预算安排90万元，执行进度105.56%。其中用于发放待遇92万元。").parts
    assert parts.whole.quantity.printed() == "95万元"


def test_of_which_right_behind_outcome_and_budget_may_split_either() -> None:
    assert claims(_FUND, "全年支出95万元，预算90万元，其中待遇支出92万元。").parts == ()


def test_a_list_by_source_splits_this_years_income() -> None:
    (parts,) = claims(_FUND, "收入95万元，上年为90万元。按来源分：保险费收入80万元，利息收入15万元。").parts
    assert (parts.whole.quantity.printed(), len(parts.parts)) == ("95万元", 2)


def test_a_list_by_spending_splits_no_balance_of_the_sentence_before() -> None:
    assert claims(_FUND, "预算收入95万元，结余2万元。按支出项目分，失业保险金60万元，医疗补助金30万元。").parts == ()


def test_of_which_behind_a_ratio_splits_no_figure_of_sentences_before() -> None:
    words = "缴费人数30人，上年同期40人。满意度95%。职工与退休人员比例为2:1，其中参保在职人员20人，退休人员10人。"
    assert [parts for parts in claims(_FUND, words).parts if parts.whole.quantity.printed() == "30人"] == []


def test_a_figure_without_a_name_spoils_a_list() -> None:
    assert claims("社会保险基金支出9亿元。其中工伤保险3亿元、2亿元，失业保险5亿元。").parts == ()


def test_a_saving_is_measured_from_the_budget() -> None:
    (change,) = claims(_FUND, "按照年初批复的支出预算90万元计算，执行率98%，节支2万元。").changes
    assert (change.now.item, change.now_role.value, change.sign) == ("spending", "actual", -1)


def test_a_budget_that_is_adjusted_is_the_first_one() -> None:
    assert values(_FUND, "年中对支出预算进行了调整，由90万元调增5万元，调整后预算为95万元。") == [
        ("UNEMPLOYMENT", "spending", 2022, "initial_budget", "90万元"),
        ("UNEMPLOYMENT", "spending", 2022, "adjusted_budget", "95万元"),
    ]


def test_one_character_is_a_change_between_a_comma_and_a_rate() -> None:
    (change,) = claims(_FUND, "收入95万元，降5.2%（去年100万元）。").changes
    assert (change.now.item, change.sign, change.stated.printed()) == ("income", -1, "5.2%")


def test_a_share_within_its_whole() -> None:
    (share,) = claims(_FUND, "支付失业保险待遇90万元，在基金支出中占95%。").shares
    assert (share.part.item, share.whole.item) == ("benefits", "spending")


def test_from_to_is_no_band() -> None:
    assert values(_FUND, "保费收入由20万元到28万元。") == [
        ("UNEMPLOYMENT", "premiums", 2021, "actual", "20万元"),
        ("UNEMPLOYMENT", "premiums", 2022, "actual", "28万元"),
    ]


def test_a_count_at_the_years_beginning_is_that_of_the_year_before() -> None:
    years = [year for _whose, _what, year, _role, _figure in values(_FUND, "参保人数从年初的50人增加到年末的60人。")]
    assert years == [2021, 2022]


def test_the_years_end_is_not_the_month_before_it() -> None:
    first, second = claims(_FUND, "参保截至10月底完成50人；截至年底完成60人。").values
    assert (first.key.months, second.key.months) == ("10", "")


def test_what_is_carried_over_is_no_figure_of_next_year() -> None:
    assert [year for _whose, _what, year, _role, _figure in values(_FUND, "结转下年100万元。")] == [2022]


def test_a_total_behind_an_account_may_be_the_accounts() -> None:
    words = "总支出90万元。其中，统筹基金收入60万元、支出50万元；个人账户收入30万元、支出40万元。"
    whose = [subject for subject, item, *_rest in values("（一）职工基本医疗保险", words) if item == "spending"]
    assert whose == ["EMPLOYEE_MEDICAL", "?", "?"]


def test_a_sum_of_two_in_a_sentence_of_its_own() -> None:
    words = "职工医保参保3万人（在职2万人、退休1万人），居民医保参保4万人。两项合计参保7万人。"
    sums = [parts for parts in claims(words).parts if parts.whole.quantity.printed() == "7万人"]
    assert [[part.quantity.printed() for part in parts.parts] for parts in sums] == [["3万人", "4万人"]]


def test_workers_who_are_helped_are_no_count_of_the_insured() -> None:
    assert [claim.certain for claim in claims(_FUND, "惠及企业12户、职工600人。").values][1:] == [False]


def test_the_budget_of_the_same_time_is_this_years() -> None:
    assert values(_FUND, "收入95万元，同期预算90万元。")[1][2:4] == (2022, "budget")


def test_a_yearly_growth_has_its_two_values() -> None:
    (yearly,) = claims(_FUND, "收入从2020年的100万元增加到2022年的121万元，年均增长10%。").yearly
    assert (yearly.years, yearly.sign, yearly.base.quantity.printed()) == (2, 1, "100万元")


def test_a_yearly_growth_without_its_values_is_no_growth_of_the_year() -> None:
    read = claims(_FUND, "收入121万元，年均增长10%。")
    assert (read.yearly, read.changes) == ((), ())


def test_a_standard_that_is_raised_for_each_person() -> None:
    (change,) = claims(_FUND, "月人均养老金由100元提高到110元，每人每月提高10元。").changes
    assert change.stated.printed() == "10元"


def test_a_target_is_called_what_stands_before_the_word_for_setting_it() -> None:
    (goal,) = claims(_FUND, "领取待遇人数，年初设定不少于90人，年末实有95人。").goals
    assert (goal.name, goal.actual and goal.actual.key.item) == ("领取待遇人数", "recipients")


def test_a_rate_of_completion_behind_what_it_is_measured_by() -> None:
    (rate,) = claims(_FUND, "与年初预算90万元相比，收入超收5万元，完成105.6%。").rates
    assert (rate.key.item, rate.over.value) == ("income", "budget")


def test_a_subsidy_for_raising_skills_is_no_rise() -> None:
    assert [figure for _item, figure in figures(_FUND, "稳岗返还90万元、技能提升补贴5万元。")] == ["90万元", "5万元"]


def test_money_raised_and_paid_is_income_and_spending() -> None:
    assert figures(_FUND, "当年筹集基金95万元，支付基金90万元。") == [("income", "95万元"), ("spending", "90万元")]
