"""The last set of phrasings: written after all development, measured before anything was changed again."""

from tests.benchmarks.consistency.phrasing import phrasing

LAST = (
    phrasing(
        "{y}年，{F}基金收入{inc}，同比{w:inc|增长|下降}{g_inc}，上年收入{inc_prev}；完成预算的{r_inc}，预算为{bud_inc}。",
        g_inc="V01",
        r_inc="V01",
    ),
    phrasing(
        "全年{F}基金总支出{exp}，较上年决算数{exp_prev}{w:exp|增加|减少}{d_exp}，{w:exp|增长|下降}{g_exp}，主要是退休人数变化所致。",
        d_exp="V01",
        g_exp="V01",
    ),
    phrasing(
        "{F}本年收入预算数{bud_inc}，决算数{inc}，完成预算的{r_inc}。其中，保险费收入预算数{bud_prem}，决算数{prem}，完成预算的{r_prem}。",
        r_inc="V01",
        r_prem="V01",
    ),
    phrasing("截至{y}年12月31日，全县{F}参保{part}，其中：在职{act}，退休{ret}。", part="V05 V18"),
    phrasing(
        "{y}年，全县社会保险基金收入{T_inc}，其中：{A}基金收入{A.inc}，比上年变动{A.g_inc}；{B}基金收入{B.inc}，"
        "比上年变动{B.g_inc}；其他基金没有收入。",
        whole=True,
        T_inc="V05 V18",
    ),
    phrasing("{F}基金当期结余{cur}（收入{inc}－支出{exp}）。", cur="V06"),
    phrasing(
        "{F}基金年末滚存结余{cum}，其中上年结转{cum_prev}，本年结余{cur}。", cum="V05 V06 V18", cum_prev="V06 V18"
    ),
    phrasing("预算执行情况：{F}年初预算{bud_exp}，全年支出{exp}，预算完成率{r_exp}。", r_exp="V01"),
    phrasing("{F}基金支出执行率为{r_exp}，即实际支出{exp}与预算{bud_exp}之比。", r_exp="V01"),
    phrasing("全年共征收{F}保险费{prem}，比去年的{prem_prev}{w:prem|多|少}{d_prem}。", d_prem="V01"),
    phrasing("{F}基金收入的{s_prem}来自保险费，即{prem}，基金收入为{inc}。", s_prem="V01"),
    phrasing(
        "保险费收入{prem}，占{F}基金总收入的比重为{s_prem}；财政补贴收入{sub}，占比为{s_sub}；基金总收入{inc}。",
        s_prem="V01",
        s_sub="V01",
    ),
    phrasing("{F}在职职工{act}，离退休人员{ret}，职退比为{dep}。", dep="V01"),
    phrasing("按照当年支出{exp}计算，{F}累计结余{cum}可支付{months}。", months="V01"),
    phrasing("{F}领取待遇人数年初目标值{t_rec}，年末实际值{rec}，目标完成率为{c_rec}，偏差在合理范围。", c_rec="V01"),
    phrasing(
        "①{F}领取待遇人数：指标值≥{t_rec_low}，完成值{rec}；②满意度：指标值≥90%，完成值{sat}。",
        rec="V08",
        sat="V08",
    ),
    phrasing("{y-1}年末{F}累计结余{cum_prev}，{y}年当期结余{cur}，{y}年末累计结余{cum}。", cum="V06", cur="V06"),
    phrasing(
        "{F}待遇支出{ben}，其中基础养老金{base}、个人账户养老金{acct}、其他待遇{fune}。", ben="V05 V18", acct="V05 V18"
    ),
    phrasing("{F}调整后支出预算{adj_exp}，实际支出{exp}，完成调整后预算的{ra_exp}。", ra_exp="V01"),
    phrasing("{y}年县本年度{F}实际支出{exp}，已按规定全部发放到位。", form=True, exp="V02"),
    phrasing("{y}年批复的{F}支出年初预算为{bud_exp}，年中未调整。", form=True, bud_exp="V02 V25"),
    phrasing("年末{F}领取待遇人数{rec}。", form=True, rec="V02"),
    phrasing("{F}全年支出{exp}，完成年初预算的{r_exp}，保障有力。", form=True, exp="V02 V01", r_exp="V02 V01"),
    phrasing("{F}支出由{exp_prev}{w:exp|上升到|下降到}{exp}，{w:exp|增长|下降}{g_exp}。", g_exp="V01"),
    phrasing(
        "{F}收入、支出预算分别为{bud_inc}、{bud_exp}，执行数分别为{inc}、{exp}，执行率分别为{r_inc}、{r_exp}。",
        r_inc="V01",
        r_exp="V01",
    ),
    phrasing("转移支出{tra_out}，其他支出{oth_out}，待遇支出{ben}，以上三项合计{exp}，即{F}基金全部支出。", exp="V05"),
    phrasing(
        "{F}上年缴费人数{con_prev}，本年缴费人数{con}，{w:con|增加|减少}{d_con}，{w:con|增长|下降}{g_con}。",
        d_con="V01",
        g_con="V01",
    ),
    phrasing("“十四五”{plan:14}之际，社会保障卡持有率稳步提高。", plan="V29"),
    phrasing("{F}支出比年初预算{bud_exp}{wb:exp|超支|节支}{b_exp}，实际支出{exp}。", b_exp="V01"),
)
