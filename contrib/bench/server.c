/* The yardstick: the barest epoll server there is. Answers every line with the same line of JSON. */

#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static const char reply[] =
    "{\"state\":\"closed\",\"now\":\"2026-11-23T19:07:46+00:00\",\"since\":\"2026-11-23T18:00:00+00:00\","
    "\"until\":\"2026-11-24T09:00:00+00:00\",\"next_opening\":\"2026-11-24T09:00:00+00:00\",\"zone\":\"Etc/UTC\","
    "\"pending\":1,\"due\":0,\"overdue\":0,\"unsent\":0,\"next_reminder\":\"2026-11-24T09:00:00+00:00\","
    "\"alarm\":\"internal\",\"seq\":3}\n";

static void check(int result, const char *call) {
  if (result >= 0) return;
  perror(call);
  exit(1);
}

int main(int count, char **arguments) {
  if (count != 2) return 64;
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  snprintf(address.sun_path, sizeof address.sun_path, "%s", arguments[1]);
  unlink(arguments[1]);
  int listener = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  check(bind(listener, (struct sockaddr *)&address, sizeof address), "bind");
  check(listen(listener, 128), "listen");
  int epoll = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event event = {.events = EPOLLIN, .data.fd = listener};
  check(epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event), "epoll_ctl");
  for (;;) {
    struct epoll_event ready[64];
    int found = epoll_wait(epoll, ready, 64, -1);
    for (int i = 0; i < found; i++) {
      int peer = ready[i].data.fd;
      if (peer == listener) {
        peer = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        event = (struct epoll_event){.events = EPOLLIN, .data.fd = peer};
        if (peer >= 0) epoll_ctl(epoll, EPOLL_CTL_ADD, peer, &event);
        continue;
      }
      char line[4096];
      ssize_t length = recv(peer, line, sizeof line, 0);
      if (length <= 0) {
        close(peer);
        continue;
      }
      for (char *end = line; (end = memchr(end, '\n', line + length - end)); end++)
        if (send(peer, reply, sizeof reply - 1, MSG_NOSIGNAL) < 0) break;
    }
  }
}
