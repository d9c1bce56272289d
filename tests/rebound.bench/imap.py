#!/usr/bin/python3
"""Reads a mailbox of a Dovecot on loopback into a new Derby database: imap.py REBOUND MAILS

Tells the whole command, the same once more with nothing new in the mailbox (that is the start), and the difference.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "releng"))
import mailservers  # noqa: E402

REPLIES = [("5.1.1", "550 5.1.1 <{to}>: Recipient address rejected: User unknown"),
           ("5.2.2", "552 5.2.2 <{to}>: Mailbox full"),
           ("5.7.1", "554 5.7.1 Service unavailable; Client host blocked using a blocklist"),
           ("4.4.1", "connect to mx.corp{corp}.example[192.0.2.1]:25: Connection timed out")]


def bounce(number):
    corp = number % 500
    to = "person%d@corp%d.example" % (number, corp)
    status, reply = REPLIES[number % len(REPLIES)]
    return """Return-Path: <>
From: MAILER-DAEMON@mx.newsletter.example (Mail Delivery System)
To: bounces@newsletter.example
Date: Mon, 16 Nov 2026 08:%02d:%02d +0000
Message-ID: <bounce-%d@mx.newsletter.example>
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b%d"

--b%d
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.newsletter.example.

I'm sorry to have to inform you that your message could not be delivered to one or more recipients.

<%s>: %s

--b%d
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.newsletter.example

Final-Recipient: rfc822; %s
Action: failed
Status: %s
Remote-MTA: dns; mx.corp%d.example
Diagnostic-Code: smtp; %s

--b%d
Content-Type: message/rfc822

Message-ID: <news-%d@newsletter.example>
From: News <news@newsletter.example>
To: %s
Subject: News of the spring
Date: Mon, 16 Nov 2026 07:59:00 +0000
Content-Type: text/plain; charset=utf-8

%s
--b%d--
""" % (number // 60 % 60, number % 60, number, number, number, to, reply.format(to=to, corp=corp), number, to, status,
       corp, reply.format(to=to, corp=corp), number, number, to, "Good news for everybody.\n" * 60, number)


def timed(rebound, data, name):
    environment = dict(os.environ, XDG_DATA_HOME=data, XDG_STATE_HOME=data)
    done = subprocess.run(["/usr/bin/time", "-f", "%e %U %S %M", rebound, "sources", "run", "bounces", "--quiet"],
                          env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    wall, user, system, memory = done.stderr.splitlines()[-1].split()
    print("%-12s %7s s wall %7.1f s processor %8.0f MiB" % (name, wall, float(user) + float(system),
                                                          int(memory) / 1024), flush=True)
    return float(wall)


def main(rebound, mails):
    folder = tempfile.mkdtemp(dir="/var/tmp")
    os.chmod(folder, 0o755)
    os.mkdir(os.path.join(folder, "dovecot"))
    dovecot = mailservers.Dovecot(os.path.join(folder, "dovecot"))
    try:
        maildir = dovecot.maildir("bounces")
        for number in range(mails):
            path = os.path.join(maildir, "new", "%d.bench" % number)
            with open(path, "w", newline="\r\n") as file:
                file.write(bounce(number))
            os.chmod(path, 0o666)
        dovecot.start()
        data = os.path.join(folder, "data")
        environment = dict(os.environ, XDG_DATA_HOME=data, XDG_STATE_HOME=data)
        subprocess.run([rebound, "sources", "add", "bounces", "--host", "localhost", "--port", str(dovecot.port), "--user",
                        "bounces", "--ca-file", dovecot.certificate, "--password-stdin", "--quiet"], env=environment,
                       input=mailservers.PASSWORD + "\n", text=True, check=True)
        # Dovecot takes the files into its index when the folder is opened for the first time.
        tested = subprocess.run([rebound, "sources", "test", "bounces"], env=environment, check=True,
                                capture_output=True, text=True).stdout
        assert re.sub(r"\D", "", tested) == str(mails), tested
        all_of_it = timed(rebound, data, "%d mails" % mails)
        start = timed(rebound, data, "nothing new")
        print("%.0f mails/s in all, %.0f mails/s without the start" % (mails / all_of_it, mails / (all_of_it - start)))
    finally:
        dovecot.stop()
        shutil.rmtree(folder, ignore_errors=True)


main(os.path.abspath(sys.argv[1]), int(sys.argv[2]))
