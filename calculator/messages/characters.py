"""Characters and spellings by which a word looks like itself to a reader and like another to a filter (fact S056).

All of it is literal: what stands left is read as what stands right. Unicode's own compatibility forms (full width, in
circles, in bold) are not here, because ``unicodedata`` knows them. A character of one of these tables may be honest
elsewhere (汉堡): reading it as its neighbour does no harm, and it is called a disguise inside a telling word alone.
"""

__all__ = ["COMMON_SLIPS", "HONEST_WORDS", "LOOK_ALIKES", "PICTURES", "PINYIN", "SPELLED_DIGITS", "VARIANTS"]

_GROUPS = (
    # Chinese characters with a part too many, too few, or another: the last of each group is meant
    "巳已 葆堡褓緥保 鉲咔佧胩咭卡 仃汀渟葶停 圤扑 厷公 戸户 玍苼泩生 囘冋回 咑打 掱扌手 訫伩信 荇洐行 妀攺改 沵祢伱妳你 "
    "莪硪我 咾恅銠老 秂亾人 哫足 悳德 菿到 菂旳啲的 査查 覌観观 咉央 荿成 嵗岁 楿相 缐线 莈没 彵咜他 慹热 嘚得 偑佩 "
    "眀朙明 昇陞阩升 呺号 鍀得 弐二 鉯以 媞昰是 寔实 烎开 僦就 哬何 嗱拏拿 唻俫来 菈拉 姩哖年 仴玥鈅月 旡嘸无 岀出 歩步 "
    "喿操 収收 咹安 伖友 苚用 甪用 甴由 圎圓元 汖水 怑半 辧办 仯少 姠向 紸注 涷冻 浔寻 嚸㸃点 飬羪养 孒了 喺系 "
    # letters of other alphabets, all of them small by then
    "аɑαa еe οоօo рρp сϲςc уγy хχx іıιi ѕs һh ԁd ӏl кκk мm тτt вb нh ɡg υu νѵv ԛq ԝw"
)
LOOK_ALIKES = {left: group[-1] for group in _GROUPS.split() for left in group[:-1]}
"""A character that stands for another in no dictionary, or hides it."""

PICTURES = {
    before + picture: meant
    for before, picture, meant in (
        ("证", "🐴", "码"),
        ("证", "🐎", "码"),
        ("密", "🐴", "码"),
        ("密", "🐎", "码"),
        ("号", "🐴", "码"),
        ("号", "🐎", "码"),
        ("手", "🐔", "机"),
        ("手", "🐓", "机"),
        ("行", "💳", "卡"),
        ("保", "💳", "卡"),
        ("加", "🛰", "微信"),
    )
}
"""A picture behind a character, and the word that it sounds like there: 验证🐴, 手🐔. Elsewhere it adorns."""

_TELLING = (
    "社保 社会保险 社会保障 医保 医疗保险 医疗保障 养老 退休 微信 验证码 银行卡 银行 卡号 密码 链接 网址 登录 冻结 停用 停发 异常 失效 注销 "
    "补贴 津贴 领取 认证 转账 账户 身份证 更新 短信 凭证 激活 绑卡 过期 升级 年审"
)
"""Words by which filters know a scam, and which scams therefore misspell."""
_SEEN_AS = {
    "社": "杜射舍蛇祉祍",
    "保": "呆宝饱煲俣鲍堡",
    "会": "惠汇",
    "险": "捡显",
    "障": "章彰",
    "医": "匚衣",
    "疗": "疔",
    "养": "痒氧羪",
    "老": "荖佬姥栳",
    "退": "褪蜕",
    "休": "咻",
    "微": "薇徽葳嶶溦",
    "信": "芯",
    "验": "检俭",
    "证": "正政征症",
    "码": "马玛犸",
    "银": "垠锒",
    "卡": "咖佧",
    "号": "毫嚎",
    "密": "蜜",
    "链": "连练涟",
    "接": "结洁",
    "址": "止趾",
    "录": "陆绿",
    "结": "洁吉诘",
    "停": "亭婷",
    "用": "佣甩",
    "发": "髪",
    "异": "弄导",
    "常": "长嫦",
    "失": "矢",
    "效": "校笑郊",
    "注": "註",
    "销": "消硝",
    "补": "卟仆",
    "贴": "帖跕",
    "津": "律",
    "领": "令岭伶瓴玲翎",
    "取": "趣娶",
    "转": "砖",
    "账": "帐",
    "新": "薪",
    "短": "矩",
}
"""Characters that sound or look like another, each of them honest in other words."""

