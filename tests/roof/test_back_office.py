"""The first page of the shared admin."""


def test_it_is_all_in_chinese(as_chair):
    page = as_chair.get("/admin/").content.decode()

    assert "Model name" not in page
    assert '<th scope="col">清单</th>' in page
    assert page.count('class="addlink"') > 5
