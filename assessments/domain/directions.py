"""The better direction of an indicator, by its name (V08 and V09); where the name does not say, neither is claimed."""

import re

from assessments.domain.measures.spelling import bare

_MEASURED = (
    r"(?:案件|事件|行为|问题|现象|情况|待遇|养老金)?的?(?:发生)?"
    r"(?:率|度|数|数量|次数|件数|起数|人数|人次|案件|事件|情况|金额)?$"
)
_LESS = re.compile(
    r"(?:上访|信访|投诉|差错|错误|违规|违法|违纪|欺诈|骗保|冒领|拖欠|挪用|失误|事故|风险事件"
    r"|(?:违[规法纪]|挤占|截留|挪用).{1,20}的情况)"
    + _MEASURED
    + r"|(?:重复(?:领取|参保|缴费|享受|报销)(?:待遇|养老金)?的?发生|费用(?:增长|增幅|上涨))率$"
    + r"|(?:次均|人均|例均|日均).{0,6}费用$|成本$"
)
#: How long something takes, whatever it is done against.
_SPENT = re.compile(r"(?:办结|办理|审批|审核|核定|拨付|结算|支付|等待|响应)(?:时间|天数|周期)$|时限$|用时$")
_MORE = re.compile(
    r"(?:满意度|满意率|合规率|规范率|认证率|结算率|按时率|征缴率|续保率|受益率|保障率|兑现率"
    r"|符合(?:相关|政策|国家)*规定|成功率|准确率|正确率|及时率|足额率|到位率|发放率|覆盖率|参保率|办结率|合格率|达标率|知晓率"
    r"|(?:参保|缴费|待遇|保障|享受|领取|代缴|补贴).*人数)$"
)
#: What is done against a fault: of 打击欺诈骗保次数 and 查处违规金额 more is better, of 零投诉率 nothing is less.
_AGAINST = re.compile(
    r"打击|清理|清退|剔除|消除|查处|查办|追回|追缴|挽回|处理|处置|办理|办结|受理|化解|调处|防范|预防|防控|控制|避免|杜绝|减少|降低|下降"
    r"|整改|纠正|核查|稽核|稽查|检查|排查|核实|回访|[无零未]"
)
#: What turns a good word round: 不合格率, 未及时率, 重复领取待遇人数, 欠缴费人数, 享受工伤待遇人数.
_REVERSED = re.compile(
    r"[不未非欠漏错误断]|重复|违规|违法|冒领|多领|骗|虚假|虚报|死亡|疑似|异常|停[保发缴]|退[保费款]|中止|终止|超龄|超期"
    r"|(?:失业|工伤|住院).*(?:领取|享受|待遇)|(?:领取|享受|待遇).*(?:失业|工伤|住院)"
)
#: What is borne by others or by oneself: more of the one is better, less of the other.
_BORNE = re.compile(
    r"(?:报销|补偿|支付|保障|补助|救助|结算|受益|覆盖|惠及|签约|参保|代缴)(?:费用)?(?:的?(?:平均|实际|综合))?(?:比例|比率|比重|占比|水平|面|率)$"
    r"|(?:政策范围内|住院|门诊|大病|基金)[^自]{0,12}(?:报销|补偿|支付|保障)[^自]{0,6}(?:比例|水平|率)$"
)
_BURDEN = re.compile(
    r"(?:自付|自费|个人(?:负担|支付|承担|自付)|目录外|政策(?:范围)?外|药品?|耗材|拒付|欠[费缴]|逾期|超期|积压|流失|断[保缴]|弃缴)"
    r"(?:的?(?:医疗|住院))?(?:费用?)?的?(?:占比|比例|比重|率|发生率)$"
)
_IN_BRACKETS = re.compile(r"\([^()]*\)$")


def _name(text: str) -> str:
    return _IN_BRACKETS.sub("", bare(text[:200]))


def less_is_better(name: str) -> bool:
    """True if an indicator of this name is to stay small, as 上访率 is."""
    plain = _name(name)
    if _SPENT.search(plain):
        return True
    return _LESS.search(plain) is not None and _AGAINST.search(plain) is None


def more_is_better(name: str) -> bool:
    """True if an indicator of this name is to grow, as 满意度 and 保障退休待遇人数 are."""
    plain = _name(name)
    return _MORE.search(plain) is not None and _REVERSED.search(plain) is None


def should_grow(name: str) -> bool:
    """True if more is better by what a name means, also where its words alone do not say (住院报销比例)."""
    plain = _name(name)
    return more_is_better(name) or bool(
        _BORNE.search(plain) and not (_BURDEN.search(plain) or _REVERSED.search(plain) or _AGAINST.search(plain))
    )


def should_shrink(name: str) -> bool:
    """The reverse: 个人自付比例, 目录外费用占比, 断保率."""
    plain = _name(name)
    return less_is_better(name) or bool(_BURDEN.search(plain) and not _AGAINST.search(plain))
