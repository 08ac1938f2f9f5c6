"""What a browser calls itself, told in words."""

# The first that fits: many browsers name those they descend from as well.
BROWSERS = (
    ("MicroMessenger", "微信"),
    ("DingTalk", "钉钉"),
    ("Edg", "Edge"),
    ("HuaweiBrowser", "华为浏览器"),
    ("MiuiBrowser", "小米浏览器"),
    ("QQBrowser", "QQ 浏览器"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("HarmonyOS", "鸿蒙"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("Linux", "Linux"),
)


def told(agent):
    """Chrome（Windows） for a User-Agent; 其他浏览器 where nothing is known."""
    browser = next((words for mark, words in BROWSERS if mark in agent), "其他浏览器")
    system = next((words for mark, words in SYSTEMS if mark in agent), "")
    return f"{browser}（{system}）" if system else browser
