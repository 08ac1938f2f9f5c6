"""Write a picture anew, in the sandbox child: upright, smaller, without EXIF or comments."""

import base64
import io

from PIL import Image, ImageOps, UnidentifiedImageError

from unionoffice.sandbox import Refused

PIXELS = 50_000_000
LONGEST_SIDE = 2400
SMALL_SIDE = 480


def fresh(data, *, kind):
    """The picture (`kind` jpg or png) written anew, in base64."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > PIXELS:
                raise Refused("图片尺寸太大，请缩小后再上传。")
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            upright = upright.convert("RGB" if kind == "jpg" else "RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError):
        raise Refused("图片不完整，请重新拍照或另存后再上传。") from None
    upright.info.clear()  # comments and the like travel there
    target = io.BytesIO()
    upright.save(target, "JPEG" if kind == "jpg" else "PNG", quality=85)
    return base64.b64encode(target.getvalue()).decode()


def small(data):
    """A JPEG of a picture written by `fresh`, for a page with many; in base64."""
    with Image.open(io.BytesIO(data)) as image:
        image.thumbnail((SMALL_SIDE, SMALL_SIDE))
        reduced = image.convert("RGB")
    target = io.BytesIO()
    reduced.save(target, "JPEG", quality=80)
    return base64.b64encode(target.getvalue()).decode()
