# shellcheck shell=bash
# Sourced by every script: where things are, and the settings (environment first, then $DECROCHE_DATA/settings, then defaults).
set -euo pipefail

# Java reads the names of files by it, and Maven would not find a checkout below an accent; a bare machine has none set.
[[ $(locale charmap 2>/dev/null) == UTF-8 ]] || export LC_ALL=C.UTF-8

DECROCHE_HOME=${DECROCHE_HOME:-$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)}

say() { printf '%s\n' "$*" >&2; }
fail() { # fail CODE MESSAGE...: 64 usage, 69 something unavailable, 78 bad setting
  local code=$1
  shift
  say "${0##*/}: $*"
  exit "$code"
}
# The comment at the head of a script is its help.
help() { sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$0"; }
help_if_asked() {
  local arg
  for arg in "$@"; do case $arg in -h | --help) help && exit 0 ;; esac; done
}

if [[ $EUID -eq 0 ]]; then
  : "${DECROCHE_DATA:=/var/lib/decroche}"
else
  : "${DECROCHE_DATA:=${XDG_DATA_HOME:-$HOME/.local/share}/decroche}"
fi
case $DECROCHE_DATA in /*) ;; *) DECROCHE_DATA=$PWD/$DECROCHE_DATA ;; esac

# KEY=VALUE lines, read and never run: the file belongs to the unprivileged user, and this may be root.
if [[ -r $DECROCHE_DATA/settings ]]; then
  while IFS='=' read -r key value || [[ -n $key ]]; do
    [[ $key =~ ^DECROCHE_[A-Z_]+$ ]] || continue
    [[ -n ${!key:-} ]] || export "$key=$value"
  done <"$DECROCHE_DATA/settings"
fi

: "${DECROCHE_HTTP_HOST:=127.0.0.1}" "${DECROCHE_HTTP_PORT:=8080}"
: "${DECROCHE_SIP_HOST:=127.0.0.1}" "${DECROCHE_SIP_PORT:=5060}" "${DECROCHE_RTP_PORTS:=10000-10199}"
: "${DECROCHE_AMI_PORT:=5038}" "${DECROCHE_AGI_PORT:=4573}" "${DECROCHE_DATABASE_PORT:=5433}"
: "${DECROCHE_TRUNK_ADDRESSES:=127.0.0.2}" "${DECROCHE_TRUNK_SERVER:=}" "${DECROCHE_ROUND_SECONDS:=5}"
: "${DECROCHE_ASTERISK_ROOT:=$DECROCHE_DATA/asterisk-root}" "${DECROCHE_USER:=decroche}"
# Who is called in an emergency, by hand: by country; 112 works in most.
case ${DECROCHE_COUNTRY:-FR} in
  FR) : "${DECROCHE_EMERGENCY_NUMBERS=112,15,17,18,114,115,119,191,196,197}" ;;
  BE) : "${DECROCHE_EMERGENCY_NUMBERS=112,100,101}" ;;
  CH) : "${DECROCHE_EMERGENCY_NUMBERS=112,117,118,144}" ;;
  GB) : "${DECROCHE_EMERGENCY_NUMBERS=112,999}" ;;
  US | CA) : "${DECROCHE_EMERGENCY_NUMBERS=911,112}" ;;
  *) : "${DECROCHE_EMERGENCY_NUMBERS=112}" ;;
esac
: "${DECROCHE_EMERGENCY_CALLER:=}"
# Not exported: a script that starts another copy (a test, a measure) must not hand it this copy's file.
: "${DECROCHE_UNWATCHED_CALLS:=$DECROCHE_DATA/asterisk/state/unwatched-calls}"
export DECROCHE_HOME DECROCHE_DATA DECROCHE_HTTP_HOST DECROCHE_HTTP_PORT DECROCHE_SIP_HOST DECROCHE_SIP_PORT
export DECROCHE_RTP_PORTS DECROCHE_AMI_PORT DECROCHE_AGI_PORT DECROCHE_DATABASE_PORT DECROCHE_TRUNK_ADDRESSES
export DECROCHE_TRUNK_SERVER DECROCHE_EMERGENCY_NUMBERS DECROCHE_EMERGENCY_CALLER DECROCHE_ROUND_SECONDS DECROCHE_ASTERISK_ROOT DECROCHE_USER

bad_setting() { fail 78 "setting $1='${!1}' is not $2"; }
# First, as other settings' defaults lie below it.
[[ $DECROCHE_DATA != *[][$' \t\n;@|&=,(){}*?$"\'\\']* ]] ||
  bad_setting DECROCHE_DATA "a path without blanks, quotes, brackets or any of ; @ | & = , * ? \$ \\ (not every program's files could name it)"
for key in DECROCHE_{HTTP,SIP,AMI,AGI,DATABASE}_PORT; do
  # No nought in front: half of the tools would read it as octal.
  { [[ ${!key} =~ ^[1-9][0-9]{0,4}$ ]] && ((${!key} < 65536)); } || bad_setting "$key" "a port from 1 to 65535"
done
byte='(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
for key in DECROCHE_{HTTP,SIP}_HOST; do
  [[ ${!key} =~ ^(${byte}[.]){3}${byte}$ || ${!key} =~ ^[0-9A-Fa-f.]*:[0-9A-Fa-f.:]+$ ]] || bad_setting "$key" "an IP address"
done
# Phones are told to sign in there, so it is an address they can reach, never "all of this machine's".
[[ ! $DECROCHE_SIP_HOST =~ ^(0[.0]*|[0:]+)$ ]] || bad_setting DECROCHE_SIP_HOST "the one address by which phones and trunk reach this machine"
[[ $DECROCHE_RTP_PORTS =~ ^[1-9][0-9]{3,4}-[1-9][0-9]{3,4}$ ]] || bad_setting DECROCHE_RTP_PORTS "two ports such as 10000-10199"
((${DECROCHE_RTP_PORTS%-*} >= 1024 && ${DECROCHE_RTP_PORTS%-*} < ${DECROCHE_RTP_PORTS#*-} && ${DECROCHE_RTP_PORTS#*-} < 65536)) ||
  bad_setting DECROCHE_RTP_PORTS "two ports such as 10000-10199, the lower first"
[[ $DECROCHE_TRUNK_ADDRESSES =~ ^[0-9A-Za-z.:/-]+(,[0-9A-Za-z.:/-]+)*$ ]] || bad_setting DECROCHE_TRUNK_ADDRESSES "a comma list of addresses"
for value in ${DECROCHE_TRUNK_ADDRESSES//,/ }; do
  # What is made of digits is an IPv4 address or network; Asterisk itself would only leave out one that is not.
  [[ ! $value =~ ^[0-9./]+$ || $value =~ ^(${byte}[.]){3}${byte}(/([12]?[0-9]|3[0-2]))?$ ]] || bad_setting DECROCHE_TRUNK_ADDRESSES "a comma list of addresses"
done
[[ -z $DECROCHE_TRUNK_SERVER || $DECROCHE_TRUNK_SERVER =~ ^([0-9A-Za-z][0-9A-Za-z.-]*|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$ ]] ||
  bad_setting DECROCHE_TRUNK_SERVER "empty or one server such as sip.provider.example or 192.0.2.1:5060"
[[ $DECROCHE_EMERGENCY_NUMBERS =~ ^([0-9]{2,6}(,[0-9]{2,6})*)?$ ]] || bad_setting DECROCHE_EMERGENCY_NUMBERS "a comma list of short numbers"
[[ $DECROCHE_EMERGENCY_CALLER =~ ^([+][1-9][0-9]{4,14})?$ ]] || bad_setting DECROCHE_EMERGENCY_CALLER "empty or a number such as +33199001234"
# Less than a second would ask without pause.
{ [[ $DECROCHE_ROUND_SECONDS =~ ^([1-9][0-9]?)([.][0-9]{1,3})?$ ]] && ((BASH_REMATCH[1] < 60)); } || bad_setting DECROCHE_ROUND_SECONDS "a number of seconds from 1 to 59"
[[ $DECROCHE_UNWATCHED_CALLS == /* && $DECROCHE_UNWATCHED_CALLS != *[][$' \t\n=;,(){}$"\'\\']* ]] ||
  bad_setting DECROCHE_UNWATCHED_CALLS "an absolute path without blanks, quotes, brackets, '=', ',', ';' or '\$' (the dialplan could not name it)"
unset key value byte