_SOUND_OF = {
    char: sound
    for sound, chars in {
        "she": "社",
        "bao": "保",
        "yi": "医异",
        "liao": "疗",
        "yang": "养",
        "lao": "老",
        "tui": "退",
        "xiu": "休",
        "wei": "微",
        "xin": "信新",
        "yan": "验",
        "zheng": "证",
        "ma": "码",
        "yin": "银",
        "hang": "行",
        "ka": "卡",
        "hao": "号",
        "mi": "密",
        "lian": "链",
        "jie": "接结",
        "deng": "登",
        "lu": "录",
        "dong": "冻",
        "ting": "停",
        "yong": "用",
        "fa": "发",
        "chang": "常",
        "shi": "失",
        "xiao": "效销",
        "zhu": "注",
        "bu": "补",
        "tie": "贴",
        "ling": "领",
        "qu": "取",
        "ren": "认",
        "zhuan": "转",
        "zhang": "账",
        "ping": "凭",
        "pin": "凭",
        "huo": "活",
        "bang": "绑",
        "guo": "过",
        "qi": "期",
        "sheng": "升",
        "shen": "身审",
        "nian": "年",
    }.items()
    for char in chars
}
"""How characters of the telling words sound."""

HONEST_WORDS = frozenset(
    ("加微信", "确认正", "确认政", "确认征", "确认症", "承认正", "默认正", "身份正常", "身份正式", "身份正确", "身份政")
)
"""Words in which what looks like another spelling is none."""

_DIALECT = {
    pair.split("=")[0]: pair.split("=")[1]
    for pair in (
        *("侬=你", "汝=你", "恁=你", "佢=他", "阮=我们", "嘅=的", "冇=没", "呒没=没", "莫得=没有", "遭冻=被冻"),
        *("报把=报给", "讲把=讲给", "念把=念给", "把我听=给我听", "好多钱=多少钱"),
        *("讲拨=讲给", "报拨=报给", "拨我=给我", "俾我=给我", "畀我=给我", "话我知=告诉我", "话畀=告诉", "念叨=念"),
        *("一哈=一下", "摆一下=说一下", "摆给=说给", "跟我摆=跟我说", "向格=里的", "手机浪=手机上"),
    )
}
"""Words of speech of a region, in the common spelling that the table of signs knows."""

