"""Mail servers of our own on loopback, from the operating system's packages, for checks and benchmarks."""
import glob
import grp
import os
import pwd
import shutil
import socket
import subprocess
import time

PASSWORD = "correct-horse"
PROGRAMS = ["/usr/sbin/dovecot", "/usr/lib/dovecot/imap-login", "/usr/sbin/exim4"]


def missing(*programs):
    return [program for program in programs or PROGRAMS if not os.access(program, os.X_OK)]


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def identity(wanted_user, wanted_group):
    """As root servers run as somebody else; else as whoever runs this."""
    if os.getuid() == 0:
        return wanted_user, wanted_group
    return pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name


class Server:
    """A process that answers at a port."""

    def __init__(self, folder):
        self.folder = folder
        self.process = None

    def begin(self, port, *command):
        with open(os.path.join(self.folder, "output"), "wb") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=output, stdin=subprocess.DEVNULL,
                                            start_new_session=True)
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise OSError("%s does not answer: %s" % (command[0], self.logs()))

    def logs(self):
        text = ""
        for name in sorted(glob.glob(os.path.join(self.folder, "*log")) + [os.path.join(self.folder, "output")]):
            with open(name, errors="replace") as file:
                text += file.read()[-2000:]
        return text

    def stop(self):
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(5)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            try:
                os.killpg(self.process.pid, 9)
            except ProcessLookupError:
                pass
            self.process = None


class Dovecot(Server):
    """IMAP with TLS; every user has the same password and a Maildir that anybody here may deliver to."""

    def __init__(self, folder):
        super().__init__(folder)
        os.chmod(folder, 0o755)
        self.port, = free_ports(1)
        self.certificate = os.path.join(folder, "certificate.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout",
                        os.path.join(folder, "key.pem"), "-out", self.certificate], check=True, capture_output=True)
        os.mkdir(os.path.join(folder, "mail"))
        os.chmod(os.path.join(folder, "mail"), 0o777)

    def start(self):
        user, group = identity("nobody", "nogroup")
        internal, internal_group = identity("dovecot", "dovecot")
        login, _ = identity("dovenull", "dovenull")
        config = os.path.join(self.folder, "dovecot.conf")
        with open(config, "w") as file:
            file.write("""
base_dir = {folder}/run
log_path = {folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{certificate}
ssl_key = <{folder}/key.pem
default_internal_user = {internal}
default_internal_group = {internal_group}
default_login_user = {login}
mail_location = maildir:~/Maildir
first_valid_uid = 1
default_client_limit = 500
service imap-login {{
 chroot =
 inet_listener imap {{
  port = 0
 }}
 inet_listener imaps {{
  port = {port}
  ssl = yes
 }}
}}
service anvil {{
 chroot =
 unix_listener anvil-auth-penalty {{
  mode = 0
 }}
}}
service stats {{
 chroot =
}}
passdb {{
 driver = static
 args = password={password}
}}
userdb {{
 driver = static
 args = allow_all_users=yes uid={user} gid={group} home={folder}/mail/%u
}}
namespace inbox {{
 inbox = yes
 separator = .
}}
""".format(folder=self.folder, certificate=self.certificate, internal=internal, internal_group=internal_group,
           login=login, port=self.port, password=PASSWORD, user=user, group=group))
        self.begin(self.port, PROGRAMS[0], "-F", "-c", config)

    def maildir(self, user):
        """Makes the user's mailbox where there is none."""
        maildir = os.path.join(self.folder, "mail", user, "Maildir")
        for part in ("tmp", "new", "cur"):
            os.makedirs(os.path.join(maildir, part), exist_ok=True)
        for path in (os.path.dirname(maildir), maildir, *glob.glob(os.path.join(maildir, "*"))):
            os.chmod(path, 0o777)
        return maildir


class Exim(Server):
    """Takes mail for anybody, delivers to one mailbox, and is refused everybody else by a server behind it."""

    def __init__(self, folder, address, maildir):
        super().__init__(folder)
        os.chmod(folder, 0o755)
        self.address = address
        self.maildir = maildir
        self.port, self.port_behind = free_ports(2)

    def start(self):
        user, group = identity("Debian-exim", "Debian-exim")
        spool = os.path.join(self.folder, "spool")
        os.makedirs(spool, exist_ok=True)
        if os.getuid() == 0:
            shutil.chown(self.folder, user, group)
            shutil.chown(spool, user, group)
        local_part, domain = self.address.split("@")
        config = os.path.join(self.folder, "exim.conf")
        with open(config, "w") as file:
            file.write("""
primary_hostname = mx.newsletter.example
exim_user = {user}
exim_group = {group}
deliver_drop_privilege = true
spool_directory = {spool}
log_file_path = {folder}/%slog
pid_file_path = {folder}/pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = {port} : {port_behind}
keep_environment =
tls_advertise_hosts =
host_lookup =
smtp_accept_max = 50
queue_run_max = 2
acl_smtp_rcpt = recipients
begin acl
recipients:
 deny condition = ${{if eq {{$received_port}}{{{port_behind}}}}}
  message = 5.1.1 <$local_part@$domain>: Recipient address rejected: User unknown
 accept
begin routers
here:
 driver = accept
 domains = {domain}
 local_parts = {local_part}
 transport = maildir
behind:
 driver = manualroute
 route_list = * 127.0.0.1
 self = send
 transport = smtp
begin transports
maildir:
 driver = appendfile
 directory = {maildir}
 maildir_format
 create_directory = false
 directory_mode = 0777
 mode = 0666
 mode_fail_narrower = false
 user = {user}
 group = {group}
smtp:
 driver = smtp
 port = {port_behind}
 allow_localhost
 hosts_try_prdr =
""".format(user=user, group=group, spool=spool, folder=self.folder, port=self.port, port_behind=self.port_behind,
           domain=domain, local_part=local_part, maildir=self.maildir))
        self.begin(self.port, PROGRAMS[2], "-C", config, "-bdf", "-q5s")
