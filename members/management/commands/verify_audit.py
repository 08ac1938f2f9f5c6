"""Walks the audit trail's chain of digests."""

from django.core.management import BaseCommand, CommandError

from members import audit
from members.models import AuditEntry


class Command(BaseCommand):
    help = (
        "Verifies the audit trail; exit code 1 names the first entries that do not fit."
    )

    def handle(self, **options):
        broken = list(audit.broken_links())
        if broken:
            told = "；".join(f"第 {pk} 条：{what}" for pk, what in broken[:10])
            raise CommandError(f"操作记录有 {len(broken)} 处不符。{told}")
        last = AuditEntry.objects.order_by("-pk").first()
        count = AuditEntry.objects.count()
        self.stdout.write(
            f"{count} 条记录，全部相符。末条校验值：{last.digest if last else '无'}"
        )
