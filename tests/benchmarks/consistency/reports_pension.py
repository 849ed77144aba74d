"""Four whole reports on pensions, written by a reader of published ones before the rules had read them."""

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.template import template

PENSION_REPORTS = (
    template(
        "residents",
        r"""
        {y}年度{A}基金绩效自评报告
        一、基本情况
        （一）项目概况
        我县自2011年7月起开展新型农村社会养老保险试点，2014年与城镇居民社会养老保险合并实施。制度覆盖年满16周岁\
        （不含在校学生）的非从业居民。个人缴费设200元至5000元共12个档次，对选择200元档次的每人每年补贴30元，对选择500元\
        及以上档次的补贴不低于60元。
        截至{y}年12月31日，全县参保{A.part#V05 V18}，按年龄分，16至59周岁{A.act}，60周岁及以上{A.ret}。
        （二）资金投入和使用情况
        {y}年该项目年初预算{A.bud_exp#V25 V02 V01}，全年列支{A.exp#V01 V02}，预算执行率{A.r_exp#V01 V02}。各级财政补贴\
        到位{A.sub#V18 V05}，其中中央{A.sub_c}、自治区{A.sub_u}、县本级{A.sub_x#V18 V05}，资金到位率100%。
        从支出结构看，支付养老保险待遇{A.ben#V05 V18}，包括基础养老金{A.base}、个人账户养老金{A.acct}、\
        丧葬补助金{A.fune}；转移支出{A.tra_out}；其他支出{A.oth_out}。
        （三）绩效目标
        确保符合条件的城乡老年居民按月足额领到养老金，参保人数稳中有升，群众满意度不低于90%。
        二、绩效目标完成情况分析
        1.数量指标。领取待遇人数，年初设定不少于{A.t_rec_low}，年末实有{A.rec#V08 V02}；年末参保人数目标值{A.t_part}，\
        实际完成{A.part}，完成率{A.c_part#V01}。
        2.质量指标。待遇社会化发放率目标值100%，实际完成100%；重复领取待遇追回率目标值≥95%，实际97.6%。
        3.时效指标。每月15日前将当月养老金划入个人银行账户，全年未发生延迟。
        4.成本指标。月人均养老金由{A.pen_prev}提高到{A.pen}，每人每月提高{A.d_pen#V01}，增幅{A.g_pen#V01}。
        5.满意度指标。发放问卷300份，收回有效问卷292份，综合满意度{A.sat}，超过90%的目标值。
        三、存在的问题
        一是缴费档次偏低，选择最低档的占68.5%，人均年缴费312元；二是断保人员1326人，较上年有所减少。
        四、下一步打算
        继续实施全民参保计划，力争{y+1}年参保率达到97%以上。
        """,
        form=True,
        funds=(Fund.RESIDENT_PENSION, Fund.UNEMPLOYMENT),
    ),
    template(
        "civil servants",
        r"""
        {A}基金{y}年度收支及绩效情况报告
        县财政局：
        按照《社会保险基金预算绩效管理办法》（财社〔2022〕65号）要求，现将我局{y}年{A}基金有关情况报告如下。
        一、参保缴费情况
        年末参保单位176家，参保人员{A.part@万人2}，其中在职{A.act@万人2}、退休{A.ret@万人2}，\
        制度抚养比{A.dep#V19 V01}。\
        与上年相比，参保人员{w:A.part|增加|减少}{A.d_part}，{w:A.part|增长|下降}{A.g_part#V01}（上年{A.part_prev}）。
        二、收支结余情况
        （一）基金收入。全年各项收入总计{A.inc#V05 V06 V01 V18}，较上年{w:A.inc|多收|少收}{A.d_inc#V01}，\
        上年同期为{A.inc_prev}。\
        按来源分：单位及个人缴费{A.prem}，占{A.s_prem#V01}；财政补贴{A.sub}，占{A.s_sub#V01}；利息{A.int}，\
        占{A.s_int#V01}；转移收入{A.tra_in}；其他收入{A.oth_in}。
        （二）基金支出。全年支出合计{A.exp#V06 V02 V01}，预算安排{A.bud_exp}，执行进度为{A.r_exp#V01 V02}。\
        其中用于发放退休\
        人员待遇{A.ben}，在基金支出中占{A.s_ben#V01}。
        （三）基金结余。收支轧差，当年结余{A.cur#V06}；加上年结转{A.cum_prev}，年末滚存结余{A.cum#V06}，\
        按全年支出水平测算可支付{A.months#V01}。
        三、管理措施
        一是实行收支两条线管理，每季度与税务、银行对账1次；二是对1.2万条退休信息开展资格认证，认证率99.8%；\
        三是落实内控制度，全年核查疑点数据86条，追回多发养老金4.35万元。
        四、自评结论
        经对照评分标准，得分96.5分，其中决策20分、过程24.5分、产出30分、效益22分，等次为“优”。
        五、困难和建议
        受退休高峰影响，待遇支出{w:A.ben|增加|减少}{A.d_ben#V01}（{y-1}年为{A.ben_prev}，{y}年为{A.ben}），\
        建议上级加大补助力度。
        """,
        form=True,
        funds=(Fund.GOV_PENSION, Fund.WORK_INJURY),
    ),
    template(
        "enterprises in deficit",
        r"""
        {y}年企业职工基本养老保险基金运行分析
        一、总体运行情况
        {y}年，受退休人数增加和待遇调整叠加影响，基金当期收不抵支。全年基金收入{A.inc#V06 V05 V01}，同比\
        {w:A.inc|增加|减少}{A.d_inc}、{w:A.inc|增长|下降}{A.g_inc#V01}；基金支出{A.exp#V06 V01 V02}，\
        同比{w:A.exp|增加|减少}{A.d_exp}、\
        {w:A.exp|增长|下降}{A.g_exp#V01}；当期收支缺口{A.gap#V06}，由历年结余弥补，年末累计结余降至{A.cum#V06}，\
        年初为{A.cum_prev}。
        二、收入分析
        1.保费收入。征缴收入{A.prem}，是基金收入的主体，占比{A.s_prem#V01}，占比较上年的{A.s_prem_prev}\
        {w:A.s_prem|提高|下降}{A.p_s_prem#V01}。当年应征{A.due_prem}，征缴率{A.levied#V01}。
        2.财政补助{A.sub}，其中上级补助{A.grant}。
        3.其余为利息收入{A.int}、转移收入{A.tra_in}、其他收入{A.oth_in}。
        与年初预算{A.bud_inc}相比，收入{wb:A.inc|超收|短收}{A.b_inc#V01}，完成{A.r_inc#V01}。
        三、支出分析
        基本养老金等待遇支出{A.ben}，同比{w:A.ben|增长|下降}{A.g_ben#V01}（上年{A.ben_prev}）。转移支出{A.tra_out}，\
        其他支出{A.oth_out}。按照年初批复的支出预算{A.bud_exp}计算，执行率{A.r_exp#V01 V02}，\
        {wb:A.exp|超支|节支}{A.b_exp#V01}。
        四、预警
        按当年月均支出计算，累计结余仅够支付{A.months#V01}，较上年末的{A.months_prev}有明显变化，低于9个月的预警线时\
        需启动应急预案。
        五、参保情况
        年末参保职工{A.act}，{y-1}年末为{A.act_prev}，净{w:A.act|增加|减少}{A.d_act#V01}；离退休人员{A.ret}，\
        占参保总人数\
        {A.part}的{A.s_ret#V01}。
        """,
        deficit=True,
        form=True,
        funds=(Fund.EMPLOYEE_PENSION, Fund.RESIDENT_PENSION),
    ),
    template(
        "two pensions",
        r"""
        关于{y}年度养老保险基金预算绩效评价情况的报告
        一、评价工作开展情况
        评价小组由财政局、人社局5名同志组成，于{y+1}年3月10日至3月28日赴12个乡镇开展现场核查，抽查档案240份。
        二、基金预算执行情况
        两项养老保险基金全年收入{T_inc#V05 V06}，支出{T_exp#V05 V06}，结余{T_cur#V06 V05}。分险种情况是：
        （一）{A}：预算收入{A.bud_inc}，决算收入{A.inc}，为预算的{A.r_inc#V01}；预算支出{A.bud_exp}，\
        决算支出{A.exp#V01 V02 V05}，\
        为预算的{A.r_exp#V01 V02}；收支相抵，本年结余{A.cur#V06 V05}。
        （二）{B}：预算收入{B.bud_inc}，决算收入{B.inc}，为预算的{B.r_inc#V01}；预算支出{B.bud_exp}，\
        决算支出{B.exp#V01 V02 V05}，\
        为预算的{B.r_exp#V01 V02}；收支相抵，本年结余{B.cur#V06 V05}。
        三、结余情况
        截至{y}年末，{A}、{B}基金滚存结余分别为{A.cum#V05}和{B.cum}，合计{T_cum#V05}。
        四、绩效指标分析
        {A}领取待遇人数{A.rec#V02}，比{y-1}年的{A.rec_prev}{w:A.rec|增加|减少}{A.d_rec#V01}；\
        {B}领取待遇人数{B.rec#V02}，\
        比{y-1}年的{B.rec_prev}{w:B.rec|增加|减少}{B.d_rec#V01}。
        {A}人均月养老金{A.pen}，比上年的{A.pen_prev}增长{A.g_pen#V01}。
        五、问题与建议
        个别乡镇信息比对不及时，有17人死亡后继续领取，涉及金额2.86万元，已追回2.41万元，追回率84.27%。
        """,
        form=True,
        funds=(Fund.RESIDENT_PENSION, Fund.GOV_PENSION),
    ),
)
