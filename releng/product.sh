# Sourced by the checks in this folder: a finished product in a folder of its own, $work, which goes in the end. Needs $root.
. "$root/releng/setup.sh"
work=$(mktemp -d)
product=$work/rebound
pids=

# What a check has begun besides processes, it ends in a function of this name.
at_end() {
	:
}
end_check() {
	for pid in $pids; do kill "$pid" 2>/dev/null || true; done
	at_end
	rm -rf --one-file-system "$work"
}
trap end_check EXIT
trap 'exit 130' INT TERM

# unpack ARCHIVE: the product's.
unpack() {
	tar -xzf "$1" -C "$work"
}

rebound() {
	XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state "$product/rebound" "$@"
}

version() {
	rebound --version | sed 's/^Rebound //'
}

# expect PATTERN FILE
expect() {
	grep -q "$1" "$2" || { say "\"$1\" is not in:"; cat "$2"; exit 1; }
}

# director ARGUMENTS...: p2's director, as the product brings it, on the product.
director() {
	find_jdk
	"$JAVA_HOME/bin/java" -jar "$product"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash \
		-application org.eclipse.equinox.p2.director -destination "$product" -profile DefaultProfile "$@" \
		>"$work/director.log" 2>&1 || { tail -n 20 "$work/director.log"; return 1; }
}

# bounce RECIPIENT REPLY: a mail in which a server says that it gave up.
bounce() {
	cat <<MAIL
From: MAILER-DAEMON@mx.acme.example
To: news@newsletter.example
Subject: Undelivered Mail Returned to Sender
Date: Thu, 5 Nov 2026 08:22:01 +0000
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

This is the mail system at mx.acme.example.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.acme.example

Final-Recipient: rfc822; $1
Action: failed
Status: 5.0.0
Diagnostic-Code: smtp; $2

--b--
MAIL
}
