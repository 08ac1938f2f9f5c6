"""The plan as a Word file."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from plans import services, wordpaper
from plans.lookups import plan_or_404
from plans.paper import paper_of


@require_safe
def plan_take(request, pk):
    plan = plan_or_404(request.user, pk)
    content = wordpaper.written(paper_of(plan))
    services.plan_take(plan, by=request.user)
    answer = HttpResponse(content, content_type=wordpaper.MIME)
    name = content_disposition_header(True, f"{plan.title}.docx")
    answer.headers["Content-Disposition"] = name
    return answer
