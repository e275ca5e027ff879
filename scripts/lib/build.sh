# shellcheck shell=bash
# Sourced after java.sh: builds when sources changed, and puts what runs into the data directory.

# What the jar is made from: when none of it is newer than the jar, there is nothing to do.
build_if_changed() {
  local jar=$DECROCHE_HOME/target/decroche.jar newer=new
  if [[ -f $jar && -n $(compgen -G "$DECROCHE_HOME/target/postgres/*.txz") ]]; then
    newer=$(cd "$DECROCHE_HOME" && find pom.xml src/main sql -name node_modules -prune -o -newer "$jar" \( -type f -o -type d \) -print -quit)
  fi
  [[ -n $newer ]] || return 0
  say "Building (the first time Maven fetches its libraries: some minutes) ..."
  local log
  log=$(mktemp)
  # Of all that Maven says, the step it is at.
  if ! maven package -Dmaven.test.skip 2>&1 | tee "$log" | { grep --line-buffered -E '^\[INFO\] --- ' || true; } |
    sed -u -E 's/^\[INFO\] --- ([^:]*):[^:]*:([^ ]*) .*/  \1 \2/; s/maven-|-maven-plugin|-plugin//g' >&2; then
    grep -E '^\[ERROR\]|ERROR' "$log" | head -20 >&2
    say "All of it: $log"
    fail 69 "the build failed"
  fi
  rm -f "$log"
  touch "$jar"
}

# A copy that the unprivileged user can read and that a later build does not pull from under a running service. It has the
# checkout's layout where that matters: the service and the demonstration get it as DECROCHE_HOME.
install_app() {
  local app=$DECROCHE_DATA/app
  if [[ ! -e $app/decroche.jar || $DECROCHE_HOME/target/decroche.jar -nt $app/decroche.jar ]]; then
    as_user rm -rf "$app.new"
    as_user mkdir -p "$app.new"
    tar -C "$DECROCHE_HOME/target" -c decroche.jar lib | as_user tar -C "$app.new" -x --no-same-owner
    as_user rm -rf "$app"
    as_user mv -T "$app.new" "$app"
  fi
  tar -C "$DECROCHE_HOME" -c scripts asterisk-config | as_user tar -C "$app" -x --no-same-owner
}
