"""Names with a middle dot were spelt with it; polyphone surnames could be cut off."""

from django.db import migrations

from members import pinyin


def spell(apps, schema_editor):
    members = apps.get_model("members", "Member").objects.using(
        schema_editor.connection.alias
    )
    changed = []
    for member in members.only("pk", "name", "spelling").iterator():
        spelling = pinyin.keys(member.name)[:600]
        if spelling != member.spelling:
            member.spelling = spelling
            changed.append(member)
    members.bulk_update(changed, ["spelling"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("members", "0030_list_columns")]

    operations = [migrations.RunPython(spell, migrations.RunPython.noop)]
