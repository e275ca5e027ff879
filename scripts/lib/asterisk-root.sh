# shellcheck shell=bash
# Sourced after user.sh: which Asterisk to run. The system's own when it is new enough, else a private root: Debian's packages
# unpacked in a directory, run from there with their own libraries, touching nothing of the system.

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
  local part=$DECROCHE_ASTERISK_ROOT.part log=$DECROCHE_DATA/log/asterisk-root.log options=() extra
  command -v mmdebstrap >/dev/null || fail 69 "mmdebstrap is missing: run scripts/setup"
  as_owner mkdir -p "$(dirname "$part")"
  as_owner touch "$DECROCHE_ASTERISK_ROOT.lock" 2>/dev/null || true
  exec 8<"$DECROCHE_ASTERISK_ROOT.lock"
  flock 8
  if private_asterisk; then return; fi # somebody else just made it
  IFS=';' read -ra extra <<<"${DECROCHE_APT_OPTIONS:-}"
  for option in "${extra[@]}"; do options+=(--aptopt="$option"); done
  for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    # Ubuntu trusts only itself; mmdebstrap does not look here by itself.
    [[ ! -f $keyring ]] || { options+=(--keyring="$keyring") && break; }
  done
  say "Fetching Asterisk from Debian into $DECROCHE_ASTERISK_ROOT (about 60 MB to fetch, 300 MB on disk; half a minute) ..."
  as_owner rm -rf "$part"
  if ! extract_asterisk "$part" "${options[@]}" 2>&1 | as_user tee "$log" >/dev/null; then
    as_owner rm -rf "$part"
    if ! expired_lately "$log" || ! extract_asterisk "$part" "${options[@]}" --aptopt='Acquire::Check-Valid-Until "false"' 2>&1 | as_user tee "$log" >/dev/null; then
      as_owner rm -rf "$part"
      as_user grep -E '^[EW]: ' "$log" | tail -5 >&2 || as_user tail -5 "$log" >&2
      fail 69 "Asterisk could not be fetched; all of it is in $log"
    fi
  fi
  # Documentation and locales of the other packages: half of it, never read. (Asterisk reads its own in /usr/share/asterisk.)
  as_owner rm -rf "$part"/usr/share/{doc,man,locale,info} "$part"/var/cache/apt
  as_owner chmod -R go+rX "$part"
  as_owner rm -rf "$DECROCHE_ASTERISK_ROOT"
  as_owner mv "$part" "$DECROCHE_ASTERISK_ROOT"
  exec 8>&-
}

# A mirror that stands still for some weeks has a signed index that is past its date. That is taken, aloud; not an older one,
# with which somebody could hold back mended packages for long, and not against DECROCHE_APT_OPTIONS.
expired_lately() { # LOG
  local days
  days=$(as_user sed -nE 's/.*is expired \(invalid since (([0-9]+)d)?.*/\2/p' "$1" | head -1)
  as_user grep -q 'is expired (invalid since' "$1" || return 1
  say "The package archive's index, signed by Debian, expired ${days:-0} days ago (a mirror that stands still, or the clock is wrong)."
  if [[ -n ${DECROCHE_APT_OPTIONS:-} ]] || ((${days:-0} > 60)); then
    say "To take it all the same: DECROCHE_APT_OPTIONS='Acquire::Check-Valid-Until \"false\"'"
    return 1
  fi
  say "Taken all the same. (To refuse: DECROCHE_APT_OPTIONS='Acquire::Check-Valid-Until \"true\"')"
}

extract_asterisk() { # DIRECTORY APT-OPTIONS...: only unpacks; no package's own script runs
  # Without root every file is simply ours: nothing is entered, mounted or mapped.
  local mode=chrootless
  [[ $(as_owner id -u) != 0 ]] || mode=root
  as_owner mmdebstrap --mode="$mode" --variant=extract --include='asterisk asterisk-modules ca-certificates' \
    --aptopt='APT::Install-Recommends "false"' "${@:2}" unstable "$1"
}
