"""A private Slurm cluster of several nodes on this machine: own keys, ports and folders, gone when it is left.

No accounting, no cgroups, no systemd; a node is a slurmd with a name and a port of its own. It needs root, since
slurmd starts what it is sent under the user who sent it.
"""

import ctypes
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time

CONFIGURATION = """\
ClusterName=growth
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={port}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket,cred_expire={credential_seconds}
SlurmctldPidFile={folder}/slurmctld.pid
SlurmctldLogFile={folder}/slurmctld.log
StateSaveLocation={folder}/state
SlurmdPidFile={folder}/%n.pid
SlurmdLogFile={folder}/%n.log
SlurmdSpoolDir={folder}/%n
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=bf_interval=2,sched_interval=2,batch_sched_delay=0,sched_min_interval=0
SlurmdParameters=config_overrides
SlurmdTimeout={lost_seconds}
MessageTimeout=5
KillWait=2
JobRequeue=1
MailProg=/bin/true
{nodes}
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""

# A process of a node carries this variable, and so do the steps that it starts.
MARK = "GROWTH_SCALE_NODE"

# From <linux/prctl.h>.
PR_SET_CHILD_SUBREAPER = 36


class ClusterError(Exception):
    """What the cluster would not do."""


def free_ports(count):
    """Ports that nothing listens on."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


