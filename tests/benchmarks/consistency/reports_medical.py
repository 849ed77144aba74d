"""Four whole reports on medical insurance, unemployment and work injury, written before the rules had read them."""

from assessments.domain.funds import Fund
from tests.benchmarks.consistency.template import template

MEDICAL_REPORTS = (
    template(
        "employees and accounts",
        r"""
        {y}年度{A}基金运行情况分析报告
        一、参保情况
        年末全市{A}参保人数{A.part@万人2}，其中在职职工{A.act@万人2}，退休人员{A.ret@万人2}，\
        退休人员占参保人数的{A.s_ret#V01}。
        二、基金收支情况
        （一）收入。{y}年基金收入{A.inc#V05 V06 V01}，同比{w:A.inc|增长|下降}{A.g_inc#V01}（{y-1}年{A.inc_prev}）。\
        其中统筹基金收入\
        {A.pool_in}，个人账户收入{A.pers_in}。
        （二）支出。{y}年基金支出{A.exp#V05 V06 V02 V01}，同比{w:A.exp|增长|下降}{A.g_exp#V01}（{y-1}年{A.exp_prev}）\
        。其中统筹基金支出\
        {A.pooled}，占基金支出的{A.s_pooled#V01}；个人账户支出{A.personal}。
        （三）结余。当期结余{A.cur#V06 V05}，其中统筹基金结余{A.pool_cur}，个人账户结余{A.pers_cur}；\
        累计结余{A.cum#V05 V06}，\
        其中统筹基金累计结余{A.pool_cum}，个人账户累计结余{A.pers_cum}。
        三、待遇享受情况
        全年享受待遇286.4万人次，其中普通门急诊241.3万人次、门诊慢特病31.6万人次、住院13.5万人次。次均住院费用8236元，\
        同比下降3.1%；政策范围内住院报销比例85.3%，较上年提高1.2个百分点；平均住院日7.9天。
        四、预算执行
        支出预算{A.bud_exp}，实际执行{A.exp}，执行率{A.r_exp#V01 V02}；收入预算{A.bud_inc}，实际执行{A.inc}，\
        执行率{A.r_inc#V01}。
        五、存在问题及建议
        门诊共济改革后，个人账户划入减少，药店消费下降约两成。建议加强定点机构监管，全年已检查定点医药机构612家，\
        处理187家，\
        追回医保基金1836.5万元。
        """,
        form=True,
        funds=(Fund.EMPLOYEE_MEDICAL, Fund.RESIDENT_MEDICAL),
    ),
    template(
        "residents' medical",
        r"""
        县医疗保障局关于{y}年城乡居民医保基金绩效自评的报告
        一、项目基本情况
        {y}年城乡居民医保个人缴费标准为每人380元，各级财政补助标准为每人640元，两项合计每人1020元。
        全县应参保{A.due_part}，实际参保{A.part}，参保率{A.cover#V01}，\
        比上年的{A.cover_prev}{w:A.cover|提高|降低}{A.p_cover#V01}。
        二、资金情况
        （一）资金到位。当年筹集基金{A.inc#V05 V06 V18}，其中：个人缴费{A.prem}、财政补助{A.sub}、利息{A.int}、\
        转移收入{A.tra_in}、\
        其他收入{A.oth_in}。个人缴费占基金收入的比重为{A.s_prem#V01}，财政补助占{A.s_sub#V01}。
        （二）资金使用。当年支付基金{A.exp#V06 V01 V02}，占当年基金收入的{A.used#V01}，当年结余{A.cur#V06}，\
        当年结余率{A.kept#V01}。
        （三）历年情况。期初结余{A.cum_prev}，期末滚存结余{A.cum#V06}，滚存结余可支付月数{A.months#V01}。
        三、绩效目标完成情况
        产出指标共5项：
        ①参保人数≥{A.t_part}，实际{A.part#V08};
        ②住院政策范围内支付比例70%左右，实际70.3%；
        ③基金支出预算执行率：预算{A.bud_exp#V02 V25 V01}，执行{A.exp}，执行率{A.r_exp#V01 V02}；
        ④医保目录内药品使用率≥85%，实际91.2%；
        ⑤门诊慢特病备案办结时限≤15个工作日，实际7个工作日。
        效益指标：大病保险减轻8426人次负担2315.8万元；医疗救助资助参保21680人。
        满意度指标：参保对象满意度≥85%，实际{A.sat}。
        四、偏差原因
        无较大偏差。
        """,
        form=True,
        funds=(Fund.RESIDENT_MEDICAL, Fund.EMPLOYEE_MEDICAL),
    ),
    template(
        "unemployment and injury",
        r"""
        {y}年失业、工伤保险基金绩效评价报告
        第一部分 失业保险
        （一）收支规模。失业保险基金本年收入{A.inc#V06 V05 V18}，其中保险费收入{A.prem}，利息收入{A.int}，\
        财政补贴收入{A.sub}，\
        转移收入{A.tra_in}，其他收入{A.oth_in}；本年支出{A.exp#V06 V02}，年末结余{A.cum#V06}，上年末结余{A.cum_prev}，\
        本年收支结余{A.cur#V06}。
        （二）政策落实。向312户企业返还稳岗资金426.8万元，惠及职工1.35万人；发放技能提升补贴1862人、298.4万元；\
        失业保险金标准调整为每人每月1629元。
        （三）参保扩面。参保人数年度任务{A.t_act}，完成{A.act}，完成年度任务的{A.c_act#V01}，\
        同比{w:A.act|增长|下降}{A.g_act#V01}，\
        上年末参保{A.act_prev}。
        第二部分 工伤保险
        （一）收支规模。工伤保险基金收入由上年的{B.inc_prev}{w:B.inc|增加到|减少到}{B.inc#V01 V06}，\
        {w:B.inc|增长|下降}{B.g_inc#V01}；支出由上年的{B.exp_prev}{w:B.exp|增加到|减少到}{B.exp#V01 V06 V02}，\
        {w:B.exp|增长|下降}{B.g_exp#V01}；当年结余{B.cur#V06}。
        （二）待遇支付。支付工伤保险待遇{B.ben}，比上年{w:B.ben|多|少}{B.d_ben#V01}（上年{B.ben_prev}），\
        占基金支出的比重为{B.s_ben#V01}。其中一次性工亡补助金按上年度全国城镇居民人均可支配收入的20倍计发。
        （三）预算完成。支出年初预算{B.bud_exp#V25 V02 V01}，调整预算{B.adj_exp}，决算数占调整预算的{B.ra_exp#V01}，\
        占年初预算的{B.r_exp#V01 V02}。
        第三部分 综合结论
        两项基金总收入{T_inc#V05}、总支出{T_exp#V05}、当年结余{T_cur#V06 V05}，绩效评价得分均在90分以上。
        """,
        form=True,
        funds=(Fund.UNEMPLOYMENT, Fund.WORK_INJURY),
    ),
    template(
        "questions and answers",
        r"""
        {y}年{A}基金绩效运行监控及年终评价
        一、监控情况
        1—6月，基金支出进度48.6%，与序时进度基本持平；1—9月支出进度73.9%。年中对支出预算进行了调整，\
        由{A.bud_exp#V02 V25 V01}\
        {wa:A.exp|调增|调减}{A.a_exp#V01}，调整后预算为{A.adj_exp}。
        二、年终执行
        全年实际支出{A.exp#V01 V02}，占调整后预算的{A.ra_exp#V01}，较年初预算{wb:A.exp|增加|减少}{A.b_exp#V01}。
        全年实际收入{A.inc}，与年初预算{A.bud_inc}相差{A.b_inc}，完成率{A.r_inc#V01}。
        三、结余及支撑能力
        年末累计结余{A.cum#V01 V06}，较年初的{A.cum_prev}{w:A.cum|增长|下降}{A.g_cum#V01}；\
        相当于当年支出的{A.x_cum#V01}。
        四、人员情况
        缴费人数{A.con}、待遇领取人数{A.rec#V02 V01}，缴领比{A.fed#V01 V19}。\
        待遇领取人数较{y-1}年{w:A.rec|增加|减少}{A.d_rec}，\
        {w:A.rec|增幅|降幅}{A.g_rec#V01}，{y-1}年为{A.rec_prev}。
        五、支出去向
        按用途分，待遇支出{A.ben}、转移支出{A.tra_out}、其他支出{A.oth_out}，合计{A.exp#V05 V02}，\
        待遇支出占{A.s_ben#V01}。
        六、意见建议
        完善部门数据共享，将每月比对改为实时比对；2名业务骨干外出学习，人均培训40学时。
        """,
        form=True,
        funds=(Fund.RESIDENT_PENSION, Fund.RESIDENT_MEDICAL),
    ),
)
