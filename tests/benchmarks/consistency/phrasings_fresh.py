"""Phrasings in the manner of published reports, written before the reader was changed for the third time."""

from tests.benchmarks.consistency.phrasing import phrasing

FRESH = (
    # income, spending, growth
    phrasing(
        "{y}年，{F}基金当年总收入{inc@亿2}，其中征缴收入{prem@万2}，占当年总收入的{s_prem}；当年总支出{exp@亿2}，收支相抵，当年结余{cur@万2}。",
        s_prem="V01",
    ),
    phrasing("全年实现{F}基金收入{inc}，是上年{inc_prev}的{x_inc}。", x_inc="V01"),
    phrasing(
        "{F}基金收入较上年增减变动{d_inc}，变动幅度{g_inc}，其中{y}年收入{inc}、{y-1}年收入{inc_prev}。",
        d_inc="V01",
        g_inc="V01",
    ),
    phrasing(
        "{y-2}年、{y-1}年、{y}年{F}基金收入分别为{inc_before}、{inc_prev}、{inc}，{y}年较{y-1}年{w:inc|增长|下降}{g_inc}。",
        g_inc="V01",
    ),
    phrasing(
        "从近三年情况看，{F}基金支出{y-2}年为{exp_before}，{y-1}年为{exp_prev}，{y}年为{exp}，"
        "{y}年比上年{w:exp|增加|减少}{d_exp}。",
        d_exp="V01",
    ),
    phrasing(
        "{F}基金支出{exp}，同比{w:exp|增支|减支}{d_exp}（上年同期{exp_prev}），{w:exp|升|降}幅{g_exp}。",
        d_exp="V01",
        g_exp="V01",
    ),
    phrasing(
        "一是保费收入{w:prem|增加|减少}。{y}年{F}保险费收入{prem}，上年{prem_prev}，{w:prem|增加|减少}{d_prem}；"
        "二是待遇支出{w:ben|增加|减少}。{y}年待遇支出{ben}，上年{ben_prev}，{w:ben|增加|减少}{d_ben}。",
        d_prem="V01",
        d_ben="V01",
    ),
    phrasing("{F}基金收入{inc}（比上年{w:inc|增|减}{d_inc}、{w:inc|增长|下降}{g_inc}）。", g_inc="V01"),
    # budgets, adjustment, progress
    phrasing(
        "{F}支出年初预算{bud_exp}，经县人大常委会批准调整为{adj_exp}，全年完成{exp}，完成年初预算的{r_exp}，完成调整预算的{ra_exp}。",
        r_exp="V01",
        ra_exp="V01",
    ),
    phrasing(
        "{F}基金收入年初预算数{bud_inc}，调整预算数{adj_inc}，实际完成数{inc}，为调整预算数的{ra_inc}。", ra_inc="V01"
    ),
    phrasing(
        "{F}基金支出预算调整方案已报批：由{bud_exp}调整到{adj_exp}，净{wa:exp|调增|调减}{a_exp}。",
        a_exp="V01",
    ),
    phrasing("截至12月底，{F}支出{exp}，占年初预算{bud_exp}的{r_exp}，与序时进度基本同步。", r_exp="V01"),
    phrasing(
        "{F}基金预算执行率{r_exp}，较上年的{r_exp_prev}{w:r_exp|提高|下降}{p_exp}。",
        p_exp="V01",
    ),
    phrasing(
        "{F}：收入预算{bud_inc}，完成{inc}，完成率{r_inc}；支出预算{bud_exp}，完成{exp}，完成率{r_exp}。",
        r_inc="V01",
        r_exp="V01",
    ),
    phrasing("{F}基金年初预算收入{bud_inc}、支出{bud_exp}、当年结余{cur_bud}。", cur_bud="V06"),
    phrasing("{F}支出决算数比预算数{bud_exp}{wb:exp|多|少}{b_exp}，支出决算数为{exp}。", b_exp="V01"),
    phrasing(
        "（1）收入预算执行情况：{F}基金收入预算为{bud_inc}，执行数为{inc}，预算完成率为{r_inc}。"
        "（2）支出预算执行情况：支出预算为{bud_exp}，执行数为{exp}，预算完成率为{r_exp}。",
        r_inc="V01",
        r_exp="V01",
    ),
    # lists
    phrasing(
        "{F}基金收入总额{inc@万2}，具体为：1.保险费收入{prem@元2}；2.财政补贴收入{sub@元2}；3.利息收入{int@元2}；"
        "4.转移收入{tra_in@元2}；5.其他收入{oth_in@元2}。",
        inc="V05 V18",
    ),
    phrasing(
        "{F}各级财政补贴{sub}，其中中央财政{sub_c}、自治区财政{sub_u}、县级配套{sub_x}，三级合计{sub}。",
        sub="V05 V18 V02",
    ),
    phrasing("{F}基金支出{exp}，其中统筹基金支出{pooled}、个人账户支出{personal}、其他支出0万元。", exp="V05 V18"),
    phrasing(
        "按支出项目分，{F}基础养老金{base}，个人账户养老金{acct}，丧葬补助金{fune}，待遇支出小计{ben}。", ben="V05"
    ),
    phrasing(
        "{F}基金支出{exp}，占比情况为：待遇支出{ben}，占{s_ben}；转移支出{tra_out}，占{s_tra_out}；其他支出{oth_out}。",
        exp="V05 V18 V01",
        s_tra_out="V01",
    ),
    phrasing("{F}参保人员{part}（在职{act}、退休{ret}）。", part="V05 V18", ret="V05 V18"),
    phrasing(
        "全县{A}、{B}基金收入分别为{A.inc}、{B.inc}，合计{T_inc}；支出分别为{A.exp}、{B.exp}，合计{T_exp}。",
        whole=True,
        T_inc="V05",
        T_exp="V05",
    ),
    phrasing(
        "两项基金年末累计结余{T_cum}。一是{A}基金年末累计结余{A.cum}；二是{B}基金年末累计结余{B.cum}。",
        whole=True,
        T_cum="V05",
    ),
    phrasing(
        "{y}年，{A}基金收入{A.inc}，同比{w:A.inc|增长|下降}{A.g_inc}，上年收入{A.inc_prev}；{B}基金收入{B.inc}，"
        "同比{w:B.inc|增长|下降}{B.g_inc}，上年收入{B.inc_prev}。",
        whole=True,
        also={"A.g_inc": "V01", "B.g_inc": "V01"},
    ),
    # balances
    phrasing(
        "{F}基金上年结转{cum_prev}，本年收入{inc}，收入总计{carried}；本年支出{exp}，年末滚存结余{cum}。",
        carried="V05",
        cum="V06",
    ),
    phrasing(
        "{F}基金收入{inc}，加上年结余{cum_prev}、上级补助收入{grant}，收入总量{granted}。",
        granted="V05",
    ),
    phrasing("当年{F}基金收支相抵后结余{cur}，累计结余由年初的{cum_prev}增加到年末的{cum}。", cum="V06"),
    phrasing("年末{F}基金累计结余{cum}，较上年末{w:cum|增加|减少}{cur}，上年末累计结余{cum_prev}。", cum="V01 V06"),
    phrasing("{F}基金累计结余{cum}，相当于当年支出{exp}的{x_cum}。", x_cum="V01"),
    phrasing("{F}基金累计结余可支付月数{months}，年末累计结余{cum}，全年支出{exp}。", months="V01"),
    phrasing("{F}基金静态支付能力由上年末的{months_prev}变为{months}（累计结余{cum}，当年支出{exp}）。", months="V01"),
    # rates, shares, levels
    phrasing("{F}应参保{due_part}，实际参保{part}，参保率{cover}。", cover="V01"),
    phrasing("{F}参保率达{cover}，比上年{cover_prev}{w:cover|提高|下降}{p_cover}。", p_cover="V01"),
    phrasing("全年应征{F}保险费{due_prem}，实际征缴{prem}，征缴率{levied}。", levied="V01"),
    phrasing(
        "{F}基金收入中，保险费收入{prem}，占{s_prem}；财政补贴收入{sub}，占{s_sub}；基金收入共{inc}。", s_sub="V01"
    ),
    phrasing("保险费收入占{F}基金收入的{s_prem}（{prem}/{inc}）。", s_prem="V01"),
    phrasing("{F}月人均基础养老金由{pen_prev}提高到{pen}，增加{d_pen}，增幅{g_pen}。", d_pen="V01", g_pen="V01"),
    phrasing("{F}人均养老金水平{pen}/月，比上年的{pen_prev}/月增长{g_pen}。", g_pen="V01"),
    phrasing("职工与退休人员比例为{dep}，其中{F}参保在职人员{act}，退休人员{ret}。", dep="V01"),
    phrasing("{F}缴费人数{con}，上年同期{con_prev}，环比上年净{w:con|增|减}{d_con}。", d_con="V01"),
    # targets
    phrasing("{F}领取待遇人数年度指标值{t_rec}，全年实际完成{rec}，指标完成率{c_rec}。", c_rec="V01"),
    phrasing("指标1：{F}领取待遇人数，指标值≥{t_rec_low}，完成值{rec}，得分10分。", rec="V08"),
    phrasing("参保群众满意度：年度目标值≥90%，抽样调查结果{sat}，达到目标要求。", sat="V08"),
    phrasing("绩效目标设定{F}参保人数不低于{t_part}，实际达到{part}，超额完成任务。", part="V08"),
    phrasing("待遇按时发放率绩效目标为100%，实际完成100%；待遇审核准确率目标≥98%，实际完成{sat}。", sat="V08"),
    phrasing("{F}参保{part}，完成省定目标任务{t_part}的{c_part}，参保率达到{cover}。", c_part="V01"),
    # text against form and against itself
    phrasing(
        "{F}项目年初预算数{bud_exp}，全年执行数{exp}，预算执行率{r_exp}。", form=True, exp="V02 V01", r_exp="V02 V01"
    ),
    phrasing("报告期内{F}基金共列支各项支出{exp}。", form=True, exp="V02"),
    phrasing("{F}当年预算安排支出{bud_exp}，主要用于待遇发放。", form=True, bud_exp="V02 V25"),
    phrasing("全县领取{F}待遇{rec}，社会化发放率100%。", form=True, rec="V02"),
    phrasing(
        "{y}年{F}基金支出{exp}。从支出情况看，全年支出{exp}，其中待遇支出{ben}。",
        exp="V02",
    ),
    phrasing("{F}累计结余{cum}，可支付{months}。综上，{F}年末累计结余{cum}，支出{exp}，基金运行安全。", months="V01"),
    # words
    phrasing("作为“十四五”{plan:14}，全县社保工作稳中有进。", plan="V29"),
    phrasing("第一部分 基本情况\n第二部分 绩效目标完成情况\n第{sec:3}部分 存在问题", sec="V29"),
)
