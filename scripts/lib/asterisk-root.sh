# shellcheck shell=bash
# Sourced after user.sh: which Asterisk to run. The system's own when it is new enough, else a private root: Debian's packages
# unpacked in a directory, run from there with their own libraries, touching nothing of the system.
. "$DECROCHE_HOME/scripts/lib/debian-root.sh"

# shellcheck disable=SC2034 # the prefix is for asterisk-config.sh
ASTERISK_COMMAND=() ASTERISK_PREFIX='' ASTERISK_VERSION=''

asterisk_major() { # of "Asterisk 22.10.1~dfsg" or "Asterisk certified/20.7"
  local version=${1#Asterisk }
  version=${version#certified[/-]}
  version=${version%%[.~ -]*}
  [[ $version =~ ^[0-9]+$ ]] && printf '%s\n' "$version" || printf '0\n'
}

private_asterisk() { # sets ASTERISK_* to the one in the private root, or returns 1
  local loader libraries
  [[ -x $DECROCHE_ASTERISK_ROOT/usr/sbin/asterisk ]] || return 1
  libraries=$DECROCHE_ASTERISK_ROOT/usr/lib/$(uname -m)-linux-gnu
  for loader in "$libraries"/ld-linux-*.so.*; do
    [[ -x $loader ]] || continue
    ASTERISK_COMMAND=("$loader" --library-path "$libraries" "$DECROCHE_ASTERISK_ROOT/usr/sbin/asterisk")
    # shellcheck disable=SC2034
    ASTERISK_PREFIX=$DECROCHE_ASTERISK_ROOT
    ASTERISK_VERSION=$(version_of "${ASTERISK_COMMAND[@]}") && return 0
  done
  return 1
}

system_asterisk() { PATH=$PATH:/usr/sbin:/usr/local/sbin command -v asterisk || true; }
system_asterisk_fits() {
  local own
  own=$(system_asterisk)
  [[ -n $own ]] && (($(asterisk_major "$("$own" -V 2>/dev/null)") >= 20))
}

# Asked as the user it will run as: root runs no program that the settings name or the data directory holds.
version_of() { # COMMAND...
  if runs_as_root && ! id "$DECROCHE_USER" >/dev/null 2>&1; then "$@" -V 2>/dev/null; else as_user "$@" -V 2>/dev/null; fi
}

# Makes the private root when needed, and sets ASTERISK_*. DECROCHE_ASTERISK names an Asterisk of your own.
find_asterisk() {
  local own major
  own=${DECROCHE_ASTERISK:-$(system_asterisk)}
  if [[ -n $own ]]; then
    ASTERISK_VERSION=$(version_of "$own") || fail 69 "$own does not run"
    major=$(asterisk_major "$ASTERISK_VERSION")
    if ((major >= 20)); then
      ((major >= 22)) || say "Note: $ASTERISK_VERSION works; 22 is what Décroché is tested with."
      ASTERISK_COMMAND=("$own")
      return
    fi
    [[ -z ${DECROCHE_ASTERISK:-} ]] || fail 69 "$own is $ASTERISK_VERSION: too old, 22 is needed (20 works)"
    say "The system's $ASTERISK_VERSION is too old (22 is needed): a private one is used, the system's is not touched."
  fi
  private_asterisk || { make_asterisk_root && private_asterisk; } || fail 69 "no Asterisk to run in $DECROCHE_ASTERISK_ROOT"
  major=$(asterisk_major "$ASTERISK_VERSION")
  ((major >= 20)) || fail 69 "$DECROCHE_ASTERISK_ROOT holds $ASTERISK_VERSION: too old, 22 is needed (20 works); remove it to get a new one"
}

# In the data directory everything is done by the user who owns it: root would follow links that lie there.
as_owner() {
  if [[ $DECROCHE_ASTERISK_ROOT == "$DECROCHE_DATA"/* ]]; then as_user "$@"; else "$@"; fi
}

make_asterisk_root() {
  as_owner mkdir -p "$(dirname "$DECROCHE_ASTERISK_ROOT")"
  as_owner touch "$DECROCHE_ASTERISK_ROOT.lock" 2>/dev/null || true
  exec 8<"$DECROCHE_ASTERISK_ROOT.lock"
  flock 8
  if private_asterisk; then return; fi # somebody else just made it
  say "Fetching Asterisk from Debian into $DECROCHE_ASTERISK_ROOT (about 60 MB to fetch, 300 MB on disk; half a minute) ..."
  debian_root as_owner unstable 'asterisk asterisk-modules ca-certificates' "$DECROCHE_ASTERISK_ROOT"
  exec 8>&-
}
