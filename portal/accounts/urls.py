"""Signing in, people, units and counties."""

from django.urls import path

from portal.accounts.views import account_acts, password, people, regions, signing_in, units

app_name = "accounts"
urlpatterns = [
    path("login/", signing_in.SignIn.as_view(), name="login"),
    path("login/again/", signing_in.sign_in_again, name="sign_in_again"),
    path("logout/", signing_in.sign_out, name="logout"),
    path("password/", password.password, name="password"),
    path("users/", people.users, name="users"),
    path("users/new/", people.user_new, name="user_new"),
    path("users/<int:pk>/", people.user, name="user"),
    path("users/<int:pk>/disable/", account_acts.user_disable, name="user_disable"),
    path("users/<int:pk>/enable/", account_acts.user_enable, name="user_enable"),
    path("users/<int:pk>/unlock/", account_acts.user_unlock, name="user_unlock"),
    path("users/<int:pk>/reset-password/", account_acts.user_reset_password, name="user_reset_password"),
    path("units/", units.units, name="units"),
    path("units/new/", units.unit_new, name="unit_new"),
    path("units/<int:pk>/", units.unit, name="unit"),
    path("units/<int:pk>/close/", units.unit_close, name="unit_close"),
    path("units/<int:pk>/reopen/", units.unit_reopen, name="unit_reopen"),
    path("regions/", regions.regions, name="regions"),
    path("regions/new/", regions.county_new, name="county_new"),
]
