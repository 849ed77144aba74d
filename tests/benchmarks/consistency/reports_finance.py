"""Four whole reports in the manner of finance bureaus, written before the rules had read them."""

from tests.benchmarks.consistency.template import template

FINANCE_REPORTS = (
    template(
        "settled accounts",
        r"""
        {y}年社会保险基金预算执行情况及{y+1}年预算草案说明
        一、{y}年预算执行情况
        {y}年全县社会保险基金收入完成{T_inc@万0#V05 V06}，支出完成{T_exp@万0#V05 V06}，\
        本年收支结余{T_cur@万0#V06 V05}，\
        年末滚存结余{T_cum@万0#V05}。
        分项目执行情况如下：
        1.{A}基金收入{A.inc@万0#V06 V01}，为预算的{A.r_inc#V01}（预算数{A.bud_inc@万0}），比上年执行数\
        {w:A.inc|增加|减少}{A.d_inc@万0#V01}，{w:A.inc|增长|下降}{A.g_inc#V01}。支出{A.exp@万0#V06 V01}，\
        为预算的{A.r_exp#V01 V02}\
        （预算数{A.bud_exp@万0}），比上年执行数{w:A.exp|增加|减少}{A.d_exp@万0#V01}，{w:A.exp|增长|下降}{A.g_exp#V01}。\
        本年收支结余{A.cur@万0#V06 V05}，年末滚存结余{A.cum@万0}。
        2.{B}基金收入{B.inc@万0#V06 V01}，为预算的{B.r_inc#V01}（预算数{B.bud_inc@万0}）。支出{B.exp@万0#V06 V01}，\
        为预算的{B.r_exp#V01 V02}\
        （预算数{B.bud_exp@万0}）。本年收支结余{B.cur@万0#V06 V05}，年末滚存结余{B.cum@万0}。
        二、{y+1}年预算草案
        按照“以收定支、收支平衡、略有结余”的原则编制。{y+1}年{A}基金收入预计增长5.2%，支出预计增长6.8%。
        三、一般公共预算支持情况
        {y}年县级一般公共预算安排社会保障和就业支出38652万元，占一般公共预算支出的14.6%。
        """,
        form=True,
    ),
    template(
        "pasted table",
        r"""
        {A}基金{y}年度决算说明
        一、收支总表（单位：万元）
        项目 年初预算数 决算数 完成预算%
        一、基金收入 {A.bud_inc@万2} {A.inc@万2} {A.r_inc#V01}
        其中：保险费收入 {A.bud_prem@万2} {A.prem@万2} {A.r_prem#V01}
        财政补贴收入 {A.bud_sub@万2} {A.sub@万2} {A.r_sub#V01}
        二、基金支出 {A.bud_exp@万2#V02 V25 V01} {A.exp@万2#V02 V01} {A.r_exp#V01}
        二、说明
        （一）收入方面。{y}年决算收入{A.inc@亿2}，年初预算{A.bud_inc@亿2}。保险费收入{A.prem@万2}，\
        完成预算{A.bud_prem@万2}的{A.r_prem#V01}；\
        财政补贴收入{A.sub@万2}，完成预算{A.bud_sub@万2}的{A.r_sub#V01}。
        （二）支出方面。决算支出{A.exp@万2#V02 V01 V06}，\
        比{y-1}年决算数{A.exp_prev@万2}{w:A.exp|增加|减少}{A.d_exp@万2#V01}，\
        {w:A.exp|上升|下降}{A.g_exp#V01}。
        （三）结余方面。本年收支相抵后结余{A.cur@万2#V06}，历年滚存结余{A.cum@万2#V06}（其中上年结转{A.cum_prev@万2}）。
        三、近三年收入
        {y-2}年{A.inc_before@万2}、{y-1}年{A.inc_prev@万2}、{y}年{A.inc@万2}，\
        {y}年较{y-2}年{w3:A.inc|增长|下降}{A.g_two#V01}。
        """,
        form=True,
    ),
    template(
        "audit tone",
        r"""
        {y}年度社会保险基金绩效重点评价报告
        摘要：评价组对{A}、{B}两项基金开展了重点评价，涉及预算支出{T_bud_exp#V05}，实际支出{T_exp#V05 V01}。
        一、{A}基金
        1.投入。年初批复支出预算{A.bud_exp#V05 V25 V02 V01}，其中待遇支出占绝大部分。
        2.过程。实际支出{A.exp#V01 V02 V05}，预算执行率{A.r_exp#V01 V02}，偏离度{A.gb_exp}。按照评分办法，\
        执行率在95%至105%之间得满分，\
        每偏离1个百分点扣0.5分，该项满分10分，得10分。
        3.产出。领取待遇人数{A.rec#V02}，上年{A.rec_prev}，{w:A.rec|增加|减少}{A.d_rec#V01}；参保人数{A.part}，\
        其中在职{A.act#V05 V18}、\
        退休{A.ret#V05 V18}。
        4.效益。基金累计结余{A.cum#V01}，支付能力{A.months#V01}，高于6个月的安全线。
        二、{B}基金
        1.投入。年初批复支出预算{B.bud_exp#V05 V25 V02 V01}。
        2.过程。实际支出{B.exp#V01 V02 V05}，预算执行率{B.r_exp#V01 V02}，该项得10分。
        3.产出。领取待遇人数{B.rec#V02}，上年{B.rec_prev}，{w:B.rec|增加|减少}{B.d_rec#V01}。
        4.效益。基金累计结余{B.cum#V01}，支付能力{B.months#V01}。
        三、评价发现的主要问题
        （一）预算编制不够精准。{A}基金收入预算{A.bud_inc}，实际{A.inc}，相差{A.b_inc}，偏差率{A.gb_inc}。
        （二）基金保值增值渠道单一。{A}全年利息收入{A.int}，仅占基金收入的{A.s_int#V01}；定期存款占86%。
        （三）部分单位欠费。截至12月末，17家单位欠缴{A}费231.6万元，其中3年以上欠费46.9万元。
        """,
        form=True,
    ),
    template(
        "brief",
        r"""
        {y}年全县社保基金运行简报
        今年以来，我县社保基金运行总体平稳，呈现“收入{w:A.inc|增|降}、支出{w:A.exp|增|降}、结余稳”态势。
        {A}基金：收入{A.inc@亿2#V06 V01}，{w:A.inc|增|降}{A.g_inc#V01}（去年{A.inc_prev@亿2}）；\
        支出{A.exp@亿2#V06 V01}，{w:A.exp|增|降}{A.g_exp#V01}\
        （去年{A.exp_prev@亿2}）；结余{A.cur@亿2#V06}；累计结余{A.cum@亿2}。
        {B}基金：收入{B.inc@亿2#V06 V01}，{w:B.inc|增|降}{B.g_inc#V01}（去年{B.inc_prev@亿2}）；\
        支出{B.exp@亿2#V06 V01}，{w:B.exp|增|降}{B.g_exp#V01}\
        （去年{B.exp_prev@亿2}）；结余{B.cur@亿2#V06}；累计结余{B.cum@亿2}。
        参保方面，{A}{A.part@万人2}，较去年末的{A.part_prev@万人2}{w:A.part|增加|减少}{A.g_part#V01}；\
        {B}{B.part@万人2}，较去年末的\
        {B.part_prev@万人2}{w:B.part|增加|减少}{B.g_part#V01}。
        待遇方面，{A}享受待遇{A.rec}，全年支付待遇{A.ben@亿2#V01}，占该项基金支出的{A.s_ben#V01}，年人均{A.per_rec}。
        近三年，{A}基金收入从{y-2}年的{A.inc_before@亿2}{w3:A.inc|增加到|减少到}{y}年的{A.inc@亿2}，\
        年均{w3:A.inc|增长|下降}{A.y_two#V01}。
        监管方面，全年办结举报件9件，约谈机构14家，暂停拨付3家。
        """,
    ),
)
