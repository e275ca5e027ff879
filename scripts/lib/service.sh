# shellcheck shell=bash
# Sourced after build.sh: the service as a process: started, waited for, started again when it crashes, stopped; and the three
# parts together.

SERVICE_PID_FILE=$DECROCHE_DATA/run/service.pid
SERVICE_LOG=$DECROCHE_DATA/log/service.out

# health live|ready: asked with what every bash has, as a fresh machine has neither curl nor wget.
health() {
  local host=$DECROCHE_HTTP_HOST status=''
  [[ $host != 0.0.0.0 ]] || host=127.0.0.1
  { exec 7<>"/dev/tcp/$host/$DECROCHE_HTTP_PORT"; } 2>/dev/null || return 1
  printf 'GET /health/%s HTTP/1.0\r\nHost: %s\r\n\r\n' "$1" "$host" >&7 2>/dev/null
  read -r -t 3 _ status _ <&7 || true
  exec 7>&-
  [[ $status == 200 ]]
}

# Ours, not whoever else answers on that port: our process lives, and the socket that listens there is its own.
service_answers() { # live|ready
  local pid inode
  pid=$(service_pid) && health "$1" || return 1
  while read -r inode; do
    [[ -z $(as_user find "/proc/$pid/fd" -lname "socket:\\[$inode\\]" -print -quit 2>/dev/null) ]] || return 0
  done < <(cat /proc/net/tcp /proc/net/tcp6 2>/dev/null | awk -v port=":$(printf '%04X' "$DECROCHE_HTTP_PORT")\$" '$2 ~ port && $4 == "0A" {print $10}')
  return 1
}

# What would stop it is told before anything is started.
check_service() {
  local status=0
  ! service_pid >/dev/null || return 0
  as_user "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -jar "$DECROCHE_DATA/app/decroche.jar" check || status=$?
  ((status == 0)) || exit "$status"
  service_ports_are_free
}

service_ports_are_free() {
  ! port_in_use tcp "$DECROCHE_HTTP_HOST" "$DECROCHE_HTTP_PORT" ||
    fail 69 "port $DECROCHE_HTTP_HOST:$DECROCHE_HTTP_PORT is in use by another program; DECROCHE_HTTP_PORT sets another"
  ! port_in_use tcp 127.0.0.1 "$DECROCHE_AGI_PORT" ||
    fail 69 "port $DECROCHE_AGI_PORT is in use by another program; DECROCHE_AGI_PORT sets another"
}

service_pid() { # of a service of ours that runs; a number left in a file may by now be somebody else's
  local pid
  pid=$(as_user cat "$SERVICE_PID_FILE" 2>/dev/null) || return 1
  [[ $pid =~ ^[0-9]+$ ]] && grep -qzxF "$DECROCHE_DATA/app/decroche.jar" "/proc/$pid/cmdline" 2>/dev/null && printf '%s\n' "$pid"
}

launch_service() {
  # Its own session: Ctrl-C is for the script, which stops things in order.
  # shellcheck disable=SC2016
  as_user env DECROCHE_HOME="$DECROCHE_DATA/app" setsid --fork sh -c 'umask 077; echo $$ >"$1"; exec >>"$2" 2>&1; shift 2; cd /; exec "$@"' service "$SERVICE_PID_FILE" "$SERVICE_LOG" \
    "$JAVA_HOME/bin/java" -XX:+ExitOnOutOfMemoryError -jar "$DECROCHE_DATA/app/decroche.jar" serve </dev/null
}

start_service() {
  local i
  if service_pid >/dev/null; then say "Already running, and left so: the service." && return; fi
  service_ports_are_free
  log_start=$(($(as_user stat -L -c %s "$SERVICE_LOG" 2>/dev/null || echo 0) + 1))
  as_user rm -f "$SERVICE_PID_FILE"
  started+=(service)
  launch_service
  for ((i = 0; i < 600; i++)); do
    if service_answers live; then say "The service answers on port $DECROCHE_HTTP_PORT." && return; fi
    ((i < 20)) || service_pid >/dev/null || break
    sleep 0.1
  done
  tell_end_of_log
  fail 69 "the service did not start; see $SERVICE_LOG"
}

