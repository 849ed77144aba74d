"""A closing set of phrasings: written after the last change of the reader, measured once, and not tuned to."""

from tests.benchmarks.consistency.phrasing import phrasing

CLOSING = (
    phrasing("{y}年，全县{F}基金实现总收入{inc}，总支出{exp}，年度结余{cur}。", cur="V06"),
    phrasing("{F}基金收入总额达到{inc}，上年为{inc_prev}，同比净{w:inc|增加|减少}{d_inc}。", d_inc="V01"),
    phrasing("较上年相比，{F}支出{w:exp|增加|减少}{d_exp}，今年支出{exp}，去年支出{exp_prev}。", d_exp="V01"),
    phrasing("{F}当年支出{exp}，同比{w:exp|增长|下降}{g_exp}，去年同期支出为{exp_prev}。", g_exp="V01"),
    phrasing("{F}全年计划收入{bud_inc}，实际到账{inc}，完成计划的{r_inc}。", r_inc="V01"),
    phrasing("支出预算批复数{bud_exp}，{F}实际列支{exp}，预算执行率{r_exp}。", r_exp="V01"),
    phrasing("{F}预算调整前支出{bud_exp}，调整后支出{adj_exp}，实际支出{exp}，完成调整后预算{ra_exp}。", ra_exp="V01"),
    phrasing("{F}基金收入由三部分组成：保险费{prem}，财政补贴{sub}，其他{rest_in}，总计{inc}。", inc="V05"),
    phrasing("基金支出{exp}。按用途分：待遇支出{ben}，转移支出{tra_out}，其他支出{oth_out}。", exp="V05 V18"),
    phrasing("{F}财政补贴收入{sub}，占收入的{s_sub}，收入{inc}。", s_sub="V01"),
    phrasing("保险费收入在{F}基金收入中占{s_prem}，二者分别为{prem}和{inc}。", s_prem="V01"),
    phrasing("{F}年末结余{cum}，其中当年结余{cur}，历年结余{cum_prev}。", cum="V05 V06 V18", cum_prev="V18 V06"),
    phrasing("{F}期初结余{cum_prev}，本期收入{inc}，本期支出{exp}，期末结余{cum}。", cum="V06"),
    phrasing("按{y}年支出{exp}测算，{F}累计结余{cum}能够支付{months}。", months="V01"),
    phrasing("{F}基金支付能力为{months}，较上年末有所变化，累计结余{cum}，年支出{exp}。", months="V01"),
    phrasing("{F}应参保人数{due_part}，参保人数{part}，参保率{cover}。", cover="V01"),
    phrasing("{F}参保{part}，其中在职职工{act}、退休职工{ret}。", part="V05 V18"),
    phrasing("{F}参保人数从{part_prev}{w:part|增加到|减少到}{part}，净{w:part|增|减}{d_part}。", d_part="V01"),
    phrasing("年初确定{F}领取待遇人数目标{t_rec}，年末完成{rec}，完成率达{c_rec}。", c_rec="V01"),
    phrasing("满意度目标值≥95%，经测评为{sat}。", sat="V08"),
    phrasing("{y}年度{F}基金支出总计{exp}，全部按时足额发放。", form=True, exp="V02"),
    phrasing("{y}年{F}支出预算为{bud_exp}，执行中未调整。", form=True, bud_exp="V02 V25"),
    phrasing(
        "{A}基金结余{A.cur}（收入{A.inc}、支出{A.exp}），{B}基金结余{B.cur}（收入{B.inc}、支出{B.exp}）。",
        whole=True,
        also={"A.cur": "V06", "B.cur": "V06"},
    ),
)
