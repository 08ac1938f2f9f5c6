"""How alike two texts are: by the pairs of letters they share, rare pairs counting more.

Chinese has no spaces between words; two letters in a row are a good word for this.
"""

import math
import re
from collections import Counter

LETTERS = re.compile(r"[^\w]+|_+")
MOST_PAIRS = 120  # of what is being typed; more tell nothing new
ENOUGH = 0.32  # share of the weight of the typed pairs that a text must hold
FEWEST = 3  # pairs; less says nothing


def pairs(text):
    """The pairs of letters of a text, in the order of their first place."""
    plain = LETTERS.sub(" ", text.lower())
    found = (word[at : at + 2] for word in plain.split() for at in range(len(word) - 1))
    return list(dict.fromkeys(found))


def ranked(typed, texts, *, most=5, enough=ENOUGH):
    """[(share, key)] of the `texts` ({key: text}) that say much of what was typed.

    The share (0 to 1) is the part of the weight of the typed pairs that stands in the
    text; a pair weighs more the fewer texts have it. Best first, at most `most`.
    """
    asked = pairs(typed)[:MOST_PAIRS]
    if len(asked) < FEWEST or not texts:
        return []
    lowered = {key: text.lower() for key, text in texts.items()}
    held = {
        key: [pair for pair in asked if pair in text] for key, text in lowered.items()
    }
    seen = Counter(pair for found in held.values() for pair in found)
    weight = {pair: math.log(1 + len(texts) / (1 + seen[pair])) for pair in asked}
    whole = sum(weight.values())
    scores = [
        (sum(weight[pair] for pair in found) / whole, key)
        for key, found in held.items()
    ]
    best = sorted((s for s in scores if s[0] >= enough), key=lambda s: (-s[0], s[1]))
    return best[:most]