class Cluster:
    """Nodes node1, node2, ... with as many processors each; a context manager."""

    def __init__(self, nodes, processors=1, lost_seconds=6, credential_seconds=5):
        """Seconds after which a silent node counts as lost, and after which credentials expire: a task is begun
        again no sooner."""
        self.names = [f"node{k + 1}" for k in range(nodes)]
        self.processors = processors
        self.lost_seconds = lost_seconds
        self.credential_seconds = credential_seconds
        self.daemons = {}

    def __enter__(self):
        # Steps that lose their parent become children of this process, which sees to their end.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        self.folder = tempfile.mkdtemp(prefix="growth-slurm-")
        try:
            self._start()
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_):
        self._stop()

    # Starting and stopping

    def _start(self):
        os.chmod(self.folder, 0o755)
        for name, mode in (("munge", 0o755), ("keys", 0o700), ("state", 0o700)):
            os.mkdir(os.path.join(self.folder, name), mode)
        key = self.path("keys/munge.key")
        with open(os.open(key, os.O_WRONLY | os.O_CREAT, 0o400), "wb") as file:
            file.write(secrets.token_bytes(128))
        port, *ports = free_ports(1 + len(self.names))
        host = socket.gethostname().split(".")[0]
        with open(self.path("slurm.conf"), "w", encoding="ascii") as file:
            file.write(CONFIGURATION.format(
                host=host, port=port, folder=self.folder, lost_seconds=self.lost_seconds,
                credential_seconds=self.credential_seconds,
                nodes="\n".join(
                    f"NodeName={name} NodeHostname={host} NodeAddr=127.0.0.1 Port={each} "
                    f"CPUs={self.processors}" for name, each in zip(self.names, ports))))
        self.environment = dict(os.environ, SLURM_CONF=self.path("slurm.conf"))
        self._daemon(
            "munged", "--foreground", "--force", "--key-file", key,
            "--socket", self.path("munge/socket"), "--pid-file", self.path("munge/pid"),
            "--seed-file", self.path("keys/seed"), "--log-file", self.path("munge/log"))
        self.until(lambda: os.path.exists(self.path("munge/socket")), 20, "munged made no socket")
        self._daemon("slurmctld", "-D", "-i", "-f", self.path("slurm.conf"))
        for name in self.names:
            self._daemon("slurmd", "-D", "-f", self.path("slurm.conf"), "-N", name, mark=name)
        self.until(
            lambda: set(self.states().values()) == {"idle"}, 60, "the nodes did not report", 0.5)

    def _daemon(self, program, *arguments, mark="controller"):
        environment = dict(self.environment, **{MARK: self.path(mark)})
        with open(self.path(f"{mark}-{program}.out"), "wb") as output:
            self.daemons[mark if program == "slurmd" else program] = subprocess.Popen(
                [shutil.which(program) or f"/usr/sbin/{program}", *arguments], env=environment,
                stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True)

    def _stop(self):
        # Nodes before their controller, so that no task is begun again.
        for name in [*self.names, "slurmctld", "munged"]:
            if name in self.names:
                self._signal(self._processes(name), signal.SIGKILL)
            daemon = self.daemons.get(name)
            if daemon and daemon.poll() is None:
                daemon.kill()
            if daemon:
                daemon.wait()
        # Those that were just killed take a moment to end.
        end = time.monotonic() + 5
        while self._reap() and time.monotonic() < end:
            time.sleep(0.05)
        shutil.rmtree(self.folder, ignore_errors=True)

    # Processes

    def _processes(self, name):
        """The daemon of a node, its steps, and all that these have started."""
        mark = f"{MARK}={self.path(name)}".encode()
        parents, marked = {}, set()
        for entry in os.listdir("/proc"):
            if not entry.isdigit():
                continue
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                    parents[int(entry)] = int(file.read().rpartition(")")[2].split()[1])
                with open(f"/proc/{entry}/environ", "rb") as file:
                    if mark in file.read().split(b"\0"):
                        marked.add(int(entry))
            except OSError:
                continue
        while True:
            more = {child for child, parent in parents.items() if parent in marked} - marked
            if not more:
                return marked
            marked |= more

    @staticmethod
    def _signal(processes, number):
        for process in processes:
            try:
                os.kill(process, number)
            except ProcessLookupError:
                pass

    def _reap(self):
        """Sees off steps that have ended, but none of the daemons; says whether a child is left."""
        daemons = {each.pid for each in self.daemons.values() if each.returncode is None}
        try:
            while ended := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                if ended.si_pid in daemons:
                    return True
                os.waitpid(ended.si_pid, 0)
            return True
        except ChildProcessError:
            return False

    def kill(self, name):
        """Ends a node as a power cut does: its daemon, its steps and their programs at once.

        Returns how many processes that were.
        """
        processes = self._processes(name)
        # Stopped first, so that none of them sees another end.
        self._signal(processes, signal.SIGSTOP)
        processes |= self._processes(name)
        self._signal(processes, signal.SIGKILL)
        self.daemons[name].wait()
        return len(processes)

    # Slurm's own commands

    def path(self, name):
        return os.path.join(self.folder, name)

    def command(self, *arguments):
        """What one of Slurm's commands prints."""
        done = subprocess.run(
            arguments, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise ClusterError(f"{' '.join(arguments)}: {done.stderr.strip()}")
        return done.stdout

    def states(self):
        """The state of each node: idle, mixed, allocated, down, drained."""
        try:
            text = self.command("sinfo", "--noheader", "--Node", "--format=%N %T")
        except ClusterError:
            return {}
        return {name: state.rstrip("*~#!%$@^-") for name, state in map(str.split, text.splitlines())}

    def submit(self, script, parts, *arguments, directory, **environment):
        """Submits an array of tasks 1 to `parts`, to be run in a directory; returns the number of the job."""
        done = subprocess.run(
            ["sbatch", "--parsable", f"--array=1-{parts}", "--cpus-per-task=1", "--mem-per-cpu=0",
             f"--output={self.folder}/%A_%a.log", script, str(parts), *arguments],
            env=dict(self.environment, **environment), cwd=directory, capture_output=True,
            text=True, check=False)
        if done.returncode != 0:
            raise ClusterError(f"sbatch: {done.stderr.strip()}")
        return done.stdout.strip()

    def running(self, job):
        """The parts that run, and the node of each."""
        text = self.command(
            "squeue", "--noheader", "--array", f"--job={job}", "--states=running", "--format=%K %N")
        return {int(part): node for part, node in map(str.split, text.splitlines())}

    def tasks(self, job):
        """Of each part its state and how many times it was begun again."""
        found = {}
        for record in self.command("scontrol", "show", "job", job, "--oneliner").splitlines():
            fields = dict(re.findall(r"(\w+)=(\S+)", record))
            if fields.get("ArrayTaskId", "").isdigit():
                found[int(fields["ArrayTaskId"])] = (fields["JobState"], int(fields["Restarts"]))
        return found

    def is_over(self, job):
        """Whether nothing of a job waits or runs."""
        return not self.command("squeue", "--noheader", f"--job={job}").strip()

    def set_aside(self, names):
        """Gives no more tasks to these nodes."""
        for name in names:
            self.command("scontrol", "update", f"nodename={name}", "state=drain", "reason=aside")

    def log(self, job, part):
        """What a task has printed, all of its beginnings."""
        with open(self.path(f"{job}_{part}.log"), encoding="utf-8") as file:
            return file.read()

    def until(self, condition, seconds, otherwise, pause=0.1):
        """Waits for something to be so.

        Raises ClusterError with what the daemons said where it takes longer than these seconds.
        """
        end = time.monotonic() + seconds
        while not condition():
            self._reap()
            if time.monotonic() > end:
                raise ClusterError(f"{otherwise} within {seconds} s\n{self.report()}")
            time.sleep(pause)

    def report(self):
        """The last lines of all logs."""
        lines = []
        for name in sorted(os.listdir(self.folder)):
            if name.endswith((".log", ".out")) and not re.match(r"\d", name):
                with open(self.path(name), encoding="utf-8", errors="replace") as file:
                    lines += [f"{name}: {line.rstrip()}" for line in file.readlines()[-12:]]
        return "\n".join(lines)
