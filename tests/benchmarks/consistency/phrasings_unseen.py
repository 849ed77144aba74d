"""Phrasings written after the reader had been changed for the third time, and measured before it was changed again."""

from tests.benchmarks.consistency.phrasing import phrasing

UNSEEN = (
    # income, spending, growth
    phrasing(
        "据统计，{y}年{F}基金共筹集资金{inc}，其中单位和个人缴费{prem}、财政投入{sub}、其他来源{rest_in}。",
        inc="V05 V18",
        prem="V05 V18",
    ),
    phrasing("{F}全年收入{inc}、支出{exp}，收支相抵后净结余{cur}。", cur="V06"),
    phrasing("与{y-1}年决算数{inc_prev}相比，{y}年{F}基金收入{inc}，{w:inc|增加|减少}{d_inc}。", d_inc="V01"),
    phrasing("{F}基金支出同比{w:exp|增幅|降幅}为{g_exp}（{y}年{exp}，{y-1}年{exp_prev}）。", g_exp="V01"),
    phrasing("{F}待遇支出比上年净{w:ben|增加|减少}{d_ben}，上年为{ben_prev}，本年为{ben}。", d_ben="V01"),
    phrasing(
        "{F}基金支出比{y-1}年{w:exp|增加|减少}{d_exp}，{w:exp|增长|下降}{g_exp}；比年初预算{wb:exp|增加|减少}{b_exp}。"
        "{y}年支出{exp}，{y-1}年支出{exp_prev}，年初预算支出{bud_exp}。",
        d_exp="V01",
        g_exp="V01",
        b_exp="V01",
    ),
    phrasing("当年{F}收入{w:inc|增速|降幅}{g_inc}，即由{inc_prev}{w:inc|增至|降至}{inc}。", g_inc="V01"),
    phrasing("{y}年1—12月，{F}基金收入{inc}，支出{exp}，当期结余{cur}。", cur="V06"),
    phrasing(
        "{F}基金收入{inc@亿2}（折合{inc@元2}），同比{w:inc|增长|下降}{g_inc}，上年收入{inc_prev@元2}。", g_inc="V01"
    ),
    phrasing("从收入看，{F}本年{inc}，上年{inc_prev}，{w:inc|增收|减收}{d_inc}。", d_inc="V01"),
    # budgets
    phrasing(
        "{F}预算收入{bud_inc}，实际收入{inc}，{wb:inc|超收|短收}{b_inc}；预算支出{bud_exp}，实际支出{exp}，"
        "{wb:exp|超支|节支}{b_exp}。",
        b_inc="V01",
        b_exp="V01",
    ),
    phrasing(
        "{F}支出预算完成情况：年初预算{bud_exp}，调整后预算{adj_exp}，决算{exp}，为调整后预算的{ra_exp}。", ra_exp="V01"
    ),
    phrasing("{F}基金共支出{exp}，完成年初预算数（{bud_exp}）的{r_exp}。", r_exp="V01"),
    phrasing("{y}年{F}基金收入比预算{wb:inc|多|少}{b_inc}，预算数{bud_inc}，决算数{inc}。", b_inc="V01"),
    phrasing("当年{F}基金收入完成{inc}，占年度计划{bud_inc}的{r_inc}。", r_inc="V01"),
    phrasing("{F}支出年初预算数为{bud_exp}、全年执行数为{exp}、预算执行率为{r_exp}。", r_exp="V01"),
    phrasing("年初安排{F}支出预算{bud_exp}，年中{wa:exp|追加|核减}{a_exp}，调整后为{adj_exp}。", a_exp="V01"),
    phrasing("截至{y}年底{F}支出进度达到{r_exp}（全年预算{bud_exp}，累计支出{exp}），达到序时进度要求。", r_exp="V01"),
    # lists
    phrasing(
        "{F}基金收入{inc}，其中：保险费收入{prem}（占{s_prem}），财政补贴收入{sub}（占{s_sub}），其余{rest_in}。",
        s_prem="V01",
        s_sub="V01",
    ),
    phrasing(
        "{F}基金收入主要由保险费收入（{prem}，占比{s_prem}）、财政补贴收入（{sub}，占比{s_sub}）和其他收入（{rest_in}）构成，合计{inc}。",
        inc="V05",
        s_sub="V01",
    ),
    phrasing("按险种分，{A}支出{A.exp}、{B}支出{B.exp}，共计支出{T_exp}。", whole=True, T_exp="V05"),
    phrasing(
        "{A}、{B}两项基金收入合计{T_inc}，分别为{A.inc}、{B.inc}。",
        whole=True,
        T_inc="V05",
    ),
    phrasing(
        "{A}和{B}基金支出分别为{A.exp}和{B.exp}，预算分别为{A.bud_exp}和{B.bud_exp}，执行率分别为{A.r_exp}和{B.r_exp}。",
        whole=True,
        also={"A.r_exp": "V01", "B.r_exp": "V01"},
    ),
    phrasing("全县{A}参保{A.part}，{B}参保{B.part}，两个险种共参保{T_part}。", whole=True, T_part="V05"),
    phrasing(
        "{F}待遇支出{ben}：基础养老金{base}，个人账户养老金{acct}，丧葬抚恤等其他待遇{fune}。",
        ben="V05 V18",
    ),
    phrasing(
        "{F}支出明细如下：（1）待遇支出{ben}；（2）转移支出{tra_out}；（3）其他支出{oth_out}；合计{exp}。", exp="V05"
    ),
    phrasing(
        "财政补贴{sub}，其中：中央财政补贴{sub_c}，省级财政补贴{sub_u}，县级财政补贴{sub_x}，{F}补贴资金全部到位。",
        sub_c="V18 V05",
    ),
    # balances
    phrasing("{F}基金上年结余{cum_prev}、本年收入{inc}、本年支出{exp}、年末结余{cum}。", cum="V06"),
    phrasing("{F}基金年末滚存结余{cum}，比上年末的{cum_prev}{w:cum|增长|下降}{g_cum}。", g_cum="V01"),
    phrasing("{F}累计结余{cum}，较年初净增{cur}，年初结余{cum_prev}。", cur="V01 V06"),
    phrasing("{F}收支差额{cur}，即当年收入{inc}减去当年支出{exp}。", cur="V06"),
    phrasing("{F}当年结余{cur}，当年结余率{kept}，当年收入{inc}。", kept="V01"),
    phrasing("{F}基金支出{exp}，相当于当年收入{inc}的{used}。", used="V01"),
    phrasing("{F}基金备付能力{months}，累计结余{cum}，当年支出{exp}。", months="V01"),
    phrasing("{F}累计结余{cum}，按月均支出计算可供支付{months}，当年支出{exp}。", months="V01"),
    # rates, levels, ratios
    phrasing("{F}保费征缴率为{levied}，其中应缴{due_prem}，实缴{prem}。", levied="V01"),
    phrasing("{F}参保覆盖率{cover}（应参保{due_part}，已参保{part}）。", cover="V01"),
    phrasing("{F}应参保{due_part}，已参保{part}，未参保{left}。", left="V01"),
    phrasing("{F}缴费人数{con}、待遇领取人数{rec}，缴领比{fed}。", fed="V01"),
    phrasing("{F}月平均待遇由{pen_prev}/人提高至{pen}/人，提高了{d_pen}。", d_pen="V01"),
    phrasing("{F}参保率{cover}，较去年的{cover_prev}{w:cover|上升|降低}了{p_cover}。", p_cover="V01"),
    phrasing("{F}现有待遇领取人员{rec}，去年末为{rec_prev}，一年来{w:rec|增加|减少}{d_rec}。", d_rec="V01"),
    phrasing(
        "待遇支出{ben}，占{F}总支出{exp}的比例为{s_ben}，其中基础养老金占总支出的{s_base}（{base}）。", s_ben="V01"
    ),
    # targets
    phrasing("年度目标：{F}参保人数{t_part}。实际完成：{part}。完成率：{c_part}。", c_part="V01"),
    phrasing("{F}领取待遇人数（指标值≥{t_rec_low}）实际完成{rec}。", rec="V08"),
    phrasing("绩效目标“{F}领取待遇人数≥{t_rec_low}”，实际完成{rec}。", rec="V08"),
    phrasing("{F}领取待遇人数目标{t_rec}、实际{rec}，完成率{c_rec}。", c_rec="V01"),
    phrasing("服务对象满意度指标值：≥95%；实际完成值：{sat}；自评得分：10分。", sat="V08"),
    phrasing("待遇发放及时率：目标≥98%，实际{sat}，完成目标。", sat="V08"),
    # text against form and against itself
    phrasing(
        "按时足额支付{F}待遇，全年基金支出{exp}，占年初预算数的{r_exp}。", form=True, exp="V02 V01", r_exp="V01 V02"
    ),
    phrasing("{F}本年决算支出{exp}，较好地保障了待遇发放。", form=True, exp="V02"),
    phrasing("年初批复{F}支出{bud_exp}。", form=True, bud_exp="V02 V25"),
    phrasing("{F}领取待遇人员合计{rec}，做到应发尽发。", form=True, rec="V02"),
    phrasing("{y}年{F}基金收入{inc@亿4}。二、收入分析。{y}年{F}收入{inc@元2}，其中保险费收入{prem@元2}。", inc="V02"),
    # words
    phrasing("“十四五”{plan:14}，我们坚持稳字当头。", plan="V29"),
    phrasing("（一）参保情况\n（二）收支情况\n（{sec:3}）存在的困难", sec="V29"),
)
