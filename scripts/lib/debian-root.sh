# shellcheck shell=bash
# Sourced after settings.sh: Debian's packages unpacked in a directory of our own, to run from there with their own libraries.
# No package's own script runs, and nothing of the system is touched.

# debian_root AS SUITE PACKAGES DIRECTORY: AS is the command that runs all of it as the directory's owner ("env" for oneself).
# The directory appears only when it is whole.
debian_root() {
  local as=$1 part=$4.part log options=() extra option keyring
  command -v mmdebstrap >/dev/null || fail 69 "mmdebstrap is missing: run scripts/setup"
  log=$(mktemp)
  IFS=';' read -ra extra <<<"${DECROCHE_APT_OPTIONS:-}"
  for option in "${extra[@]}"; do options+=(--aptopt="$option"); done
  for keyring in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    # Ubuntu trusts only itself; mmdebstrap does not look here by itself.
    [[ ! -f $keyring ]] || { options+=(--keyring="$keyring") && break; }
  done
  "$as" rm -rf "$part"
  if ! extract_debian "$@" "${options[@]}" >"$log" 2>&1; then
    "$as" rm -rf "$part"
    if ! expired_lately "$log" || ! extract_debian "$@" "${options[@]}" --aptopt='Acquire::Check-Valid-Until "false"' >"$log" 2>&1; then
      "$as" rm -rf "$part"
      grep -E '^[EW]: ' "$log" | tail -5 >&2 || tail -5 "$log" >&2
      fail 69 "$3 could not be fetched; all of it is in $log"
    fi
  fi
  rm -f "$log"
  # Documentation and locales: half of it, never read. (Asterisk reads its own in /usr/share/asterisk.)
  "$as" rm -rf "$part"/usr/share/{doc,man,locale,info} "$part"/var/cache/apt
  "$as" chmod -R go+rX "$part"
  "$as" rm -rf "$4"
  "$as" mv "$part" "$4"
}

extract_debian() { # AS SUITE PACKAGES DIRECTORY APT-OPTIONS...
  # Without root every file is simply ours: nothing is entered, mounted or mapped.
  local mode=chrootless
  [[ $("$1" id -u) != 0 ]] || mode=root
  "$1" mmdebstrap --mode="$mode" --variant=extract --include="$3" --aptopt='APT::Install-Recommends "false"' "${@:5}" "$2" "$4.part"
}

# A mirror that stands still for some weeks has a signed index that is past its date. That is taken, aloud; not an older one,
# with which somebody could hold back mended packages for long, and not against DECROCHE_APT_OPTIONS.
expired_lately() { # LOG
  local days
  days=$(sed -nE 's/.*is expired \(invalid since (([0-9]+)d)?.*/\2/p' "$1" | head -1)
  grep -q 'is expired (invalid since' "$1" || return 1
  say "The package archive's index, signed by Debian, expired ${days:-0} days ago (a mirror that stands still, or the clock is wrong)."
  if [[ -n ${DECROCHE_APT_OPTIONS:-} ]] || ((${days:-0} > 60)); then
    say "To take it all the same: DECROCHE_APT_OPTIONS='Acquire::Check-Valid-Until \"false\"'"
    return 1
  fi
  say "Taken all the same. (To refuse: DECROCHE_APT_OPTIONS='Acquire::Check-Valid-Until \"true\"')"
}