log_start=1 # the byte at which this run's lines begin
tell_end_of_log() { as_user tail -c "+$log_start" "$SERVICE_LOG" 2>/dev/null | tail -15 >&2 || true; }

wait_until_ready() {
  local i
  for ((i = 0; i < 300; i++)); do
    if service_answers ready; then return; fi
    service_pid >/dev/null || break
    sleep 0.1
  done
  tell_end_of_log
  fail 69 "the service did not become ready; see $SERVICE_LOG"
}

stop_service() {
  local pid i
  pid=$(service_pid) || return 0
  kill -TERM "$pid"
  for ((i = 0; i < 100; i++)); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1
  done
  say "The service does not stop: killed."
  kill -KILL "$pid" 2>/dev/null || true
}

started=() # what this run started, in order

start_part() { # database|asterisk
  local script=$DECROCHE_HOME/scripts/$1
  if "$script" status >/dev/null 2>&1; then say "Already running, and left so: ${1/asterisk/Asterisk}." && return; fi
  # Its own session: a Ctrl-C here reaches only this script, which then stops things in order.
  started+=("$1")
  setsid -w "$script" start
}

start_parts() {
  local name
  install_app
  for name in ami database database-asterisk; do secret "$name" >/dev/null; done
  check_service
  [[ -n ${DECROCHE_DATABASE_URL:-} ]] || start_part database
  start_service
  start_part asterisk
  wait_until_ready
}

stop_parts() { # exactly what this run started, the last first
  local i
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    case ${started[i]} in
      service) stop_service ;;
      *) "$DECROCHE_HOME/scripts/${started[i]}" stop ;;
    esac || say "could not stop the ${started[i]}"
  done
}

# It left the number of its process behind and is gone; who stops on purpose takes the number away.
crashed() { # database|asterisk
  local file=$DECROCHE_DATA/database/postmaster.pid pid
  [[ $1 == database ]] || file=$(socket_directory)/asterisk.pid
  pid=$(as_user head -n 1 "$file" 2>/dev/null) || return 1
  [[ $pid =~ ^[0-9]+$ && -z $(tr -d '\0' 2>/dev/null <"/proc/$pid/cmdline") ]] 2>/dev/null
}

declare -A crashes=()
mend_parts() { # those that this run started
  local part name count
  for part in "${started[@]}"; do
    if [[ $part == service ]] || ! crashed "$part"; then continue; fi
    name=${part/asterisk/Asterisk} name=${name/database/The database}
    count=$((${crashes[$part]:-0} + 1))
    crashes[$part]=$count
    ((count <= 9)) || continue
    if ((count == 9)); then say "$(date +%T)  $name ended 8 times: left as it is (see $DECROCHE_DATA/log)." && continue; fi
    say "$(date +%T)  $name ended by itself (see $DECROCHE_DATA/log). Starting it again."
    sleep "$count" &
    wait $! || true
    setsid -w "$DECROCHE_HOME/scripts/$part" start &
    wait $! || true
  done
}

# Until Ctrl-C. A service that ended by itself is started again, later each time; calls go on meanwhile, by the dialplan.
watch_service() { # [COMMAND...]: run at each look
  local failures=0 since=$SECONDS delay
  while :; do
    # In the background and waited for: a signal is heard at once.
    sleep 1 &
    wait $! || true
    "$@"
    mend_parts
    # What another run started is watched by that run.
    [[ " ${started[*]} " == *" service "* ]] || continue
    if service_pid >/dev/null; then
      ((SECONDS - since < 300)) || failures=0
      continue
    fi
    failures=$((failures + 1)) since=$SECONDS
    ((failures <= 8)) || fail 69 "the service ended $failures times: see $SERVICE_LOG"
    delay=$((failures * failures))
    ((delay <= 30)) || delay=30
    say "$(date +%T)  The service ended by itself (see $SERVICE_LOG); calls go on without it. Starting it again in $delay s."
    sleep "$delay" &
    wait $! || true
    launch_service
    sleep 1 &
    wait $! || true
  done
}

tell_demo() { # [once]
  local arguments=(demo)
  [[ -z $1 ]] || arguments+=(--once)
  exec_as_user env DECROCHE_HOME="$DECROCHE_DATA/app" "$JAVA_HOME/bin/java" -jar "$DECROCHE_DATA/app/decroche.jar" "${arguments[@]}"
}
