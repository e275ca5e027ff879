# shellcheck shell=bash
# Sourced after settings.sh: a JDK from 21 up and a Node from 18.19 up, wherever they are, and Maven run by them.

# Where setup puts its own (lib/tools.sh). Root builds with them, so they never lie in the data directory, which is another
# user's, and no setting names them. What root fetched serves everybody.
if [[ $EUID -eq 0 ]]; then tools=/usr/local/lib/decroche; else tools=${XDG_DATA_HOME:-$HOME/.local/share}/decroche-tools; fi

jdk_major() { # DIRECTORY: its version, or nothing when it holds no JDK
  [[ -x $1/bin/javac && -x $1/bin/java ]] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [[ -n $version ]] || version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([0-9]*\).*/\1/p')
  [[ -n $version ]] && printf '%s\n' "$version"
}

# Sets JAVA_HOME: the one given when it fits, else the newest long-lived one there is.
find_jdk() {
  local candidate major
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*-25-* /usr/lib/jvm/*-21-* /usr/lib/jvm/* \
    {"$tools",/usr/local/lib/decroche}/jdk/usr/lib/jvm/java-[1-9][0-9]-openjdk-* \
    "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /)")")")"; do
    if [[ -n $candidate ]] && major=$(jdk_major "$candidate") && ((major >= 21)); then
      export JAVA_HOME=$candidate
      return 0
    fi
  done
  return 1
}

need_jdk() {
  find_jdk || fail 69 "no JDK from 21 up: run scripts/setup, or set JAVA_HOME"
}

node_fits() { # NODE
  [[ -x $1 ]] && printf '%s\n' v18.19 "$("$1" --version)" | sort -V -C
}

# The system's, or ours put first in PATH.
find_node() {
  local directory
  if node_fits "$(command -v node)"; then return; fi
  for directory in {"$tools",/usr/local/lib/decroche}/node/bin; do
    if node_fits "$directory/node"; then
      PATH=$directory:$PATH
      # Unlike Debian's, it trusts only the authorities it brings; a network may have one of its own.
      export NODE_EXTRA_CA_CERTS=${NODE_EXTRA_CA_CERTS:-/etc/ssl/certs/ca-certificates.crt}
      return
    fi
  done
  return 1
}

maven() {
  need_jdk
  find_node || fail 69 "no Node from 18.19 up: run scripts/setup"
  (cd "$DECROCHE_HOME" && mvn -B -ntp "$@")
}
