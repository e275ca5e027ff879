# shellcheck shell=bash
# Sourced after user.sh: writes Asterisk's configuration, asterisk-config/ plus what depends on this machine (generated/).

asterisk_paths() {
  ETC=$DECROCHE_DATA/asterisk/etc STATE=$DECROCHE_DATA/asterisk/state LOG=$DECROCHE_DATA/log/asterisk
  RUN=$(socket_directory)
}

# first_directory_with FILE DIRECTORY...
first_directory_with() {
  local file=$1 directory
  shift
  for directory in "$@"; do [[ ! -e $directory/$file ]] || { printf '%s\n' "$directory" && return; }; done
  fail 69 "cannot find Asterisk's $file"
}

database_address() { # host port name, of the embedded server or of DECROCHE_DATABASE_URL
  local url=${DECROCHE_DATABASE_URL:-jdbc:postgresql://127.0.0.1:$DECROCHE_DATABASE_PORT/decroche}
  [[ $url =~ ^jdbc:postgresql://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:([0-9]+))?/([A-Za-z0-9_-]+)([?].*)?$ ]] ||
    fail 78 "setting DECROCHE_DATABASE_URL is not of the form jdbc:postgresql://host:port/name"
  printf '%s %s %s\n' "$(tr -d '[]' <<<"${BASH_REMATCH[1]}")" "${BASH_REMATCH[3]:-5432}" "${BASH_REMATCH[4]}"
}

write_generated() { # NAME, lines on stdin; never readable by others, not even for a moment
  # shellcheck disable=SC2016
  as_user sh -c 'umask 077; cat >"$1"' write "$ETC/generated/$1"
}

write_asterisk_config() {
  local modules share address host port name
  address=$(database_address)
  read -r host port name <<<"$address"
  modules=$(first_directory_with pbx_config.so "$ASTERISK_PREFIX"/usr/{lib/"$(uname -m)"-linux-gnu,lib,lib64,local/lib}/asterisk/modules)
  share=$(first_directory_with documentation "$ASTERISK_PREFIX"/{usr/share/asterisk,var/lib/asterisk,usr/local/share/asterisk})
  # The spool's folders are made by packages, not by Asterisk.
  as_user mkdir -p -m 0700 "$ETC/generated" "$STATE" "$STATE/spool" "$LOG"
  as_user chmod 0700 "$DECROCHE_DATA/asterisk"
  (cd "$DECROCHE_HOME/asterisk-config" && tar -c --exclude=README.md .) | as_user tar -x -C "$ETC" --no-same-owner --touch
  as_user sed -e "s|@ETC@|$ETC|; s|@MODULES@|$modules|; s|@SHARE@|$share|; s|@STATE@|$STATE|; s|@RUN@|$RUN|; s|@LOG@|$LOG|" \
    "$ETC/asterisk.conf.in" | as_user tee "$ETC/asterisk.conf" >/dev/null

  # shellcheck disable=SC2016
  write_generated ask.conf <<<" same => n,AGI(agi://127.0.0.1:$DECROCHE_AGI_PORT/who-answers,"'${DOOR},${CALLER},${ARRIVED},${OFFER},${OFFER_END},${HANGUPCAUSE},${FROM},${BILLED})'
  write_generated wait.conf <<<" same => n,Wait($DECROCHE_ROUND_SECONDS)"
  # The path stands in the dialplan itself: a variable could be set from outside.
  write_generated unwatched.conf <<<"[unwatched]
exten => note,1,Set(FILE($DECROCHE_UNWATCHED_CALLS,,,al,u)=\${ARG1})
 same => n,Return()"
  write_generated manager.conf <<<"port=$DECROCHE_AMI_PORT"
  write_generated manager-secret.conf <<<"secret=$(secret_value ami)"
  write_generated rtp.conf <<<"rtpstart=${DECROCHE_RTP_PORTS%-*}
rtpend=${DECROCHE_RTP_PORTS#*-}"
  local bind=$DECROCHE_SIP_HOST
  [[ $bind != *:* ]] || bind="[$bind]"
  write_generated sip.conf <<<"bind=$bind:$DECROCHE_SIP_PORT"
  write_generated trunk.conf <<<"match=${DECROCHE_TRUNK_ADDRESSES//,/$'\n'match=}"
  local server=
  [[ -z $DECROCHE_TRUNK_SERVER ]] || server="aors=trunk-server

[trunk-server]
type=aor
contact=sip:$DECROCHE_TRUNK_SERVER"
  write_generated trunk-server.conf <<<"$server"
  local number emergencies=
  for number in ${DECROCHE_EMERGENCY_NUMBERS//,/ }; do
    emergencies+="exten => $number,1,Set(CALLERID(all)=$DECROCHE_EMERGENCY_CALLER)
 same => n,Dial(PJSIP/$number@trunk)
 same => n,Hangup()
"
  done
  write_generated emergency.conf <<<"$emergencies"
  write_generated database.conf <<<"dbhost=$host
dbport=$port
dbname=$name
dbuser=decroche_asterisk
dbpass=$(secret_value database-asterisk)"
}
