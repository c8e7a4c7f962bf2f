/* Measures a server of the line protocol, or the time that a program takes to run.
 *
 *   client SOCKET ask                one request, its reply on standard output
 *   client SOCKET trip COUNT         median round trip of `status`, in nanoseconds
 *   client SOCKET rate CLIENTS COUNT replies a second, each client with one request under way
 *   client - spawn COUNT PROGRAM …   median time of a run of PROGRAM, in nanoseconds
 */

#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static const char request[] = "status\n";

static void fail(const char *call) {
  perror(call);
  exit(74);
}

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000L + time.tv_nsec;
}

static int order(const void *a, const void *b) {
  long x = *(const long *)a, y = *(const long *)b;
  return (x > y) - (x < y);
}

static int connected(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
  int peer = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connect(peer, (struct sockaddr *)&address, sizeof address)) fail("connect");
  return peer;
}

static void ask(int peer) {
  if (send(peer, request, sizeof request - 1, MSG_NOSIGNAL) < 0) fail("send");
}

/* Reads until a reply is whole; replies never come without a request. */
static ssize_t answer(int peer, char *buffer, size_t size) {
  size_t length = 0;
  do {
    ssize_t count = recv(peer, buffer + length, size - length, 0);
    if (count <= 0) fail("recv");
    length += count;
  } while (buffer[length - 1] != '\n');
  return length;
}

static long median(long *times, int count) {
  qsort(times, count, sizeof *times, order);
  return times[count / 2];
}

static void trip(const char *path, int count) {
  int peer = connected(path);
  long *times = malloc(count * sizeof *times);
  char buffer[65536];
  for (int i = -count / 10; i < count; i++) {
    long start = now();
    ask(peer);
    answer(peer, buffer, sizeof buffer);
    if (i >= 0) times[i] = now() - start;
  }
  printf("%ld\n", median(times, count));
}

static void rate(const char *path, int clients, int count) {
  int epoll = epoll_create1(EPOLL_CLOEXEC);
  for (int i = 0; i < clients; i++) {
    struct epoll_event event = {.events = EPOLLIN, .data.fd = connected(path)};
    epoll_ctl(epoll, EPOLL_CTL_ADD, event.data.fd, &event);
    ask(event.data.fd);
  }
  long start = now();
  char buffer[65536];
  for (int done = 0; done < count;) {
    struct epoll_event ready[64];
    int found = epoll_wait(epoll, ready, 64, -1);
    for (int i = 0; i < found; i++, done++) {
      answer(ready[i].data.fd, buffer, sizeof buffer);
      ask(ready[i].data.fd);
    }
  }
  printf("%.0f\n", count * 1e9 / (now() - start));
}

static void spawn(int count, char **command) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
  long *times = malloc(count * sizeof *times);
  for (int i = -3; i < count; i++) {
    pid_t child;
    int status;
    long start = now();
    if (posix_spawnp(&child, command[0], &actions, NULL, command, environ)) fail("posix_spawn");
    waitpid(child, &status, 0);
    if (status) exit(74);
    if (i >= 0) times[i] = now() - start;
  }
  printf("%ld\n", median(times, count));
}

int main(int count, char **arguments) {
  if (count == 3 && !strcmp(arguments[2], "ask")) {
    char buffer[65536];
    int peer = connected(arguments[1]);
    ask(peer);
    fwrite(buffer, 1, answer(peer, buffer, sizeof buffer), stdout);
  } else if (count == 4 && !strcmp(arguments[2], "trip")) {
    trip(arguments[1], atoi(arguments[3]));
  } else if (count == 5 && !strcmp(arguments[2], "rate")) {
    rate(arguments[1], atoi(arguments[3]), atoi(arguments[4]));
  } else if (count >= 5 && !strcmp(arguments[2], "spawn")) {
    spawn(atoi(arguments[3]), arguments + 4);
  } else {
    return 64;
  }
  return 0;
}
