// libsystemd for Swift, and the few Linux calls that Swift's Glibc module hides (they want _GNU_SOURCE) or
// cannot express (control messages, flexible arrays).
#define SD_JOURNAL_SUPPRESS_LOCATION
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/timerfd.h>
#include <sys/timex.h>
#include <sys/vfs.h>
#include <systemd/sd-bus.h>
#include <systemd/sd-daemon.h>
#include <systemd/sd-event.h>
#include <systemd/sd-journal.h>
#include <unistd.h>

extern int accept4(int, __SOCKADDR_ARG, socklen_t *__restrict, int);
extern int memfd_create(const char *, unsigned int);

/// Takes one waiting connection, non-blocking and closed on exec; -1 and errno.
static inline int shim_accept(int listener) {
  return accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

/// The kernel's `struct ucred`, under a name that is always visible.
struct shim_credentials {
  pid_t pid;
  uid_t uid;
  gid_t gid;
};

/// Who was on the other side of a connected Unix socket when it connected; -1 and errno.
static inline int shim_peer_credentials(int connection, struct shim_credentials *credentials) {
  socklen_t length = sizeof *credentials;
  return getsockopt(connection, SOL_SOCKET, SO_PEERCRED, credentials, &length);
}

static inline const char *shim_inotify_name(const struct inotify_event *event) {
  return event->len ? event->name : "";
}

/// Creates an empty anonymous file that can be sealed, MFD_CLOEXEC | MFD_ALLOW_SEALING; -1 and errno.
static inline int shim_memory_file(const char *name) { return memfd_create(name, 0x1U | 0x2U); }

/// F_ADD_SEALS with F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE; -1 and errno.
static inline int shim_seal(int file) { return fcntl(file, 1033, 0x1 | 0x2 | 0x4 | 0x8); }

/// The magic number of the file system that a path is on (`statfs`); -1 and errno.
static inline long shim_file_system(const char *path) {
  struct statfs system;
  return statfs(path, &system) < 0 ? -1 : (long)(system.f_type & 0xffffffff);
}

/// The greatest error of the kernel's clock in microseconds (`adjtimex`), which grows while nobody disciplines it; -1 and
/// errno.
static inline long shim_clock_error(void) {
  struct timex clock;
  memset(&clock, 0, sizeof clock);
  return adjtimex(&clock) < 0 ? -1 : clock.maxerror;
}

/// Sends an empty datagram that carries one descriptor; -1 and errno.
static inline ssize_t shim_send_descriptor(int socket, int descriptor) {
  union {
    struct cmsghdr header;
    char space[CMSG_SPACE(sizeof(int))];
  } control;
  memset(&control, 0, sizeof control);
  control.header.cmsg_level = SOL_SOCKET;
  control.header.cmsg_type = SCM_RIGHTS;
  control.header.cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(&control.header), &descriptor, sizeof descriptor);
  struct msghdr message;
  memset(&message, 0, sizeof message);
  message.msg_control = &control;
  message.msg_controllen = sizeof control;
  return sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}
