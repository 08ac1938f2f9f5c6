"""Everybody has an own calendar; an address is revoked by whom it belongs to."""

from members.rules import ALLOWED, refused


def feed_renew(user, kind):
    """`kind` is mine or all; the own calendar needs a person behind the account."""
    if kind == "mine" and not user.member_id:
        return refused("这个账号没有对应的会员，没有自己的日历。")
    return ALLOWED
