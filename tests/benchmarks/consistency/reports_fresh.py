"""Eight whole reports in the manner of published ones, written before the reader was changed for the third time."""

from tests.benchmarks.consistency.template import template

FRESH_REPORTS = (
    template(
        "evaluation",
        """
        附件
        {y}年度社会保险基金绩效评价报告
        一、基金收支余总体情况
        （一）总体情况
        {y}年，全县社会保险基金总收入{T_inc#V05}，总支出{T_exp#V05}，当年收支结余{T_cur#V06}，年末滚存结余{T_cum#V05 V06}。
        （二）支出预算绩效目标设定情况
        基金支出预算执行率95%至105%，参保人员满意度不低于90%，待遇按时足额发放率100%。
        二、预算完成及运行情况
        （一）{A}基金
        1.收入情况。{y}年{A}基金收入{A.inc#V05 V06 V01}，完成年初预算{A.bud_inc}的{A.r_inc#V01}。其中：保险费收入{A.prem#V05 V18}、财政补贴收入{A.sub}、利息收入{A.int}、转移收入{A.tra_in}、其他收入{A.oth_in}。与上年{A.inc_prev}相比{w:A.inc|增加|减少}{A.d_inc#V01}，{w:A.inc|增长|下降}{A.g_inc#V01}。
        2.支出情况。{y}年{A}基金支出{A.exp}，完成年初预算{A.bud_exp}的{A.r_exp#V01}。其中：待遇支出{A.ben}、转移支出{A.tra_out}、其他支出{A.oth_out}。与上年{A.exp_prev}相比{w:A.exp|增加|减少}{A.d_exp#V01}，{w:A.exp|增长|下降}{A.g_exp#V01}。
        3.结余情况。当年收支结余{A.cur#V06}，年末滚存结余{A.cum#V06}（上年末滚存结余{A.cum_prev}）。
        （二）{B}基金
        1.收入情况。{y}年{B}基金收入{B.inc}，完成年初预算{B.bud_inc}的{B.r_inc#V01}。
        2.支出情况。{y}年{B}基金支出{B.exp}，完成年初预算{B.bud_exp}的{B.r_exp#V01}。
        3.结余情况。当年收支结余{B.cur#V06}，年末滚存结余{B.cum}。
        三、存在问题
        一是部分群众参保意识不强。二是基金收支平衡压力较大。
        """,
    ),
    template(
        "deficit",
        """
        {y}年社会保险基金运行分析
        一、{A}基金
        {y}年{A}基金收入{A.inc}，支出{A.exp}，当年收支缺口{A.gap#V06}，动用历年结余弥补后，年末累计结余{A.cum#V06}，上年末累计结余{A.cum_prev}。
        收入方面，保险费收入{A.prem}，占总收入的{A.s_prem#V01}；财政补贴收入{A.sub}，占总收入的{A.s_sub#V01}。
        支出方面，待遇支出{A.ben}，占总支出的{A.s_ben#V01}，比上年{w:A.ben|增支|减支}{A.d_ben}，{w:A.ben|增长|下降}{A.g_ben#V01}。
        按当年支出水平，年末结余可支付{A.months#V01}。
        二、{B}基金
        {B}基金全年收入{B.inc}，较上年同期的{B.inc_prev}{w:B.inc|增收|减收}{B.d_inc#V01}；支出{B.exp}，较上年同期的{B.exp_prev}{w:B.exp|增支|减支}{B.d_exp#V01}；收支相抵当年结余{B.cur#V06}。
        """,
        deficit=True,
    ),
    template(
        "statement",
        """
        关于{y}年社会保险基金决算的说明
        {y}年，我县社会保险基金收入{T_inc#V05}，支出{T_exp#V05}，本年收支结余{T_cur#V06}，年末滚存结余{T_cum#V05}。分项情况如下：
        （一）{A}基金。本年收入{A.inc}，比上年{w:A.inc|增加|减少}{A.d_inc#V01}，{w:A.inc|增长|下降}{A.g_inc#V01}，完成预算的{A.r_inc#V01}（预算{A.bud_inc}）。其中，保险费收入{A.prem}，比上年{w:A.prem|增加|减少}{A.d_prem#V01}，{w:A.prem|增长|下降}{A.g_prem#V01}。本年支出{A.exp}，比上年{w:A.exp|增加|减少}{A.d_exp}，{w:A.exp|增长|下降}{A.g_exp#V01}，完成预算的{A.r_exp#V01}（预算{A.bud_exp}）。本年收支结余{A.cur#V06}，年末滚存结余{A.cum}。
        （二）{B}基金。本年收入{B.inc}，比上年{w:B.inc|增加|减少}{B.d_inc#V01}，{w:B.inc|增长|下降}{B.g_inc}，完成预算的{B.r_inc#V01}（预算{B.bud_inc}）。本年支出{B.exp}，比上年{w:B.exp|增加|减少}{B.d_exp#V01}，{w:B.exp|增长|下降}{B.g_exp}，完成预算的{B.r_exp#V01}（预算{B.bud_exp}）。本年收支结余{B.cur#V06}，年末滚存结余{B.cum}。
        """,
    ),
    template(
        "self-assessment",
        """
        {A}项目支出绩效自评报告
        一、项目基本情况
        （一）项目概况
        {y}年{A}项目年初预算{A.bud_exp#V25 V02 V01}，资金来源为保险费收入、各级财政补贴及历年结余。
        （二）项目绩效目标
        1.数量指标：领取待遇人数≥{A.t_rec_low}，参保人数≥{A.t_part}；
        2.质量指标：待遇发放准确率≥98%；
        3.满意度指标：参保对象满意度≥90%。
        二、项目资金执行情况
        截至{y}年12月31日，{A}基金累计支出{A.exp#V02 V01}，预算执行率{A.r_exp#V01 V02}。
        三、绩效指标完成情况
        1.数量指标：领取待遇人数指标值≥{A.t_rec_low}，实际完成值{A.rec#V08}；
        2.质量指标：待遇发放准确率指标值≥98%，实际完成值{A.sat#V08}；
        3.满意度指标：参保对象满意度指标值≥90%，实际完成值{A.sat#V08}。
        四、下一步打算
        （一）加强预算编制管理；（二）强化基金监督。
        """,
        form=True,
    ),
    template(
        "medical",
        """
        {y}年基金运行情况分析报告
        一、参保情况
        截至{y}年底，{A}应参保{A.due_part}，实际参保{A.part}，其中：在职职工{A.act}，退休人员{A.ret#V05 V18}，参保率{A.cover#V01}，职退比{A.dep#V01}。
        二、基金收支情况
        （一）收入。全年基金总收入{A.inc}，同比{w:A.inc|增长|下降}{A.g_inc#V01}（上年{A.inc_prev}），其中统筹及个人缴费{A.prem}，占基金收入的{A.s_prem#V01}。
        （二）支出。全年基金总支出{A.exp}，同比{w:A.exp|增长|下降}{A.g_exp#V01}（上年{A.exp_prev}），其中统筹基金支出{A.pooled#V05 V18}，个人账户支出{A.personal}，其他支出0元。
        （三）结余。当年结余{A.cur#V06}，累计结余{A.cum#V06}，年初结余{A.cum_prev}，静态可支付月数{A.months#V01}。
        三、{B}基金
        {B}全年基金收入{B.inc}，基金支出{B.exp}，当年结余{B.cur#V06}。其中财政补贴收入{B.sub}，占基金收入{B.s_sub#V01}。
        """,
    ),
    template(
        "budget",
        """
        {y}年全县社会保险基金预算执行情况
        受县人民政府委托，现将{y}年社会保险基金预算执行情况报告如下。
        {y}年社会保险基金收入预算{T_bud_inc}，实际完成{T_inc#V05}；支出预算{T_bud_exp}，实际完成{T_exp#V05}。
        ——{A}基金收入预算{A.bud_inc}，实际完成{A.inc}，完成预算的{A.r_inc#V01}；支出预算{A.bud_exp}，实际完成{A.exp}，完成预算的{A.r_exp#V01}；当年结余{A.cur#V06}，滚存结余{A.cum}。
        ——{B}基金收入预算{B.bud_inc}，实际完成{B.inc}，完成预算的{B.r_inc#V01}；支出预算{B.bud_exp}，实际完成{B.exp}，完成预算的{B.r_exp#V01}；当年结余{B.cur#V06}，滚存结余{B.cum}。
        执行中，{A}基金支出预算由{A.bud_exp}调整为{A.adj_exp}，{wa:A.exp|调增|调减}{A.a_exp#V01}，完成调整预算的{A.ra_exp#V01}。
        """,
    ),
    template(
        "targets",
        """
        {y}年度绩效评价报告
        一、绩效目标完成情况
        （一）产出指标完成情况
        （1）数量指标。①{A}领取待遇人数年初目标值≥{A.t_rec_low}，全年完成值{A.rec#V08}；②{B}领取待遇人数年初目标值≥{B.t_rec_low}，全年完成值{B.rec#V08}；③{A}参保人数目标{A.t_part}，完成{A.part}，完成率{A.c_part#V01}。
        （2）质量指标。①待遇发放准确率目标值≥98%，完成值{A.sat#V08}；②资金专款专用率目标值100%，完成值100%。
        （3）成本指标。{A}基金支出预算{A.bud_exp}，实际支出{A.exp}，执行率{A.r_exp#V01}；{B}基金支出预算{B.bud_exp}，实际支出{B.exp}，执行率{B.r_exp#V01}。
        （二）效益指标完成情况
        基金累计结余可支付月数：{A}累计结余{A.cum}，全年支出{A.exp}，可支付月数{A.months#V01}。
        （三）满意度指标完成情况
        参保单位满意度目标值≥90%，完成值{A.sat#V08}；退休人员满意度目标值≥90%，完成值{B.sat#V08}。
        二、综合结论
        {y}年各项指标达到预期目标，自评得分98.5分，等级为“优”。
        """,
        form=True,
    ),
    template(
        "years",
        """
        {y-2}—{y}年{A}基金运行情况
        一、收入
        {y-2}年基金收入{A.inc_before}，{y-1}年{A.inc_prev}，{y}年{A.inc}；{y}年比{y-1}年{w:A.inc|增加|减少}{A.d_inc#V01}，{w:A.inc|增长|下降}{A.g_inc#V01}。
        二、支出
        {y-2}年基金支出{A.exp_before}，{y-1}年{A.exp_prev}，{y}年{A.exp}；{y}年比{y-1}年{w:A.exp|增加|减少}{A.d_exp#V01}，{w:A.exp|增长|下降}{A.g_exp#V01}。
        三、结余
        {y}年当年结余{A.cur#V06}，年末累计结余{A.cum}，{y-1}年末累计结余{A.cum_prev}。
        四、待遇
        {y}年末领取待遇{A.rec}，比上年末{A.rec_prev}{w:A.rec|增加|减少}{A.d_rec#V01}；人均月养老金由{A.pen_prev}调整到{A.pen}，增长{A.g_pen#V01}。
        主要指标（单位见各行）：
        基金收入 {A.inc#V02}
        基金支出 {A.exp#V02}
        年末累计结余 {A.cum#V02}
        """,
    ),
)
