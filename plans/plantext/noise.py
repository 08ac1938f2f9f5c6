"""What web pages leave in a copied plan: page counts, download links, advertising."""

import re

_WHOLE = re.compile(
    r"共\s*\d+\s*页.{0,20}|第\s*\d+\s*页.{0,12}|-+\s*\d+\s*-+|\d+\s*/\s*\d+|本站\(.*\)"
    r"|推荐度:?.{0,10}|\(?(?:点击)?(?:下载|搜索|打印|收藏|复制)(?:本?文档|全文|此文)?.{0,6}"
    r"|将本文的?word文档下载.{0,30}|.{0,4}点击下载.{0,20}|【?点击.{0,12}"
    r"|(?:上|下)一篇.{0,60}|(?:返回|更多|相关|推荐|热门|猜你喜欢).{0,30}(?:文章|阅读|范文|列表|首页|链接|内容).{0,10}"
    r"|(?:发布|更新)(?:时间|日期)\s*:\s*\d{4}\D.{0,60}"
    r"|(?:时间|日期)\s*:\s*\d{4}[-./]\d{1,2}[-./]\d{1,2}\s+\S.{0,60}|来源\s*:.{0,40}|作者\s*:.{0,30}"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*:.{0,20}|(?:本文|本资料).{0,20}(?:网址|地址|链接).{0,80}"
    r"|(?:https?://|www\.)\S+|(?:当前|您现在的?|您的)位置\s*:.{0,80}|.{0,20}我要投稿.{0,20}"
    r"|(?:免责|版权)声明.{0,200}|.{0,30}(?:微信|公众号|二维码).{0,4}(?:扫|关注).{0,20}"
    r"|\(?.{0,40}\)?相关文章\s*:?|(?:图片|广告|分享到?|打印|字号|关闭)\s*:?|文档下载|全文下载"
    r"|(?:本文|文章)来源\s*:.{0,40}|(?:责任|网站)?编辑\s*:.{0,20}"
    r"|.{1,60}\.(?:docx?|xlsx?|pptx?|pdf|rar|zip|wps|et)|(?:通知公告|新闻动态|工作动态|规章制度|文件下载|正文|首页)"
    r"|\(图片\)|!\(.{0,40}\)\(.{0,200}\)|\(.{1,20}\)\(\S{0,200}\)|\d{4}[-.]\d{1,2}[-.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
)
_INSIDE = re.compile(
    r"以下是(?:小编|我|本站|[^,。]{0,8}小编)|小编(?:整理|收集|精心|为大家|为您|今天|给大家)|欢迎(?:大家)?(?:阅读|借鉴|来到)"
    r"|希望(?:能够?)?(?:对|可以|帮)(?:大家|您|你|到).{0,6}|供大家(?:参考|学习)|感谢您的?(?:阅读|参阅)"
    r"|方便收藏和打印|仅供参考"
)


def is_noise(shape):
    """A line that belongs to the web page and not to the plan."""
    if len(shape) <= 240 and _WHOLE.fullmatch(shape):
        return True
    return len(shape) <= 600 and _INSIDE.search(shape) is not None


_LINKS = re.compile(r"相关(?:文章|推荐|阅读|内容|范文)|猜你喜欢|热门(?:文章|推荐)")
_LINK = re.compile(r"计划|总结|方案|报告|范文|心得|\d\d-\d\d")


def begins_links(shape):
    """相关文章： what follows are the names of other pages."""
    return _LINKS.search(shape) is not None


def is_link(shape):
    return len(shape) <= 50 and _LINK.search(shape) is not None
