"""People who sign in."""

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from portal.accounts.models.succession import Succession
from portal.accounts.models.unit import Unit
from portal.accounts.roles import Role
from portal.text.columns import LineColumn


class UserManager(BaseUserManager["User"]):
    """Makes users; a login name means the same person in capitals and small letters."""

    def named(self, username: str) -> "User | None":
        """The person of that login name, whatever its case."""
        lowered = Lower(models.Value(self.model.normalize_username(username), models.CharField()))
        return self.get_queryset().alias(lowered=Lower("username")).filter(lowered=lowered).first()

    def get_by_natural_key(self, username: str | None) -> "User":
        """The same for Django's own backends; raises User.DoesNotExist."""
        if found := self.named(username or ""):
            return found
        raise self.model.DoesNotExist

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        """Stores a new user with a hashed password (unusable where none is given)."""
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """A person of one unit with one or more roles; ``must_change_password`` until the first own password."""

    username = LineColumn(_("登录名"), max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    full_name = LineColumn(_("姓名"), max_length=60)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="users", verbose_name=_("单位"))
    roles = ArrayField(models.CharField(max_length=20, choices=Role), default=list, verbose_name=_("角色"))
    is_active = models.BooleanField(_("启用"), default=True)
    must_change_password = models.BooleanField(_("须修改密码"), default=True)
    #: Raised by one to end every session of this person at once, also those a later enabling would revive.
    session_epoch = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("建立时间"), auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        ordering = ["unit__region__code", "unit__name", "username"]
        constraints = [
            models.UniqueConstraint(Lower("username"), name="username_once_whatever_the_case"),
            models.CheckConstraint(
                condition=models.Q(roles__contained_by=[role.value for role in Role]), name="user_roles_are_known"
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def has_role(self, role: str) -> bool:
        """True if this person may act as ``role``."""
        return role in self.roles

    @cached_property
    def inherited_units(self) -> list[int]:
        """The units that this person's unit took over from; fetched with the person of a session."""
        return list(Succession.objects.filter(successor=self.unit_id).values_list("predecessor", flat=True))

    @property
    def role_names(self) -> list[str]:
        """The names of this person's roles, in the order of :class:`Role`."""
        return [str(role.label) for role in Role if role in self.roles]

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session is bound to: it ends with the password it began under, or with the epoch."""
        value = f"{self.password}:{self.session_epoch}"
        return salted_hmac("portal.accounts.session", value, secret=secret, algorithm="sha256").hexdigest()
