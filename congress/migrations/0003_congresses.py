import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('congress', '0002_lists'),
        ('members', '0041_staff_numbers_apart'),
    ]

    operations = [
        migrations.CreateModel(
            name='Congress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=1, editable=False, verbose_name='版本')),
                ('level', models.CharField(choices=[('school', '全校教代会'), ('department', '二级教代会'), ('women', '女教职工大会'), ('union', '工会会员（代表）大会')], default='school', max_length=10, verbose_name='哪一级')),
                ('term', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(99)], verbose_name='届')),
                ('form', models.CharField(choices=[('delegates', '代表大会'), ('all_staff', '教职工大会（不选代表）')], default='delegates', max_length=10, verbose_name='形式')),
                ('years', models.PositiveSmallIntegerField(choices=[(3, '3 年'), (5, '5 年')], default=5, verbose_name='届期')),
                ('begins_on', models.DateField(blank=True, null=True, verbose_name='届期开始')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='届期结束')),
            ],
            options={
                'verbose_name': '届',
                'verbose_name_plural': '届',
                'ordering': ['level', 'department', '-term'],
            },
        ),
        migrations.CreateModel(
            name='Constituency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='选举单位')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='顺序')),
                ('quota', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(500)], verbose_name='名额')),
            ],
            options={
                'verbose_name': '选举单位',
                'verbose_name_plural': '选举单位',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Delegate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('full', '正式代表'), ('nonvoting', '列席代表'), ('invited', '特邀代表')], default='full', max_length=10, verbose_name='类型')),
                ('is_teacher', models.BooleanField(default=True, verbose_name='教师')),
                ('is_leader', models.BooleanField(default=False, verbose_name='中层以上领导')),
                ('elected_on', models.DateField(verbose_name='当选（确定）日期')),
                ('votes', models.PositiveIntegerField(blank=True, null=True, verbose_name='得票')),
                ('electorate', models.PositiveIntegerField(blank=True, null=True, verbose_name='应投票人数')),
                ('turnout', models.PositiveIntegerField(blank=True, null=True, verbose_name='参加投票人数')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='结束日期')),
                ('end_reason', models.CharField(blank=True, choices=[('moved', '调离或离职'), ('retired', '退休'), ('died', '去世'), ('resigned', '本人辞去'), ('recalled', '原选举单位撤换'), ('term', '届满')], max_length=10, verbose_name='结束原因')),
                ('end_note', models.CharField(blank=True, max_length=200, verbose_name='说明')),
            ],
            options={
                'verbose_name': '代表',
                'verbose_name_plural': '代表',
                'ordering': ['congress', 'kind', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60, verbose_name='代表团')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='顺序')),
            ],
            options={
                'verbose_name': '代表团',
                'verbose_name_plural': '代表团',
                'ordering': ['order', 'pk'],
            },
        ),
        migrations.AddField(
            model_name='congress',
            name='department',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.department', verbose_name='哪个部门'),
        ),
        migrations.AlterField(
            model_name='session',
            name='term',
            field=models.PositiveSmallIntegerField(null=True, verbose_name='届'),
        ),
        migrations.AddField(
            model_name='session',
            name='congress',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sessions', to='congress.congress', verbose_name='届'),
        ),
        migrations.AddField(
            model_name='constituency',
            name='congress',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='constituencies', to='congress.congress', verbose_name='届'),
        ),
        migrations.AddField(
            model_name='constituency',
            name='departments',
            field=models.ManyToManyField(blank=True, related_name='+', to='members.department', verbose_name='包括的部门'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='congress',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegates', to='congress.congress', verbose_name='届'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='constituency',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delegates', to='congress.constituency', verbose_name='选举单位'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegacies', to='members.member', verbose_name='代表'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='replaces',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_by', to='congress.delegate', verbose_name='补选，接替'),
        ),
        migrations.AddField(
            model_name='delegation',
            name='congress',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delegations', to='congress.congress', verbose_name='届'),
        ),
        migrations.AddField(
            model_name='delegation',
            name='head',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='congress.delegate', verbose_name='团长'),
        ),
        migrations.AddField(
            model_name='delegate',
            name='delegation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='delegates', to='congress.delegation', verbose_name='代表团'),
        ),
        migrations.AddField(
            model_name='constituency',
            name='delegation',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='constituencies', to='congress.delegation', verbose_name='代表团'),
        ),
        migrations.AddConstraint(
            model_name='congress',
            constraint=models.UniqueConstraint(condition=models.Q(('department__isnull', True)), fields=('level', 'term'), name='one_congress_a_level_and_term', violation_error_message='这一届已经建立过了。'),
        ),
        migrations.AddConstraint(
            model_name='congress',
            constraint=models.UniqueConstraint(condition=models.Q(('department__isnull', False)), fields=('department', 'term'), name='one_congress_a_department_and_term', violation_error_message='这个部门的这一届已经建立过了。'),
        ),
        migrations.AddConstraint(
            model_name='congress',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('department__isnull', False), ('level', 'department')), models.Q(models.Q(('level', 'department'), _negated=True), ('department__isnull', True)), _connector='OR'), name='a_department_congress_names_its_department', violation_error_message='二级教代会要选部门，其他的不选部门。'),
        ),
        migrations.AddConstraint(
            model_name='congress',
            constraint=models.CheckConstraint(condition=models.Q(('term__range', (1, 99))), name='congresses_count_from_one', violation_error_message='届要填 1 到 99 的数。'),
        ),
        migrations.AddConstraint(
            model_name='congress',
            constraint=models.CheckConstraint(condition=models.Q(('years__in', (3, 5))), name='a_congress_lasts_three_or_five_years', violation_error_message='届期是 3 年或 5 年。'),
        ),
        migrations.AddConstraint(
            model_name='congress',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gte', models.F('begins_on')), ('begins_on__isnull', True), ('ends_on__isnull', True), _connector='OR'), name='a_congress_ends_after_it_begins', violation_error_message='届期结束不能早于开始。'),
        ),
        migrations.AddConstraint(
            model_name='delegation',
            constraint=models.UniqueConstraint(fields=('congress', 'name'), name='one_delegation_a_name', violation_error_message='这一届已有同名的代表团。'),
        ),
        migrations.AddIndex(
            model_name='delegate',
            index=models.Index(fields=['congress', 'kind'], name='delegate_kind'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('congress', 'member'), name='one_seat_a_delegate_a_congress', violation_error_message='这位同事已经是本届代表。'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_on__isnull', True)), models.Q(('ended_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='an_ended_seat_has_its_reason', violation_error_message='结束代表资格要写日期和原因。'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('elected_on')), _connector='OR'), name='a_seat_ends_after_its_election', violation_error_message='结束日期不能早于当选日期。'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'full'), _negated=True), ('constituency__isnull', False), _connector='OR'), name='a_full_delegate_is_elected_somewhere', violation_error_message='正式代表由选举单位选出，要写选举单位。'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(('turnout__isnull', True), ('electorate__isnull', True), ('turnout__lte', models.F('electorate')), _connector='OR'), name='turnout_is_within_the_electorate', violation_error_message='参加投票的人数不能多于应投票人数。'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(('votes__isnull', True), models.Q(models.Q(('turnout__isnull', True), ('votes__lte', models.F('turnout')), _connector='OR'), models.Q(('electorate__isnull', True), ('votes__lte', models.F('electorate')), _connector='OR')), _connector='OR'), name='votes_are_within_the_turnout', violation_error_message='得票不能多于参加投票或应投票的人数。'),
        ),
        migrations.AddConstraint(
            model_name='constituency',
            constraint=models.UniqueConstraint(fields=('congress', 'name'), name='one_constituency_a_name', violation_error_message='这一届已有同名的选举单位。'),
        ),
        migrations.AddConstraint(
            model_name='constituency',
            constraint=models.CheckConstraint(condition=models.Q(('quota__gte', 1)), name='a_constituency_has_seats', violation_error_message='名额至少是 1。'),
        ),
    ]
