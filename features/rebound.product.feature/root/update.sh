# Sourced by the start script for "rebound update": brings this installation to another version from an update site, by
# the p2 director. Needs $home, $java, $launcher, $configuration and $state.

update_usage() {
	cat <<'TEXT'
Usage: rebound update [--check] [--to=VERSION] [--site=URL]
Brings this installation to the newest version of an update site; data stays as it is.
      --check        only tells what is installed and what is offered
      --to=VERSION   this version instead of the newest, also an older one
      --site=URL     the update site, instead of update.site in rebound.properties
Exit codes: 0 done or nothing to do, 2 wrong usage, 3 the site can't be read or what it offers was refused, 5 this
installation can't be written. Whenever the code is not 0, the installed version is as it was.
TEXT
}

# director ARGUMENTS...
director() {
	# Whoever names a site of http:// has chosen so; p2 would ask https:// instead.
	case $site in
	http://*) plain=-Dp2.httpRule=allow ;;
	*) plain= ;;
	esac
	"$java" -XX:TieredStopAtLevel=1 -Djava.awt.headless=true $plain ${REBOUND_JAVA_OPTS:-} -jar "$launcher" -nosplash \
		-configuration "$configuration" -data @none -application org.eclipse.equinox.p2.director \
		-destination "$home" -profile DefaultProfile -repository "$site" "$@" >"$log" 2>&1
}

# locked NAME: whether the administrator lets nobody choose otherwise.
locked() {
	preset locked | tr ',' '\n' | sed 's/^[[:space:]]*//; s/[[:space:]]*$//' | grep -Fqx -e "$1" -e "${1%%.*}"
}

# give_up EXIT-CODE SENTENCE
give_up() {
	echo "$2" >&2
	exit "$1"
}

refused() {
	if grep -q 'Unsigned content is rejected' "$log"; then
		reason="$site offers parts that nobody has signed, and this installation takes signed ones only"
	elif grep -q 'not trusted' "$log"; then
		reason="$site offers parts signed with a key that is not among update.keys"
	elif grep -Eq 'hash is not as expected|signature is invalid|ZipException|Push back buffer|invalid (block|code|distance|stored)' "$log"; then
		part=$(sed -n "s/.*artifact:\{0,1\} [a-z.]*,\([^,]*\),.*/\1/p" "$log" | head -n 1)
		reason="what $site sent for ${part:-one part} is not what was published: it was changed or damaged"
	else
		reason="the update could not be fetched completely from $site"
	fi
	give_up 3 "Refused: $reason. Nothing was changed; Rebound $installed still runs. The log is $log."
}

update() {
	# p2 knows keys by their fingerprints in small letters.
	site=$(preset update.site) keys=$(preset update.keys | tr -d ' ' | tr A-F a-f)
	check= wanted=
	for argument in "$@"; do
		case $argument in
		--check) check=yes ;;
		--to=*) wanted=${argument#*=} ;;
		--site=*) site=${argument#*=} ;;
		-h | --help) update_usage && exit 0 ;;
		*) update_usage >&2 && exit 2 ;;
		esac
	done
	if [ "$site" != "$(preset update.site)" ] && locked update.site; then
		give_up 2 "The setting update.site can't be chosen here: it is locked by $(preset set.by)."
	fi
	[ -n "$site" ] || give_up 2 "No update site is known. Name one with --site=URL, or as update.site in rebound.properties."
	mkdir -p "$state"
	log=$state/update.log
	director -list rebound.product -listInstalledRoots ||
		give_up 3 "The update site $site can't be read. Check the address and the network; the log is $log."
	installed=$(sed -n 's,^rebound\.product/,,p' "$log")
	offered=$(sed -n 's,^rebound\.product=,,p' "$log")
	newest=$(echo "$offered" | tail -n 1)
	[ -n "$newest" ] || give_up 3 "There is no Rebound at $site, or it can't be read. The log is $log."
	if [ -n "$check" ]; then
		echo "Installed: $installed. Offered: $(echo $offered | sed 's/ /, /g')."
		exit 0
	fi
	wanted=${wanted:-$newest}
	if [ "$wanted" = "$installed" ]; then
		echo "Rebound $installed is installed; there is nothing to do."
		exit 0
	fi
	echo "$offered" | grep -Fqx "$wanted" || give_up 3 "There is no Rebound $wanted at $site; it offers $(echo $offered)."
	[ -w "$home/plugins" ] ||
		give_up 5 "You may not write in $home. Run this as the user who installed Rebound there."
	[ -z "$keys" ] || set -- -trustSignedContentOnly -trustedPGPKeys "$keys"
	[ -n "$keys" ] || set --
	director -uninstallIU rebound.product -installIU "rebound.product/$wanted" "$@" || refused
	echo "Rebound $wanted is installed instead of $installed. A window that is open goes on with the old one until it is" \
		"started again."
}
