"""Phrasings that the reader was developed on."""

from tests.benchmarks.consistency.phrasing import phrasing

DEVELOPED_ON = (
    # income and growth
    phrasing(
        "全年完成{F}基金收入{inc}，较上年{w:inc|增收|减收}{d_inc}，同比{w:inc|增长|下降}{g_inc}。",
        g_inc="V01",
        d_inc="V01",
    ),
    phrasing("{y}年{F}基金收入{inc}，比上年{inc_prev}{w:inc|增加|减少}{d_inc}。", d_inc="V01"),
    phrasing("{F}基金总收入{inc}，{w:inc|增长|下降}{g_inc}，上年为{inc_prev}。", g_inc="V01"),
    phrasing(
        "{y-1}年{F}基金收入{inc_prev}，{y}年为{inc}，{w:inc|增加|减少}{d_inc}，{w:inc|增幅|降幅}{g_inc}。",
        g_inc="V01",
        d_inc="V01",
    ),
    phrasing("与上年同期相比，{F}基金收入{w:inc|增加|减少}{d_inc}（本年{inc}，上年{inc_prev}）。", d_inc="V01"),
    phrasing("{F}当年收入{inc}，上年同期收入{inc_prev}，同比{w:inc|上升|下降}{g_inc}。", g_inc="V01"),
    phrasing("本年{F}保险费收入{prem}，去年同期{prem_prev}，{w:prem|增长率|下降率}为{g_prem}。", g_prem="V01"),
    phrasing("{F}基金实现收入{inc}，较上年的{inc_prev}{w:inc|提高|降低}{g_inc}。", g_inc="V01"),
    phrasing("{F}基金收入{inc}（同比{w:inc|增长|下降}{g_inc}），上年收入{inc_prev}。", g_inc="V01"),
    phrasing(
        "{y}年{F}基金收入、支出分别为{inc}、{exp}，{y-1}年收入、支出分别为{inc_prev}、{exp_prev}，"
        "收入{w:inc|增长|下降}{g_inc}，支出{w:exp|增长|下降}{g_exp}。",
        g_inc="V01",
        g_exp="V01",
    ),
    phrasing("{F}基金支出{exp}，比上年同期{w:exp|多支|少支}{d_exp}，上年同期支出{exp_prev}。", d_exp="V01"),
    phrasing(
        "当年{F}待遇支出{ben}，较上年{ben_prev}{w:ben|增支|减支}{d_ben}，{w:ben|增幅|降幅}为{g_ben}。",
        g_ben="V01",
        d_ben="V01",
    ),
    # budgets and execution
    phrasing("{F}基金支出{exp}，完成年初预算{bud_exp}的{r_exp}。", r_exp="V01"),
    phrasing("{F}支出预算数{bud_exp}，决算数{exp}，完成预算的{r_exp}。", r_exp="V01"),
    phrasing("{y}年{F}基金收入预算{bud_inc}，实际完成{inc}，预算完成率{r_inc}。", r_inc="V01"),
    phrasing("年初预算{bud_exp}，调整预算{adj_exp}，实际支出{exp}，占调整预算的{ra_exp}。", ra_exp="V01"),
    phrasing("{F}：预算{bud_exp}，支出{exp}，执行率{r_exp}。", r_exp="V01"),
    phrasing("{F}年初预算支出{bud_exp}，年末累计支出{exp}，预算执行率达到{r_exp}。", r_exp="V01"),
    phrasing("{y}年，{F}基金支出执行{exp}，为年初预算的{r_exp}（年初预算{bud_exp}）。", r_exp="V01"),
    phrasing(
        "{F}基金支出{exp}，较预算{bud_exp}{wb:exp|增加|减少}{b_exp}，{wb:exp|增长|下降}{gb_exp}。",
        b_exp="V01",
        gb_exp="V01",
    ),
    phrasing("{F}基金收入较年初预算{wb:inc|超收|短收}{b_inc}，收入预算{bud_inc}，实际收入{inc}。", b_inc="V01"),
    phrasing("全年{F}基金预算支出{bud_exp}，实际执行{exp}，执行进度为{r_exp}，支出进度与序时进度一致。", r_exp="V01"),
    phrasing(
        "{F}保险费收入预算数{bud_prem}，执行数{prem}，完成预算的{r_prem}；财政补贴收入预算数{bud_sub}，执行数{sub}，完成预算的{r_sub}。",
        r_prem="V01",
        r_sub="V01",
    ),
    phrasing("{F}完成预算收入的{r_inc}，其中收入预算{bud_inc}，收入决算{inc}。", r_inc="V01"),
    phrasing("经批准，{F}支出预算由年初的{bud_exp}调整为{adj_exp}，{wa:exp|增加|减少}{a_exp}。", a_exp="V01"),
    # lists
    phrasing(
        "{y}年{F}基金收入{inc}，其中：保险费收入{prem}，财政补贴收入{sub}，利息收入{int}，转移收入{tra_in}，其他收入{oth_in}。",
        inc="V05 V18",
        prem="V05 V18",
    ),
    phrasing(
        "{F}基金支出累计{exp}，其中待遇支出{ben}，转移支出{tra_out}，其他支出{oth_out}。", exp="V05 V18", ben="V05 V18"
    ),
    phrasing("{F}基金待遇支出{ben}，转移支出{tra_out}，其他支出{oth_out}，本年支出合计{exp}。", exp="V05"),
    phrasing(
        "保险费收入{prem}、财政补贴收入{sub}、利息收入{int}、转移收入{tra_in}、其他收入{oth_in}，{F}基金收入总计{inc}。",
        inc="V05",
    ),
    phrasing("{F}基金收入{inc}（其中：保费收入{prem}，财政补助{sub}，其他各项收入{rest_in}）。", inc="V05 V18"),
    phrasing("{F}支出{exp}。其中，待遇支出{ben}，占{s_ben}。", ben="V18 V01"),
    phrasing("{F}参保{part}，其中在职{act}，退休{ret}。", part="V05 V18", act="V05 V18"),
    phrasing(
        "截至{y}年末，全县参加{F}{part}，较上年末{w:part|增加|减少}{d_part}，其中：在职职工{act}、退休人员{ret}。",
        part="V05 V18",
    ),
    phrasing(
        "本年{F}各项收入{inc}，包括保险费收入{prem}、利息收入{int}、财政补贴收入{sub}及其他{rest2_in}。", inc="V05 V18"
    ),
    phrasing("{A}基金支出{A.exp}，{B}基金支出{B.exp}，两项合计{T_exp}。", whole=True, T_exp="V05"),
    phrasing(
        "各项社会保险基金收入{T_inc}，其中：{A}基金收入{A.inc}，{B}基金收入{B.inc}，其他基金收入0万元。",
        whole=True,
        T_inc="V05 V18 V02",
    ),
    phrasing("全县社会保险基金支出{T_exp}，其中{A}基金支出{A.exp}，{B}基金支出{B.exp}。", whole=True),
    # balances
    phrasing("{y}年{F}基金收入{inc}，支出{exp}，当年收支结余{cur}，年末滚存结余{cum}。", cur="V06"),
    phrasing("{F}基金上年滚存结余{cum_prev}，本年收支结余{cur}，年末滚存结余{cum}。", cum="V06", cur="V06"),
    phrasing("{F}上年结余{cum_prev}，当年收入{inc}，当年支出{exp}，累计结余{cum}。", cum="V06"),
    phrasing("收支相抵，{F}当期结余{cur}（收入{inc}、支出{exp}）。", cur="V06"),
    phrasing("{F}基金总收入、总支出、本年结余分别为{inc}、{exp}、{cur}。", cur="V06"),
    phrasing("{F}基金年初结余{cum_prev}，本年新增结余{cur}，年末累计结余达{cum}。", cum="V06"),
    phrasing(
        "{F}基金当年收入{inc}，当年支出{exp}，收支结余{cur}，加上年结余{cum_prev}，滚存结余{cum}。",
        cum="V06",
        cur="V06",
    ),
    # shares, ratios, months
    phrasing("{F}保险费收入{prem}，占基金收入{inc}的{s_prem}。", s_prem="V01"),
    phrasing("{F}基金收入{inc}，财政补贴收入{sub}，占总收入的{s_sub}。", s_sub="V01"),
    phrasing("{F}基金支出{exp}，其中待遇支出{ben}，占支出总额的比重为{s_ben}。", s_ben="V01"),
    phrasing("待遇支出占基金支出的比例为{s_ben}，{F}基金支出{exp}，待遇支出{ben}。", s_ben="V01"),
    phrasing(
        "{F}收入{inc}，其中：保费收入{prem}，占比{s_prem}；财政补贴{sub}，占比{s_sub}。", s_prem="V01", s_sub="V01"
    ),
    phrasing("{F}在职参保{act}，退休{ret}，抚养比为{dep}。", dep="V01"),
    phrasing("{F}制度抚养比{dep}，在职职工{act}，离退休人员{ret}。", dep="V01"),
    phrasing("{F}累计结余{cum}，当年支出{exp}，静态可支付月数{months}。", months="V01"),
    phrasing("{F}基金支出{exp}，年末累计结余{cum}，可支付{months}。", months="V01"),
    phrasing("{y}年末{F}滚存结余{cum}，支撑能力为{months}，全年支出{exp}。", months="V01"),
    # counts and growth of counts
    phrasing(
        "{F}参保人数{part}，比上年末{part_prev}{w:part|增加|减少}{d_part}，{w:part|增长|下降}{g_part}。",
        d_part="V01",
        g_part="V01",
    ),
    phrasing("领取{F}待遇人数{rec}，较上年{w:rec|增加|减少}{d_rec}，上年领取待遇人数{rec_prev}。", d_rec="V01"),
    phrasing(
        "参加{F}职工{act}、离退休人员{ret}，分别比上年末{w2:act,ret|增加|减少|变动}{d_act}和{d_ret}，上年末在职职工{act_prev}、离退休人员{ret_prev}。",
        d_act="V01",
    ),
    # targets
    phrasing("{F}领取待遇人数{rec}，目标{t_rec}，完成率{c_rec}。", c_rec="V01"),
    phrasing("{F}参保人数达{part}，完成目标任务{t_part}的{c_part}。", c_part="V01"),
    phrasing("{F}缴费人数年初任务数{t_con}，全年完成值{con}，完成率为{c_con}。", c_con="V01"),
    phrasing("领取{F}待遇人数指标值≥{t_rec_low}，全年实际完成值{rec}。", rec="V08"),
    phrasing("退休人员满意度指标值≥95%，完成值{sat}。", sat="V08"),
    phrasing("社会保险待遇发放准确率目标值≥98%，实际完成{sat}，达到预期目标。", sat="V08"),
    phrasing(
        "{F}支出预算执行率目标95%至105%，全年支出{exp}、预算{bud_exp}，完成预算的{r_exp}，达到了预期目标。", r_exp="V01"
    ),
    # text against form and text against text
    phrasing("{y}年{F}基金支出预算{bud_exp}。", form=True, bud_exp="V02 V25"),
    phrasing("{y}年度{F}基金总支出{exp}，保障了待遇按时足额发放。", form=True, exp="V02"),
    phrasing("全年累计支付{F}各项待遇后，基金支出合计达{exp}。", form=True, exp="V02"),
    phrasing("保障{F}领取待遇人员{rec}，发放率100%。", form=True, rec="V02"),
    phrasing("{F}基金本年支出{exp}，执行率{r_exp}。", form=True, exp="V02 V01", r_exp="V01 V02"),
    phrasing("完成年度支出预算的{r_exp}，{F}待遇按时足额发放。", form=True, r_exp="V01 V02"),
    phrasing("{y}年{F}基金收入{inc}，运行平稳。经核对，{y}年{F}基金收入{inc}，与决算一致。", inc="V02"),
    phrasing("{y}年末{F}基金累计结余{cum}。{y}年末，{F}滚存结余{cum}，基金安全完整。", cum="V02"),
    phrasing("{y}年{F}支出预算{bud_exp}。年度执行中，{F}支出预算{bud_exp}未作调整。", bud_exp="V25 V02"),
    # words
    phrasing("{y}年是“十四五”规划的{plan:14}，各项工作有序推进。", plan="V29"),
    phrasing("一、基本情况\n二、主要做法\n{sec:3}、存在问题", sec="V29"),
)
