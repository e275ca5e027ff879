# shellcheck shell=bash
# Sourced after settings.sh: a JDK from 21 up, wherever it is, and Maven run by it.

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

maven() {
  need_jdk
  (cd "$DECROCHE_HOME" && mvn -B -ntp "$@")
}
