# shellcheck shell=bash
# Sourced after settings.sh: the data directory and the user who owns it. What runs, runs as that user: never as root.

runs_as_root() { [[ $EUID -eq 0 ]]; }

as_user() {
  if runs_as_root; then
    setpriv --reuid="$DECROCHE_USER" --regid="$(id -g "$DECROCHE_USER")" --init-groups --no-new-privs \
      env HOME="$DECROCHE_DATA" "$@"
  else
    "$@"
  fi
}

# The same, in place of this shell: for what a supervisor or a test must be able to signal.
exec_as_user() {
  if runs_as_root; then
    exec setpriv --reuid="$DECROCHE_USER" --regid="$(id -g "$DECROCHE_USER")" --init-groups --no-new-privs \
      env HOME="$DECROCHE_DATA" "$@"
  else
    exec "$@"
  fi
}

make_data_directory() {
  local owner
  if runs_as_root && ! id "$DECROCHE_USER" >/dev/null 2>&1; then
    # Only our own is made by itself: another name is as likely a slip.
    [[ $DECROCHE_USER == decroche ]] || fail 78 "setting DECROCHE_USER='$DECROCHE_USER' is not a user of this machine"
    say "Adding the system user '$DECROCHE_USER': nothing of Décroché runs as root."
    useradd --system --home-dir "$DECROCHE_DATA" --no-create-home --shell /usr/sbin/nologin "$DECROCHE_USER" ||
      id "$DECROCHE_USER" >/dev/null 2>&1 || fail 69 "cannot add the user '$DECROCHE_USER'"
  fi
  ! runs_as_root || [[ $(id -u "$DECROCHE_USER") != 0 ]] || fail 78 "setting DECROCHE_USER='$DECROCHE_USER' is root: nothing of Décroché runs as root"
  if [[ ! -e $DECROCHE_DATA ]]; then
    mkdir -p "$DECROCHE_DATA" 2>/dev/null || fail 78 "cannot make the data directory $DECROCHE_DATA"
  fi
  [[ -d $DECROCHE_DATA ]] || fail 78 "the data directory $DECROCHE_DATA is no directory"
  # Root gives away what it just made (or holds only the settings), never a directory in use for something else.
  if runs_as_root && [[ -O $DECROCHE_DATA && -z $(find "$DECROCHE_DATA/" -mindepth 1 -maxdepth 1 ! -name settings -print -quit) ]]; then
    chown "$DECROCHE_USER:" "$DECROCHE_DATA"
  fi
  owner=$(stat -L -c %U "$DECROCHE_DATA")
  [[ $(stat -L -c %u "$DECROCHE_DATA") == "$(as_user id -u)" ]] ||
    fail 78 "the data directory $DECROCHE_DATA belongs to the user '$owner', not to '$(as_user id -un)': DECROCHE_DATA sets another"
  as_user test -x "$DECROCHE_DATA" ||
    fail 78 "the user '$(as_user id -un)' cannot enter $DECROCHE_DATA: a directory above it is closed to others"
  [[ -d $DECROCHE_DATA/run ]] || as_user chmod 0700 "$DECROCHE_DATA"
  as_user mkdir -p -m 0700 "$DECROCHE_DATA"/{run,log,secrets}
}

# secret NAME: makes the secret if there is none yet (once, whoever else tries) and prints the path of its file.
secret() {
  local file=$DECROCHE_DATA/secrets/$1
  if [[ ! -s $file ]]; then
    # shellcheck disable=SC2016
    as_user sh -c 'umask 077; head -c 24 /dev/urandom | base64 | tr "+/" "-_" >"$1.$$"; ln "$1.$$" "$1" 2>/dev/null; rm -f "$1.$$"' \
      secret "$file"
  fi
  printf '%s\n' "$file"
}
secret_value() { as_user cat "$(secret "$1")"; }

# port_in_use tcp|udp ADDRESS PORT: somebody already listens there. Reads /proc: no tool needed, nothing sent.
port_in_use() {
  local hex any=00000000 v6=00000000000000000000000000000000
  local a b c d
  hex=$(printf '%04X' "$3")
  IFS=. read -r a b c d <<<"$2"
  # Java listens on IPv6 sockets, where an IPv4 address is written ::ffff:127.0.0.1.
  if [[ $2 == *:* || $2 == 0.0.0.0 ]]; then a='[0-9A-F]+'; else
    a=$(printf '((0000000000000000FFFF0000)?(%02X%02X%02X%02X|%s)|%s)' "$d" "$c" "$b" "$a" "$any" "$v6")
  fi
  # 0A is a TCP socket that listens, 07 a UDP socket that is not connected.
  cat /proc/net/"$1" /proc/net/"$1"6 2>/dev/null |
    awk -v at="^$a:$hex\$" '$2 ~ at && ($4 == "0A" || $4 == "07") {found = 1} END {exit !found}'
}

# A Unix socket's path has room for 107 bytes: a deep data directory gets its sockets elsewhere.
socket_directory() {
  local directory=$DECROCHE_DATA/run
  if ((${#directory} > 80)); then
    directory=/tmp/decroche-$(printf %s "$DECROCHE_DATA" | cksum | cut -d' ' -f1)
    as_user mkdir -p -m 0700 "$directory"
    [[ $(stat -c %u "$directory") == "$(as_user id -u)" ]] || fail 69 "$directory belongs to somebody else"
  fi
  printf '%s\n' "$directory"
}
