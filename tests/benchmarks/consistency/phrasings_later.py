"""Phrasings written after the reader had been developed on the first ones, and before it was changed again."""

from tests.benchmarks.consistency.phrasing import phrasing

LATER = (
    phrasing(
        "{y}年{F}基金收入合计{inc}，其中单位和个人缴费{prem}、财政补助{sub}、利息{int}、转入{tra_in}、其他{oth_in}。",
        inc="V05 V18",
        prem="V05 V18",
    ),
    phrasing(
        "{F}基金支出总额为{exp}，与上年{exp_prev}相比，{w:exp|增加|减少}了{d_exp}，{w:exp|增长|下降}了{g_exp}。",
        d_exp="V01",
        g_exp="V01",
    ),
    phrasing("预算支出{bud_exp}，实际支出{exp}，完成率{r_exp}，{F}待遇做到应发尽发。", r_exp="V01"),
    phrasing("截至年末，{F}基金累计结余{cum}，比年初{cum_prev}{w:cum|增加|减少}{cur}。", cur="V01 V06"),
    phrasing(
        "收入方面：{F}全年收入{inc}，为年度预算{bud_inc}的{r_inc}；支出方面：全年支出{exp}，为年度预算{bud_exp}的{r_exp}。",
        r_inc="V01",
        r_exp="V01",
    ),
    phrasing("{y}年，{F}待遇领取人员{rec}，较{y-1}年的{rec_prev}净{w:rec|增|减}{d_rec}。", d_rec="V01"),
    phrasing("{F}基金收支情况：收入{inc}，支出{exp}，当年结余{cur}。", cur="V06"),
    phrasing(
        "全年{F}基金征收{prem}，同比{w:prem|增加|减少}{d_prem}，{w:prem|上升|下降}{g_prem}，上年同期征收{prem_prev}。",
        d_prem="V01",
        g_prem="V01",
    ),
    phrasing(
        "社会保险基金总收入{T_inc}，分险种为：{A}{A.inc}、{B}{B.inc}，其他险种无收入。", whole=True, T_inc="V05 V18"
    ),
    phrasing("年度绩效目标：参保人数{t_part}；完成情况：实际参保{part}，完成率{c_part}。", c_part="V01"),
    phrasing(
        "{F}基金当年缴费收入{prem}、各级财政补贴{sub}，分别占当年总收入{inc}的{s_prem}、{s_sub}。",
        s_prem="V01",
        s_sub="V01",
    ),
    phrasing("{F}养老金社会化发放率目标为≥95%，实际为{sat}。", sat="V08"),
    phrasing("全年支付{F}待遇{ben}，占基金支出（{exp}）的{s_ben}。", s_ben="V01"),
    phrasing("{F}支出完成年初预算的{r_exp}，年初预算为{bud_exp}，全年支出{exp}。", r_exp="V01"),
    phrasing("{F}职工{act}与退休人员{ret}之比为{dep}。", dep="V01"),
    phrasing("{F}基金滚存结余{cum}，支付能力达{months}（当年支出{exp}）。", months="V01"),
    phrasing("本年度{F}决算收入{inc}，较预算数{bud_inc}{wb:inc|多收入|少收入}{b_inc}。", b_inc="V01"),
    phrasing("与{y-1}年相比，{F}基金支出{w:exp|增长|下降}{g_exp}，由{exp_prev}{w:exp|增至|降至}{exp}。", g_exp="V01"),
    phrasing(
        "{F}当年收支结余为{cur}，其中收入{inc}、支出{exp}；历年滚存结余为{cum}，上年末滚存结余为{cum_prev}。",
        cur="V06",
        cum="V06",
    ),
    phrasing("{y}年{F}执行数为{exp}，资金全部用于待遇发放。", form=True, exp="V02"),
    phrasing("年初下达{F}支出预算{bud_exp}。", form=True, bud_exp="V02 V25"),
    phrasing("全年共为{rec}符合条件的领取人员发放了{F}待遇。", form=True, rec="V02"),
    phrasing("{F}基金支出{exp}（年初预算{bud_exp}，执行率{r_exp}）。", r_exp="V01"),
    phrasing(
        "{F}：收入{inc}，支出{exp}，当年结余{cur}，累计结余{cum}（上年累计结余{cum_prev}）。", cur="V06", cum="V06"
    ),
    phrasing(
        "支出构成中，{F}基本待遇支出{ben}，转移支出{tra_out}，其他支出{oth_out}，共计{exp}。", exp="V05", ben="V05"
    ),
    phrasing("{F}参保缴费{con}，完成年度目标{t_con}的{c_con}。", c_con="V01"),
    phrasing("我县{F}基金总支出{exp}，{w:exp|高于|低于}上年{d_exp}，上年为{exp_prev}。", d_exp="V01"),
    phrasing("离退休人员满意度目标≥95%，问卷调查结果为{sat}。", sat="V08"),
    phrasing("{y}年作为“十四五”{plan:14}，任务繁重。", plan="V29"),
    phrasing("{F}利息收入{int}，转移收入{tra_in}，其他收入{oth_in}，三项合计{rest_in}。", rest_in="V05"),
    phrasing(
        "从预算执行看，{F}收入预算执行率{r_inc}（预算{bud_inc}、执行{inc}），支出预算执行率{r_exp}（预算{bud_exp}、执行{exp}）。",
        r_inc="V01",
        r_exp="V01",
    ),
    phrasing(
        "{F}支出调整后预算{adj_exp}，较年初预算{bud_exp}{wa:exp|增加|减少}{a_exp}，全年执行{exp}，执行率{ra_exp}。",
        a_exp="V01",
        ra_exp="V01",
    ),
)
