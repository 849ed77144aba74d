"""Text travels compressed, and so that its length tells nothing of what stands in it; files keep their length."""

from gzip import decompress
from io import BytesIO

import pytest
from django.http import FileResponse, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory
from django.urls import reverse

from portal.ui.compression import CompressesText

LONG = "绩效" * 500


def sent(rf: RequestFactory, response: HttpResponseBase) -> HttpResponseBase:
    """The answer as it leaves for a browser."""
    return CompressesText(lambda _: response).process_response(
        rf.get("/", headers={"accept-encoding": "gzip"}), response
    )


@pytest.mark.parametrize("answer", [HttpResponse(LONG), JsonResponse({"words": LONG})], ids=["page", "json"])
def test_text_is_compressed(rf: RequestFactory, answer: HttpResponse) -> None:
    before = answer.content
    response = sent(rf, answer)
    assert isinstance(response, HttpResponse)
    assert response.headers["Content-Encoding"] == "gzip"
    assert decompress(response.content) == before


@pytest.mark.parametrize(
    "answer",
    [HttpResponse(LONG, content_type="application/pdf"), FileResponse(BytesIO(LONG.encode()), filename="a.txt")],
    ids=["paper", "download"],
)
def test_files_are_sent_as_they_are(rf: RequestFactory, answer: HttpResponseBase) -> None:
    assert "Content-Encoding" not in sent(rf, answer).headers


@pytest.mark.django_db
def test_the_same_page_is_never_of_one_length(client: Client) -> None:
    answers = [client.get(reverse("accounts:login"), headers={"accept-encoding": "gzip"}) for _ in range(12)]
    assert len({len(response.content) for response in answers}) > 1
