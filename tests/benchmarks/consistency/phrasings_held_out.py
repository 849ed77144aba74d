"""Phrasings that the reader was not developed on: they were written first and are only used to measure it."""

from tests.benchmarks.consistency.phrasing import phrasing

HELD_OUT = (
    phrasing(
        "{y}年，{F}基金总收入达到{inc}，比{y-1}年的{inc_prev}{w:inc|增长|下降}{g_inc}。", g_inc="V01", inc_prev="V01"
    ),
    phrasing("全年累计征缴{F}费收入{prem}，占基金总收入{inc}的{s_prem}。", s_prem="V01"),
    phrasing(
        "{F}基金本期收入{inc}，本期支出{exp}，收支相抵当期结余{cur}，加上上年结转{cum_prev}，期末滚存结余为{cum}。",
        cur="V06",
        cum="V06",
    ),
    phrasing("年初人代会批准的{F}基金支出预算为{bud_exp}，全年实际列支{exp}，预算执行进度{r_exp}。", r_exp="V01"),
    phrasing(
        "截至{y}年12月底，{F}参保总人数{part}，其中：在职职工{act}，离退休人员{ret}，在职与退休人数之比为{dep}。",
        part="V05 V18",
        dep="V01",
    ),
    phrasing(
        "{F}基金支出完成{exp}，占调整预算{adj_exp}的{ra_exp}，较上年{w:exp|多支出|少支出}{d_exp}，{w:exp|增幅|降幅}{g_exp}。",
        ra_exp="V01",
        g_exp="V01",
    ),
    phrasing(
        "{F}基金收入构成：保险费收入{prem}、财政补贴收入{sub}、利息收入{int}、转移收入{tra_in}、其他收入{oth_in}，合计{inc}。",
        inc="V05",
        prem="V05",
    ),
    phrasing(
        "从支出结构看，{F}基金支出{exp}，包括待遇支出{ben}、转移支出{tra_out}及其他支出{oth_out}。",
        exp="V05 V18",
        ben="V05 V18",
    ),
    phrasing("{y}年末{F}基金滚存结余{cum}，按当年月均支出水平测算，静态可支付{months}，全年支出{exp}。", months="V01"),
    phrasing("{F}基金收入由上年的{inc_prev}{w:inc|增加到|减少到}{inc}，{w:inc|增幅达|降幅达}{g_inc}。", g_inc="V01"),
    phrasing(
        "{F}：全年预算数{bud_exp}，全年执行数{exp}，执行率{r_exp}，执行情况总体良好。", r_exp="V01", exp="V01 V02"
    ),
    phrasing("{y}年度{F}基金支出较年初预算{wb:exp|超支|节约}{b_exp}，年初预算{bud_exp}，决算支出{exp}。", b_exp="V01"),
    phrasing("当年{F}领取待遇人数目标值为{t_rec}，实际完成{rec}，目标完成率{c_rec}。", c_rec="V01"),
    phrasing(
        "{y}年{F}基金实现收入{inc}，同比{w:inc|增收|减收}{d_inc}；发生支出{exp}，同比{w:exp|增支|减支}{d_exp}，"
        "上年收入、支出分别为{inc_prev}、{exp_prev}。",
        d_inc="V01",
        d_exp="V01",
    ),
    phrasing(
        "全县各项社会保险基金总支出{T_exp}，其中：{A}基金支出{A.exp}，{B}基金支出{B.exp}，其他险种基金支出为零。",
        whole=True,
        T_exp="V05 V18 V02",
    ),
    phrasing(
        "{F}保费收入{prem}，财政补贴{sub}，两项分别占基金收入{inc}的{s_prem}和{s_sub}。", s_prem="V01", s_sub="V01"
    ),
    phrasing("本年度{F}基金收入{inc}，其中财政补贴收入{sub}，保险费收入{prem}，利息收入{int}等。", prem="V18"),
    phrasing("{F}支出预算{bud_exp}，实际支出{exp}，完成年度预算的{r_exp}，达到了预期目标。", r_exp="V01"),
    phrasing("按照批复，{y}年{F}基金支出预算安排{bud_exp}。", form=True, bud_exp="V02 V25"),
    phrasing("{y}年{F}基金共支出{exp}，待遇均按月足额社会化发放。", form=True, exp="V02"),
    phrasing("年末享受{F}待遇的人员共{rec}，均纳入社会化管理服务。", form=True, rec="V02"),
    phrasing("{F}年初支出预算{bud_exp}，年中调整为{adj_exp}，{wa:exp|调增|调减}{a_exp}。", a_exp="V01"),
    phrasing(
        "①{F}领取待遇人数年初指标值≥{t_rec_low}，全年完成值{rec}；②待遇发放准确率年初指标值≥99%，全年完成值100%。",
        rec="V08",
    ),
    phrasing("参保人员满意度指标值≥95%，实际完成值{sat}，待遇按时足额发放率指标值100%，实际完成值100%。", sat="V08"),
    phrasing("{y}年{F}基金收支当期结余{cur}，年初累计结余{cum_prev}，年末累计结余{cum}。", cum="V06", cur="V06"),
    phrasing("{F}当期征缴收入占比{s_prem}（保险费收入{prem}÷基金收入{inc}）。", s_prem="V01"),
    phrasing(
        "本年收入{inc}，比上年{w:inc|增加|减少}{d_inc}，{w:inc|增长|下降}{g_inc}。本年支出{exp}，比上年{w:exp|增加|减少}{d_exp}，"
        "{w:exp|增长|下降}{g_exp}。本年收支结余{cur}，年末滚存结余{cum}。",
        g_inc="V01",
        g_exp="V01",
        cur="V06",
    ),
    phrasing(
        "{F}缴费人数{con}（上年{con_prev}），{w:con|增加|减少}{d_con}，{w:con|上升|下降}{g_con}。",
        d_con="V01",
        g_con="V01",
    ),
    phrasing(
        "{F}待遇支出{ben}，包括基础养老金{base}、个人账户养老金{acct}、丧葬补助金等其他待遇{fune}。",
        ben="V05 V18",
        base="V05 V18",
    ),
    phrasing(
        "{y}年{F}基金收入执行数{inc}，为预算数{bud_inc}的{r_inc}；支出执行数{exp}，为预算数{bud_exp}的{r_exp}。",
        r_inc="V01",
        r_exp="V01",
    ),
    phrasing("{F}基金预算完成率为{r_exp}，其中预算{bud_exp}、实际完成{exp}。", r_exp="V01"),
    phrasing("“十四五”规划{plan:14}，{y}年社会保险事业平稳发展。", plan="V29"),
    phrasing(
        "全年为离退休人员发放{F}待遇，待遇支出占基金总支出的{s_ben}，其中基金总支出{exp}，待遇支出{ben}。", s_ben="V01"
    ),
)
