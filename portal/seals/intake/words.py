"""The troubles of an upload, in words that say what would be right."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop

#: Chinese msgids by the field and the word of a :class:`portal.seals.intake.troubles.Trouble`.
WORDS: Mapping[tuple[str, str], str] = {
    ("picture", "empty"): gettext_noop("图片文件是空的，请重新选择。"),
    ("picture", "large"): gettext_noop("图片超过 2 MB，请缩小后上传。"),
    ("picture", "format"): gettext_noop("请上传 PNG 或 JPEG 图片；SVG、PDF、Word 等其他格式不能用。"),
    ("picture", "damaged"): gettext_noop("图片文件已损坏，请重新导出后上传。"),
    ("picture", "wide"): gettext_noop("图片有 %(width)s×%(height)s 像素，每边请不超过 4000 像素。"),
    ("picture", "tiny"): gettext_noop("图片只有 %(width)s×%(height)s 像素，印出来会模糊，每边请不少于 120 像素。"),
    ("picture", "blank"): gettext_noop("图片上看不到印章：全部透明或全白。请换一张。"),
    ("picture", "full"): gettext_noop("图片几乎没有留白，盖上后会遮住文字。请上传白底或透明底的印章图片。"),
    ("picture", "limits"): gettext_noop("图片过于复杂，无法处理。请另存为普通的 PNG 后上传。"),
    ("key_file", "empty"): gettext_noop("密钥文件是空的，请重新选择。"),
    ("key_file", "large"): gettext_noop("密钥文件超过 100 KB，请只导出一个证书及其私钥。"),
    ("key_file", "format"): gettext_noop("这不是 PKCS#12 密钥文件，请选择 .p12 或 .pfx 文件。"),
    ("key_file", "password"): gettext_noop("密钥文件的密码不对，或文件已损坏。"),
    ("key_file", "cipher"): gettext_noop("密钥文件的加密方式不受支持，请用 AES-256 重新导出。"),
    ("key_file", "no_key"): gettext_noop("密钥文件里没有私钥，请连同私钥一起导出。"),
    ("key_file", "several"): gettext_noop("密钥文件里有 %(number)s 个私钥，请只导出印章的那一个。"),
    ("key_file", "no_certificate"): gettext_noop("密钥文件里没有与私钥对应的证书，请连同证书一起导出。"),
    ("key_file", "chain"): gettext_noop("密钥文件里的证书超过 10 张，请只导出印章证书及其上级证书。"),
    ("key_file", "kind"): gettext_noop(
        "密钥类型不受支持，请使用 RSA（2048 位以上）或椭圆曲线 P-256、P-384、P-521。国密 SM2 印章需接入签章服务器。"
    ),
    ("key_file", "weak"): gettext_noop("RSA 密钥只有 %(bits)s 位，至少要 2048 位。"),
    ("key_file", "strong"): gettext_noop("RSA 密钥有 %(bits)s 位，最多 8192 位。"),
    ("key_file", "limits"): gettext_noop("密钥文件在规定时间内打不开（加密次数过多），请重新导出。"),
    ("key_file", "vault"): gettext_noop("印章密钥库无法使用，请联系系统管理员。"),
}