VARIANTS = (
    _DIALECT
    | {
        word[:place] + other + word[place + 1 :]: word
        for word in _TELLING.split()
        for place, char in enumerate(word)
        for other in _SEEN_AS.get(char, "")
        if word[:place] + other + word[place + 1 :] not in HONEST_WORDS
    }
    | {
        word[:place] + _SOUND_OF[char] + word[place + 1 :]: word
        for word in _TELLING.split()
        for place, char in enumerate(word)
        if char in _SOUND_OF
    }
    | {
        "y保": "医保",
        "s保": "社保",
        "社保ka": "社保卡",
        "医保ka": "医保卡",
        "银行ka": "银行卡",
        "の": "的",
        "威x": "微信",
        "薇x": "微信",
        "微x": "微信",
        "v信": "微信",
        "v号": "微信号",
        "vx": "微信",
        "wx": "微信",
        "微号": "微信号",
        "薇号": "微信号",
        "加薇信": "加微信",
        "加徽信": "加微信",
        "加威信": "加微信",
        "加维信": "加微信",
        "威信号": "微信号",
        "咖微信": "加微信",
        "茄微信": "加微信",
        "嘉微信": "加微信",
        "联细": "联系",
        "养老佥": "养老金",
        "养老今": "养老金",
        "养老巾": "养老金",
        "养老斤": "养老金",
        "退休佥": "退休金",
        "jia微信": "加微信",
        "jia微": "加微信",
        "jiavx": "加微信",
        "jiaqq": "加qq",
        "加wei信": "加微信",
        "咖v": "加微信",
        "茄v": "加微信",
        "加微": "加微信",
        "加薇": "加微信",
        "加徽": "加微信",
        "加威": "加微信",
        "联系v": "联系微信",
        "+薇": "加微信",
        "+微": "加微信",
        "+v": "加微信",
        "加v": "加微信",
        "+q": "加qq",
        "加q": "加qq",
        "q群": "qq群",
        "扣扣": "qq",
        "抠抠": "qq",
        "叩叩": "qq",
        "球球": "qq",
        "企鹅号": "qq号",
        "企鹅群": "qq群",
        "加企鹅": "加qq",
        "银彳亍": "银行",
        "s保k": "社保卡",
        "y保k": "医保卡",
        "社保k": "社保卡",
        "医保k": "医保卡",
        "亻言": "信",
        "讠正": "证",
        "石马": "码",
        "钅艮": "银",
        "贝占": "贴",
        "衤卜": "补",
        "冫东": "冻",
        "亻呆": "保",
        "礻土": "社",
        "衤土": "社",
        "忄尔": "你",
        "白勺": "的",
        "禾兑": "税",
        "氵去": "法",
        "讠人": "认",
        "链结": "链接",
        "连结": "链接",
        "转丈": "转账",
        "车专账": "转账",
        "手木几": "手机",
        "今曰": "今日",
    }
)
"""A word in another spelling, as it stands after single characters have been read."""

COMMON_SLIPS = frozenset(
    {"帐户", "登陆", "转帐", "连接", "联接", "注消", "认正", "加v", "vx", "wx", "补帖", "津帖", "连结", *_DIALECT}
)
"""Those of the spellings that honest people use too: they are read, and are no disguise."""

PINYIN = {
    "yzm": "验证码",
    "sfz": "身份证",
    "yhk": "银行卡",
    "sbk": "社保卡",
    "ybk": "医保卡",
    "ylj": "养老金",
    "shehuibaozhang": "社会保障",
    "shebaoka": "社保卡",
    "shebao": "社保",
    "yibaoka": "医保卡",
    "yibao": "医保",
    "yanglaojin": "养老金",
    "yanglao": "养老",
    "tuixiujin": "退休金",
    "tuixiu": "退休",
    "renzheng": "认证",
    "yichang": "异常",
    "dongjie": "冻结",
    "tingyong": "停用",
    "tingfa": "停发",
    "zhuxiao": "注销",
    "guoqi": "过期",
    "shixiao": "失效",
    "dianji": "点击",
    "lianjie": "链接",
    "wangzhi": "网址",
    "weixin": "微信",
    "yanzhengma": "验证码",
    "yinhangka": "银行卡",
    "yinhang": "银行",
    "kahao": "卡号",
    "mima": "密码",
    "zhuanzhang": "转账",
    "huikuan": "汇款",
    "butiejin": "补贴金",
    "butie": "补贴",
    "lingqu": "领取",
    "saoma": "扫码",
    "erweima": "二维码",
    "xiazai": "下载",
    "ninde": "您的",
    "nin": "您",
}
"""A word in the Latin letters of its sound, as it stands between Chinese ones."""

SPELLED_DIGITS = {
    word: digit
    for digit, words in enumerate(
        ("零〇洞", "一幺壹", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒拐", "八捌", "九玖")
    )
    for word in words
}
"""A figure of a telephone number written as a word."""
