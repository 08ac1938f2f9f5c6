"""What passed among author and seconders is for them alone, in old histories too."""

from django.db import migrations
from django.db.models import Q

INVITED = Q(title__startswith="邀请", title__endswith="附议")
ANSWERED = Q(title__in=["附议", "撤回附议"])
TAKEN_BACK = Q(title__startswith="取消邀请")


def close(apps, schema_editor):
    steps = apps.get_model("congress", "ProposalStep").objects
    steps.filter(INVITED | ANSWERED | TAKEN_BACK).update(is_private=True)


class Migration(migrations.Migration):
    dependencies = [("congress", "0003_history_and_decisions")]
    operations = [migrations.RunPython(close, migrations.RunPython.noop)]
